import { z } from "zod";
import { appendAudit, SYSTEM } from "#lib/db/audit/audit";
import { calendarDate } from "#lib/db/core/calendar";
import { database, type Tx, transaction } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import { keepQueue } from "#lib/db/queue/keep";
import { refuseWhileReadBlind } from "#lib/db/readings/readings";
import { lockReview, unfinishedReview } from "#lib/db/reviews/reviews";
import { storeFound } from "#lib/db/storing/parts";
import { switchOf } from "#lib/db/trials/switches";
import type { Analysis, CalendarDate } from "#lib/domain/analysis";
import { isAnalysed } from "#lib/domain/assessment";
import { LARGE_PAGE } from "#lib/domain/imports";
import type { ClaimMatch } from "#lib/domain/matching";
import { factsIn } from "#lib/domain/page-facts";
import {
  type CutPage,
  freshText,
  isNew,
  type LookedText,
  lookedAt,
  onlyStatements,
  type PartReadingView,
  textOfStatements,
  within,
} from "#lib/domain/part-readings";
import type { Reason } from "#lib/domain/reasons";
import { checkedSuggestion } from "#lib/domain/suggestions";
import type { Span } from "#lib/text/span";
import * as words from "#lib/words";
import { factsOfVersion, SAID } from "./facts";
import { cutAroundEach, partsOfVersion, type VersionParts } from "./parts";
import { lockVersion } from "./versions";

/**
 * Looks for statements in text that became the article's once a part was put right. One waits at most of each version, under one job that bears
 * its name; what ended is never changed, and asking again is another row.
 */

const said = words.partReadingEnds;

/** How often a look that failed through our own fault is tried, before it is given up with a sentence. */
const ATTEMPTS = 6;
/** A page may have thousands of statements, as when it is stored. In milliseconds. */
const LARGEST = { timeout: 180_000 };
/** What one look at the queue ends at most; the rest waits for the next. */
const MOST_LOST = 1000;
/** As with pages that come in: large ones one at a time, behind the small ones. */
const LARGE_QUEUE = "large pages";
const [SOON, LATER] = [0, 5];

const jobKey = (versionId: string) => `parts:${versionId}`;
const Spans = z.array(z.tuple([z.number().int(), z.number().int()]));

type Asking = Pick<Tx, "articleVersion" | "factCorrection" | "partReading">;
type Marked = Pick<Tx, "suggestion" | "statement">;

/** Where the machine looked for statements: as the page came in, and in what was put right and looked through since. */
export async function lookedThrough(
  tx: Pick<Tx, "partReading">,
  versionId: string,
  { machine, corrections }: Pick<VersionParts, "machine" | "corrections">,
): Promise<LookedText> {
  // Most pages are as the machine cut them, and nothing else is asked of those.
  if (corrections.length === 0) return lookedAt(machine);
  const rows = await tx.partReading.findMany({
    where: { versionId, found: { not: null } },
    select: { spans: true },
  });
  const { whole, starts } = lookedAt(machine);
  return { whole: [...whole, ...rows.flatMap(({ spans }) => spansOf(spans))], starts };
}

function spansOf(spans: Prisma.JsonValue): Span[] {
  return Spans.parse(spans ?? []).map(([start, end]) => ({ start, end }));
}

/** The words of a version that the machine suggests, or that somebody marked in any review of it. */
async function takenIn(tx: Marked, versionId: string): Promise<Span[]> {
  const select = { start: true, end: true } as const;
  return [
    ...(await tx.suggestion.findMany({ where: { versionId }, select })),
    ...(await tx.statement.findMany({ where: { versionId, removedAt: null }, select })),
  ];
}

/** What there is to look through of a version as its parts stand, with the version itself. */
async function freshOf(tx: Asking, versionId: string) {
  const version = await tx.articleVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { ...SAID, text: true, agencyDate: true, place: true, canonicalUrl: true, direction: true },
  });
  const parts = await partsOfVersion(tx, versionId);
  const looked = await lookedThrough(tx, versionId, parts);
  return { version, parts, looked, fresh: freshText(parts, looked, version.text) };
}

