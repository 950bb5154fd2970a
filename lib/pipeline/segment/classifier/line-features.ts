import type { SegmentType } from "#lib/domain/labels";
import { shapeOf as titleShapeOf } from "#lib/pipeline/segment/parts/shape";
import { BLOCK_TYPES } from "./block-types";
import type { PageFacts } from "./page-facts";
import { tokensOf } from "./page-hints";

const RULES_AROUND = [-2, -1, 1, 2];

/** Names of the numbers that `lineRows` gives: what a line of plain text shows where there are no boxes. */
export const LINE_NAMES: readonly string[] = [
  ..."apart apartShare titleCase sentenceEnd titleLike titlesNear proseShare furnitureShare".split(" "),
  ..."wordsInProse wordsInMain wordsInTitle wordsInOthers isPart holdsPart sameAbove".split(" "),
  ..."shortRun shortRunAt shortRunLeft longRun windowWords windowProse windowCase".split(" "),
  ..."inMain sinceMain untilMain mainShare mainBefore namesShare creditEnd credited creditStart pastShare presentShare participles endsAlike beginsAlike doubled pointerStart noteStart pitch ruleScore".split(
    " ",
  ),
  ...BLOCK_TYPES.map((type) => `rule:${type}`),
  ...RULES_AROUND.flatMap((at) => BLOCK_TYPES.map((type) => `rule${at}:${type}`)),
];

const log = (value: number): number => Math.log2(1 + value);
const FAR = 60;

/** One list of numbers a line; of a page with boxes, none. */
export function lineRows(facts: PageFacts): readonly (readonly number[])[] {
  const { lines } = facts;
  if (lines === null) return [];
  const { blocks } = facts.page;
  const words = blocks.map(({ text }) => longWords(text));
  const main = mainRun(facts);
  const runs = runsOf(facts);
  const recurring = recurrenceOf(facts, words, main);
  const alike = alikeOf(blocks.map(({ text }) => text));
  const shapes = blocks.map(({ text }) => titleShapeOf(text));
  const isTitle = shapes.map(({ words, isSentenceEnd }) => words >= 4 && words <= 20 && !isSentenceEnd);
  const apartShare = lines.filter(({ isApart }) => isApart).length / blocks.length;
  const proseShare = facts.prose.filter(Boolean).length / blocks.length;
  const furniture = lines.filter(({ verdict }) => verdict.type === "CHROME").length / blocks.length;
  const proseAll = blocks.reduce((sum, { text }, i) => sum + (facts.prose[i] ? text.length : 0), 1);
  const proseMain = blocks
    .slice(main.from, main.to)
    .reduce((sum, { text }, i) => sum + (facts.prose[main.from + i] ? text.length : 0), 0);
  return blocks.map(({ text }, i) => {
    const shape = shapes[i];
    const from = Math.max(0, i - 4);
    const near = shapes.slice(from, i + 5);
    const capitals = text.match(/(?<![\p{L}\p{N}])\p{Lu}/gu)?.length ?? 0;
    return [
      lines[i]?.isApart ? 1 : 0,
      apartShare,
      shape?.isTitleCase ? 1 : 0,
      shape?.isSentenceEnd ? 1 : 0,
      isTitle[i] ? 1 : 0,
      isTitle.slice(from, i + 5).filter(Boolean).length,
      proseShare,
      furniture,
      ...(recurring[i] ?? []),
      ...(runs[i] ?? []),
      near.reduce((sum, { words }) => sum + words, 0) / near.length,
      facts.prose.slice(from, i + 5).filter(Boolean).length / near.length,
      near.filter(({ isTitleCase }) => isTitleCase).length / near.length,
      i >= main.from && i < main.to ? 1 : 0,
      Math.min(FAR, Math.max(0, i + 1 - main.to)),
      Math.min(FAR, Math.max(0, main.from - i)),
      proseMain / proseAll,
      main.from / blocks.length,
      capitals / Math.max(1, shape?.words ?? 1),
      /[(/|] ?[\p{L} .]{2,40}\)?$/u.test(text.slice(-45)) ? 1 : 0,
      CREDIT_END.test(text.slice(-70)) ? 1 : 0,
      CREDIT_START.test(text) ? 1 : 0,
      ...verbSharesOf(text),
      ...(alike[i] ?? []),
      isDoubled(text) ? 1 : 0,
      POINTER_START.test(text) ? 1 : 0,
      NOTE_START.test(text) ? 1 : 0,
      PITCH.test(text.slice(0, 400)) ? 1 : 0,
      lines[i]?.verdict.score ?? 0,
      ...oneHot(lines[i]?.verdict.type),
      ...RULES_AROUND.flatMap((at) => oneHot(lines[i + at]?.verdict.type)),
    ];
  });
}

