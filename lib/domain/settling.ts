import { z } from "zod";
import type { ComparedPlace, PassMark } from "./compared-passes";
import { optionalText } from "./complaints";
import type { ReaderLabel } from "./labels";
import type { StandingReading } from "./readings";
import { RefusedError } from "./refusals";
import { Id, Revision, StatementFields } from "./reviews";
import { flagsOf } from "./statement-rules";

/** Two passes that are in are settled by somebody who didn't read: what differs, what may be chosen, and how it is shown. Pure. */

/** What was settled on for one place: what both say, what the first or the second says, something else, or that it is no statement. */
export const UnitChoice = z.enum(["BOTH", "LEFT", "RIGHT", "THIRD", "NEITHER"]);
export type UnitChoice = z.infer<typeof UnitChoice>;

export const SettleReading = z.object({ readingId: Id, revision: Revision });
export const DecideUnit = z
  .object({
    unitId: Id,
    revision: Revision,
    choice: z.enum(["LEFT", "RIGHT", "THIRD", "NEITHER"]),
    /** What stands there instead; given with THIRD alone. */
    fields: StatementFields.nullable().default(null),
    reason: optionalText(1000),
  })
  .refine(({ choice, fields }) => (choice === "THIRD") === (fields !== null));
/** What a screen sends of one decision. */
export interface Decided {
  readonly choice: "LEFT" | "RIGHT" | "THIRD" | "NEITHER";
  readonly fields?: StatementFields;
  readonly reason?: string;
}

export const FinishReading = z.object({ readingId: Id, revision: Revision });

/** Who read doesn't settle. Throws RefusedError: `conflict` before both passes are in, `not_allowed` for one of its readers. */
export function refuseToSettle({ state, passes }: StandingReading, personId: string): void {
  if (state === "READING") throw new RefusedError("conflict", { reason: "passesMissing" });
  if (state !== "SETTLING") throw new RefusedError("conflict", { reason: "readingOver" });
  if (passes.some(({ readerId }) => readerId === personId))
    throw new RefusedError("not_allowed", { reason: "readItYourself" });
}

/**
 * What is kept where somebody takes a side: where that side marked nothing, the place is no statement.
 *
 * Throws   RefusedError `invalid_input` where nothing is chosen at all.
 */
export function choiceOf(
  asked: z.infer<typeof DecideUnit>["choice"],
  place: { readonly left: unknown; readonly right: unknown },
): Exclude<UnitChoice, "BOTH"> {
  if (asked === "LEFT" && place.left === null) return "NEITHER";
  if (asked === "RIGHT" && place.right === null) return "NEITHER";
  return asked;
}

/** Throws RefusedError `invalid_input` while places wait for a decision. */
export function refuseUnfinished(waiting: number): void {
  if (waiting > 0) throw new RefusedError("invalid_input", { reason: "unitsWait", count: waiting });
}

/** What may differ in one place. `MARK`: one of the two marked nothing there. */
export type Difference =
  | "MARK"
  | "WORDS"
  | "LABEL"
  | "SOURCING"
  | "WRITER"
  | "SOURCE"
  | "TIME"
  | "PROMISE"
  | "SPEAKER"
  | "QUOTE"
  | "FLAGS";

/**
 * What differs in one place, in the order of the form; empty where both say the same.
 *
 * Which words name the source and the cue isn't compared: where both name the same speaker, two cuts of the same words ("the mayor",
 * "mayor") are no other label. The first reader's are kept.
 */
export function differencesOf(place: ComparedPlace<PassMark>): Difference[] {
  const { left, right, isSameWords } = place;
  if (left === null || right === null) return ["MARK"];
  const [a, b] = [left.fields, right.fields];
  const pairs: readonly (readonly [Difference, unknown, unknown])[] = [
    ["LABEL", left.label, right.label],
    ["SOURCING", a.sourcing, b.sourcing],
    ["WRITER", a.factualityWriter, b.factualityWriter],
    ["SOURCE", a.factualitySource, b.factualitySource],
    ["TIME", a.time, b.time],
    ["PROMISE", promiseOf(a), promiseOf(b)],
    ["SPEAKER", speakerOf(a), speakerOf(b)],
    ["QUOTE", quoteOf(a), quoteOf(b)],
    ["FLAGS", flagsOf(a).join(), flagsOf(b).join()],
  ];
  const found = pairs.filter(([, mine, theirs]) => mine !== theirs).map(([name]) => name);
  return isSameWords ? found : ["WORDS", ...found];
}

const promiseOf = ({ prediction }: StatementFields): string | null =>
  prediction &&
  [prediction.text.trim(), prediction.dueFrom, prediction.dueTo, prediction.precision].join("\n");
/** Whoever is known is one and the same under any name; a new name is compared as it is written, but for white space and case. */
const speakerOf = ({ speaker }: StatementFields): string | null =>
  speaker &&
  `${speaker.kind} ${speaker.id ?? speaker.name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase()}`;
const quoteOf = ({ quoteMode, attributionScope, relayDepth }: StatementFields): string =>
  [quoteMode, attributionScope, relayDepth].join();

/** What one of the two, or the settled review, says of a place. */
export interface MarkView {
  readonly id: string;
  readonly exact: string;
  readonly label: ReaderLabel;
  readonly fields: StatementFields;
  readonly notes: readonly string[];
}

/** One place, side by side. Plain data, safe to hand to a client component. */
export interface UnitView {
  readonly id: string;
  readonly number: number;
  readonly revision: number;
  readonly left: MarkView | null;
  readonly right: MarkView | null;
  readonly differences: readonly Difference[];
  /** Null while nobody decided. */
  readonly choice: UnitChoice | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  /** What stands of it in the review now; null where it is no statement. */
  readonly final: MarkView | null;
}

export interface SettlingView {
  readonly units: readonly UnitView[];
  /** Of the first and the second reader: their name once it is settled or one of them looks, and whether it is they who look. */
  readonly readers: readonly { readonly name: string | null; readonly isYou: boolean }[];
  /** Who settles; null while nobody began. */
  readonly settler: { readonly name: string; readonly isYou: boolean } | null;
  /** Why whoever looks can't begin to settle; null where they can. */
  readonly whyNot: "readItYourself" | null;
}
