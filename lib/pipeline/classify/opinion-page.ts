import type { Segmented } from "#lib/pipeline/segment";

const OPINION =
  /\b(?:opinion|opinions|op-ed|editorial|editorials|columnists?|commentary|letters to the editor|viewpoint|beltway confidential)\b/i;

/** So much of each part of the site's own furniture is read. In UTF-16 units. */
const READ = 600;

/** Whether a page's address or its furniture says that the page holds opinion. */
export function callsItselfOpinion(
  { text, segments }: Pick<Segmented, "text" | "segments">,
  url: string | null,
): boolean {
  if (url !== null && OPINION.test(url.replace(/[/_-]/g, " "))) return true;
  return segments.some(
    ({ type, start, end }) =>
      type === "CHROME" && OPINION.test(text.slice(start, Math.min(end, start + READ))),
  );
}
