import { RELATIONS } from "#lib/english/treebank/parser";
import { TAGS } from "#lib/english/treebank/tagger";
import { hashText } from "#lib/models/hash";
import type { DraftPage } from "#lib/pipeline/classify/drafts";
import { type EvidenceList, step } from "./evidence-list";
import { INSIDE } from "./page-facts";

const relation = (name: (typeof RELATIONS)[number]): number => RELATIONS.indexOf(name);
const SUBJECTS = new Set([relation("nsubj"), relation("nsubjpass"), relation("csubj"), relation("expl")]);
const HELPERS = new Set(
  (["aux", "auxpass", "cop", "neg", "advmod", "mark"] as const).map((name) => relation(name)),
);
const VERBS = new Set(TAGS.flatMap((tag, i) => (tag.startsWith("VB") || tag === "MD" ? [i] : [])));
const NOT = new Set(["not", "n't", "no", "never"].map((word) => hashText(word)));

/** What a verb has around it, as a number: each of these is a bit of it. */
const FRAME: readonly (readonly [bit: number, relations: ReadonlySet<number>])[] = [
  [1, new Set([relation("ccomp"), relation("parataxis")])],
  [2, new Set([relation("xcomp")])],
  [4, new Set([relation("dobj")])],
  [8, new Set([relation("nsubjpass"), relation("auxpass")])],
  [16, new Set([relation("cop")])],
  [32, new Set([relation("expl")])],
  [64, new Set([relation("aux")])],
  [128, new Set([relation("nsubj")])],
  [256, new Set([relation("advcl")])],
];

/** A token is no cue that the word reader gives less than this. */
const LEAST_CUE = 0.1;

/** The main clause, and the word that would be the cue: does it govern that clause, and who is its subject? */
export function addClauses(
  list: EvidenceList,
  page: DraftPage,
  first: number,
  end: number,
  stance: number,
): void {
  const { reading } = page;
  let root = first;
  while (root < end && (reading.heads[root] ?? -1) >= 0) root += 1;
  if (root >= end) root = first;
  addMainClause(list, page, root, first, end, stance);
  addReaderStates(list, page, root, first, end, stance);
}

function frameOf({ reading }: DraftPage, at: number, first: number, end: number): number {
  let frame = 0;
  for (let i = first; i < end; i += 1) {
    if (reading.heads[i] !== at) continue;
    for (const [bit, relations] of FRAME) if (relations.has(reading.relations[i] ?? 0)) frame |= bit;
  }
  return frame;
}

/** The root of the sentence with its subject and helpers: a hedge there weighs other than one in a clause below. */
function addMainClause(
  list: EvidenceList,
  page: DraftPage,
  root: number,
  first: number,
  end: number,
  stance: number,
): void {
  const { reading } = page;
  const frame = frameOf(page, root, first, end);
  let hasVerb = VERBS.has(reading.tags[root] ?? 0);
  let isNot = 0;
  list.add("root", reading.lemmas[root] ?? 0, stance);
  list.add("root: tag", reading.tags[root] ?? 0, stance);
  list.add("root: cluster", reading.clusters[root] ?? 0, stance);
  list.add("root: frame", frame, stance);
  list.add("root: frame and tag", frame, reading.tags[root] ?? 0);
  list.add("root: cluster and frame", reading.clusters[root] ?? 0, frame & 25);
  for (let i = first; i < end; i += 1) {
    if (reading.heads[i] !== root) continue;
    const by = reading.relations[i] ?? 0;
    if (VERBS.has(reading.tags[i] ?? 0)) hasVerb = true;
    if (NOT.has(reading.words[i] ?? 0)) isNot = 1;
    if (HELPERS.has(by)) {
      list.add("root: helper", reading.lemmas[i] ?? 0, by, stance);
      list.add("root: helper and tag", reading.words[i] ?? 0, reading.tags[root] ?? 0, by);
    } else if (SUBJECTS.has(by)) {
      list.add("root: subject", reading.lemmas[i] ?? 0, stance, by);
      list.add("root: subject cluster", reading.clusters[i] ?? 0, reading.tags[i] ?? 0, stance);
      list.add("root: subject name", reading.names[i] ?? 0, stance);
    }
  }
  list.add("root: not", isNot, stance);
  list.add("verb", hasVerb ? 1 : 0, stance);
}

/** How much of the sentence the word reader takes for reported, and what it takes for the cue. */
function addReaderStates(
  list: EvidenceList,
  page: DraftPage,
  root: number,
  first: number,
  end: number,
  stance: number,
): void {
  const { reading, words } = page;
  let content = 0;
  let source = 0;
  let cue = -1;
  for (let i = first; i < end; i += 1) {
    content += words.content[i] ?? 0;
    source = Math.max(source, words.source[i] ?? 0);
    const isOwn = reading.quotations.state[i] !== INSIDE;
    if (isOwn && (cue < 0 || (words.cue[i] ?? 0) > (words.cue[cue] ?? 0))) cue = i;
  }
  const told = step(content / Math.max(1, end - first));
  const cueness = cue < 0 ? 0 : (words.cue[cue] ?? 0);
  list.add("told", told, stance);
  list.add("cue", step(cueness), stance);
  list.add("told by", step(source), stance);
  list.add("told, cue and source", told * 8 + step(cueness), step(source));
  list.add("root: told", step(words.content[root] ?? 0), stance);
  list.add("root: cue", step(words.cue[root] ?? 0), stance);
  if (cue < 0 || cueness < LEAST_CUE) return;
  addCue(list, page, cue, root, first, end, cueness, stance);
}

function addCue(
  list: EvidenceList,
  page: DraftPage,
  cue: number,
  root: number,
  first: number,
  end: number,
  cueness: number,
  stance: number,
): void {
  const { reading } = page;
  const isRoot = cue === root ? 1 : 0;
  const lemma = reading.lemmas[cue] ?? 0;
  const frame = frameOf(page, cue, first, end) & 143;
  list.add("cue: place", isRoot === 1 ? 1 : reading.heads[cue] === root ? 2 : 3, stance);
  list.add("cue: word", lemma, isRoot);
  list.add("cue: relation", reading.relations[cue] ?? 0, step(cueness));
  list.add("cue: tag", reading.tags[cue] ?? 0, isRoot);
  list.add("cue: frame", frame, isRoot);
  list.add("cue: frame and word", frame, lemma);
  for (let i = first; i < end; i += 1) {
    if (reading.heads[i] !== cue || reading.relations[i] !== relation("nsubj")) continue;
    list.add("cue: subject name", reading.names[i] ?? 0, reading.tags[i] ?? 0);
    list.add("cue: subject", reading.lemmas[i] ?? 0);
  }
}
