import { z } from "zod";
import type { Span } from "#lib/text/span";
import { APART, gapsOf, type InPieces } from "./content-pieces";
import { Factuality, ReaderLabel, Sourcing, Time } from "./labels-shapes";
import type { StatementFields } from "./reviews";
import { sameSpans } from "./statement-rules";
import type { StatementFacts } from "./statement-views";

/** What an edit changed, from what to what, as the history keeps it: codes where there are codes, words elsewhere. Null stands for nothing. */

const Moved = z.object({ what: z.literal("WORDS"), from: z.string(), to: z.null() });
const From = <What extends string, Value extends z.ZodType>(what: What, value: Value) =>
  z.object({ what: z.literal(what), from: value.nullable(), to: value.nullable() });

export const StatementChange = z.discriminatedUnion("what", [
  Moved,
  From("LEFT_OUT", z.string()),
  /** Their words; the same twice where they stand elsewhere now. */
  From("SOURCE_WORDS", z.string()),
  From("CUE_WORDS", z.string()),
  From("SOURCING", Sourcing),
  From("SPEAKER", z.string()),
  From("WRITER", Factuality),
  From("SOURCE", Factuality),
  From("TIME", Time),
  From("PROMISE", z.string()),
  From("LABEL", ReaderLabel),
]);
export type StatementChange = z.infer<typeof StatementChange>;

type Before = StatementFacts & { readonly labelOverride: ReaderLabel | null };

/** The places of the source and of what credits it, those of before and those of now, where one of them is another: whose words the history tells. */
export const movedCredits = (before: Before, after: StatementFields): readonly Span[] =>
  PARTS.flatMap((part) => (sameSpans(before[part], after[part]) ? [] : [...before[part], ...after[part]]));

const PARTS = ["source", "cue"] as const;

/** Words of a text, from `at` on. */
interface Words {
  readonly text: string;
  readonly at: number;
}

/**
 * The changes in the order in which the form has its fields. The words of a span that moved are those before it did.
 *
 * `words`   hold all of `movedCredits`.
 */
export function changesBetween(before: Before, after: StatementFields, words: Words): StatementChange[] {
  const moved = before.start !== after.start || before.end !== after.end;
  const changes: StatementChange[] = [
    { what: "LEFT_OUT", from: leftOutOf(before, before), to: leftOutOf(before, after) },
    { what: "SOURCING", from: before.sourcing, to: after.sourcing },
    { what: "SPEAKER", from: calledOf(before.speaker), to: calledOf(after.speaker) },
    { what: "WRITER", from: before.factualityWriter, to: after.factualityWriter },
    { what: "SOURCE", from: before.factualitySource, to: after.factualitySource },
    { what: "TIME", from: before.time, to: after.time },
    { what: "PROMISE", from: promiseOf(before.prediction), to: promiseOf(after.prediction) },
    { what: "LABEL", from: before.labelOverride, to: after.labelOverride },
  ];
  return [
    ...(moved ? [{ what: "WORDS", from: before.exact, to: null } as const] : []),
    ...creditChanges(before, after, words),
    ...changes.filter(({ from, to }) => from !== to),
  ];
}

function creditChanges(before: Before, after: StatementFields, { text, at }: Words): StatementChange[] {
  const wordsOf = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => text.slice(start - at, end - at)).join(APART) || null;
  return PARTS.filter((part) => !sameSpans(before[part], after[part])).map((part) => ({
    what: part === "source" ? "SOURCE_WORDS" : "CUE_WORDS",
    from: wordsOf(before[part]),
    to: wordsOf(after[part]),
  }));
}

/** The words that are left out, as far as `exact` holds them. */
function leftOutOf({ exact, start }: Before, said: InPieces): string | null {
  const words = gapsOf(said).map((gap) =>
    exact.slice(Math.max(0, gap.start - start), Math.max(0, gap.end - start)).trim(),
  );
  return words.filter((one) => one !== "").join(" … ") || null;
}

/** Two of one name are told apart by their roles. */
const calledOf = (speaker: { readonly name: string; readonly role?: string | null | undefined } | null) =>
  speaker && [speaker.name, speaker.role].filter(Boolean).join(", ");

type Promised = Pick<NonNullable<StatementFields["prediction"]>, "text" | "dueFrom" | "dueTo">;

const promiseOf = (prediction: Promised | null): string | null =>
  prediction && [prediction.text, prediction.dueFrom, prediction.dueTo].filter(Boolean).join(", ");
