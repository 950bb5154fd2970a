import { ANALYSED } from "#lib/domain/assessment";
import { listed } from "./lists";
import { plural } from "./plural";

/** What is said of a page that was looked at in part, before anything else. */

const names = new Intl.DisplayNames("en", { type: "language" });
const nameOf = (tag: string) => names.of(tag) ?? tag;
const analysed = listed(ANALYSED.map(nameOf));

const language = (tag: string | null) =>
  tag === null ? "Its language could not be told" : `It is in ${nameOf(tag)}`;

export const assessment = {
  /** In place of the counts of a page. */
  marked: (n: number) =>
    n === 0
      ? "No statement of this page was assessed."
      : `${plural(n, "statement", "statements")} marked; the rest was not assessed.`,
  /** Why, to readers. */
  otherLanguage: (tag: string | null) =>
    `${language(tag)}. Statements are looked for in pages in ${analysed} alone, so that only what an editor marked is shown, and nothing is counted.`,
  /** An editor put its language right after it was read. */
  takenForOther:
    "It was taken for a page in another language, so that its statements were not looked for: only what an editor marked is shown, and nothing is counted.",
  cut: "It is longer than what is looked at, so that only what was marked is shown, and nothing is counted.",
  strip: (n: number) =>
    n === 1
      ? "The one statement that was marked, as a stroke. It is not the whole page."
      : `The ${n} statements that were marked, as strokes. They are not the whole page.`,
  stripWords: (n: number) =>
    `${plural(n, "statement", "statements")} of the page, in order; the rest was not assessed.`,
};

/** The same to editors. */
export const deskAssessment = {
  otherLanguage: (tag: string | null) =>
    `${language(tag)}. Statements are looked for in ${analysed} alone: mark them by hand. Readers are told that the rest was not assessed.`,
  cut: "Only the beginning of this page was looked at: it is longer than any article. Mark by hand what else it says. Readers are told that the rest was not assessed.",
};
