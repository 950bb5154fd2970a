"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { ImportView } from "#lib/domain/import-views";
import { newSendKey, SEND_KEY } from "#lib/domain/send-key";
import { isRecordOf, isText } from "#lib/text/plain-data";
import * as words from "#lib/words";
import { type BatchItem, type ItemState, idsToFollow, isSending, withSeen } from "./batch";

/** Two at a time: the next one is on its way while the last one is written down. */
const AT_ONCE = 2;
const PAUSE = 1000;

const isMade = isRecordOf<{ readonly importId: string }>({ importId: isText });
const isRefusal = isRecordOf<{ readonly code: string; readonly message: string }>({
  code: isText,
  message: isText,
});
/** Sending these again would be refused again. */
const FINAL: readonly string[] = ["invalid_input", "too_large", "not_text"];

export interface Batch {
  readonly items: readonly BatchItem[];
  start(items: readonly BatchItem[], publisher: string): void;
  /** Send those again that didn't arrive. */
  again(): void;
  /** Of one that waits to be sent: leave it out, or send it after all. */
  set(key: number, state: ItemState): void;
  /** Look at once how an import stands. */
  look(): void;
  clear(): void;
}

/** Sends one page after the other and follows them. Leaving the page inside Onrecord stops nothing; closing it asks first. */
export function useBatch(): Batch {
  const [items, setItems] = useState<readonly BatchItem[]>([]);
  const list = useRef<readonly BatchItem[]>([]);
  const publisher = useRef("");
  const [timesAsked, setTimesAsked] = useState(0);

  const keep = useCallback((next: readonly BatchItem[]) => {
    list.current = next;
    setItems(next);
  }, []);
  const set = useCallback(
    (key: number, state: ItemState) =>
      keep(list.current.map((item) => (item.key === key ? { ...item, state } : item))),
    [keep],
  );
  const keyOf = useItemKeys();
  const senders = useRef(0);
  const run = useCallback(() => {
    const send = async () => {
      for (;;) {
        const next = list.current.find(({ state }) => state.kind === "waiting");
        if (next === undefined) return;
        set(next.key, { kind: "sending" });
        set(next.key, await give(next, publisher.current, keyOf(next)));
      }
    };
    for (; senders.current < AT_ONCE; senders.current += 1) {
      void send().finally(() => {
        senders.current -= 1;
      });
    }
  }, [set, keyOf]);

  useAskBeforeClosing(items.some(isSending));
  useFollowing(items, list, keep, timesAsked);

  return {
    items,
    start: (given, by) => {
      publisher.current = by;
      keep(given);
      run();
    },
    again: () => {
      keep(
        list.current.map((item) =>
          item.state.kind === "unsent" ? { ...item, state: { kind: "waiting" } } : item,
        ),
      );
      run();
    },
    set: (key, state) => {
      set(key, state);
      run();
    },
    look: () => setTimesAsked((n) => n + 1),
    clear: () => keep([]),
  };
}

/** One key an item for as long as it is tried: what arrived without an answer is not taken in twice. */
function useItemKeys(): (item: BatchItem) => string {
  const keys = useRef(new WeakMap<BatchItem["given"], string>());
  return useCallback(({ given }) => {
    const key = keys.current.get(given) ?? newSendKey();
    keys.current.set(given, key);
    return key;
  }, []);
}

/** Asks how the imports stand, again and again while any of them is on its way, and once more whenever `timesAsked` grows. */
function useFollowing(
  items: readonly BatchItem[],
  list: RefObject<readonly BatchItem[]>,
  keep: (next: readonly BatchItem[]) => void,
  timesAsked: number,
): void {
  const isFollowing = idsToFollow(items).length > 0;
  useEffect(() => {
    if (!isFollowing && timesAsked === 0) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const follow = async () => {
      const views = await viewsOf(list.current);
      if (stopped) return;
      keep(withSeen(list.current, views));
      if (idsToFollow(list.current).length > 0) timer = setTimeout(follow, PAUSE);
    };
    void follow();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [isFollowing, timesAsked, keep, list]);
}

/** Sent by an ordinary request, which nothing that is opened meanwhile cuts off. */
async function give({ given }: BatchItem, publisher: string, sendKey: string): Promise<ItemState> {
  const form = new FormData();
  form.set(SEND_KEY, sendKey);
  form.set("publisher", publisher);
  form.set("mode", "file" in given ? "file" : "address");
  if ("file" in given) form.set("file", given.file);
  else form.set("address", given.address);
  try {
    const answer = await fetch("/desk/import/give", { method: "POST", body: form, redirect: "manual" });
    if (answer.type === "opaqueredirect") return { kind: "unsent", message: words.deskErrors.notSignedIn };
    const body: unknown = await answer.json();
    if (answer.ok && isMade(body)) return { kind: "sent", seen: null, importId: body.importId };
    if (answer.ok || !isRefusal(body)) return { kind: "unsent", message: words.desk.said.offline };
    return { kind: FINAL.includes(body.code) ? "refused" : "unsent", message: body.message };
  } catch {
    return { kind: "unsent", message: words.desk.said.offline };
  }
}

/** As they stand; what can't be asked now is asked again later. */
async function viewsOf(items: readonly BatchItem[]): Promise<ImportView[]> {
  const ids = items.flatMap(({ state }) => (state.kind === "sent" ? [state.importId] : []));
  try {
    const answer = await fetch(`/desk/import/progress?ids=${ids.join(",")}`, { cache: "no-store" });
    // The cast holds: the route answers with what `importsByIds` gives, in this very build.
    return answer.ok ? ((await answer.json()) as ImportView[]) : [];
  } catch {
    return [];
  }
}

function useAskBeforeClosing(asks: boolean): void {
  useEffect(() => {
    if (!asks) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [asks]);
}
