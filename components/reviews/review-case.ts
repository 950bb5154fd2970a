import type { Drafts } from "#components/ui/drafts";
import type { Actor } from "#lib/domain/actor";
import type { Act } from "#lib/domain/form-state";
import type { JoinedClaim, ReviewView } from "#lib/domain/review-views";

export interface ReviewActions {
  /** Null for a claim: its review opens with the first change. */
  readonly open: Act | null;
  readonly takeOver: Act;
  readonly submit: Act;
  readonly return: Act;
  readonly publish: Act;
  readonly withdraw: Act;
}

export interface ReviewCase {
  readonly review: ReviewView | null;
  readonly actor: Actor;
  readonly actions: ReviewActions;
  /** What `open` is given. */
  readonly subject: Readonly<Record<string, string>>;
  /** IANA name of the zone that days are said in. */
  readonly timeZone: string;
  readonly otherPublishers: number;
  readonly publishedHref: string | null;
  readonly publication: {
    readonly reviewId: string;
    readonly revision: number;
    readonly publishedAt: string;
    readonly joined: readonly JoinedClaim[];
  } | null;
  /** What will be published, in numbers and words. */
  readonly counts: readonly (readonly [name: string, value: string])[];
  /** Why it can't be submitted yet; null where it can. */
  readonly unready: string | null;
  /** Where the words of its questions are kept while they are typed. */
  readonly drafts: Drafts;
  /** Forms that hold words which nobody saved. Nothing is handed in beside them. */
  readonly openForms: readonly OpenFormCase[];
}

export interface OpenFormCase {
  readonly subject: string;
  readonly name: string;
  /** Null where the form isn't on this screen any more. */
  readonly onGo: (() => void) | null;
  readonly onDiscard: () => void;
}
