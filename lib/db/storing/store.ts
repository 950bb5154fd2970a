import { v7 as newId } from "uuid";
import { keepChecks } from "#lib/db/articles/checks";
import { type ComingPage, giveByRules, notInQueue } from "#lib/db/assigning/giving";
import { appendAudits, type NewAuditEvent } from "#lib/db/audit/audit";
import { Bundles } from "#lib/db/core/bundles";
import { dateColumn } from "#lib/db/core/calendar";
import { type Tx, transaction } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { insertRows } from "#lib/db/core/rows";
import { keepQueue } from "#lib/db/queue/keep";
import { switchOf } from "#lib/db/trials/switches";
import type { Analysis, Note } from "#lib/domain/analysis";
import { checkedSuggestion, type Suggestion } from "#lib/domain/suggestions";
import * as words from "#lib/words";
import { type Arrival, type ArticleOnPage, arrivalOf, articlesOf } from "./arrivals";
import { newArticles, type StoredArticle, storedArticles, trivialVersion } from "./articles";
import { checkOf, endImports, type Finding, goneFrom, rawOf } from "./ends";
import type { PageToStore } from "./page-to-store";
import { type NewParts, storeParts } from "./parts";
import { keepSnapshots } from "./snapshots";

/** The largest page that is taken in has thousands of statements, and a worker nobody to keep waiting. */
const LARGEST = { timeout: 180_000 };
/** What one transaction holds: pages, and UTF-16 units of their texts. */
const MOST_PAGES = 32;
const MOST_UNITS = 2_000_000;

export interface Stored {
  /** Of the page, or of the first of its posts. */
  readonly versionId: string;
  readonly articleId: string;
  /** False where the same text of the same article was here already: nothing was stored then. */
  readonly isNew: boolean;
  /** Of all its posts, in the page's order. */
  readonly versionIds: readonly string[];
}

const storing = new Bundles<Arrival, Stored>({
  keysOf: ({ names }) => names,
  weightOf: ({ page }) => page.analysis.text.length,
  most: { items: MOST_PAGES, weight: MOST_UNITS },
  work: (pages) => transaction((tx) => storePages(tx, pages), LARGEST),
});

/**
 * Keep one analysed page: all of it or nothing, and only once. A page that holds several posts is several articles, unless its
 * address is one already.
 *
 * Idempotent by content: the same article (its address and name there, or the hash of its text where it has none) with the same
 * text is the version that is there, and so is one that differs from what it showed last in trivial things alone. Calls about
 * one address take turns, so that parallel ones store it once. That it was looked at is kept in any case, once for each import;
 * so is, of the posts that were at its address before and are not any more, that they are gone from there.
 *
 * Pages that are given at the same time share a transaction; where that fails, each gets one of its own, so that none of them
 * costs another.
 *
 * Throws   AppError `conflict` where its import was cancelled meanwhile: nothing is stored then.
 */
export async function store(page: PageToStore, now: Date): Promise<Stored> {
  return storing.add(await arrivalOf(page, now));
}

/**
 * Settles when no page is being stored by this process. Whoever is about to keep the processor busy waits for it: a
 * transaction that can't go on meanwhile holds its locks, and all other writers with them.
 */
export function untilStored(): Promise<void> {
  return storing.idle();
}

/** All of these pages, or none. No two of them have one name. Returns what became of each, in their order. */
async function storePages(tx: Tx, arrivals: readonly Arrival[]): Promise<Stored[]> {
  const articlesOfEach = await articlesOf(tx, arrivals);
  const pages = articlesOfEach.flat();
  const stored = new Map((await storedArticles(tx, pages)).map((one) => [one.identity, one]));
  const there = await foundBefore(tx, pages, stored);
  const fresh = pages.filter(({ identity }) => !there.has(identity));
  const articles = await newArticles(
    tx,
    fresh.filter(({ identity }) => stored.get(identity)?.articleId === null),
  );
  const versions = fresh.map((one) => newVersion(one, stored.get(one.identity), articles));
  const findings = new Map([
    ...there,
    ...versions.map(({ finding }) => [finding.article.identity, finding] as const),
  ]);
  // In the page's order, which the looks keep.
  const found = articlesOfEach.map((posts) => posts.map(({ identity }) => findingOf(findings.get(identity))));
  const looks = found
    .flat()
    .filter(({ article, result }) => result === "NEW" || article.arrival.page.importId !== undefined);
  const gone = await goneFrom(tx, arrivals, found);
  await keepSnapshots(
    tx,
    [...looks.map(({ article }) => article.arrival), ...gone.map(({ arrival }) => arrival)].flatMap(rawOf),
  );
  await insertRows(
    tx,
    "ArticleVersion",
    versions.map(({ row }) => row),
  );
  await storeParts(
    tx,
    versions.map(({ parts }) => parts),
    await switchOf(tx),
  );
  await endImports(tx, arrivals, found);
  await keepChecks(tx, [
    ...looks.map(({ article, ...shown }) => checkOf(article.arrival, shown)),
    ...gone.map(({ arrival, articleId }) => checkOf(arrival, { articleId, result: "GONE" })),
  ]);
  const [first] = arrivals;
  const given = first === undefined ? [] : await keepWork(tx, versions.map(comingPage), first.now);
  await appendAudits(tx, [...versions.map(({ event }) => event), ...given]);
  return found.map(storedOf);
}

