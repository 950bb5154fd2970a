import { RECIPROCAL } from "#lib/english/match-words";
import { type Alignment, align, type Link } from "./alignment";
import type { ContentWord, Facts } from "./facts";
import { nearness } from "./relatedness";
import { weigh } from "./weight";

const low = Math.min;
const high = Math.max;

/** Whether what both say stands in the same order. */
export function orders(a: Facts, b: Facts, { links }: Alignment) {
  const sorted = [...links].sort((x, y) => x.a.at - y.a.at);
  let inverted = 0;
  let pairs = 0;
  let namesInverted = 0;
  sorted.forEach((x, i) => {
    for (const y of sorted.slice(i + 1)) {
      pairs += 1;
      if (x.b.at <= y.b.at) continue;
      inverted += 1;
      if (x.a.isName && y.a.isName) namesInverted += 1;
    }
  });
  const passive = Number(a.isPassive !== b.isPassive);
  return {
    inverted: pairs === 0 ? 0 : inverted / pairs,
    namesInverted,
    passive,
    swapped: namesInverted > 0 && passive === 0 ? 1 : 0,
    bothPassive: Number(a.isPassive && b.isPassive),
  };
}

/**
 * "Skarn beat Harlen" and "Harlen beat Skarn": two names have changed places around a word that both statements have between them, and that says other
 * things of the one side than of the other. Not told of passives, where places say it the other way round.
 */
export function turnedRound(a: Facts, b: Facts, { links }: Alignment) {
  if (a.isPassive || b.isPassive) return { turnedRound: 0 };
  const isNamed = ({ a: x, b: y }: Link) => x.isName && y.isName && !x.isSource && !y.isSource;
  const names = links.filter(isNamed);
  const acts = links.filter((link) => !link.a.isName && !link.b.isName && !RECIPROCAL.has(link.a.key));
  const isBetween = (at: number, from: ContentWord, to: ContentWord) => from.at < at && at < to.at;
  const found = names.some((x) =>
    names.some(
      (y) =>
        x.a.at < y.a.at &&
        y.b.at < x.b.at &&
        acts.some((act) => isBetween(act.a.at, x.a, y.a) && isBetween(act.b.at, y.b, x.b)),
    ),
  );
  return { turnedRound: Number(found) };
}

/** Who acts, as far as places tell: the word after "by", else the first one. */
function agentOf(facts: Facts): ContentWord | undefined {
  const said = facts.words.filter(({ isSource }) => !isSource);
  const by = facts.tokens.findIndex(
    ({ lower }, i) =>
      lower === "by" && /(?:ed|en|wn|ld|nt|ht|pt|ught|ut)$/u.test(facts.tokens[i - 1]?.lower ?? ""),
  );
  return (by < 0 ? undefined : said.find(({ at }) => at > by)) ?? said[0];
}

export function agents(a: Facts, b: Facts, { links }: Alignment) {
  const [x, y] = [agentOf(a), agentOf(b)];
  const ofX = links.find((link) => link.a === x);
  const ofY = links.find((link) => link.b === y);
  const isSame = ofX !== undefined && ofX.b === y;
  return {
    agentSame: Number(isSame),
    agentElsewhere: isSame ? 0 : Number(ofX !== undefined) + Number(ofY !== undefined),
    agentNowhere: Number(ofX === undefined) + Number(ofY === undefined),
    agentNames: Number(x?.isName === true) + Number(y?.isName === true),
  };
}

/** Who is said to have said it, and what else differs. */
export function sources(a: Facts, b: Facts, said: Alignment) {
  const of = (facts: Facts) => facts.words.filter(({ isSource }) => isSource);
  const [x, y] = [of(a), of(b)];
  const { links, onlyA, onlyB } = align(x, y);
  const elsewhere = (words: readonly ContentWord[], facts: Facts) =>
    words.filter(
      ({ key, isSource }) => isSource && facts.words.some((other) => nearness(other.key, key) >= 0.85),
    ).length;
  return {
    sourcesLeast: low(x.length, y.length),
    sourcesMost: high(x.length, y.length),
    sourcesShared: links.length,
    sourceRestLeast: low(onlyA.length, onlyB.length),
    sourceRestMost: high(onlyA.length, onlyB.length),
    sourceNames: low(
      onlyA.filter(({ isName }) => isName).length,
      onlyB.filter(({ isName }) => isName).length,
    ),
    sourceElsewhere: elsewhere(x, b) + elsewhere(y, a),
    saidRestLeast: low(weigh(said.onlyA), weigh(said.onlyB)),
    saidRestMost: high(weigh(said.onlyA), weigh(said.onlyB)),
  };
}
