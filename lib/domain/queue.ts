import type { CalendarDate } from "./analysis";
import type { ImportView } from "./import-views";
import type { Urgency } from "./labels";
import type { PriorityReason } from "./queue-priority";
import type { QueueName, QueueQuery } from "./queue-query";
import type { QueuePlace } from "./queue-work";
import type { ReviewKind, ReviewState } from "./reviews";

/** The desk's queue. Plain data, safe to hand to a client component. Instants are ISO strings. */

/** Who has to act next on an item, said in words by the screen. */
export type NextActor =
  | { readonly kind: "you" }
  | { readonly kind: "person"; readonly name: string }
  | { readonly kind: "another-editor" }
  | { readonly kind: "nobody" };

export interface QueueItem {
  readonly id: string;
  /** The page or the claim that it is work on. */
  readonly subjectId: string;
  readonly kind: ReviewKind;
  readonly place: QueuePlace;
  /** Where it opens: `/desk/articles/{versionId}` or `/desk/claims/{claimId}`. */
  readonly href: string;
  /** Its place in the list, as an address has it. */
  readonly cursor: string;
  readonly title: string;
  readonly state: ReviewState | null;
  readonly waiting: number;
  readonly total: number;
  readonly next: NextActor;
  readonly changedAt: string;
  /** Of a page: who published it, its day, and the number of its version. Null for a claim, and where the page doesn't say. */
  readonly publisher: string | null;
  readonly day: CalendarDate | null;
  readonly version: number | null;
  /** The page that it is a version of; null for a claim. */
  readonly articleId: string | null;
  /** Other versions of that page that would stand in the same view, the latest first: they are one item. */
  readonly alsoVersions: readonly number[];
  /** Why it was dismissed; null for everything else. */
  readonly dismissedFor: string | null;
  /** Whose it is; null where nobody has it. */
  readonly assignee: { readonly id: string; readonly name: string } | null;
  /** Whose it was before their account was closed; null where that isn't so. */
  readonly lostName: string | null;
  readonly urgency: Urgency;
  /** A person said so; the reasons only order what was set the same. */
  readonly isByHand: boolean;
  readonly reasons: readonly PriorityReason[];
  readonly dueAt: string | null;
  /** Of what people said of the work: an act on the queue leaves out what was changed since. */
  readonly revision: number;
}

/** Counting a view goes no further. */
export const MOST_COUNTED = 99;

/** The part of a list around what is open, beside it. */
export interface QueuePane {
  readonly counts: Queue["counts"];
  readonly query: QueueQuery;
  readonly items: readonly QueueItem[];
  readonly previous: QueueItem | null;
  readonly next: QueueItem | null;
}

export interface Queue {
  /** `MOST_COUNTED + 1` where there is more. */
  readonly counts: Readonly<Record<QueueName, number>>;
  readonly query: QueueQuery;
  readonly items: readonly QueueItem[];
  /** Where the list goes on and back, as an address has it; null at its ends. */
  readonly after: string | null;
  readonly before: string | null;
  /** Imports of the last day that are not done yet, or were refused or cancelled. */
  readonly imports: readonly ImportView[];
}
