import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rebuildStanding } from "#lib/db/audit/rebuild";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { ANALYSED } from "#lib/domain/assessment";
import { TimeCursor } from "#lib/domain/cursors";
import { READER_LABELS } from "#lib/domain/labels";
import { DueCursor } from "#lib/domain/promise-desk";
import { ArticlePublication, isWhole, type PublishedStatement } from "#lib/domain/publications";
import type { StatementPage } from "#lib/domain/published";
import { authorSubject, publisherSubject } from "#lib/domain/publisher-subject";
import {
  AgainCursor,
  bucketsOf,
  daysOf,
  labelCounts,
  NO_DAY,
  PromiseList,
  sumOf,
  type TrackFilter,
  type TrackKind,
} from "#lib/domain/track-records";
import { foundingPublication, statement } from "#lib/publish/testing/founding-publication";
import { trackRecord } from "./track";
import { claimsSaidAgain, trackedPages, trackedStatements } from "./track-lists";

/** The numbers of records against a count of the published content itself, by another hand, whatever happened. */

const TODAY = "2025-06-01";
const START = new Date("2026-11-01T10:00:00.000Z").getTime();
const PUBLISHERS = ["harbour.example", "Northern Wire", "وكالة الميناء"];
const AUTHORS = ["TankMan", "Lina Aziz", "Ana Sorel, Ben Aras", "كاتب"];
const NAMES = ["Lina Aziz", "L. Aziz", "Hadi Karim", "Aziz"];
const CLAIMS = [0, 1].map((n) => ({ slug: `claim-${n}`, wording: `The quay is ${n} metres wide.` }));
const DAYS = [null, "2024-01-10", "2024-02-29", "2025-06-01", "1999-12-31"];
const DUES = [null, "2024-03-01", "2025-05-31", "2025-06-01", "2030-01-01"];
const RESULTS = [undefined, "HAPPENED", "DID_NOT_HAPPEN", "PARTLY", "UNRESOLVABLE"] as const;

let close: () => Promise<void>;
let who: { writer: string; publisher: string };
let pages: { articleId: string; versionId: string }[];
let claimIds: string[];
let speakerIds: string[];
let minutes = 0;

beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  pages = await Promise.all([0, 1, 2].map((n) => rows.articleRow(`page-${n}`)));
  claimIds = await Promise.all(CLAIMS.map(({ slug, wording }) => rows.claimRow(slug, wording)));
  speakerIds = await Promise.all(
    NAMES.map(async (name) => {
      const data = { name, kind: "PERSON" as const, rootId: "00000000-0000-4000-8000-000000000000" };
      return (await database().speaker.create({ data })).id;
    }),
  );
});
afterAll(async () => {
  await disconnect();
  await close();
});

function soon(): Date {
  minutes += 1;
  return new Date(START + minutes * 60_000);
}

const made = fc.record({
  label: fc.constantFrom(...READER_LABELS),
  speaker: fc.option(fc.nat(NAMES.length - 1)),
  claim: fc.option(fc.nat(CLAIMS.length - 1)),
  promise: fc.option(fc.record({ due: fc.nat(DUES.length - 1), result: fc.nat(RESULTS.length - 1) })),
  isInTeaser: fc.boolean(),
});
type Made = typeof made extends fc.Arbitrary<infer M> ? M : never;

const page = fc.record({
  kind: fc.constant("page" as const),
  n: fc.nat(2),
  publisher: fc.option(fc.nat(PUBLISHERS.length - 1)),
  author: fc.option(fc.nat(AUTHORS.length - 1)),
  day: fc.nat(DAYS.length - 1),
  isWhole: fc.boolean(),
  isKept: fc.boolean(),
  isCorrection: fc.boolean(),
  said: fc.array(made, { maxLength: 6 }),
});
const acts = fc.oneof(
  { weight: 5, arbitrary: page },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("withdraw" as const), nth: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("merge" as const), from: fc.nat(3), into: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("part" as const), n: fc.nat(3) }) },
);
type Act = typeof acts extends fc.Arbitrary<infer A> ? A : never;

