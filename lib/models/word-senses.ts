import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { modelPath } from "./model-file";

/** What general English knows of one word. Senses are numbers that mean nothing but "the same sense". */
export interface WordSenses {
  readonly senses: readonly number[];
  readonly opposites: readonly string[];
  /** Words derived from it, or it from them: "sign", "signature". */
  readonly relatives: readonly string[];
}

export interface SenseBook {
  /** By base form in lower case; verbs with a particle are joined by "_" ("call_off"). */
  readonly words: ReadonlyMap<string, WordSenses>;
  /** By sense: the senses right above it ("van" is a kind of "truck"). */
  readonly above: readonly (readonly number[])[];
}

const numbersOf = (text: string | undefined): number[] =>
  text === undefined || text === "" ? [] : text.split(" ").map((one) => Number.parseInt(one, 36));
const wordsOf = (text: string | undefined): string[] =>
  text === undefined || text === "" ? [] : text.split(" ");

let book: SenseBook | null = null;

/** Princeton WordNet's senses, opposites and derivations, as `scripts/train/word-senses.ts` packed them; read once. */
export function senseBook(): SenseBook {
  book ??= unpack(brotliDecompressSync(readFileSync(modelPath("word-senses.bin"))).toString("utf8"));
  return book;
}

function unpack(text: string): SenseBook {
  const lines = text.split("\n");
  const end = lines.indexOf("");
  const words = new Map<string, WordSenses>();
  for (const line of lines.slice(0, end)) {
    const [word = "", senses, opposites, relatives] = line.split("\t");
    words.set(word, {
      senses: numbersOf(senses),
      opposites: wordsOf(opposites),
      relatives: wordsOf(relatives),
    });
  }
  return { words, above: lines.slice(end + 1).map(numbersOf) };
}