/** What came stands in the queue, and what wasn't there is given by rules. Returns the events of that. */
async function keepWork(tx: Tx, pages: readonly ComingPage[], now: Date): Promise<NewAuditEvent[]> {
  const coming = await notInQueue(tx, pages);
  await keepQueue(tx, now);
  const events = await giveByRules(tx, coming, now);
  if (events.length > 0) await keepQueue(tx, now);
  return events;
}

function comingPage({ finding }: { readonly finding: Finding }): ComingPage {
  const { article, articleId, versionId } = finding;
  return { articleId, versionId, importId: article.arrival.page.importId ?? null };
}

/** Those of the pages that make no version, by name: their text is there, or is what the page showed last in all that matters. */
async function foundBefore(
  tx: Tx,
  pages: readonly ArticleOnPage[],
  stored: ReadonlyMap<string, StoredArticle>,
): Promise<ReadonlyMap<string, Finding>> {
  const findings = new Map<string, Finding>();
  for (const page of pages) {
    const { articleId = null, versionId = null } = stored.get(page.identity) ?? {};
    if (articleId === null) continue;
    const shown = versionId ?? (await trivialVersion(tx, page, articleId));
    if (shown === null) continue;
    const result = versionId === null ? "TRIVIAL" : "SAME";
    findings.set(page.identity, { article: page, articleId, versionId: shown, result });
  }
  return findings;
}

/** Throws Error where the page is neither stored nor there: a bug. */
function findingOf(finding: Finding | undefined): Finding {
  if (finding === undefined) throw new Error("a page was lost on its way");
  return finding;
}

function storedOf(posts: readonly Finding[]): Stored {
  const { articleId, versionId } = findingOf(posts[0]);
  const versionIds = posts.map((post) => post.versionId);
  return { articleId, versionId, versionIds, isNew: posts.some(({ result }) => result === "NEW") };
}

function newVersion(
  article: ArticleOnPage,
  stored: StoredArticle | undefined,
  articles: ReadonlyMap<string, string>,
) {
  const { reading, identity, textSha256 } = article;
  const { page, now } = article.arrival;
  const { analysis, matches } = reading;
  const articleId = stored?.articleId ?? articles.get(identity);
  if (articleId === undefined) throw new Error("a page has no article");
  const versionId = newId();
  const { proposals, notes } = checkedSuggestions(analysis);
  const parts: NewParts = { versionId, analysis, proposals, matches, now };
  const row = {
    id: versionId,
    articleId,
    number: (stored?.number ?? 0) + 1,
    text: analysis.text,
    textLength: analysis.text.length,
    textSha256,
    normalizerVersion: analysis.normalizerVersion,
    title: analysis.title,
    postedAt: dateColumn(analysis.publishedAt),
    dates: analysis.dates,
    canonicalUrl: analysis.canonical,
    author: analysis.author,
    agency: analysis.agency,
    agencyDate: dateColumn(analysis.agencyDate),
    place: analysis.place,
    language: analysis.language,
    direction: analysis.direction,
    links: analysis.links,
    engineName: analysis.engine.name,
    engineVersion: analysis.engine.version,
    notes: [...analysis.notes, ...notes],
    snapshotSha256: sha256(page.bytes),
    fetchedAt: page.fetchedAt ?? now,
  };
  const event = {
    at: now,
    actorId: page.requestedBy,
    action: "version.store",
    subjectId: `version:${versionId}`,
    payload: { articleId, textSha256, engine: analysis.engine },
  };
  const finding: Finding = { article, articleId, versionId, result: "NEW" };
  return { row, parts, event, finding };
}

/** A proposal whose quote isn't the text under its span is left out, with a note: one slip doesn't cost the page. */
function checkedSuggestions(analysis: Analysis): { proposals: (Suggestion | null)[]; notes: Note[] } {
  const { text, segments } = analysis;
  const proposals = analysis.statements.map((statement) => {
    const exact = text.slice(statement.start, statement.end);
    return checkedSuggestion({ ...statement, exact }, text, segments);
  });
  const refused = proposals.filter((proposal) => proposal === null).length;
  const remark = words.imports.refusedProposals(refused);
  return { proposals, notes: refused === 0 ? [] : [{ stage: "store", remark }] };
}
