import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { attribute } from "#lib/pipeline/attribute";
import { draft } from "#lib/pipeline/classify";
import { classOf, SOURCING_CLASSES, type SourcingClass } from "#lib/pipeline/classify/rejudged";
import { type DraftPage, SourcingFeatures } from "#lib/pipeline/classify/sourcing-features";
import { choose, SourcingModel, settles, withPrior } from "#lib/pipeline/classify/sourcing-model";
import { segment } from "#lib/pipeline/segment";
import { writeTableAlone } from "./export-stage";
import { type SourcingExample, trainSourcing } from "./sourcing-training";

const BITS = 16;
const OPTIONS = {
  bits: BITS,
  classes: SOURCING_CLASSES.length,
  rounds: 24,
  rate: 0.05,
  decay: 2e-3,
  drop: 0.4,
};
const FOLDS = 10;

/** A statement that a person labelled: a text's set and id, the sentence's place in it, and the code; see the model card. */
interface Label {
  readonly set: "polnear-train" | "pages" | "own";
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly code: string;
  /** How many statements of the pool that it was drawn from it stands for. */
  readonly weight: number;
}

const CLASS_OF: Readonly<Record<string, SourcingClass>> = {
  NAMED_PERSON: "NAMED",
  NAMED_ORGANIZATION: "NAMED",
  SECOND_HAND: "NAMED",
  FIRST_HAND: "UNNAMED_BARE",
  NONE_NARRATION: "NARRATION",
  NOT_NEEDED: "NARRATION",
  NONE_FORECAST: "FORECAST",
};

