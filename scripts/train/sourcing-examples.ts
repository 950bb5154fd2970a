import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { attribute } from "#lib/pipeline/attribute";
import { draft, draftPage } from "#lib/pipeline/classify";
import type { DraftPage } from "#lib/pipeline/classify/drafts";
import { EvidenceList } from "#lib/pipeline/classify/evidence/evidence-list";
import { gatherEvidence } from "#lib/pipeline/classify/evidence/gather";
import { factsOf, type PageFacts } from "#lib/pipeline/classify/evidence/page-facts";
import { slotsOf } from "#lib/pipeline/classify/meaning";
import { classOf, SOURCING_CLASSES, type SourcingClass } from "#lib/pipeline/classify/model-judgement";
import { segment } from "#lib/pipeline/segment";
import type { Span } from "#lib/text/span";
import { readLabelledArticles } from "./article-labels";
import { readNewsroomPages } from "./newsroom-labels";
import type { SourcingExample } from "./sourcing-training";

/** Where labels are from: see the model card. */
export type LabelSet = "sourcing" | "articles" | "more" | "polnear-train" | "pages" | "own" | "newsroom";

/** How much a label of each set counts in training: the older ones were drawn and worded for other pages. */
const SET_WEIGHT: Readonly<Record<LabelSet, number>> = {
  sourcing: 1,
  articles: 1,
  more: 1,
  "polnear-train": 0.4,
  pages: 0.4,
  own: 0.4,
  newsroom: 1,
};
/** How many times an unsourced statement counts in training, and one that two careful readers could label otherwise. */
const UNSOURCED_WEIGHT = 1.3;
const HARD_WEIGHT = 0.7;
const UNSOURCED: ReadonlySet<SourcingClass> = new Set(["UNNAMED_BARE", "FORECAST", "OPINION"]);

const MIND: readonly SourcingClass[] = ["FORECAST", "OPINION"];

/** The codes of `sourcing/` and of `sourcing-more.jsonl`; these don't part a forecast from another opinion. */
const CODES: Readonly<Record<string, readonly SourcingClass[]>> = {
  named_source: ["NAMED"],
  document: ["DOCUMENT"],
  media_report: ["MEDIA_REPORT"],
  official_unnamed: ["UNNAMED_QUALIFIED"],
  anonymous_hearsay: ["UNNAMED_BARE"],
  author_assertion: ["NARRATION"],
  author_opinion_or_prediction: MIND,
  n: ["NAMED"],
  d: ["DOCUMENT"],
  m: ["MEDIA_REPORT"],
  q: ["UNNAMED_QUALIFIED"],
  h: ["UNNAMED_BARE"],
  a: ["NARRATION"],
  o: MIND,
  x: ["NO_STATEMENT"],
  NAMED_PERSON: ["NAMED"],
  NAMED_ORGANIZATION: ["NAMED"],
  SECOND_HAND: ["NAMED"],
  FIRST_HAND: ["UNNAMED_BARE"],
  NONE_NARRATION: ["NARRATION"],
  NOT_NEEDED: ["NARRATION"],
  NONE_FORECAST: ["FORECAST"],
};

interface Label extends Span {
  readonly code: string;
  readonly isHard: boolean;
  /** How many statements of the pool that it was drawn from it stands for; 1 where nothing was drawn. */
  readonly share: number;
}

interface LabelledText {
  readonly set: LabelSet;
  readonly id: string;
  /** What is held out together: an outlet's pages. */
  readonly group: string;
  readonly text: string;
  readonly labels: readonly Label[];
  /** Every sentence of it was read, so that one without a label is no statement. */
  readonly isWhole: boolean;
}

/** A sentence with its evidence; without a label `truth` is empty. */
export interface ReadSentence extends SourcingExample {
  /** Its words by where they stand, for the reader of their meaning; none in a text that wasn't read whole. */
  readonly slots: readonly (readonly number[])[];
  readonly share: number;
  readonly ruled: SourcingClass;
}

/** A text of the data. Where it was read whole, all its sentences are here, in order, and what they have in common. */
export interface ReadPage {
  readonly set: LabelSet;
  readonly id: string;
  readonly group: string;
  readonly facts: PageFacts | null;
  readonly sentences: readonly ReadSentence[];
}

/** Of these every sentence has its label, or nearly every one: they show what stands beside what. */
const WHOLE: ReadonlySet<LabelSet> = new Set(["sourcing", "articles", "more", "own", "newsroom"]);

