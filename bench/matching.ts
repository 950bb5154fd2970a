/**
 * One statement against all known wordings: `node --max-old-space-size=6000 --import tsx bench/matching.ts [SIZE…]` (10000 100000 1000000).
 *
 * At each size: how long the index takes to name the ten nearest of a statement (half of them retold from known ones, half new), and then with the
 * judge; how many of the ten that an exhaustive scan names are among them, how often the judge says the same of both tens, and how often the statement
 * that was retold is found; how large the index is.
 * Last, what matching adds to taking pages in of which a fifth says what is known, and what comparing their words with other pages does. Recall counts what is as near as the tenth of the scan: many are equally near. Everything by one seed.
 */
import { performance } from "node:perf_hooks";
import { database, disconnect } from "#lib/db/core/client";
import { wordingsOf } from "#lib/db/wordings/claim-wordings";
import { nearWordings, OF_A_PAGE, THOROUGH } from "#lib/ingest/known-claims";
import { LEAST_SHARE, match } from "#lib/pipeline/match";
import { factsOf } from "#lib/pipeline/match/facts";
import { type IndexKey, indexKeysOf } from "#lib/pipeline/match/index-keys";
import { type Effort, raritiesOf } from "#lib/pipeline/match/near";
import { randomFrom } from "#scripts/train/random";
import { benchServer } from "./import/server";
import { Archive } from "./matching/archive";
import { timeImport } from "./matching/import";
import { type Made, Maker } from "./matching/made";
import { timeSaid } from "./matching/said";

const SEED = 16;
const ASKED = 400;
/** An exhaustive scan takes a second at the largest size. */
const SCANNED = 60;
const BEST = 10;

const sizes = process.argv.slice(2).map(Number);
const server = await benchServer();
process.env.DATABASE_URL = server.url;
process.env.ONRECORD_STATEMENT_TIMEOUT = "0";
const archive = new Archive(server.url, new Maker(randomFrom(SEED)));
const random = randomFrom(SEED + 1);
const fresh = new Maker(randomFrom(SEED + 2));

interface Question extends Made {
  /** The place of the statement that it retells; null for a new one. */
  readonly of: number | null;
}

function questions(): Question[] {
  return Array.from({ length: ASKED }, (_, i) => {
    if (i % 2 === 1) return { ...fresh.statement(), of: null };
    const of = Math.floor(random() * archive.kept.length);
    const known = archive.kept[of];
    return { ...fresh.retold(known ?? fresh.statement()), of: archive.placeOf(of) };
  });
}

const keysOf = ({ text, day }: Made) => indexKeysOf(factsOf({ text, postedAt: day }));
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
const ms = (value: number) => `${value.toFixed(1)} ms`;
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

interface Scanned {
  readonly id: string;
  readonly share: number;
}

/** The ten best by reading all, as the index counts them. */
function scanned(keys: readonly IndexKey[]): Scanned[] {
  let best: Scanned[] = [];
  const rarities = raritiesOf(keys, archive.known);
  const rarityOf = new Map(keys.map(({ key }, i) => [key, rarities[i] ?? 0]));
  const whole = rarities.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < archive.size; i += 1) {
    const own = archive.keysAt(i);
    let shared = 0;
    for (let j = 0; j < own.length; j += 1) shared += rarityOf.get(own[j] ?? 0) ?? 0;
    const share = Math.min(1, shared / whole / Math.max(0.8, 0.6 + (0.4 * own.length) / 9));
    if (best.length < BEST || share > (best.at(-1)?.share ?? 0))
      best = [...best, { id: archive.idAt(i), share }].sort((a, b) => b.share - a.share).slice(0, BEST);
  }
  return best.filter(({ share }) => share > 0);
}

/** What a statement is told to be, by what was found for it. */
async function told({ text, day }: Made, near: readonly Scanned[]): Promise<string> {
  const wordings = await wordingsOf(near.map(({ id }) => id));
  const found = near.flatMap(({ id, share }) => {
    const wording = wordings.get(id);
    return wording === undefined ? [] : [{ ...wording, share }];
  });
  return match(factsOf({ text, postedAt: day }), found)?.relation ?? "NONE";
}

const EFFORTS: readonly (readonly [string, Effort])[] = [
  ["one statement", THOROUGH],
  ["as of a page", OF_A_PAGE],
];

async function measure(): Promise<void> {
  const asked = questions().map((one) => ({ ...one, keys: keysOf(one) }));
  const scans = asked.slice(0, SCANNED).map(({ keys }) => scanned(keys));
  for (const [name, effort] of EFFORTS) {
    for (const { keys } of asked.slice(0, 40)) await nearWordings([keys], BEST, effort);
    const times: number[] = [];
    let [hits, wanted, close, closeHits, found, alike] = [0, 0, 0, 0, 0, 0];
    for (const [i, one] of asked.entries()) {
      const begun = performance.now();
      const [near = []] = await nearWordings([keysOf(one)], BEST, effort);
      times.push(performance.now() - begun);
      if (near.some(({ id }) => one.of !== null && id === archive.idAt(one.of))) found += 1;
      const scan = scans[i];
      if (scan === undefined) continue;
      if ((await told(one, near)) === (await told(one, scan))) alike += 1;
      const best = scan.map(({ share }) => share);
      const hit = (least: number) => near.filter(({ share }) => share >= least - 1e-9).length;
      wanted += best.length;
      hits += Math.min(best.length, hit(best.at(-1) ?? 0));
      const judged = best.filter((share) => share >= LEAST_SHARE);
      close += judged.length;
      closeHits += Math.min(judged.length, hit(judged.at(-1) ?? 1));
    }
    times.sort((a, b) => a - b);
    console.log(
      `  ${name}: median ${ms(at(times, 0.5))}, 99th percentile ${ms(at(times, 0.99))}, most ${ms(at(times, 1))}; recall@10 ${percent(hits, wanted)}, of what is judged ${percent(closeHits, close)} of ${close}; told the same as by the scan ${percent(alike, scans.length)}; retold found ${percent(found, asked.length / 2)}`,
    );
  }
  const bytes = await archive.indexBytes();
  console.log(
    `  index ${(bytes / 1_048_576).toFixed(1)} MB, ${(bytes / archive.size).toFixed(0)} bytes each`,
  );
}

try {
  for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
    const begun = performance.now();
    await archive.growTo(size);
    console.log(`grown to ${size} in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    await measure();
    await timeImport(fresh, archive.kept, server.pid);
    await timeSaid(fresh, archive.kept, server.url);
  }
  await archive.timeAdding();
} finally {
  await database().$disconnect();
  await disconnect();
  await archive.close();
  await server.stop();
}
