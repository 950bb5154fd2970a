import type { Engine } from "#lib/domain/analysis";
import { overlap, type Span } from "#lib/text/span";
import type { Credit, MainCredit } from "./attribute/credit";
import { chooseMainCredit, mainCreditByRules } from "./attribute/main-credit";
import {
  isLoose,
  looseCredit,
  placeCredits,
  type Resolved,
  readModels,
  resolve,
} from "./attribute/model-credits";
import { carryOver } from "./attribute/neighbours";
import { creditByRules } from "./attribute/rules/sentence-rules";
import { type SegmentedText, type Sentence, sentencesOf } from "./attribute/sentence";
import { emptyMemory, type Memory, remember } from "./attribute/speakers/memory";
import type { SpanPage } from "./attribute/words/span-context";

/** A sentence with who vouches for it; null where nobody does. */
export interface Attributed {
  readonly sentence: Sentence;
  readonly mainCredit: MainCredit | null;
  /** Every attribution that the sentence has a part in; the main credit's own comes first. */
  readonly credits: readonly Credit[];
  /** The models' attributions that touch it. */
  readonly touching: readonly Resolved[];
}

export interface AttributedPage {
  readonly attributed: readonly Attributed[];
  /** Attributions that are part of no sentence that could be a statement: those of headlines. */
  readonly loose: readonly Credit[];
  /** The page as the models see it; null where the rules read it alone. */
  readonly reading: SpanPage | null;
}

/**
 * Find who is behind each sentence of the BODY and TEASER segments: source, cue and content spans, speaker, kind of quote.
 *
 * Rules look at one sentence and at what the memory holds of those before it. The models say which words belong to whom.
 * Of both, one main credit is chosen for each sentence; what neighbours say is carried over last. A teaser is another post and has
 * a memory of its own. attribute/README.md walks one sentence through the parts.
 */
export function attribute(page: SegmentedText, engine: Engine): AttributedPage {
  const sentences = sentencesOf(page);
  const reading = engine === "MODELS" ? readModels(page, sentences) : null;
  const read = reading?.attributions ?? [];
  const placed = placeCredits(read, sentences);
  const atHome = groupBy(placed, ({ home }) => [home]);
  const memories = new Map<number, Memory>();
  const resolved: Resolved[] = [];
  const ruled = sentences.map((sentence, i) => {
    const memory = memories.get(sentence.post) ?? emptyMemory();
    memories.set(sentence.post, memory);
    const found = creditByRules(sentence, memory);
    const here = (atHome.get(i) ?? []).map((credit) => resolve(credit, sentence, memory));
    for (const credit of here) resolved.push(credit);
    const spoken =
      found?.speaker ?? here.find(({ found: { isVoiced }, speaker }) => isVoiced && speaker)?.speaker ?? null;
    remember(memory, sentence, spoken, found !== null || spoken !== null);
    return mainCreditByRules(sentence, found);
  });
  const touching = groupBy(resolved, ({ first, last, home }) =>
    range(Math.min(first, home), Math.max(last, home)),
  );
  const chosen = ruled.map((mainCredit, i) =>
    chooseMainCredit(sentences[i] as Sentence, i, mainCredit, touching.get(i) ?? []),
  );
  const mainCredits = carryOver(
    sentences,
    chosen.map(({ mainCredit }) => mainCredit),
  );
  const rewritten: Rewritten = new Map();
  const listed = mainCredits.map((mainCredit, i) =>
    creditsOf(mainCredit, chosen[i]?.from ?? null, touching.get(i) ?? [], rewritten),
  );
  addCarriedContent(mainCredits, listed, rewritten);
  const attributed = mainCredits.map((mainCredit, i) => ({
    sentence: sentences[i] as Sentence, // runs along the sentences
    mainCredit,
    credits: (listed[i] ?? []).map((credit) => rewritten.get(credit) ?? credit),
    touching: touching.get(i) ?? [],
  }));
  const loose = read.filter((one) => isLoose(one, sentences)).map(looseCredit);
  return { attributed, loose, reading: reading?.page ?? null };
}

/** A model's attribution, and the same with the source and the cue that a rule found for it: one, in every sentence that it touches. */
type Rewritten = Map<Credit, Credit>;

/** With models, the attributions of a sentence are theirs; a rule's own stands beside them only where it vouches. */
function creditsOf(
  mainCredit: MainCredit | null,
  from: Resolved | null,
  touching: readonly Resolved[],
  rewritten: Rewritten,
): Credit[] {
  const all = touching.map(({ credit }) => credit);
  if (mainCredit === null) return all;
  const own = from?.credit ?? all.find((credit) => isSame(credit, mainCredit));
  if (own === undefined) return [mainCredit, ...all];
  if (from === null && mainCredit.cue.length > 0) {
    const { content, type, quoteMode } = own;
    rewritten.set(own, { ...mainCredit, content, type, quoteMode });
  }
  return [own, ...all.filter((credit) => credit !== own)];
}

/** A main credit that was carried over is no attribution of its own: its words become further content of the neighbour's. */
function addCarriedContent(
  mainCredits: readonly (MainCredit | null)[],
  listed: Credit[][],
  rewritten: Rewritten,
): void {
  const owners = new Map(mainCredits.map((mainCredit, i) => [mainCredit, listed[i]?.[0]]));
  const further = new Map<Credit, Span[]>();
  mainCredits.forEach((mainCredit, i) => {
    const credits = listed[i];
    const owner = mainCredit?.origin && owners.get(mainCredit.origin);
    if (!mainCredit || !owner || credits?.[0] !== mainCredit) return;
    credits[0] = owner;
    const spans = further.get(owner) ?? [];
    for (const span of mainCredit.content) spans.push(span);
    further.set(owner, spans);
  });
  for (const [owner, spans] of further) {
    const whole = rewritten.get(owner) ?? owner;
    const content = [...whole.content, ...spans].sort((a, b) => a.start - b.start);
    rewritten.set(owner, { ...whole, content });
  }
}

/** The models read the same words as the rule: the cue is one, or what is carried on lies inside the content. */
function isSame(credit: Credit, mainCredit: MainCredit): boolean {
  const meets = (role: "cue" | "content") =>
    credit[role].some((a) => mainCredit[role].some((b) => overlap(a, b) > 0));
  return mainCredit.cue.length > 0 ? meets("cue") : mainCredit.scope === "CARRIED_OVER" && meets("content");
}

function groupBy<T>(items: readonly T[], keys: (item: T) => readonly number[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
