import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Analysis } from "#lib/domain/analysis";
import { predictionState } from "#lib/domain/predictions";
import { checkedSuggestion } from "#lib/domain/suggestions";
import { analyse } from "./analyse";

/** The founding page, and the same page told of other countries, days and sites: what it must get must hold for all of them. */

const SEED = new URL("../../seed/", import.meta.url);
const page = readFileSync(new URL("page.txt", SEED), "utf8");
const Place = z.object({ start: z.number(), end: z.number() });
const Expected = z.object({
  segments: z.array(Place.extend({ type: z.string() })),
  statements: z.array(
    Place.extend({
      class: z.string(),
      sourcing: z.array(z.string()),
      source: Place.optional(),
      cue: Place.optional(),
      prediction: z.object({ text: z.string() }).optional(),
    }),
  ),
});
const expected = Expected.parse(JSON.parse(readFileSync(new URL("expected.json", SEED), "utf8")));

const CLASS: Record<string, string> = {
  REPORTED: "REPORTED",
  REPORTED_UNNAMED: "REPORTED",
  UNSOURCED_SPECULATION: "UNSOURCED_SPECULATION",
  OPINION: "UNSOURCED_SPECULATION",
  UNSOURCED_ASSERTION: "OTHER",
  BACKGROUND: "OTHER",
};

interface Telling {
  readonly name: string;
  readonly changes: readonly (readonly [string, string])[];
  readonly posted: string;
  readonly agency: string;
  readonly agencyDate: string;
  readonly place: string;
  readonly teaser: string;
  readonly memo: boolean;
}

const DAYS = { posted: "2024-07-25", agencyDate: "2024-07-24", teaser: "2024-09-18" };
const WIRE = { agency: "NINA", place: "Baghdad", memo: true };

const TELLINGS: readonly Telling[] = [
  { name: "as it stands", changes: [], ...DAYS, ...WIRE },
  {
    name: "other days",
    changes: [
      ["Thursday, July 25, 2024", "Friday, May 1, 2026"],
      ["25 JULY", "1 MAY"],
      ["Wednesday 24 July 2024", "Thursday 30 April 2026"],
      ["The 2024 Joint", "The 2026 Joint"],
      ["Wed. 18 Sept. 2024", "Tues. 9 June 2026"],
      ["Tues. 17 Sept.", "Mon. 8 June"],
    ],
    ...WIRE,
    posted: "2026-05-01",
    agencyDate: "2026-04-30",
    teaser: "2026-06-09",
  },
  {
    name: "other countries, agency and nickname",
    changes: [
      ["Baghdad / NINA /", "Amman / PETRA /"],
      ["Iraq and the United States of America", "Jordan and the United Kingdom"],
      ["Iraqi", "Jordanian"],
      ["Iraq", "Jordan"],
      ["Washington", "London"],
      ["U.S.", "British"],
      ["TNT", "MILITIAMAN"],
      ["Banks got memos", "Tellers got a letter"],
      ["this morning", "tonight"],
    ],
    ...DAYS,
    agency: "PETRA",
    place: "Amman",
    memo: true,
  },
  {
    name: "other furniture and a communique",
    changes: [
      ["No comments:", "0 comments"],
      ["Post a Comment", "Leave a comment"],
      ["Number of readings: 192", "Views: 2,310"],
      ["joint statement", "joint communique"],
      ["The two sides", "Both parties"],
      ["the delegations", "the two governments"],
      ["The delegations", "The two governments"],
    ],
    ...DAYS,
    ...WIRE,
  },
  {
    name: "no counter, numeric dates, another end",
    changes: [
      ["Thursday, July 25, 2024", "2024-07-25"],
      ["Politics Number of readings: 192", "Politics"],
      ["Wednesday 24 July 2024", "24/07/2024"],
      ["No comments:\n\nPost a Comment", "Be the first to comment\n\nShare this:\n\nPopular Posts"],
      ["TNT Wed. 18 Sept. 2024 TNT Update", "WOLFPACK 9-18-2024"],
      ["Tues. 17 Sept.", "afternoon"],
    ],
    ...DAYS,
    ...WIRE,
  },
];

function told(text: string, changes: Telling["changes"]): string {
  return changes.reduce((now, [from, to]) => now.replaceAll(from, to), text);
}

const CASES = TELLINGS.flatMap((telling) =>
  (["RULES", "MODELS"] as const).map((engine) => ({ name: telling.name, telling, engine })),
);

