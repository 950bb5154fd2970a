import { GUIDELINE_LENGTH } from "#lib/domain/guideline";
import type { DraftBody } from "./draft-outbox";

/** What of a form is kept as a draft while it is typed. Pure, so that a test can hold it to what must never be kept. */

/** As much as is looked at of a field of the browser. */
export interface FormControl {
  readonly name: string;
  /** "text", "password", "radio", "textarea", "select-one" … */
  readonly type: string;
  readonly value: string;
  readonly checked?: boolean;
  /** The `autocomplete` that the field asks for. */
  readonly autocomplete?: string;
  /** True where what was chosen is of no use later: rows of a list (`data-undrafted`). */
  readonly isLeftOut?: boolean;
}

/** As much of one field is kept as the longest one takes; in UTF-16 units. */
const MOST_KEPT = GUIDELINE_LENGTH;
const NEVER_KEPT: ReadonlySet<string> = new Set([
  "password",
  "file",
  "hidden",
  "submit",
  "button",
  "reset",
  "image",
  "fieldset",
  "output",
]);
/** What browsers call secrets, whatever type such a field has: passwords, codes, and keys. */
const SECRET = /password|one-time-code|webauthn/;

export function isKept({ name, type, autocomplete = "", isLeftOut = false }: FormControl): boolean {
  return name !== "" && !isLeftOut && !NEVER_KEPT.has(type) && !SECRET.test(autocomplete);
}

/** What stands in a field that is kept: null for a choice that isn't made. Several boxes of one name are told apart by what they stand for. */
export function keptOf(control: FormControl): readonly [string, string] | null {
  const { name, type, value, checked } = control;
  if (!isKept(control)) return null;
  if (type === "checkbox") return [`${name}=${value}`, checked ? "on" : ""];
  if (type === "radio") return checked ? [name, value] : null;
  return value.length > MOST_KEPT ? null : [name, value];
}

export function bodyOf(controls: readonly FormControl[]): DraftBody {
  return Object.fromEntries(controls.flatMap((control) => [keptOf(control)].filter((one) => one !== null)));
}

/** What a field has to become to hold what was kept; null where it holds it, or nothing of it was kept. */
export function changeOf(control: FormControl, body: DraftBody): "value" | "checked" | null {
  if (!isKept(control)) return null;
  if (control.type === "checkbox") {
    const kept = body[`${control.name}=${control.value}`];
    return kept !== undefined && (kept === "on") !== control.checked ? "checked" : null;
  }
  const kept = body[control.name];
  if (control.type === "radio") return kept === control.value && !control.checked ? "checked" : null;
  return kept !== undefined && kept !== control.value ? "value" : null;
}

export function isSameBody(a: DraftBody, b: DraftBody): boolean {
  return Object.keys({ ...a, ...b }).every((name) => (a[name] ?? "") === (b[name] ?? ""));
}
