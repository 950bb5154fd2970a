import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { disconnect } from "#lib/db/core/client";
import { dueInbox } from "#lib/db/outcomes/desk";
import { MOST_COUNTED, reportsPage } from "#lib/db/reports/error-reports";
import { archive } from "#lib/db/testing/archive";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { planOf, questionsOf, readBy } from "#lib/db/testing/plans";
import { type ListPlace, PlaceCursor, StatementCursor, TimeCursor } from "#lib/domain/cursors";
import { DueCursor } from "#lib/domain/promise-desk";
import type { LedgerAsked } from "#lib/domain/promise-ledger";
import { publisherSubject } from "#lib/domain/publisher-subject";
import { questionOf, type SearchKind } from "#lib/domain/search";
import {
  askedOf,
  EVERYTHING,
  NO_FACETS,
  type SearchFilter,
  type SearchPlace,
} from "#lib/domain/search-filter";
import { AgainCursor, type PageList, type TrackFilter } from "#lib/domain/track-records";
import { postsBeside } from "./beside";
import { everyClaim, everyCorrection, everyPage } from "./everything";
import { articleProof, claimProof, signedHeads } from "./evidence";
import { lostPages } from "./lost-pages";
import { promisesToCome, publishedDays, publishedOn } from "./outside";
import { seenPage } from "./page-looks";
import { latestPromises, promiseCounts, promisesForCalendar, publishedPromises } from "./promises";
import { textNeighbours } from "./provenance";
import {
  homeFeed,
  neighboursOf,
  publicCorrections,
  publishedArticle,
  publishedClaim,
  publishedClaims,
  publishedPages,
} from "./published";
import { relatedClaims } from "./related";
import { searchPublished } from "./search";
import { MOST_COUNTED as MOST_FOUND, searchCounts } from "./search-counts";
import { publishedStatements } from "./statements";
import { followedTellings, publishedTemplate, tellingsBefore, timesTold } from "./templates";
import { publishedTopic, publishedTopics } from "./topics";
import { trackRecord } from "./track";
import {
  claimsSaidAgain,
  followedAgain,
  followedStatements,
  trackedPages,
  trackedStatements,
} from "./track-lists";
import { publicVersion } from "./version";
import { isGone } from "./withdrawn";

/**
 * What readers' pages ask of an archive, by the plans of PostgreSQL: no page walks a table that grows, and none reads rows in numbers that
 * the archive sets.
 */

const PAGES = 6000;
/** More than the rows of any page: fifty places with their publications, events and links, a few of each. */
const MOST_ROWS = 700;
/** A search goes along its list, which is far longer, and looks into the ten statements of each page on its way. */
const MOST_WALKED = 1_300;
const mostRead = (relation: string | undefined): number =>
  relation === undefined || relation === "StandingText" || relation === "StandingPromise"
    ? MOST_WALKED
    : relation === "StandingSaid"
      ? MOST_WALKED * 10
      : MOST_ROWS;

let db: Awaited<ReturnType<typeof freshDatabase>>;
let sql: Client;
let known: Awaited<ReturnType<typeof archive>>;
beforeAll(async () => {
  db = await freshDatabase();
  known = await archive(db.url, { pages: PAGES, seed: 7 });
  sql = new Client({ connectionString: db.url });
  await sql.connect();
  await sql.query(REPORTS);
  await sql.query(`ANALYZE "ErrorReport"`);
  await sql.query("SET session_replication_role = replica");
  await sql.query(VERSIONS, [known.article]);
  await sql.query(LOOKS, [known.article]);
  await sql.query("RESET session_replication_role");
  await sql.query(`ANALYZE "ArticleVersion", "PageCheck"`);
  // The planner may rather walk a table of a few thousand rows than look up fifty of them, by version and by chance: what is asked is whether
  // an index serves the question. The rows that are read are counted all the same.
  await sql.query("SET enable_seqscan = off");
}, 240_000);
afterAll(async () => {
  await sql.end();
  await disconnect();
  await db.close();
});

// A test that fails within a transaction leaves it open.
afterEach(() => sql.query("ROLLBACK"));

