/**
 * Speed of the engine, from text to labelled statements: `npx tsx bench/engine.ts`.
 *
 * Articles are those of PolNeAR dev (ONRECORD_EVAL, by default ../shared/eval), joined and cut to 800 words. Everything runs
 * in one process on one core. What is printed: articles a second; the same articles tokenised and tagged by wink-nlp alone,
 * turn by turn, as a ratio; the 99th percentile of one article against the median; time against length up to a megabyte;
 * what loading takes. The memory is that of processes of their own (bench/memory.ts), which hold our engine alone.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { analyse } from "#lib/pipeline/analyse";
import { AttributionEngine } from "#lib/pipeline/attribute/engine";

const WORDS = 800;
const ROUNDS = 6;

const path = join(resolve(process.env.ONRECORD_EVAL ?? "../shared/eval"), "attribution/polnear-dev.jsonl");
if (!existsSync(path)) {
  console.error(`There are no articles at ${path}: name their folder with ONRECORD_EVAL.`);
  process.exit(1);
}

/** Whole paragraphs, one article after the other, in pieces of about 800 words. */
function articles(): string[] {
  const paragraphs = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => (JSON.parse(line) as { text: string }).text.split(/\n+/)); // the corpus' own shape
  const out: string[] = [];
  let piece: string[] = [];
  let words = 0;
  for (const paragraph of paragraphs) {
    piece.push(paragraph);
    words += paragraph.split(/\s+/).length;
    if (words < WORDS) continue;
    out.push(piece.join("\n\n"));
    piece = [];
    words = 0;
  }
  return out;
}

/** The most memory, in MB, that a process takes which does nothing but read these texts, with the flag of the worker. */
function memoryFor(texts: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  try {
    const file = join(folder, "texts.json");
    writeFileSync(file, JSON.stringify(texts));
    const script = join(import.meta.dirname, "memory.ts");
    const args = ["--max-semi-space-size=4", "--import", "tsx", script, file];
    return Number(execFileSync(process.execPath, args, { encoding: "utf8" })) / 2 ** 20;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function time(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const read = (text: string) => analyse({ format: "text", content: text, url: null, publisher: null });
const median = (times: readonly number[], share = 0.5): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const print = (what: string, figure: string) => console.log(`${what.padEnd(58)} ${figure}`);

const loading = time(() => new AttributionEngine());
print("loading the models", `${loading.toFixed(0)} ms`);

const texts = articles();
const nlp = winkNLP(model, ["sbd", "pos"]);
const tag = (text: string) => nlp.readDoc(text).tokens().out(nlp.its.pos);
for (const text of texts) {
  read(text);
  tag(text);
}
const ours: number[] = [];
const theirs: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const text of texts) {
    ours.push(time(() => read(text)));
    theirs.push(time(() => tag(text)));
  }
}
const sum = (times: readonly number[]) => times.reduce((all, one) => all + one, 0);
print(
  `articles of ${WORDS} words a second (n = ${ours.length})`,
  ((1000 * ours.length) / sum(ours)).toFixed(1),
);
print("our time, against tokenising and tagging by wink-nlp", `${(sum(ours) / sum(theirs)).toFixed(1)} ×`);
print(
  "one article's 99th percentile, against its median",
  `${(median(ours, 0.99) / median(ours)).toFixed(2)} ×`,
);

const whole = texts.join("\n\n");
for (const size of [62_500, 125_000, 250_000, 500_000, 1_000_000]) {
  const text = whole.repeat(Math.ceil(size / whole.length)).slice(0, size);
  const spent = Math.min(...Array.from({ length: 2 }, () => time(() => read(text))));
  print(
    `${size / 1000} kB in one page`,
    `${spent.toFixed(0)} ms, ${((spent / size) * 1e6).toFixed(0)} µs a kB`,
  );
}
print("memory of a process that reads the articles", `${memoryFor(texts).toFixed(0)} MB`);
const page = whole.repeat(Math.ceil(1e6 / whole.length)).slice(0, 1e6);
print(
  "memory of a process that reads a megabyte in one page too",
  `${memoryFor([...texts, page]).toFixed(0)} MB`,
);
