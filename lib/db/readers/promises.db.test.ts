import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { DueCursor } from "#lib/domain/promise-desk";
import type { LedgerAsked, PromiseState } from "#lib/domain/promise-ledger";
import type { ArticlePublication } from "#lib/domain/publications";
import { questionOf } from "#lib/domain/search";
import { foundingPublication } from "#lib/publish/testing/founding-publication";
import { latestPromises, promiseCounts, promisesForCalendar, publishedPromises } from "./promises";

/** The ledger: which promises it holds on which day, under which filter, in which order, and what vanishes from it. */

let close: () => Promise<void>;
let who: { writer: string; publisher: string };
let minutes = 0;

function soon(): Date {
  minutes += 1;
  return new Date(Date.parse("2026-11-01T10:00:00Z") + minutes * 60_000);
}

interface Made {
  readonly says: string;
  readonly days: readonly [string, string] | null;
  readonly fate?: "HAPPENED" | "DID_NOT_HAPPEN" | "PARTLY" | "UNRESOLVABLE";
  readonly publisher?: string;
  readonly speaker?: string;
}

function content(slug: string, made: readonly Made[]): ArticlePublication {
  const founding = foundingPublication();
  const [like] = founding.statements;
  if (like === undefined) throw new Error("the founding page has statements");
  return {
    ...founding,
    article: { ...founding.article, slug, publisher: made[0]?.publisher ?? null },
    statements: made.map(({ says, days, fate, speaker }, i) => ({
      ...like,
      number: i + 1,
      exact: says,
      claim: null,
      speaker: speaker === undefined ? null : { name: speaker, kind: "PERSON" as const },
      prediction: {
        text: "then",
        dueFrom: days?.[0] ?? null,
        dueTo: days?.[1] ?? null,
        precision: "DAY" as const,
        resolvedFrom: null,
        ...(fate === undefined
          ? {}
          : {
              outcome: {
                result: fate,
                knownAt: "2026-03-01",
                quote: "It was so.",
                saidAt: "2026-03-01",
                publisher: "NINA",
                url: null,
                note: "Because.",
                snapshot: null,
                by: "Ruth Okafor",
                on: "2026-03-02",
              },
            }),
      },
    })),
  };
}

async function publish(slug: string, made: readonly Made[], row?: { articleId: string; versionId: string }) {
  const page = row ?? (await rows.articleRow(slug));
  const how = { ...who, at: soon(), ...(row === undefined ? {} : { correction: "A day was wrong." }) };
  return { page, id: await rows.publishArticle(page, content(slug, made), [], how) };
}

const TODAY = "2026-06-15";
const asked = (some: Partial<LedgerAsked> = {}): LedgerAsked => ({
  state: null,
  publisher: null,
  speaker: null,
  from: null,
  to: null,
  question: null,
  today: TODAY,
  ...some,
});

const said = async (some: Partial<LedgerAsked> = {}) => {
  const { places, isProven } = await publishedPromises(asked(some), null);
  expect(isProven).toBe(true);
  return places.map(({ statement }) => statement.exact);
};

beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  await publish("port", [
    {
      says: "The quay opens.",
      days: ["2026-06-16", "2026-06-16"],
      publisher: "Hafen-Zeitung",
      speaker: "Zoë Ali",
    },
    { says: "The crane comes this month.", days: ["2026-06-01", "2026-06-30"], speaker: "ZOE ALI" },
    { says: "The ferry sails today.", days: [TODAY, TODAY] },
    { says: "The lock was due yesterday.", days: ["2026-06-14", "2026-06-14"] },
    { says: "The dredger will come.", days: null },
  ]);
  await publish("bank", [
    {
      says: "The rate changes.",
      days: ["2025-01-01", "2025-01-01"],
      publisher: "صحيفة",
      speaker: "البنك المركزي",
    },
    { says: "The notes arrive.", days: ["2024-05-05", "2024-05-05"], fate: "HAPPENED" },
    { says: "The coins arrive.", days: ["2024-05-06", "2024-05-06"], fate: "DID_NOT_HAPPEN" },
    { says: "The cards arrive.", days: ["1969-12-31", "1969-12-31"], fate: "PARTLY" },
    { says: "The cheques arrive.", days: null, fate: "UNRESOLVABLE" },
    { says: "The vault opens.", days: ["2150-01-01", "2150-12-31"] },
  ]);
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

