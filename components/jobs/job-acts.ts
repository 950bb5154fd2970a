import type { FormAction } from "#lib/domain/form-state";

/** What may be done about failed jobs. */
export interface JobActions {
  readonly retry: FormAction;
  readonly retryAll: FormAction;
  readonly remove: FormAction;
}
