import { describe, expect, test } from "vitest";
import type { Prediction } from "#lib/domain/predictions";
import type { HistoryEntry } from "#lib/domain/publications";
import { publisherSubject } from "#lib/domain/publisher-subject";
import * as words from "#lib/words";
import { chainOf } from "./chain";
import {
  appearanceRows,
  asItWasSaid,
  claimCard,
  claimDue,
  claimFacts,
  claimTitle,
  dueCard,
} from "./claim-view";
import { dueView } from "./due";
import { historyLines } from "./history-view";
import { STRIP_WIDTH, stripView } from "./strip";
import { foundingClaim, foundingPublication, publicationOf } from "./testing/founding-publication";

describe("a promise against the calendar", () => {
  const promise = (
    dueFrom: string | null,
    dueTo = dueFrom,
    resolvedFrom: string | null = null,
  ): Prediction => ({
    text: "by then",
    dueFrom,
    dueTo,
    precision: "DAY",
    resolvedFrom,
  });

  test.each([
    ["2026-12-10", "2026-12-10", "2026-11-23", "Open. Due in 17 days."],
    ["2026-11-24", "2026-11-24", "2026-11-23", "Open. Due in 1 day."],
    ["2026-11-23", "2026-11-23", "2026-11-23", "Due today."],
    ["2026-11-01", "2026-11-30", "2026-11-23", "Due now."],
    ["2026-11-01", "2026-11-23", "2026-11-23", "Due today."],
    ["2026-11-22", "2026-11-22", "2026-11-23", "Fell due 1 day ago. Nothing recorded."],
    ["2024-09-18", "2024-09-18", "2026-11-23", "Fell due 796 days ago. Nothing recorded."],
  ])("%s to %s, read on %s: %s", (from, to, today, sentence) => {
    expect(dueView(promise(from, to), today)?.sentence).toBe(sentence);
  });

  test("without a day there is nothing to measure", () => {
    expect(dueView(promise(null), "2026-11-23")).toBeNull();
    expect(dueView(null, "2026-11-23")).toBeNull();
  });

  test("an open one is measured from today, one that is due now isn't measured", () => {
    expect(dueView(promise("2026-12-10"), "2026-11-23")).toMatchObject({
      isOpen: true,
      bar: { from: { word: "today" }, to: { day: "10 Dec. 2026" } },
    });
    expect(dueView(promise("2026-11-23"), "2026-11-23")?.bar).toBeNull();
  });

  test("it says which days the page's words mean", () => {
    const explanation = (p: Prediction) => dueView(p, "2026-11-23")?.explanation.split(" We record")[0];
    expect(explanation(promise("2026-12-01", "2026-12-31", "2026-11-20"))).toBe(
      "“by then” in a post of 20 November 2026 means 1 to 31 December 2026.",
    );
    expect(explanation(promise("2026-12-10"))).toBe("Promised for 10 December 2026.");
  });
});

describe("the strip", () => {
  test("spans its width, in order and to length, with a break before another post", () => {
    const strip = stripView(foundingPublication());
    expect(strip?.strokes).toHaveLength(16);
    expect(strip?.strokes[0]?.from).toBe(0);
    expect(strip?.strokes.at(-1)).toMatchObject({ line: "unsourced", to: STRIP_WIDTH });
    expect(strip?.breaks).toHaveLength(1);
    expect(strip?.words).toBe(
      "The page’s 16 statements in order. Reported: 1, 2, 4, 7 to 14. Plain narration: 3, 5, 6, 15. Then a break, and statement 16, unsourced speculation, from a later post.",
    );
  });

  test("is mirrored where the page runs from right to left", () => {
    const two = [{ label: "REPORTED" }, { label: "OPINION" }] as const;
    const there = stripView(publicationOf(two))?.strokes ?? [];
    const mirrored = stripView(publicationOf(two, { article: { direction: "rtl" } }))?.strokes ?? [];
    expect(mirrored.map(({ from }) => from)).toEqual(there.map(({ from }) => STRIP_WIDTH - from));
  });

  test("its caption says where it begins, which one stroke alone need not", () => {
    const captionOf = (count: number, direction: "ltr" | "rtl") => {
      const statements = Array.from({ length: count }, () => ({ label: "REPORTED" as const }));
      return stripView(publicationOf(statements, { article: { direction } }))?.caption;
    };
    expect(captionOf(3, "rtl")).toMatch(/right to left/);
    expect(captionOf(3, "ltr")).not.toMatch(/right to left/);
    expect(captionOf(1, "rtl")).toBe(captionOf(1, "ltr"));
  });

  test("never runs over, however many statements there are", () => {
    const strip = stripView(
      publicationOf(Array.from({ length: 400 }, () => ({ label: "REPORTED" as const }))),
    );
    expect(strip?.strokes.every(({ from, to }) => to >= from && to <= STRIP_WIDTH)).toBe(true);
  });

  test("a page without statements has none", () => expect(stripView(publicationOf([]))).toBeNull());
});

