import type { AppErrorCode } from "#lib/errors";
import type { Sourcing } from "./labels";

/** Two things said of a statement that can't both be true. */
export type Contradiction =
  | "NAMED_AS_UNNAMED"
  | "UNNAMED_AS_NAMED"
  | "LAST_HOP_WITHOUT_NAME"
  | "PROMISE_OF_THE_PAST";

/** Why a rule of the domain refuses, and what its sentence names. Every language of the screens has a sentence for each. */
export type Refusal =
  | {
      readonly reason:
        | "outsideText"
        | "brokenCharacter"
        | "brokenPieces"
        | "outsideSegment"
        | "submitted"
        | "finished"
        | "alreadyYours"
        | "noStatement"
        | "noVerdict"
        | "needsCorrection"
        | "notSubmitted"
        | "onlyEditor"
        | "ownReview"
        | "notPublished"
        | "changedSince"
        | "replaced"
        | "stale"
        | "dismissedAlready"
        | "publishedPage"
        | "notDismissed"
        | "sameFact"
        | "ruleUnknown"
        | "ruleIsOff"
        | "ruleIsOn"
        | "dismissedPage"
        | "noPromise"
        | "outcomeAhead"
        | "promiseStillOpen"
        | "promiseHasOutcome"
        | "unknownTemplate"
        | "noEvidenceForVerdict"
        | "partGone"
        | "sameType"
        | "nothingAbove"
        | "splitAtEdge"
        | "splitInWord"
        | "splitInStatement"
        | "postBegins"
        | "ownDay"
        | "sameDay"
        | "nothingPutRight"
        | "manyPartCorrections"
        | "lookingNow"
        | "lookingFirst"
        | "nothingToLook"
        | "mergedIntoItself"
        | "namedAndUnnamed"
        | "notMerged"
        | "manyMerged"
        | "claimIntoItself"
        | "claimNotMerged"
        | "manyClaims"
        | "readBlind"
        | "readBlindAlready"
        | "reviewedBefore"
        | "readingOver"
        | "passYours"
        | "passGivenUp"
        | "ownReading"
        | "sawLabels"
        | "passesTaken"
        | "passIn"
        | "passesMissing"
        | "readItYourself"
        | "unsettled"
        | "manyMarks"
        | "threadsHeldBack"
        | "claimReadBlind"
        | "fullThread"
        | "manyThreads"
        | "threadWentOn"
        | "threadOpen"
        | "othersComment"
        | "commentTakenBack"
        | "commentAnswered"
        | "doubtClosed"
        | "doubtGone"
        | "provenanceStands"
        | "provenanceDismissed"
        | "provenanceUndecided"
        | "provenanceNamed"
        | "ownSource"
        | "manyTopics"
        | "topicIntoItself"
        | "topicNotMerged"
        | "manyTopicsMerged"
        | "noSuchUpstream"
        | "itselfUpstream"
        | "manyUpstream"
        | "guidelineNewer"
        | "sameGuideline"
        | "scaleNewer"
        | "sameScale"
        | "codeTwice"
        | "wordTwice"
        | "codeMeansAnother"
        | "manyFormerCodes"
        | "codeNotInScale"
        | "marksNoJson"
        | "marksUnknown"
        | "marksNone"
        | "marksMany"
        | "marksManyTags"
        | "manyMarkFiles"
        | "marksImported"
        | "marksEnded"
        | "marksUnchosen"
        | "marksNoneFit"
        | "marksDecided";
    }
  | { readonly reason: "claimMergedAway" | "claimHandedIn"; readonly name: string }
  | { readonly reason: "topicThere" | "topicMergedAway" | "topicNameTaken"; readonly name: string }
  | { readonly reason: "mergedAway" | "nameTaken" | "severalOfName"; readonly name: string }
  | { readonly reason: "threadResolved" | "threadResolvedMeanwhile"; readonly name: string }
  | { readonly reason: "verdictOffScale"; readonly name: string }
  | { readonly reason: "notYours"; readonly name: string }
  | { readonly reason: "openedBy"; readonly name: string }
  | { readonly reason: "reviewedPage"; readonly name: string }
  | {
      readonly reason: "suggestionsWait" | "draftsOpen" | "draftsInTheWay" | "unitsWait";
      readonly count: number;
    }
  | {
      readonly reason: "contradiction";
      readonly contradiction: Contradiction;
      readonly name: string;
      readonly sourcing: Sourcing;
    };

/** A rule refuses. It has no sentence: the verb whose rule it is makes an AppError of it, in words. */
export class RefusedError extends Error {
  constructor(
    readonly code: AppErrorCode,
    readonly refusal: Refusal,
    readonly field?: string,
  ) {
    super(refusal.reason);
    this.name = "RefusedError";
  }
}

/**
 * The screen that it was asked from showed this revision.
 *
 * Throws   RefusedError `conflict` where somebody else has changed it since.
 */
export function refuseStale(standing: { readonly revision: number }, revision: number): void {
  if (standing.revision !== revision) throw new RefusedError("conflict", { reason: "stale" });
}
