import { z } from "zod";
import { database, type Tx } from "#lib/db/core/client";
import type { DraftView } from "#lib/domain/review-views";

const Body = z.record(z.string(), z.string());

/** Keep the latest of a draft; null `body` forgets it. */
export async function writeDraft(
  tx: Tx,
  draft: {
    readonly userId: string;
    readonly subject: string;
    readonly body: Readonly<Record<string, string>> | null;
  },
  now: Date,
): Promise<void> {
  const { userId, subject, body } = draft;
  if (body === null) {
    await tx.draft.deleteMany({ where: { userId, subject } });
    return;
  }
  await tx.draft.upsert({
    where: { userId_subject: { userId, subject } },
    create: { userId, subject, body, updatedAt: now },
    update: { body, updatedAt: now },
  });
}

/** Everything this person was typing whose subject begins so, oldest first. */
export async function readDraftsUnder(userId: string, prefix: string): Promise<DraftView[]> {
  const drafts = await database().draft.findMany({
    where: { userId, subject: { startsWith: prefix } },
    orderBy: { updatedAt: "asc" },
  });
  return drafts.map(({ subject, body, updatedAt }) => ({
    subject,
    body: Body.parse(body),
    savedAt: updatedAt.toISOString(),
  }));
}
