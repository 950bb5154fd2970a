import { WITHDRAW } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import type { Publication } from "#lib/db/generated/client";
import type { PublicCorrection } from "#lib/domain/published";
import { articleOf, claimOf, standing } from "./rows";

const MOST = 200;

/**
 * Public changes to published items, newest first: of one page or claim, or of all. A withdrawal gives its day and its reason
 * and nothing of what was withdrawn.
 */
export async function publicCorrections(
  of: { articleId: string } | { claimId: string } | Record<string, never> = {},
): Promise<PublicCorrection[]> {
  const changed = await database().publication.findMany({
    where: { ...of, OR: [{ correction: { not: null } }, { withdrawnAt: { not: null } }] },
    orderBy: { publishedAt: "desc" },
    take: MOST,
  });
  const entries = await Promise.all(changed.map(entriesOf));
  return withoutRepeats(entries.flat()).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

async function entriesOf(row: Publication): Promise<PublicCorrection[]> {
  const entries: PublicCorrection[] = [];
  const now = await standsNow(row);
  const what = { kind: row.kind, page: now };
  if (row.correction !== null && now !== null) {
    const at = row.publishedAt.toISOString();
    entries.push({ ...what, at, isWithdrawal: false, reason: row.correction, withdrawnByWriter: null });
  }
  if (row.withdrawnAt !== null) {
    const reason = row.withdrawnReason ?? "";
    const withdrawnByWriter = await writerWhoWithdrew(row);
    entries.push({
      ...what,
      at: row.withdrawnAt.toISOString(),
      isWithdrawal: true,
      reason,
      withdrawnByWriter,
    });
  }
  return entries;
}

/** Withdrawing is no reading by a second person: where a writer did it alone, that is told. */
async function writerWhoWithdrew({ reviewId }: Publication): Promise<string | null> {
  const event = await database().auditEvent.findFirst({
    where: { subjectId: `review:${reviewId}`, action: WITHDRAW },
    select: { actorId: true },
  });
  if (event === null) return null;
  const writer = await database().reviewWriter.findFirst({
    where: { reviewId, userId: event.actorId },
    select: { user: { select: { name: true } } },
  });
  return writer?.user.name ?? null;
}

/** What readers find at the same place today. */
async function standsNow(row: Publication): Promise<PublicCorrection["page"]> {
  if (row.articleId !== null) {
    const now = await standing({ articleId: row.articleId });
    if (now === null) return null;
    const { article } = articleOf(now);
    return { title: article.title, href: `/articles/${article.slug}` };
  }
  const now = row.claimId === null ? null : await standing({ claimId: row.claimId });
  if (now === null) return null;
  const { claim } = claimOf(now);
  return { title: claim.wording, href: `/claims/${claim.slug}` };
}

/** Several publications of one page are withdrawn together: readers are told once. */
function withoutRepeats(entries: readonly PublicCorrection[]): PublicCorrection[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = `${entry.at}:${entry.isWithdrawal}:${entry.kind}:${entry.reason}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
