import { isPersonNoun } from "#lib/english/nouns";
import { NAME_LABELS } from "#lib/english/treebank/names";
import { tokenAt } from "#lib/english/treebank/tokens";
import type { Credit, MainCredit } from "#lib/pipeline/attribute/credit";
import { mainCreditFrom, type Resolved } from "#lib/pipeline/attribute/model-credits";
import { carriedCredit } from "#lib/pipeline/attribute/neighbours";
import { isAllQuoted, isOfFirstPerson, type Sentence, tokensUnder } from "#lib/pipeline/attribute/sentence";
import { isDate, isWriterOrReader } from "#lib/pipeline/attribute/speakers/noun-phrase";
import type { Span } from "#lib/text/span";
import type { Draft, DraftPage } from "./drafts";
import { MODEL_RULE } from "./model-judgement";

/** Who could vouch for a sentence, and the attribution that this is from. */
export interface Candidate {
  readonly mainCredit: MainCredit;
  readonly from: Credit | null;
}

export interface Credited extends Draft {
  /** Every attribution that the sentence has a part in; the main credit's own comes first. */
  readonly credits: readonly Credit[];
}

/** What became of a sentence: `judgement` is null where it puts forward no claim. */
interface Settled {
  readonly judgement: { readonly sourcing: string } | null;
  readonly mainCredit: MainCredit | null;
  readonly credits: readonly Credit[];
}

type Page = Omit<DraftPage, "drafts">;

/** A telling goes on into the next paragraph, and no further without a word of who tells it. */
const FARTHEST_PARAGRAPH = 1;
/** News first, attribution second: a lead can take that of so many sentences after it. */
const LEAD_REACH = 2;
/** A quotation may run over so many sentences after the one that introduces it. */
const LONGEST_QUOTATION = 12;

/** Nobody can ask "a source": what only such a one stands behind is never reported. */
export const canBeFound = ({ sourcing }: Pick<MainCredit, "sourcing">): boolean =>
  sourcing !== "UNNAMED_BARE";

/** Whoever could vouch for a sentence of this page: its own words, or what its neighbours tell. Asked in the order of the page. */
export class Candidates {
  private readonly own: readonly (Candidate | null)[];

  constructor(
    private readonly drafts: readonly Credited[],
    private readonly page: Page,
  ) {
    this.own = drafts.map(ownCandidate);
  }

  /** `settled` holds what became of the sentences before it. Null where nobody could vouch. */
  for(index: number, settled: readonly Settled[]): Candidate | null {
    const own = this.own[index] ?? null;
    const draft = this.drafts[index];
    if (own !== null || draft === undefined || nobodyOf(draft) !== null) return own;
    // Of somebody who didn't speak the writer tells, and nobody whose telling goes on.
    if (draft.touching.length > 0 && draft.touching.every(({ found }) => found.isSilent)) return null;
    return this.goesOn(settled, index) ?? this.leads(index) ?? this.quoted(settled, index);
  }

  /** What the sentence before it tells goes on here. */
  private goesOn(settled: readonly Settled[], index: number): Candidate | null {
    const [here, before] = [this.drafts[index]?.sentence, this.drafts[index - 1]?.sentence];
    if (here === undefined || before === undefined || before.post !== here.post || before.isTeaser)
      return null;
    if (here.paragraph - before.paragraph > FARTHEST_PARAGRAPH) return null;
    const last = settled[index - 1];
    if (last === undefined || last.judgement === null) return null;
    const isIndirect = last.mainCredit?.quoteMode === "INDIRECT" && last.mainCredit.kind === "UNNAMED";
    return isIndirect && isOfFirstPerson(here) ? null : carried(last, here);
  }

