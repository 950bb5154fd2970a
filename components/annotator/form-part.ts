import type { Bound } from "#components/ui/field";
import type { OpenForm } from "./annotator-state";
import type { StatementForm } from "./statement-form";

/** What each group of fields is given: the form as it stands, what is wrong with it, and the way to change it. */
export interface FormPart {
  readonly form: StatementForm;
  readonly complaint: OpenForm["complaint"];
  readonly set: (change: Partial<StatementForm>) => void;
}

type TextName = "predictionText" | "dueFrom" | "dueTo" | "speakerName" | "speakerRole" | "labelReason";

/** What a text field of the form is given. The focus goes to it by its id where it is to blame. */
export function fieldOf({ form, complaint, set }: FormPart, name: TextName): Bound {
  return {
    id: `f-${name}`,
    value: form[name],
    onText: (text) => set({ [name]: text }),
    error: complaintOf(complaint, name),
  };
}

/** What is wrong with one field, in words; null where nothing is. */
export function complaintOf(complaint: OpenForm["complaint"], name: string): string | null {
  return complaint?.field === name ? complaint.message : null;
}
