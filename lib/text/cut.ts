import { normalise } from "./normalise";

/** A stranger's text with a bound of `most` UTF-16 units, as it may be stored: where something is left out, an ellipsis says so. */
export function cutTo(text: string, most: number): string {
  return text.length <= most
    ? normalise(text)
    : `${normalise(text.slice(0, most - 1)).replace(/\uFFFD$/, "")}…`;
}

/** The day that a stranger's moment is written with (`YYYY-MM-DD` at its beginning); null for what is no day. */
export function writtenDay(moment: string): string | null {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(moment) ?? [];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : null;
}