/** For the desk: where the machine looked, and how it stands with what was put right. `page.language` is what is said of it. */
export async function partReadingOf(
  tx: Asking & Marked,
  versionId: string,
  parts: VersionParts,
  page: { readonly text: string; readonly language: string | null },
): Promise<{ readonly looked: LookedText; readonly partReading: PartReadingView | null }> {
  const looked = await lookedThrough(tx, versionId, parts);
  if (parts.corrections.length === 0) return { looked, partReading: null };
  const last = await tx.partReading.findFirst({
    where: { versionId },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
  });
  const taken = await takenIn(tx, versionId);
  const isLeft = isRead(page.language) && freshText(parts, looked, page.text, taken).length > 0;
  if (last !== null) return { looked, partReading: viewOf(last, isLeft, parts) };
  return { looked, partReading: isLeft ? { state: "FAILED", message: said.before } : null };
}

/** Are statements looked for in a page that says it is in this language? */
const isRead = (language: string | null) => language === null || isAnalysed(language);

function viewOf(
  { endedAt, message, found, spans }: Prisma.PartReadingGetPayload<object>,
  isLeft: boolean,
  parts: VersionParts,
): PartReadingView | null {
  if (endedAt === null) return { state: "WAITING" };
  if (message !== null) return isLeft ? { state: "FAILED", message } : null;
  const isShown = within(textOfStatements(parts), spansOf(spans)).length > 0;
  return found !== null && isShown ? { state: "DONE", found } : null;
}

/** Where statements are looked for in text of this version now. */
export async function isLookedThrough(tx: Pick<Tx, "partReading">, versionId: string): Promise<boolean> {
  return (await tx.partReading.count({ where: { versionId, endedAt: null } })) > 0;
}

/**
 * Look through what no machine has, in the version as its parts stand: called by whoever puts them right, with the version locked. Where nothing is
 * left to look through, what waits is called off. Asked for twice is asked for once.
 *
 * Returns  whether something waits to be looked through.
 */
