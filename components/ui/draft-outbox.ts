import type { Outcome } from "#lib/domain/form-state";
import type { DraftView } from "#lib/domain/review-views";

/** What a person types, on its way to the record: kept in the browser until the record has answered that it has it. */

export type DraftBody = Readonly<Record<string, string>>;

/** A draft that the record hasn't got yet. `body` null: it is to be forgotten there. */
export interface Waiting {
  readonly personId: string;
  /** Names the form ("claim:…:verdict"). */
  readonly subject: string;
  readonly body: DraftBody | null;
  /** When the record's own draft was saved that this one goes on from; null where there was none. */
  readonly basedOn: string | null;
}

/**
 * What the browser keeps of a draft. `saved` once the record has it: a page that is loaded again at that moment may have been read
 * before, and takes it from here. `heard` is by this browser's clock, in milliseconds.
 */
export type Kept = Waiting & { readonly saved?: { readonly at: string; readonly heard: number } };

/** Where drafts wait: in the browser's own database, so that a reload doesn't lose them. It may refuse (a private window). */
export interface WaitingStore {
  readonly read: () => Promise<readonly Kept[]>;
  readonly keep: (kept: Kept) => Promise<void>;
  readonly drop: (waiting: Pick<Waiting, "personId" | "subject">) => Promise<void>;
}

export type DraftState =
  | { readonly kind: "none" | "saving" | "offline" | "signedOut" | "elsewhere" }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "saved"; readonly at: Date };

