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
 * What the browser keeps of a draft. `saved` once the record has it, or has forgotten it: a page that is loaded at that moment may have been read
 * before, and takes it from here. `at` is when the record saved it, or what was given up. `heard` is by this browser's clock, in milliseconds.
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
  /** Which of the drafts that wait in the browser are this screen's to send; all, where left out. Two outboxes of one page share none. */
  readonly isOurs?: (subject: string) => boolean;
}

/** After the last key. */
const PAUSE = 500;
/** Between two tries where there was no answer: doubled each time, up to the last. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;
/** How long a page may be on its way that was read before its draft was saved. */
const PAGE_ON_ITS_WAY = 60_000;

/**
 * One person's drafts on one screen.
 *
 * "Saved" is only said once the record has answered. What couldn't be sent is tried again by itself, in this browser also after
 * a reload, and only while the same person is signed in. A draft that another window saved meanwhile is not written over before it
 * was seen: both are kept, and the person chooses. Its methods can be handed on without it.
 */
export class DraftOutbox {
  readonly #given: Given;
  readonly #onRecord: Map<string, DraftView>;
  readonly #savedAt: Map<string, string>;
  /** The newest words of each form that were typed here; null where they were saved or given up. */
  readonly #typed = new Map<string, DraftBody | null>();
  readonly #waiting = new Map<string, Waiting>();
  /** Forms that another window saved too, with what it saved; null where the page has to be read again to see it. */
  readonly #elsewhere = new Map<string, DraftBody | null>();
  readonly #listeners = new Set<() => void>();
  #state: DraftState = { kind: "none" };
  #callOff = () => {};
  #wait = FIRST_WAIT;
  #sending: Promise<void> | null = null;

  constructor(given: Given) {
    this.#given = given;
    this.#onRecord = new Map(given.drafts.map((draft) => [draft.subject, draft]));
    this.#savedAt = new Map(given.drafts.map((draft) => [draft.subject, draft.savedAt]));
  }

