import type { AnalysedAttribution, AnalysedStatement } from "./analysis";
import type { Sourcing, SpeakerKind } from "./labels";

/** What kind of speaker each sourcing speaks of, where nothing else tells it. */
const KIND: Record<Sourcing, SpeakerKind> = {
  NAMED_PERSON: "PERSON",
  NAMED_ORGANIZATION: "ORGANIZATION",
  DOCUMENT: "DOCUMENT",
  MEDIA_REPORT: "MEDIA",
  UNNAMED_QUALIFIED: "UNNAMED",
  UNNAMED_BARE: "UNNAMED",
  SECOND_HAND: "PERSON",
  FIRST_HAND: "PSEUDONYM",
  NONE: "UNNAMED",
  NOT_NEEDED: "UNNAMED",
};

interface CreditedSpeaker {
  readonly name: string;
  readonly kind: SpeakerKind;
}

/** Who an attribution is credited to; null where nobody is. */
export function speakerOfAttribution({ speaker, speakerKind }: AnalysedAttribution): CreditedSpeaker | null {
  return speaker === null ? null : { name: speaker, kind: speakerKind ?? "UNNAMED" };
}

/** Who a statement is credited to; null where nobody is. `vouching` is its first attribution, where it has one. */
export function speakerOfStatement(
  { attributedTo, sourcing }: AnalysedStatement,
  vouching: AnalysedAttribution | undefined,
): CreditedSpeaker | null {
  if (attributedTo === null) return null;
  const known = vouching?.speaker === attributedTo ? vouching.speakerKind : null;
  return { name: attributedTo, kind: known ?? KIND[sourcing] };
}
