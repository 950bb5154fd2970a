import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Trees } from "#lib/models/boosted-trees";
import { toBytes } from "#lib/models/laned-rows";
import type { WordClusters } from "#lib/models/model-file";
import {
  type Manifest,
  type ModelFile,
  packTable,
  type ReaderFile,
  readManifest,
} from "#lib/models/model-file";
import { packTrees } from "#lib/models/packed-trees";
import { packReader } from "#lib/models/reader-file";
import type { Table } from "#lib/models/table";
import type { ChainModel } from "#lib/pipeline/attribute/words/chain";
import type { CueLexicon } from "#lib/pipeline/attribute/words/cue-lexicon";
import type { Calibration } from "#lib/pipeline/classify/arbiter";
import { kept } from "./cache";
import type { KeptJudge } from "./judge-stage";
import { markOf } from "./newsroom-labels";
import type { KeptReader } from "./reader-stage";
import type { FirstTables } from "./second-training";
import type { SyntaxTables } from "./syntax-training";

/** Steps from zero to the largest weight. With 31, and more rows left out, the trees were worse by what costs a point of contentPartial. */
const LEVELS = 127;

/** Rows of the tagger, parser and name finder whose every weight is below this are left out. */
const SYNTAX_LEAST = 0.2;

const FOLDER = "lib/models";
/** Not shipped: what measures the arbiter on outlets that it has not learned from. */
const HELD_OUT = "scripts/evaluate/held-out";

/** What every answer of these models says it comes from: raised with each change of weights, of whichever table. */
const VERSION = "2.1.0";
const DATA =
  "PolNeAR 1.0, training part (840 articles), states no licence; sourcing: also 148 labelled pages of news outlets, rumours and satire, 401 more of the same kinds, 300 pages of WCXB (CC BY 4.0) and 80 of the project's own; only hashed weights are kept";

function pack(bytes: Uint8Array): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 10,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The weight that the last step stands for: all but the heaviest few in ten thousand keep their value. */
function reach(weights: Float32Array | Int8Array): number {
  const sizes = Float32Array.from(
    weights.filter((w) => w !== 0),
    Math.abs,
  ).sort();
  return sizes[Math.floor((sizes.length - 1) * 0.9998)] ?? 1;
}

/** Round a table to whole steps; rows whose every weight is below `least` are left out. */
function quantise(table: Table, least: number): { weights: Int8Array; scale: number } {
  const scale = reach(table.weights) / LEVELS;
  const { classes } = table;
  const weights = new Int8Array(table.weights.length);
  for (let row = 0; row < weights.length; row += classes) {
    let most = 0;
    for (let k = 0; k < classes; k++) most = Math.max(most, Math.abs(table.weights[row + k] ?? 0));
    if (most < least) continue;
    for (let k = 0; k < classes; k++) {
      weights[row + k] = Math.max(
        -LEVELS,
        Math.min(LEVELS, Math.round((table.weights[row + k] ?? 0) / scale)),
      );
    }
  }
  return { weights, scale };
}

function writeFile(name: string, packed: Buffer): { file: string; sha256: string; bytes: number } {
  const file = `${name}.bin`;
  writeFileSync(join(FOLDER, file), packed);
  return { file, sha256: createHash("sha256").update(packed).digest("hex"), bytes: packed.length };
}

function writeTable(name: string, table: Table, transitions: Float32Array | null, least: number): ModelFile {
  const { weights, scale } = quantise(table, least);
  const written = writeFile(name, pack(packTable(weights, table.classes)));
  const rounded = [...(transitions ?? [])].map((cost) => Number(cost.toFixed(4)));
  return { ...written, bits: table.bits, classes: table.classes, scale, transitions: rounded };
}

function writeLexicon(lexicon: CueLexicon): Manifest["lexicon"] {
  const entries = [...lexicon].sort(([a], [b]) => a - b);
  const bytes = Buffer.alloc(entries.length * 5);
  entries.forEach(([hash, group], i) => {
    bytes.writeInt32LE(hash, i * 4);
    bytes[entries.length * 4 + i] = group;
  });
  return writeFile("lexicon", pack(bytes));
}

/** Words are numbered anew, by their hashes: these are then kept as differences. */
export function writeReader({ model, vocabulary }: Pick<KeptReader, "model" | "vocabulary">): ReaderFile {
  const { hidden, dimensions, labels } = model;
  const entries = [...vocabulary].sort(([a], [b]) => a - b);
  const rows = [0, ...entries.map(([, word]) => word)];
  const ordered = new Float32Array(rows.length * dimensions);
  rows.forEach((word, row) => {
    for (let d = 0; d < dimensions; d++)
      ordered[row * dimensions + d] = model.embeddings[word * dimensions + d] ?? 0;
  });
  const embeddings = toBytes(ordered);
  const { traits } = model;
  const floats = [model.projection, ...model.recurrence, model.candidateBias, model.output, model.bias];
  const packed = packReader(
    entries.map(([hash]) => hash),
    embeddings.bytes,
    traits.bytes,
    floats.map((list) => Float32Array.from(list)),
  );
  return {
    ...writeFile("reader", pack(packed)),
    hidden,
    dimensions,
    labels,
    words: entries.length,
    scales: { embeddings: embeddings.scale, traits: traits.scale },
    transitions: [...model.transitions].map((cost) => Number(cost.toFixed(4))),
  };
}

