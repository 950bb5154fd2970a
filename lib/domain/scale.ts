import { RefusedError } from "./refusals";
import type { GivenVersion, SavedVersion } from "./saved-versions";

/**
 * The newsroom's scale of verdicts: which codes there are, in which order, what each is called and what it means. Admins write it, in numbered versions that
 * are never changed. The first version is the one that Onrecord comes with, and is written by nobody.
 */

/** What a verdict can say at all. Each code of a scale has one of these meanings, for good; the rules about verdicts ask for the meaning alone. */
export const VERDICT_MEANINGS = [
  "SUPPORTED",
  "CONTRADICTED",
  "MIXED",
  "NO_EVIDENCE_FOUND",
  "UNRESOLVED",
  "OUTDATED",
] as const;
export type VerdictMeaning = (typeof VERDICT_MEANINGS)[number];

/** What a claim without a verdict is found by. No code is called so. */
export const NO_VERDICT = "NO_VERDICT";
export const CODE_LENGTH = 40;
export const CODE_SHAPE = /^[A-Z][A-Z0-9_]{1,39}$/;

/** In UTF-16 units. */
export const WORD_LENGTH = 60;
export const DEFINITION_LENGTH = 300;
export const FEWEST_CODES = 2;
export const MOST_CODES = 12;
/** So many codes that earlier versions had are kept in mind. */
export const MOST_FORMER = 48;

/** In the languages that readers' pages are written in. English is there always, and stands where `ar` is null. */
export type Told = { readonly en: string; readonly ar: string | null };

export type ScaleCode = {
  readonly code: string;
  readonly meaning: VerdictMeaning;
  readonly word: Told;
  readonly definition: Told;
};

/** What a scale said of a verdict's code when the verdict was handed in: frozen with it. */
export type GivenVerdict = Omit<ScaleCode, "code"> & { readonly version: number };

export interface Scale {
  readonly number: number;
  /** In force, in their order. */
  readonly codes: readonly ScaleCode[];
  /** Of earlier versions, as they stood last, and not in force. */
  readonly former: readonly ScaleCode[];
}

export type ScaleVersion = Scale & (SavedVersion | GivenVersion);

/** The code's entry in force, else as it stood last; null for a code that the scale never had. */
export function codeIn({ codes, former }: Scale, code: string): ScaleCode | null {
  return [...codes, ...former].find((one) => one.code === code) ?? null;
}

export const isInForce = ({ codes }: Scale, code: string): boolean => codes.some((one) => one.code === code);

/** What this scale says of a verdict; null for a code that it never had. */
export function givenUnder(scale: Scale, code: string): GivenVerdict | null {
  const found = codeIn(scale, code);
  if (found === null) return null;
  const { code: _code, ...said } = found;
  return { version: scale.number, ...said };
}

interface AskedScale {
  readonly seen: number;
  readonly codes: readonly ScaleCode[];
}

/**
 * The version that follows the newest one. A code that it leaves out is kept among the former ones: verdicts were given by it.
 *
 * Throws   RefusedError `conflict` where there is a newer one than the person saw; `invalid_input` where it says the same, where two codes or two words are
 *          alike, where a code would mean another thing than it did, and where too many were left out by now. Its field is that of the code: `codes.2.word.en`.
 */
export function nextScale(newest: Scale, { seen, codes }: AskedScale): Scale {
  if (newest.number !== seen) throw new RefusedError("conflict", { reason: "scaleNewer" });
  refuseTwice(codes);
  codes.forEach(({ code, meaning }, i) => {
    const known = codeIn(newest, code);
    if (known !== null && known.meaning !== meaning) {
      throw new RefusedError("invalid_input", { reason: "codeMeansAnother" }, `codes.${i}.meaning`);
    }
  });
  if (scaleChanges(newest.codes, codes).length === 0) {
    throw new RefusedError("invalid_input", { reason: "sameScale" });
  }
  const kept = new Set(codes.map(({ code }) => code));
  const former = [...newest.former, ...newest.codes].filter(({ code }) => !kept.has(code));
  if (former.length > MOST_FORMER) throw new RefusedError("invalid_input", { reason: "manyFormerCodes" });
  return { number: newest.number + 1, codes, former };
}

/** Readers tell verdicts apart by their words, and programs by their codes. */
function refuseTwice(codes: readonly ScaleCode[]): void {
  const alike = [
    ["code", "codeTwice", ({ code }: ScaleCode) => code],
    ["word.en", "wordTwice", ({ word }: ScaleCode) => folded(word.en)],
    ["word.ar", "wordTwice", ({ word }: ScaleCode) => word.ar && folded(word.ar)],
  ] as const;
  for (const [field, reason, part] of alike) {
    const seen = new Set<string>();
    codes.forEach((one, i) => {
      const value = part(one);
      if (value === null) return;
      if (seen.has(value)) throw new RefusedError("invalid_input", { reason }, `codes.${i}.${field}`);
      seen.add(value);
    });
  }
}

const folded = (word: string): string => word.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

export type ScaleChange =
  | { readonly kind: "ADDED" | "REMOVED"; readonly code: ScaleCode }
  | {
      readonly kind: "REWORDED";
      readonly code: ScaleCode;
      readonly field: "word" | "definition";
      readonly language: keyof Told;
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly kind: "MOVED"; readonly codes: readonly ScaleCode[] };

/** What differs between two versions, code by code: none where they say the same. Those that both have may stand in another order. */
export function scaleChanges(before: readonly ScaleCode[], after: readonly ScaleCode[]): ScaleChange[] {
  const was = new Map(before.map((one) => [one.code, one]));
  const is = new Set(after.map(({ code }) => code));
  const stayed = after.filter(({ code }) => was.has(code));
  const order = before.filter(({ code }) => is.has(code));
  const isMoved = order.some(({ code }, i) => code !== stayed[i]?.code);
  return [
    ...after.filter(({ code }) => !was.has(code)).map((code) => ({ kind: "ADDED" as const, code })),
    ...before.filter(({ code }) => !is.has(code)).map((code) => ({ kind: "REMOVED" as const, code })),
    ...stayed.flatMap((code) => reworded(was.get(code.code), code)),
    ...(isMoved ? [{ kind: "MOVED" as const, codes: after }] : []),
  ];
}

const FIELDS = ["word", "definition"] as const;
const TOLD = ["en", "ar"] as const;

function reworded(before: ScaleCode | undefined, code: ScaleCode): ScaleChange[] {
  if (before === undefined) return [];
  return FIELDS.flatMap((field) =>
    TOLD.flatMap((language) => {
      const [was, is] = [before[field][language], code[field][language]];
      return was === is ? [] : [{ kind: "REWORDED" as const, code, field, language, before: was, after: is }];
    }),
  );
}