function readLines<T>(path: string): T[] {
  // the shapes are written below, or in the evaluation set's README
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** Kept beside this file: labels as offsets and codes, and the project's own pages. */
const beside = (name: string) => join(fileURLToPath(new URL(".", import.meta.url)), name);
const inEvaluation = (name: string) => join(resolve(process.env.ONRECORD_EVAL ?? "../shared/eval"), name);

interface GoldPage {
  readonly id: string;
  readonly domain: string;
  readonly text: string;
  readonly gold: {
    readonly statements: readonly (Span & {
      readonly sourcing: string;
      readonly hard?: string | undefined;
    })[];
  };
}

function wholePages(set: LabelSet, pages: readonly GoldPage[]): LabelledText[] {
  return pages.map(({ id, domain, text, gold }) => ({
    set,
    id,
    group: domain,
    text,
    labels: gold.statements.map(({ start, end, sourcing, hard }) => ({
      start,
      end,
      code: sourcing,
      isHard: hard !== undefined,
      share: 1,
    })),
    isWhole: true,
  }));
}

function morePages(): LabelledText[] {
  const texts = new Map(
    readLines<{ id: string; text: string }>(inEvaluation("sourcing/unlabelled.jsonl")).map((row) => [
      row.id,
      row.text,
    ]),
  );
  type More = { id: string; labels: [start: number, end: number, code: string][] };
  return readLines<More>(beside("sourcing-more.jsonl")).map(({ id, labels }) => ({
    set: "more",
    id,
    group: id,
    text: texts.get(id) ?? "",
    labels: labels.map(([start, end, code]) => ({ start, end, code, isHard: false, share: 1 })),
    isWhole: false,
  }));
}

type Drawn = Span & {
  set: "polnear-train" | "pages" | "own";
  id: string;
  code: string;
  hard: boolean;
  weight: number;
};

/** `newsroom` names a file of a newsroom's own labels, or is null; `isAlone`: with the project's own pages and nothing else. */
export interface Labels {
  readonly newsroom: string | null;
  readonly isAlone: boolean;
}

function newsroomPages(path: string | null): LabelledText[] {
  if (path === null) return [];
  return readNewsroomPages(path).map(({ id, domain, text, labels, isWhole }) => ({
    set: "newsroom",
    id,
    group: domain,
    text,
    labels: labels.map((label) => ({ ...label, isHard: false, share: 1 })),
    isWhole,
  }));
}

function drawnPages(isOwnAlone: boolean): LabelledText[] {
  type Row = { id: string; text?: string; body?: string };
  const textsOf = (path: string) =>
    new Map(
      readLines<Row>(path).map(({ id, text, body }) => [
        id,
        text ?? (body ?? "").normalize("NFC").replace(/\r\n?/g, "\n"),
      ]),
    );
  const texts = {
    own: textsOf(beside("own-pages.jsonl")),
    "polnear-train": isOwnAlone ? null : textsOf(inEvaluation("attribution/polnear-train.jsonl")),
    pages: isOwnAlone ? null : textsOf(inEvaluation("pages/pages.jsonl")),
  };
  const byText = new Map<string, Drawn[]>();
  for (const row of readLines<Drawn>(beside("sourcing-labels.jsonl"))) {
    const key = `${row.set} ${row.id}`;
    byText.set(key, [...(byText.get(key) ?? []), row]);
  }
  return [...byText].flatMap(([group, rows]) => {
    const [row] = rows;
    if (row === undefined) return [];
    const { set, id } = row;
    const known = texts[set];
    if (known === null) return [];
    return {
      set,
      id,
      group,
      text: known.get(id) ?? "",
      labels: rows.map(({ start, end, code, hard, weight }) => ({
        start,
        end,
        code,
        isHard: hard,
        share: weight,
      })),
      isWhole: false,
    };
  });
}

function draftText(text: string): DraftPage | null {
  const segmented = segment({ format: "text", content: text, url: null, publisher: null });
  if (segmented.language !== "en") return null;
  const { attributed, reading } = attribute(segmented, "MODELS");
  if (reading === null) return null;
  return { ...draftPage(segmented, reading), drafts: draft(segmented, attributed, reading) };
}

const overlapOf = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** The label that most of the sentence has, if it is the sentence's: half of the label, a third of the sentence at least. */
function labelOf(sentence: Span, labels: readonly Label[]): Label | null {
  let best: Label | null = null;
  let most = 0;
  for (const label of labels) {
    const shared = overlapOf(label, sentence);
    if (shared <= most || shared * 2 < label.end - label.start) continue;
    if (shared * 3 < sentence.end - sentence.start) continue;
    best = label;
    most = shared;
  }
  return best;
}

const NONE: Label = { start: 0, end: 0, code: "x", isHard: false, share: 1 };

/** Every text, with the evidence of its sentences. */
export function readPages(
  bits: number,
  { newsroom, isAlone }: Labels,
  log: (line: string) => void,
): ReadPage[] {
  const list = new EvidenceList((1 << bits) - 1);
  const others = isAlone
    ? []
    : [
        ...wholePages("sourcing", readLines<GoldPage>(inEvaluation("sourcing/labelled.jsonl"))),
        ...wholePages("articles", readLabelledArticles(log)),
        ...morePages(),
      ];
  const texts = [...others, ...drawnPages(isAlone), ...newsroomPages(newsroom)];
  const pages = texts.flatMap(({ set, id, group, text, labels, isWhole }): ReadPage[] => {
    const page = draftText(text);
    if (page === null) return [];
    const facts = factsOf(page);
    const sentences = page.drafts.flatMap(({ sentence, judgement }, i): ReadSentence[] => {
      const label = labelOf(sentence, labels) ?? (isWhole ? NONE : null);
      if (label === null && !WHOLE.has(set)) return [];
      gatherEvidence(list, facts, i);
      return [
        {
          ids: list.ids.slice(0, list.count),
          slots: WHOLE.has(set) ? slotsOf(facts, i) : [],
          ...learnedFrom(set, label),
          share: label?.share ?? 0,
          ruled: classOf(judgement),
        },
      ];
    });
    return [{ set, id, group, facts: WHOLE.has(set) ? facts : null, sentences }];
  });
  log(`${pages.reduce((sum, page) => sum + page.sentences.length, 0)} sentences of ${pages.length} texts`);
  return pages;
}

function learnedFrom(set: LabelSet, label: Label | null): { truth: number[]; weight: number } {
  if (label === null) return { truth: [], weight: 0 };
  const truth = CODES[label.code] ?? [label.code as SourcingClass]; // the other codes are classes
  const isUnsourced = truth.some((found) => UNSOURCED.has(found));
  return {
    truth: truth.map((found) => SOURCING_CLASSES.indexOf(found)),
    weight: SET_WEIGHT[set] * (isUnsourced ? UNSOURCED_WEIGHT : 1) * (label.isHard ? HARD_WEIGHT : 1),
  };
}
