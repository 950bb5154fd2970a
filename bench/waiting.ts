/**
 * How long the worst page keeps a small one waiting: `node --import tsx bench/waiting.ts [PAGES]`.
 *
 * Starts a product of its own. A small page is given alone, then again while a page of 4 MB of what costs most (bench/worst.ts) is being read, from the
 * moment that it is given until it is stored. Printed are milliseconds for each, and the longest delay: what the small page took beyond the median of
 * those that were given alone.
 */
import { setTimeout as pause } from "node:timers/promises";
import { dataFolder, removeData, startProduct } from "#e2e/product";
import { database, disconnect } from "#lib/db/core/client";
import { requestImport } from "#lib/desk/imports";
import { pageText, person } from "#lib/desk/testing/newsroom";
import { mixedPage, plainPages } from "./worst/made-pages";

const [pages = 12] = process.argv.slice(2).map(Number);
const BYTES = 4 * 1_048_576 - 4096;
/** The slowest of 90 pages that bench/worst.ts made come first. */
const FIRST = ["brackets", "cues", "cues and names", "clauses", "tabs", "straight marks", "numbers"];

const data = dataFolder();
const product = await startProduct({ data });
process.env.DATABASE_URL = product.running().databaseUrl;
const editor = await person("Edda Editor");
let given = 0;

async function give(content: string, format: "text" | "html"): Promise<string> {
  given += 1;
  const page = {
    bytes: new TextEncoder().encode(content),
    format,
    fileName: `page-${given}.${format}`,
    mediaType: null,
  };
  return (await requestImport(editor, page, { now: new Date() })).importId;
}

const stateOf = async (id: string) => (await database().import.findUniqueOrThrow({ where: { id } })).state;

async function until(id: string, states: readonly string[]): Promise<string> {
  for (;;) {
    const state = await stateOf(id);
    if (states.includes(state)) return state;
    await pause(10);
  }
}

async function small(): Promise<number> {
  const begun = performance.now();
  await until(await give(pageText(`small ${given}`), "text"), ["DONE"]);
  return performance.now() - begun;
}

const round = (ms: number) => `${Math.round(ms)} ms`;
await small(); // the reading processes are there
const alone = (await Promise.all([0, 1, 2, 3, 4].map((n) => pause(n * 700).then(small)))).sort(
  (a, b) => a - b,
);
const usual = alone[2] ?? 0;
console.log(`a small page alone: ${round(usual)}`);

const plain = plainPages(BYTES);
const worst = FIRST.flatMap((name) => plain.find((page) => page.name === `text of ${name}`) ?? []);
const mixed = Array.from({ length: Math.max(0, pages - worst.length) }, (_, n) => mixedPage(n + 1, BYTES));
let longest = 0;
for (const page of [...worst, ...mixed].slice(0, pages)) {
  const begun = performance.now();
  const large = await give(page.content, page.format);
  await until(large, ["RUNNING", "DONE", "REFUSED"]);
  const times = [await small(), await small(), await small()];
  const end = await until(large, ["DONE", "REFUSED"]);
  const delay = Math.max(...times) - usual;
  longest = Math.max(longest, delay);
  console.log(
    `${page.name}: itself ${round(performance.now() - begun)} (${end}); small pages ${times.map(round).join(", ")}`,
  );
}
console.log(`the longest delay of a small page: ${round(longest)}`);
await disconnect();
await product.stop();
removeData(data);
