import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Analysis, Engine } from "#lib/domain/analysis";
import { analyse } from "#lib/pipeline/analyse";

/** A page with truth, as the evaluation files hold it; the scorers know the rest of its shape. */
export interface GoldPage {
  readonly id: string;
  readonly text: string;
  readonly origin?: string;
}

export type Predicted = Analysis & { readonly id: string };

export function evaluationFile(name: string): string {
  return join(resolve(process.env.ONRECORD_EVAL ?? "../shared/eval"), name);
}

/** Whether the data is there. In CI it must be: an Error says where it was looked for. */
export function isHere(name: string): boolean {
  const path = evaluationFile(name);
  if (existsSync(path)) return true;
  if (process.env.CI) throw new Error(`${path} must be there in CI.`);
  console.log(`${path} isn't there, so what is measured on it is left out.`);
  return false;
}

export function readLines<T>(path: string): T[] {
  // the shape is the evaluation set's own, or what this program wrote
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

/** A scorer is a plain script that stands beside its data. */
export async function loadScorer<T>(name: string): Promise<T> {
  // its exports are what the caller says: see its head
  return (await import(/* @vite-ignore */ pathToFileURL(evaluationFile(name)).href)) as T;
}

/** What `npm run analyse -- --jsonl` answers for each page. */
export function predict(pages: readonly GoldPage[], engine: Engine = "MODELS"): Predicted[] {
  return pages.map(({ id, text }) => ({
    id,
    ...analyse({ format: "text", content: text, url: null, publisher: null }, engine),
  }));
}

/** Pages drawn with replacement, under new ids, with their predictions. */
export function redrawn<G extends GoldPage, P extends { readonly id: string } = Predicted>(
  draw: readonly number[],
  gold: readonly G[],
  predicted: readonly P[],
): { gold: G[]; predicted: P[] } {
  const pick = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
    draw.flatMap((i, k) => {
      const row = rows[i];
      return row === undefined ? [] : [{ ...row, id: `${k}` }];
    });
  return { gold: pick(gold), predicted: pick(predicted) };
}
