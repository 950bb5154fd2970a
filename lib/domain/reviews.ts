import { z } from "zod";
import { CalendarDate, MOST_SPANS } from "./analysis";
import { GUIDELINE_LENGTH } from "./bounds";
import { askedText, Complaint, optionalText } from "./complaints";
import { MOST_PIECES } from "./content-pieces";
import {
  AttributionScope,
  Factuality,
  Flags,
  Precision,
  QuoteMode,
  ReaderLabel,
  Sourcing,
  SpeakerKind,
  Time,
} from "./labels-shapes";
import { MOST_TOGETHER } from "./sureness";

/** Reviews, and what an editor does to the statements of one. Inputs come from forms: parsed once, at the verb's door. */

export const ReviewState = z.enum(["DRAFT", "SUBMITTED", "RETURNED", "PUBLISHED", "WITHDRAWN"]);
export type ReviewState = z.infer<typeof ReviewState>;

export const ReviewKind = z.enum(["ARTICLE", "CLAIM"]);
export type ReviewKind = z.infer<typeof ReviewKind>;

export const SuggestionDecisionKind = z.enum(["ACCEPTED", "EDITED", "REJECTED"]);
export type SuggestionDecisionKind = z.infer<typeof SuggestionDecisionKind>;

export const Id = z.uuid();
/** The revision that the person's screen was drawn from; a verb refuses with `conflict` when the row has moved on. */
export const Revision = z.coerce.number().int().positive();

export const SpanInput = z.object({
  start: z.coerce.number().int().nonnegative(),
  end: z.coerce.number().int().positive(),
});

export const PredictionInput = z
  .object({
    text: askedText("time", 500),
    dueFrom: CalendarDate.nullable(),
    dueTo: CalendarDate.nullable(),
    precision: Precision,
  })
  .refine((p) => (p.dueFrom === null) === (p.dueTo === null), Complaint.enum.halfWindow)
  .refine((p) => p.dueFrom === null || p.dueTo === null || p.dueFrom <= p.dueTo, Complaint.enum.turnedWindow);
export type PredictionInput = z.infer<typeof PredictionInput>;

/** Everything that an editor may set on one statement. */
export const StatementFields = SpanInput.extend({
  /** The pieces that it stands in, from its start to its end; left out where it is one. */
  content: z.array(SpanInput).max(MOST_PIECES, Complaint.enum.manyPieces).optional(),
  sourcing: Sourcing,
  factualityWriter: Factuality,
  factualitySource: Factuality.nullable(),
  time: Time,
  flags: Flags,
  quoteMode: QuoteMode.nullable(),
  attributionScope: AttributionScope,
  relayDepth: z.number().int().nonnegative().nullable(),
  /** Who is behind it; null where nobody is. `id` is a speaker that is known; without it `name` is looked up, and is a new one with this `role`. */
  speaker: z
    .object({
      name: askedText("speaker", 300),
      kind: SpeakerKind,
      id: Id.nullish(),
      role: optionalText(200).optional(),
    })
    .nullable(),
  source: z.array(SpanInput).max(MOST_SPANS, Complaint.enum.manySpans),
  cue: z.array(SpanInput).max(MOST_SPANS, Complaint.enum.manySpans),
  /** Overrides the derived label; needs a reason. */
  labelOverride: ReaderLabel.nullable(),
  labelReason: optionalText(1000),
  prediction: PredictionInput.nullable(),
}).refine((s) => s.labelOverride === null || s.labelReason !== null, {
  message: Complaint.enum.noLabelReason,
  path: ["labelReason"],
});
export type StatementFields = z.infer<typeof StatementFields>;

export const OpenReview = z.object({ versionId: Id });
/** Another editor carries on with a review whose author can't. They become one of its writers. */
export const TakeOverReview = z.object({ reviewId: Id, revision: Revision });
/** Labels of an earlier version's review, for the statements whose words stand unchanged. Both reviews are the person's own. */
export const CarryOver = z.object({ reviewId: Id, fromReviewId: Id });
/** `correction` is asked for where this replaces something already published: what changes, and why. Readers see it. */
export const SubmitReview = z.object({ reviewId: Id, revision: Revision, correction: optionalText(1000) });
export const ReturnReview = z.object({
  reviewId: Id,
  revision: Revision,
  reason: askedText("change", 2000),
});
export const PublishReview = z.object({ reviewId: Id, revision: Revision });
export const WithdrawReview = z.object({
  reviewId: Id,
  revision: Revision,
  reason: askedText("withdrawal", 2000),
});

export const AcceptSuggestion = z.object({ reviewId: Id, suggestionId: Id });
/** Accepted, and joined in the same act: to this claim, or, where none is named, to the one that it surely is the same as. */
export const AcceptAndJoin = AcceptSuggestion.extend({ claimId: Id.nullable().default(null) });
/** Those that a screen showed as sure; and the same ones given back. */
export const SureSuggestions = z.object({
  reviewId: Id,
  suggestionIds: z.array(Id).min(1).max(MOST_TOGETHER),
});
export const RejectSuggestion = z.object({ reviewId: Id, suggestionId: Id, reason: optionalText(1000) });
/** Takes back this review's decision on a suggestion; the statement it made, if any, is removed with it. */
export const UndoDecision = z.object({ reviewId: Id, suggestionId: Id });
/** Accept a suggestion with changes, or mark a statement that the machine missed (no `suggestionId`). */
export const AddStatement = z.object({
  reviewId: Id,
  suggestionId: Id.nullable().default(null),
  fields: StatementFields,
});
export const EditStatement = z.object({ statementId: Id, revision: Revision, fields: StatementFields });
export const RemoveStatement = z.object({ statementId: Id, revision: Revision });
export const RestoreStatement = z.object({ statementId: Id, revision: Revision });
/** What the machine matched a statement with holds, or does not; or that is taken back. */
export const DecideMatch = z.object({ reviewId: Id, suggestionId: Id });
/** `claimId` null takes the link away. */
export const LinkStatement = z.object({ statementId: Id, revision: Revision, claimId: Id.nullable() });

/** A note on a statement or on any span of the version. An empty body removes it. Public notes are shown to readers. */
export const WriteAnnotation = z.object({
  reviewId: Id,
  annotationId: Id.nullable().default(null),
  revision: Revision.nullable().default(null),
  statementId: Id.nullable().default(null),
  span: SpanInput.nullable().default(null),
  body: z.string().trim().max(4000, Complaint.enum.longNote),
  isPublic: z.boolean(),
});

/** What a person is typing, kept as they type. `subject` names the form ("claim:…:verdict"); null `body` forgets it. */
export const SaveDraft = z.object({
  /** Whose it is. Another person may be signed in by the time that it is sent. */
  personId: Id,
  subject: z
    .string()
    .regex(/^[a-z]+:[0-9a-zA-Z:-]+$/)
    .max(200),
  body: z.record(z.string(), z.string().max(GUIDELINE_LENGTH)).nullable(),
  /** When the draft was saved that this one goes on from; null where there was none. Another one is not written over. */
  basedOn: z.iso.datetime().nullable(),
});
