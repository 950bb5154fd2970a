import type { AppErrorCode } from "#lib/errors";

/** Why a rule of the domain refuses, and what its sentence names. Every language of the screens has a sentence for each. */
export type Refusal =
  | {
      readonly reason:
        | "outsideText"
        | "brokenCharacter"
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
        | "changedSince";
    }
  | { readonly reason: "notYours"; readonly name: string }
  | { readonly reason: "openedBy"; readonly name: string }
  | { readonly reason: "suggestionsWait"; readonly count: number };

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
