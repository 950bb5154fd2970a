import { z } from "zod";
import { CalendarDate } from "./analysis";
import { assessmentOf } from "./assessment";
import { Assessment } from "./assessment-shapes";
import { PdfPages, SourceKind, Stance } from "./claims-shapes";
import { Credit } from "./credits";
import { GuidelineNumber } from "./guideline";
import {
  AttributionScope,
  Factuality,
  Flags,
  Precision,
  QuoteMode,
  ReaderLabel,
  SegmentType,
  Sourcing,
  SpeakerKind,
  Time,
} from "./labels-shapes";
import { PageFact } from "./page-facts-shapes";
import { PartChange } from "./page-parts-shapes";
import { RecordedOutcome } from "./predictions-shapes";
import { PromiseTemplate } from "./promise-template";
import { PublishedProvenance } from "./published-upstream";
import { PublisherKind } from "./publishers-shapes";
import { ReadBlind } from "./read-blind";
import { GivenVerdict, VerdictCode } from "./scale-shapes";
import { MOST_TOPICS } from "./topics";
import { PublishedTopic } from "./topics-shapes";

/**
 * What a reader sees: frozen when a Review is published, stored as JSON beside its SHA-256, never edited after. Readers'
 * pages are drawn from this and from nothing else, so that a draft cannot leak. Excerpts only: never the page's full text.
 */

const Person = z.object({ name: z.string() });

/** What it is about, in the order in which editors said so. Left out where nobody said anything. */
const topics = z.array(PublishedTopic).max(MOST_TOPICS).optional();

export const PublishedPrediction = z.object({
  text: z.string(),
  dueFrom: CalendarDate.nullable(),
  dueTo: CalendarDate.nullable(),
  precision: Precision,
  resolvedFrom: CalendarDate.nullable(),
  /** Left out where nobody recorded one. */
  outcome: RecordedOutcome.optional(),
});

export const PublishedStatement = z.object({
  id: z.string(),
  /** 1-based, in page order: the statement's number and its fragment (`#s16`). */
  number: z.number().int().positive(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  /** The pieces that were said, where what lies between them wasn't; left out where it is one piece, and in content from before this was kept. */
  content: z
    .array(z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive() }))
    .optional(),
  exact: z.string(),
  segmentType: SegmentType,
  /** Index into `posts`. */
  post: z.number().int().nonnegative(),
  label: ReaderLabel,
  /** Set where an editor overrode the derived label. */
  labelReason: z.string().nullable(),
  sourcing: Sourcing,
  factuality: z.object({ writer: Factuality, source: Factuality.nullable() }),
  time: Time,
  flags: Flags,
  quoteMode: QuoteMode.nullable(),
  attributionScope: AttributionScope,
  relayDepth: z.number().int().nonnegative().nullable(),
  speaker: z.object({ name: z.string(), kind: SpeakerKind }).nullable(),
  prediction: PublishedPrediction.nullable(),
  /** Public notes of the editors, oldest first. */
  notes: z.array(z.string()),
  /** Who wrote each of them, and on which day, in the same order. Content that was published before this was kept has none. */
  noteSigns: z.array(z.object({ by: z.string(), on: CalendarDate })).optional(),
  claim: z.object({ slug: z.string(), wording: z.string() }).nullable(),
  /**
   * The template of the promise, worked out of its words by the program when it was published; `by` is who joined it to another one, and null stands
   * where somebody keeps it out of any. Left out where it promises nothing or its words make none, and in content from before this was kept.
   */
  template: PromiseTemplate.extend({ by: z.string().optional() }).nullable().optional(),
});
export type PublishedStatement = z.infer<typeof PublishedStatement>;

/** Who the publisher is, as editors marked it; and of each statement that names somebody who they are, so that two of one name are two. */
const PublishedSources = z.object({
  publisherKind: PublisherKind.nullable(),
  speakers: z.array(
    z.object({ number: z.number().int().positive(), id: z.uuid(), role: z.string().nullable() }),
  ),
});

