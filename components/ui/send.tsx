import type { Act, Outcome } from "#lib/domain/form-state";
import { newSendKey, SEND_KEY } from "#lib/domain/send-key";
import { waitForOutcome } from "#lib/words/wait-for-outcome";

/** What was sent and not answered: how many are remembered, and for how long, in milliseconds. */
const MOST_UNANSWERED = 50;
const REMEMBERED = 5 * 60_000;

interface Unanswered {
  readonly key: string;
  readonly at: number;
}

/** Sends acts to the record, each of them once. `now` in milliseconds. */
export class Sender {
  readonly #underWay = new WeakMap<Act, Map<string, Promise<Outcome>>>();
  readonly #unanswered = new Map<string, Unanswered>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /**
   * Send this to the verb behind `act`. What is on its way already is not sent again: both get its answer. Where no answer came, the same
   * words go out under the same key next time, so that the record does them once whether it had heard them or not.
   */
  send(act: Act, input: object): Promise<Outcome> {
    const text = JSON.stringify(input);
    const ofAct = this.#underWay.get(act) ?? new Map<string, Promise<Outcome>>();
    const running = ofAct.get(text);
    if (running !== undefined) return running;
    const key = this.#keyOf(text);
    const answer = waitForOutcome(act({ ...input, [SEND_KEY]: key })).then((outcome) => {
      ofAct.delete(text);
      if (outcome.ok || outcome.code !== "unavailable") this.#unanswered.delete(text);
      else this.#remember(text, key);
      return outcome;
    });
    this.#underWay.set(act, ofAct.set(text, answer));
    return answer;
  }

  /** Under which these words went out where nobody answered them; a new one where they didn't. */
  keyOf(input: object): string {
    return this.#keyOf(JSON.stringify(input));
  }

  #keyOf(text: string): string {
    const before = this.#unanswered.get(text);
    return before !== undefined && this.#now() - before.at < REMEMBERED ? before.key : newSendKey();
  }

  #remember(text: string, key: string): void {
    this.#unanswered.delete(text);
    this.#unanswered.set(text, { key, at: this.#now() });
    const [oldest] = this.#unanswered.keys();
    if (this.#unanswered.size > MOST_UNANSWERED && oldest !== undefined) this.#unanswered.delete(oldest);
  }
}

const sender = new Sender();

/** The one way in which a screen asks for an act: see `Sender`. */
export const send = (act: Act, input: object): Promise<Outcome> => sender.send(act, input);

/** The key under which this was sent without an answer: whoever sends it again later sends the same. */
export const keyOf = (input: object): string => sender.keyOf(input);

/** For a button that sends a form: the second press of a double click sends nothing. */
export function onceSent(event: { readonly detail: number; readonly preventDefault: () => void }): void {
  if (event.detail > 1) event.preventDefault();
}

/** For a button that acts: the second press of a double click asks nothing. The keyboard's own presses count as none. */
export function onceClicked(work: () => void): (event: { readonly detail: number }) => void {
  return ({ detail }) => {
    if (detail < 2) work();
  };
}