/** What readers wrote to the newsroom: one in seven a claim; one in ten waits for an answer, and one in a hundred was erased. */
const REPORTS = `
  INSERT INTO "ErrorReport" ("id", "kind", "tokenHash", "words", "sentAt", "answer", "answeredAt", "erasedAt")
  SELECT gen_random_uuid(), (CASE WHEN n % 7 = 0 THEN 'CLAIM' ELSE 'ERROR' END)::"ReportKind", encode(sha256(n::text::bytea), 'hex'),
    CASE WHEN n % 100 = 1 THEN NULL ELSE 'It is wrong.' END, timestamp '2025-01-01' + n * interval '1 minute',
    CASE WHEN n % 100 = 1 OR n > ${PAGES - PAGES / 10} THEN NULL ELSE 'It was put right.' END,
    CASE WHEN n > ${PAGES - PAGES / 10} THEN NULL ELSE now() END, CASE WHEN n % 100 = 1 THEN now() END
  FROM generate_series(1, ${PAGES}) n`;

/** A page that changes all the time and is looked at for years, and others that were looked at twice. */
const VERSIONS = `
  INSERT INTO "ArticleVersion" ("articleId", "number", "text", "textLength", "textSha256", "normalizerVersion", "direction", "engineName",
    "engineVersion", "notes", "snapshotSha256", "fetchedAt", "id")
  SELECT a.id, n, said, length(said), encode(sha256(said::bytea), 'hex'), '1', 'ltr', 'rules', '1', '[]', '-',
    timestamp '2025-01-01' + n * interval '1 hour', gen_random_uuid()
  FROM "Article" a CROSS JOIN generate_series(1, 2000) n CROSS JOIN LATERAL (SELECT 'It is so, ' || n AS said) text WHERE n <= 2 OR a.slug = $1`;
const LOOKS = `
  INSERT INTO "PageCheck" ("id", "articleId", "at", "result", "versionId")
  SELECT gen_random_uuid(), v."articleId", v."fetchedAt" + n * interval '1 minute', 'SAME', v.id
  FROM "ArticleVersion" v JOIN "Article" a ON a.id = v."articleId" CROSS JOIN generate_series(1, 5) n WHERE n <= 2 OR a.slug = $1`;

async function seen(slug: string) {
  const page = await publishedArticle(slug);
  if (page === null) throw new Error("the page stands");
  const { looks, versions } = await seenPage(page.content);
  expect([looks.looks, looks.areAllCounted, versions.length]).toEqual([500, false, 101]);
  return looks;
}

async function related(slug: string) {
  const claim = await publishedClaim(slug);
  return claim && relatedClaims(claim);
}

async function around(slug: string, place: ListPlace | null = null) {
  const page = await publishedArticle(slug);
  return page && textNeighbours(page.content, place);
}

/** Tables that stay small however much is published. */
const SMALL = new Set(["User", "RecordCheck", "StandingTotal"]);

function search(typed: string, kind: SearchKind | null = null, place: SearchPlace | null = null) {
  const question = questionOf(typed);
  if (question === null) throw new Error("nothing is asked for");
  return searchPublished({ question, kind, facets: NO_FACETS }, place);
}

function narrowed(filter: Partial<SearchFilter>) {
  const asked = askedOf({ ...EVERYTHING, ...filter });
  if (asked === null) throw new Error("nothing is asked for");
  return searchPublished(asked, null);
}

const promises = (some: Partial<LedgerAsked>): LedgerAsked => ({
  state: null,
  publisher: null,
  speaker: null,
  from: null,
  to: null,
  question: null,
  today: "2026-11-23",
  ...some,
});

async function promisesFurther(some: Partial<LedgerAsked>) {
  const { next } = await publishedPromises(promises(some), null);
  return publishedPromises(promises(some), { way: "after", cursor: DueCursor.parse(next) });
}

async function promisesBack(some: Partial<LedgerAsked>) {
  const { previous } = await promisesFurther(some);
  return publishedPromises(promises(some), { way: "before", cursor: DueCursor.parse(previous) });
}

const ofPublisher = () => ({ kind: "PUBLISHER" as const, id: publisherSubject(known.publisher) });
const ofSpeaker = () => ({ kind: "SPEAKER" as const, id: known.speaker });
const HELD = "2025-06-01";

/** The statements behind a number of a record, and the part of them that follows. */
function tracked(filter: Partial<TrackFilter>) {
  const asked = { filter: { label: null, period: null, promises: null, ...filter }, today: HELD };
  return async () => {
    const { more } = await trackedStatements({ ...ofSpeaker(), ...asked, after: null });
    const after = more === null ? null : DueCursor.parse(more);
    return trackedStatements({ ...ofSpeaker(), ...asked, after });
  };
}

const pagesBehind = (list: PageList) => () =>
  trackedPages({
    ...ofSpeaker(),
    list,
    place: { way: "after", cursor: TimeCursor.parse(known.middle) },
  });

