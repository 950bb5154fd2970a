import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { PackedRows } from "./packed-rows";

/** One weight file as the manifest lists it. */
export interface ModelFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly bits: number;
  readonly classes: number;
  readonly scale: number;
  /** Costs between labels; empty where the model is no chain. */
  readonly transitions: readonly number[];
}

/** Words grouped by the company they keep: hash of the word in lower case -> cluster, cluster -> group. */
export interface WordClusters {
  readonly fine: ReadonlyMap<number, number>;
  readonly groups: Uint8Array;
}

interface PlainFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The file of the word reader as the manifest lists it. */
export interface ReaderFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly hidden: number;
  readonly dimensions: number;
  readonly labels: number;
  /** Words of the vocabulary, the unknown one not counted. */
  readonly words: number;
  /** What one step of the whole numbers stands for. */
  readonly scales: { readonly embeddings: number; readonly traits: number };
  readonly transitions: readonly number[];
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly created: string;
  readonly seed: number;
  readonly data: string;
  /** Probability that an attribution is right, at even steps of its score from 0 to 1. */
  readonly calibration: readonly number[];
  readonly lexicon: PlainFile;
  readonly clusters: PlainFile & { readonly groups: readonly number[] };
  readonly reader: ReaderFile;
  readonly tables: Readonly<Record<string, ModelFile>>;
  /** What is added to the means of the table `meaning`, one number a meaning. */
  readonly meaning: readonly number[];
  /** What the arbiter's second look goes by. */
  readonly trees: PlainFile;
  /** How often the arbiter is right by what it comes to, at even steps of its share from 0 to 1. */
  readonly sourcing: Readonly<Record<"REPORTED" | "UNSOURCED" | "TOLD", readonly number[]>>;
}

function folder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  // a bundler may move this file away from its weights; the project's folder is where the program runs
  return existsSync(join(here, "manifest.json")) ? here : join(process.cwd(), "lib/models");
}

/** Where a file of weights stands. */
export function modelPath(name: string): string {
  return join(folder(), name);
}

export function readManifest(): Manifest {
  // the manifest is written by the training program and kept in the project, with the hashes of its files
  return JSON.parse(readFileSync(join(folder(), "manifest.json"), "utf8")) as Manifest;
}

/**
 * The bytes of a weight file.
 *
 * Throws   Error where the file isn't the one that the manifest names: a broken installation, never a page's fault.
 */
export function verifiedBytes(
  name: string,
  entry: { readonly file: string; readonly sha256: string },
): Buffer {
  const packed = readFileSync(join(folder(), entry.file));
  const hash = createHash("sha256").update(packed).digest("hex");
  if (hash !== entry.sha256) {
    throw new Error(
      `Model file ${entry.file} (${name}) is damaged or of another version. Install the project again.`,
    );
  }
  return brotliDecompressSync(packed);
}

/** Pack a table as its file holds it: a bit for each row that holds anything, then these rows. `PackedRows` reads it. */
export function packTable(weights: Int8Array, classes: number): Uint8Array {
  const rows = weights.length / classes;
  const map = new Uint8Array(rows >> 3);
  const kept: number[] = [];
  for (let row = 0; row < rows; row++) {
    let isEmpty = true;
    for (let k = 0; k < classes; k++) if (weights[row * classes + k] !== 0) isEmpty = false;
    if (isEmpty) continue;
    map[row >> 3] = (map[row >> 3] ?? 0) | (1 << (row & 7));
    kept.push(row);
  }
  const out = new Uint8Array(map.length + kept.length * classes);
  out.set(map);
  let at = map.length;
  for (const row of kept)
    for (let k = 0; k < classes; k++) out[at++] = (weights[row * classes + k] ?? 0) & 255;
  return out;
}

export interface LoadedTable {
  readonly table: PackedRows;
  /** Costs between labels; empty where the model is no chain. */
  readonly transitions: Float32Array;
}

export function loadTable(manifest: Manifest, name: string): LoadedTable {
  const entry = manifest.tables[name];
  if (!entry) throw new Error(`The model manifest names no table "${name}". Install the project again.`);
  return {
    table: new PackedRows(verifiedBytes(name, entry), entry.bits, entry.classes, entry.scale),
    transitions: Float32Array.from(entry.transitions),
  };
}

/** The cue classes: pairs of a 32-bit hash and a byte, all hashes first. */
export function loadLexicon(manifest: Manifest): ReadonlyMap<number, number> {
  const bytes = verifiedBytes("lexicon", manifest.lexicon);
  const count = bytes.length / 5;
  const lexicon = new Map<number, number>();
  for (let i = 0; i < count; i++) lexicon.set(bytes.readInt32LE(i * 4), bytes[count * 4 + i] ?? 0);
  return lexicon;
}

/** Word clusters: hashes in ascending order as differences, then the cluster of each. */
export function loadClusters(manifest: Manifest): WordClusters {
  const bytes = verifiedBytes("clusters", manifest.clusters);
  const count = bytes.length / 6;
  const fine = new Map<number, number>();
  let hash = -(2 ** 31);
  for (let i = 0; i < count; i++) {
    hash += bytes.readUInt32LE(i * 4);
    fine.set(hash, bytes.readUInt16LE(count * 4 + i * 2));
  }
  return { fine, groups: Uint8Array.from(manifest.clusters.groups) };
}
