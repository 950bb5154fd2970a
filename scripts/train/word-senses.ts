import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** Which senses of a word are kept: those seen in running text by WordNet's own counts, and its first ones. */
const FIRST_SENSES = 3;

interface Entry {
  readonly senses: { readonly id: string; readonly rank: number; readonly count: number }[];
  readonly opposites: Set<string>;
  readonly relatives: Set<string>;
}

interface Pointer {
  readonly kind: string;
  readonly to: string;
  readonly from: number;
  readonly word: number;
}

const FILES = [
  ["noun", "n"],
  ["verb", "v"],
  ["adj", "a"],
  ["adv", "r"],
] as const;
const KINDS: Readonly<Record<string, string>> = { 1: "n", 2: "v", 3: "a", 4: "r", 5: "a" };

function linesOf(folder: string, name: string): string[] {
  return readFileSync(join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));
}

/** Sense number and count in running text, by word and synset. */
function countsOf(folder: string): Map<string, { rank: number; count: number }> {
  const counts = new Map<string, { rank: number; count: number }>();
  for (const line of linesOf(folder, "index.sense")) {
    const [key = "", offset = "", rank = "", count = ""] = line.split(" ");
    const [word = "", rest = ""] = key.split("%");
    counts.set(`${word} ${KINDS[rest.charAt(0)] ?? ""}${offset}`, {
      rank: Number(rank),
      count: Number(count),
    });
  }
  return counts;
}

interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

function synsetsOf(folder: string): Map<string, Synset> {
  const all = new Map<string, Synset>();
  for (const [name, letter] of FILES) {
    for (const line of linesOf(folder, `data.${name}`)) {
      const parts = (line.split("|")[0] ?? "").trim().split(" ");
      const size = Number.parseInt(parts[3] ?? "0", 16);
      const words = Array.from({ length: size }, (_, i) => (parts[4 + 2 * i] ?? "").replace(/\(.*\)/, ""));
      const first = 5 + 2 * size;
      const pointers = Array.from({ length: Number(parts[first - 1]) }, (_, i): Pointer => {
        const [kind = "", offset = "", type = "", ends = ""] = parts.slice(first + 4 * i, first + 4 * i + 4);
        return {
          kind,
          to: `${type === "s" ? "a" : type}${offset}`,
          from: Number.parseInt(ends.slice(0, 2), 16),
          word: Number.parseInt(ends.slice(2), 16),
        };
      });
      all.set(`${letter}${parts[0]}`, { words, pointers });
    }
  }
  return all;
}

/** One word in lower case, or a verb with a particle ("call off"). */
function isKept(word: string, synset: string): boolean {
  const parts = word.split("_").length;
  return /^[a-z][a-z_'-]*$/.test(word) && (parts === 1 || (parts === 2 && synset.startsWith("v")));
}

function entriesOf(folder: string, synsets: ReadonlyMap<string, Synset>): Map<string, Entry> {
  const counts = countsOf(folder);
  const entries = new Map<string, Entry>();
  for (const [id, { words, pointers }] of synsets) {
    words.forEach((word, i) => {
      if (!isKept(word, id)) return;
      const entry = entries.get(word) ?? { senses: [], opposites: new Set(), relatives: new Set() };
      entries.set(word, entry);
      entry.senses.push({ id, ...(counts.get(`${word} ${id}`) ?? { rank: 9, count: 0 }) });
      for (const pointer of pointers) {
        const other = synsets.get(pointer.to)?.words[pointer.word - 1];
        if (pointer.from !== i + 1 || other === undefined || !isKept(other, pointer.to)) continue;
        if (pointer.kind === "!") entry.opposites.add(other);
        else if (pointer.kind === "+" || pointer.kind === "\\") entry.relatives.add(other);
      }
    });
  }
  return entries;
}

/**
 * What `lib/models/word-senses.bin` holds: a line a word (word, senses, opposites, words derived from it), an empty line, and a
 * line a sense with the senses above it. Read from the files of Princeton WordNet 3.0 or 3.1.
 */
export function packWordSenses(folder: string): Buffer {
  const synsets = synsetsOf(folder);
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const known = numbers.get(id) ?? numbers.size;
    numbers.set(id, known);
    return known.toString(36);
  };
  const lines: string[] = [];
  const entries = [...entriesOf(folder, synsets)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [word, { senses, opposites, relatives }] of entries) {
    const isCommon = senses.some(({ count }) => count > 0);
    const kept = senses.filter(({ rank, count }) => count > 0 || rank <= (isCommon ? FIRST_SENSES : 1));
    lines.push(
      [word, kept.map(({ id }) => numberOf(id)).join(" "), [...opposites].join(" "), [...relatives].join(" ")]
        .join("\t")
        .trimEnd(),
    );
  }
  lines.push("");
  for (const id of [...numbers.keys()]) {
    const above = (synsets.get(id)?.pointers ?? []).filter(
      ({ kind, to }) => (kind === "@" || kind === "&") && numbers.has(to),
    );
    lines.push(above.map(({ to }) => numberOf(to)).join(" "));
  }
  return brotliCompressSync(lines.join("\n"));
}
