import {
  changeRule as changeRow,
  isRuleNamed,
  keepDeleted,
  keepRule,
  lockRules,
  neighbourOf,
  openAmong,
  peopleInTurn,
  type RuleToKeep,
  ruleRow,
  rulesThere,
  swapPlaces,
} from "#lib/db/assigning/rules";
import type { Tx } from "#lib/db/core/client";
import { isFeedFollowed } from "#lib/db/feeds/views";
import { MOST_RULES, turnAmong } from "#lib/domain/assigning";
import { AddRule, ChangeRule, MoveRule, OneRule } from "#lib/domain/assigning-shapes";
import { refuseStale } from "#lib/domain/refusals";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { type Outcome, verb, type Work } from "./verb";

/**
 * What editors do about the rules that give work. A rule does nothing that an editor couldn't do page by page, so who may give work to anybody may
 * write one.
 */

const say = words.assigning.errors;
const subjectOf = (ruleId: string): string => `assigning:${ruleId}`;

type Done = Outcome<{ readonly ruleId: string }>;

export const addRule = verb("assigning.add", {
  input: AddRule,
  run: async ({ tx, actor, input, now }): Promise<Done> => {
    await lockRules(tx);
    const { count, last } = await rulesThere(tx);
    if (count >= MOST_RULES) throw new AppError("conflict", say.tooMany);
    await refuseWrong(tx, input, { people: [], feedId: null });
    const ruleId = await keepRule(tx, input, last + 1, { changedById: actor.id, changedAt: now });
    return { result: { ruleId }, subject: subjectOf(ruleId), payload: { ...input, quote: input.name } };
  },
});

export const changeRule = verb("assigning.change", {
  input: ChangeRule,
  run: async ({ tx, actor, input, now }) => {
    const { ruleId, revision, ...given } = input;
    await lockRules(tx);
    const rule = await found(tx, ruleId);
    refuseStale(rule, revision);
    const before = await peopleInTurn(tx, ruleId);
    await refuseWrong(tx, given, { ruleId, people: before, feedId: rule.feedId });
    const turn = turnAmong(before, rule.turn, given.people);
    await changeRow(tx, ruleId, given, turn, { changedById: actor.id, changedAt: now });
    const result = { ruleId, revision: revision + 1 };
    return { result, subject: subjectOf(ruleId), payload: { ...given, quote: given.name } };
  },
});

export const moveRule = verb("assigning.move", {
  input: MoveRule,
  run: async ({ tx, input: { ruleId, way } }): Promise<Done> => {
    await lockRules(tx);
    const rule = await found(tx, ruleId);
    const other = await neighbourOf(tx, rule, way);
    if (other === null) throw new AppError("conflict", say.atTheEnd);
    await swapPlaces(tx, rule, other);
    const payload = { way, past: other.id, quote: rule.name };
    return { result: { ruleId }, subject: subjectOf(ruleId), payload };
  },
});

/** What it gave stays with whom it was given to. */
export const deleteRule = verb("assigning.delete", {
  input: OneRule,
  run: async ({ tx, actor, input: { ruleId }, now }): Promise<Done> => {
    await lockRules(tx);
    const { name } = await found(tx, ruleId);
    await keepDeleted(tx, ruleId, { deletedAt: now }, { changedById: actor.id, changedAt: now });
    return { result: { ruleId }, subject: subjectOf(ruleId), payload: { quote: name } };
  },
});

/** As the last of all: what was put in its place meanwhile keeps it. */
export const bringRuleBack = verb("assigning.bringBack", {
  input: OneRule,
  run: async ({ tx, actor, input: { ruleId }, now }: Work<{ ruleId: string }>): Promise<Done> => {
    await lockRules(tx);
    const rule = await ruleRow(tx, ruleId);
    if (rule === null) throw new AppError("not_found", say.notHere);
    if (rule.deletedAt === null) throw new AppError("conflict", say.notDeleted);
    const { count, last } = await rulesThere(tx);
    if (count >= MOST_RULES) throw new AppError("conflict", say.tooMany);
    if (await isRuleNamed(tx, rule.name)) throw new AppError("conflict", say.nameTakenMeanwhile);
    const change = { deletedAt: null, place: last + 1 };
    await keepDeleted(tx, ruleId, change, { changedById: actor.id, changedAt: now });
    return { result: { ruleId }, subject: subjectOf(ruleId), payload: { quote: rule.name } };
  },
});

async function found(tx: Tx, ruleId: string) {
  const rule = await ruleRow(tx, ruleId);
  if (rule === null || rule.deletedAt !== null) throw new AppError("not_found", say.notHere);
  return rule;
}

/** What a rule has already may stay, also where the feed isn't followed or the account isn't open any more. */
async function refuseWrong(
  tx: Tx,
  { name, people, conditions: { feedId } }: RuleToKeep,
  held: { readonly ruleId?: string; readonly people: readonly string[]; readonly feedId: string | null },
): Promise<void> {
  const refuse = (message: string, field: string) => new AppError("invalid_input", message, { field });
  if (await isRuleNamed(tx, name, held.ruleId)) throw refuse(say.nameTaken, "name");
  if (feedId !== null && feedId !== held.feedId && !(await isFeedFollowed(tx, feedId)))
    throw refuse(say.feedLeft, "feedId");
  const open = await openAmong(tx, people);
  if (people.some((id) => !open.has(id) && !held.people.includes(id))) throw refuse(say.noAccount, "people");
}
