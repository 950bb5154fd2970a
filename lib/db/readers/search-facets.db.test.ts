import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import type { ReaderLabel, Sourcing } from "#lib/domain/labels";
import type { ArticlePublication } from "#lib/domain/publications";
import { askedOf, EVERYTHING, type SearchFilter, searchPlace } from "#lib/domain/search-filter";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { searchPublished } from "./search";
import { MOST_COUNTED, searchCounts } from "./search-counts";

/** A search that is narrowed: what each facet leaves, what it counts, and that both agree. */

let close: () => Promise<void>;
let who: { writer: string; publisher: string };
let minutes = 0;
const soon = () => new Date(Date.parse("2026-11-01T10:00:00Z") + minutes++ * 60_000);

interface Said {
  readonly exact: string;
  readonly label?: ReaderLabel;
  readonly sourcing?: Sourcing;
  readonly speaker?: string;
  /** Both days of what it promises; null for a promise without a day. */
  readonly due?: [string, string] | null;
}

interface Made {
  readonly title: string;
  readonly said: readonly Said[];
  readonly publisher?: string;
  readonly language?: string;
  readonly posted?: string;
}

function content(slug: string, { title, said, publisher, language, posted }: Made): ArticlePublication {
  const founding = foundingPublication();
  const [like] = founding.statements;
  const promise = founding.statements.find(({ prediction }) => prediction !== null)?.prediction;
  if (like === undefined || !promise) throw new Error("the founding page has statements, and promises");
  const { outcome: _, ...plain } = promise;
  return {
    ...founding,
    article: {
      ...founding.article,
      slug,
      title,
      publisher: publisher ?? null,
      language: language ?? "en",
      postedAt: posted ?? null,
      author: null,
      agency: null,
    },
    posts: [{ headline: null, date: posted ?? null, isTeaser: false }],
    statements: said.map(({ exact, label = "OPINION", sourcing = "NOT_NEEDED", speaker, due }, i) => ({
      ...like,
      number: i + 1,
      post: 0,
      exact,
      label,
      sourcing,
      speaker: speaker === undefined ? null : { name: speaker, kind: "PERSON" as const },
      claim: null,
      prediction: due === undefined ? null : { ...plain, dueFrom: due?.[0] ?? null, dueTo: due?.[1] ?? null },
    })),
  };
}

async function publish(slug: string, made: Made) {
  const page = await rows.articleRow(slug);
  return rows.publishArticle(page, content(slug, made), [], { ...who, at: soon() });
}

const reported = { label: "REPORTED", sourcing: "NAMED_PERSON" } as const;
const unsourced = { label: "UNSOURCED_SPECULATION", sourcing: "UNNAMED_BARE" } as const;

beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  await publish("quay", {
    title: "The quay of Basra",
    publisher: "The Gulf Courier",
    posted: "2026-10-05",
    said: [
      { exact: "The quay was mended.", ...reported, speaker: "Layla Hassan" },
      { exact: "The quay will open in December.", ...unsourced, due: ["2026-12-01", "2026-12-31"] },
    ],
  });
  await publish("quay-again", {
    title: "The quay once more",
    publisher: "THE GULF COURIER",
    posted: "2025-03-09",
    said: [
      { exact: "The quay will open some day.", ...unsourced, speaker: "Layla Hassan", due: null },
      { exact: "The quay is long.", ...reported, speaker: "Omar Said" },
    ],
  });
  await publish("arabic", {
    title: "رصيف البصرة",
    publisher: "صحيفة الخليج",
    language: "ar",
    posted: "2026-10-06",
    said: [{ exact: "قال مُحافِظ البنك إنّ الأسعار لن تتغيّر.", ...reported, speaker: "مُحافِظ البنك" }],
  });
  const judged = await rows.claimRow("quay-claim", "The quay opens in December.");
  const verdict = foundingClaim();
  await rows.publishClaim(
    judged,
    {
      ...verdict,
      claim: { ...verdict.claim, slug: "quay-claim", wording: "The quay opens in December.", unknowns: [] },
      verdict: { code: "MIXED", explanation: "Half of it does." },
    },
    { ...who, at: soon() },
  );
  const gone = await publish("gone", {
    title: "A quay that was forged",
    publisher: "Zeppelin Post",
    said: [{ exact: "The quay flew.", ...reported, speaker: "Baron Zeppelin" }],
  });
  await rows.withdraw(gone, "It was forged.", soon());
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

function askedFor(filter: Partial<SearchFilter>) {
  const asked = askedOf({ ...EVERYTHING, ...filter });
  if (asked === null) throw new Error("nothing is asked for");
  return asked;
}

async function found(filter: Partial<SearchFilter>): Promise<string[]> {
  const page = await searchPublished(askedFor(filter), null);
  expect(page.isProven).toBe(true);
  return page.results
    .map((one) => {
      if (one.kind === "claims") return one.claim.slug;
      if (one.kind === "pages") return one.content.article.slug;
      return `${one.place.article.slug}#${one.place.statement.number}`;
    })
    .sort();
}

