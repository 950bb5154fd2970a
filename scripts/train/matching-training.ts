import { RELATIONS, type Relation } from "#lib/domain/matching";
import type { Trees } from "#lib/models/boosted-trees";
import { growTrees } from "./tree-growing";

/** A pair as training sees it. */
export interface TrainingRow {
  readonly relation: Relation;
  readonly differences: Readonly<Record<string, number>>;
  readonly weight: number;
}

export interface TrainingOptions {
  readonly rounds: number;
  readonly rate: number;
  readonly leaves: number;
  readonly seed: number;
}

export const USUAL: TrainingOptions = { rounds: 120, rate: 0.1, leaves: 10, seed: 1 };

const columnsOf = (differences: Readonly<Record<string, number>>, names: readonly string[]): Float32Array =>
  Float32Array.from(names, (name) => differences[name] ?? 0);

export function trainJudge(
  rows: readonly TrainingRow[],
  names: readonly string[],
  options: TrainingOptions,
): Trees {
  return growTrees(
    rows.map(({ differences }) => columnsOf(differences, names)),
    Uint8Array.from(rows, ({ relation }) => RELATIONS.indexOf(relation)),
    Float64Array.from(rows, ({ weight }) => weight),
    { ...options, types: RELATIONS.length, columnShare: 0.4, rowShare: 0.7, ridge: 2, minWeight: 2 },
  );
}