describe("the chain", () => {
  test("goes from the first source to the page, and from the rumour to nobody", () => {
    const rows = chainOf(foundingPublication());
    expect(rows.map((row) => row.boxes.map((box) => box.title))).toEqual([
      ["A joint statement", "NINA", "dinarevaluation.blogspot.com"],
      ["TNT Update"],
    ]);
    expect(rows[0]?.boxes[0]?.lines).toEqual([
      "Iraq and the United States",
      "Cited, no copy here",
      "11 statements",
    ]);
    expect(rows[0]?.links).toEqual(["relayed", "reposted"]);
    expect(rows[1]?.nobody?.why).toBe(
      "Somebody is supposed to know; nobody is named. A document is mentioned, not shown.",
    );
  });

  test("keeps the report's own unsourced statements apart from its source", () => {
    const speaker = { name: "the ministry", kind: "ORGANIZATION" } as const;
    const rows = chainOf(
      publicationOf([{ label: "REPORTED", speaker }, { label: "UNSOURCED_SPECULATION" }], {
        article: { agency: null },
      }),
    );
    expect(rows.map((row) => [row.boxes.map((box) => box.title), row.nobody !== null])).toEqual([
      [["The ministry", "dinarevaluation.blogspot.com"], false],
      [["On the same page"], true],
    ]);
  });

  test("an agency's own page is not reposted by itself", () => {
    const rows = chainOf(
      publicationOf([{ label: "UNSOURCED_ASSERTION" }], { article: { publisher: "NINA" } }),
    );
    expect(rows.map((row) => row.boxes.map((box) => box.title))).toEqual([["NINA"]]);
  });
});

