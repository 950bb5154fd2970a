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

/** A page with a byline, so that an author has a record. */
export const READ_THROUGH = `Monday, August 19, 2024

NEWS READ-THROUGH BY DELTA RAY, 19 AUG

 Delta Ray

 Article quote: "The trade bank will open two branches in Erbil before the end of August."

The finance ministry said on Monday that it sent the budget tables to parliament.

Read the first line twice, folks, because nobody opens branches for an old rate. I think the new rate is on the screens by 1 September 2024.

Article: "Parliament returns from recess on 25 August 2024"
 The speaker's office said on Sunday that the first session will deal with the budget tables.

My contact at a bank says the tellers were trained on the new notes over the weekend. My contact says the exchange windows will open on 23 August 2024.

Somebody close to the committee told us the price of oil in the tables is wrong on purpose. In my view that is how they hide the new rate. We should all have our appointments by 15 September 2024, just my opinion.

No comments:

Post a Comment
`;

/** A report, and a repost of it that changes a number and its headline, drops an attribution, leaves a sentence out and adds one of its own. */
export const REPORT = `Monday, July 8, 2024

Four Ferries Are Back On The Shatt After Eleven Months

Basra / Marsh Wire / The river authority said on Monday that four ferries are crossing the Shatt al-Arab again.

Its director, Salma Hadi, said that the crossings were closed for eleven months while divers cleared two wrecks from the channel.

According to the port's harbour master, each ferry carries 120 passengers and twenty cars.

"Nobody will pay more than before," Hadi told reporters at the landing stage.

A union of boatmen said that its members had asked for a subsidy and were still waiting for an answer.

The authority will publish the timetable in the last week of August.
`;

export const REPOST = `Wednesday, July 10, 2024

Nine Ferries Are Back On The Shatt After Eleven Months

Basra / Marsh Wire / The river authority said on Monday that nine ferries are crossing the Shatt al-Arab again.

Its director, Salma Hadi, said that the crossings were closed for eleven months while divers cleared two wrecks from the channel.

Each ferry carries 120 passengers and twenty cars.

"Nobody will pay more than before," Hadi told reporters at the landing stage.

The authority will publish the timetable in the last week of August.

A friend at the landing stage says the tickets of the first day were sold out within an hour.

No comments:

Post a Comment
`;

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
