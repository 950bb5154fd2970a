import { z } from "zod";
import { GUIDELINE_LENGTH, GUIDELINE_NOTE_LENGTH } from "./bounds";
import { askedText } from "./complaints";
import type { LabelCode } from "./guideline-text";
import { RefusedError } from "./refusals";
import type { SavedVersion } from "./saved-versions";

/** The newsroom's guideline: a text that admins write, in numbered versions that are never changed. */
const MOST_VERSIONS = 1_000_000;

const Number_ = z.coerce.number().int().max(MOST_VERSIONS);
/** The number of a version; they are counted from 1. */
export const GuidelineNumber = Number_.positive();

const Ask = z.object({
  /** The newest version that the person has seen; 0 where they saw none. */
  seen: Number_.nonnegative(),
  note: askedText("guidelineNote", GUIDELINE_NOTE_LENGTH),
});

/** A browser sends line ends in two characters, each of which counts as one. */
const GuidelineText = z
  .string()
  .max(2 * GUIDELINE_LENGTH, "long.guideline")
  .transform((text) => text.replace(/\r\n?/g, "\n"))
  .pipe(askedText("guideline", GUIDELINE_LENGTH));

export const WriteGuideline = Ask.extend({ text: GuidelineText });
export const BringBackGuideline = Ask.extend({ number: GuidelineNumber });

export interface GuidelineVersion extends SavedVersion {
  readonly text: string;
}

/** What help in place needs: the newest version, and the codes that it has a section for. */
export interface GuidelinePlaces {
  readonly number: number;
  readonly codes: readonly LabelCode[];
}

interface NextVersion {
  readonly number: number;
  readonly text: string;
  readonly note: string;
}

/**
 * The version that follows the newest one.
 *
 * Throws   RefusedError `conflict` where there is a newer one than the person saw; `invalid_input` where it says the same.
 */
export function nextGuideline(
  newest: Pick<GuidelineVersion, "number" | "text"> | null,
  asked: { readonly seen: number; readonly text: string; readonly note: string },
): NextVersion {
  const { seen, text, note } = asked;
  const number = newest?.number ?? 0;
  if (number !== seen) throw new RefusedError("conflict", { reason: "guidelineNewer" });
  if (newest?.text === text) throw new RefusedError("invalid_input", { reason: "sameGuideline" });
  return { number: number + 1, text, note };
}
