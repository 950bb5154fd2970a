import type { Factuality, Flags, Sourcing } from "#lib/domain/labels";
import type { ReasonParameters } from "#lib/domain/reasons";
import type { MainCredit } from "#lib/pipeline/attribute/credit";
import type { Draft } from "./drafts";
import type { Judgement } from "./rule-judgement";

/** What the sourcing model tells apart. The order is part of its weights. */
export const SOURCING_CLASSES = [
  "NAMED",
  "DOCUMENT",
  "MEDIA_REPORT",
  "UNNAMED_QUALIFIED",
  "UNNAMED_BARE",
  "NARRATION",
  "FORECAST",
  "OPINION",
  "NO_STATEMENT",
] as const;
export type SourcingClass = (typeof SOURCING_CLASSES)[number];

export const MODEL_RULE = "sourcing-model" as const;

/** How sure the model is, which one it is, and the word that weighed most. */
interface Grounds {
  readonly score: number;
  readonly version: string;
  readonly word: string | null;
}

/** The class that the rules came to. */
export function classOf({
  sourcing,
  flags,
  writer,
}: Pick<Judgement, "sourcing" | "flags" | "writer">): SourcingClass {
  if (sourcing === "NONE") {
    if (flags.opinion === true) return "OPINION";
    return flags.forecast === true || isBelowCertain(writer) ? "FORECAST" : "NARRATION";
  }
  if (sourcing === "NOT_NEEDED") return "NARRATION";
  if (sourcing === "FIRST_HAND") return "UNNAMED_BARE";
  if (sourcing === "NAMED_PERSON" || sourcing === "NAMED_ORGANIZATION" || sourcing === "SECOND_HAND")
    return "NAMED";
  return sourcing;
}

const isBelowCertain = (factuality: Factuality): boolean => /^P[RS]/.test(factuality);

/** The labels don't part a forecast from another opinion: what the grammar says of it holds. */
const kindOf = (found: SourcingClass, { flags }: Judgement): SourcingClass =>
  found === "OPINION" && flags.forecast === true ? "FORECAST" : found;

/** The draft with the model's class. Where that is the class of the rules, only the score is the model's. */
export function judgementByModel(
  draft: Draft,
  mainCredit: MainCredit | null,
  likeliest: SourcingClass,
  { score, version, word }: Grounds,
): { judgement: Judgement; mainCredit: MainCredit | null } {
  const { judgement } = draft;
  const found = kindOf(likeliest, judgement);
  if (found === classOf(judgement))
    return { judgement: { ...judgement, score }, mainCredit: draft.mainCredit };
  const parameters: ReasonParameters = word === null ? { found } : { found, word };
  const credited = creditOf(found, mainCredit);
  const shared = { ...judgement, score, rule: MODEL_RULE, parameters, version };
  if (credited !== null) {
    const source = credited.kind === null ? null : (judgement.source ?? judgement.writer);
    const writer: Factuality = "Uu";
    const flags = withoutClassFlags(judgement.flags);
    return {
      judgement: { ...shared, sourcing: credited.sourcing, source, writer, flags },
      mainCredit: { ...credited, rule: MODEL_RULE, version },
    };
  }
  const flags = { ...withoutClassFlags(judgement.flags), ...FLAGS[found] };
  const writer = found === "NARRATION" ? certain(judgement) : ownCertainty(judgement);
  const sourcing: Sourcing = found === "UNNAMED_BARE" ? "UNNAMED_BARE" : "NONE";
  return { judgement: { ...shared, sourcing, source: null, writer, flags }, mainCredit: null };
}

const FLAGS: Partial<Record<SourcingClass, Flags>> = {
  FORECAST: { forecast: true },
  OPINION: { opinion: true },
};

/** The facts that stay, whatever the statement is taken for. */
function withoutClassFlags({ opinion: _, forecast: __, ...flags }: Flags): Flags {
  return flags;
}

/** What a credited writer leaves open ("Uu") is certain where it turns out to be the writer's own. */
function ownCertainty({ writer, source }: Judgement): Factuality {
  return writer === "Uu" ? (source ?? "CT+") : writer;
}

function certain(judgement: Judgement): Factuality {
  return ownCertainty(judgement).endsWith("-") ? "CT-" : "CT+";
}

/** The main credit under the sourcing code that the class stands for; null where nobody is credited. */
function creditOf(found: SourcingClass, mainCredit: MainCredit | null): MainCredit | null {
  if (mainCredit === null || found === "NARRATION" || found === "FORECAST" || found === "OPINION")
    return null;
  if (found === "NO_STATEMENT") return null;
  if (found === "MEDIA_REPORT" && isNamelessPaper(mainCredit)) return mainCredit;
  if (found !== "NAMED") return { ...mainCredit, sourcing: found };
  const isPerson = mainCredit.kind === "PERSON" || mainCredit.kind === "PSEUDONYM";
  return { ...mainCredit, sourcing: isPerson ? "NAMED_PERSON" : "NAMED_ORGANIZATION" };
}

/** "The report": an outlet that nobody names is none, and a paper stays one. "A CNN report" names it. */
function isNamelessPaper({ sourcing, speaker }: MainCredit): boolean {
  return sourcing === "DOCUMENT" && !/(?!^)\b\p{Lu}/u.test(speaker ?? "");
}
