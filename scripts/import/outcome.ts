import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import * as words from "#lib/words";
import { type Found, whereOf } from "./sources";

const bulk = words.bulkImports;

/**
 * What became of one page. `stored` is new; `there` was in already, by an earlier import or in other bytes. `version` is that of
 * the first of its `articles`: it has one, or one for each post that it holds.
 */
export type Outcome =
  | { readonly outcome: "stored" | "there"; readonly version: string; readonly articles: number }
  | { readonly outcome: "refused"; readonly why: string };

export type Named = Pick<Found, "file" | "line" | "id">;

/** How many refusals are named at the end; the report names all. */
const SHOWN = 20;

/** Counts what became of pages, and writes each into the report where one is asked for. */
export class Outcomes {
  readonly #report: WriteStream | null;
  readonly #refused: string[] = [];
  stored = 0;
  known = 0;
  refused = 0;

  private constructor(report: WriteStream | null) {
    this.#report = report;
  }

  /** Throws the system's error where the report can't be written. */
  static async open(file: string | null): Promise<Outcomes> {
    if (file === null) return new Outcomes(null);
    const report = createWriteStream(file, { mode: 0o600 });
    await once(report, "open");
    return new Outcomes(report);
  }

  get done(): number {
    return this.stored + this.known + this.refused;
  }

  note({ file, line, id }: Named, what: Outcome): void {
    if (what.outcome === "refused") {
      this.refused += 1;
      if (this.#refused.length < SHOWN)
        this.#refused.push(bulk.refusedLine(whereOf({ file, line }), what.why));
    } else if (what.outcome === "stored") this.stored += 1;
    else this.known += 1;
    const record = { file, ...(line === null ? {} : { line }), ...(id === undefined ? {} : { id }), ...what };
    this.#report?.write(`${JSON.stringify(record)}\n`);
  }

  /** The report is on disk when it settles. */
  async close(): Promise<void> {
    if (this.#report === null) return;
    this.#report.end();
    await once(this.#report, "close");
  }

  /** Lines for the person at the terminal. `seconds` since the beginning. */
  summary(seconds: number): string[] {
    const { stored, known, refused } = this;
    const more = refused - this.#refused.length;
    return [
      bulk.summary({ stored, known, refused, seconds }),
      ...this.#refused,
      ...(more > 0 ? [bulk.more(more, this.#report !== null)] : []),
    ];
  }
}
