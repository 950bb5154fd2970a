"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { type LiveNews, type PersonHere, waitOf } from "#lib/domain/live";
import type { LivePlace } from "#lib/domain/live-shapes";
import { newSendKey } from "#lib/domain/send-key";
import { ADDRESS, LiveLink, type LiveWays } from "./live-link";

/** So many acts are told apart. */
const MOST_HEARD = 500;

/** What a page was drawn with: its place, and the last act before it was read. */
export interface LivePage {
  readonly place: LivePlace;
  readonly since: number;
}

interface Live {
  readonly here: readonly PersonHere[];
  /** What changed since the page was drawn. */
  readonly changed: ReadonlySet<string>;
  /** There is more than that. */
  readonly isCut: boolean;
  /** The acts that changed it, by their numbers. */
  readonly acts: readonly number[];
  /** The last act that was heard of. */
  readonly heard: number;
  /** The newsroom could be reached when it was last tried. */
  readonly isReached: boolean;
}

const NOBODY: readonly PersonHere[] = [];
const NOTHING: Live = {
  here: NOBODY,
  changed: new Set(),
  isCut: false,
  acts: [],
  heard: 0,
  isReached: false,
};

/** What is heard of a place while its page is open; nothing where `page` is null. `at` is the row that this person is at. */
export function useLive(page: LivePage | null, at: string | null = null): Live {
  const [live, setLive] = useState(NOTHING);
  const [place, since] = [page?.place ?? null, page?.since ?? 0];
  const link = useRef<LiveLink | null>(null);
  const begun = useRef({ since, at });
  useEffect(() => {
    begun.current = { since, at };
  });
  useEffect(() => {
    if (place === null) return;
    const made = new LiveLink({
      ways: WAYS,
      tab: newSendKey(),
      place,
      since: begun.current.since,
      onNews: (news) => setLive((before) => withNews(before, news, begun.current.since)),
      onReached: (isReached) => setLive((before) => reached(before, isReached)),
    });
    link.current = made;
    made.move(begun.current.at);
    const look = () => (document.visibilityState === "visible" ? made.show() : made.hide());
    const leave = () => made.hide();
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", look);
    return () => {
      made.hide();
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", look);
    };
  }, [place]);
  useEffect(() => link.current?.move(at), [at]);
  // What was heard before the page was drawn anew is on it.
  if (live.heard <= since) return { ...live, changed: NOTHING.changed, isCut: false, acts: NOTHING.acts };
  return { ...live, acts: live.acts.filter((act) => act > since) };
}

const reached = (live: Live, isReached: boolean): Live =>
  live.isReached === isReached ? live : { ...live, isReached };

/** `since`: what was heard until then is on the page. */
function withNews(held: Live, news: LiveNews, since: number): Live {
  const before = held.heard <= since ? { ...NOTHING, here: held.here } : held;
  const acts = [...before.acts, ...news.acts].filter((act) => act > since);
  const hasChanged = news.isCut || news.changed.length > 0;
  return {
    here: JSON.stringify(before.here) === JSON.stringify(news.here) ? before.here : news.here,
    changed: hasChanged ? new Set([...before.changed, ...news.changed]) : before.changed,
    isCut: before.isCut || news.isCut || acts.length > MOST_HEARD,
    acts: acts.slice(0, MOST_HEARD),
    heard: hasChanged ? news.sequence : before.heard,
    isReached: true,
  };
}

/** What this screen did itself, and shows already. */
interface Own {
  /** Something is under way. */
  readonly isBusy: boolean;
  /** By their numbers. */
  readonly acts: ReadonlySet<number>;
}

const NONE_OWN: Own = { isBusy: false, acts: new Set() };

/**
 * Draws the page anew as something on it changes, one time after the other: at once where somebody else changed it, and once this person rests where they did it
 * themselves. Not while something of theirs is under way, nor under an open dialog: what is asked there is asked of what was on the page when it opened.
 */
export function useLatest({ changed, isCut, acts, heard, isReached }: Live, own: Own = NONE_OWN): void {
  const router = useRouter();
  const [isDrawing, draw] = useTransition();
  const drawn = useRef(0);
  const behindFrom = useRef<number | null>(null);
  const isBehind = changed.size > 0 || isCut;
  const isOthers = isCut || acts.some((act) => !own.acts.has(act));
  // A page that is asked for while nobody answers is a screen lost: the browser shows its own instead.
  const isOn = isBehind && isReached && !own.isBusy && !isDrawing;
  useEffect(() => {
    if (!isBehind) behindFrom.current = null;
    else behindFrom.current ??= performance.now();
  }, [isBehind]);
  useEffect(() => {
    // What was asked for once and didn't come (the connection is lost) is asked for with the next change.
    if (!isOn || drawn.current >= heard) return;
    const drawAnew = () => {
      if (!navigator.onLine || document.querySelector("dialog[open]") !== null) return;
      drawn.current = heard;
      behindFrom.current = performance.now();
      draw(() => router.refresh());
    };
    const begin = () => {
      drawAnew();
      // A dialog's end is told to itself alone, on the way down.
      document.addEventListener("close", drawAnew, true);
    };
    const behindFor = performance.now() - (behindFrom.current ?? performance.now());
    const wait = isOthers ? 0 : waitOf(behindFor);
    const timer = wait > 0 ? setTimeout(begin, wait) : null;
    if (timer === null) begin();
    return () => {
      if (timer !== null) clearTimeout(timer);
      document.removeEventListener("close", drawAnew, true);
    };
  }, [isOn, isOthers, heard, router]);
}

/** Says once who else changed what is shown. `history` has the latest first. */
export function useChangers(
  history: readonly { readonly sequence: number; readonly actorName: string }[],
  myName: string,
  tell: (names: readonly string[]) => void,
): void {
  const seen = useRef(history[0]?.sequence ?? 0);
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    const fresh = history.filter(({ sequence }) => sequence > seen.current);
    seen.current = Math.max(seen.current, history[0]?.sequence ?? 0);
    const names = [...new Set(fresh.map(({ actorName }) => actorName))].filter((name) => name !== myName);
    if (names.length > 0) latest.current(names);
  }, [history, myName]);
}

const WAYS: LiveWays = {
  open: (address, on) => {
    const source = new EventSource(address);
    source.onmessage = ({ data }) => on.said(String(data));
    source.onerror = () => {
      // While it connects again by itself it says so; a refusal ends it.
      if (source.readyState === EventSource.CLOSED) on.lost();
      else on.broke();
    };
    return () => source.close();
  },
  ask: async (address, mark) => {
    try {
      const response = await fetch(address, {
        redirect: "manual",
        headers: mark === null ? {} : { "if-none-match": mark },
      });
      if (response.status === 304) return { kind: "same" };
      if (response.ok)
        return { kind: "new", text: await response.text(), mark: response.headers.get("etag") };
      const isOver = response.type === "opaqueredirect" || [400, 401, 404].includes(response.status);
      return { kind: isOver ? "over" : "failed" };
    } catch {
      return { kind: "failed" };
    }
  },
  tell: (tab) => {
    // It is sent although the page is left, and nobody waits for it: the next word comes by itself.
    fetch(ADDRESS, {
      method: "POST",
      keepalive: true,
      redirect: "manual",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(tab),
    }).catch(() => {});
  },
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};
