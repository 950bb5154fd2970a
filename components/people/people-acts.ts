import type { FormAction } from "#lib/domain/form-state";

export interface PeopleActions {
  readonly renew: FormAction;
  readonly withdraw: FormAction;
  readonly passwordLink: FormAction;
  readonly setRole: FormAction;
  readonly disable: FormAction;
  readonly enable: FormAction;
}

/** What an act came to: words to say, or a link to show. */
export type Told = { readonly said: string } | { readonly link: string; readonly who: string };
