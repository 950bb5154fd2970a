import type { Tx } from "#lib/db/core/client";
import type { Assignment, ReviewKind } from "#lib/db/generated/client";
import type { Urgency } from "#lib/domain/labels";

/** What people said of the work on pages and claims: whose it is, how urgent, until when. */

/** What of an assignment a person sets; what is left out stays. */
export interface Said {
  readonly assigneeId?: string | null;
  readonly urgency?: Urgency | null;
  readonly dueAt?: Date | null;
}

export interface SaidOf extends Said {
  readonly subjectId: string;
  readonly kind: ReviewKind;
}

/** Keep these, each of another page or claim. Returns the revision of each afterwards, by its id. */
export async function keepAssignments(tx: Tx, said: readonly SaidOf[]): Promise<ReadonlyMap<string, number>> {
  if (said.length === 0) return new Map();
  const rows = said
    .map(({ assigneeId, urgency, dueAt, ...of }) => ({
      ...of,
      ...(assigneeId === undefined ? { keepsAssignee: true } : { assigneeId }),
      ...(urgency === undefined ? { keepsUrgency: true } : { urgency }),
      ...(dueAt === undefined ? { keepsDue: true } : { dueAt }),
    }))
    // In one order, so that two who write the same ones don't block each other.
    .sort((a, b) => a.subjectId.localeCompare(b.subjectId));
  const kept = await tx.$queryRaw<Pick<Assignment, "subjectId" | "revision">[]>`
    WITH given AS (
      SELECT g.*, coalesce(g."keepsAssignee", false) AS a, coalesce(g."keepsUrgency", false) AS u, coalesce(g."keepsDue", false) AS d
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS g("subjectId" uuid, "kind" "ReviewKind", "assigneeId" uuid,
        "urgency" "Urgency", "dueAt" timestamptz, "keepsAssignee" boolean, "keepsUrgency" boolean, "keepsDue" boolean)
    ), written AS (
      INSERT INTO "Assignment" ("subjectId", "kind", "assigneeId", "urgency", "dueAt")
      SELECT g."subjectId", g."kind",
        CASE WHEN g.a THEN old."assigneeId" ELSE g."assigneeId" END,
        CASE WHEN g.u THEN old."urgency" ELSE g."urgency" END,
        CASE WHEN g.d THEN old."dueAt" ELSE g."dueAt" END
      FROM given g LEFT JOIN "Assignment" old USING ("subjectId") ORDER BY g."subjectId"
      ON CONFLICT ("subjectId") DO UPDATE SET "assigneeId" = EXCLUDED."assigneeId", "urgency" = EXCLUDED."urgency",
        "dueAt" = EXCLUDED."dueAt", "revision" = "Assignment"."revision" + 1
      RETURNING "subjectId"::text, "revision"
    ) SELECT * FROM written`;
  return new Map(kept.map(({ subjectId, revision }) => [subjectId, revision]));
}

export type ReviewSubjectIds = { readonly versionId: string | null; readonly claimId: string | null };

async function subjectOf(tx: Tx, { versionId, claimId }: ReviewSubjectIds): Promise<string> {
  if (claimId !== null) return claimId;
  const where = { id: versionId ?? "" };
  return (await tx.articleVersion.findUniqueOrThrow({ where, select: { articleId: true } })).articleId;
}

/** Whoever begins work that was given to another has it from here on. What nobody was given to is theirs by itself. */
export async function takeUp(tx: Tx, review: ReviewSubjectIds, personId: string): Promise<void> {
  await tx.assignment.updateMany({
    where: { subjectId: await subjectOf(tx, review), assigneeId: { not: personId } },
    data: { assigneeId: personId, revision: { increment: 1 } },
  });
}

/** Whoever takes a review over has it, whosever it was. */
export async function handTo(tx: Tx, review: ReviewSubjectIds, personId: string): Promise<void> {
  const kind = review.claimId === null ? "ARTICLE" : "CLAIM";
  await keepAssignments(tx, [{ subjectId: await subjectOf(tx, review), kind, assigneeId: personId }]);
}

/** What is returned goes from its reader back to those who wrote it. */
export async function handBack(
  tx: Tx,
  review: ReviewSubjectIds & { readonly writers: readonly string[] },
): Promise<void> {
  await tx.assignment.updateMany({
    where: { subjectId: await subjectOf(tx, review), assigneeId: { not: null, notIn: [...review.writers] } },
    data: { assigneeId: null, revision: { increment: 1 } },
  });
}

/** The work is done: what was said of it holds no longer. */
export async function endWork(tx: Tx, review: ReviewSubjectIds): Promise<void> {
  await tx.assignment.updateMany({
    where: { subjectId: await subjectOf(tx, review) },
    data: { assigneeId: null, urgency: null, dueAt: null, revision: { increment: 1 } },
  });
}
