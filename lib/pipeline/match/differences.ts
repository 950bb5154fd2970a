import { STAGES } from "#lib/english/match-words";
import { actsOfOtherTimes } from "./act-time";
import { type Alignment, align } from "./alignment";
import { type ContentWord, type Facts, inOrder } from "./facts";
import { momentDifferences } from "./moment-differences";
import { agents, orders, sources, turnedRound } from "./place-differences";
import { quantityDifferences } from "./quantity-differences";
import { areOpposites, nearness } from "./relatedness";
import { weigh } from "./weight";

/** What differs between two statements, as numbers with names. It is the same in either order of the two. */
export type Differences = Readonly<Record<string, number>>;

const low = Math.min;
const high = Math.max;

export function differencesOf(one: Facts, other: Facts): Differences {
  const [a, b] = inOrder(one, other);
  const said = (facts: Facts) => facts.words.filter(({ isSource }) => !isSource);
  const whole = align(a.words, b.words);
  const isSourced = [...a.words, ...b.words].some(({ isSource }) => isSource);
  // Assigned rather than spread: this runs for every pair, and spreading takes as long as all else.
  const found: Record<string, number> = Object.assign(
    overlaps(a, b, whole),
    names(whole),
    contrasts(a, b, whole),
    orders(a, b, whole),
    turnedRound(a, b, whole),
    agents(a, b, whole),
    sources(a, b, isSourced ? align(said(a), said(b)) : whole),
    quantityDifferences(a, b),
    momentDifferences(a, b),
    polarity(a, b),
    { actsOfOtherTimes: actsOfOtherTimes(a, b, whole).length },
  );
  const of = (name: string) => found[name] ?? 0;
  const clashes = [
    of("crossed"),
    of("turned"),
    of("small"),
    of("negated"),
    of("numbersLeast"),
    of("unitsDiffer"),
    of("rolesSwapped"),
    of("swapped"),
  ];
  found.clashes = clashes.filter((count) => count > 0).length;
  found.conflicts =
    found.clashes +
    [of("timesLeast"), of("namesLeast"), of("openDiffers"), of("sourceNames")].filter((count) => count > 0)
      .length;
  return found;
}

function overlaps(a: Facts, b: Facts, { links, onlyA, onlyB }: Alignment) {
  const [wa, wb] = [weigh(a.words), weigh(b.words)];
  const near = links.reduce((sum, link) => sum + link.nearness * link.a.weight, 0);
  const nearB = links.reduce((sum, link) => sum + link.nearness * link.b.weight, 0);
  const exact = links.filter((link) => link.nearness >= 0.95).length;
  const [ca, cb] = [near / high(wa, 0.5), nearB / high(wb, 0.5)];
  const [ra, rb] = [weigh(onlyA), weigh(onlyB)];
  return {
    coveredLeast: low(ca, cb),
    coveredMost: high(ca, cb),
    restLeast: low(ra, rb),
    restMost: high(ra, rb),
    restCountLeast: low(onlyA.length, onlyB.length),
    restCountMost: high(onlyA.length, onlyB.length),
    exactShare: (2 * exact) / high(a.words.length + b.words.length, 1),
    linked: links.length,
    looseLinks: links.filter((link) => link.nearness < 0.95).length,
    wordsLeast: low(a.words.length, b.words.length),
    wordsMost: high(a.words.length, b.words.length),
    tokens: tokenOverlap(a, b),
    letters: letterOverlap(a, b),
  };
}

function tokenOverlap(a: Facts, b: Facts): number {
  const x = new Set(a.tokens.filter(({ kind }) => kind !== "MARK").map(({ lower }) => lower));
  const y = new Set(b.tokens.filter(({ kind }) => kind !== "MARK").map(({ lower }) => lower));
  let shared = 0;
  for (const one of x) if (y.has(one)) shared += 1;
  return shared / high(x.size + y.size - shared, 1);
}

function trigrams(facts: Facts): Set<string> {
  const text = ` ${facts.words.map(({ lower }) => lower).join(" ")} `;
  const found = new Set<string>();
  for (let i = 0; i + 3 <= text.length; i += 1) found.add(text.slice(i, i + 3));
  return found;
}