  /** A lead whose news the next sentences credit. */
  private leads(index: number): Candidate | null {
    const here = this.drafts[index]?.sentence;
    if (here === undefined || !here.isFirstOfBody) return null;
    for (let next = index + 1; next <= index + LEAD_REACH; next += 1) {
      const other = this.drafts[next];
      const candidate = this.own[next];
      if (other?.sentence.post !== here.post || other.sentence.isTeaser) return null;
      if (candidate === null || candidate === undefined) continue;
      const from = candidate.from ?? other.credits[0] ?? null;
      return { mainCredit: carriedCredit(candidate.mainCredit, here, MODEL_RULE), from };
    }
    return null;
  }

  /**
   * A sentence that is quoted from its first word to its last was said by somebody. Where no cue tells by whom, it is the one whom the
   * sentence before the quotation is about: whoever is credited there, or the only person it names; or who signs it. Else it is somebody,
   * and not told who.
   */
  private quoted(settled: readonly Settled[], index: number): Candidate | null {
    const here = this.drafts[index]?.sentence;
    if (here === undefined || here.isTeaser || !isAllQuoted(here)) return null;
    const signed = this.signatureOf(here, index);
    if (signed !== null) return signed;
    for (let at = index - 1; at >= Math.max(0, index - LONGEST_QUOTATION); at -= 1) {
      const draft = this.drafts[at];
      if (draft === undefined || draft.sentence.post !== here.post || draft.sentence.isTeaser) break;
      const last = settled[at];
      const found = last === undefined ? null : carried(last, here);
      if (found !== null) return found;
      // "Wolf [Quayside]: “It is done. They were told.”": what nobody stands behind at its beginning, nobody does at its end.
      const isSame = draft.sentence.quotations.some(({ start }) =>
        here.quotations.some((own) => own.start === start),
      );
      if (isSame && last?.judgement?.sourcing === "UNNAMED_BARE") return null;
      if (isAllQuoted(draft.sentence)) continue;
      return this.personIn(draft.sentence, here) ?? somebody(here);
    }
    return somebody(here);
  }

  /** "“It is open.” — Ana Reyes, harbour chief": whoever signs a quotation said it. */
  private signatureOf(here: Sentence, index: number): Candidate | null {
    for (let at = index + 1; at <= index + LONGEST_QUOTATION; at += 1) {
      const next = this.drafts[at]?.sentence;
      if (next === undefined || next.post !== here.post || next.isTeaser) return null;
      if (isAllQuoted(next)) continue;
      return SIGNS.test(next.text) ? this.personIn(next, here) : null;
    }
    return null;
  }

  /** The one person whom a sentence names, as the source of another; null where it names none or several. */
  private personIn(sentence: Sentence, here: Sentence): Candidate | null {
    const names = personsIn(this.page, sentence);
    const [name] = names;
    if (name === undefined || names.length > 1) return null;
    const known = this.own.find((one) => one?.mainCredit.speaker?.endsWith(` ${name}`) === true);
    const speaker = known?.mainCredit.speaker ?? name;
    const mainCredit: MainCredit = { ...UNTOLD, speaker, kind: "PERSON", sourcing: "NAMED_PERSON" };
    return {
      mainCredit: { ...carriedCredit(mainCredit, here, MODEL_RULE), parameters: { speaker } },
      from: null,
    };
  }
}

const SIGNS = /^[—–-]{1,2} ?\p{Lu}/u;

/** Whoever is quoted, as long as nothing tells who it is. */
const UNTOLD: MainCredit = {
  speaker: null,
  kind: "UNNAMED",
  sourcing: "UNNAMED_QUALIFIED",
  source: [],
  cue: [],
  content: [],
  type: "ASSERTION",
  quoteMode: "DIRECT",
  score: 0.5,
  scope: "CARRIED_OVER",
  rule: MODEL_RULE,
  parameters: {},
};

const somebody = (here: Sentence): Candidate => ({
  mainCredit: carriedCredit(UNTOLD, here, MODEL_RULE),
  from: null,
});

function carried({ mainCredit, credits }: Settled, here: Sentence): Candidate | null {
  if (mainCredit === null || mainCredit.kind === null || !canBeFound(mainCredit)) return null;
  return { mainCredit: carriedCredit(mainCredit, here, MODEL_RULE), from: credits[0] ?? null };
}

