import type { z } from "zod";
import { TAB_LASTS } from "#lib/domain/live";
import { type LivePlace, type LiveTab, LiveTab as Tab } from "#lib/domain/live-shapes";
import { Id } from "#lib/domain/reviews";

/** What a tab said, as one web server tells it to the others. */
export const TabOf = Tab.extend({ by: Id });
export type TabOf = z.infer<typeof TabOf>;

/** So many tabs are known; of one person so many, the latest. */
const MOST_TABS = 2_000;
const MOST_OF_ONE = 12;

interface Known {
  readonly tab: string;
  readonly by: string;
  readonly place: LivePlace;
  readonly at: LiveTab["at"];
  /** In milliseconds, as the clock says it. */
  readonly until: number;
}

/**
 * Who is where, as each web server knows it from what it was told: a tab says so when it comes, moves and leaves, and again every few seconds. One that says
 * nothing any more is gone. Nothing of it is stored. Each answer is the places at which something changed.
 */
export class Tabs {
  readonly #tabs = new Map<string, Known>();

  note({ tab, by, on, at }: TabOf, now: number): LivePlace[] {
    const before = this.#tabs.get(tab);
    // Nobody speaks for a tab of somebody else's.
    if (before !== undefined && before.by !== by) return [];
    this.#tabs.delete(tab);
    if (on !== null) {
      this.#makeRoom(by);
      this.#tabs.set(tab, { tab, by, place: on, at, until: now + TAB_LASTS });
    }
    if (before?.place === on && before?.at === at) return [];
    return [...new Set([before?.place, on].filter((place) => typeof place === "string"))];
  }

  /** Forgets those that said nothing for too long. */
  forgetSilent(now: number): LivePlace[] {
    const gone = [...this.#tabs.values()].filter(({ until }) => until <= now);
    for (const { tab } of gone) this.#tabs.delete(tab);
    return [...new Set(gone.map(({ place }) => place))];
  }

  /** Each person once, at the row that their tab spoke of last. */
  at(place: LivePlace): Map<string, LiveTab["at"]> {
    const people = new Map<string, LiveTab["at"]>();
    for (const known of this.#tabs.values()) if (known.place === place) people.set(known.by, known.at);
    return people;
  }

  /** The oldest goes first: what spoke last stands last. */
  #makeRoom(by: string): void {
    const own = [...this.#tabs.values()].filter((known) => known.by === by);
    const [oldest] =
      own.length >= MOST_OF_ONE ? own : this.#tabs.size >= MOST_TABS ? this.#tabs.values() : [];
    if (oldest !== undefined) this.#tabs.delete(oldest.tab);
  }
}
