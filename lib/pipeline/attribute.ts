import type { Engine } from "#lib/domain/analysis";
import type { Credit, MainCredit } from "./attribute/credit";
import { creditsOfEach } from "./attribute/credits-of-each";
import type { ModelReading } from "./attribute/engine";
import { chooseMainCredit, mainCreditByRules } from "./attribute/main-credit";
import {
  isLoose,
  looseCredit,
  type ModelCredit,
  placeCredits,
  type Resolved,
  readModels,
  resolve,
} from "./attribute/model-credits";
import { carryOver } from "./attribute/neighbours";
import { creditByRules } from "./attribute/rules/sentence-rules";
import { underOneName, withSourceBeside } from "./attribute/same-person";
import { isOfFirstPerson, type SegmentedText, type Sentence, sentencesOf } from "./attribute/sentence";
import { emptyMemory, type Memory, type Persons, remember } from "./attribute/speakers/memory";
import { personsAmong } from "./attribute/speakers/named-persons";

export interface Attributed {
  readonly sentence: Sentence;
  /** Who stands behind it; null where nobody does. */
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
  readonly reading: Pick<ModelReading, "page" | "words"> | null;
}

/** What is read of a page: its text in segments, and what its own publisher and agency are called, where that is known. */
type AttributedText = SegmentedText & { readonly publisher?: string | null; readonly agency?: string | null };

/**
 * Find who is behind each sentence of the BODY and TEASER segments: source, cue and content spans, speaker, kind of quote.
 *
 * Rules look at one sentence and at what the memory holds of those before it. The models say which words belong to whom.
 * Of both, one main credit is chosen for each sentence; what neighbours say is carried over last. A teaser is another post and has
 * a memory of its own. attribute/README.md walks one sentence through the parts.
 */
export function attribute(page: AttributedText, engine: Engine): AttributedPage {
  const sentences = sentencesOf(page);
  const reading = engine === "MODELS" ? readModels(page, sentences) : null;
  const found = reading?.attributions ?? [];
  const persons = reading === null ? undefined : personsAmong(reading.persons);
  const { byRules, touching } = readInOrder(
    sentences,
    placeCredits(found, sentences),
    persons,
    [page.publisher, page.agency].filter((name) => name != null),
  );
  const chosen = sentences.map((sentence, i) =>
    chooseMainCredit(sentence, i, byRules[i] ?? null, touching[i] ?? []),
  );
  const mainCredits = carryOver(
    sentences,
    chosen.map(({ mainCredit }) => mainCredit),
    {
      text: page.text,
      namesIn: (sentence) => persons?.namesIn(sentence, 0, sentence.tokens.length, true) ?? [],
    },
  );
  const credits = creditsOfEach(mainCredits, chosen, touching);
  return {
    attributed: sentences.map((sentence, i) => ({
      sentence,
      mainCredit: mainCredits[i] ?? null,
      credits: credits[i] ?? [],
      touching: touching[i] ?? [],
    })),
    loose: found.filter((one) => isLoose(one, sentences)).map(looseCredit),
    reading,
  };
}

/**
 * The last sentence that an attribution reaches. "My doctor says so. I will stop in March": what somebody is told to have said, outside of
 * quotation marks, doesn't go on in the first person. A transcript's colon lets it.
 */
function lastOf({ found, home, last }: ModelCredit, sentences: readonly Sentence[]): number {
  const cue = found.cue.at(-1);
  const { start, text } = sentences[home] ?? { start: 0, text: "" };
  const isTold = cue !== undefined && !/^\S{0,2}:/.test(text.slice(cue.end - start - 1));
  const others = sentences.slice(home + 1, last + 1);
  const own = isTold && found.quoteMode !== "DIRECT" ? others.findIndex(isOfFirstPerson) : -1;
  return Math.max(home, own < 0 ? last : home + own);
}

interface ReadInOrder {
  /** For each sentence the main credit that the rules find. */
  readonly byRules: readonly (MainCredit | null)[];
  /** For each sentence the models' attributions that touch it, their speakers named. */
  readonly touching: readonly (readonly Resolved[])[];
}

/** Go through the sentences in order, so that the memory holds those before, and name the speakers. */
function readInOrder(
  sentences: readonly Sentence[],
  placed: readonly ModelCredit[],
  persons: Persons | undefined,
  own: readonly string[],
): ReadInOrder {
  const atHome: ModelCredit[][] = sentences.map(() => []);
  for (const credit of placed) atHome[credit.home]?.push(credit);
  const memories = new Map<number, Memory>();
  const touching: Resolved[][] = sentences.map(() => []);
  const byRules = sentences.map((sentence, i) => {
    const memory = memories.get(sentence.post) ?? emptyMemory(persons, own);
    memories.set(sentence.post, memory);
    const ruled = creditByRules(sentence, memory);
    const here = (atHome[i] ?? []).map((credit) =>
      withSourceBeside(resolve(credit, sentence, memory), ruled),
    );
    const found = underOneName(ruled, here);
    for (const credit of here) {
      const last = lastOf(credit, sentences);
      for (let at = Math.min(credit.first, credit.home); at <= last; at += 1) touching[at]?.push(credit);
    }
    const voiced = here.find(({ found: { isVoiced }, speaker }) => isVoiced && speaker !== null);
    const spoken = found?.speaker ?? voiced?.speaker ?? null;
    remember(memory, sentence, spoken, found !== null || spoken !== null);
    return mainCreditByRules(sentence, found);
  });
  return { byRules, touching };
}
