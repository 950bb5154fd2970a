import type { SegmentType, Sourcing } from "#lib/domain/labels";
import { isPersonNoun, PERSON_TITLE } from "#lib/english/nouns";
import type { Token } from "#lib/english/tokens";
import { overlap, type Span } from "#lib/text/span";
import type { Segmented } from "../segment";
import { slugOf } from "../segment/dateline";
import { attributionEngine, type ModelAttribution, type ModelReading } from "./engine";
import type { Credit, Sentence, Voucher } from "./sentence";
import { antecedent, type Memory, settled } from "./speakers/memory";
import { isPersonWord, personsIn, type Speaker, speakerOf } from "./speakers/noun-phrase";

/** An attribution that the models found, with the sentences that it touches. */
export interface ModelCredit {
  readonly found: ModelAttribution;
  /** Index of the sentence that holds its cue (or where it has none, its content's beginning). */
  readonly home: number;
  /** Indexes of the first and last sentence that hold a part of its content. */
  readonly first: number;
  readonly last: number;
}

/** A credit whose speaker has been told from the words of its source, and from what the page said before. */
export interface Resolved extends ModelCredit {
  readonly credit: Credit;
  readonly speaker: Speaker | null;
}

/** A wire's slug stands within so many units of a story's beginning. */
const LONGEST_SLUG = 120;

const READ: ReadonlySet<SegmentType> = new Set(["HEADLINE", "BODY", "TEASER"]);

/**
 * What the models read in the HEADLINE, BODY and TEASER segments; everything else is blanked, a wire's slug before the first sentence
 * too, so that menus, captions and agencies are neither speakers nor neighbours. What comes after the last sentence is left out. Offsets stay those of the version's text.
 */
export function readModels(
  { text, segments }: Pick<Segmented, "text" | "segments">,
  sentences: readonly Sentence[],
): ModelReading {
  const last = sentences.at(-1)?.end ?? 0;
  let masked = "";
  for (const { start, end, type } of segments) {
    if (!READ.has(type) || start >= last) continue;
    const slug = type === "BODY" ? (slugOf(text.slice(start, start + LONGEST_SLUG))?.length ?? 0) : 0;
    masked += "\n".repeat(start + slug - masked.length) + text.slice(start + slug, Math.min(end, last));
  }
  return attributionEngine().read(masked);
}

/** Place each attribution among the sentences; one that touches none (in a headline) is left out. */
export function placeCredits(
  found: readonly ModelAttribution[],
  sentences: readonly Sentence[],
): ModelCredit[] {
  const at = (offset: number): number => indexAt(sentences, offset);
  if (sentences.length === 0) return [];
  return found.flatMap((attribution) => {
    const [begin, end] = [attribution.content[0], attribution.content.at(-1)];
    if (begin === undefined || end === undefined || isLoose(attribution, sentences)) return [];
    const home = at((attribution.cue[0] ?? begin).start);
    return [{ found: attribution, home, first: at(begin.start), last: at(end.end - 1) }];
  });
}

/** Whether an attribution's content begins in no sentence: a headline makes no statement, and yet somebody may speak in it. */
export function isLoose({ content }: ModelAttribution, sentences: readonly Sentence[]): boolean {
  const start = content[0]?.start ?? 0;
  const sentence = sentences[indexAt(sentences, start)];
  return sentence === undefined || sentence.start > start || sentence.end <= start;
}

/** A loose attribution as the models tell it. */
export function looseCredit({
  source,
  cue,
  content,
  type,
  quoteMode,
  confidence,
  speaker,
}: ModelAttribution): Credit {
  const kind = speaker?.kind === "PERSON" || speaker?.kind === "ORGANIZATION" ? speaker.kind : null;
  return {
    source,
    cue,
    content,
    type,
    quoteMode,
    score: confidence,
    speaker: kind && (speaker?.name ?? null),
    kind,
  };
}