const middleTopic = async () => (await publishedTopics(null)).topics[20]?.id ?? "";

const pages: Readonly<Record<string, () => Promise<unknown>>> = {
  home: () => homeFeed("2026-11-23"),
  claims: () => publishedClaims(null),
  "claims, in the middle": () => publishedClaims({ way: "after", cursor: TimeCursor.parse(known.middle) }),
  "claims, back": () => publishedClaims({ way: "before", cursor: TimeCursor.parse(known.middle) }),
  claim: () => publishedClaim(known.claim),
  "a claim that many pages make": () => publishedClaim(known.manyPlaces),
  "a claim that many pages make, further on": async () => {
    const first = await publishedClaim(known.manyPlaces);
    return publishedClaim(known.manyPlaces, PlaceCursor.parse(first?.places.more));
  },
  "claims beside a claim": () => related(known.claim),
  "claims beside one that has a verdict": () => related(known.judged),
  "claims beside one that many pages make": () => related(known.manyPlaces),
  article: () => publishedArticle(known.article),
  "looks at a page, and its versions": () => seen(known.article),
  "posts of the same page": async () => (await postsBeside(known.article)) ?? "none",
  "pages that a claim lost": async () => (await lostPages(known.manyPlaces)).length,
  "a claim that is gone": () => isGone("CLAIM", known.claim),
  corrections: () => publicCorrections(null),
  "corrections, in the middle": () =>
    publicCorrections({ way: "after", cursor: TimeCursor.parse(known.middle) }),
  pages: () => publishedPages(null),
  "pages, in the middle": () => publishedPages({ way: "after", cursor: TimeCursor.parse(known.middle) }),
  "pages, back": () => publishedPages({ way: "before", cursor: TimeCursor.parse(known.middle) }),
  "the neighbours of a page": () => neighboursOf("ARTICLE", known.article),
  "the neighbours of a claim": () => neighboursOf("CLAIM", known.claim),
  "a search for what one page says": () => search("page 4321"),
  "a search for what every page says": () => search("gazette"),
  "the same, in the middle": () =>
    search("gazette", "pages", { way: "after", cursor: TimeCursor.parse(known.middle) }),
  "the same, back": () => search("gazette", null, { way: "before", cursor: TimeCursor.parse(known.middle) }),
  "a search for claims alone": () => search("claim number", "claims"),
  "a search for what all pages say and no claim does": () => search("gazette", "claims"),
  "a search for what pages say and claims have": () => narrowed({ q: "gazette", verdict: "NO_VERDICT" }),
  "pages on which one statement has what statements have apart": () =>
    narrowed({ label: "UNSOURCED_SPECULATION", speaker: "the two sides", kind: "pages" }),
  "statements that have what statements have apart": () =>
    narrowed({ label: "UNSOURCED_SPECULATION", speaker: "the two sides", kind: "statements" }),
  "a search for mistyped words": () => search("gazete everybodi"),
  "a search for statements": () => search("harbour", "statements"),
  "a search for statements, in the middle": () =>
    search("harbour", "statements", {
      way: "after",
      cursor: StatementCursor.parse(`${known.middle}_5`),
    }),
  "a search for statements, back": () =>
    search("harbour", "statements", {
      way: "before",
      cursor: StatementCursor.parse(`${known.middle}_5`),
    }),
  "pages of a publisher": () => narrowed({ publisher: "Gazette 7" }),
  "pages of a publisher that say something": () => narrowed({ publisher: "Gazette 7", q: "gazette" }),
  "pages with a label": () => narrowed({ label: "REPORTED" }),
  "statements with a label": () => narrowed({ label: "REPORTED", kind: "statements" }),
  "statements under a label that nothing has, by a search": () =>
    narrowed({ label: "OPINION", kind: "statements" }),
  "statements of a speaker under a label": () =>
    narrowed({ label: "REPORTED", speaker: "the two sides", kind: "statements", q: "harbour" }),
  "pages on which a speaker says something under a label": () =>
    narrowed({ label: "REPORTED", speaker: "the two sides", kind: "pages" }),
  "claims with a verdict": () => narrowed({ verdict: "NO_VERDICT" }),
  "pages and claims of a topic": () => narrowed({ topic: "Topic number 0" }),
  "pages that promise something for a month": () => narrowed({ due: "2025-12" }),
  "a search for nothing": () => search("zzzzzzzz gazette"),
  "the proof of a page": () => articleProof(known.article),
  "the proof of a verdict": () => claimProof(known.judged),
  "promises to come": () => promisesToCome("2024-01-01"),
  "what fell due, on the desk": () => dueInbox("2026-11-23", null),
  "what fell due, further on": async () => {
    const { more } = await dueInbox("2026-11-23", null);
    return dueInbox("2026-11-23", DueCursor.parse(more));
  },
  "what names all that is published": () => publicVersion(),
  "reports that wait": async () => {
    const { reports, open } = await reportsPage({ state: "open", kind: null }, null);
    expect([reports.length, open]).toEqual([20, MOST_COUNTED]);
  },
  "sent claims that wait": () => reportsPage({ state: "open", kind: "CLAIM" }, null),
  "reports that were answered": () => reportsPage({ state: "answered", kind: null }, null),
  "sent claims that were answered": () => reportsPage({ state: "answered", kind: "CLAIM" }, null),
  "sent claims that were answered, further on": async () => {
    const { older } = await reportsPage({ state: "answered", kind: "CLAIM" }, null);
    return reportsPage(
      { state: "answered", kind: "CLAIM" },
      { way: "after", cursor: TimeCursor.parse(older) },
    );
  },
  statements: () => publishedStatements({ label: null, after: null }),
  "statements, in the middle": () =>
    publishedStatements({ label: null, after: StatementCursor.parse(`${known.middle}_5`) }),
  "statements under a label": () => publishedStatements({ label: "REPORTED", after: null }),
  "statements under a label, in the middle": () =>
    publishedStatements({
      label: "UNSOURCED_SPECULATION",
      after: StatementCursor.parse(`${known.middle}_5`),
    }),
  "statements under a label that nothing has": () => publishedStatements({ label: "OPINION", after: null }),
  "all promises": () => publishedPromises(promises({}), null),
  "all promises, further on": () => promisesFurther({}),
  "all promises, back": () => promisesBack({}),
  "open promises": () => publishedPromises(promises({ state: "open", today: "2024-06-01" }), null),
  "open promises, further on": () => promisesFurther({ state: "open", today: "2024-06-01" }),
  "open promises, back": () => promisesBack({ state: "open", today: "2024-06-01" }),
  "promises that are due": () => publishedPromises(promises({ state: "due", today: "2024-06-01" }), null),
  "overdue promises": () => publishedPromises(promises({ state: "overdue" }), null),
  "overdue promises, further on": () => promisesFurther({ state: "overdue" }),
  "overdue promises, back": () => promisesBack({ state: "overdue" }),
  "promises of which something is recorded": () => publishedPromises(promises({ state: "resolved" }), null),
  "promises that happened": () => publishedPromises(promises({ state: "happened" }), null),
  "promises without a day": () => publishedPromises(promises({ state: "undated" }), null),
  "promises of a publisher": () => publishedPromises(promises({ publisher: "Gazette 7" }), null),
  "overdue promises of a publisher, further on": () =>
    promisesFurther({ state: "overdue", publisher: "Gazette 7" }),
  "promises of somebody who made none": () => publishedPromises(promises({ speaker: "Nobody" }), null),
  "promises between two days": () =>
    publishedPromises(promises({ from: "2024-03-01", to: "2024-03-31" }), null),
  "promises that say something": () =>
    publishedPromises(promises({ question: questionOf("gazette"), state: "overdue" }), null),
  "promises of a publisher and of somebody, who share none": () =>
    publishedPromises(promises({ publisher: "Gazette 7", speaker: "Nobody" }), null),
  "how many promises a word has that none says": () =>
    promiseCounts(promises({ today: "2024-06-01", question: questionOf("everybody") })),
  "how many promises there are": () => promiseCounts(promises({ today: "2024-06-01" })),
  "how many promises a publisher has": () =>
    promiseCounts(promises({ today: "2024-06-01", publisher: "Gazette 7" })),
  "a template": () => publishedTemplate(known.template, null),
  "a template, further on": async () => {
    const first = await publishedTemplate(known.template, null);
    const cursor = DueCursor.parse(first?.next);
    return publishedTemplate(known.template, { way: "after", cursor });
  },
  "a template, back": async () => {
    const first = await publishedTemplate(known.template, null);
    const cursor = DueCursor.parse(first?.next);
    return publishedTemplate(known.template, { way: "before", cursor });
  },
  topics: () => publishedTopics(null),
  "topics, further on": async () => publishedTopics({ way: "after", id: await middleTopic() }),
  "topics, back": async () => publishedTopics({ way: "before", id: await middleTopic() }),
  "a topic that many pages have": () => publishedTopic(known.topic, null),
  "a topic, in the middle": () =>
    publishedTopic(known.topic, { way: "after", cursor: TimeCursor.parse(known.middle) }),
  "a topic, back": () =>
    publishedTopic(known.topic, { way: "before", cursor: TimeCursor.parse(known.middle) }),
  "a topic that is gone": () => isGone("TOPIC", known.topic),
  "how often a template is told": () => timesTold([known.template]),
  "what was promised before": () => tellingsBefore(known.template, "2024-11-01", known.article),
  "pages around a text that everybody copied": () => around("page-0"),
  "the same text, in the middle of its copies": () =>
    around("page-0", { way: "after", cursor: TimeCursor.parse(known.middle) }),
  "the same text, back": () => around("page-0", { way: "before", cursor: TimeCursor.parse(known.middle) }),
  "pages around a copy": () => around(known.article),
  "promises as a feed": async () => (await latestPromises(promises({ state: "overdue" }))).length,
  "promises as a calendar": async () => (await promisesForCalendar(promises({ state: "overdue" }))).length,
  "an export's first part of pages": async () => (await everyPage().next()).value,
  "an export's first part of claims": async () => (await everyClaim().next()).value,
  "an export's first part of corrections": async () => (await everyCorrection().next()).value,
  "the record of a publisher": () => trackRecord({ ...ofPublisher(), today: HELD }),
  "the record of an author": () => trackRecord({ kind: "AUTHOR", id: known.author, today: HELD }),
  "statements of a record": tracked({}),
  "those under a label": tracked({ label: "REPORTED" }),
  "those under a label that it hardly has": tracked({ label: "OPINION" }),
  "those of a month": tracked({ period: "2025-03" }),
  "those of a year under a label": tracked({ period: "2025", label: "REPORTED" }),
  "its promises": tracked({ promises: "made" }),
  "its open promises": tracked({ promises: "open" }),
  "its overdue promises": tracked({ promises: "overdue" }),
  "its promises without a day": tracked({ promises: "undated" }),
  "its promises that fell due": tracked({ promises: "fell-due" }),
  "its promises that happened": tracked({ promises: "happened" }),
  "statements of a record, for programs that follow them": () =>
    followedStatements({
      ...ofSpeaker(),
      filter: { label: null, period: null, promises: null },
      today: HELD,
    }),
  "what a record says again, for programs that follow it": async () =>
    (await followedAgain(ofSpeaker())).length,
  "tellings of a template, for programs that follow them": () => followedTellings(known.template),
  "pages of a record": pagesBehind("counted"),
  "pages of a record that were corrected": pagesBehind("corrected"),
  "pages of a record that were looked at in part": pagesBehind("in-part"),
  "claims of a record that were made again": () => claimsSaidAgain({ ...ofSpeaker(), after: null }),
  "the same, further on": () =>
    claimsSaidAgain({
      ...ofSpeaker(),
      after: AgainCursor.parse("3_ffffffff-ffff-4fff-bfff-ffffffffffff"),
    }),
  "signed heads": async () => (await signedHeads()).length >= 0,
};

