import type { AttributionType } from "#lib/domain/labels";
import type { Token } from "#lib/english/tokens";

/**
 * Verbs that introduce what somebody says, thinks or agrees to, with what has to stand beside them:
 * `ALWAYS` quotes whoever its subject is, `CLAUSE` needs a quotation, "that", a colon or a pronoun after it (or content before it),
 * `PARTIES` quotes only where its subject is a government, a delegation or the like (what they agree is what they state),
 * `DOCUMENT` quotes only where its subject is a document.
 */
export interface Cue {
  readonly type: AttributionType;
  readonly needs: "ALWAYS" | "CLAUSE" | "PARTIES" | "DOCUMENT";
}

const CUES = new Map<string, Cue>();
const add = (type: AttributionType, needs: Cue["needs"], forms: string) => {
  for (const form of forms.split(" ")) if (!CUES.has(form)) CUES.set(form, { type, needs });
};
add(
  "ASSERTION",
  "ALWAYS",
  "said says say told tells insist argue warn predict announced announces affirmed affirms emphasized emphasised emphasizes emphasises stressed stresses " +
    "confirmed confirms denied denies claimed claims insisted insists argued argues warned warns declared declares " +
    "acknowledged acknowledges admitted admits reiterated reiterates responded replied testified alleged alleges accused " +
    "asserted asserts rejected dismissed disclosed revealed reported reports underlined underscored predicted predicts reaffirmed " +
    "declined refuted boasted complained conceded concedes contends contended recalled commented clarified",
);
add(
  "ASSERTION",
  "CLAUSE",
  "stated added adds explained explains noted notes wrote writes posted tweeted suggested suggests called calls indicated " +
    "continued observed remarked maintained maintains quipped joked assures assured answered asked shouted hinted cited " +
    "laughed sighed smiled shrugged mused offered gushed fumed whispered snapped jokes recalls reckon swears swore",
);
add(
  "ASSERTION",
  "PARTIES",
  "discussed highlighted expressed welcomed condemned renewed urged reviewed addressed outlined",
);
add(
  "ASSERTION",
  "DOCUMENT",
  "shows showed show reads read found finds indicate put puts said states listed lists details suggest reveal gives gave rated rates " +
    "proposes proposed discloses mentions mentioned concludes concluded",
);
add(
  "BELIEF",
  "ALWAYS",
  "reckons reckoned believes believed thinks expects estimates estimated forecasts forecast",
);
add(
  "BELIEF",
  "CLAUSE",
  "thought expected suspects suspected hopes hoped fears feared feels felt believe think expect",
);
add("FACT", "CLAUSE", "knows knew regrets regretted remembers learned realised realized");
add(
  "EVENTUALITY",
  "PARTIES",
  "agreed decided committed undertook resolved intends plans planned reached pledge",
);
add("EVENTUALITY", "CLAUSE", "refused threatened");
add("EVENTUALITY", "ALWAYS", "pledged promised vowed");

/** Cues that quote whatever document stands before them, besides being something else for people. */
const DOCUMENT_CUES = new Set(
  "shows showed show reads read found finds indicate indicates indicated suggests suggested suggest states stated says said adds added notes noted puts put lists listed reveals revealed confirms confirmed gives gave rated rates proposes proposed discloses disclosed mentions mentioned concludes concluded estimates estimated warns warned".split(
    " ",
  ),
);

export function cueAt(token: Token | undefined): Cue | null {
  return token?.kind === "WORD" ? (CUES.get(token.lower) ?? null) : null;
}

export function isDocumentCue(token: Token): boolean {
  return DOCUMENT_CUES.has(token.lower);
}

/** "He has said nothing", "It goes without saying": words after or before a cue that leave nothing quoted. */
const NOTHING = new Set([
  "nothing",
  "goodbye",
  "hello",
  "yes",
  "no",
  "so",
  "little",
  "farewell",
  "grace",
  "mass",
]);
const EMPTY = new Set(["about", "of", "to", "at", "when", "on", "more", "else", "in"]);
const NOT_A_CUE_AFTER = new Set([
  "to",
  "without",
  "not",
  "never",
  "who",
  "which",
  "whom",
  "don't",
  "didn't",
  "that",
  "being",
  "be",
]);
const DETERMINER = new Set(
  "the a an this these those such his her its their our my your no any some many of other recent latest".split(
    " ",
  ),
);

/** Does a verb form at `at` act as a cue at all: not an infinitive, not in a relative clause, not a noun ("the claims")? */
export function isLiveCue(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? "";
  const after = tokens[at + 1]?.lower ?? "";
  if (NOT_A_CUE_AFTER.has(before) || DETERMINER.has(before) || /'s?$/.test(before)) return false;
  const then = tokens[at + 2];
  if (NOTHING.has(after) && (then === undefined || then.kind === "MARK" || EMPTY.has(then.lower)))
    return false;
  if (tokens[at]?.lower === "reported" && /^(?:for|to)$/.test(after)) return false;
  const isPassive = /^(?:is|are|was|were|been)$/.test(before);
  const isParticiple = isPassive || /^(?:by|as)$/.test(after);
  return !isParticiple;
}