  readonly stateNow = (): DraftState => this.#state;
  readonly isSending = (): boolean => this.#waiting.size > 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What waits in this browser from before: shown in its form, and sent. */
  readonly load = async (): Promise<void> => {
    const found = await this.#given.store.read().catch((): readonly Kept[] => []);
    for (const { saved, ...draft } of found) {
      if (draft.personId !== this.#given.personId || this.#typed.has(draft.subject)) continue;
      if (this.#given.isOurs?.(draft.subject) === false) continue;
      if (saved) this.#takeSaved(draft, saved);
      else this.#takeWaiting(draft);
    }
    if (this.#waiting.size === 0) return;
    this.#tell({ kind: this.#elsewhere.size > 0 ? "elsewhere" : "saving" });
    await this.sendNow();
  };

  /** Keep what stands in a form; it is sent a moment after the last key. */
  readonly keep = (subject: string, body: DraftBody): void => {
    this.#put(subject, body);
    this.#tell({ kind: this.#elsewhere.has(subject) ? "elsewhere" : "saving" });
    this.#sendIn(PAUSE);
  };

  /** The form was saved or given up. */
  readonly forget = (subject: string): void => {
    this.#elsewhere.delete(subject);
    this.#put(subject, null);
    this.#tell({ kind: "none" });
    void this.sendNow();
  };

  readonly sendNow = (): Promise<void> => {
    this.#callOff();
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  };

  /** All that waits now was sent once, also what a form gave up while others were being sent: a step that the record refuses beside open drafts comes after it. */
  readonly settled = async (): Promise<void> => {
    await this.sendNow();
    if (this.#waiting.size > this.#elsewhere.size) await this.sendNow();
  };

  /** The newest words of a form, whether the record has them or not; null where there are none. */
  readonly bodyOf = (subject: string): DraftBody | null => {
    const typed = this.#typed.get(subject);
    return typed === undefined ? (this.#onRecord.get(subject)?.body ?? null) : typed;
  };

  /** When the record saved the draft of a form that this window goes on from; null where it has none. */
  readonly savedAtOf = (subject: string): string | null => this.#savedAt.get(subject) ?? null;

  /** All forms under a prefix that hold words which nobody saved as more than a draft. */
  readonly openUnder = (prefix: string): { readonly subject: string; readonly body: DraftBody }[] => {
    const subjects = [...new Set([...this.#onRecord.keys(), ...this.#typed.keys()])];
    return subjects.flatMap((subject) => {
      const body = subject.startsWith(prefix) ? this.bodyOf(subject) : null;
      return body === null ? [] : [{ subject, body }];
    });
  };

  readonly isElsewhere = (subject: string): boolean => this.#elsewhere.has(subject);

  /** What another window saved of this form meanwhile; null where none did, or where the page has to be read again to see it. */
  readonly otherOf = (subject: string): DraftBody | null => this.#elsewhere.get(subject) ?? null;

  /** The person saw the other one, and goes on with theirs (`mine`), or takes the other. */
  readonly choose = (subject: string, which: "mine" | "other"): void => {
    const other = this.otherOf(subject);
    const draft = this.#waiting.get(subject);
    const theirs = this.#onRecord.get(subject);
    this.#elsewhere.delete(subject);
    if (theirs) this.#savedAt.set(subject, theirs.savedAt);
    if (which === "mine") {
      this.#tell({ kind: "saving" });
      void this.sendNow();
      return;
    }
    this.#typed.set(subject, other);
    if (draft) this.#drop(draft);
    this.#tell({ kind: "none" });
  };

  readonly stop = (): void => this.#callOff();

  #tell(state: DraftState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #put(subject: string, body: DraftBody | null): void {
    this.#typed.set(subject, body);
    const { personId } = this.#given;
    const draft = { personId, subject, body, basedOn: this.#savedAt.get(subject) ?? null };
    this.#waiting.set(subject, draft);
    this.#store(draft);
  }

  /** Where the browser keeps nothing, the words still wait in this screen. */
  #store(kept: Kept): void {
    void this.#given.store.keep(kept).catch(() => undefined);
  }

  #drop(draft: Waiting): void {
    this.#waiting.delete(draft.subject);
    void this.#given.store.drop(draft).catch(() => undefined);
  }

  /** A draft that the record has, or has forgotten: newer than the page where the page was read before. */
  #takeSaved(draft: Waiting, saved: NonNullable<Kept["saved"]>): void {
    const theirs = this.#onRecord.get(draft.subject);
    if (this.#given.now().getTime() - saved.heard > PAGE_ON_ITS_WAY) this.#drop(draft);
    else if (draft.body === null) {
      // What another window saved since isn't what was given up here.
      if (theirs?.savedAt !== saved.at) return;
      this.#typed.set(draft.subject, null);
      this.#savedAt.delete(draft.subject);
    } else if (!theirs || theirs.savedAt < saved.at) {
      this.#typed.set(draft.subject, draft.body);
      this.#savedAt.set(draft.subject, saved.at);
    }
  }

  /** A draft that the record hasn't got. One that gives up a form counts only where the record has the very draft that was given up. */
  #takeWaiting(draft: Waiting): void {
    const theirs = this.#onRecord.get(draft.subject);
    if (theirs && theirs.savedAt !== draft.basedOn && !isSame(theirs.body, draft.body)) {
      if (draft.body === null) {
        this.#drop(draft);
        return;
      }
      this.#elsewhere.set(draft.subject, theirs.body);
    }
    this.#typed.set(draft.subject, draft.body);
    this.#waiting.set(draft.subject, draft);
  }

  #sendIn(milliseconds: number): void {
    this.#callOff();
    this.#callOff = this.#given.later(() => void this.sendNow(), milliseconds);
  }

  async #sendAll(): Promise<void> {
    for (const draft of [...this.#waiting.values()]) {
      if (this.#elsewhere.has(draft.subject)) continue;
      const basedOn = this.#savedAt.get(draft.subject) ?? draft.basedOn;
      const outcome = await this.#given.send({ ...draft, basedOn });
      if (outcome.ok) this.#heardSaved({ ...draft, basedOn }, outcome.data?.savedAt ?? null);
      else if (!this.#heardRefused(draft, outcome)) return;
    }
    if (this.#waiting.size > this.#elsewhere.size) this.#sendIn(PAUSE);
  }

  /** `draft` as it was sent; `savedAt` null where the record has forgotten it. */
  #heardSaved(draft: Waiting, savedAt: string | null): void {
    const { subject, basedOn } = draft;
    const now = this.#given.now();
    this.#wait = FIRST_WAIT;
    if (savedAt === null) this.#savedAt.delete(subject);
    else this.#savedAt.set(subject, savedAt);
    const newest = this.#waiting.get(subject);
    if (newest?.body === draft.body) {
      const at = savedAt ?? basedOn;
      if (at === null) this.#drop(draft);
      else this.#store({ ...draft, saved: { at, heard: now.getTime() } });
      this.#waiting.delete(subject);
    } else if (newest) {
      // It goes on from what the record has now, also where it is sent by another page.
      const next = { ...newest, basedOn: savedAt };
      this.#waiting.set(subject, next);
      this.#store(next);
    }
    this.#tell(draft.body === null ? { kind: "none" } : { kind: "saved", at: now });
  }

  /** False where there is no sense in sending more now. */
  #heardRefused(draft: Waiting, { code, message }: Extract<Outcome, { ok: false }>): boolean {
    switch (code) {
      case "not_signed_in":
        this.#tell({ kind: "signedOut" });
        return false;
      case "unavailable":
        this.#tell({ kind: "offline" });
        this.#sendIn(this.#wait);
        this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
        return false;
      case "rate_limited":
        this.#tell({ kind: "refused", message });
        this.#sendIn(LONGEST_WAIT);
        return false;
      case "conflict":
        this.#elsewhere.set(draft.subject, null);
        this.#tell({ kind: "elsewhere" });
        return true;
      default:
        // It would be refused again: it is not sent again until it is changed, and stays in the form.
        this.#waiting.delete(draft.subject);
        this.#tell({ kind: "refused", message });
        return true;
    }
  }
}

function isSame(a: DraftBody, b: DraftBody | null): boolean {
  if (b === null) return false;
  return Object.keys({ ...a, ...b }).every((name) => (a[name] ?? "") === (b[name] ?? ""));
}