test.each(Object.entries(pages))("%s", async (_, ask) => {
  const { questions, given } = await questionsOf(ask);
  expect(given).not.toBeNull();
  expect(questions.length).toBeGreaterThan(0);
  for (const question of questions) {
    const nodes = await planOf(sql, question);
    const walked = nodes
      .filter((node) => node["Node Type"] === "Seq Scan" && !SMALL.has(node["Relation Name"] ?? ""))
      .map((node) => `${node["Relation Name"]}: ${question.text}`);
    expect(walked).toEqual([]);
    for (const node of nodes) {
      const read = readBy(node);
      expect([question.text, read < mostRead(node["Relation Name"])]).toEqual([question.text, true]);
    }
  }
});

test("what stands beyond the walk is found: the oldest page, by a word that all pages say and a language of its own", async () => {
  await sql.query(`UPDATE "StandingText" SET facets = facets || ARRAY['language:fy'] WHERE "subjectId" =
    (SELECT "subjectId" FROM "StandingText" WHERE kind = 'ARTICLE' ORDER BY "publishedAt" LIMIT 1)`);
  const asked = askedOf({ ...EVERYTHING, q: "gazette", language: "fy" });
  if (asked === null) throw new Error("something is asked for");
  expect((await searchPublished(asked, null)).results).toHaveLength(1);
  expect((await searchCounts(asked)).kinds).toEqual({ all: 1, pages: 1, claims: 0, statements: 0 });
});

