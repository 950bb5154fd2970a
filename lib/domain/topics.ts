import { RefusedError } from "./refusals";
import type { HistoryView } from "./review-views";

/**
 * What pages and claims are about, as editors tag them, and what an editor does where two topics are one, or one is two. Plain data, safe to hand
 * to a client component. Instants are ISO strings.
 */

/** In characters. */
export const TOPIC_LENGTH = 60;
export const DEFINITION_LENGTH = 300;
export const TOPIC_REASON_LENGTH = 500;
/** So many tags a page or a claim has at most. */
export const MOST_TOPICS = 10;
/** What is typed to find a topic; more isn't looked at. UTF-16 units. */
export const TOPIC_SEARCH_LENGTH = 100;
/** So many topics may be merged into one. */
export const MOST_MERGED = 100;

/** A topic, as the rules of merging see it. */
export interface MergingTopic {
  readonly id: string;
  readonly name: string;
  /** What the one is called that it was merged into; null where it stands for itself. */
  readonly mergedInto: string | null;
  /** How many topics it stands for, itself among them. */
  readonly size: number;
}

/** Throws   RefusedError `conflict` where the topic was merged into another, which is named. */
export function refuseMergedTopic({ mergedInto }: Pick<MergingTopic, "mergedInto">): void {
  if (mergedInto !== null)
    throw new RefusedError("conflict", { reason: "topicMergedAway", name: mergedInto });
}

/**
 * May the one be merged into the other?
 *
 * Throws   RefusedError: a topic is not merged with itself, nor one that stands for another already, nor more than can be looked over.
 */
export function refuseMergingTopics(from: MergingTopic, into: MergingTopic): void {
  if (from.id === into.id) throw new RefusedError("invalid_input", { reason: "topicIntoItself" });
  refuseMergedTopic(from);
  refuseMergedTopic(into);
  if (from.size + into.size > MOST_MERGED)
    throw new RefusedError("invalid_input", { reason: "manyTopicsMerged" });
}

/** Throws   RefusedError `conflict` where the topic is merged into none. */
export function refusePartingTopic({ mergedInto }: MergingTopic): void {
  if (mergedInto === null) throw new RefusedError("conflict", { reason: "topicNotMerged" });
}

/** A tag of a review, as the desk shows it. */
export interface TopicTag {
  readonly id: string;
  readonly name: string;
}

/** A topic in a list of the desk. */
export interface TopicRow extends TopicTag {
  readonly definition: string | null;
  /** Pages and claims whose latest review has the tag; no more than `MOST_TAGGED` and one of each are counted. */
  readonly pages: number;
  readonly claims: number;
}

export const MOST_TAGGED = 1000;

export interface TopicsPage {
  readonly topics: readonly TopicRow[];
  /** Ids of the rows that the neighbouring parts of the list go on from; null where there are none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What goes with a topic, wherever it goes. */
export interface TopicMoves {
  readonly pages: number;
  readonly claims: number;
  /** Reviews that were handed in, and have to be handed in again. */
  readonly waiting: number;
  /** Pages and claims that readers see under it, which keep it until they are published anew. */
  readonly published: number;
}

/** A topic that was merged into another. */
export interface MergedTopic extends TopicTag {
  readonly revision: number;
  readonly mergedInto: string;
  readonly by: string;
  readonly at: string;
}

export interface TopicDesk extends TopicTag {
  readonly revision: number;
  readonly slug: string;
  readonly definition: string | null;
  /** What it was merged into; null where it stands for itself. */
  readonly mergedInto: TopicTag | null;
  readonly merged: readonly MergedTopic[];
  readonly moves: TopicMoves;
  /** What else is called like it. */
  readonly alike: readonly TopicRow[];
  readonly history: readonly HistoryView[];
}
