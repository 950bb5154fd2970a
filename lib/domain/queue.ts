import { z } from "zod";
import type { CalendarDate } from "./analysis";
import type { ImportView } from "./import-views";
import type { ReviewKind, ReviewState } from "./reviews";

/** The desk's queue. Plain data, safe to hand to a client component. Instants are ISO strings. */

export const QueueName = z.enum([
  "mine",
  "unassigned",
  "to-publish",
  "returned",
  "others",
  "published",
  "dismissed",
]);
export type QueueName = z.infer<typeof QueueName>;

/** Who has to act next on an item, said in words by the screen. */
export type NextActor =
  | { readonly kind: "you" }
  | { readonly kind: "person"; readonly name: string }
  | { readonly kind: "another-editor" }
  | { readonly kind: "nobody" };

export interface QueueItem {
  readonly kind: ReviewKind;
  /** Where it opens: `/desk/articles/{versionId}` or `/desk/claims/{claimId}`. */
  readonly href: string;
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
}

export interface Queue {
  readonly counts: Readonly<Record<QueueName, number>>;
  readonly view: QueueName;
  readonly items: readonly QueueItem[];
  /** Imports of the last day that are not done yet, or were refused or cancelled. */
  readonly imports: readonly ImportView[];
}

/** Versions of one page as one item, that of its latest version, which names the others. It stands where the first of them stood. */
export function onePerPage(items: readonly QueueItem[]): QueueItem[] {
  const pages = new Map<string, QueueItem[]>();
  for (const item of items) {
    const page = item.articleId ?? item.href;
    pages.set(page, [...(pages.get(page) ?? []), item]);
  }
  return [...pages.values()].flatMap((versions) => {
    const [latest, ...others] = versions.toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0));
    if (latest === undefined) return [];
    return [{ ...latest, alsoVersions: others.flatMap(({ version }) => version ?? []) }];
  });
}