function published(one: Made, index: number): PublishedStatement {
  const { label, speaker, claim, promise, isInTeaser } = one;
  const dueTo = DUES[promise?.due ?? 0] ?? null;
  const result = RESULTS[promise?.result ?? 0];
  return statement({
    number: index + 1,
    start: index * 20,
    end: index * 20 + 10,
    exact: `Statement ${index + 1}.`,
    label,
    post: isInTeaser ? 0 : 1,
    speaker: speaker === null ? null : { name: NAMES[speaker] ?? "", kind: "PERSON" },
    claim: claim === null ? null : (CLAIMS[claim] ?? null),
    prediction: promise && {
      text: "soon",
      dueFrom: dueTo,
      dueTo,
      precision: dueTo === null ? "OPEN" : "DAY",
      resolvedFrom: null,
      ...(result && {
        outcome: {
          result,
          knownAt: "2025-05-01",
          quote: null,
          saidAt: null,
          publisher: null,
          url: null,
          note: null,
          snapshot: null,
          by: "Ruth Okafor",
          on: "2025-05-01",
        },
      }),
    },
  });
}

function content(act: Extract<Act, { kind: "page" }>): ArticlePublication {
  const founding = foundingPublication();
  const { sources: _, ...plain } = founding;
  return ArticlePublication.parse({
    ...plain,
    article: {
      ...founding.article,
      slug: `page-${act.n}`,
      publisher: act.publisher === null ? null : PUBLISHERS[act.publisher],
      author: act.author === null ? null : AUTHORS[act.author],
      assessed: act.isWhole ? "WHOLE" : "PART",
    },
    // The page's own post comes second.
    posts: [
      { headline: "TNT Update", date: "2024-09-18", isTeaser: true },
      { headline: "The quay", date: DAYS[act.day] ?? null, isTeaser: false },
    ],
    statements: act.said.map(published),
    ...(act.isKept && {
      sources: {
        publisherKind: "BLOG",
        speakers: act.said.flatMap(({ speaker }, i) =>
          speaker === null ? [] : [{ number: i + 1, id: speakerIds[speaker], role: null }],
        ),
      },
    }),
  });
}

async function perform(act: Act): Promise<void> {
  const speakers = await database().speaker.findMany({ orderBy: { id: "asc" } });
  const free = (n: number) =>
    speakers.find(({ id, mergedIntoId }) => id === speakerIds[n] && mergedIntoId === null);
  switch (act.kind) {
    case "page": {
      const subject = pages[act.n];
      if (subject === undefined) throw new RangeError("no such page");
      const how = { ...who, at: soon(), ...(act.isCorrection ? { correction: "It was wrong." } : {}) };
      const claims = [
        ...new Set(act.said.flatMap(({ claim }) => (claim === null ? [] : (claimIds[claim] ?? [])))),
      ];
      await rows.publishArticle(subject, content(act), claims, how);
      return;
    }
    case "withdraw": {
      const open = await database().publication.findMany({
        where: { withdrawnAt: null },
        select: { id: true },
      });
      const one = open[act.nth % Math.max(1, open.length)];
      if (one !== undefined) await rows.withdraw(one.id, "It was wrong.", soon());
      return;
    }
    case "merge": {
      const [from, into] = [free(act.from), free(act.into)];
      if (from === undefined || into === undefined || from === into) return;
      const data = { mergedIntoId: into.id, mergedById: who.writer, mergedAt: soon() };
      await database().speaker.update({ where: { id: from.id }, data });
      return;
    }
    case "part": {
      const data = { mergedIntoId: null, mergedById: null, mergedAt: null };
      await database().speaker.update({ where: { id: speakerIds[act.n] ?? "" }, data });
    }
  }
}

/** Which byline of which publisher a record is of. */
const BYLINES = new Map(
  PUBLISHERS.flatMap((publisher) =>
    AUTHORS.map((author) => [authorSubject(publisher, author), `${author} at ${publisher}`] as const),
  ),
);

interface Said {
  readonly key: string;
  readonly page: string;
  readonly day: string;
  readonly statement: PublishedStatement;
}

