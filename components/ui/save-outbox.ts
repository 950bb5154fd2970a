import type { Outcome } from "#lib/domain/form-state";
import {
  LONGEST_WAITING_SAVE,
  MOST_WAITING_SAVES,
  SENT_BY_ITSELF,
  type WaitingAct,
} from "#lib/domain/waiting-saves";
import * as words from "#lib/words";

/** Saves that were pressed where the server didn't answer, or where the session had ended: they wait in the browser, and are sent by themselves. */

type Refused = Extract<Outcome, { ok: false }>;

export interface WaitingSave {
  readonly personId: string;
  /** Names the form ("claim:…:verdict"); each has one save that waits. */
  readonly subject: string;
  readonly act: WaitingAct;
  readonly input: object;
  /** Under which it was sent, and is sent again: the record does it once (`SEND_KEY`). */
  readonly key: string;
  /** Where it was pressed: a path. */
  readonly href: string;
  /** When, by this browser's clock, in milliseconds. */
  readonly at: number;
  /** True where somebody typed on since: what they typed isn't in it. */
  readonly isChanged?: boolean;
  /** What the record answered; left out while it waits. Kept until its form has heard. */
  readonly outcome?: Outcome;
}

/** Where saves wait: in the browser's own database. It may refuse (a private window). */
export interface SaveStore {
  readonly read: () => Promise<readonly WaitingSave[]>;
  readonly keep: (save: WaitingSave) => Promise<void>;
  readonly drop: (save: Pick<WaitingSave, "personId" | "subject">) => Promise<void>;
}

interface Given {
  readonly personId: string;
  readonly store: SaveStore;
  readonly send: (save: WaitingSave) => Promise<Outcome>;
  /** Do something in so many milliseconds; answers how to call it off. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
  /** By this browser's clock, in milliseconds. */
  readonly now: () => number;
}

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/** What a save is told that waits now. */
export const WAITS: Refused = { ok: false, code: "unavailable", message: "", kept: {}, isWaiting: true };

/** True where a save can wait: nobody answered, or nobody is signed in any more. */
export const mayWait = (outcome: Outcome): outcome is Refused =>
  !outcome.ok && (outcome.isUnanswered === true || outcome.code === "not_signed_in");

/**
 * One person's saves that wait in this browser, of all its screens. They are sent in the order in which they were pressed, one at a time. What another person
 * left here is neither shown nor sent. What was answered stays until its form has heard it, also after a reload.
 */
export class SaveOutbox {
  readonly #given: Given;
  readonly #saves = new Map<string, WaitingSave>();
  readonly #stored = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #all: readonly WaitingSave[] = [];
  #callOff = () => {};
  #wait = FIRST_WAIT;
  #sending: Promise<void> | null = null;

  constructor(given: Given) {
    this.#given = given;
  }

