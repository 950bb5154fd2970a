import { lockNames, type Tx } from "#lib/db/core/client";
import { claimsReadBlindBy, isReadBlind } from "#lib/db/readings/readings";
import type { Named } from "#lib/domain/mentions";
import type { Mention } from "#lib/domain/mentions-shapes";
import { RefusedError } from "#lib/domain/refusals";
import { MOST_THREADS, type StandingThread } from "#lib/domain/threads";
import type { Span } from "#lib/text/span";

/** Threads, for the verbs. */

export interface LockedThread extends StandingThread {
  readonly id: string;
  readonly versionId: string | null;
  readonly claimId: string | null;
}

/** Nobody writes in it, resolves or reopens it until the transaction ends. Null where there is none. */
export async function lockThread(tx: Tx, id: string): Promise<LockedThread | null> {
  await tx.$queryRaw`SELECT 1 FROM "DeskThread" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.deskThread.findUnique({
    where: { id },
    select: {
      id: true,
      versionId: true,
      claimId: true,
      revision: true,
      comments: true,
      resolvedBy: { select: { name: true } },
    },
  });
}

export type ThreadPlace =
  | { readonly versionId: string; readonly span: Span | null }
  | { readonly claimId: string };

/**
 * Where a new thread can hang: the page or the claim is there, and takes one more; nobody adds one to it meanwhile. False where it isn't there.
 *
 * Throws   RefusedError `conflict` where it has as many as can be.
 */
export async function lockPlace(tx: Tx, place: ThreadPlace): Promise<boolean> {
  const on =
    "claimId" in place
      ? await tx.claim.findUnique({ where: { id: place.claimId }, select: { id: true } })
      : await tx.articleVersion.findUnique({ where: { id: place.versionId }, select: { articleId: true } });
  if (on === null) return false;
  const [name, where] =
    "id" in on ? [on.id, { claimId: on.id }] : [on.articleId, { version: { articleId: on.articleId } }];
  await lockNames(tx, [`threads:${name}`]);
  if ((await tx.deskThread.count({ where })) >= MOST_THREADS) {
    throw new RefusedError("conflict", { reason: "manyThreads" });
  }
  return true;
}

/**
 * While a version of a page is read blind nobody says a word of the page; and whoever reads it says none of a claim that stands there.
 *
 * Throws   RefusedError `conflict`.
 */
export async function refuseIfReadBlind(
  tx: Tx,
  { versionId, claimId }: { readonly versionId: string | null; readonly claimId: string | null },
  personId: string,
): Promise<void> {
  if (versionId !== null && (await isPageReadBlind(tx, versionId))) {
    throw new RefusedError("conflict", { reason: "threadsHeldBack" });
  }
  if (claimId !== null && (await isClaimReadBlindBy(tx, personId, claimId))) {
    throw new RefusedError("conflict", { reason: "claimReadBlind" });
  }
}

/** Does this claim, or what it is one with, stand on a page that this person is reading blind? */
export async function isClaimReadBlindBy(tx: Tx, personId: string, claimId: string): Promise<boolean> {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { rootId: true } });
  return claim !== null && (await claimsReadBlindBy(tx, personId, [claim.rootId])).size > 0;
}

/** Is any version of this version's page read blind now? */
export async function isPageReadBlind(tx: Tx, versionId: string): Promise<boolean> {
  return isReadBlind(tx, { article: { versions: { some: { id: versionId } } } });
}

export async function createThread(
  tx: Tx,
  place: ThreadPlace,
  openedById: string,
  openedAt: Date,
): Promise<LockedThread> {
  const at =
    "claimId" in place
      ? { claimId: place.claimId, versionId: null }
      : { claimId: null, versionId: place.versionId, ...place.span };
  const { id } = await tx.deskThread.create({ data: { ...at, openedById, openedAt }, select: { id: true } });
  return { id, ...at, revision: 1, comments: 0, resolvedBy: null };
}

export interface NewComment {
  readonly authorId: string;
  readonly body: string;
  readonly mentions: readonly Mention[];
}

/** One comment more in a locked thread; the first one is written with the thread, and moves it on all the same. */
export async function keepComment(
  tx: Tx,
  thread: LockedThread,
  { authorId, body, mentions }: NewComment,
  at: Date,
): Promise<{ readonly commentId: string; readonly number: number; readonly revision: number }> {
  const number = thread.comments + 1;
  const revision = thread.revision + 1;
  const { id } = await tx.deskComment.create({
    data: { threadId: thread.id, number, authorId, at, body, mentions: [...mentions] },
    select: { id: true },
  });
  await tx.deskThread.update({ where: { id: thread.id }, data: { comments: number, revision } });
  return { commentId: id, number, revision };
}

/** A locked thread is resolved by this person, or open again where that is null. Returns its new revision. */
export async function keepResolved(
  tx: Tx,
  thread: Pick<LockedThread, "id" | "revision">,
  by: string | null,
  at: Date,
): Promise<number> {
  const revision = thread.revision + 1;
  const resolved = { resolvedById: by, resolvedAt: by === null ? null : at };
  await tx.deskThread.update({ where: { id: thread.id }, data: { ...resolved, revision } });
  return revision;
}

/** Null where there is none. */
export function commentById(tx: Tx, id: string) {
  return tx.deskComment.findUnique({
    where: { id },
    select: { id: true, threadId: true, number: true, authorId: true, takenBackAt: true },
  });
}

export async function emptyComment(tx: Tx, id: string, takenBackAt: Date): Promise<void> {
  await tx.deskComment.update({ where: { id }, data: { body: "", mentions: [], takenBackAt } });
}

/** Everybody who ever had an account. */
export async function peopleToName(tx: Pick<Tx, "user">): Promise<Named[]> {
  const rows = await tx.user.findMany({ select: { id: true, name: true, disabledAt: true } });
  return rows.map(({ id, name, disabledAt }) => ({ id, name, isOpen: disabledAt === null }));
}

/** Who wrote in a thread. */
export async function writersIn(tx: Tx, threadId: string): Promise<string[]> {
  const rows = await tx.deskComment.findMany({
    where: { threadId },
    distinct: ["authorId"],
    select: { authorId: true },
  });
  return rows.map(({ authorId }) => authorId);
}
