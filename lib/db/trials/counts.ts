import { calendarDay } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { Reason } from "#lib/domain/reasons";
import { type RuleVersion, ruleKey } from "#lib/domain/rule-versions";
import { mondayBefore, TRIAL_WEEKS, type TrialCount } from "#lib/domain/suggestion-trials";

/** How often suggestions were published as they were. The database counts as pages are published; here it is asked. */

/** Of the last half year: what that holds follows from how many rules there are, and not from how old the archive is. */
export async function trialCounts(now: Date): Promise<TrialCount[]> {
  const rows = await database().suggestionTrial.findMany({
    where: { week: { gte: mondayBefore(now, TRIAL_WEEKS - 1) } },
    select: { rule: true, version: true, field: true, verdict: true, week: true, count: true },
    orderBy: { week: "desc" },
  });
  return rows.map((row) => ({ ...row, week: calendarDay(row.week) }));
}

/** A suggestion of a rule, and why it was made. */
interface TrialExample {
  readonly versionId: string;
  readonly exact: string;
  readonly reason: Reason;
}

/** The latest suggestion that was counted for a rule; null where there is none. */
export async function trialExample(of: RuleVersion): Promise<TrialExample | null> {
  const { rule, version } = of;
  const latest = await database().suggestionTrial.findFirst({
    where: { rule, version },
    orderBy: { week: "desc" },
    select: { exampleId: true },
  });
  if (latest === null) return null;
  const row = await database().suggestion.findUnique({
    where: { id: latest.exampleId },
    select: { versionId: true, exact: true, reasons: true },
  });
  const reason = Reason.array()
    .catch([])
    .parse(row?.reasons)
    .find((one) => ruleKey(one) === ruleKey(of));
  return row === null || reason === undefined ? null : { versionId: row.versionId, exact: row.exact, reason };
}
