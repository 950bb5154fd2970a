import { type LiveNews, newsIn, TAB_SPEAKS_EVERY } from "#lib/domain/live";
import type { LivePlace, LiveTab } from "#lib/domain/live-shapes";

/** How a screen reaches what is new; each answer is text that came from outside. */
export interface LiveWays {
  /** Opens a stream. `lost` where the browser gave it up: it was refused, or is no stream. Returns what closes it. */
  readonly open: (
    address: string,
    on: {
      readonly said: (text: string) => void;
      /** It broke, and is opened again by itself. */
      readonly broke: () => void;
      readonly lost: () => void;
    },
  ) => () => void;
  /** Asks once. `mark` is of the last answer, and null the first time. */
  readonly ask: (address: string, mark: string | null) => Promise<Answer>;
  readonly tell: (tab: LiveTab) => void;
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

export type Answer =
  | { readonly kind: "new"; readonly text: string; readonly mark: string | null }
  | { readonly kind: "same" }
  /** Nobody is signed in any more, or there is no such place: asking again is of no use. */
  | { readonly kind: "over" }
  | { readonly kind: "failed" };

export const ADDRESS = "/desk/live";
/** A stream that says nothing for so long is held back by something in between. In milliseconds. */
const PATIENCE = 5_000;
/** How often is asked where there is no stream, and how long at most where asking fails, in milliseconds. */
const ASKS_EVERY = 5_000;
const LONGEST = 60_000;
/** After so many answers the stream is tried again. */
const TRIES_AGAIN_AFTER = 24;
/** Whoever runs through the rows says no more than one of them in so long, in milliseconds. */
const MOVES_EVERY = 1_000;

/**
 * The link of one tab to the others, while somebody looks at it: a stream, and where that is cut off, questions. It says where the tab is, when it moves, every
 * few seconds, and when it is left.
 */
export class LiveLink {
  readonly #ways: LiveWays;
  readonly #tab: string;
  readonly #place: LivePlace;
  readonly #onNews: (news: LiveNews) => void;
  readonly #onReached: (isReached: boolean) => void;
  #since: number;
  #at: LiveTab["at"] = null;
  #isShown = false;
  /** Goes up whenever it is shown or left: an answer to an earlier question comes too late. */
  #turn = 0;
  /** Ends what is under way: the stream, the next question, the next word. */
  readonly #ends = new Map<"stream" | "patience" | "question" | "word", () => void>();
  #mark: string | null = null;
  #asked = 0;
  #wait = ASKS_EVERY;

  constructor(given: {
    readonly ways: LiveWays;
    readonly tab: string;
    readonly place: LivePlace;
    readonly since: number;
    readonly onNews: (news: LiveNews) => void;
    /** Told whether the newsroom could be reached. News say so too. */
    readonly onReached: (isReached: boolean) => void;
  }) {
    [this.#ways, this.#tab, this.#place] = [given.ways, given.tab, given.place];
    [this.#since, this.#onNews, this.#onReached] = [given.since, given.onNews, given.onReached];
  }

  /** Somebody looks at the tab. */
  show(): void {
    if (this.#isShown) return;
    this.#isShown = true;
    this.#turn += 1;
    this.#speak();
    this.#listen();
  }

  /** Nobody does any more. What changes meanwhile is heard when it is shown again. */
  hide(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#turn += 1;
    for (const end of this.#ends.values()) end();
    this.#ends.clear();
    this.#ways.tell({ tab: this.#tab, on: null, at: null });
  }

  /** The row that one is at. */
  move(at: LiveTab["at"]): void {
    if (at === this.#at) return;
    this.#at = at;
    if (this.#isShown) this.#after("word", () => this.#speak(), MOVES_EVERY);
  }

  #address(): string {
    return `${ADDRESS}?${new URLSearchParams({ on: this.#place, since: String(this.#since) })}`;
  }

  #after(name: "patience" | "question" | "word", work: () => void, wait: number): void {
    this.#ends.get(name)?.();
    this.#ends.set(name, this.#ways.later(work, wait));
  }

  #speak(): void {
    this.#ways.tell({ tab: this.#tab, on: this.#place, at: this.#at });
    this.#after("word", () => this.#speak(), TAB_SPEAKS_EVERY);
  }

  #listen(): void {
    const close = this.#ways.open(this.#address(), {
      said: (text) => {
        this.#ends.get("patience")?.();
        this.#hear(text);
      },
      broke: () => this.#onReached(false),
      lost: () => this.#askInstead(),
    });
    this.#ends.set("stream", close);
    this.#after("patience", () => this.#askInstead(), PATIENCE);
  }

  #askInstead(): void {
    if (!this.#isShown || !this.#ends.has("stream")) return;
    for (const name of ["stream", "patience"] as const) {
      this.#ends.get(name)?.();
      this.#ends.delete(name);
    }
    this.#asked = 0;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const turn = this.#turn;
    const answer = await this.#ways.ask(this.#address(), this.#mark);
    if (turn !== this.#turn) return;
    this.#onReached(answer.kind === "new" || answer.kind === "same");
    if (answer.kind === "over") return;
    this.#wait = answer.kind === "failed" ? Math.min(this.#wait * 2, LONGEST) : ASKS_EVERY;
    if (answer.kind === "new") {
      this.#mark = answer.mark;
      this.#hear(answer.text);
    }
    this.#asked += 1;
    const next = this.#asked % TRIES_AGAIN_AFTER === 0 ? () => this.#listen() : () => void this.#ask();
    this.#after("question", next, this.#wait);
  }

  #hear(text: string): void {
    const news = newsIn(text);
    if (!this.#isShown || news === null) return;
    this.#since = news.sequence;
    this.#onNews(news);
  }
}
