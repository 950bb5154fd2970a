import { z } from "zod";
import { database } from "#lib/db/core/client";
import { MOST_HERE, type PersonHere } from "#lib/domain/live";
import type { LivePlace, LiveTab } from "#lib/domain/live-shapes";
import { isSeenAt, subjectIn } from "./changes";
import { type Listener, listen } from "./listener";
import { TabOf, Tabs } from "./tabs";

/** What one process hears of the desk, handed on to the screens that it serves. */

/** Written by the database itself, as each act is (`tell_live`). */
const CHANGES = "onrecord_changes";
const TABS = "onrecord_tabs";
const Told = z.object({ sequence: z.number().int(), place: z.string(), by: z.string() });

/** How often is looked for tabs that went silent, in milliseconds. */
const SWEEP = 5_000;
/** Names are asked for again after so long, in milliseconds, and so many are kept. */
const NAMES_LAST = 60_000;
const MOST_NAMES = 1_000;

/** A screen that follows a place. */
export interface Follower {
  readonly personId: string;
  readonly place: LivePlace;
  /** Something changed that it sees. */
  changed(change: { readonly sequence: number; readonly subject: string }): void;
  /** Somebody came, moved or left. */
  moved(): void;
  /** Something may have been missed: the history knows. */
  missed(): void;
  /** The account behind it changed. */
  doubted(): void;
  /** This process ends. */
  end(): void;
}

export class LiveHub {
  readonly #followers = new Set<Follower>();
  readonly #tabs = new Tabs();
  readonly #names = new Map<string, string>();
  readonly #listener: Listener;
  readonly #timers: readonly NodeJS.Timeout[];

  constructor(url: string) {
    this.#listener = listen({
      url,
      channels: [CHANGES, TABS],
      onTold: (channel, payload) => (channel === TABS ? this.#hearTab(payload) : this.#hearChange(payload)),
      onListening: () => {
        for (const follower of this.#followers) follower.missed();
      },
    });
    this.#timers = [
      setInterval(() => this.#tellMoved(this.#tabs.forgetSilent(Date.now())), SWEEP).unref(),
      setInterval(() => this.#names.clear(), NAMES_LAST).unref(),
    ];
  }

  /** From now on `follower` hears; until what is returned is called. */
  follow(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  get followers(): ReadonlySet<Follower> {
    return this.#followers;
  }

  /** What a tab of this person says of itself, told to every web server. One that can't tell the others knows it at least itself. */
  async say(tab: LiveTab, personId: string): Promise<void> {
    const { tab: id, on, at } = tab;
    const payload = JSON.stringify({ tab: id, on, at, by: personId } satisfies TabOf);
    if (!(await this.#listener.tell(TABS, payload))) this.#hearTab(payload);
  }

  /** Who is at a place, but for one person. */
  async here(place: LivePlace, except: string): Promise<PersonHere[]> {
    const there = [...this.#tabs.at(place)].filter(([id]) => id !== except).slice(0, MOST_HERE);
    await this.#learnNames(there.map(([id]) => id));
    return there
      .flatMap(([id, at]) => {
        const name = this.#names.get(id);
        return name === undefined ? [] : [{ id, name, at }];
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async end(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const follower of this.#followers) follower.end();
    this.#followers.clear();
    await this.#listener.end();
  }

  #hearChange(payload: string): void {
    const told = Told.safeParse(readJson(payload));
    if (!told.success) return;
    const { sequence, place } = told.data;
    for (const follower of this.#followers) {
      if (place === `user:${follower.personId}`) follower.doubted();
      if (isSeenAt(follower.place, place)) follower.changed({ sequence, subject: subjectIn(place) });
    }
  }

  #hearTab(payload: string): void {
    const said = TabOf.safeParse(readJson(payload));
    if (said.success) this.#tellMoved(this.#tabs.note(said.data, Date.now()));
  }

  #tellMoved(places: readonly LivePlace[]): void {
    for (const follower of this.#followers) if (places.includes(follower.place)) follower.moved();
  }

  async #learnNames(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.#names.has(id));
    if (unknown.length === 0) return;
    if (this.#names.size > MOST_NAMES) this.#names.clear();
    const people = await database().user.findMany({
      where: { id: { in: unknown }, disabledAt: null },
      select: { id: true, name: true },
    });
    for (const { id, name } of people) this.#names.set(id, name);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface Held {
  readonly url: string;
  readonly hub: LiveHub;
}

// One for each process and address. It hangs on globalThis because Next.js loads a module once for each of its routes.
const KEY = Symbol.for("onrecord.live");
// The cast only says that a property of our own may hang there; nobody else knows the symbol.
const holder = globalThis as { [KEY]?: Held | undefined };

/** The hub of this process, listening from when it is first asked for until the process ends. */
export function liveHub(): LiveHub {
  const url = process.env.DATABASE_URL ?? "";
  if (holder[KEY]?.url !== url) {
    void holder[KEY]?.hub.end();
    holder[KEY] = { url, hub: new LiveHub(url) };
  }
  return holder[KEY].hub;
}

/** Stop listening, where this process does. The next `liveHub()` listens again. */
export async function endLive(): Promise<void> {
  const held = holder[KEY];
  holder[KEY] = undefined;
  await held?.hub.end();
}

/** A stream is a request that doesn't end by itself, and a server that is told to stop waits for all of them. */
export function endLiveOnStop(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void endLive());
}