/** What is published of a record, read from the publications alone. */
async function recount(kind: TrackKind, id: string) {
  const all = await database().publication.findMany({
    where: { kind: "ARTICLE" },
    orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
  });
  const last = new Map(all.map((one) => [one.articleId, one]));
  const standing = [...last.values()].filter(({ withdrawnAt }) => withdrawnAt === null);
  const said: Said[] = [];
  const inPart: string[] = [];
  const corrections = new Map<string, number>();
  for (const row of standing) {
    const page = ArticlePublication.parse(row.content);
    const { slug, publisher, author, assessed } = page.article;
    const numbers = (page.sources?.speakers ?? []).filter((one) => one.id === id).map(({ number }) => number);
    // Each byline of each publisher is asked for by its id; which of them this page carries is told by its names.
    const whose = {
      PUBLISHER: publisher !== null && publisherSubject(publisher) === id,
      AUTHOR: publisher !== null && author !== null && BYLINES.get(id) === `${author} at ${publisher}`,
      SPEAKER: numbers.length > 0,
    };
    const isOf = (one: PublishedStatement) =>
      kind === "SPEAKER" ? numbers.includes(one.number) : whose[kind];
    const belongs = whose[kind];
    if (!belongs) continue;
    if (assessed !== "WHOLE") inPart.push(slug);
    else
      for (const one of page.statements.filter((each) => each.post === 1 && isOf(each)))
        said.push({
          key: `${slug}#${one.number}`,
          page: slug,
          day: page.posts[1]?.date ?? NO_DAY,
          statement: one,
        });
    corrections.set(
      slug,
      all.filter((one) => one.articleId === row.articleId && one.correction !== null).length,
    );
  }
  return { said, inPart, corrections };
}

function promisesIn(said: readonly Said[], list: PromiseList): Said[] {
  return said.filter(({ statement: { prediction } }) => {
    if (prediction === null) return false;
    const { dueTo, outcome } = prediction;
    const became = outcome?.result.toLowerCase().replaceAll("_", "-");
    switch (list) {
      case "made":
        return true;
      case "open":
        return outcome === undefined && dueTo !== null && dueTo >= TODAY;
      case "overdue":
        return outcome === undefined && dueTo !== null && dueTo < TODAY;
      case "undated":
        return outcome === undefined && dueTo === null;
      case "fell-due":
        return dueTo !== null && dueTo < TODAY;
      default:
        return became === list;
    }
  });
}

/** Whole days from the last promised day to today, by another way than that of the page: told from ten on. */
function medianOf(overdue: readonly Said[]): number | null {
  const days = overdue
    .map(
      ({ statement: { prediction } }) =>
        (Date.parse(TODAY) - Date.parse(prediction?.dueTo ?? "")) / 86_400_000,
    )
    .sort((a, b) => a - b);
  if (days.length < 10) return null;
  const half = days.length / 2;
  return days.length % 2 === 1
    ? (days[Math.floor(half)] ?? Number.NaN)
    : ((days[half - 1] ?? Number.NaN) + (days[half] ?? Number.NaN)) / 2;
}

const NOTHING: TrackFilter = { label: null, period: null, promises: null };

/** The whole list, read part by part. */
async function walked(kind: TrackKind, id: string, filter: TrackFilter): Promise<string[]> {
  const found: string[] = [];
  let after: DueCursor | null = null;
  for (;;) {
    const part: StatementPage = await trackedStatements({ kind, id, filter, today: TODAY, after });
    expect(part.isProven).toBe(true);
    found.push(...part.places.map(({ article, statement: one }) => `${article.slug}#${one.number}`));
    if (part.more === null) return found.sort();
    after = DueCursor.parse(part.more);
  }
}

const keysOf = (said: readonly Said[]) => said.map(({ key }) => key).sort();