/** "Related…", "Read more", "Watch:": leads to another post. */
const POINTER_START =
  /^\W{0,3}(?:related(?: |:|\p{Lu})|read (?:more|also|next|the full)|see (?:also|more)|also read|watch|more on|more from|more:|recommended|don[’']t miss|listen|play|click)(?![\p{Ll}])/iu;
/** "Reporting by", "Updated", "H/T", "Via": who or what stands behind the article. */
const NOTE_START =
  /^\W{0,3}(?:reporting by|additional reporting|with reporting|written by|edited by|editing by|writing by|updated|h\/t|hat tip|via|source|this (?:post|story|article)|correction|editor[’']?s? note|first published|by)\b/i;
/** The page speaks to its reader: sign up, subscribe, share, follow, e-mail, cookies. */
const PITCH =
  /\b(?:sign(?:ing)? up|subscrib|newsletter|inbox|our (?:app|readers?|community|partners|mission|journalism)|join us|support us|donat|follow (?:us|him|her|them|along)|you can (?:e-?mail|follow|reach|also)|(?:e-?mail|contact) (?:him|her|us|them)|like(?:d)? (?:us|our)|share this|tell us|let us know|hear from you|your (?:browser|device|phone|personal|e-?mail|privacy)|cookies|opt[ -]out|ad ?block|download|scroll down|click here|stay (?:informed|updated)|terms of|privacy policy|is an? [\w ]{0,40}(?:correspondent|reporter|writer|editor|journalist|contributor)|covers? [\w ]{3,40} for|(?:is|are) based in)/i;

/** Whether the line says the same twice: a picture's text and the title below it. */
function isDoubled(text: string): boolean {
  if (text.length < 20) return false;
  const half = text.slice(0, Math.floor(text.length / 2)).trim();
  const start = half.slice(0, Math.max(10, Math.floor(half.length * 0.8)));
  return text.indexOf(start, start.length) > 0;
}

/** How many other lines of the page end in the same two words, and begin with the same one: captions and cards are made so. */
function alikeOf(texts: readonly string[]): [number, number][] {
  const ends = texts.map((text) => tokensOf(text.slice(-60)).slice(-2).join(" "));
  const begins = texts.map((text) => (text.length > 25 ? (tokensOf(text.slice(0, 30))[0] ?? "") : ""));
  const counts = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const [k, keys] of [ends, begins].entries())
    keys.forEach((key, i) => {
      const set = counts[k]?.get(key) ?? new Set<string>();
      set.add(texts[i] ?? "");
      counts[k]?.set(key, set);
    });
  const sizeOf = (k: number, key: string) => (key === "" ? 0 : log((counts[k]?.get(key)?.size ?? 1) - 1));
  return texts.map((text, i) => [
    text.length > 25 ? sizeOf(0, ends[i] ?? "") : 0,
    sizeOf(1, begins[i] ?? ""),
  ]);
}

const AGENCIES =
  "getty|reuters|afp|a\\.?p\\.?|associated press|epa|alamy|shutterstock|i ?stock|pa|rex|bloomberg|imago|anadolu|unsplash|instagram|facebook|twitter|supplied|handout|file|pool";
/** "Credit: PA", "(Image: Getty)", "/ Reuters", "Photo by Ann Lee": whose picture it is, at the end. */
const CREDIT_END = new RegExp(
  `(?:\\b(?:photos?|image|picture|pictured|credit|photograph|photographer|illustration|graphic|video|courtesy)\\b ?(?:by|of|:|/|credit)|[(/|–—,-] ?(?:${AGENCIES})\\b)[\\p{L}\\p{N} .,:/@|-]{0,40}\\)?\\.?$`,
  "iu",
);
const CREDIT_START =
  /^[[(]?(?:file|photos?|pictured?|image|credit|above|below|left|right|top|from left|video|watch|illustration|graphic|courtesy)\b ?[-–—:,(|/]?/i;
const PAST =
  /(?<![\p{L}])(?:\p{L}{3,}ed|was|were|had|did|said|told|went|came|made|took|got|saw|began)(?![\p{L}])/gu;
const PRESENT =
  /(?<![\p{L}])(?:is|are|has|have|\p{Ll}{3,}[^su\W]s)(?= (?:the|a|an|his|her|their|its|to|in|on|at|with|during|as|up|for|from|by|out|through|past|after|before)\b)/gu;
const PARTICIPLE = /(?<![\p{L}])\p{L}{3,}ing(?![\p{L}])/gu;

/** Past forms, present ones and participles, a word: captions show, articles tell. */
function verbSharesOf(full: string): number[] {
  const text = full.slice(0, 600);
  const n = text.split(" ").length;
  return [PAST, PRESENT, PARTICIPLE].map((pattern) => (text.match(pattern)?.length ?? 0) / n);
}

const oneHot = (type: SegmentType | undefined): number[] => BLOCK_TYPES.map((one) => (one === type ? 1 : 0));

const longWords = (text: string): string[] => tokensOf(text.slice(0, 600)).filter((word) => word.length > 3);

/** The stretch of lines with the most running text and the fewest other lines in it: [from, to). Kadane's sum. */
function mainRun({ page, prose }: PageFacts): { from: number; to: number } {
  let best = { from: 0, to: 0 };
  let bestSum = 0;
  let sum = 0;
  let from = 0;
  page.blocks.forEach(({ text }, i) => {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += prose[i] ? Math.min(600, text.length) : -60;
    if (sum <= bestSum) return;
    bestSum = sum;
    best = { from, to: i + 1 };
  });
  return best;
}

/** How many lines without running text stand in a row here, how many before and after in that row; how many with it. */
function runsOf({ prose }: PageFacts): number[][] {
  const before = counted(prose, false);
  const after = counted([...prose].reverse(), false).reverse();
  const long = counted(prose, true);
  const longAfter = counted([...prose].reverse(), true).reverse();
  return prose.map((isProse, i) => [
    isProse ? 0 : log((before[i] ?? 0) + (after[i] ?? 0) - 1),
    log(before[i] ?? 0),
    log(after[i] ?? 0),
    isProse ? log((long[i] ?? 0) + (longAfter[i] ?? 0) - 1) : 0,
  ]);
}

function counted(prose: readonly boolean[], which: boolean): number[] {
  let run = 0;
  return prose.map((isProse) => {
    run = isProse === which ? run + 1 : 0;
    return run;
  });
}

/** Which share of a line's longer words the running text has, its main stretch, the title and the other short lines. */
function recurrenceOf(
  facts: PageFacts,
  words: readonly (readonly string[])[],
  main: { from: number; to: number },
): number[][] {
  const counts = {
    prose: new Map<string, number>(),
    main: new Map<string, number>(),
    short: new Map<string, number>(),
  };
  const add = (map: Map<string, number>, list: readonly string[], step: number) => {
    for (const word of new Set(list)) map.set(word, (map.get(word) ?? 0) + step);
  };
  words.forEach((list, i) => {
    add(facts.prose[i] ? counts.prose : counts.short, list, 1);
    if (i >= main.from && i < main.to && facts.prose[i]) add(counts.main, list, 1);
  });
  const texts = facts.page.blocks.map(({ text }) => text.toLowerCase());
  const parts = partsOf(texts);
  const title = new Set(facts.hints.titles.flatMap((set) => [...set]));
  return words.map((list, i) => {
    const own = new Set(list);
    const share = (map: Map<string, number>, isOwn: boolean) => {
      let found = 0;
      for (const word of own) if ((map.get(word) ?? 0) > (isOwn ? 1 : 0)) found += 1;
      return own.size === 0 ? -1 : found / own.size;
    };
    const isProse = facts.prose[i] === true;
    const isMain = isProse && i >= main.from && i < main.to;
    const inTitle = list.filter((word) => title.has(word)).length;
    return [
      share(counts.prose, isProse),
      share(counts.main, isMain),
      own.size === 0 ? -1 : inTitle / list.length,
      share(counts.short, !isProse),
      ...(parts[i] ?? [0, 0]),
      texts.slice(Math.max(0, i - 40), i).includes(texts[i] ?? "") ? 1 : 0,
    ];
  });
}

const SHORTEST_PART = 12;
const LOOK_BACK = 60;

/** Whether a line's text is part of another one near it, and whether it holds another one's. */
function partsOf(texts: readonly string[]): [number, number][] {
  const found = texts.map((): [number, number] => [0, 0]);
  texts.forEach((text, i) => {
    if (text.length < SHORTEST_PART || text.length > 400) return;
    for (let k = Math.max(0, i - LOOK_BACK); k < Math.min(texts.length, i + LOOK_BACK); k += 1) {
      const other = texts[k] ?? "";
      if (other.length <= text.length || other.length > 2000 || !other.includes(text)) continue;
      const [own, its] = [found[i], found[k]];
      if (own !== undefined) own[0] = 1;
      if (its !== undefined) its[1] = 1;
    }
  });
  return found;
}
