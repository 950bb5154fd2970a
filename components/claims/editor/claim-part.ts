import type { Drafts } from "#components/ui/drafts";
import type { Actor } from "#lib/domain/actor";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import type { Act } from "#lib/domain/form-state";
import type { DraftView } from "#lib/domain/review-views";

export interface ClaimActions {
  readonly editClaim: Act;
  readonly addEvidence: Act;
  readonly removeEvidence: Act;
  readonly keepCopy: Act;
  readonly addSearch: Act;
  readonly removeSearch: Act;
  readonly writeVerdict: Act;
  readonly linkStatement: Act;
  readonly saveDraft: Act;
}

export interface ClaimPlace {
  readonly desk: ClaimDesk;
  readonly actor: Actor;
  readonly actions: ClaimActions;
  readonly drafts: readonly DraftView[];
  readonly today: string;
  readonly timeZone: string;
}

export interface ClaimPart {
  readonly place: ClaimPlace;
  readonly drafts: Drafts;
  readonly onDone: (text: string) => void;
  /** May the claim change now, by anybody? */
  readonly isOpen: boolean;
}
