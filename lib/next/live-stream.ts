import { type Changes, changesSince } from "#lib/db/live/changes";
import type { Follower, LiveHub } from "#lib/db/live/hub";
import { type LiveNews, MOST_CHANGED } from "#lib/domain/live";
import type { LivePlace, LiveQuestion } from "#lib/domain/live-shapes";
import * as words from "#lib/words";
import { logError, loggable } from "./log";
import { RETRY_AFTER } from "./refused";

/** So many streams of one person, and in all, in one process. A tab that nobody looks at has none. */
export const MOST_OF_ONE = 8;
const MOST = 500;
/** Changes that come together are told together: so long after the first, in milliseconds. */
const TOGETHER = 50;
/** How often a stream says that it is alive, and looks whether its session still stands, in milliseconds. */
const BEAT = 15_000;
/** It ends after so long, in milliseconds; the browser opens the next one. */
const LONGEST = 1_800_000;
/** So many messages wait for a browser that doesn't read. */
const MOST_UNREAD = 50;

const ENCODER = new TextEncoder();

interface Listening extends LiveQuestion {
  readonly personId: string;
  readonly isStillIn: () => Promise<boolean>;
}

/** `no-transform`: a server in between that packs the answer would keep it back until there is enough of it. */
const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "private, no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/** The stream, or a refusal where there are as many as can be: then the screen asks instead. */
export function streamOf(hub: LiveHub, listening: Listening): Response {
  const own = [...hub.followers].filter(({ personId }) => personId === listening.personId).length;
  if (own >= MOST_OF_ONE || hub.followers.size >= MOST) {
    const status = own >= MOST_OF_ONE ? 429 : 503;
    return Response.json(
      { code: status === 429 ? "rate_limited" : "unavailable", message: words.live.tooMany },
      { status, headers: { "Retry-After": RETRY_AFTER, "Cache-Control": "no-store" } },
    );
  }
  const stream = new LiveStream(hub, listening);
  return new Response(stream.body, { headers: HEADERS });
}

/** Follows a place for one browser: hears, asks the history for what it missed, and writes what a screen needs to know. */
class LiveStream implements Follower {
  readonly place: LivePlace;
  readonly personId: string;
  readonly body: ReadableStream<Uint8Array>;
  readonly #hub: LiveHub;
  readonly #isStillIn: () => Promise<boolean>;
  readonly #unfollow: () => void;
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #changed = new Set<string>();
  readonly #acts = new Set<number>();
  #sequence: number;
  #isCut = false;
  #isMissing = true;
  #isDoubted = false;
  #told = "";
  #later: NodeJS.Timeout | null = null;
  #sending: Promise<void> = Promise.resolve();
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(hub: LiveHub, { on, since, personId, isStillIn }: Listening) {
    [this.#hub, this.place, this.personId, this.#isStillIn] = [hub, on, personId, isStillIn];
    this.#sequence = since;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => this.end(),
      },
      { highWaterMark: MOST_UNREAD },
    );
    // It follows before it asks what it missed, so that nothing happens in between.
    this.#unfollow = hub.follow(this);
    this.#timers = [
      setInterval(() => this.#beat(), BEAT).unref(),
      setTimeout(() => this.end(), LONGEST).unref(),
    ];
    this.#write("retry: 3000\n\n");
    this.#sendSoon(0);
  }

  changed({ sequence, subject }: { readonly sequence: number; readonly subject: string }): void {
    if (sequence <= this.#sequence) return;
    this.#add({ sequence, changed: [subject], acts: [sequence], isCut: false });
    this.#sendSoon();
  }

  moved(): void {
    this.#sendSoon();
  }

  missed(): void {
    this.#isMissing = true;
    this.#sendSoon();
  }

  doubted(): void {
    this.#isDoubted = true;
    this.#sendSoon(0);
  }

  end(): void {
    this.#unfollow();
    for (const timer of this.#timers) clearTimeout(timer);
    if (this.#later !== null) clearTimeout(this.#later);
    const controller = this.#controller;
    this.#controller = null;
    try {
      controller?.close();
    } catch {
      // The browser closed it first.
    }
  }

  #beat(): void {
    this.#isDoubted = true;
    // What PostgreSQL told while nobody could hear it is in the history.
    this.#isMissing = true;
    this.#write(": still here\n\n");
    this.#sendSoon(0);
  }

  #add({ sequence, changed, acts, isCut }: Changes): void {
    this.#sequence = Math.max(this.#sequence, sequence);
    for (const subject of changed) if (this.#changed.size < MOST_CHANGED) this.#changed.add(subject);
    for (const act of acts) if (this.#acts.size < MOST_CHANGED) this.#acts.add(act);
    this.#isCut ||= isCut || Math.max(this.#changed.size, this.#acts.size) >= MOST_CHANGED;
  }

  #sendSoon(wait = TOGETHER): void {
    if (this.#later !== null || this.#controller === null) return;
    this.#later = setTimeout(() => {
      this.#later = null;
      this.#sending = this.#sending
        .then(() => this.#send())
        .catch((error: unknown) => {
          logError("live", loggable(error));
          this.end();
        });
    }, wait);
  }

  /** One message after the other: what is asked of the database takes its time. */
  async #send(): Promise<void> {
    if (this.#isDoubted) {
      this.#isDoubted = false;
      if (!(await this.#isStillIn())) return this.end();
    }
    if (this.#isMissing) {
      this.#isMissing = false;
      const since = this.#sequence;
      const changes = await changesSince(this.place, since);
      // The history is shorter than it was: a backup was put back.
      if (changes.sequence < since) this.#sequence = changes.sequence;
      this.#add(changes);
    }
    const here = await this.#hub.here(this.place, this.personId);
    const news: LiveNews = {
      sequence: this.#sequence,
      changed: [...this.#changed],
      acts: [...this.#acts],
      isCut: this.#isCut,
      here,
    };
    this.#changed.clear();
    this.#acts.clear();
    this.#isCut = false;
    const data = JSON.stringify(news);
    if (data === this.#told) return;
    this.#told = JSON.stringify({ ...news, changed: [], acts: [], isCut: false });
    this.#write(`id: ${news.sequence}\ndata: ${data}\n\n`);
  }

  #write(text: string): void {
    const controller = this.#controller;
    if (controller === null) return;
    if ((controller.desiredSize ?? 0) > 0) controller.enqueue(ENCODER.encode(text));
    else this.end();
  }
}