/** Where a statement stands in the text that was read, so that others find it: Unicode code points, and what stands around it. */
const PublishedAnchor = z.object({
  number: z.number().int().positive(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  prefix: z.string(),
  suffix: z.string(),
});
export type PublishedAnchor = z.infer<typeof PublishedAnchor>;

export const ArticlePublication = z.object({
  kind: z.literal("ARTICLE"),
  schema: z.literal(1),
  article: z.object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    publisher: z.string().nullable(),
    author: z.string().nullable(),
    agency: z.string().nullable(),
    agencyDate: CalendarDate.nullable(),
    place: z.string().nullable(),
    postedAt: CalendarDate.nullable(),
    language: z.string().nullable(),
    /** Whether all of the page was looked at for statements. Content that was published before this was kept has none. */
    assessed: Assessment.optional(),
    direction: z.enum(["ltr", "rtl"]),
    version: z.number().int().positive(),
    /** ISO instants. */
    fetchedAt: z.string(),
    /** How many versions of this page were known when this was published. */
    versionsSeen: z.number().int().positive(),
    /** Which of these an editor put right, against what the page says. Left out where nobody did. */
    corrected: z.array(PageFact).optional(),
    /** What editors put right of the parts that the machine cut the page into, in their order. Left out where nobody did. */
    parts: z.array(PartChange).optional(),
    /** The page that Onrecord itself ships as its sample. */
    isSample: z.boolean(),
  }),
  posts: z.array(
    z.object({ headline: z.string().nullable(), date: CalendarDate.nullable(), isTeaser: z.boolean() }),
  ),
  statements: z.array(PublishedStatement),
  /** Whose records it belongs to. Content that was published before this was kept has none. */
  sources: PublishedSources.optional(),
  topics,
  /** One for each statement. Content that was published before this was kept has none. */
  anchors: z.array(PublishedAnchor).optional(),
  /** Where its text is from, as editors confirmed. Left out where nobody did. */
  provenance: PublishedProvenance.optional(),
  /** Everybody who wrote part of it, and the person who published it. */
  writers: z.array(Person),
  publishedBy: Person,
  /** Who wrote and who read each part. Content that was published before this was kept has none. */
  credits: z.array(Credit).optional(),
  /** The version of the newsroom's guideline under which it was handed in. Left out where there was none, and in content from before this was kept. */
  guideline: GuidelineNumber.optional(),
  /** How it was read blind before it was published; null where it wasn't. Left out in content from before this was kept. */
  readBlind: ReadBlind.nullable().optional(),
  /** The numbers of the statements that are new or changed against what it replaced. Left out where it replaced nothing. */
  corrects: z.array(z.number().int().positive()).optional(),
});
export type ArticlePublication = z.infer<typeof ArticlePublication>;

/** Was all of the page looked at? Content from before this was kept: where its language is one that is analysed. */
export function isWhole({ article }: Pick<ArticlePublication, "article">): boolean {
  return (article.assessed ?? assessmentOf({ language: article.language, notes: [] })) === "WHOLE";
}

/** Its type is told from its bytes. */
export const HeldDocument = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.enum(["application/pdf", "text/html", "text/plain"]),
  cameFrom: z.string(),
});

export const ClaimPublication = z.object({
  kind: z.literal("CLAIM"),
  schema: z.literal(1),
  claim: z.object({ id: z.string(), slug: z.string(), wording: z.string(), unknowns: z.array(z.string()) }),
  /** Claims that readers could open once and that were found to say the same, by their addresses. Left out where there are none. */
  joined: z.array(z.object({ slug: z.string(), wording: z.string() })).optional(),
  verdict: z.object({
    code: VerdictCode,
    explanation: z.string(),
    /** What the newsroom's scale said of the code when it was handed in. Content from before this was kept has none, and a code that Onrecord comes with. */
    scale: GivenVerdict.optional(),
  }),
  evidence: z.array(
    z.object({
      id: z.string(),
      stance: Stance,
      title: z.string(),
      url: z.string().nullable(),
      publisher: z.string().nullable(),
      publishedAt: CalendarDate.nullable(),
      quote: z.string().nullable(),
      note: z.string().nullable(),
      /** These two are left out where nobody said. */
      archivedUrl: z.string().optional(),
      sourceKind: SourceKind.optional(),
      /** Who wrote the note, and on which day. Left out where there is none, and in content from before this was kept. */
      noteSign: z.object({ by: z.string(), on: CalendarDate }).optional(),
      /** The day on which a copy of the page at `url` was kept. Left out where none was when this was published. */
      copyKept: CalendarDate.optional(),
      /** A document that the newsroom holds, by the SHA-256 of its bytes, what it is and where it came from. Left out where it is none. */
      document: HeldDocument.optional(),
      /** The pages on which the quotation stands, where that copy is a PDF in which it was found. */
      pdfPages: PdfPages.optional(),
    }),
  ),
  searches: z.array(z.object({ lookedFor: z.string(), place: z.string(), searchedAt: CalendarDate })),
  topics,
  writers: z.array(Person),
  publishedBy: Person,
  credits: z.array(Credit).optional(),
  /** As an article's. A verdict is read blind by nobody. */
  guideline: GuidelineNumber.optional(),
  readBlind: z.null().optional(),
});
export type ClaimPublication = z.infer<typeof ClaimPublication>;

export const PublicationContent = z.discriminatedUnion("kind", [ArticlePublication, ClaimPublication]);
export type PublicationContent = z.infer<typeof PublicationContent>;

/** One entry of a public history: no names of unpublished things, no payloads. `hash` is the event's, hex. */
export interface HistoryEntry {
  readonly sequence: number;
  /** ISO instant. */
  readonly at: string;
  readonly action: string;
  readonly actorName: string;
  readonly hash: string;
}
