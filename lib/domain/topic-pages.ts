import type { SearchResult } from "./search";

/** What readers see of topics: frozen names, and what is published under them. */

export interface ListedTopic {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly definition: string | null;
  /** How many pages and claims that stand have it. */
  readonly pages: number;
  readonly claims: number;
}

export interface TopicsList {
  readonly topics: readonly ListedTopic[];
  /** Ids of the topics that the neighbouring parts of the list go on from; null where there are none. */
  readonly before: string | null;
  readonly after: string | null;
  /** False where something of it isn't what was published. */
  readonly isProven: boolean;
}

/** Everything under one topic, pages and claims, the latest published first. `older` and `newer` are cursors. */
export interface TopicPage {
  readonly topic: ListedTopic;
  readonly items: readonly SearchResult[];
  readonly older: string | null;
  readonly newer: string | null;
  readonly isProven: boolean;
}
