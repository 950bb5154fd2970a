import { v7 as newId } from "uuid";
import { type NewAuditEvent, SYSTEM } from "#lib/db/audit/audit";
import type { Tx } from "#lib/db/core/client";
import { tell } from "#lib/db/notices/notices";
import { actSubject, keepAct } from "#lib/db/queue/acts";
import { keepAssignments } from "#lib/db/queue/assignments";
import { type InTurn, isMatching, nextInTurn, type RuleConditions } from "#lib/domain/assigning";
import * as words from "#lib/words";
import { type Came, pagesOfRules } from "./pages";
import { lockStanding } from "./rules";

/** Pages that come to the queue are given by rules, in the transaction in which they come. */

/** A page of which a new version was stored. */
export interface ComingPage extends Came {
  readonly articleId: string;
}

/** Those of these pages of which nothing waits in the queue, and nothing was put out of it. Asked before the queue is worked out anew. */
export async function notInQueue<Page extends Pick<ComingPage, "articleId">>(
  tx: Tx,
  pages: readonly Page[],
): Promise<Page[]> {
  const waiting = await tx.queueItem.findMany({
    where: { subjectId: { in: pages.map(({ articleId }) => articleId) }, place: { not: "PUBLISHED" } },
    select: { subjectId: true },
  });
  const ids = new Set(waiting.map(({ subjectId }) => subjectId));
  return pages.filter(({ articleId }) => !ids.has(articleId));
}

interface Rule extends RuleConditions {
  readonly id: string;
  readonly name: string;
  turn: number;
  missed: number;
  readonly people: readonly InTurn[];
}

interface Giving {
  readonly page: ComingPage;
  readonly rule: Pick<Rule, "id" | "name">;
  readonly personId: string;
}

/**
 * Give each of these pages that now waits in the queue, and that nobody has, to the person whose turn it is in the first rule that matches. Who
 * gets one is told. The queue has to be worked out anew afterwards.
 *
 * Rules stay locked until the transaction ends, so that two who bring pages at once don't give two in a row to one.
 *
 * Returns  the events of it, to be appended last; none where no rule gave anything.
 */
export async function giveByRules(tx: Tx, pages: readonly ComingPage[], now: Date): Promise<NewAuditEvent[]> {
  if (pages.length === 0) return [];
  const rules = await lockedRules(tx);
  if (rules.length === 0) return [];
  const free = await nobodyHas(tx, pages);
  const facts = new Map((await pagesOfRules(tx, free)).map((page) => [page.versionId, page]));
  const givings: Giving[] = [];
  for (const page of free) {
    const says = facts.get(page.versionId);
    const rule = says && rules.find((one) => isMatching(one, says));
    if (rule === undefined) continue;
    const person = nextInTurn(rule.people, rule.turn);
    if (person === null) rule.missed += 1;
    else {
      rule.turn = person.place;
      givings.push({ page, rule, personId: person.id });
    }
  }
  await keepTurns(tx, rules, givings);
  return keepGivings(tx, givings, now);
}

/** In their order, each with who has a turn in it. Nobody else gives by them, or changes them, until the transaction ends. */
async function lockedRules(tx: Tx): Promise<Rule[]> {
  await lockStanding(tx);
  const rows = await tx.assigningRule.findMany({
    where: { deletedAt: null },
    orderBy: [{ place: "asc" }, { id: "asc" }],
    include: {
      people: {
        where: { place: { not: null } },
        select: { place: true, person: { select: { id: true, role: true, disabledAt: true } } },
      },
    },
  });
  return rows.map(({ people, ...rule }) => ({
    ...rule,
    missed: 0,
    people: people.map(({ place, person: { disabledAt, ...person } }) => ({
      ...person,
      place: place ?? 0,
      isClosed: disabledAt !== null,
    })),
  }));
}

/** Those of the pages that wait for anybody: given to nobody, and in nobody's hands in any version. */
async function nobodyHas(tx: Tx, pages: readonly ComingPage[]): Promise<ComingPage[]> {
  const items = await tx.queueItem.findMany({
    where: { subjectId: { in: pages.map(({ articleId }) => articleId) }, place: { not: "PUBLISHED" } },
    select: { subjectId: true, place: true, lostId: true },
  });
  const isFree = ({ articleId }: ComingPage) => {
    const of = items.filter(({ subjectId }) => subjectId === articleId);
    return of.length > 0 && of.every(({ place, lostId }) => place === "OPEN" && lostId === null);
  };
  return pages.filter(isFree);
}

async function keepTurns(tx: Tx, rules: readonly Rule[], givings: readonly Giving[]): Promise<void> {
  for (const { id, turn, missed } of rules) {
    const gave = givings.filter(({ rule }) => rule.id === id);
    if (gave.length === 0 && missed === 0) continue;
    await tx.assigningRule.update({ where: { id }, data: { turn, missed: { increment: missed } } });
    for (const { personId } of gave) {
      await tx.assigningPerson.update({
        where: { ruleId_personId: { ruleId: id, personId } },
        data: { given: { increment: 1 } },
      });
    }
  }
}

async function keepGivings(tx: Tx, givings: readonly Giving[], now: Date): Promise<NewAuditEvent[]> {
  const kind = "ARTICLE" as const;
  const revisions = await keepAssignments(
    tx,
    givings.map(({ page, personId }) => ({ subjectId: page.articleId, kind, assigneeId: personId })),
  );
  const names = await tx.user.findMany({
    where: { id: { in: givings.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const events: NewAuditEvent[] = [];
  for (const { page, rule, personId } of givings) {
    const actId = newId();
    const subjectId = page.articleId;
    const act = {
      actId,
      action: "queue.assignByRule",
      byId: null,
      ruleId: rule.id,
      givenToId: personId,
      at: now,
    };
    const revision = revisions.get(subjectId) ?? 0;
    await keepAct(tx, act, [{ subjectId, kind, before: { assigneeId: null }, revision }]);
    await tell(tx, [personId], { kind: "ASSIGNED", actId }, { byId: null, at: now });
    const quote = words.assigning.gave(rule.name, nameOf.get(personId) ?? "");
    const payload = { assigneeId: personId, ruleId: rule.id, rule: rule.name, quote, items: [subjectId] };
    events.push({
      at: now,
      actorId: SYSTEM,
      action: act.action,
      subjectId: actSubject(actId),
      payload,
    });
  }
  return events;
}
