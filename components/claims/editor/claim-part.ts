import type { TagActs } from "#components/topics/tag-field";
import type { Drafts } from "#components/ui/drafts";
import type { LivePage } from "#components/ui/use-live";
import type { Actor } from "#lib/domain/actor";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import type { Act } from "#lib/domain/form-state";
import type { PlacesAtHand } from "#lib/domain/place-links";
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
  readonly tags: TagActs;
  readonly saveDraft: Act;
  readonly decideProposal: Act;
}

export interface ClaimPlace {
  readonly desk: ClaimDesk;
  readonly actor: Actor;
  readonly actions: ClaimActions;
  readonly drafts: readonly DraftView[];
  readonly today: string;
  readonly places: PlacesAtHand;
  readonly timeZone: string;
  readonly live: LivePage;
  /** The language model that may be asked for proposals, by its name; null where there is none for whoever looks. */
  readonly model: string | null;
}

export interface ClaimPart {
  readonly place: ClaimPlace;
  readonly drafts: Drafts;
  readonly onDone: (text: string) => void;
  /** May the claim change now, by anybody? */
  readonly isOpen: boolean;
}