test.each([
  [{ label: "REPORTED" }, ["arabic", "quay", "quay-again"]],
  [{ label: "UNSOURCED_ASSERTION" }, []],
  [{ sourcing: "UNNAMED_BARE", q: "quay" }, ["quay", "quay-again"]],
  [{ verdict: "MIXED" }, ["quay-claim"]],
  [{ verdict: "NO_VERDICT" }, []],
  [{ publisher: "the gulf courier" }, ["quay", "quay-again"]],
  [{ publisher: "صحيفه الخليج" }, ["arabic"]],
  [{ publisher: "Zeppelin Post" }, []],
  [{ publisher: "…!" }, []],
  [{ speaker: "LAYLA  HASSAN" }, ["quay", "quay-again"]],
  [{ speaker: "محافظ البنك" }, ["arabic"]],
  [{ language: "ar" }, ["arabic"]],
  [{ date: "2026" }, ["arabic", "quay"]],
  [{ date: "2026-10", q: "Basra" }, ["quay"]],
  [{ date: "2026-11" }, []],
  [{ due: "2026-12" }, ["quay"]],
  [{ due: "none" }, ["quay-again"]],
  // Layla Hassan says something unsourced on one of the two pages alone, though both have something unsourced.
  [{ speaker: "Layla Hassan", label: "UNSOURCED_SPECULATION" }, ["quay-again"]],
  [{ speaker: "Layla Hassan", label: "REPORTED", kind: "statements" }, ["quay#1"]],
  [{ kind: "statements", q: "quay open" }, ["quay#2", "quay-again#1"]],
  [{ kind: "statements", q: "Layla" }, ["quay#1", "quay-again#1"]],
  [{ kind: "statements", q: "الاسعار", language: "ar" }, ["arabic#1"]],
  [{ kind: "statements", verdict: "MIXED" }, []],
] as [Partial<SearchFilter>, string[]][])("narrowed: %j", async (filter, expected) => {
  expect(await found(filter)).toEqual(expected);
});

test("each value is counted, and choosing it leaves as many as were counted", async () => {
  for (const first of [
    { q: "quay" },
    { q: "quay", kind: "pages" },
    { speaker: "Layla Hassan" },
    { label: "UNSOURCED_SPECULATION", kind: "statements" },
    { date: "2026" },
    { publisher: "The Gulf Courier", label: "REPORTED" },
  ] as Partial<SearchFilter>[]) {
    const { facets, kinds, isProven } = await searchCounts(askedFor(first));
    expect(isProven).toBe(true);
    expect((await found(first)).length).toBe(kinds[first.kind ?? "all"]);
    for (const [name, values] of Object.entries(facets)) {
      for (const { value, n } of values)
        expect([first, name, value, (await found({ ...first, [name]: value })).length]).toEqual([
          first,
          name,
          value,
          n,
        ]);
    }
  }
});

test("a page is counted under what stands on the statements that the filters leave", async () => {
  const { facets } = await searchCounts(askedFor({ speaker: "Layla Hassan" }));
  expect(facets.label).toEqual([
    { value: "REPORTED", n: 1 },
    { value: "UNSOURCED_SPECULATION", n: 1 },
  ]);
  expect(facets.speaker).toEqual([]);
});

test("names are called as they are published, and two spellings of one are one", async () => {
  const { facets } = await searchCounts(askedFor({ q: "quay" }));
  expect(facets.publisher).toEqual([{ value: "THE GULF COURIER", n: 2 }]);
  expect(facets.speaker).toEqual([
    { value: "Layla Hassan", n: 2 },
    { value: "Omar Said", n: 1 },
  ]);
});

test("days are told by their years, then by the months of the year that was chosen", async () => {
  const { facets } = await searchCounts(askedFor({ q: "quay" }));
  expect(facets.date.map(({ value }) => value)).toEqual(["2026", "2025"]);
  expect(facets.due.map(({ value }) => value)).toEqual(["none", "2026"]);
  const of2026 = (await searchCounts(askedFor({ q: "quay", due: "2026" }))).facets.due;
  expect(of2026).toEqual([{ value: "2026-12", n: 1 }]);
});

test("whose name was looked for is told, with their record", async () => {
  const { names } = await searchCounts(askedFor({ q: "gulf courier" }));
  expect(names).toMatchObject([{ kind: "publisher", name: "THE GULF COURIER", n: 2 }]);
  expect(names[0]?.recordId).toMatch(/^[0-9a-f-]{36}$/);
  expect((await searchCounts(askedFor({ q: "layla" }))).names).toMatchObject([
    { kind: "speaker", name: "Layla Hassan" },
  ]);
  expect((await searchCounts(askedFor({ q: "zeppelin" }))).names).toEqual([]);
});

test("counting ends at its bound, however much is found", async () => {
  const sentences = Array.from({ length: 60 }, (_, n) => ({
    exact: `Herring ${n} was landed.`,
    ...reported,
  }));
  for (let n = 0; n < 10; n += 1) await publish(`herring-${n}`, { title: `Herring ${n}`, said: sentences });
  const asked = askedFor({ q: "herring", kind: "statements" });
  const { kinds, facets } = await searchCounts(asked);
  expect(kinds).toMatchObject({ pages: 10, statements: MOST_COUNTED + 1 });
  expect(facets.label).toEqual([{ value: "REPORTED", n: MOST_COUNTED }]);
  const first = await searchPublished(asked, null);
  const second = await searchPublished(
    asked,
    searchPlace({ after: first.older ?? "" }, "statements") ?? null,
  );
  const ids = [...first.results, ...second.results].map(({ id }) => id);
  expect(new Set(ids).size).toBe(40);
  const back = await searchPublished(
    asked,
    searchPlace({ before: second.newer ?? "" }, "statements") ?? null,
  );
  expect(back.results.map(({ id }) => id)).toEqual(first.results.map(({ id }) => id));
}, 60_000);
