import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { attribute } from "#lib/pipeline/attribute";
import { draft } from "#lib/pipeline/classify";
import { classOf, SOURCING_CLASSES, type SourcingClass } from "#lib/pipeline/classify/model-judgement";
import { type DraftPage, SourcingFeatures } from "#lib/pipeline/classify/sourcing-features";
import { isSettledByRules } from "#lib/pipeline/classify/sourcing-model";
import { segment } from "#lib/pipeline/segment";
import type { SourcingExample } from "./sourcing-training";

/** A labelled statement: a text's set and id, the sentence's place in it, and the code; see the model card. */
interface Label {
  readonly set: "polnear-train" | "pages" | "own";
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly code: string;
  /** How many statements of the pool that it was drawn from it stands for. */
  readonly weight: number;
}

/**
 * How many times an unsourced statement counts in training. With two, none of the three sets leaks more than with one,
 * and more of them are found.
 */
const UNSOURCED_WEIGHT = 2;
const UNSOURCED: ReadonlySet<SourcingClass> = new Set(["UNNAMED_BARE", "FORECAST", "OPINION"]);

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

export interface Labelled extends SourcingExample {
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
  return reading === null ? null : { ...draft(segmented, attributed, null, reading), reading };
}

export function examplesOf(bits: number, log: (line: string) => void): Labelled[] {
  const labels = readLines<Label>(beside("sourcing-labels.jsonl"));
  const features = new SourcingFeatures(bits);
  const texts = { "polnear-train": textsOf("polnear-train"), pages: textsOf("pages"), own: textsOf("own") };
  const drafted = new Map<string, DraftPage | null>();
  let lost = 0;
  const examples = labels.flatMap((label): Labelled[] => {
    const key = `${label.set} ${label.id}`;
    if (!drafted.has(key)) drafted.set(key, draftPage(texts[label.set].get(label.id) ?? ""));
    const page = drafted.get(key) ?? null;
    const at = page?.drafts.findIndex(({ sentence }) => sentence.start === label.start) ?? -1;
    const found = page?.drafts[at];
    const named = CLASS_OF[label.code] ?? (label.code as SourcingClass); // the other codes are classes
    const truth = SOURCING_CLASSES.indexOf(named);
    if (page === null || found === undefined || truth < 0) {
      lost++;
      return [];
    }
    features.read(page, at);
    return [
      {
        ids: features.list.ids.slice(0, features.list.count),
        truth,
        weight: UNSOURCED.has(named) ? UNSOURCED_WEIGHT : 1,
        share: label.weight,
        set: label.set,
        id: label.id,
        ruled: classOf(found.judgement),
        isSettled: isSettledByRules(found),
        hasSpeaker:
          (found.mainCredit !== null && found.mainCredit.kind !== null) ||
          found.touching.some(({ speaker }) => speaker !== null),
      },
    ];
  });
  log(`${examples.length} labelled statements, ${lost} of them not found as sentences`);
  return examples;
}
