import { TEXT_CUES } from "./cue-words";
import type { PageFacts } from "./page-facts";
import { SHAPE_NAMES } from "./text-shape";

const TRACKED = ["comment", "share", "newsletter", "related", "tags", "bio", "legal"] as const;
const CUE_AT = TRACKED.map((name) => SHAPE_NAMES.indexOf(`cue:${name}`));

/** Names of the numbers that `placesOf` gives. */
export const PLACE_NAMES: readonly string[] = [
  ..."position charPosition index fromEnd proseBefore proseAfter proseCount blockCount".split(" "),
  ..."sinceTitle titleLevel sinceHeading lastHeadingLevel headingCueRelated headingCueComment headingCueNotes headingCueBuy headingChars".split(
    " ",
  ),
  ..."sinceProse untilProse sinceMainProse untilMainProse inMainSpan repeats proseRun".split(" "),
  ...TRACKED.map((name) => `since:${name}`),
  ..."sinceDate untilDate".split(" "),
];

const FAR = 60;
const far = (distance: number): number => Math.min(FAR, distance);

/** Where each block stands: on the page, after which heading or signal words, before and after how much running text. */
export function placesOf(facts: PageFacts): number[][] {
  const { blocks } = facts.page;
  const n = blocks.length;
  const since = TRACKED.map((_, at) =>
    distances(n, (i) => isShort(facts, i) && (facts.shapes[i]?.[CUE_AT[at] ?? 0] ?? 0) > 0),
  );
  const backwards = (test: (i: number) => boolean) => distances(n, (i) => test(n - 1 - i)).reverse();
  const isProse = (i: number) => facts.prose[i] === true;
  const main = mainSpan(facts);
  const isMain = (i: number) => isProse(i) && main.has(i);
  const dates = SHAPE_NAMES.indexOf("dates");
  const isDate = (i: number) => isShort(facts, i) && (facts.shapes[i]?.[dates] ?? 0) > 0;
  const [sinceProse, untilProse] = [distances(n, isProse), backwards(isProse)];
  const [sinceMain, untilMain] = [distances(n, isMain), backwards(isMain)];
  const [sinceDate, untilDate] = [distances(n, isDate), backwards(isDate)];
  const fixed = fixedParts(facts);
  const repeats = repeatsAndRuns(facts);
  return blocks.map((_, i) => {
    const before = sinceMain[i] ?? FAR;
    const after = untilMain[i] ?? FAR;
    return [
      ...(fixed[i] ?? []),
      sinceProse[i] ?? FAR,
      untilProse[i] ?? FAR,
      before,
      after,
      before < FAR && after < FAR ? 1 : 0,
      ...(repeats[i] ?? []),
      ...since.map((list) => list[i] ?? FAR),
      sinceDate[i] ?? FAR,
      untilDate[i] ?? FAR,
    ];
  });
}

/** Steps since the last block for which `test` holds, itself included; `FAR` where there is none. */
function distances(n: number, test: (i: number) => boolean): number[] {
  let distance = FAR;
  return Array.from({ length: n }, (_, i) => {
    distance = test(i) ? 0 : far(distance + 1);
    return distance;
  });
}

function isShort(facts: PageFacts, i: number): boolean {
  return (facts.page.blocks[i]?.text.length ?? 0) < 60;
}

/** Blocks under either guess at the article's box. */
function mainSpan(facts: PageFacts): ReadonlySet<number> {
  const { above, main } = facts.containers;
  const inside = new Set<number>();
  facts.page.blocks.forEach((block, i) => {
    if (
      (main[1] >= 0 && above[1]?.[block.element] === 0) ||
      (main[0] >= 0 && above[0]?.[block.element] === 0)
    )
      inside.add(i);
  });
  return inside;
}

function fixedParts(facts: PageFacts): number[][] {
  const { blocks, text } = facts.page;
  const n = blocks.length;
  const total = Math.max(
    1,
    blocks.reduce((sum, block, i) => sum + (facts.prose[i] ? block.text.length : 0), 0),
  );
  const proseCount = facts.prose.filter(Boolean).length;
  const titleAt = titleBlock(facts);
  const related = TEXT_CUES.findIndex(([name]) => name === "related");
  const comment = TEXT_CUES.findIndex(([name]) => name === "comment");
  const notes = TEXT_CUES.findIndex(([name]) => name === "notes");
  const buy = TEXT_CUES.findIndex(([name]) => name === "buy");
  const firstCue = SHAPE_NAMES.length - TEXT_CUES.length;
  let seen = 0;
  let heading = -1;
  return blocks.map((block, i) => {
    const proseHere = facts.prose[i] ? block.text.length : 0;
    const last = facts.shapes[heading];
    const row = [
      i / n,
      block.start / Math.max(1, text.length),
      Math.log2(1 + i),
      Math.log2(n - i),
      seen / total,
      (total - seen - proseHere) / total,
      Math.log2(1 + proseCount),
      Math.log2(n),
      titleAt < 0 ? -FAR - 1 : Math.max(-FAR, far(i - titleAt)),
      titleAt < 0 ? -1 : (facts.headings[titleAt] ?? 0),
      heading < 0 ? FAR : far(i - heading),
      facts.headings[heading] ?? 0,
      last?.[firstCue + related] ?? 0,
      last?.[firstCue + comment] ?? 0,
      last?.[firstCue + notes] ?? 0,
      last?.[firstCue + buy] ?? 0,
      last?.[0] ?? 0,
    ];
    seen += proseHere;
    if ((facts.headings[i] ?? 0) > 0) heading = i;
    return row;
  });
}

/** The block most like the page's own titles, headings first; -1 where none is like them. */
export function titleBlock(facts: PageFacts): number {
  let best = -1;
  let bestScore = 0.35;
  facts.titleLikeness.forEach(([inTitle, ofTitle], i) => {
    const level = facts.headings[i] ?? 0;
    const bonus = level === 1 ? 0.3 : level === 2 ? 0.15 : level > 2 ? 0.05 : 0;
    const linked = (facts.linkShares[i] ?? 0) > 0.9 ? 0.15 : 0;
    const score = inTitle * (0.4 + 0.6 * ofTitle) + bonus - linked;
    if (inTitle > 0.5 && ofTitle > 0.25 && score > bestScore + 0.001) {
      best = i;
      bestScore = score;
    }
  });
  return best;
}

/** How often the same text stands on the page, and how long the run of running text around the block is. */
function repeatsAndRuns(facts: PageFacts): number[][] {
  const counts = new Map<string, number>();
  for (const block of facts.page.blocks) counts.set(block.text, (counts.get(block.text) ?? 0) + 1);
  let run = 0;
  const forward = facts.prose.map((prose, i) => {
    run = prose ? run + 1 : facts.headings[i] ? run : Math.max(0, run - 0.5);
    return run;
  });
  return facts.page.blocks.map((block, i) => [
    Math.min(5, counts.get(block.text) ?? 1),
    Math.log2(1 + (forward[i] ?? 0)),
  ]);
}