test.each([
  { q: "gazette" },
  { q: "gazette", kind: "statements" },
  { label: "REPORTED", kind: "statements" },
  { label: "REPORTED", speaker: "the two sides" },
  { publisher: "Gazette 7", q: "gazette" },
  { verdict: "NO_VERDICT" },
  { date: "2025" },
  { topic: "Topic number 0" },
  { q: "gazette", verdict: "NO_VERDICT" },
  { q: "gazette", kind: "claims" },
  { label: "UNSOURCED_SPECULATION", speaker: "the two sides" },
] as Partial<SearchFilter>[])(
  "what a search counts is counted to its end and no further: %j",
  async (filter) => {
    const asked = askedOf({ ...EVERYTHING, ...filter });
    if (asked === null) throw new Error("nothing is asked for");
    // One page or claim in four has what is rarest here. Pages of the archive have ten statements each, of which one list is counted at a time.
    const most = (relation: string) =>
      relation === "StandingText" ? (MOST_FOUND + 1) * 4 + 100 : mostRead("StandingSaid");
    const { questions } = await questionsOf(() => searchCounts(asked));
    for (const question of questions) {
      for (const node of await planOf(sql, question)) {
        expect([question.text, node["Node Type"]]).not.toEqual([question.text, "Seq Scan"]);
        if (node["Relation Name"] === undefined) continue;
        const read = readBy(node);
        expect([question.text, node["Relation Name"], read <= most(node["Relation Name"])]).toEqual([
          question.text,
          node["Relation Name"],
          true,
        ]);
      }
    }
  },
);

