import { performance } from "node:perf_hooks";
import { processorSeconds } from "#bench/import/server";
import { store } from "#lib/db/storing/store";
import { readPage } from "#lib/ingest";
import { matchesOf } from "#lib/ingest/known-claims";
import { factsOf } from "#lib/pipeline/match/facts";
import { indexKeysOf } from "#lib/pipeline/match/index-keys";
import type { Made, Maker } from "./made";

const PAGES = 60;
export const SENTENCES = 25;
/** Of a page's sentences so many say again what is known, in other words. */
const RETOLD = 5;

interface Spent {
  wall: number;
  processor: number;
}

/** What matching adds to taking pages in: its time against that of reading and storing them, both with the database's. */
export async function timeImport(maker: Maker, known: readonly Made[], serverPid: number): Promise<void> {
  const rest: Spent = { wall: 0, processor: 0 };
  const matching: Spent = { wall: 0, processor: 0 };
  const spend = async <T>(to: Spent, work: () => T | Promise<T>): Promise<T> => {
    // Looking at all processes takes milliseconds: it stands outside of what is timed.
    const server = processorSeconds(serverPid);
    const own = processorSeconds("self");
    const began = performance.now();
    const result = await work();
    to.wall += performance.now() - began;
    to.processor += 1000 * (processorSeconds("self") - own);
    to.processor += 1000 * (processorSeconds(serverPid) - server);
    return result;
  };
  let matched = 0;
  for (let n = 0; n < PAGES; n += 1) {
    const sentences = Array.from({ length: SENTENCES }, (_, i) => {
      const told = i < RETOLD ? known[(n * RETOLD + i) % known.length] : undefined;
      return (told === undefined ? maker.statement() : maker.retold(told)).text;
    });
    const url = `https://bench.example/${n}`;
    const content = pageOf(n, sentences);
    const { analysis, keys } = await spend(rest, () =>
      readPage({ format: "html", content, url, publisher: null }, "MODELS"),
    );
    const matches = await spend(matching, () => matchesOf(analysis, keys));
    // Reading a page works out keys as well: their time is matching's, and counted there instead.
    const forKeys: Spent = { wall: 0, processor: 0 };
    await spend(forKeys, () =>
      analysis.statements.map(({ start, end, postedAt }) =>
        indexKeysOf(factsOf({ text: analysis.text.slice(start, end), postedAt })),
      ),
    );
    for (const part of ["wall", "processor"] as const) {
      rest[part] -= forKeys[part];
      matching[part] += forKeys[part];
    }
    matched += matches.filter((one) => one !== null).length;
    const reading = { analysis, matches, isTrivialChange: () => false };
    await spend(rest, () =>
      store(
        {
          ...reading,
          posts: [{ ...reading, heading: `Report ${n}`, name: `report ${n}` }],
          isCut: false,
          bytes: new TextEncoder().encode(content),
          mediaType: null,
          url,
          isSample: false,
          requestedBy: "SYSTEM",
        },
        new Date(),
      ),
    );
  }
  const share = (part: keyof Spent) => `${((100 * matching[part]) / rest[part]).toFixed(1)} %`;
  console.log(
    `a page of ${SENTENCES} sentences: ${each(rest.wall)} without matching, matching adds ${each(matching.wall)} (${share("wall")}; of processor time ${each(rest.processor)} and ${each(matching.processor)}, ${share("processor")}); ${(matched / PAGES).toFixed(1)} matches each`,
  );
}

const each = (value: number) => `${(value / PAGES).toFixed(1)} ms`;

export const pageOf = (n: number, sentences: readonly string[]): string =>
  `<html><head><title>Report ${n}</title></head><body><article><h1>Report ${n}</h1><p>16 September 2024</p>${sentences.map((one) => `<p>${one}</p>`).join("")}</article></body></html>`;
