import type { Analysis, Note } from "#lib/domain/analysis";
import { Suggestion } from "#lib/domain/suggestion";
import type { ComparedText } from "#lib/domain/version-diff";
import { words } from "#lib/domain/words";
import { appendAudit } from "./audit";
import { dateColumn } from "./calendar";
import { keepCheck, shownVersion } from "./checks";
import { type Tx, transaction } from "./client";
import { sha256 } from "./hash";
import { markStored } from "./import-end";
import { freeSlug } from "./slugs";
import { type ClaimMatch, storeParts } from "./store-parts";

/** The largest page that is taken in has thousands of statements, and a worker nobody to keep waiting. */
const LARGEST = { timeout: 180_000 };

export interface Storable {
  readonly analysis: Analysis;
  /** For each of `analysis.statements`, the claim it reads like, or null. */
  readonly matches: readonly (ClaimMatch | null)[];
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  readonly url: string | null;
  readonly isSample: boolean;
  /** When its site gave it; without one, now. */
  readonly fetchedAt?: Date;
  /** A user's id, or `SYSTEM`. */
  readonly requestedBy: string;
  /** The page that was looked at again; left out, its address or its text tells. */
  readonly articleId?: string;
  /** The import that it came by, which is done once the page is stored. */
  readonly importId?: string;
  /** Does the page differ from this state of it in nothing that an editor must look at? */
  isTrivialChange(shown: ComparedText): boolean;
}

export interface Stored {
  readonly versionId: string;
  readonly articleId: string;
  /** False where the same text of the same page was here already: nothing was stored then. */
  readonly isNew: boolean;
}

/**
 * Keep one analysed page: all of it or nothing, and only once.
 *
 * Idempotent by content: the same page (its address, or the hash of its text where it has none) with the same text is the
 * version that is there, and so is one that differs from what the page showed last in trivial things alone. Calls about one
 * page take turns, so that parallel ones store it once. That it was looked at is kept in any case, once for each import.
 *
 * Throws   AppError `conflict` where its import was cancelled meanwhile: nothing is stored then.
 */