function writeClusters({ fine, groups }: WordClusters): Manifest["clusters"] {
  const entries = [...fine].sort(([a], [b]) => a - b);
  const bytes = Buffer.alloc(entries.length * 6);
  let last = -(2 ** 31);
  entries.forEach(([hash, cluster], i) => {
    bytes.writeUInt32LE(hash - last, i * 4);
    bytes.writeUInt16LE(cluster, entries.length * 4 + i * 2);
    last = hash;
  });
  return { ...writeFile("clusters", pack(bytes)), groups: [...groups] };
}

/** What an arbiter is made of. */
export interface Arbitration {
  readonly tables: FirstTables;
  readonly trees: Trees;
}

/** Trees as `readTrees` reads them. */
const packedTrees = (trees: Trees): Buffer => pack(Buffer.from(JSON.stringify(packTrees(trees))));

/**
 * Quantise and pack an arbiter and put it into the manifest that is there. `today` is YYYY-MM-DD; `newsroom` the file of a newsroom's own labels, after
 * which the version is called, so that what it suggests is counted apart. Returns the size of its files.
 */
export function writeArbiter(
  { tables: { evidence, meaning }, trees }: Arbitration,
  {
    calibration,
    least,
    today,
    newsroom,
  }: {
    readonly calibration: Calibration;
    readonly least: number;
    readonly today: string;
    readonly newsroom: string | null;
  },
): number {
  const version = newsroom === null ? VERSION : `${VERSION}+${markOf(newsroom)}`;
  const data = newsroom === null ? DATA : `${DATA}; and a newsroom's own labels`;
  const manifest = { ...readManifest(), version, created: today, data };
  const written = {
    sourcing: writeTable("sourcing", evidence, null, least),
    meaning: writeTable("meaning", meaning.table, null, 0),
  };
  const tables = { ...manifest.tables, ...written };
  const grown = writeFile("trees", packedTrees(trees));
  writeFileSync(
    join(FOLDER, "manifest.json"),
    `${JSON.stringify({ ...manifest, tables, meaning: meaning.bias, trees: grown, sourcing: calibration }, null, 2)}\n`,
  );
  return written.sourcing.bytes + written.meaning.bytes + grown.bytes;
}

/** The arbiters that saw no label of some outlets: `npm run evaluate` judges these outlets by them. Returns the size of their files. */
export function writeHeldOut(parts: readonly Arbitration[], calibration: Calibration, least: number): number {
  mkdirSync(HELD_OUT, { recursive: true });
  let bytes = 0;
  const keepFile = (file: string, packed: Buffer): string => {
    writeFileSync(join(HELD_OUT, file), packed);
    bytes += packed.length;
    return file;
  };
  const keepTable = (file: string, table: Table, from = least) => {
    const { weights, scale } = quantise(table, from);
    keepFile(file, pack(packTable(weights, table.classes)));
    return { file, bits: table.bits, classes: table.classes, scale };
  };
  const files = parts.map(({ tables, trees }, fold) => ({
    evidence: keepTable(`fold-${fold}.bin`, tables.evidence),
    meaning: { ...keepTable(`meaning-${fold}.bin`, tables.meaning.table, 0), bias: tables.meaning.bias },
    trees: keepFile(`trees-${fold}.bin`, packedTrees(trees)),
  }));
  writeFileSync(join(HELD_OUT, "folds.json"), `${JSON.stringify({ calibration, files }, null, 2)}\n`);
  return bytes;
}

/** Quantise and pack what was trained, and write the manifest that names it. `today` is YYYY-MM-DD. */
export function exportModels(seed: number, today: string, log: (line: string) => void): void {
  mkdirSync(FOLDER, { recursive: true });
  const syntax = kept<SyntaxTables>("syntax-tables");
  const reader = kept<KeptReader>("reader");
  const cues = kept<ChainModel>("cue-model");
  const judge = kept<KeptJudge>("judge");
  const clusters = kept<WordClusters>("clusters");
  const tables: Record<string, ModelFile> = {
    tags: writeTable("tags", syntax.tags, null, SYNTAX_LEAST),
    moves: writeTable("moves", syntax.moves, null, SYNTAX_LEAST),
    relations: writeTable("relations", syntax.relations, null, SYNTAX_LEAST),
    names: writeTable("names", syntax.names, null, SYNTAX_LEAST),
    cues: writeTable("cues", cues.table, cues.transitions, 0.05),
    judge: writeTable("judge", judge.table, null, 0.005),
  };
  const manifest: Manifest = {
    name: "onrecord-attribution",
    version: VERSION,
    created: today,
    seed,
    data: DATA,
    calibration: judge.calibration,
    lexicon: writeLexicon(reader.lexicon),
    clusters: writeClusters(clusters),
    reader: writeReader(reader),
    tables,
    meaning: readManifest().meaning,
    trees: readManifest().trees,
    sourcing: readManifest().sourcing,
  };
  writeFileSync(join(FOLDER, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const [name, { bytes, scale }] of Object.entries(tables))
    log(`${name}: ${bytes} bytes, step ${scale.toFixed(5)}`);
  const total = Object.values(tables).reduce(
    (sum, { bytes }) => sum + bytes,
    manifest.lexicon.bytes + manifest.clusters.bytes + manifest.reader.bytes,
  );
  log(`all files: ${(total / 1e6).toFixed(2)} MB`);
}