function letterOverlap(a: Facts, b: Facts): number {
  const [x, y] = [trigrams(a), trigrams(b)];
  let shared = 0;
  for (const one of x) if (y.has(one)) shared += 1;
  return (2 * shared) / high(x.size + y.size, 1);
}

function names({ links, onlyA, onlyB }: Alignment) {
  const named = (words: readonly ContentWord[]) =>
    words.filter(({ isName, isSource }) => isName && !isSource).length;
  const shared = links.filter((link) => link.a.isName || link.b.isName).length;
  const [x, y] = [named(onlyA), named(onlyB)];
  return { namesShared: shared, namesLeast: low(x, y), namesMost: high(x, y) };
}

/** Pairs of words that stand in each other's place and exclude each other. */
function contrasts(a: Facts, b: Facts, { onlyA, onlyB, links }: Alignment) {
  const keysA = new Set(a.words.map(({ key }) => key));
  const keysB = new Set(b.words.map(({ key }) => key));
  let opposites = 0;
  let siblings = 0;
  let nearest = 0;
  for (const x of onlyA)
    for (const y of onlyB) {
      if (areOpposites(x.key, y.key) || areOpposites(x.lower, y.lower)) opposites += 1;
      const near = nearness(x.key, y.key);
      if (near >= 0.3) siblings += 1;
      nearest = high(nearest, near);
    }
  let loose = 0;
  for (const x of a.words)
    for (const y of b.words)
      if (!keysB.has(x.key) && !keysA.has(y.key) && areOpposites(x.key, y.key)) loose += 1;
  const linkedOpposites = links.filter(
    ({ a: x, b: y }) => x.key !== y.key && areOpposites(x.key, y.key),
  ).length;
  let small = 0;
  const wordsOf = (facts: Facts) => new Set(facts.tokens.map(({ lower }) => lower));
  const [ta, tb] = [wordsOf(a), wordsOf(b)];
  for (const [x, y] of SMALL)
    if (
      (ta.has(x) && !ta.has(y) && tb.has(y) && !tb.has(x)) ||
      (tb.has(x) && !tb.has(y) && ta.has(y) && !ta.has(x))
    )
      small += 1;
  const crossed = [...keysA]
    .filter((x) => !keysB.has(x))
    .some((x) => [...keysB].some((y) => !keysA.has(y) && areOpposites(x, y)));
  return {
    opposites: opposites + linkedOpposites,
    crossed: Number(crossed),
    loose,
    siblings,
    nearest,
    small,
  };
}
/** Grammar words that are each other's opposites; they are no content words. */
const SMALL = [
  ["for", "against"],
  ["before", "after"],
  ["up", "down"],
  ["more", "less"],
  ["more", "fewer"],
  ["over", "under"],
  ["into", "out"],
  ["in", "out"],
  ["from", "to"],
  ["with", "without"],
  ["all", "some"],
  ["only", "also"],
  ["on", "off"],
] as const;

const RISE = STAGES.indexOf("RISE");
const FALL = STAGES.indexOf("FALL");

function polarity(a: Facts, b: Facts): Record<string, number> {
  const against = (facts: Facts) => facts.stages[0] ?? 0;
  const found: Record<string, number> = {
    negationLeast: low(a.negations, b.negations),
    negationMost: high(a.negations, b.negations),
    negated: Number(a.negations > 0 !== b.negations > 0),
    denied: Number(a.negations + against(a) > 0 !== b.negations + against(b) > 0),
    parity: Math.abs(((a.negations + against(a)) % 2) - ((b.negations + against(b)) % 2)),
    question: Number(a.isQuestion !== b.isQuestion),
  };
  let differing = 0;
  STAGES.forEach((stage, i) => {
    const [x, y] = [a.stages[i] ?? 0, b.stages[i] ?? 0];
    const differs = Number(x > 0 !== y > 0);
    differing += differs;
    found[`stage ${stage}`] = differs === 1 ? 1 : x > 0 ? -1 : 0;
  });
  const turn = (facts: Facts) => Math.sign((facts.stages[RISE] ?? 0) - (facts.stages[FALL] ?? 0));
  found.turned = Number(turn(a) * turn(b) < 0);
  return { ...found, stagesDiffering: differing };
}
