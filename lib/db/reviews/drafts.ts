import { z } from "zod";
import { database, type Tx } from "#lib/db/core/client";
import { canonicalJson } from "#lib/db/core/hash";
import type { DraftView } from "#lib/domain/review-views";
import type { SentDraft } from "#lib/domain/sent-draft";

const Body = z.record(z.string(), z.string());

interface Draft {
  readonly userId: string;
  readonly subject: string;
  readonly body: Readonly<Record<string, string>> | null;
  readonly basedOn: string | null;
}

/**
 * Keep the latest of a draft; null `body` forgets it. False where another window saved another one meanwhile: nothing is changed
 * then.
 */
export async function writeDraft(
  tx: Tx,
  { userId, subject, body, basedOn }: Draft,
  now: Date,
): Promise<boolean> {
  const standing = await tx.draft.findUnique({ where: { userId_subject: { userId, subject } } });
  const isOther = standing !== null && standing.updatedAt.toISOString() !== basedOn;
  if (isOther && (body === null || canonicalJson(standing.body) !== canonicalJson(body))) return false;
  if (body === null) {
    await tx.draft.deleteMany({ where: { userId, subject } });
    return true;
  }
  await tx.draft.upsert({
    where: { userId_subject: { userId, subject } },
    create: { userId, subject, body, updatedAt: now },
    update: { body, updatedAt: now },
  });
  return true;
}

/** Forget the draft of a form that was sent. What another window saved of that form since stays. */
export async function forgetSentDraft(
  tx: Tx,
  userId: string,
  { subject, savedAt }: SentDraft,
): Promise<void> {
  await tx.draft.deleteMany({ where: { userId, subject, updatedAt: new Date(savedAt) } });
}

/** Everything this person was typing whose subject begins with one of these, oldest first. */
export async function readDraftsUnder(userId: string, prefixes: readonly string[]): Promise<DraftView[]> {
  const drafts = await database().draft.findMany({
    where: { userId, OR: prefixes.map((startsWith) => ({ subject: { startsWith } })) },
    orderBy: { updatedAt: "asc" },
  });
  return drafts.map(({ subject, body, updatedAt }) => ({
    subject,
    body: Body.parse(body),
    savedAt: updatedAt.toISOString(),
  }));
}

/** How many forms of one screen hold words that this person typed and didn't save. */
export function countDraftsUnder(tx: Tx, userId: string, prefix: string): Promise<number> {
  return tx.draft.count({ where: { userId, subject: { startsWith: prefix } } });
}

/** What the form of a promise's outcome is named by: the statement that it was opened from, of whichever review of the page. */
export const promiseSubject = (statementId: string): string => `promise:${statementId}`;

/** The forms of outcomes of promises on this version that hold words which this person typed and didn't save, oldest first. */
export async function readPromiseDrafts(
  userId: string,
  versionId: string,
  tx: Pick<Tx, "draft" | "statement"> = database(),
): Promise<(DraftView & { readonly statementId: string; readonly exact: string })[]> {
  const drafts = await tx.draft.findMany({
    where: { userId, subject: { startsWith: promiseSubject("") } },
    orderBy: { updatedAt: "asc" },
  });
  if (drafts.length === 0) return [];
  const ids = drafts.map(({ subject }) => subject.slice(promiseSubject("").length));
  const statements = await tx.statement.findMany({
    where: { versionId, id: { in: ids.filter((id) => z.uuid().safeParse(id).success) } },
    select: { id: true, exact: true },
  });
  return drafts.flatMap(({ subject, body, updatedAt }) => {
    const of = statements.find(({ id }) => subject === promiseSubject(id));
    if (of === undefined) return [];
    const view = { subject, body: Body.parse(body), savedAt: updatedAt.toISOString() };
    return [{ ...view, statementId: of.id, exact: of.exact }];
  });
}
