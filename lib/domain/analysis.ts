import { z } from "zod";
import { MOST_PIECES } from "./content-pieces";
import {
  AttributionScope,
  AttributionType,
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
import { Reason } from "./reasons";

/**
 * What the machine proposes about one page: the output of segment → attribute → classify, the shape that `analyse` prints
 * and that `store` keeps. All offsets are `[start, end)` in UTF-16 units of `text`; dates are calendar dates or null.
 */

export const CalendarDate = z
  .string()
  .max(10)
  .regex(/^\d{4}-\d{2}-\d{2}$/);
export type CalendarDate = z.infer<typeof CalendarDate>;

const Offset = z.number().int().nonnegative();
const OffsetPair = z
  .tuple([Offset, Offset])
  .refine(([start, end]) => end > start, "a span must not be empty");

/** As many pieces as one source, cue or content may be in. Real pages need up to 19. */
export const MOST_SPANS = 20;
const Pieces = z.array(OffsetPair).max(MOST_SPANS);

/** A date and where it was found. `CERTAIN`: the page gives it as the article's own; `IMPLIED`: it stands where such dates stand. */
export const FoundDate = z.object({
  day: CalendarDate,
  certainty: z.enum(["CERTAIN", "IMPLIED"]),
  foundIn: z.enum(["JSON-LD", "OpenGraph", "meta", "time element", "visible text", "address"]),
});
export type FoundDate = z.infer<typeof FoundDate>;

export const AnalysedSegment = z.object({
  start: Offset,
  end: Offset,
  type: SegmentType,
  /** Index into `posts`. */
  post: z.number().int().nonnegative(),
  reason: Reason,
});
export type AnalysedSegment = z.infer<typeof AnalysedSegment>;

export const AnalysedPost = z.object({
  headline: z.string().nullable(),
  date: CalendarDate.nullable(),
  /** True where only the start of another post is here. */
  isTeaser: z.boolean(),
});
export type AnalysedPost = z.infer<typeof AnalysedPost>;

export const AnalysedAttribution = z.object({
  source: Pieces,
  cue: Pieces,
  content: Pieces,
  /** The best name of who is behind it, or null where nobody is. */
  speaker: z.string().nullable(),
  speakerKind: SpeakerKind.nullable(),
  type: AttributionType,
  quoteMode: QuoteMode,
  confidence: z.number().min(0).max(1),
});
export type AnalysedAttribution = z.infer<typeof AnalysedAttribution>;

/** A window in time that the statement is about. Both ends are inclusive; null where no day can be computed. */
export const AnalysedPrediction = z.object({
  text: z.string().min(1),
  start: Offset,
  end: Offset,
  dueFrom: CalendarDate.nullable(),
  dueTo: CalendarDate.nullable(),
  precision: Precision,
});
export type AnalysedPrediction = z.infer<typeof AnalysedPrediction>;

export const AnalysedStatement = z.object({
  start: Offset,
  end: Offset,
  /** The pieces that what is said stands in, from `start` to `end`; left out where it is one piece. */
  content: z.array(OffsetPair).min(2).max(MOST_PIECES).optional(),
  label: ReaderLabel,
  sourcing: Sourcing,
  factuality: z.object({ writer: Factuality, source: Factuality.nullable() }),
  time: Time,
  flags: Flags,
  reasons: z.array(Reason).min(1),
  confidence: z.number().min(0).max(1),
  /** The confidence is high enough that at most six in a hundred such statements are wrong; see `lib/domain/sureness.ts`. */
  isSure: z.boolean(),
  postedAt: CalendarDate.nullable(),
  /** Indexes into `attributions`; the first is the one that vouches for the main clause. */
  attributions: z.array(z.number().int().nonnegative()),
  attributionScope: AttributionScope,
  /** Hops from this page to the primary source; null where there is no source. */
  relayDepth: z.number().int().nonnegative().nullable(),
  /** Best name of who the statement is credited to, in words that fit after "Attributed to"; null where nobody. */
  attributedTo: z.string().nullable(),
  /** Index into `posts`, and into `segments`. */
  post: z.number().int().nonnegative(),
  segment: z.number().int().nonnegative(),
  prediction: AnalysedPrediction.optional(),
});
export type AnalysedStatement = z.infer<typeof AnalysedStatement>;

/** What finds the attributions: rules and trained models together, or the rules alone. */
export type Engine = "MODELS" | "RULES";

/** A page links to no more addresses than this that are kept, and none of them is longer, in UTF-16 units. */
export const MOST_LINKS = 50;
const LINK_LENGTH = 2000;

/** Where the article's own lines link to: whole addresses of the web, each once. `at` is where such a line begins. */
export const PageLink = z.object({ at: Offset, address: z.string().max(LINK_LENGTH) });
export type PageLink = z.infer<typeof PageLink>;
export const PageLinks = z.array(PageLink).max(MOST_LINKS);

export const Note = z.object({ stage: z.string(), remark: z.string() });
export type Note = z.infer<typeof Note>;

export const Analysis = z.object({
  text: z.string(),
  title: z.string().nullable(),
  /** The day in `dates.published`. */
  publishedAt: CalendarDate.nullable(),
  dates: z.object({ published: FoundDate.nullable(), updated: FoundDate.nullable() }),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  agency: z.string().nullable(),
  /** The date that an agency's own line gives, where it differs from the post's. */
  agencyDate: CalendarDate.nullable(),
  place: z.string().nullable(),
  /** The page's own canonical address, on its own host: a proposal. */
  canonical: z.string().nullable(),
  /** BCP 47 primary tag ("en", "ar", "ckb"), or null where it could not be told. */
  language: z.string().nullable(),
  direction: z.enum(["ltr", "rtl"]),
  links: PageLinks,
  engine: z.object({ name: z.string(), version: z.string() }),
  normalizerVersion: z.string(),
  body: z.string(),
  posts: z.array(AnalysedPost),
  segments: z.array(AnalysedSegment),
  statements: z.array(AnalysedStatement),
  attributions: z.array(AnalysedAttribution),
  notes: z.array(Note),
});
export type Analysis = z.infer<typeof Analysis>;

/** What comes into the line: characters, already decoded, and what is known of where they were found. */
export const Page = z.object({
  format: z.enum(["text", "html"]),
  content: z.string(),
  url: z.string().nullable(),
  publisher: z.string().nullable(),
});
export type Page = z.infer<typeof Page>;
