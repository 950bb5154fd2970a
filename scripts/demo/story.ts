/** What the demo's newsroom wrote, and how far each page came. */

export const NOT_EMPTY =
  "The demo fills an empty database only, and this one has something in it. Give it a folder of its own: ONRECORD_DATA=.onrecord-demo npm run demo.";

export const FOUNDING_PUBLISHER = "dinarevaluation.blogspot.com";

export const MISTRANSLATION =
  "“Iraqi-Sudanese” stands so on the page; a mistranslation of the name al-Sudani.";

export const CLAIM =
  "Banks got memos on 17 September 2024 telling them to get ready and to be there on the morning of 18 September 2024.";

export const EXPLANATION = "We looked and found nothing that shows such a memo.";

export const SEARCHES = [
  { lookedFor: "The memo, or a report of it", place: "Central Bank of Iraq, notices of September 2024" },
  { lookedFor: "A bank confirming it", place: "Press pages of five banks" },
  { lookedFor: "The same words in a news agency", place: "NINA, 16 to 19 September 2024" },
] as const;

export const UNKNOWNS = [
  "Who wrote it. “TNT Update” is a heading, not a person.",
  "Which banks, and who saw the memos.",
  "How the sentence goes on: the page cuts it off after “because”.",
] as const;

type Person = "admin" | "mara" | "avan";

interface Work {
  readonly publisher: string;
  readonly writer: Person;
  /** How much of it is decided, 0 to 1; all where left out. */
  readonly share?: number;
}

type Plot = Work &
  (
    | { readonly end: "draft" | "submitted" }
    | { readonly end: "published"; readonly by: Person }
    | { readonly end: "returned"; readonly by: Person; readonly reason: string }
  );

/** By the page's id in the file. */
export const PLOTS: Readonly<Record<string, Plot>> = {
  m01: { publisher: "dinar-notes.example", writer: "avan", end: "published", by: "mara" },
  m02: {
    publisher: "tigris-desk.example",
    writer: "mara",
    end: "returned",
    by: "avan",
    reason: "The official who travels with the delegation: say who confirmed that they do, or add a note.",
  },
  m03: { publisher: "tigris-desk.example", writer: "mara", end: "published", by: "avan" },
  m04: { publisher: "dinar-notes.example", writer: "avan", share: 0.5, end: "draft" },
  m05: { publisher: "dinar-notes.example", writer: "avan", end: "submitted" },
  m06: { publisher: "dinar-notes.example", writer: "avan", end: "published", by: "admin" },
  m17: { publisher: "valley-voice.example", writer: "mara", end: "submitted" },
  m21: { publisher: "coinwise-corner.example", writer: "avan", end: "submitted" },
};