const STATES: readonly (readonly [PromiseState, readonly string[]])[] = [
  ["open", ["The ferry sails today.", "The quay opens.", "The crane comes this month.", "The vault opens."]],
  ["due", ["The ferry sails today.", "The crane comes this month."]],
  ["overdue", ["The lock was due yesterday.", "The rate changes."]],
  ["undated", ["The dredger will come."]],
  ["happened", ["The notes arrive."]],
  ["did-not-happen", ["The coins arrive."]],
  ["partly", ["The cards arrive."]],
  ["cannot-be-told", ["The cheques arrive."]],
  ["resolved", ["The coins arrive.", "The notes arrive.", "The cards arrive.", "The cheques arrive."]],
];

test.each(STATES)("%s", async (state, expected) => {
  expect(await said({ state })).toEqual(expected);
});

test("every promise is in exactly one of open, overdue, undated and what was recorded; the counts are those of the lists", async () => {
  const { all, of } = await promiseCounts(asked());
  expect(all).toBe(11);
  expect((await said()).length).toBe(11);
  const parts = [
    "open",
    "overdue",
    "undated",
    "happened",
    "did-not-happen",
    "partly",
    "cannot-be-told",
  ] as const;
  expect(parts.reduce((sum, state) => sum + of[state], 0)).toBe(all);
  for (const [state, expected] of STATES)
    if (state !== "resolved") expect([state, of[state]]).toEqual([state, expected.length]);
});

test("the clock alone moves a promise: nothing is stored that goes stale", async () => {
  expect(await said({ state: "due", today: "2026-06-16" })).toEqual([
    "The quay opens.",
    "The crane comes this month.",
  ]);
  expect(await said({ state: "overdue", today: "2026-07-01" })).toEqual([
    "The crane comes this month.",
    "The quay opens.",
    "The ferry sails today.",
    "The lock was due yesterday.",
    "The rate changes.",
  ]);
  expect(await said({ state: "overdue", today: "1960-01-01" })).toEqual([]);
  expect((await said({ state: "overdue", today: "2200-01-01" })).length).toBe(6);
});

test.each<[string, Partial<LedgerAsked>, readonly string[]]>([
  [
    "a name without its capitals and accents",
    { speaker: "zoe ALI" },
    ["The crane comes this month.", "The quay opens."].reverse(),
  ],
  ["a publisher", { publisher: "hafen zeitung", state: "overdue" }, ["The lock was due yesterday."]],
  ["an Arabic name, its letters written otherwise", { speaker: "البنك المركزى" }, ["The rate changes."]],
  ["an Arabic publisher", { publisher: "صحيفه", state: "open" }, ["The vault opens."]],
  ["nobody", { speaker: "Nobody" }, []],
  [
    "words",
    { question: questionOf("arrive") },
    ["The coins arrive.", "The notes arrive.", "The cards arrive.", "The cheques arrive."],
  ],
  ["words in a state", { question: questionOf("arriving"), state: "happened" }, ["The notes arrive."]],
  ["words that nothing says", { question: questionOf("zzzzzz") }, []],
  [
    "days, both included",
    { from: "2024-05-05", to: "2024-05-06" },
    ["The coins arrive.", "The notes arrive."],
  ],
  ["before 1970", { to: "1970-01-01" }, ["The cards arrive."]],
  ["after 2100", { from: "2100-01-01" }, ["The vault opens."]],
])("filtered by %s", async (_, filter, expected) => {
  const found = await said(filter);
  expect([...found].sort()).toEqual([...expected].sort());
  expect((await promiseCounts(asked({ ...filter, state: null }))).all).toBe(
    (await said({ ...filter, state: null })).length,
  );
});

