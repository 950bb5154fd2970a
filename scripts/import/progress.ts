import type { WriteStream } from "node:tty";
import * as words from "#lib/words";

const bulk = words.bulkImports;

/** The rate is that of the last so many looks. */
const WINDOW = 40;
/** Where there is no terminal, a line so often, in milliseconds. */
const LINE_EVERY = 10_000;

/** How far it is: one line that changes in place on a terminal, a line now and then anywhere else. */
export class Progress {
  readonly #out: WriteStream;
  readonly #now: () => number;
  #looks: { at: number; done: number }[] = [];
  #lastLine: number;
  #isShown = false;
  total: number | null = null;

  constructor(out: WriteStream, now: () => number = () => performance.now()) {
    this.#out = out;
    this.#now = now;
    this.#lastLine = now();
  }

  show(done: number): void {
    const at = this.#now();
    this.#looks.push({ at, done });
    if (this.#looks.length > WINDOW) this.#looks.shift();
    if (!this.#out.isTTY && at - this.#lastLine < LINE_EVERY) return;
    this.#lastLine = at;
    const line = bulk.progress({ done, total: this.total, ...this.#pace(done) });
    if (!this.#out.isTTY) this.#out.write(`${line}\n`);
    else this.#out.write(`\r\u001b[K${line.slice(0, Math.max(10, (this.#out.columns ?? 80) - 1))}`);
    this.#isShown = true;
  }

  /** Take the changing line away, so that others can be written. */
  clear(): void {
    if (this.#isShown && this.#out.isTTY) this.#out.write("\r\u001b[K");
    this.#isShown = false;
  }

  /** Pages a second, and seconds left; null where that can't be told. */
  #pace(done: number): { rate: number; left: number | null } {
    const first = this.#looks[0];
    const seconds = first === undefined ? 0 : (this.#now() - first.at) / 1000;
    const rate = first === undefined || seconds <= 0 ? 0 : (done - first.done) / seconds;
    const left = this.total === null || rate <= 0 ? null : Math.max(0, this.total - done) / rate;
    return { rate, left };
  }
}
