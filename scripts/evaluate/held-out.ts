import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { readManifest } from "#lib/models/model-file";
import { PackedRows } from "#lib/models/packed-rows";
import { analyse } from "#lib/pipeline/analyse";
import { Arbiter, type Calibration, readTrees } from "#lib/pipeline/classify/arbiter";
import { MeaningReader } from "#lib/pipeline/classify/meaning";
import { foldOf } from "#scripts/train/folds";
import type { Predicted } from "./data";
import type { SourcingGold } from "./sourcing";

interface KeptTable {
  readonly file: string;
  readonly bits: number;
  readonly classes: number;
  readonly scale: number;
}

interface KeptMeaning extends KeptTable {
  readonly bias: readonly number[];
}

interface HeldOut {
  readonly calibration: Calibration;
  readonly files: readonly { evidence: KeptTable; meaning: KeptMeaning; trees: string }[];
}

const FOLDER = join(fileURLToPath(new URL(".", import.meta.url)), "held-out");

/** Arbiters that have learned from all labelled outlets but a part of them, in the order of the parts. */
function heldOutArbiters(): Arbiter[] {
  // written by `npm run train -- sourcing`
  const { calibration, files } = JSON.parse(readFileSync(join(FOLDER, "folds.json"), "utf8")) as HeldOut;
  const { version } = readManifest();
  return files.map(
    ({ evidence, meaning, trees }) =>
      new Arbiter(tableOf(evidence), calibration, version, {
        meaning: new MeaningReader(tableOf(meaning), meaning.bias),
        trees: readTrees(unpacked(trees)),
      }),
  );
}

const unpacked = (file: string): Buffer => brotliDecompressSync(readFileSync(join(FOLDER, file)));

const tableOf = ({ file, bits, classes, scale }: KeptTable): PackedRows =>
  new PackedRows(unpacked(file), bits, classes, scale);

/** What `analyse` answers for each page, by an arbiter that has learned from no page of its outlet. */
export function predictHeldOut(pages: readonly SourcingGold[]): Predicted[] {
  const arbiters = heldOutArbiters();
  return pages.map(({ id, text, domain }) => ({
    id,
    ...analyse(
      { format: "text", content: text, url: null, publisher: null },
      "MODELS",
      arbiters[foldOf(domain)] ?? null,
    ),
  }));
}