test("the record of whoever speaks on every page reads its numbers, by an index: a few for each day of the calendar, and no statement", async () => {
  // The archive's promises are for a thousand days.
  const MOST_NUMBERS = 1100;
  const { questions } = await questionsOf(() => trackRecord({ ...ofSpeaker(), today: HELD }));
  for (const question of questions) {
    for (const node of await planOf(sql, question)) {
      expect([question.text, node["Node Type"]]).not.toEqual([question.text, "Seq Scan"]);
      const read = readBy(node);
      expect([question.text, read < MOST_NUMBERS]).toEqual([question.text, true]);
    }
  }
});

test.each(["tracked_statement_rows", "tracked_page_rows", "tracked_measures"])(
  "a page that is published is found in its records by itself, and no other is opened: %s",
  async (view) => {
    const { rows } = await sql.query<{ id: string }>(
      `SELECT "publicationId" AS id FROM "Standing" WHERE kind = 'ARTICLE' ORDER BY 1 LIMIT 1`,
    );
    // As the planner would have it, which these questions aren't to depend on.
    await sql.query("SET enable_seqscan = on");
    try {
      const text = `SELECT * FROM ${view} WHERE "publicationId" = ANY ($1::uuid[])`;
      for (const node of await planOf(sql, { text, values: [[rows[0]?.id]] })) {
        const read = readBy(node);
        expect([node["Node Type"], node["Relation Name"], read < 100]).toEqual([
          node["Node Type"],
          node["Relation Name"],
          true,
        ]);
      }
    } finally {
      await sql.query("SET enable_seqscan = off");
    }
  },
);

test("the index of sitemaps counts what stands by indexes alone, and not again before something is published", async () => {
  const { questions } = await questionsOf(() => publishedDays());
  const nodes = (await Promise.all(questions.map((question) => planOf(sql, question)))).flat();
  const walked = nodes.filter((node) => node["Node Type"] === "Seq Scan");
  expect(walked.map((node) => node["Relation Name"]).filter((name) => !SMALL.has(name ?? ""))).toEqual([]);
  const again = await questionsOf(() => publishedDays());
  expect(again.questions.length).toBeLessThan(questions.length);
});

test("the sitemap of a day reads that day, by an index", async () => {
  const [day] = await publishedDays();
  if (day === undefined) throw new Error("the archive holds pages that were published");
  const { questions } = await questionsOf(() => publishedOn(day.day));
  for (const question of questions) {
    const nodes = await planOf(sql, question);
    const names = nodes.filter((node) => node["Relation Name"]?.startsWith("Standing"));
    expect(names.map((node) => node["Node Type"])).not.toContain("Seq Scan");
  }
});

test("a question that walks a table would be noticed", async () => {
  const nodes = await planOf(sql, { text: `SELECT count(content) FROM "Publication"`, values: [] });
  expect(nodes.map((node) => node["Node Type"])).toContain("Seq Scan");
});
