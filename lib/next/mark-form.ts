import { MARK_BOUNDS } from "#lib/domain/bounds";
import { type MarkChoices, MarkKind } from "#lib/domain/marks";

/** What the forms about marks from other programs send, and what their address says, as the verbs take it. */

export function givenChoices(form: FormData): unknown {
  const { choices, ...fields } = Object.fromEntries(form);
  return { ...fields, ...jsonOf(choices) };
}

function jsonOf(value: unknown): object {
  try {
    const json: unknown = JSON.parse(String(value));
    return typeof json === "object" && json !== null ? json : {};
  } catch {
    return {};
  }
}

/** What was chosen, as the address says it; null where nobody chose anything. */
export function askedChoices(
  asked: Readonly<Record<string, string | string[] | undefined>>,
): MarkChoices | null {
  const { otherwise } = asked;
  if (typeof otherwise !== "string") return null;
  const kindOf = (value: unknown) => MarkKind.safeParse(value).data ?? null;
  const kinds = Array.from({ length: MARK_BOUNDS.tags }, (_, index) => kindOf(asked[`k${index}`]));
  return { kinds, otherwise: otherwise === "LEAVE_OUT" ? otherwise : kindOf(otherwise) };
}