function readLines<T>(path: string): T[] {
  // the shapes are written above, or in the evaluation set's README
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** Kept beside this file: the project's own pages. */
const beside = (name: string) => join(fileURLToPath(new URL(".", import.meta.url)), name);

function textsOf(set: Label["set"]): Map<string, string> {
  if (set === "own") {
    const rows = readLines<{ id: string; text: string }>(beside("own-pages.jsonl"));
    return new Map(rows.map(({ id, text }) => [id, text]));
  }
  const folder = resolve(process.env.ONRECORD_EVAL ?? "../shared/eval");
  if (set === "polnear-train") {
    const rows = readLines<{ id: string; text: string }>(join(folder, "attribution/polnear-train.jsonl"));
    return new Map(rows.map(({ id, text }) => [id, text]));
  }
  const rows = readLines<{ id: string; body: string }>(join(folder, "pages/pages.jsonl"));
  return new Map(rows.map(({ id, body }) => [id, body.normalize("NFC").replace(/\r\n?/g, "\n")]));
}

interface Labelled extends SourcingExample {
  readonly set: Label["set"];
  readonly id: string;
  readonly share: number;
  readonly ruled: SourcingClass;
  readonly isSettled: boolean;
  readonly hasSpeaker: boolean;
}

function draftPage(text: string): DraftPage | null {
  const segmented = segment({ format: "text", content: text, url: null, publisher: null });
  const { attributed, reading } = attribute(segmented, "MODELS");
  return reading === null ? null : { ...draft(segmented, attributed, null), reading };
}

function examplesOf(log: (line: string) => void): Labelled[] {
  const labels = readLines<Label>(beside("sourcing-labels.jsonl"));
  const features = new SourcingFeatures(BITS);
  const texts = { "polnear-train": textsOf("polnear-train"), pages: textsOf("pages"), own: textsOf("own") };
  const drafted = new Map<string, DraftPage | null>();
  let lost = 0;
  const examples = labels.flatMap((label): Labelled[] => {
    const key = `${label.set} ${label.id}`;
    if (!drafted.has(key)) drafted.set(key, draftPage(texts[label.set].get(label.id) ?? ""));
    const page = drafted.get(key) ?? null;
    const at = page?.drafts.findIndex(({ sentence }) => sentence.start === label.start) ?? -1;
    const found = page?.drafts[at];
    const truth = SOURCING_CLASSES.indexOf(CLASS_OF[label.code] ?? (label.code as SourcingClass)); // the other codes are classes
    if (page === null || found === undefined || truth < 0) {
      lost++;
      return [];
    }
    features.read(page, at);
    return [
      {
        ids: features.list.ids.slice(0, features.list.count),
        truth,
        weight: 1,
        share: label.weight,
        set: label.set,
        id: label.id,
        ruled: classOf(found.judgement),
        isSettled: settles(found),
        hasSpeaker:
          (found.voucher !== null && found.voucher.kind !== null) ||
          found.touching.some(({ speaker }) => speaker !== null),
      },
    ];
  });
  log(`${examples.length} labelled statements, ${lost} of them not found as sentences`);
  return examples;
}

const THREE: Readonly<Record<SourcingClass, number>> = {
  NAMED: 0,
  DOCUMENT: 0,
  MEDIA_REPORT: 0,
  UNNAMED_QUALIFIED: 0,
  UNNAMED_BARE: 1,
  FORECAST: 1,
  OPINION: 1,
  NARRATION: 2,
  NO_STATEMENT: 3,
};

/** Macro-F1 of reported, unsourced and other, each statement counted as often as its draw stands for; and the leak. */
function score(rows: readonly { truth: SourcingClass; found: SourcingClass; share: number }[]): string {
  const table = Array.from({ length: 4 }, () => new Float64Array(4));
  let same = 0;
  let all = 0;
  for (const { truth, found, share } of rows) {
    const row = table[THREE[truth]];
    if (row) row[THREE[found]] = (row[THREE[found]] ?? 0) + share;
    all += share;
    if (truth === found) same += share;
  }
  const at = (a: number, b: number) => table[a]?.[b] ?? 0;
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const f = [0, 1, 2].map((k) => {
    const found = sum([0, 1, 2, 3].map((a) => at(a, k)));
    const true_ = sum([0, 1, 2, 3].map((b) => at(k, b)));
    return (2 * at(k, k)) / (found + true_);
  });
  const unsourced = sum([0, 1, 2, 3].map((b) => at(1, b)));
  return `macro-F1 ${(sum(f) / 3).toFixed(3)} (${f.map((x) => x.toFixed(3)).join(" ")}), leak ${(at(1, 0) / unsourced).toFixed(3)}, same class ${(same / all).toFixed(3)}`;
}

/** Train on all labels; first say what ten models that never saw an article's labels make of them. */
export function trainSourcingModel(seed: number, log: (line: string) => void): void {
  const examples = examplesOf(log);
  const articles = [...new Set(examples.map(({ id }) => id))].sort();
  const fold = new Map(articles.map((id, i) => [id, (i * 7) % FOLDS]));
  const judged = Array.from({ length: FOLDS }, (_, k) => k).flatMap((k) => {
    const table = trainSourcing(
      examples.filter(({ id }) => fold.get(id) !== k),
      { ...OPTIONS, seed },
    );
    const model = new SourcingModel(table, "");
    return examples
      .filter(({ id }) => fold.get(id) === k)
      .map((one) => ({
        truth: SOURCING_CLASSES[one.truth] ?? "NARRATION",
        found: one.isSettled
          ? one.ruled
          : choose(withPrior(model.sharesOf(one.ids), one.ruled), one.hasSpeaker),
        ruled: one.ruled,
        share: one.share,
        set: one.set,
      }));
  });
  for (const set of ["polnear-train", "pages", "own"] as const) {
    const rows = judged.filter((row) => row.set === set);
    log(`${set}: rules ${score(rows.map(({ ruled, ...row }) => ({ ...row, found: ruled })))}`);
    log(`${set}: model ${score(rows)}`);
  }
  const bytes = writeTableAlone("sourcing", trainSourcing(examples, { ...OPTIONS, seed }), 0.02);
  log(`sourcing: ${bytes} bytes`);
}