interface Given {
  readonly personId: string;
  /** The drafts that the record had when the page was read. */
  readonly drafts: readonly DraftView[];
  readonly store: WaitingStore;
  readonly send: (draft: Waiting) => Promise<Outcome>;
  /** Do something in so many milliseconds; answers how to call it off. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
  readonly now: () => Date;
}

/** After the last key. */
const PAUSE = 500;
/** Between two tries where there was no answer: doubled each time, up to the last. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;
/** How long a page may be on its way that was read before its draft was saved. */
const PAGE_ON_ITS_WAY = 60_000;

export type DraftOutbox = ReturnType<typeof draftOutbox>;

/**
 * One person's drafts on one screen.
 *
 * "Saved" is only said once the record has answered. What couldn't be sent is tried again by itself, in this browser also after
 * a reload, and only while the same person is signed in. A draft that another window saved meanwhile is not written over before
 * it was seen: both are kept, and the person chooses.
 */
export function draftOutbox({ personId, drafts, store, send, later, now }: Given) {
  const onRecord = new Map(drafts.map((draft) => [draft.subject, draft]));
  const savedAt = new Map(drafts.map((draft) => [draft.subject, draft.savedAt]));
  /** The newest words of each form that were typed here; null where they were saved or given up. */
  const typed = new Map<string, DraftBody | null>();
  const waiting = new Map<string, Waiting>();
  const elsewhere = new Map<string, DraftBody | null>();
  const listeners = new Set<() => void>();
  let state: DraftState = { kind: "none" };
  let callOff = () => {};
  let wait = FIRST_WAIT;
  let sending: Promise<void> | null = null;

  function tell(next: DraftState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function put(subject: string, body: DraftBody | null): void {
    typed.set(subject, body);
    const draft = { personId, subject, body, basedOn: savedAt.get(subject) ?? null };
    waiting.set(subject, draft);
    // Where the browser keeps nothing, the words still wait in this screen.
    void store.keep(draft).catch(() => undefined);
  }

  function sendSoon(milliseconds: number): void {
    callOff();
    callOff = later(() => void sendNow(), milliseconds);
  }

  function sendNow(): Promise<void> {
    callOff();
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  }

  async function sendAll(): Promise<void> {
    for (const draft of [...waiting.values()]) {
      if (elsewhere.has(draft.subject)) continue;
      const outcome = await send({ ...draft, basedOn: savedAt.get(draft.subject) ?? draft.basedOn });
      if (!hear(draft, outcome)) return;
    }
    if (waiting.size > elsewhere.size) sendSoon(PAUSE);
  }

  /** What the record answered. False where there is no sense in sending more now. */
  function hear(draft: Waiting, outcome: Outcome): boolean {
    if (outcome.ok) {
      wait = FIRST_WAIT;
      const at = outcome.data?.savedAt;
      if (at) savedAt.set(draft.subject, at);
      else savedAt.delete(draft.subject);
      if (waiting.get(draft.subject) === draft) {
        waiting.delete(draft.subject);
        if (at) void store.keep({ ...draft, saved: { at, heard: now().getTime() } }).catch(() => undefined);
        else drop(draft);
      }
      tell(draft.body === null ? { kind: "none" } : { kind: "saved", at: now() });
      return true;
    }
    switch (outcome.code) {
      case "not_signed_in":
        tell({ kind: "signedOut" });
        return false;
      case "unavailable":
        tell({ kind: "offline" });
        sendSoon(wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
        return false;
      case "conflict":
        elsewhere.set(draft.subject, null);
        tell({ kind: "elsewhere" });
        return true;
      default:
        // It would be refused again: it is not sent again until it is changed, and stays in the form.
        waiting.delete(draft.subject);
        tell({ kind: "refused", message: outcome.message });
        return true;
    }
  }

  function drop(draft: Waiting): void {
    waiting.delete(draft.subject);
    void store.drop(draft).catch(() => undefined);
  }

  /** What waits in this browser from before: shown in its form, and sent. */
  async function load(): Promise<void> {
    const found = await store.read().catch((): readonly Kept[] => []);
    for (const { saved, ...draft } of found) {
      if (draft.personId !== personId || typed.has(draft.subject)) continue;
      const theirs = onRecord.get(draft.subject);
      if (saved) {
        if (now().getTime() - saved.heard > PAGE_ON_ITS_WAY) drop(draft);
        else if (!theirs || theirs.savedAt < saved.at) {
          typed.set(draft.subject, draft.body);
          savedAt.set(draft.subject, saved.at);
        }
        continue;
      }
      if (theirs && theirs.savedAt !== draft.basedOn && !isSame(theirs.body, draft.body)) {
        if (draft.body === null) {
          drop(draft);
          continue;
        }
        elsewhere.set(draft.subject, theirs.body);
      }
      typed.set(draft.subject, draft.body);
      waiting.set(draft.subject, draft);
    }
    if (waiting.size === 0) return;
    tell({ kind: elsewhere.size > 0 ? "elsewhere" : "saving" });
    await sendNow();
  }

  return {
    load,
    sendNow,
    /** Keep what stands in a form; it is sent a moment after the last key. */
    keep(subject: string, body: DraftBody): void {
      put(subject, body);
      tell({ kind: elsewhere.has(subject) ? "elsewhere" : "saving" });
      sendSoon(PAUSE);
    },
    /** The form was saved or given up. */
    forget(subject: string): void {
      elsewhere.delete(subject);
      put(subject, null);
      tell({ kind: "none" });
      void sendNow();
    },
    /** The newest words of a form, whether the record has them or not; null where there are none. */
    bodyOf(subject: string): DraftBody | null {
      return typed.has(subject) ? (typed.get(subject) ?? null) : (onRecord.get(subject)?.body ?? null);
    },
    /** All forms under a prefix that hold words which nobody saved as more than a draft. */
    openUnder(prefix: string): { readonly subject: string; readonly body: DraftBody }[] {
      const subjects = [...new Set([...onRecord.keys(), ...typed.keys()])];
      return subjects.flatMap((subject) => {
        const body = subject.startsWith(prefix) ? this.bodyOf(subject) : null;
        return body === null ? [] : [{ subject, body }];
      });
    },
    /** What another window saved of this form meanwhile; null where none did, or where the page has to be read again to see it. */
    otherOf(subject: string): DraftBody | null {
      return elsewhere.get(subject) ?? null;
    },
    isElsewhere(subject: string): boolean {
      return elsewhere.has(subject);
    },
    /** The person saw the other one, and goes on with theirs (`mine`), or takes the other. */
    choose(subject: string, which: "mine" | "other"): void {
      const other = elsewhere.get(subject) ?? null;
      const draft = waiting.get(subject);
      elsewhere.delete(subject);
      const theirs = onRecord.get(subject);
      if (theirs) savedAt.set(subject, theirs.savedAt);
      if (which === "other") {
        typed.set(subject, other);
        if (draft) drop(draft);
        tell({ kind: "none" });
        return;
      }
      tell({ kind: "saving" });
      void sendNow();
    },
    stateNow: (): DraftState => state,
    isSending: (): boolean => waiting.size > 0,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop(): void {
      callOff();
    },
  };
}

function isSame(a: DraftBody, b: DraftBody | null): boolean {
  if (b === null) return false;
  return Object.keys({ ...a, ...b }).every((name) => (a[name] ?? "") === (b[name] ?? ""));
}
