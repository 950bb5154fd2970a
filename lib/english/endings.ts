/**
 * `text` without the run of loose characters at its end. `loose` judges one UTF-16 unit at a time.
 *
 * `text.replace(/[,;]+$/, "")` says the same, but tries each run of commas from every one of its characters: on a text of
 * nothing but commas and one letter its time grows with the square of the length. This walks back once.
 */
export function withoutEnding(text: string, loose: RegExp): string {
  let end = text.length;
  while (end > 0 && loose.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The first `limit` UTF-16 units of `text`, one less where the cut would fall inside a surrogate pair. */
export function firstUnits(text: string, limit: number): string {
  const isPairCut =
    limit < text.length && /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(limit - 1, limit + 1));
  return text.slice(0, isPairCut ? limit - 1 : limit);
}