test("pages of the list lead on and back over the same promises, whatever its order", async () => {
  await publish(
    "many",
    Array.from({ length: 50 }, (_, i) => ({
      says: `The stall opens, ${i}.`,
      days: ["2026-01-01", `2026-0${1 + (i % 3)}-28`] as const,
    })),
  );
  for (const some of [{}, { state: "overdue" as const }, { state: "open" as const, today: "2026-01-05" }]) {
    const forward: string[][] = [];
    let place = null;
    for (;;) {
      const page = await publishedPromises(asked(some), place);
      forward.push(page.places.map(({ article, statement }) => `${article.slug} ${statement.number}`));
      if (page.next === null) break;
      place = { way: "after" as const, cursor: DueCursor.parse(page.next) };
    }
    const all = forward.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(40);
    const back: string[][] = [];
    let previous = (await publishedPromises(asked(some), place)).previous;
    while (previous !== null) {
      const page = await publishedPromises(asked(some), { way: "before", cursor: DueCursor.parse(previous) });
      back.unshift(page.places.map(({ article, statement }) => `${article.slug} ${statement.number}`));
      previous = page.previous;
    }
    expect(back.flat()).toEqual(forward.slice(0, -1).flat());
  }
});

test("a correction replaces a page's promises, and a withdrawal takes them away: from the list, the counts, the feed and the calendar", async () => {
  const filter = { publisher: "Tide Table" };
  const first = await publish("tide", [
    { says: "The tide turns.", days: ["2026-07-01", "2026-07-01"], publisher: "Tide Table" },
  ]);
  expect(await said(filter)).toEqual(["The tide turns."]);
  const second = await publish(
    "tide",
    [{ says: "The tide turns later.", days: ["2026-08-01", "2026-08-01"], publisher: "Tide Table" }],
    first.page,
  );
  expect(await said(filter)).toEqual(["The tide turns later."]);
  expect((await latestPromises(asked(filter))).map(({ appearance }) => appearance.statement.exact)).toEqual([
    "The tide turns later.",
  ]);
  expect((await promisesForCalendar(asked(filter))).length).toBe(1);
  await rows.withdraw(second.id, "It was wrong.", soon());
  expect(await said(filter)).toEqual([]);
  expect(await latestPromises(asked(filter))).toEqual([]);
  expect(await promisesForCalendar(asked(filter))).toEqual([]);
  expect((await promiseCounts(asked(filter))).all).toBe(0);
  expect((await verifyRecord()).faults).toEqual([]);
});

test.each([
  `UPDATE "StandingPromise" SET due = due + 1 WHERE fate = 'WAITS' AND "dueFrom" IS NOT NULL`,
  `UPDATE "StandingPromise" SET fate = 'HAPPENED' WHERE fate = 'WAITS'`,
  `UPDATE "StandingPromise" SET speaker = 'somebody else' WHERE speaker IS NOT NULL`,
  `UPDATE "StandingPromise" SET words = words || 'forged'::tsvector`,
  `DELETE FROM "StandingPromise" WHERE fate = 'PARTLY'`,
])(
  "verify names a changed row, and nobody is shown a promise under another day or outcome: %s",
  async (sql) => {
    const before = (await verifyRecord()).faults;
    expect(before).toEqual([]);
    await database().$transaction([
      database().$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
      database().$executeRawUnsafe(sql),
    ]);
    try {
      expect((await verifyRecord()).faults.length).toBeGreaterThan(0);
      const listed = sql.includes("SET due") ? "open" : sql.includes("SET fate") ? "happened" : null;
      if (listed !== null)
        expect((await publishedPromises(asked({ state: listed }), null)).isProven).toBe(false);
    } finally {
      await database().$queryRaw`SELECT rebuild_promises()::text`;
    }
  },
);