/** "he's", "I'm": a pronoun and the beginning of its verb. */
const CLITIC = /['’](?:s|m|re|ve|d|ll)$/;
const PRONOUN = /^(?:he|she|they|it|him|her|them|who)$/;

/** Tell who the source is, in the sentence that holds it; `memory` knows what came before. */
export function resolve(placed: ModelCredit, sentence: Sentence, memory: Memory): Resolved {
  const speaker = speakerIn(placed.found, sentence, memory);
  const { source, cue, content, type, quoteMode, confidence } = placed.found;
  return {
    ...placed,
    speaker,
    credit: {
      source,
      cue,
      content,
      type,
      quoteMode,
      score: confidence,
      speaker: speaker?.name ?? null,
      kind: speaker?.kind ?? null,
    },
  };
}

function speakerIn(
  { source, cue, speaker }: ModelAttribution,
  sentence: Sentence,
  memory: Memory,
): Speaker | null {
  const under = tokensUnder(sentence, source).filter((token) =>
    source.some((span) => overlap(span, token) > 0),
  );
  if (under.length === 0) return null;
  const only = under.length === 1 ? (under[0]?.lower ?? "").replace(CLITIC, "") : "";
  if (/^(?:i|we|you|me|us|this|that|these|those|which)$/.test(only)) return null;
  if (PRONOUN.test(only)) {
    const at = indexAt(sentence.tokens, cue[0]?.start ?? sentence.end);
    const pronoun = /^(?:they|them)$/.test(only) ? "they" : only === "it" ? "it" : "he";
    const meant = antecedent(memory, pronoun, sentence, at);
    return meant ?? (speaker?.kind === "PERSON" ? personCalled(speaker.name) : null);
  }
  if (isSpeakerLabel(under, cue, sentence) && !memory.names.has(under[0]?.text ?? ""))
    return labelled(under, speaker);
  const told = settled(speakerOf(withoutApposition(under)) ?? speakerOf(under), memory);
  const apposed = told?.kind === "UNNAMED" && !told.isPlural ? nameInApposition(under) : null;
  if (apposed !== null) return personCalled(apposed);
  const isRole = told?.kind === "UNNAMED" && under[0]?.lower === "the";
  const mayBeName = isRole || (told !== null && told.kind !== "PERSON" && told.kind !== "UNNAMED");
  if (mayBeName && speaker?.kind === "PERSON" && isNameIn(under.length, speaker.name))
    return personCalled(speaker.name);
  return told !== null && speaker?.kind == null && isCommonPlural(under, sentence) ? someGroup(told) : told;
}

/** "Locals say …": at a sentence's beginning a capital tells nothing, and the name finder sees no name there. */
function isCommonPlural([only, ...others]: readonly Token[], sentence: Sentence): boolean {
  if (only === undefined || others.length > 0 || only.start !== sentence.tokens[0]?.start) return false;
  return only.lower.endsWith("s") && isPersonNoun(only.lower);
}

function someGroup(told: Speaker): Speaker {
  if (told.kind === "UNNAMED") return told;
  const because = "a group that nobody can ask";
  return { ...told, kind: "UNNAMED", sourcing: "UNNAMED_BARE", because, isPlural: true };
}

/** "WillowB: the branch is ready": one word and a colon, as chats and transcripts mark who writes. */
function isSpeakerLabel(source: readonly Token[], cue: readonly Span[], sentence: Sentence): boolean {
  const [begin] = cue;
  if (source.length !== 1 || cue.length !== 1 || begin === undefined) return false;
  return sentence.text.slice(begin.start - sentence.start, begin.end - sentence.start) === ":";
}

/** Whoever a label before a colon stands for: a paper ("Report:"), a person whom the page names in full, or a nickname. */
function labelled(label: readonly Token[], speaker: ModelAttribution["speaker"]): Speaker {
  const told = speakerOf(label);
  if (told !== null && (told.kind === "DOCUMENT" || told.kind === "MEDIA")) return told;
  if (speaker?.kind === "PERSON" && speaker.name.includes(" ")) return personCalled(speaker.name);
  return pseudonym(label[0]?.text ?? "");
}

/** "a spokeswoman, Anna White," and "the director, engineer Omar Aziz": the name between the first comma and the next; null where none is. */
function nameInApposition(phrase: readonly Token[]): string | null {
  const comma = phrase.findIndex((token, i) => i > 0 && token.text === ",");
  if (comma < 0) return null;
  const rest = phrase.slice(comma + 1);
  const end = rest.findIndex((token) => token.text === ",");
  const name = end < 0 ? rest : rest.slice(0, end);
  if (name.length > 0 && name.length <= 4 && name.every(isPersonWord))
    return name.map(({ text }) => text).join(" ");
  const begins =
    name[0] !== undefined &&
    (isPersonWord(name[0]) || PERSON_TITLE.has(name[0].lower) || isPersonNoun(name[0].lower));
  return begins ? (personsIn(name.slice(0, MOST_IN_APPOSITION))[0] ?? null) : null;
}
/** Further on a name is another's: "the agent, who met Ana Ruiz". In tokens. */
const MOST_IN_APPOSITION = 5;

/** A name that the page introduces nowhere but before a colon: whoever writes under it, and nobody can ask them. */
function pseudonym(name: string): Speaker {
  const because = "whoever writes under that name";
  return { name, kind: "PSEUDONYM", sourcing: "UNNAMED_BARE", because, isParty: false, isPlural: false };
}

/** "Philip Luther, a director at the charity": who it is stands before the comma, what they are after it. */
function withoutApposition(phrase: readonly Token[]): readonly Token[] {
  const comma = phrase.findIndex((token, i) => i > 0 && token.text === ",");
  return comma < 0 ? phrase : phrase.slice(0, comma);
}

/** The source is little more than the name itself. */
function isNameIn(words: number, name: string): boolean {
  return words <= name.split(" ").length + 1;
}

function personCalled(name: string): Speaker {
  const because = "a person by name";
  return { name, kind: "PERSON", sourcing: "NAMED_PERSON", because, isParty: false, isPlural: false };
}

/** The share of a sentence's words, source and cue aside, that the content covers. */
export function shareOf({ found }: ModelCredit, sentence: Sentence): number {
  const words = wordsIn(sentence) - wordsUnder(sentence, found.source) - wordsUnder(sentence, found.cue);
  return words <= 0 ? 0 : Math.min(1, wordsUnder(sentence, found.content) / words);
}

const counted = new WeakMap<Sentence, number>();

/** Counted once a sentence: one may have thousands of attributions. */
function wordsIn(sentence: Sentence): number {
  const known = counted.get(sentence) ?? wordsUnder(sentence, [sentence]);
  counted.set(sentence, known);
  return known;
}

function wordsUnder(sentence: Sentence, spans: readonly Span[]): number {
  return tokensUnder(sentence, spans).filter((token) => token.kind !== "MARK").length;
}

function tokensUnder({ tokens }: Sentence, spans: readonly Span[]): Token[] {
  return spans.flatMap(({ start, end }) =>
    tokens.slice(indexAt(tokens, start), indexAt(tokens, end - 1) + 1),
  );
}

/** The index of the first of these (ascending, apart from each other) that ends after `offset`; the last one's if none does. */
function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(low, spans.length - 1));
}

/** The voucher that a resolved attribution makes for a sentence it covers. */
export function voucherFrom(
  { credit, speaker, found, home }: Resolved,
  index: number,
  sourcing: Sourcing,
): Voucher {
  const isCarried = home !== index;
  const reason = speaker === null ? found.reason : `${found.reason.replace(/\.$/, "")}: ${speaker.because}.`;
  return {
    ...credit,
    sourcing,
    scope: isCarried ? "CARRIED_OVER" : "SENTENCE",
    rule: "attribution-model",
    version: attributionEngine().version,
    words: capitalised(reason),
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
