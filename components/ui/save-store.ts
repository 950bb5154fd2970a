import { createStore, del, entries, set } from "idb-keyval";
import type { SaveStore, WaitingSave } from "./save-outbox";

/** Saves that wait in this browser, by person and form, beside the drafts (`draft-store.ts`): a store of idb-keyval has a database of its own. */
export function browserSaves(): SaveStore {
  let opened: ReturnType<typeof createStore> | null = null;
  const store = () => {
    opened ??= createStore("onrecord-saves", "waiting-saves");
    return opened;
  };
  return {
    read: async () => (await entries<string, WaitingSave>(store())).map(([, save]) => save),
    keep: (save) => set(nameOf(save), save, store()),
    drop: (save) => del(nameOf(save), store()),
  };
}

const nameOf = ({ personId, subject }: Pick<WaitingSave, "personId" | "subject">): string =>
  `${personId} ${subject}`;
