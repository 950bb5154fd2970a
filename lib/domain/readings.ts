import { RefusedError } from "./refusals";

/**
 * A blind reading: two people label a version, each in a pass of their own, without seeing each other's work; a third person settles what
 * they don't agree in. Inputs, and who may do what when. Pure.
 */

/** What a reader starts from: the machine's suggestions, or the bare text. */
export const PASS_STARTS = ["SUGGESTIONS", "BARE"] as const;
export type PassStart = (typeof PASS_STARTS)[number];

/** READING until two passes are in, SETTLING until every difference is decided. */
export type ReadingState = "READING" | "SETTLING" | "SETTLED" | "CALLED_OFF";

export interface ReadingRule {
  readonly everyNth: number | null;
  readonly start: PassStart;
}

/** As many statements as one pass may hold; more than any page that was ever read. */
export const MOST_IN_PASS = 2000;

export interface StandingPass {
  readonly readerId: string;
  readonly isHandedIn: boolean;
  readonly isGivenUp: boolean;
}

export interface StandingReading {
  readonly state: ReadingState;
  /** Null where a rule asked. */
  readonly askedById: string | null;
  readonly passes: readonly StandingPass[];
}

/** Throws RefusedError `conflict` where somebody could have seen labels of this version, or where it is read blind already. */
export function refuseToAsk(version: {
  readonly isReviewed: boolean;
  readonly isReadBlind: boolean;
  /** Are statements looked for in it now? Both readers have the same suggestions from the beginning. */
  readonly isLookedThrough: boolean;
}): void {
  if (version.isReadBlind) throw new RefusedError("conflict", { reason: "readBlindAlready" });
  if (version.isReviewed) throw new RefusedError("conflict", { reason: "reviewedBefore" });
  if (version.isLookedThrough) throw new RefusedError("conflict", { reason: "lookingFirst" });
}

/** Why this person can't read; null where they can. */
export type NoReader =
  | "readingOver"
  | "passYours"
  | "passGivenUp"
  | "ownReading"
  | "sawLabels"
  | "passesTaken";

/** `saw` are the people who saw labels of any version of this page: they wrote, settled or published them, or read it blind before. */
export function whyNotRead(
  { state, askedById, passes }: StandingReading,
  saw: readonly string[],
  personId: string,
): NoReader | null {
  if (state !== "READING") return "readingOver";
  const own = passes.find(({ readerId }) => readerId === personId);
  if (own !== undefined) return own.isGivenUp ? "passGivenUp" : "passYours";
  if (askedById === personId) return "ownReading";
  if (saw.includes(personId)) return "sawLabels";
  return passes.filter(({ isGivenUp }) => !isGivenUp).length >= 2 ? "passesTaken" : null;
}

const STATE_OF_THINGS: readonly NoReader[] = ["readingOver", "passYours", "passesTaken"];

/** Throws RefusedError: `not_allowed` for somebody who must not read, `conflict` where there is nothing to read. */
export function refuseToRead(reading: StandingReading, saw: readonly string[], personId: string): void {
  const why = whyNotRead(reading, saw, personId);
  if (why === null) return;
  throw new RefusedError(STATE_OF_THINGS.includes(why) ? "conflict" : "not_allowed", { reason: why });
}

/** Throws RefusedError `conflict` for a pass that was handed in or given up. */
export function refuseUnlessOpenPass({
  isHandedIn,
  isGivenUp,
}: Pick<StandingPass, "isHandedIn" | "isGivenUp">): void {
  if (isHandedIn) throw new RefusedError("conflict", { reason: "passIn" });
  if (isGivenUp) throw new RefusedError("conflict", { reason: "passGivenUp" });
}

/** Throws RefusedError `invalid_input` where suggestions wait, or forms hold words that weren't saved. */
export function refuseUnreadyPass(pass: { readonly waiting: number; readonly openDrafts: number }): void {
  const { waiting, openDrafts } = pass;
  if (waiting > 0) throw new RefusedError("invalid_input", { reason: "suggestionsWait", count: waiting });
  if (openDrafts > 0) throw new RefusedError("invalid_input", { reason: "draftsOpen", count: openDrafts });
}
