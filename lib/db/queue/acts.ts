import { z } from "zod";
import { database, lockNames, type Tx } from "#lib/db/core/client";
import type { ReviewKind } from "#lib/db/generated/client";
import { MOST_CHOSEN } from "#lib/domain/bounds";
import { Urgency } from "#lib/domain/labels-shapes";
import type { LastAct } from "#lib/domain/queue-acts";
import type { ChosenItem } from "#lib/domain/queue-acts-shapes";
import type { QueuePlace } from "#lib/domain/queue-work";
import { Id } from "#lib/domain/reviews";

/** Acts on items of the queue: what they are about, and what stood there before. */

const DATES = z.iso.datetime().transform((at) => new Date(at));
/** What an act changed, as it stood before it; what isn't there was left as it was. */
export const Before = z.object({
  assigneeId: Id.nullable().optional(),
  urgency: Urgency.nullable().optional(),
  dueAt: DATES.nullable().optional(),
  isDismissed: z.literal(false).optional(),
  /** Suggestions that this review had not decided. */
  sure: z.object({ reviewId: Id, suggestionIds: z.array(Id) }).optional(),
});
export type Before = z.infer<typeof Before>;

/** An item that an act is about, locked with its page or claim until the transaction ends. */
export interface LockedItem {
  readonly id: string;
  readonly subjectId: string;
  readonly kind: ReviewKind;
  /** Null for a claim. */
  readonly versionId: string | null;
  readonly title: string | null;
  readonly place: QueuePlace;
  readonly assigneeId: string | null;
  readonly writers: readonly string[];
  /** Did somebody change what is said of the work since the screen showed it, or the work itself go on? */
  readonly isChanged: boolean;
  readonly given: {
    readonly assigneeId: string | null;
    readonly urgency: Urgency | null;
    readonly dueAt: Date | null;
    readonly revision: number;
  };
}

const NOTHING_GIVEN = { assigneeId: null, urgency: null, dueAt: null, revision: 0 } as const;
const SHOWN = { id: true, subjectId: true, title: true } as const;

/** Those of the chosen items that are there, and how many aren't any more. One page is one item, however often it was chosen. */
export async function lockItems(
  tx: Tx,
  chosen: readonly ChosenItem[],
): Promise<{ readonly items: readonly LockedItem[]; readonly gone: number }> {
  const ids = [...new Set(chosen.map(({ id }) => id))];
  const seen = await tx.queueItem.findMany({ where: { id: { in: ids } }, select: SHOWN });
  await lockSubjects(
    tx,
    seen.map(({ subjectId }) => subjectId),
  );
  const rows = await tx.queueItem.findMany({
    where: { id: { in: ids } },
    select: { ...SHOWN, kind: true, versionId: true, place: true, assigneeId: true, writers: true },
  });
  const given = await tx.assignment.findMany({
    where: { subjectId: { in: rows.map(({ subjectId }) => subjectId) } },
  });
  const givenBy = new Map(given.map((row) => [row.subjectId, row]));
  const revisions = new Map(chosen.map(({ id, revision }) => [id, revision]));
  const items = rows.map((row) => {
    const said = givenBy.get(row.subjectId) ?? NOTHING_GIVEN;
    return { ...row, given: said, isChanged: revisions.get(row.id) !== said.revision };
  });
  const one = new Map(items.map((item) => [item.subjectId, item]));
  return { items: [...one.values()], gone: ids.length - rows.length };
}

/** As whoever works out their rows does: nobody changes them meanwhile. */
const lockSubjects = (tx: Tx, ids: readonly string[]) =>
  lockNames(
    tx,
    ids.map((id) => `queue:${id}`),
  );

export interface Changed {
  readonly subjectId: string;
  readonly kind: ReviewKind;
  readonly before: Before;
  /** Of the assignment, once it was changed. */
  readonly revision: number;
}

export async function keepAct(
  tx: Tx,
  act: {
    readonly actId: string;
    readonly action: string;
    /** Null where a rule did it. */
    readonly byId: string | null;
    readonly ruleId?: string;
    readonly givenToId?: string;
    readonly at: Date;
  },
  changed: readonly Changed[],
): Promise<void> {
  await tx.queueAct.createMany({
    data: changed.map(({ before, ...row }) => ({
      ...act,
      ...row,
      before: JSON.parse(JSON.stringify(before)),
    })),
  });
}

export interface UndoableItem {
  readonly subjectId: string;
  readonly kind: ReviewKind;
  readonly before: Before;
  readonly title: string | null;
  /** Did somebody change it after the act? */
  readonly isChanged: boolean;
  /** The rule that gave it, and to whom; both null where a person did it. */
  readonly ruleId: string | null;
  readonly givenToId: string | null;
}