export async function followUp(
  tx: Tx,
  versionId: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { version, parts, looked } = await freshOf(tx, versionId);
  const left = freshText(parts, looked, version.text, await takenIn(tx, versionId));
  const { LANGUAGE } = factsIn(await factsOfVersion(tx, version));
  if (left.length === 0 || !isRead(LANGUAGE)) {
    await callOff(tx, versionId, at);
    return false;
  }
  await tx.partReading.createMany({
    data: { versionId, requestedById: by, requestedAt: at },
    skipDuplicates: true,
  });
  const isLarge = version.text.length > LARGE_PAGE;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      'parts', ${JSON.stringify({ versionId })}::json, max_attempts := ${ATTEMPTS}::int, job_key := ${jobKey(versionId)},
      queue_name := ${isLarge ? LARGE_QUEUE : null}, priority := ${isLarge ? LATER : SOON}::int)`;
  return true;
}

async function callOff(tx: Tx, versionId: string, at: Date): Promise<void> {
  const { count } = await tx.partReading.updateMany({
    where: { versionId, endedAt: null },
    data: { message: said.nothingLeft, endedAt: at },
  });
  if (count > 0) await tx.$executeRaw`SELECT graphile_worker.remove_job(${jobKey(versionId)})`;
}

export interface PartsToRead {
  readonly id: string;
  readonly cut: CutPage;
  readonly fresh: readonly Span[];
}

/** What waits to be looked through, and the page with its parts as they stand; null where nothing waits (any more). */
export async function partsToRead(versionId: string): Promise<PartsToRead | null> {
  const tx = database();
  const waiting = await tx.partReading.findFirst({
    where: { versionId, endedAt: null },
    select: { id: true },
  });
  if (waiting === null) return null;
  const { version, parts, fresh } = await freshOf(tx, versionId);
  const facts = factsIn(await factsOfVersion(tx, version));
  const cut: CutPage = {
    text: version.text,
    title: facts.TITLE,
    publishedAt: facts.DATE as CalendarDate | null,
    dates: { published: null, updated: null },
    publisher: facts.PUBLISHER,
    author: facts.AUTHOR,
    agency: facts.AGENCY,
    agencyDate: calendarDate(version.agencyDate),
    place: version.place,
    canonical: version.canonicalUrl,
    language: facts.LANGUAGE,
    direction: version.direction,
    links: [],
    posts: [...parts.posts],
    segments: parts.segments.map((part) => ({ ...part, reason: part.reason ?? PUT_RIGHT })),
    notes: [],
  };
  return { id: waiting.id, cut, fresh };
}

/** What stands for the machine's reason where a person said what a part is. It is read as evidence, and never stored. */
const PUT_RIGHT: Reason = { axis: "SEGMENT", rule: "segment/running-text", version: "1", score: 1 };

/** A page that was read with its parts as they stood, what of it was `fresh` then, and what each statement is to known claims. */
export interface ReadParts {
  readonly analysis: Analysis;
  readonly matches: readonly (ClaimMatch | null)[];
  readonly fresh: readonly Span[];
}

/**
 * What was found in text that no machine had looked through, as suggestions of the version that is here, and an event in the chain: all of it, or
 * nothing where the look was called off meanwhile. What anybody marked or decided stays as it is, and nothing is suggested over it. Text that came
 * to the article while this was read is asked for in turn.
 *
 * Throws   RefusedError `conflict` while the version is read blind.
 */
export async function keepFound(
  { versionId, id }: { readonly versionId: string; readonly id: string },
  read: ReadParts,
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    // In the order in which whoever puts parts right, or marks statements, locks them.
    await lockVersion(tx, versionId);
    const open = await unfinishedReview(tx, { versionId });
    if (open !== null) await lockReview(tx, open.id);
    const waiting = await tx.partReading.findFirst({ where: { id, endedAt: null } });
    if (waiting === null) return;
    await refuseWhileReadBlind(tx, versionId);
    const fresh = within((await freshOf(tx, versionId)).fresh, read.fresh);
    const found = await foundIn(tx, versionId, read, fresh);
    await storeFound(tx, { versionId, now, ...found }, await switchOf(tx));
    const { name, version } = read.analysis.engine;
    const spans = fresh.map(({ start, end }) => [start, end]);
    const count = found.proposals.length;
    await tx.partReading.update({
      where: { id },
      data: { found: count, spans, engineName: name, engineVersion: version, endedAt: now },
    });
    await followUp(tx, versionId, { by: waiting.requestedById, at: now });
    await keepQueue(tx, now);
    await appendAudit(tx, {
      at: now,
      actorId: SYSTEM,
      action: "partReading.keep",
      subjectId: `version:${versionId}`,
      payload: { readingId: id, spans, found: count, engine: read.analysis.engine },
    });
  }, LARGEST);
}

/** Of what was read the statements in `fresh` that nobody marked and no machine suggested. */
async function foundIn(tx: Tx, versionId: string, { analysis, matches }: ReadParts, fresh: readonly Span[]) {
  const taken = await takenIn(tx, versionId);
  const { text, segments } = analysis;
  const all = analysis.statements.map((one) => {
    const exact = text.slice(one.start, one.end);
    return isNew(one, fresh, taken) ? checkedSuggestion({ ...one, exact }, text, segments) : null;
  });
  const kept = all.flatMap((one, index) => (one === null ? [] : [index]));
  const only = onlyStatements(analysis, kept);
  const proposals = only.statements.map((one) => ({ ...one, exact: text.slice(one.start, one.end) }));
  const places = await cutAroundEach(tx, versionId, proposals);
  return { analysis: only, proposals, matches: kept.map((index) => matches[index] ?? null), places };
}

/** It ends without, unless it ended meanwhile. */
export async function endPartReading(id: string, message: string, now: Date): Promise<void> {
  await database().partReading.updateMany({ where: { id, endedAt: null }, data: { message, endedAt: now } });
}

/** Looks that wait for a job which is gone or has no try left: they end with a sentence, and can be asked for again. */
export async function endLostPartReadings(now: Date): Promise<number> {
  return database().$executeRaw`
    UPDATE "PartReading" SET "message" = ${said.gaveUp}, "endedAt" = ${now}
    WHERE "id" IN (
      SELECT r."id" FROM "PartReading" r
      LEFT JOIN graphile_worker.jobs j ON j.key = 'parts:' || r."versionId"::text
      WHERE r."endedAt" IS NULL AND (j.id IS NULL OR (j.locked_at IS NULL AND j.attempts >= j.max_attempts))
      LIMIT ${MOST_LOST}) AND "endedAt" IS NULL`;
}
