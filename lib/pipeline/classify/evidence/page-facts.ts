import { tokenAt } from "#lib/english/treebank/tokens";
import { hashText } from "#lib/models/hash";
import type { Draft, DraftPage } from "#lib/pipeline/classify/drafts";
import { step } from "./evidence-list";

/** Longer sentences are read up to here: nothing that tells a source comes later. In tokens. */
const MOST_TOKENS = 120;
export const INSIDE = 1;

const hashesOf = (words: string): ReadonlySet<number> =>
  new Set(words.split(" ").map((word) => hashText(word)));

export const FIRST_PERSON = hashesOf("i we my our me us i'm we're");
export const SECOND_PERSON = hashesOf("you your");
const DEONTIC = hashesOf("should must need ought let");

/** Short forms: how people talk, and seldom how agencies write. */
export const SHORT_FORM = /['’](?:s|re|ve|ll|d|m|t)\b/iu;
export const EXCLAIMS = /!["”’)]*$/u;
const ASKS = /[?]["”’)]*$/u;
const GOES_ON = /^(?:but|and|so|yet|or|because|well|oh|yes|no)\b/iu;

/** What all sentences of a page have in common, computed once, and where each stands among the tokens. */
export interface PageFacts {
  readonly page: DraftPage;
  /** The tokens [first, end) of each draft. */
  readonly spans: readonly (readonly [first: number, end: number])[];
  /** Shares of the article's sentences that speak in one way or another, in steps: the page's voice. */
  readonly voice: readonly number[];
  /** How many sentences each paragraph has. */
  readonly paragraphs: ReadonlyMap<number, readonly Draft[]>;
}

export function factsOf(page: DraftPage): PageFacts {
  const spans = page.drafts.map(({ sentence }) => {
    const first = tokenAt(page.reading.tokens, sentence.start);
    return [first, Math.min(tokenAt(page.reading.tokens, sentence.end), first + MOST_TOKENS)] as const;
  });
  const paragraphs = new Map<number, Draft[]>();
  for (const draft of page.drafts) {
    const { paragraph } = draft.sentence;
    const list = paragraphs.get(paragraph) ?? [];
    list.push(draft);
    paragraphs.set(paragraph, list);
  }
  return { page, spans, voice: voiceOf(page, spans), paragraphs };
}

function voiceOf(page: DraftPage, spans: PageFacts["spans"]): number[] {
  const { reading } = page;
  const own = page.drafts.flatMap((draft, i) => (draft.sentence.isTeaser ? [] : [{ draft, i }]));
  const share = (is: (draft: Draft, i: number) => boolean) =>
    step(own.filter(({ draft, i }) => is(draft, i)).length / Math.max(1, own.length));
  const says = (words: ReadonlySet<number>) => (_: Draft, i: number) => {
    const [first, end] = spans[i] ?? [0, 0];
    for (let t = first; t < end; t += 1)
      if (reading.quotations.state[t] !== INSIDE && words.has(reading.words[t] ?? 0)) return true;
    return false;
  };
  const ends = (pattern: RegExp) => (draft: Draft) => pattern.test(draft.sentence.text.slice(-4));
  return [
    share(says(FIRST_PERSON)),
    share(says(SECOND_PERSON)),
    share(says(DEONTIC)),
    share(({ sentence }) => sentence.quotations.length > 0),
    share(({ mainCredit }) => mainCredit !== null),
    share(ends(EXCLAIMS)),
    share(ends(ASKS)),
    share(
      ({ sentence }) => sentence.quotations.length === 0 && SHORT_FORM.test(sentence.text.slice(0, 1000)),
    ),
    share(({ judgement }) => judgement.flags.opinion === true),
    share(({ judgement }) => judgement.sourcing === "UNNAMED_BARE"),
    share(({ sentence }) => GOES_ON.test(sentence.text)),
  ];
}
