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
  return [name, value];
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

/** A field with the words that people know it by. */
export interface WordedControl extends FormControl {
  /** What stands at it; at one of several choices, that choice's own words. */
  readonly label: string;
  /** What stands over the choices of one name; empty where nothing does. */
  readonly group: string;
  /** The words of what can be chosen in it, by value. */
  readonly options: Readonly<Record<string, string>>;
}

export interface FieldDifference {
  readonly key: string;
  /** In words; empty for what no field of the form holds now. */
  readonly name: string;
  /** In words; of a box, whether it is ticked. */
  readonly value: string | boolean;
}

/**
 * Where a body says something else than the fields do, in their order and in words. What none of them holds comes last: such a field may follow
 * from another.
 */
export function differencesFrom(
  controls: readonly WordedControl[],
  body: DraftBody,
): readonly FieldDifference[] {
  const held = new Set(controls.filter(isKept).flatMap(({ name, value }) => [name, `${name}=${value}`]));
  const others = Object.entries(body).filter(([key, value]) => value !== "" && !held.has(key));
  return [
    ...controls.filter((control) => changeOf(control, body) !== null).map((one) => differenceOf(one, body)),
    ...others.map(([key, value]) => ({ key, name: "", value: value === "on" || value })),
  ];
}

function differenceOf(control: WordedControl, body: DraftBody): FieldDifference {
  const { name, type, value, label, group, options } = control;
  const key = `${name}=${value}`;
  if (type === "checkbox") return { key, name: label, value: body[key] === "on" };
  if (type === "radio") return { key, name: group, value: label };
  const kept = body[name] ?? "";
  return { key: name, name: label, value: options[kept] ?? kept };
}

export function isSameBody(a: DraftBody, b: DraftBody): boolean {
  return Object.keys({ ...a, ...b }).every((name) => (a[name] ?? "") === (b[name] ?? ""));
}