const BEGINS_PERSON = NAME_LABELS.indexOf("B-PERSON");
const GOES_ON_PERSON = NAME_LABELS.indexOf("I-PERSON");
const BEGINS_BODY = NAME_LABELS.indexOf("B-ORGANIZATION");
const GOES_ON_BODY = NAME_LABELS.indexOf("I-ORGANIZATION");

/** The persons whom a sentence names, each once, by the name finder. */
function personsIn({ reading }: Page, { start, end }: Span): string[] {
  const { tokens, names, text } = reading;
  const found = new Set<string>();
  const last = tokenAt(tokens, end);
  for (let i = tokenAt(tokens, start); i < last; i += 1) {
    const word = text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0);
    // "Nurse Ada Brunn", for whom the name finder sees an institution.
    const isTitled = names[i] === BEGINS_BODY && isPersonNoun(word.toLowerCase()) && !word.endsWith("s");
    if (names[i] !== BEGINS_PERSON && !isTitled) continue;
    let to = i + 1;
    while (to < last && names[to] === (isTitled ? GOES_ON_BODY : GOES_ON_PERSON)) to += 1;
    const from = isTitled ? i + 1 : i;
    if (isTitled && to - from < 2) continue;
    found.add(text.slice(tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0).replace(/\s+/g, " "));
    i = to - 1;
  }
  return [...found];
}

/** The credit of the sentence's own words: the main one, or the surest of the models' whose speaker can be found. */
function ownCandidate(
  { sentence, mainCredit, touching, credits }: Credited,
  index: number,
): Candidate | null {
  if (mainCredit !== null && mainCredit.kind !== null && canBeFound(mainCredit))
    return { mainCredit, from: null };
  const best = surest(
    touching,
    ({ speaker, found }) => found.isVoiced && speaker !== null && canBeFound(speaker),
  );
  if (best !== null && best.speaker !== null) {
    return { mainCredit: mainCreditFrom(best, index, best.speaker.sourcing), from: creditOf(best, credits) };
  }
  return mainCredit === null ? inWords(sentence, touching, credits, index) : null;
}

/** Words that stand for a speaker and don't say which. */
const PRONOUN =
  /^(?:he|she|it|they|we|i|you|who|which|that|this|these|those|one|some|others|many|most|there)$/i;

/** A source that is written out, though nothing tells what it is: its own words are its name. */
function inWords(
  sentence: Sentence,
  touching: readonly Resolved[],
  credits: readonly Credit[],
  index: number,
): Candidate | null {
  const best = surest(
    touching,
    ({ speaker, found }) => speaker === null && found.isVoiced && found.source.length > 0,
  );
  const span = best?.found.source[0];
  if (best === null || span === undefined) return null;
  const words = tokensUnder(sentence, [span]);
  const isHere = span.start >= sentence.start && span.end <= sentence.end;
  if (!isHere || words.length === 0 || words.every(({ text }) => PRONOUN.test(text))) return null;
  if (isDate(words) || isWriterOrReader(words)) return null;
  const speaker = sentence.text.slice(span.start - sentence.start, span.end - sentence.start);
  const mainCredit = mainCreditFrom(best, index, "UNNAMED_QUALIFIED");
  return { mainCredit: { ...mainCredit, speaker, kind: "UNNAMED" }, from: creditOf(best, credits) };
}

function surest(touching: readonly Resolved[], is: (one: Resolved) => boolean): Resolved | null {
  let best: Resolved | null = null;
  for (const one of touching)
    if (is(one) && (best === null || one.found.confidence > best.found.confidence)) best = one;
  return best;
}

const creditOf = ({ credit }: Resolved, credits: readonly Credit[]): Credit | null =>
  credits.find(({ content }) => content === credit.content) ?? null;

/** The credit that a rumour keeps: one that leaves nobody to ask. */
export function nobodyOf({ mainCredit }: Draft): MainCredit | null {
  return mainCredit !== null && (mainCredit.kind === null || !canBeFound(mainCredit)) ? mainCredit : null;
}
