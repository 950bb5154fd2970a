import { setTimeout as pause } from "node:timers/promises";
import { sha256 } from "#lib/db/core/hash";
import { type Ended, endedImports, type GivenImport } from "#lib/db/imports/bulk-imports";
import { requestImports } from "#lib/desk/bulk-imports";
import type { Actor } from "#lib/domain/actor";
import type { BulkPage } from "#lib/domain/bulk-imports";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import type { Named, Outcome, Outcomes } from "./outcome";
import type { Found } from "./sources";

const bulk = words.bulkImports;

/** What one transaction takes in: pages, and bytes of them. */
const MOST_PAGES = 100;
const MOST_BYTES = 8 * 1024 * 1024;
/** How many imports may be on their way; more are given when these have ended, so that memory stays bounded. */
const MOST_WAITING = 500;
/** Between two looks at what has ended, in milliseconds. */
const LOOK_EVERY = 500;
/** A transaction that met another writer is tried again so many times. */
const TRIES = 3;

/** One import that pages of ours are waiting for. */
interface Waiting {
  readonly pages: { readonly name: Named; readonly wasKnown: boolean }[];
}

interface Batch {
  readonly page: BulkPage;
  /** All that have these bytes, address and format; the first of them is given. */
  readonly names: Named[];
}

/** Gives pages to the queue and waits until they are read. Nothing is held of a page but its name once it is given. */
export class Intake {
  readonly #by: Actor | null;
  readonly #outcomes: Outcomes;
  readonly #waiting = new Map<string, Waiting>();
  #batch = new Map<string, Batch>();
  #bytes = 0;
  /** Transactions, one after the other. */
  #giving: Promise<void> = Promise.resolve();

  constructor(by: Actor | null, outcomes: Outcomes) {
    this.#by = by;
    this.#outcomes = outcomes;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Take in all that is found; settles when all of it has ended, or soon after `signal` says stop. */
  async run(found: AsyncIterable<Found>, signal: AbortSignal, look: () => void): Promise<void> {
    let isFed = false;
    const feeding = this.#feed(found, signal).finally(() => {
      isFed = true;
    });
    feeding.catch(() => {}); // it is awaited below
    while (!signal.aborted && !(isFed && this.#waiting.size === 0)) {
      await this.#give();
      await this.settle();
      look();
      if (isFed) await feeding;
      await pause(LOOK_EVERY, undefined, { signal }).catch(() => {});
    }
    await this.#giving;
  }

  async #feed(found: AsyncIterable<Found>, signal: AbortSignal): Promise<void> {
    for await (const { content, ...name } of found) {
      if (signal.aborted) return;
      if ("refused" in content) this.#outcomes.note(name, { outcome: "refused", why: content.refused });
      else await this.#add(name, content);
      while (this.#waiting.size >= MOST_WAITING && !signal.aborted) await pause(LOOK_EVERY);
    }
    await this.#give();
  }

  async #add(name: Named, page: BulkPage): Promise<void> {
    const key = `${sha256(page.bytes)} ${page.format} ${page.url}`;
    const there = this.#batch.get(key);
    if (there !== undefined) there.names.push(name);
    else {
      this.#batch.set(key, { page, names: [name] });
      this.#bytes += page.bytes.length;
    }
    if (this.#batch.size >= MOST_PAGES || this.#bytes >= MOST_BYTES) await this.#give();
  }

  #give(): Promise<void> {
    const batch = [...this.#batch.values()];
    this.#batch = new Map();
    this.#bytes = 0;
    if (batch.length > 0) this.#giving = this.#giving.then(() => this.#giveBatch(batch));
    return this.#giving;
  }

  async #giveBatch(batch: readonly Batch[]): Promise<void> {
    const given = await this.#request(batch.map(({ page }) => page));
    batch.forEach(({ names }, index) => {
      const one = given[index];
      if (one === undefined) throw new Error("a page was lost on its way to the queue");
      const waiting = this.#waiting.get(one.importId) ?? { pages: [] };
      names.forEach((name, place) => {
        waiting.pages.push({ name, wasKnown: one.state === "known" || place > 0 });
      });
      this.#waiting.set(one.importId, waiting);
    });
  }

  async #request(pages: readonly BulkPage[]): Promise<GivenImport[]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await requestImports(this.#by, pages, { now: new Date() });
      } catch (error) {
        if (tries >= TRIES || !(error instanceof AppError) || error.code !== "conflict") throw error;
      }
    }
  }

  /** Note what has ended since the last look. */
  async settle(): Promise<void> {
    if (this.#waiting.size === 0) return;
    for (const ended of await endedImports([...this.#waiting.keys()])) {
      const waiting = this.#waiting.get(ended.importId);
      this.#waiting.delete(ended.importId);
      for (const { name, wasKnown } of waiting?.pages ?? [])
        this.#outcomes.note(name, outcomeOf(ended, wasKnown));
    }
  }
}

function outcomeOf({ versionId, message, isNew, articles }: Ended, wasKnown: boolean): Outcome {
  if (versionId === null) return { outcome: "refused", why: message ?? bulk.withdrawn };
  return { outcome: isNew && !wasKnown ? "stored" : "there", version: versionId, articles };
}
