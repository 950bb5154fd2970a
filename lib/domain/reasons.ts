import { z } from "zod";

/** Rules that say which kind of page part a block is. */
const SEGMENT_RULES = [
  "page-furniture",
  "date-or-byline",
  "caption-or-credit",
  "headline-by-place",
  "name-under-headline",
  "title-above-headline",
  "loose-line-in-head",
  "loose-line-after-article",
  "signed-comment",
  "under-comment-heading",
  "under-related-heading",
  "dated-title",
  "dated-list",
  "about-author",
  "after-article",
  "repeated-title",
  "repeated-post",
  "repeated-start",
  "link-home",
  "link-line",
  "running-text",
  "block-model",
] as const;
export type SegmentRule = (typeof SEGMENT_RULES)[number];

/** Rules that say who stands behind a statement. */
const SOURCE_RULES = [
  "quoted-article",
  "linked-title",
  "according-to",
  "colon-quote",
  "in-a-survey",
  "quoted-as-saying",
  "cue-verb",
  "in-a-statement",
  "joint-statement",
  "attribution-model",
  "sourcing-model",
  "hearsay-wording",
  "hedged-report",
  "same-quotation",
  "quotation-goes-on",
  "speaker-follows",
  "announced",
  "signed",
  "turn",
  "lead",
  "teaser-claim",
  "second-hand",
  "first-hand",
  "common-knowledge",
  "own-page",
  "own-voice",
  "judgement",
  "evaluation",
  "forecast",
  "hedged",
  "opinion-page",
  "narration",
] as const;
export type SourceRule = (typeof SOURCE_RULES)[number];

/** Every rule's code. Stored reasons name them: a code is never taken away. */
export const ReasonRule = z.enum([
  ...SEGMENT_RULES.map((rule) => `segment/${rule}` as const),
  ...SOURCE_RULES.map((rule) => `source/${rule}` as const),
  "source/paper-not-shown",
  "certainty/insider-wording",
  "time/window",
  "label/derived",
  /** No rule of ours: somebody marked it so in another program. */
  "import/mark",
]);
export type ReasonRule = z.infer<typeof ReasonRule>;

/** Why somebody counts as the kind of source that they are taken for. */
export type SpeakerGround =
  | "PERSON"
  | "PERSON_BEFORE"
  | "OFFICIAL"
  | "NOBODY"
  | "ORGANIZATION"
  | "ORGANIZATION_BEFORE"
  | "INSTITUTION"
  | "NAME"
  | "SOMEBODY"
  | "OWN_PAGE"
  | "DOCUMENT"
  | "PUBLIC_DOCUMENT"
  | "OUTLET"
  | "OUTLET_ARTICLE"
  | "OUTLET_HEADLINE"
  | "PARTIES"
  | "CITED_PAPER"
  | "TOLD_OUTLET"
  | "TOLD_WRITER"
  | "GROUP"
  | "PLACED"
  | "ONE_OF_SEVERAL"
  | "ACQUAINTANCE"
  | "NICKNAME"
  | "THING";

/** What a rule found on the page: the words it read, names, days and codes. */
export const ReasonParameters = z.record(z.string(), z.union([z.string(), z.number()]));
export type ReasonParameters = Readonly<z.infer<typeof ReasonParameters>>;

const common = {
  axis: z.enum(["SEGMENT", "SOURCING", "FACTUALITY", "TIME", "LABEL"]),
  version: z.string(),
  score: z.number().min(0).max(1),
};

/** A reason in words: as the command prints it, and as it was stored before reasons had parameters. */
export const WordedReason = z.object({ ...common, rule: z.string(), words: z.string() });
export type WordedReason = z.infer<typeof WordedReason>;

export const CodedReason = z.object({
  ...common,
  rule: ReasonRule,
  parameters: ReasonParameters.optional(),
});
export type CodedReason = z.infer<typeof CodedReason>;

/** Why the machine says so: one rule or model, its version, how sure it is (0 to 1), and what it found. Shown by `reasonWords`. */
export const Reason = z.union([WordedReason, CodedReason]);
export type Reason = z.infer<typeof Reason>;