async function sameOf(kind: TrackKind, id: string): Promise<void> {
  const { said, inPart, corrections } = await recount(kind, id);
  const record = await trackRecord({ kind, id, today: TODAY });
  if (said.length + inPart.length + corrections.size === 0) {
    expect(record).toBeNull();
    return;
  }
  if (record === null) throw new Error("there is a record");
  expect(record.isProven).toBe(true);
  const labels = labelCounts(record.months);
  for (const label of READER_LABELS) {
    const own = said.filter(({ statement: one }) => one.label === label);
    expect([label, labels[label]]).toEqual([label, own.length]);
    expect(await walked(kind, id, { ...NOTHING, label })).toEqual(keysOf(own));
  }
  for (const { period, labels: counted } of bucketsOf(record.months)) {
    const { from, to } = daysOf(period);
    const then = said.filter(({ day }) => day >= from && day <= to);
    expect([period, sumOf(counted)]).toEqual([period, then.length]);
    expect(await walked(kind, id, { ...NOTHING, period })).toEqual(keysOf(then));
  }
  for (const list of PromiseList.options) {
    const own = promisesIn(said, list);
    expect([list, record.promises[list]]).toEqual([list, own.length]);
    expect(await walked(kind, id, { ...NOTHING, promises: list })).toEqual(keysOf(own));
  }
  expect(record.medianDaysOverdue).toBe(medianOf(promisesIn(said, "overdue")));
  const onPages = new Set(said.map(({ page: one }) => one));
  const corrected = [...onPages].filter((one) => (corrections.get(one) ?? 0) > 0);
  const times = new Map<string, number>();
  for (const { statement: one } of said)
    if (one.claim !== null) times.set(one.claim.slug, (times.get(one.claim.slug) ?? 0) + 1);
  const again = [...times].filter(([, n]) => n > 1);
  expect(record).toMatchObject({
    pages: onPages.size,
    pagesInPart: inPart.length,
    correctedPages: corrected.length,
    corrections: corrected.reduce((sum, one) => sum + (corrections.get(one) ?? 0), 0),
    claimsAgain: again.length,
    saidAgain: again.reduce((sum, [, n]) => sum + n - 1, 0),
  });
  const listed = async (list: "counted" | "corrected" | "in-part") =>
    (await trackedPages({ kind, id, list, place: null })).pages
      .map(({ content: one }) => one.article.slug)
      .sort();
  expect(await listed("counted")).toEqual([...onPages].sort());
  expect(await listed("corrected")).toEqual(corrected.sort());
  expect(await listed("in-part")).toEqual(inPart.sort());
  const { claims } = await claimsSaidAgain({ kind, id, after: null });
  expect(claims.map(({ slug, times: n }) => `${slug} ${n}`).sort()).toEqual(
    again.map(([slug, n]) => `${slug} ${n}`).sort(),
  );
}

async function allSame(): Promise<void> {
  for (const name of PUBLISHERS) await sameOf("PUBLISHER", publisherSubject(name));
  for (const id of BYLINES.keys()) await sameOf("AUTHOR", id);
  for (const id of speakerIds) await sameOf("SPEAKER", id);
}

const kept = () =>
  Promise.all([
    database().trackStatement.findMany({
      orderBy: [{ kind: "asc" }, { subjectId: "asc" }, { publicationId: "asc" }, { number: "asc" }],
    }),
    database().trackPage.findMany({
      orderBy: [{ kind: "asc" }, { subjectId: "asc" }, { publicationId: "asc" }],
    }),
    database().trackClaim.findMany({ orderBy: [{ kind: "asc" }, { subjectId: "asc" }, { claimId: "asc" }] }),
    database().trackTotal.findMany({
      orderBy: [{ kind: "asc" }, { subjectId: "asc" }, { measure: "asc" }, { day: "asc" }],
    }),
  ]);

test("whatever is published, put right, withdrawn, merged and parted: pages and lists say what a count of the publications says, and so does all of it worked out anew", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 2, maxLength: 10 }), async (some) => {
      for (const act of some) await perform(act);
      await allSame();
      expect((await verifyRecord()).faults).toEqual([]);
      const before = await kept();
      expect(await rebuildStanding()).toMatchObject({ before: 0, after: 0 });
      expect(await kept()).toEqual(before);
    }),
    { numRuns: 20 },
  );
}, 240_000);

