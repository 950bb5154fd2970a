import { z } from "zod";
import {
  ATTRIBUTION_SCOPES,
  ATTRIBUTION_TYPES,
  FACTUALITIES,
  FLAGS,
  OUTCOME_RESULTS,
  PRECISIONS,
  PROVENANCE_KINDS,
  QUOTE_MODES,
  READER_LABELS,
  SEGMENT_TYPES,
  SOURCINGS,
  SPEAKER_KINDS,
  TIMES,
  URGENCIES,
} from "./labels";

/** The codes of DOMAIN as they are read from outside. */

export const SegmentType = z.enum(SEGMENT_TYPES);
export type SegmentType = z.infer<typeof SegmentType>;

export const Sourcing = z.enum(SOURCINGS);
export type Sourcing = z.infer<typeof Sourcing>;

export const Factuality = z.enum(FACTUALITIES);
export type Factuality = z.infer<typeof Factuality>;

export const Time = z.enum(TIMES);
export type Time = z.infer<typeof Time>;

export const QuoteMode = z.enum(QUOTE_MODES);
export type QuoteMode = z.infer<typeof QuoteMode>;

export const AttributionType = z.enum(ATTRIBUTION_TYPES);
export type AttributionType = z.infer<typeof AttributionType>;

export const AttributionScope = z.enum(ATTRIBUTION_SCOPES);
export type AttributionScope = z.infer<typeof AttributionScope>;

export const Precision = z.enum(PRECISIONS);
export type Precision = z.infer<typeof Precision>;

export const SpeakerKind = z.enum(SPEAKER_KINDS);
export type SpeakerKind = z.infer<typeof SpeakerKind>;

export const ReaderLabel = z.enum(READER_LABELS);
export type ReaderLabel = z.infer<typeof ReaderLabel>;

export const OutcomeResult = z.enum(OUTCOME_RESULTS);
export type OutcomeResult = z.infer<typeof OutcomeResult>;

const flag = z.boolean().optional();
// Each name of the list, which Object.fromEntries gives as plain strings.
const flags = Object.fromEntries(FLAGS.map((name) => [name, flag])) as Record<
  (typeof FLAGS)[number],
  typeof flag
>;
export const Flags = z.object(flags);
export type Flags = z.infer<typeof Flags>;

export const Urgency = z.enum(URGENCIES);
export type Urgency = z.infer<typeof Urgency>;

export const ProvenanceKind = z.enum(PROVENANCE_KINDS);
export type ProvenanceKind = z.infer<typeof ProvenanceKind>;
