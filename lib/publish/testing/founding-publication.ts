import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Flags, ReaderLabel, Sourcing, SpeakerKind } from "#lib/domain/labels";
import type { ArticlePublication, ClaimPublication, PublishedStatement } from "#lib/domain/publications";

/** The founding page as two editors would publish it: for tests and for looking at the readers' pages. */

const Expected = z.object({
  statements: z.array(z.object({ start: z.number(), end: z.number(), quote: z.string(), class: z.string() })),
});

const SPEAKERS: Readonly<Record<number, { name: string; kind: SpeakerKind }>> = {
  1: { name: "Iraq and the United States", kind: "ORGANIZATION" },
  2: { name: "a joint statement", kind: "DOCUMENT" },
  12: { name: "the delegations", kind: "ORGANIZATION" },
  13: { name: "the Iraqi representatives", kind: "ORGANIZATION" },
  14: { name: "the delegations", kind: "ORGANIZATION" },
};

export const RUMOUR_CLAIM = {
  slug: "banks-got-memos-on-17-september-2024",
  wording:
    "Banks got memos on 17 September 2024 telling them to get ready and to be there on the morning of 18 September 2024.",
};

export function foundingPublication(): ArticlePublication {
  const text = readFileSync("seed/page.txt", "utf8");
  const expected = Expected.parse(JSON.parse(readFileSync("seed/expected.json", "utf8")));
  return {
    kind: "ARTICLE",
    schema: 1,
    article: {
      id: "01a20000-0000-7000-8000-0000000000a1",
      slug: "iraq-us-agree",
      title:
        "Iraq, US Agree To Reach Understanding On Concept Of New Phase Of Security Relationship, 25 JULY",
      url: "https://dinarevaluation.blogspot.com/2024/07/iraq-us-agree.html",
      publisher: "dinarevaluation.blogspot.com",
      author: null,
      agency: "NINA",
      agencyDate: "2024-07-24",
      place: "Baghdad",
      postedAt: "2024-07-25",
      language: "en",
      direction: "ltr",
      version: 1,
      fetchedAt: "2026-11-20T08:00:00.000Z",
      versionsSeen: 1,
      isSample: false,
    },
    posts: [
      {
        headline:
          "Iraq, US Agree To Reach Understanding On Concept Of New Phase Of Security Relationship, 25 JULY",
        date: "2024-07-25",
        isTeaser: false,
      },
      { headline: "TNT Update", date: "2024-09-18", isTeaser: true },
    ],
    statements: expected.statements.map(({ start, end, class: reduced }, i) =>
      statementOf(i + 1, { start, end, exact: text.slice(start, end) }, reduced),
    ),
    writers: [{ name: "Ruth Okafor" }],
    publishedBy: { name: "Jonas Weber" },
  };
}

function statementOf(
  number: number,
  span: { start: number; end: number; exact: string },
  reduced: string,
): PublishedStatement {
  const isRumour = reduced === "UNSOURCED_SPECULATION";
  const isReported = reduced === "REPORTED";
  return statement({
    ...span,
    number,
    segmentType: isRumour ? "TEASER" : "BODY",
    post: isRumour ? 1 : 0,
    label: isRumour ? "UNSOURCED_SPECULATION" : isReported ? "REPORTED" : "UNSOURCED_ASSERTION",
    sourcing: isRumour ? "UNNAMED_BARE" : isReported ? "NAMED_ORGANIZATION" : "NONE",
    flags: isRumour ? { documentMentionedNotProduced: true, insiderWording: true, cutOff: true } : {},
    speaker: isReported ? (SPEAKERS[number] ?? { name: "the two sides", kind: "ORGANIZATION" }) : null,
    relayDepth: isReported ? 2 : null,
    attributionScope: number === 4 ? "CARRIED_OVER" : "SENTENCE",
    notes:
      number === 3 ? ["“Iraqi-Sudanese” is a mistranslation: the Prime Minister’s name is al-Sudani."] : [],
    claim: isRumour ? RUMOUR_CLAIM : null,
    prediction: isRumour
      ? {
          text: "this morning",
          dueFrom: "2024-09-18",
          dueTo: "2024-09-18",
          precision: "DAY",
          resolvedFrom: "2024-09-18",
        }
      : number === 6
        ? {
            text: "shortly after the conclusion of the Higher Military Committee",
            dueFrom: null,
            dueTo: null,
            precision: "OPEN",
            resolvedFrom: "2024-07-24",
          }
        : null,
  });
}

/** A published statement of which a test names only what matters to it. */
export function statement(
  given: Partial<PublishedStatement> & { label: ReaderLabel; sourcing?: Sourcing; flags?: Flags },
): PublishedStatement {
  const exact = given.exact ?? "The dam will be finished in spring.";
  const start = given.start ?? ((given.number ?? 1) - 1) * 100;
  return {
    id: `s${given.number ?? 1}`,
    number: 1,
    start,
    end: start + exact.length,
    exact,
    segmentType: "BODY",
    post: 0,
    labelReason: null,
    sourcing: "NONE",
    factuality: { writer: "CT+", source: null },
    time: "PAST",
    flags: {},
    quoteMode: null,
    attributionScope: "SENTENCE",
    relayDepth: null,
    speaker: null,
    prediction: null,
    notes: [],
    claim: null,
    ...given,
  };
}

/** A page of one post, unless `posts` says otherwise, with these statements. */
export function publicationOf(
  statements: readonly (Partial<PublishedStatement> & { label: ReaderLabel })[],
  change: {
    readonly article?: Partial<ArticlePublication["article"]>;
    readonly posts?: ArticlePublication["posts"];
  } = {},
): ArticlePublication {
  const founding = foundingPublication();
  return {
    ...founding,
    article: { ...founding.article, ...change.article },
    posts: change.posts ?? [{ headline: "A dam", date: "2024-07-25", isTeaser: false }],
    statements: statements.map((given, i) => statement({ number: i + 1, ...given })),
  };
}

export function foundingClaim(): ClaimPublication {
  return {
    kind: "CLAIM",
    schema: 1,
    claim: {
      id: "c1",
      ...RUMOUR_CLAIM,
      unknowns: [
        "Who wrote it. “TNT Update” is a heading, not a person.",
        "Which banks, and who saw the memos.",
        "How the sentence goes on: the page cuts it off after “because”.",
      ],
    },
    verdict: {
      code: "NO_EVIDENCE_FOUND",
      explanation: "We looked and found nothing that shows such a memo.",
    },
    evidence: [],
    searches: [
      {
        lookedFor: "The memo, or a report of it",
        place: "Central Bank of Iraq, notices of Sept. 2024",
        searchedAt: "2026-11-21",
      },
      { lookedFor: "A bank confirming it", place: "Press pages of five banks", searchedAt: "2026-11-21" },
      {
        lookedFor: "The same words in a news agency",
        place: "NINA, 16 to 19 Sept. 2024",
        searchedAt: "2026-11-21",
      },
    ],
    writers: [{ name: "Ruth Okafor" }],
    publishedBy: { name: "Jonas Weber" },
  };
}