const aPage = (
  n: number,
  said: readonly Partial<Made>[],
  more: Partial<Extract<Act, { kind: "page" }>> = {},
): Act => ({
  kind: "page",
  n,
  publisher: 0,
  author: 0,
  day: 1,
  isWhole: true,
  isKept: true,
  isCorrection: false,
  said: said.map((one) => ({
    label: "REPORTED",
    speaker: null,
    claim: null,
    promise: null,
    isInTeaser: false,
    ...one,
  })),
  ...more,
});

test("two who publish at once, and one who merges meanwhile, leave the numbers right", async () => {
  await perform({ kind: "part", n: 1 });
  await Promise.all([
    perform(
      aPage(0, [
        { speaker: 0, claim: 0 },
        { speaker: 1, claim: 0 },
      ]),
    ),
    perform(
      aPage(1, [
        { speaker: 1, claim: 0 },
        { speaker: 0, claim: 1 },
      ]),
    ),
    perform({ kind: "merge", from: 1, into: 0 }),
  ]);
  await allSame();
  expect((await verifyRecord()).faults).toEqual([]);
});

test.each([
  ["nine tell no median", [1, 1, 1, 1, 2, 2, 2, 2, 2], null],
  ["ten of two days: the mean of the two in the middle", [1, 1, 1, 1, 1, 2, 2, 2, 2, 2], 229],
  ["eleven: the one in the middle", [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2], 1],
])("days overdue, %s", async (_, dues, median) => {
  for (const n of [1, 2]) await perform(aPage(n, [], { publisher: null, author: null }));
  const late = dues.map((due) => ({ promise: { due, result: 0 } }));
  // What is recorded, what is to come and what has no day are no part of it.
  const others = [
    { promise: { due: 1, result: 2 } },
    { promise: { due: 4, result: 0 } },
    { promise: { due: 3, result: 0 } },
    { promise: { due: 0, result: 0 } },
  ];
  await perform(aPage(0, [...late, ...others]));
  const record = await trackRecord({
    kind: "PUBLISHER",
    id: publisherSubject(PUBLISHERS[0] ?? ""),
    today: TODAY,
  });
  expect(record?.medianDaysOverdue).toBe(median);
  await allSame();
});

test("merging and parting change no record until pages are published anew", async () => {
  for (const n of [0, 1, 2, 3]) await perform({ kind: "part", n });
  await perform(aPage(0, [{ speaker: 0 }]));
  await perform(aPage(1, [{ speaker: 1 }]));
  await perform(aPage(2, [], { publisher: null }));
  const [lina = "", short = ""] = speakerIds;
  const records = () =>
    Promise.all([lina, short].map((id) => trackRecord({ kind: "SPEAKER", id, today: TODAY })));
  const before = await records();
  expect(before.map((one) => one?.name)).toEqual(["Lina Aziz", "L. Aziz"]);
  await perform({ kind: "merge", from: 1, into: 0 });
  expect(await records()).toEqual(before);
  await perform({ kind: "part", n: 1 });
  expect(await records()).toEqual(before);
});

test("lists go on behind their last row, and hold each statement once", async () => {
  const many = Array.from({ length: 45 }, (_, i) => ({
    claim: i % 2,
    promise: { due: 1 + (i % 4), result: 0 },
  }));
  await perform(aPage(0, many));
  await perform(aPage(1, many, { day: 2 }));
  await perform(aPage(2, many, { day: 0 }));
  const id = publisherSubject(PUBLISHERS[0] ?? "");
  await sameOf("PUBLISHER", id);
  const first = await claimsSaidAgain({ kind: "PUBLISHER", id, after: null });
  expect(first.claims).toHaveLength(2);
  const after = AgainCursor.parse(`${first.claims[0]?.times}_${claimIds[0]}`);
  expect((await claimsSaidAgain({ kind: "PUBLISHER", id, after })).claims.length).toBeLessThan(2);
  const pagesFound = await trackedPages({ kind: "PUBLISHER", id, list: "counted", place: null });
  const at = TimeCursor.parse(`${pagesFound.pages[0]?.publishedAt}_ffffffff-ffff-4fff-bfff-ffffffffffff`);
  const back = await trackedPages({
    kind: "PUBLISHER",
    id,
    list: "counted",
    place: { way: "after", cursor: at },
  });
  expect(back.pages).toHaveLength(3);
});