describe("a claim", () => {
  const founding = foundingPublication();
  const statement = founding.statements[15];
  const post = founding.posts[1];
  if (!statement || !post) throw new Error("the founding page has sixteen statements and two posts");
  const said = { article: founding.article, post, isOwnPost: false, statement };
  const own = { content: foundingClaim(), publishedAt: "2026-11-23T10:00:00.000Z" };
  const listed = {
    slug: "a",
    wording: "Banks got memos.",
    own,
    appearances: [said],
    appearanceCount: 1,
    publishedAt: own.publishedAt,
  };

  test("under an agency's report is nobody's of the agency, on its page and in the lists", () => {
    const narrated = { ...statement, label: "UNSOURCED_ASSERTION", sourcing: "NONE", speaker: null } as const;
    const guru = { headline: "Guru call", date: "2024-09-18", isTeaser: false };
    const below = { ...said, post: guru, statement: narrated };
    const page = { ...listed, own: null, appearances: [below] };
    expect(asItWasSaid(page)[0]?.note).not.toContain("NINA");
    expect(claimCard(page, "UTC").meta).not.toContain("NINA");
    expect(appearanceRows({ appearances: [below], more: null }, "UTC")[0]?.place).toBe(
      "dinarevaluation.blogspot.com, below another post",
    );
    expect(claimFacts(page, "UTC")?.source).toBe("The publisher’s own voice; nobody is named");
  });

  test("with a marked source says no word of having none", () => {
    const speaker = { name: "Guru Frank", kind: "PSEUDONYM" } as const;
    const page = {
      ...listed,
      own: null,
      appearances: [{ ...said, statement: { ...statement, sourcing: "SECOND_HAND", speaker } as const }],
    };
    expect(claimFacts(page, "UTC")).toMatchObject({
      who: "Guru Frank; headed “TNT Update”",
      source: "Passed on from somebody who is not named. A document is mentioned, not shown.",
    });
    expect(claimCard(page, "UTC")).toMatchObject({
      meta: "Said by Guru Frank, in “TNT Update”, 18 Sept. 2024",
      side: "Not yet checked.",
    });
  });

  test("says who, where, when and by what source", () => {
    expect(claimFacts(listed, "UTC")).toEqual({
      who: "Nobody is named; headed “TNT Update”",
      where: {
        href: "/articles/iraq-us-agree#s16",
        name: "dinarevaluation.blogspot.com",
        rest: ", as a teaser",
        record: {
          kind: "PUBLISHER",
          name: "dinarevaluation.blogspot.com",
          href: `/publishers/${publisherSubject("dinarevaluation.blogspot.com")}`,
        },
      },
      when: "18 September 2024; first seen here 20 November 2026",
      label: "UNSOURCED_SPECULATION",
      source: "No source given",
      sounds: "Sounds certain",
    });
    expect(claimFacts({ ...listed, appearanceCount: 3 }, "UTC")?.where.rest).toBe(
      `, as a teaser${words.record.claim.moreAppearances(2)}`,
    );
    expect(claimFacts({ appearances: [], appearanceCount: 0 }, "UTC")).toBeNull();
  });

  test("keeps its label and its verdict apart in a list", () => {
    expect(claimCard(listed, "UTC")).toEqual({
      slug: "a",
      wording: "Banks got memos.",
      label: "UNSOURCED_SPECULATION",
      meta: "Nobody named, in “TNT Update”, 18 Sept. 2024",
      verdict: "No evidence found",
      side: "Verdict of 23 Nov. 2026.",
    });
    expect(claimCard({ ...listed, own: null }, "UTC")).toMatchObject({
      verdict: null,
      side: "No source given; not yet checked.",
    });
  });

  test("has the answer in its title", () => {
    const rest = { earlier: [], history: { entries: [], proof: "VERIFIED" as const }, corrections: [] };
    expect(claimTitle({ ...listed, ...rest })).toBe("No evidence found: Banks got memos.");
    expect(claimTitle({ ...listed, ...rest, own: null })).toBe("No verdict yet: Banks got memos.");
  });

  test("takes its promise from what was said", () => {
    expect(claimDue(listed, "2026-11-23")?.sentence).toBe("Fell due 796 days ago. Nothing recorded.");
    expect(claimDue({ appearances: [] }, "2026-11-23")).toBeNull();
    expect(dueCard(said, "2026-11-23")).toEqual({
      href: "/claims/banks-got-memos-on-17-september-2024",
      words:
        "“Banks got memos yesterday Tues. 17 Sept. telling them to get ready and be there this morning because ...”",
      promised: "Promised for 18 September 2024",
      state: "Fell due 796 days ago",
      side: "Nothing recorded.",
      language: "en",
    });
  });
});

describe("a history", () => {
  const entry = (
    sequence: number,
    action: string,
    actorName: string,
    at = "2026-11-21T10:00:00Z",
  ): HistoryEntry => ({
    sequence,
    at,
    action,
    actorName,
    hash: `${sequence}`.repeat(64).slice(0, 64),
  });

  test("counts the same act by the same person on one day, newest first", () => {
    const lines = historyLines(
      [
        entry(1, "search.add", "Ruth"),
        entry(2, "search.add", "Ruth"),
        entry(3, "search.add", "Jonas"),
        entry(4, "search.add", "Jonas", "2026-11-22T10:00:00Z"),
      ],
      "UTC",
    );
    expect(lines.map(({ words, who, day, mark }) => [words, who, day, mark])).toEqual([
      ["1 search recorded, nothing found.", "Jonas", "2026-11-22", "4444 4444"],
      ["1 search recorded, nothing found.", "Jonas", "2026-11-21", "3333 3333"],
      ["2 searches recorded, nothing found.", "Ruth", "2026-11-21", "2222 2222"],
    ]);
  });

  test("leaves out what readers are not told, and is empty where nothing happened", () => {
    expect(historyLines([entry(1, "draft.save", "Ruth")], "UTC")).toEqual([]);
    expect(historyLines([], "UTC")).toEqual([]);
  });
});