  /** In the order in which they were pressed. The same array until something changes. */
  readonly all = (): readonly WaitingSave[] => this.#all;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What waits in this browser from before, and is sent. */
  readonly load = async (): Promise<void> => {
    for (const save of await this.#read()) {
      if (this.#saves.has(save.subject)) continue;
      this.#saves.set(save.subject, save);
      this.#stored.add(save.subject);
    }
    this.#tell();
    await this.sendNow();
  };

  /** Let a save wait, in place of an earlier one of its form. Answers what the form is told: that it waits, or why it can't. */
  readonly wait = async (asked: Omit<WaitingSave, "personId" | "at" | "outcome">): Promise<Refused> => {
    const others = [...this.#saves.values()].filter(({ subject }) => subject !== asked.subject);
    if (others.length >= MOST_WAITING_SAVES) return refusal(words.desk.waiting.tooMany);
    if (JSON.stringify(asked.input).length > LONGEST_WAITING_SAVE) return refusal(words.desk.waiting.tooLong);
    const save = { ...asked, personId: this.#given.personId, at: this.#given.now() };
    await this.#put(save);
    this.#sendIn(this.#wait);
    return WAITS;
  };

  /** Somebody types on in the form of a save that waits. */
  readonly changed = (subject: string): void => {
    const save = this.#saves.get(subject);
    if (save && save.isChanged !== true) void this.#put({ ...save, isChanged: true });
  };

  /** It is not to be sent any more, or its form has heard what became of it. `key`: only the one that was sent under it. */
  readonly drop = (subject: string, key?: string): void => {
    const save = this.#saves.get(subject);
    if (!save || (key !== undefined && save.key !== key)) return;
    this.#saves.delete(subject);
    this.#stored.delete(subject);
    this.#tell();
    void this.#given.store.drop(save).catch(() => undefined);
  };

  readonly sendNow = (): Promise<void> => {
    this.#callOff();
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  };

  readonly stop = (): void => this.#callOff();

  async #sendAll(): Promise<void> {
    if (!this.#all.some(waits)) return;
    await this.#forgetGone();
    for (const { subject } of this.#all.filter(waits)) {
      const save = this.#saves.get(subject);
      if (save === undefined || !waits(save)) continue;
      if (this.#given.now() - save.at > SENT_BY_ITSELF) {
        await this.#put({ ...save, outcome: refusal(words.desk.waiting.old) });
        continue;
      }
      const outcome = await this.#given.send(save);
      if (isForLater(outcome)) {
        this.#sendIn(this.#wait);
        this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
        return;
      }
      this.#wait = FIRST_WAIT;
      await this.#heard(save, outcome);
    }
  }

  /** Another window may have sent it, or called it off. */
  async #forgetGone(): Promise<void> {
    const found = await this.#read(null);
    if (found === null) return;
    for (const subject of [...this.#stored]) {
      if (found.some((save) => save.subject === subject)) continue;
      this.#saves.delete(subject);
      this.#stored.delete(subject);
    }
    this.#tell();
  }

  /** A form whose save was called off, or pressed anew, meanwhile isn't told of the old one. */
  async #heard(save: WaitingSave, outcome: Outcome): Promise<void> {
    const standing = this.#saves.get(save.subject);
    if (standing?.key === save.key) await this.#put({ ...standing, outcome });
  }

  #sendIn(milliseconds: number): void {
    this.#callOff();
    this.#callOff = this.#given.later(() => void this.sendNow(), milliseconds);
  }

  /** This person's. Where the browser keeps nothing there are none, or what is given. */
  async #read<Otherwise = readonly WaitingSave[]>(
    otherwise?: Otherwise,
  ): Promise<readonly WaitingSave[] | Otherwise> {
    try {
      const found = await this.#given.store.read();
      return found
        .filter(({ personId }) => personId === this.#given.personId)
        .sort((a, b) => a.at - b.at)
        .slice(0, MOST_WAITING_SAVES);
    } catch {
      return otherwise === undefined ? [] : otherwise;
    }
  }

  /** Where the browser keeps nothing, it still waits in this screen. */
  async #put(save: WaitingSave): Promise<void> {
    this.#saves.set(save.subject, save);
    this.#tell();
    try {
      await this.#given.store.keep(save);
      if (this.#saves.has(save.subject)) this.#stored.add(save.subject);
    } catch {
      this.#stored.delete(save.subject);
    }
  }

  #tell(): void {
    this.#all = [...this.#saves.values()].sort((a, b) => a.at - b.at);
    for (const listener of this.#listeners) listener();
  }
}

export const waits = ({ outcome }: WaitingSave): boolean => outcome === undefined;

const refusal = (message: string): Refused => ({ ok: false, code: "unavailable", message, kept: {} });

/** No answer to this save: it is asked again. */
const isForLater = (outcome: Outcome): boolean =>
  !outcome.ok && ["unavailable", "not_signed_in", "rate_limited"].includes(outcome.code);
