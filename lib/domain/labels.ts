/** The codes of DOMAIN: sourcing and certainty are two axes, and the label a reader sees is derived from both. */

export const SEGMENT_TYPES = [
  "HEADLINE",
  "DATELINE",
  "BODY",
  "CAPTION",
  "CHROME",
  "TEASER",
  "COMMENT",
] as const;
export type SegmentType = (typeof SEGMENT_TYPES)[number];

export const SOURCINGS = [
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
] as const;
export type Sourcing = (typeof SOURCINGS)[number];

/** FactBank: certain, probable, possible; affirmed or denied; `CTu` known to the source but not told; `Uu` uncommitted. */
export const FACTUALITIES = ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"] as const;
export type Factuality = (typeof FACTUALITIES)[number];

export const TIMES = ["PAST", "PRESENT", "FUTURE", "RECURRING", "TIMELESS"] as const;
export type Time = (typeof TIMES)[number];

export const QUOTE_MODES = ["DIRECT", "INDIRECT", "MIXED"] as const;
export type QuoteMode = (typeof QUOTE_MODES)[number];

export const ATTRIBUTION_TYPES = ["ASSERTION", "BELIEF", "FACT", "EVENTUALITY"] as const;
export type AttributionType = (typeof ATTRIBUTION_TYPES)[number];

export const ATTRIBUTION_SCOPES = ["SENTENCE", "CARRIED_OVER"] as const;
export type AttributionScope = (typeof ATTRIBUTION_SCOPES)[number];

export const PRECISIONS = ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "OPEN"] as const;
export type Precision = (typeof PRECISIONS)[number];

export const SPEAKER_KINDS = ["PERSON", "ORGANIZATION", "DOCUMENT", "MEDIA", "UNNAMED", "PSEUDONYM"] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

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
export const READER_LABELS = Object.keys(LABELS) as readonly ReaderLabel[];

/** All labels in the order of one of their places. */
export function labelsBy(place: "placeInStrip" | "placeInLede"): ReaderLabel[] {
  return READER_LABELS.toSorted((a, b) => LABELS[a][place] - LABELS[b][place]);
}

/** Facts about a statement that are neither its source nor its certainty. A flag left out is false. */
export const FLAGS = [
  "documentMentionedNotProduced",
  "linkPresent",
  /** Claims inside knowledge or that something is about to happen ("get ready", "any minute now"). */
  "insiderWording",
  /** The writer tells what will happen, rather than what is planned by somebody. */
  "forecast",
  /** The writer's own evaluation, advice or value judgement. */
  "opinion",
  /** `SECOND_HAND` whose last hop is named. */
  "lastHopNamed",
  /** The page cuts the sentence off. */
  "cutOff",
] as const;
export type Flags = { [Name in (typeof FLAGS)[number]]?: boolean | undefined };

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

export const OUTCOME_RESULTS = ["HAPPENED", "DID_NOT_HAPPEN", "PARTLY", "UNRESOLVABLE"] as const;
export type OutcomeResult = (typeof OUTCOME_RESULTS)[number];

/** What a person said; it goes before all that is counted. */
export const URGENCIES = ["HIGH", "NORMAL", "LOW"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const PROVENANCE_KINDS = ["REPOSTS", "QUOTES", "PARAPHRASES", "SUMMARISES", "CITES"] as const;
export type ProvenanceKind = (typeof PROVENANCE_KINDS)[number];