export function store(page: Storable, now: Date): Promise<Stored> {
  return transaction(async (tx) => {
    const textSha256 = sha256(page.analysis.text);
    const identity = await identityOf(tx, page, textSha256);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${identity}, 0))`;
    const known = await knownVersion(tx, page, identity, textSha256);
    if (known !== null) {
      await markStored(tx, page.importId, known.versionId, now);
      if (page.importId !== undefined) await keepLook(tx, page, known, now);
      return { versionId: known.versionId, articleId: known.articleId, isNew: false };
    }
    const articleId = await articleFor(tx, page, identity, now);
    const versionId = await storeVersion(tx, page, articleId, textSha256, now);
    await markStored(tx, page.importId, versionId, now);
    await keepLook(tx, page, { articleId, versionId, result: "NEW" }, now);
    await appendAudit(tx, {
      at: now,
      actorId: page.requestedBy,
      action: "version.store",
      subjectId: `version:${versionId}`,
      payload: { articleId, textSha256, engine: page.analysis.engine },
    });
    return { versionId, articleId, isNew: true };
  }, LARGEST);
}

async function identityOf(tx: Tx, page: Storable, textSha256: string): Promise<string> {
  if (page.articleId !== undefined) {
    const where = { id: page.articleId };
    return (await tx.article.findUniqueOrThrow({ where, select: { identity: true } })).identity;
  }
  return page.url === null ? `sha256:${textSha256}` : articleAddress(page.url);
}

interface Seen {
  readonly articleId: string;
  readonly versionId: string;
  readonly result: "NEW" | "SAME" | "TRIVIAL";
}

/** The version that says what this page says; null where none does. */
async function knownVersion(
  tx: Tx,
  page: Storable,
  identity: string,
  textSha256: string,
): Promise<Seen | null> {
  const same = await tx.articleVersion.findFirst({
    where: { textSha256, article: { identity } },
    select: { id: true, articleId: true },
  });
  if (same !== null) return { versionId: same.id, articleId: same.articleId, result: "SAME" };
  const article = await tx.article.findUnique({ where: { identity }, select: { id: true } });
  const shownId = article && (await shownVersion(tx, article.id));
  if (article === null || shownId === null) return null;
  const shown = await tx.articleVersion.findUniqueOrThrow({
    where: { id: shownId },
    select: { text: true, segments: { select: { start: true, end: true, type: true } } },
  });
  if (!page.isTrivialChange(shown)) return null;
  return { articleId: article.id, versionId: shownId, result: "TRIVIAL" };
}

/** The bytes are kept with the look, also where they made no version. */
async function keepLook(tx: Tx, page: Storable, seen: Seen, now: Date): Promise<void> {
  const { bytes, mediaType } = page;
  const isKept = seen.result === "NEW";
  const snapshotSha256 = isKept ? sha256(bytes) : await keepSnapshot(tx, bytes, mediaType, now);
  const importId = page.importId ?? null;
  await keepCheck(tx, { ...seen, at: page.fetchedAt ?? now, snapshotSha256, importId });
}

/** Two spellings of one address are one page: the fragment is dropped, the rest written as browsers write it. */
export function articleAddress(url: string): string {
  const address = new URL(url);
  address.hash = "";
  return address.href;
}

async function articleFor(tx: Tx, page: Storable, identity: string, now: Date): Promise<string> {
  const known = await tx.article.findUnique({ where: { identity }, select: { id: true } });
  if (known !== null) return known.id;
  const { title, text, publisher } = page.analysis;
  const slug = await freeSlug(
    tx,
    "article",
    title ?? text.trim().slice(0, 100),
    `page-${sha256(identity).slice(0, 6)}`,
  );
  const article = await tx.article.create({
    data: {
      slug,
      identity,
      url: page.url,
      isSample: page.isSample,
      createdAt: now,
      publisherId: publisher === null ? null : await publisherId(tx, publisher),
    },
  });
  return article.id;
}

async function publisherId(tx: Tx, name: string): Promise<string> {
  await tx.publisher.createMany({ data: [{ name }], skipDuplicates: true });
  return (await tx.publisher.findUniqueOrThrow({ where: { name }, select: { id: true } })).id;
}

async function storeVersion(
  tx: Tx,
  page: Storable,
  articleId: string,
  textSha256: string,
  now: Date,
): Promise<string> {
  const { analysis } = page;
  const { proposals, notes } = checkedSuggestions(analysis);
  const snapshotSha256 = await keepSnapshot(tx, page.bytes, page.mediaType, now);
  const version = await tx.articleVersion.create({
    data: {
      articleId,
      number: (await tx.articleVersion.count({ where: { articleId } })) + 1,
      text: analysis.text,
      textLength: analysis.text.length,
      textSha256,
      normalizerVersion: analysis.normalizerVersion,
      title: analysis.title,
      postedAt: dateColumn(analysis.publishedAt),
      author: analysis.author,
      agency: analysis.agency,
      agencyDate: dateColumn(analysis.agencyDate),
      place: analysis.place,
      language: analysis.language,
      direction: analysis.direction,
      engineName: analysis.engine.name,
      engineVersion: analysis.engine.version,
      notes: [...analysis.notes, ...notes],
      dates: analysis.dates,
      canonicalUrl: analysis.canonical,
      snapshotSha256,
      fetchedAt: page.fetchedAt ?? now,
    },
  });
  await storeParts(tx, version.id, { analysis, proposals, matches: page.matches }, now);
  return version.id;
}

/** Raw bytes are kept once, by their hash. Returns the hash. */
export async function keepSnapshot(
  tx: Tx,
  bytes: Uint8Array,
  mediaType: string | null,
  now: Date,
): Promise<string> {
  const hash = sha256(bytes);
  const data = [{ sha256: hash, bytes: new Uint8Array(bytes), mediaType, createdAt: now }];
  await tx.snapshot.createMany({ data, skipDuplicates: true });
  return hash;
}

/** A proposal whose quote isn't the text under its span is left out, with a note: one slip doesn't cost the page. */
function checkedSuggestions(analysis: Analysis): { proposals: (Suggestion | null)[]; notes: Note[] } {
  const schema = Suggestion(analysis.text, analysis.segments);
  const proposals = analysis.statements.map((statement) => {
    const exact = analysis.text.slice(statement.start, statement.end);
    return schema.safeParse({ ...statement, exact }).data ?? null;
  });
  const refused = proposals.filter((proposal) => proposal === null).length;
  const remark = words.imports.refusedProposals(refused);
  return { proposals, notes: refused === 0 ? [] : [{ stage: "store", remark }] };
}
