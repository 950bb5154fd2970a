import type { OpenForm } from "./annotator-state";
import type { StatementForm } from "./statement-form";

/** What each group of fields is given: the form as it stands, what is wrong with it, and the way to change it. */
export interface FormPart {
  readonly form: StatementForm;
  readonly complaint: OpenForm["complaint"];
  readonly set: (change: Partial<StatementForm>) => void;
}
