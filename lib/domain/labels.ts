import { z } from "zod";

/** The codes of DOMAIN: sourcing and certainty are two axes, and the label a reader sees is derived from both. */

export const SegmentType = z.enum(["HEADLINE", "DATELINE", "BODY", "CAPTION", "CHROME", "TEASER", "COMMENT"]);
export type SegmentType = z.infer<typeof SegmentType>;

export const Sourcing = z.enum([
  "NAMED_PERSON",
  "NAMED_ORGANIZATION",
  "DOCUMENT",
  "MEDIA_REPORT",
  "UNNAMED_QUALIFIED",
  "UNNAMED_BARE",
  "SECOND_HAND",
  "FIRST_HAND",
  "NONE",
  "NOT_NEEDED",
]);
export type Sourcing = z.infer<typeof Sourcing>;

/** FactBank: certain, probable, possible; affirmed or denied; `CTu` known to the source but not told; `Uu` uncommitted. */
export const Factuality = z.enum(["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]);
export type Factuality = z.infer<typeof Factuality>;

export const Time = z.enum(["PAST", "PRESENT", "FUTURE", "RECURRING", "TIMELESS"]);
export type Time = z.infer<typeof Time>;

export const QuoteMode = z.enum(["DIRECT", "INDIRECT", "MIXED"]);
export type QuoteMode = z.infer<typeof QuoteMode>;

export const AttributionType = z.enum(["ASSERTION", "BELIEF", "FACT", "EVENTUALITY"]);
export type AttributionType = z.infer<typeof AttributionType>;

export const AttributionScope = z.enum(["SENTENCE", "CARRIED_OVER"]);
export type AttributionScope = z.infer<typeof AttributionScope>;

export const Precision = z.enum(["DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "OPEN"]);
export type Precision = z.infer<typeof Precision>;

export const SpeakerKind = z.enum(["PERSON", "ORGANIZATION", "DOCUMENT", "MEDIA", "UNNAMED", "PSEUDONYM"]);
export type SpeakerKind = z.infer<typeof SpeakerKind>;

/** The five ways a statement is drawn: four lines and none. A line never stands without its word. */
export type Line = "reported" | "unnamed" | "unsourced" | "opinion" | "plain";

/** The colour of a line and of a label's word. */
export type Tone = "reported" | "unsourced" | "opinion" | "plain";

export interface LabelLook {
  readonly line: Line;
  readonly tone: Tone;
  /** Where `/method` explains it. */
  readonly anchor: string;
  /** Its place in the sentence below the strip, and in the page's first paragraph. */
  readonly placeInStrip: number;
  readonly placeInLede: number;
}

/**
 * Every label that a reader sees: how it is drawn, and where it stands among the others. What it is called stands in each
 * language's words (`words.labels`), and when a statement has it, in `readerLabel`.
 */
export const LABELS = {
  REPORTED: {
    line: "reported",
    tone: "reported",
    anchor: "reported",
    placeInStrip: 1,
    placeInLede: 1,
  },
  REPORTED_UNNAMED: {
    line: "unnamed",
    tone: "reported",
    anchor: "reported-unnamed",
    placeInStrip: 2,
    placeInLede: 2,
  },
  UNSOURCED_SPECULATION: {
    line: "unsourced",
    tone: "unsourced",
    anchor: "unsourced-speculation",
    placeInStrip: 6,
    placeInLede: 6,
  },
  OPINION: {
    line: "opinion",
    tone: "opinion",
    anchor: "opinion",
    placeInStrip: 5,
    placeInLede: 4,
  },
  UNSOURCED_ASSERTION: {
    line: "plain",
    tone: "plain",
    anchor: "plain-narration",
    placeInStrip: 3,
    placeInLede: 3,
  },
  BACKGROUND: {
    line: "plain",
    tone: "plain",
    anchor: "background",
    placeInStrip: 4,
    placeInLede: 5,
  },
} satisfies Record<string, LabelLook>;

export type ReaderLabel = keyof typeof LABELS;
// The keys of the table above, which Object.keys gives as plain strings.
export const ReaderLabel = z.enum(Object.keys(LABELS) as ReaderLabel[]);

/** All labels in the order of one of their places. */
export function labelsBy(place: "placeInStrip" | "placeInLede"): ReaderLabel[] {
  return ReaderLabel.options.toSorted((a, b) => LABELS[a][place] - LABELS[b][place]);
}

/** Facts about a statement that are neither its source nor its certainty. A flag left out is false. */
export const Flags = z
  .object({
    documentMentionedNotProduced: z.boolean(),
    linkPresent: z.boolean(),
    /** Claims inside knowledge or that something is about to happen ("get ready", "any minute now"). */
    insiderWording: z.boolean(),
    /** The writer tells what will happen, rather than what is planned by somebody. */
    forecast: z.boolean(),
    /** The writer's own evaluation, advice or value judgement. */
    opinion: z.boolean(),
    /** `SECOND_HAND` whose last hop is named. */
    lastHopNamed: z.boolean(),
    /** The page cuts the sentence off. */
    cutOff: z.boolean(),
  })
  .partial();
export type Flags = z.infer<typeof Flags>;

export interface LabelFacts {
  readonly sourcing: Sourcing;
  readonly factualityWriter: Factuality;
  readonly flags: Flags;
}

/**
 * The label that a reader sees, from the two axes.
 *
 * Pure and total: the same facts always give the same label. An editor may override it, with a written reason;
 * the override is stored beside the derived label, never instead of it.
 * Source   the rules of the domain's reader labels; a document that is mentioned and not produced vouches for nothing.
 */
export function readerLabel({ sourcing, factualityWriter, flags }: LabelFacts): ReaderLabel {
  switch (sourcing) {
    case "NAMED_PERSON":
    case "NAMED_ORGANIZATION":
    case "MEDIA_REPORT":
      return "REPORTED";
    case "DOCUMENT":
      return flags.documentMentionedNotProduced ? "UNSOURCED_SPECULATION" : "REPORTED";
    case "UNNAMED_QUALIFIED":
      return "REPORTED_UNNAMED";
    case "SECOND_HAND":
      return flags.lastHopNamed ? "REPORTED_UNNAMED" : "UNSOURCED_SPECULATION";
    case "UNNAMED_BARE":
    case "FIRST_HAND":
      return "UNSOURCED_SPECULATION";
    case "NOT_NEEDED":
      return "BACKGROUND";
    case "NONE":
      if (flags.opinion) return "OPINION";
      if (flags.forecast || flags.documentMentionedNotProduced || flags.insiderWording)
        return "UNSOURCED_SPECULATION";
      return factualityWriter === "CT+" || factualityWriter === "CT-"
        ? "UNSOURCED_ASSERTION"
        : "UNSOURCED_SPECULATION";
  }
}
