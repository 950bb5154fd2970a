import { z } from "zod";
import type { CalendarDate } from "./analysis";
import { askedText } from "./complaints";
import type { Factuality, ReaderLabel, Sourcing, SpeakerKind } from "./labels";
import type { Reason } from "./reasons";
import { Id } from "./reviews";
import { type RuleVersion, ruleKey } from "./rule-versions";
import { type Share, shareOf } from "./track-records";

/**
 * Suggestions on trial: how often what a rule or model suggested was published as it was. Pure.
 *
 * Counted is what was published: somebody decided on it, and another person let it pass. Of a version its last publication counts, unless that was
 * withdrawn; a suggestion on which nobody decided doesn't.
 */

/** What of a suggestion is judged: what readers are told, the kind of source, who it is credited to, how certain it is said to be, until when. */
export const TrialField = z.enum(["LABEL", "SOURCING", "SOURCE", "CERTAINTY", "WINDOW"]);
export type TrialField = z.infer<typeof TrialField>;

/** It stands as suggested; it stands and says something else there; it is no statement. */
export type TrialVerdict = "RIGHT" | "CHANGED" | "REMOVED";

/** Which reason of a suggestion answers for which field: the first of its axis. */
const FIELDS_OF: Partial<Record<Reason["axis"], readonly TrialField[]>> = {
  SOURCING: ["LABEL", "SOURCING", "SOURCE"],
  FACTUALITY: ["CERTAINTY"],
  TIME: ["WINDOW"],
};

/** What is compared. `speaker` is the row, with the name and kind that it was first written with: merging two changes neither. */
export interface Judged {
  readonly label: ReaderLabel;
  readonly sourcing: Sourcing;
  readonly speaker: { readonly id: string; readonly name: string; readonly kind: SpeakerKind } | null;
  readonly factualityWriter: Factuality;
  /** Null where nothing is promised. */
  readonly window: { readonly dueFrom: CalendarDate | null; readonly dueTo: CalendarDate | null } | null;
}

const isSameSpeaker = (a: Judged["speaker"], b: Judged["speaker"]): boolean =>
  a === null || b === null ? a === b : a.id === b.id || (a.name === b.name && a.kind === b.kind);

const isSame: Readonly<Record<TrialField, (suggested: Judged, said: Judged) => boolean>> = {
  LABEL: (suggested, said) => suggested.label === said.label,
  SOURCING: (suggested, said) => suggested.sourcing === said.sourcing,
  SOURCE: (suggested, said) => isSameSpeaker(suggested.speaker, said.speaker),
  CERTAINTY: (suggested, said) => suggested.factualityWriter === said.factualityWriter,
  WINDOW: ({ window: a }, { window: b }) =>
    b !== null && (a?.dueFrom ?? null) === b.dueFrom && (a?.dueTo ?? null) === b.dueTo,
};

/** The rules and models that answer for something of a suggestion: the first of each axis that is judged. */
export function answering(reasons: readonly Reason[]): readonly (RuleVersion & Pick<Reason, "axis">)[] {
  const first = new Map<Reason["axis"], Reason>();
  for (const reason of reasons)
    if (FIELDS_OF[reason.axis] && !first.has(reason.axis)) first.set(reason.axis, reason);
  return [...first.values()].map(({ axis, rule, version }) => ({ axis, rule, version }));
}

export interface Judgement extends RuleVersion {
  readonly field: TrialField;
  readonly verdict: TrialVerdict;
}

/** What a review made of a suggestion; `said` null where it says that it is no statement. The database counts by the same definition. */
export function judgementsOf(
  suggested: Judged & { readonly reasons: readonly Reason[] },
  said: Judged | null,
): Judgement[] {
  return answering(suggested.reasons).flatMap(({ axis, rule, version }) =>
    (FIELDS_OF[axis] ?? []).map((field): Judgement => {
      const verdict = said === null ? "REMOVED" : isSame[field](suggested, said) ? "RIGHT" : "CHANGED";
      return { rule, version, field, verdict };
    }),
  );
}

/** `week` is a Monday, in UTC. */
export interface TrialCount extends Judgement {
  readonly week: CalendarDate;
  readonly count: number;
}

/** As many weeks as are looked at, this one among them. */
export const TRIAL_WEEKS = 26;

/**
 * A rule whose whole interval lies below this is below its floor: of ten of its suggestions more than three have to be corrected by hand, and an
 * editor who takes them as they come publishes those.
 */
export const FLOOR = 0.7;

export const isBelowFloor = ({ high }: Share): boolean => high !== null && high < FLOOR;

export interface Precision extends Share {
  readonly changed: number;
  readonly removed: number;
}

function precisionOf(counts: readonly TrialCount[]): Precision {
  const sum = (verdict: TrialVerdict) =>
    counts.reduce((total, row) => total + (row.verdict === verdict ? row.count : 0), 0);
  const [right, changed, removed] = [sum("RIGHT"), sum("CHANGED"), sum("REMOVED")];
  return { ...shareOf(right, right + changed + removed), changed, removed };
}

export interface RuleTrial extends RuleVersion {
  readonly fields: readonly (Precision & { readonly field: TrialField })[];
  /** By which it is known first: what readers are told, where it says that. */
  readonly main: Precision & { readonly field: TrialField };
}

/** Every rule and version with what its suggestions came to, those of which most was judged first. */
export function trialsByRule(counts: readonly TrialCount[]): RuleTrial[] {
  const trials = [...grouped(counts, ruleKey).values()].flatMap((rows): RuleTrial[] => {
    const [first] = rows;
    if (first === undefined) return [];
    const fields = TrialField.options.flatMap((field) => {
      const own = rows.filter((row) => row.field === field);
      return own.length === 0 ? [] : [{ field, ...precisionOf(own) }];
    });
    const main = fields[0];
    return main === undefined ? [] : [{ rule: first.rule, version: first.version, fields, main }];
  });
  return trials.sort((a, b) => b.main.n - a.main.n || (ruleKey(a) < ruleKey(b) ? -1 : 1));
}

/** One field of one rule, week by week, the latest first. */
export function trialsByWeek(
  counts: readonly TrialCount[],
  of: RuleVersion & { readonly field: TrialField },
): (Precision & { readonly week: CalendarDate })[] {
  const own = counts.filter((row) => ruleKey(row) === ruleKey(of) && row.field === of.field);
  return [...grouped(own, ({ week }) => week)]
    .map(([week, rows]) => ({ week, ...precisionOf(rows) }))
    .sort((a, b) => (a.week < b.week ? 1 : -1));
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> {
  const by = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = by.get(key);
    if (own) own.push(row);
    else by.set(key, [row]);
  }
  return by;
}

/** The Monday that begins the week so many weeks before the one that `now` is in, in UTC. */
export function mondayBefore(now: Date, weeks: number): Date {
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - sinceMonday - weeks * 7),
  );
}

const Code = z.string().trim().min(1).max(100);

export const SwitchRuleOff = z.object({ rule: Code, version: Code, reason: askedText("switchReason", 500) });
export const SwitchRuleOn = z.object({ switchId: Id, reason: askedText("switchReason", 500) });

/** A rule that is or was switched off. Instants are ISO strings. */
export interface RuleSwitchView extends RuleVersion {
  readonly id: string;
  readonly reason: string;
  readonly offByName: string;
  readonly offAt: string;
  /** Null while it is off. */
  readonly on: { readonly byName: string; readonly at: string; readonly reason: string } | null;
}