describe.each(CASES)("the founding page, $name, with $engine", ({ telling, engine }) => {
  const text = told(page, telling.changes);
  const at = (offset: number) => told(page.slice(0, offset), telling.changes).length;
  const analysis = analyse({ format: "text", content: text, url: null, publisher: null }, engine);
  const find = (place: { start: number; end: number }) =>
    analysis.statements.find((s) => s.start === at(place.start) && s.end === at(place.end));

  test("is the shape that is stored, and every proposal may be", () => {
    expect(() => Analysis.parse(analysis)).not.toThrow();
    expect(analysis.text).toBe(text);
    for (const statement of analysis.statements) {
      const exact = text.slice(statement.start, statement.end);
      expect(checkedSuggestion({ ...statement, exact }, text, analysis.segments)).not.toBeNull();
    }
  });

  test("has every segment, with its type and its span", () => {
    expect(analysis.segments.map(({ type }) => type)).toEqual(expected.segments.map(({ type }) => type));
    expected.segments.forEach((segment, i) => {
      expect(Math.abs((analysis.segments[i]?.start ?? 0) - at(segment.start))).toBeLessThanOrEqual(2);
      expect(Math.abs((analysis.segments[i]?.end ?? 0) - at(segment.end))).toBeLessThanOrEqual(2);
    });
  });

  test("says what it is and when it was posted", () => {
    const { publishedAt, agency, agencyDate, place, language } = analysis;
    const { posted, agency: wire, agencyDate: sent, place: city } = telling;
    expect({ publishedAt, agency, agencyDate, place, language }).toEqual({
      publishedAt: posted,
      agency: wire,
      agencyDate: sent,
      place: city,
      language: "en",
    });
  });

  test("has all sixteen statements, each in its class and with a sourcing that may be", () => {
    expect(analysis.statements).toHaveLength(16);
    for (const statement of expected.statements) {
      const found = find(statement);
      expect(CLASS[found?.label ?? ""]).toBe(statement.class);
      expect(statement.sourcing).toContain(found?.sourcing);
    }
  });

  test("names sources and cues where they stand", () => {
    for (const { source, cue, ...place } of expected.statements) {
      const credit = analysis.attributions[find(place)?.attributions[0] ?? -1];
      if (source !== undefined) expect(credit?.source).toEqual([[at(source.start), at(source.end)]]);
      if (cue !== undefined) expect(credit?.cue).toEqual([[at(cue.start), at(cue.end)]]);
    }
  });

  test("dates no statement of the article by the teaser, nor the other way round", () => {
    const [rumour] = analysis.statements.filter((s) => analysis.segments[s.segment]?.type === "TEASER");
    const article = analysis.statements.filter((s) => analysis.segments[s.segment]?.type === "BODY");
    expect(rumour?.postedAt).toBe(telling.teaser);
    expect(rumour?.post).not.toBe(0);
    expect(article.map(({ postedAt, post }) => ({ postedAt, post }))).toEqual(
      Array.from({ length: 15 }, () => ({ postedAt: telling.posted, post: 0 })),
    );
  });

  test("shows the rumour as what it is: nobody behind it, a paper not shown, overdue since that day", () => {
    const rumour = analysis.statements.at(-1);
    expect(rumour?.label).toBe("UNSOURCED_SPECULATION");
    expect(rumour?.attributedTo).toBeNull();
    expect(rumour?.flags.documentMentionedNotProduced).toBe(telling.memo);
    expect(rumour?.flags.cutOff).toBe(true);
    const due = rumour?.prediction;
    expect({ from: due?.dueFrom, to: due?.dueTo, precision: due?.precision }).toEqual({
      from: telling.teaser,
      to: telling.teaser,
      precision: "DAY",
    });
    const prediction = {
      text: "",
      dueFrom: null,
      dueTo: null,
      precision: "OPEN" as const,
      ...due,
      resolvedFrom: telling.teaser,
    };
    expect(predictionState(prediction, telling.teaser)).toEqual({ state: "DUE" });
    expect(
      predictionState(prediction, `${Number(telling.teaser.slice(0, 4)) + 1}${telling.teaser.slice(4)}`),
    ).toEqual({
      state: "OVERDUE",
      days: 365,
    });
  });

  test("keeps the plan that hangs on an event without a day", () => {
    const plan = expected.statements.find(({ prediction }) => prediction?.text.startsWith("shortly after"));
    const found = plan === undefined ? undefined : find(plan)?.prediction;
    expect(found?.text).toBe(plan?.prediction?.text);
    expect([found?.dueFrom, found?.dueTo, found?.precision]).toEqual([null, null, "OPEN"]);
  });

  test("counts the hops from the blog over the agency to the joint statement", () => {
    const reported = analysis.statements.filter(({ label }) => label === "REPORTED");
    expect(reported).toHaveLength(11);
    expect(reported.map(({ relayDepth }) => relayDepth)).toEqual(Array.from({ length: 11 }, () => 2));
  });
});
