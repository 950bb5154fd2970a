import { database, type Tx } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import type { Reason } from "#lib/domain/reasons";
import { type RuleVersion, ruleKey } from "#lib/domain/rule-versions";
import { answering, type RuleSwitchView } from "#lib/domain/suggestion-trials";

/** Rules and models that an admin switched off: what they suggest from then on is sure of nothing. */

const NAMES = {
  offBy: { select: { name: true } },
  onBy: { select: { name: true } },
} as const satisfies Prisma.RuleSwitchInclude;

/** Of what was on again as many as fit on a screen. */
const MOST_PAST = 20;

/** All that is off, and what was on again lately; the latest first. */
export async function ruleSwitches(): Promise<{
  readonly off: RuleSwitchView[];
  readonly past: RuleSwitchView[];
}> {
  const orderBy = [{ offAt: "desc" }, { id: "desc" }] satisfies Prisma.RuleSwitchOrderByWithRelationInput[];
  const off = await database().ruleSwitch.findMany({ where: { onAt: null }, orderBy, include: NAMES });
  const past = await database().ruleSwitch.findMany({
    where: { onAt: { not: null } },
    orderBy,
    take: MOST_PAST,
    include: NAMES,
  });
  return { off: off.map(switchView), past: past.map(switchView) };
}

function switchView(row: Prisma.RuleSwitchGetPayload<{ include: typeof NAMES }>): RuleSwitchView {
  const { id, rule, version, reason, offBy, offAt, onBy, onAt, onReason } = row;
  const isOn = onAt !== null;
  return {
    id,
    rule,
    version,
    reason,
    offByName: offBy.name,
    offAt: offAt.toISOString(),
    on: isOn ? { byName: onBy?.name ?? "", at: onAt.toISOString(), reason: onReason ?? "" } : null,
  };
}

/** Was anything that this rule suggested published yet? */
export async function isOnTrial(tx: Tx, { rule, version }: RuleVersion): Promise<boolean> {
  return (await tx.suggestionTrial.findFirst({ where: { rule, version }, select: { count: true } })) !== null;
}

export async function isOff(tx: Tx, { rule, version }: RuleVersion): Promise<boolean> {
  return (await tx.ruleSwitch.count({ where: { rule, version, onAt: null } })) > 0;
}

export async function keepSwitch(
  tx: Tx,
  { rule, version, reason, personId }: RuleVersion & { readonly reason: string; readonly personId: string },
  now: Date,
): Promise<string> {
  const { id } = await tx.ruleSwitch.create({
    data: { rule, version, reason, offById: personId, offAt: now },
  });
  return id;
}

/** Only while it is off; null where it isn't, or isn't known. */
export async function keepSwitchedOn(
  tx: Tx,
  { id, reason, personId }: { readonly id: string; readonly reason: string; readonly personId: string },
  now: Date,
): Promise<RuleVersion | null> {
  const { count } = await tx.ruleSwitch.updateMany({
    where: { id, onAt: null },
    data: { onAt: now, onById: personId, onReason: reason },
  });
  if (count === 0) return null;
  return tx.ruleSwitch.findUniqueOrThrow({ where: { id }, select: { rule: true, version: true } });
}

/** By which switch, if any, something that answers for a suggestion with these reasons is off. */
export async function switchOf(tx: Tx): Promise<(reasons: readonly Reason[]) => string | null> {
  const rows = await tx.ruleSwitch.findMany({
    where: { onAt: null },
    select: { id: true, rule: true, version: true },
  });
  if (rows.length === 0) return () => null;
  const off = new Map(rows.map((row) => [ruleKey(row), row.id]));
  return (reasons) => {
    const found = answering(reasons).find((one) => off.has(ruleKey(one)));
    return (found && off.get(ruleKey(found))) ?? null;
  };
}
