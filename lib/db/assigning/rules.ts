import { lockNames, type Tx } from "#lib/db/core/client";
import type { AssigningRule } from "#lib/db/generated/client";
import type { RuleConditions } from "#lib/domain/assigning";

/** Rules that give work, as the acts of editors change them. */

/** One at a time changes which rules there are, and how; no page is given by one meanwhile. */
export async function lockRules(tx: Tx): Promise<void> {
  await lockNames(tx, ["assigning"]);
  await lockStanding(tx);
}

/** In one order, so that two who lock them don't block each other. */
export async function lockStanding(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "AssigningRule" WHERE "deletedAt" IS NULL ORDER BY "id" FOR NO KEY UPDATE`;
}

/** How many rules there are that weren't deleted, and the last place that one of them has; 0 for none. */
export async function rulesThere(tx: Tx): Promise<{ readonly count: number; readonly last: number }> {
  const { _count, _max } = await tx.assigningRule.aggregate({
    where: { deletedAt: null },
    _count: true,
    _max: { place: true },
  });
  return { count: _count, last: _max.place ?? 0 };
}

/** Is there another rule of this name? */
export async function isRuleNamed(tx: Tx, name: string, ruleId?: string): Promise<boolean> {
  const others = ruleId === undefined ? {} : { id: { not: ruleId } };
  return (await tx.assigningRule.count({ where: { name, deletedAt: null, ...others } })) > 0;
}

/** Null where there is none of this id; one that was deleted is there. */
export function ruleRow(tx: Tx, ruleId: string): Promise<AssigningRule | null> {
  return tx.assigningRule.findUnique({ where: { id: ruleId } });
}

/** Ids of those who have a turn, in their order. */
export async function peopleInTurn(tx: Tx, ruleId: string): Promise<string[]> {
  const rows = await tx.assigningPerson.findMany({
    where: { ruleId, place: { not: null } },
    orderBy: { place: "asc" },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}

/** Those of these ids whose accounts are open. */
export async function openAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { id: { in: [...ids] }, disabledAt: null };
  const rows = await tx.user.findMany({ where, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

export interface RuleToKeep {
  readonly name: string;
  readonly people: readonly string[];
  readonly conditions: RuleConditions;
}

interface By {
  readonly changedById: string;
  readonly changedAt: Date;
}

/** The last of all. Returns its id. */
export async function keepRule(
  tx: Tx,
  { name, people, conditions }: RuleToKeep,
  place: number,
  by: By,
): Promise<string> {
  const { id } = await tx.assigningRule.create({ data: { name, place, ...conditions, ...by } });
  await keepPeople(tx, id, people);
  return id;
}

/** What it could give to nobody is counted anew from here on. */
export async function changeRule(
  tx: Tx,
  ruleId: string,
  { name, people, conditions }: RuleToKeep,
  turn: number,
  by: By,
): Promise<void> {
  const data = { name, turn, missed: 0, ...conditions, ...by, revision: { increment: 1 } };
  await tx.assigningRule.update({ where: { id: ruleId }, data });
  await keepPeople(tx, ruleId, people);
}

async function keepPeople(tx: Tx, ruleId: string, people: readonly string[]): Promise<void> {
  await tx.assigningPerson.updateMany({ where: { ruleId }, data: { place: null } });
  await tx.$executeRaw`
    INSERT INTO "AssigningPerson" ("ruleId", "personId", "place")
    SELECT ${ruleId}::uuid, id::uuid, n FROM unnest(${[...people]}::text[]) WITH ORDINALITY AS given(id, n)
    ON CONFLICT ("ruleId", "personId") DO UPDATE SET "place" = EXCLUDED."place"`;
}

/** A rule is deleted, or brought back as the last of all (`place`). */
export async function keepDeleted(
  tx: Tx,
  ruleId: string,
  change: { readonly deletedAt: Date | null; readonly place?: number },
  by: By,
): Promise<void> {
  await tx.assigningRule.update({
    where: { id: ruleId },
    data: { ...change, ...by, revision: { increment: 1 } },
  });
}

/** The rule that stands next to another in the order; null at its end. */
export function neighbourOf(
  tx: Tx,
  { place }: Pick<AssigningRule, "place">,
  way: "UP" | "DOWN",
): Promise<AssigningRule | null> {
  const isUp = way === "UP";
  return tx.assigningRule.findFirst({
    where: { deletedAt: null, place: isUp ? { lt: place } : { gt: place } },
    orderBy: { place: isUp ? "desc" : "asc" },
  });
}

/** No revision moves: what a form holds of either stays right. */
export async function swapPlaces(tx: Tx, one: AssigningRule, other: AssigningRule): Promise<void> {
  await tx.assigningRule.update({ where: { id: one.id }, data: { place: other.place } });
  await tx.assigningRule.update({ where: { id: other.id }, data: { place: one.place } });
}

/** What rules gave these people is theirs no longer. */
export async function takeFromCounts(
  tx: Tx,
  taken: readonly { readonly ruleId: string; readonly personId: string }[],
): Promise<void> {
  for (const of of taken) {
    await tx.assigningPerson.updateMany({
      where: { ...of, given: { gt: 0 } },
      data: { given: { decrement: 1 } },
    });
  }
}
