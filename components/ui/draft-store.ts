import { createStore, del, entries, set } from "idb-keyval";
import type { Kept, Waiting, WaitingStore } from "./draft-outbox";

/** Drafts that wait in this browser, by person and form. IndexedDB keeps them through a reload, a crash and a restart. */
export function browserStore(): WaitingStore {
  const open = once(() => createStore("onrecord", "waiting-drafts"));
  return {
    read: async () => (await entries<string, Kept>(open())).map(([, kept]) => kept),
    keep: (kept) => set(keyOf(kept), kept, open()),
    drop: (waiting) => del(keyOf(waiting), open()),
  };
}

const keyOf = ({ personId, subject }: Pick<Waiting, "personId" | "subject">): string =>
  `${personId} ${subject}`;

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