/**
 * What an act of this person, or where they may undo those too (`isOfRules`) of a rule, changed and nobody took back yet, locked; empty where there is
 * no such act.
 */
export async function lockAct(
  tx: Tx,
  actId: string,
  byId: string,
  { isOfRules }: { readonly isOfRules: boolean },
): Promise<UndoableItem[]> {
  const where = { actId, undoneAt: null, OR: [{ byId }, ...(isOfRules ? [{ ruleId: { not: null } }] : [])] };
  const found = await tx.queueAct.findMany({ where, select: { subjectId: true } });
  await lockSubjects(
    tx,
    found.map(({ subjectId }) => subjectId),
  );
  const rows = await tx.queueAct.findMany({ where });
  const subjectIds = rows.map(({ subjectId }) => subjectId);
  const of = { where: { subjectId: { in: subjectIds } } };
  const given = await tx.assignment.findMany({ ...of, select: { subjectId: true, revision: true } });
  const titles = await tx.queueItem.findMany({ ...of, select: { subjectId: true, title: true } });
  const dismissed = await tx.article.findMany({
    where: { id: { in: subjectIds } },
    select: { id: true, dismissedAt: true },
  });
  const revisions = new Map(given.map(({ subjectId, revision }) => [subjectId, revision]));
  const titleOf = new Map(titles.map(({ subjectId, title }) => [subjectId, title]));
  const dismissedAt = new Map(dismissed.map((row) => [row.id, row.dismissedAt?.getTime() ?? null]));
  return rows.map(({ subjectId, kind, at, ...row }) => {
    const before = Before.parse(row.before);
    const isChanged =
      before.isDismissed === undefined
        ? (revisions.get(subjectId) ?? 0) !== row.revision
        : dismissedAt.get(subjectId) !== at.getTime();
    const title = titleOf.get(subjectId) ?? null;
    const { ruleId, givenToId } = row;
    return { subjectId, kind, before, isChanged, title, ruleId, givenToId };
  });
}

/** So many of a person's acts are looked through, the newest first. */
const ACTS_BACK = 5;

/**
 * The newest act of this person since a time of which anything can be taken back: what of it nobody changed since, as `lockAct` tells it. Null
 * where there is none among their last five.
 */
export async function lastUndoable(byId: string, since: Date): Promise<LastAct | null> {
  const [last] = await database().$queryRaw<(Omit<LastAct, "at"> & { at: Date })[]>`
    SELECT a."actId"::text, a."action", a."at", count(*)::int AS items FROM (
      SELECT * FROM "QueueAct" WHERE "byId" = ${byId}::uuid ORDER BY "actId" DESC LIMIT ${ACTS_BACK * MOST_CHOSEN}
    ) a
    LEFT JOIN "Assignment" g ON g."subjectId" = a."subjectId" LEFT JOIN "Article" p ON p."id" = a."subjectId"
    WHERE a."undoneAt" IS NULL AND a."at" >= ${since}::timestamptz
      AND CASE WHEN a."before" ? 'sure' THEN EXISTS (
          SELECT FROM "SuggestionDecision" d JOIN "Statement" s ON s."id" = d."statementId"
          WHERE d."reviewId" = (a."before" #>> '{sure,reviewId}')::uuid AND d."undoneAt" IS NULL AND d."isTogether"
            AND a."before" #> '{sure,suggestionIds}' ? d."suggestionId"::text AND s."revision" = 1 AND s."removedAt" IS NULL)
        WHEN a."before" ? 'isDismissed' THEN p."dismissedAt" = a."at" ELSE coalesce(g."revision", 0) = a."revision" END
    GROUP BY a."actId", a."action", a."at" ORDER BY a."actId" DESC LIMIT 1`;
  return last === undefined ? null : { ...last, at: last.at.toISOString() };
}

export async function markUndone(
  tx: Tx,
  actId: string,
  subjectIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx.queueAct.updateMany({
    where: { actId, subjectId: { in: [...subjectIds] } },
    data: { undoneAt: at },
  });
}

/** The events of acts that were about one of these pages or claims, as their history names them. */
export async function actsAbout(tx: Pick<Tx, "queueAct">, subjectIds: readonly string[]): Promise<string[]> {
  const rows = await tx.queueAct.findMany({
    where: { subjectId: { in: [...subjectIds] } },
    orderBy: { actId: "desc" },
    take: 100,
    select: { actId: true },
  });
  return rows.map(({ actId }) => actSubject(actId));
}

export const actSubject = (actId: string): string => `queue:${actId}`;