test.each([...ANALYSED, "ar", "en-GB", "de", null])(
  "the database says of content that doesn’t tell whether all of a page in %s was looked at what the program says",
  async (language) => {
    for (const assessed of [undefined, "WHOLE", "PART"] as const) {
      const { assessed: _, ...plain } = foundingPublication().article;
      const article = { ...plain, language, ...(assessed && { assessed }) };
      const [row] = await database().$queryRaw<{ whole: boolean }[]>`
        SELECT is_whole(${JSON.stringify({ article })}::jsonb) AS whole`;
      expect([assessed, row?.whole]).toEqual([assessed, isWhole({ article })]);
    }
  },
);

test("one byline is one author at each publisher, and none where the page has no byline or no publisher", async () => {
  const [wire, harbour] = [PUBLISHERS[1] ?? "", PUBLISHERS[0] ?? ""];
  await perform(aPage(0, [{}, {}], { publisher: 0 }));
  await perform(aPage(1, [{}], { publisher: 1 }));
  await perform(aPage(2, [{}], { publisher: null }));
  const of = (publisher: string, author = AUTHORS[0] ?? "") =>
    trackRecord({ kind: "AUTHOR", id: authorSubject(publisher, author), today: TODAY });
  const said = async (publisher: string) => sumOf(labelCounts((await of(publisher))?.months ?? []));
  expect([await said(harbour), await said(wire)]).toEqual([2, 1]);
  expect(await of(wire)).toMatchObject({ name: "TankMan", publisher: wire, publisherKind: null, role: null });
  expect(await database().trackPage.count({ where: { kind: "AUTHOR" } })).toBe(2);
  await perform(aPage(0, [{}], { publisher: 0, author: null }));
  expect(await of(harbour)).toBeNull();
  // Put right, the page is in the record of the right byline.
  await perform(aPage(1, [{}], { publisher: 1, author: 1, isCorrection: true }));
  expect(await of(wire)).toBeNull();
  // Tests before this one corrected the page, too: a correction counts for every record that the page is in now.
  const corrections = await database().publication.count({
    where: { article: { slug: "page-1" }, correction: { not: null } },
  });
  expect(corrections).toBeGreaterThan(0);
  expect(await of(wire, AUTHORS[1])).toMatchObject({ name: "Lina Aziz", correctedPages: 1, corrections });
});

test.each([
  ["a b", "c"],
  ["a", "b c"],
  ["وكالة", "كاتب"],
  ["a", "x".repeat(5000)],
])("the database makes the same id of the byline of %s as the program", async (publisher, author) => {
  const [row] = await database().$queryRaw<{ id: string }[]>`
    SELECT author_subject(${publisher}, ${author})::text AS id`;
  expect(row?.id).toBe(authorSubject(publisher, author));
});

test("the median is that of whole days, each promise counted once, and none is told of fewer than ten", async () => {
  const late = (n: number, due: number) => Array.from({ length: n }, () => ({ promise: { due, result: 0 } }));
  const id = publisherSubject(PUBLISHERS[1] ?? "");
  const record = async () => trackRecord({ kind: "PUBLISHER", id, today: TODAY });
  await perform(aPage(0, [...late(5, 1), ...late(4, 2)], { publisher: 1 }));
  expect(await record()).toMatchObject({ promises: { overdue: 9 }, medianDaysOverdue: null });
  // 457 days ago and yesterday: five each.
  await perform(aPage(0, [...late(5, 1), ...late(5, 2), ...late(3, 4)], { publisher: 1 }));
  expect(await record()).toMatchObject({
    promises: { overdue: 10, open: 3 },
    medianDaysOverdue: (457 + 1) / 2,
  });
  await perform(aPage(0, [...late(6, 1), ...late(5, 2)], { publisher: 1 }));
  expect(await record()).toMatchObject({ medianDaysOverdue: 457 });
});
