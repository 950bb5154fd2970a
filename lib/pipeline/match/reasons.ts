import type { MatchReason } from "#lib/domain/matching";
import { actsOfOtherTimes } from "./act-time";
import { align, type Link } from "./alignment";
import { type ContentWord, type Facts, inOrder } from "./facts";
import { timesOf } from "./moment-differences";
import type { Quantity } from "./quantities";
import { matchQuantities } from "./quantity-differences";
import { areOpposites } from "./relatedness";

/** A reason names this many words or numbers at most. */
const MOST = 4;

const listed = (values: Iterable<string>): string[] => [...new Set(values)].sort().slice(0, MOST);
const shown = (words: readonly ContentWord[]): string[] => listed(words.map(({ lower }) => lower));
const written = ({ value, unit }: Quantity): string =>
  `${value}${unit === null ? "" : ` ${unit.toLowerCase()}`}`;

/** Why, as codes with what was found: what the two share first, then what differs. The same in either order. */
export function reasonsFor(one: Facts, other: Facts): MatchReason[] {
  const [a, b] = inOrder(one, other);
  const alignment = align(a.words, b.words);
  const { links, onlyA, onlyB } = alignment;
  const exact = links.filter(({ nearness }) => nearness >= 0.95).length;
  const most = Math.max(a.words.length, b.words.length);
  const reasons: MatchReason[] = [];
  const named = (words: readonly ContentWord[], isSource: boolean) =>
    words.filter((word) => word.isName && word.isSource === isSource);
  const shared = listed(
    links
      .filter((link) => link.a.isName || link.b.isName)
      .map((link) => [link.a.lower, link.b.lower].sort()[0] ?? ""),
  );
  if (most > 0 && exact >= 0.9 * most) reasons.push({ code: "same-words" });
  else if (shared.length > 0) reasons.push({ code: "shared-names", names: shared });
  else if (links.length * 4 < most || most === 0) reasons.push({ code: "little-in-common" });
  reasons.push(...quantityReasons(a, b), ...timeReasons(a, b));
  const [x, y] = [named(onlyA, false), named(onlyB, false)];
  if (x.length > 0 && y.length > 0) reasons.push({ code: "other-names", names: shown([...x, ...y]) });
  const [sourceA, sourceB] = [named(onlyA, true), named(onlyB, true)];
  if (sourceA.length > 0 && sourceB.length > 0)
    reasons.push({ code: "other-source", words: shown([...sourceA, ...sourceB]) });
  const [act] = actsOfOtherTimes(a, b, alignment);
  if (act !== undefined) reasons.push({ code: "other-act-time", words: bothSides(act) });
  if (a.negations > 0 !== b.negations > 0) reasons.push({ code: "one-denies" });
  const opposite = oppositeOf(onlyA, onlyB);
  if (opposite !== null) reasons.push({ code: "opposites", words: opposite });
  const isSwapped = links.some((l) =>
    links.some((m) => l.a.isName && m.a.isName && l.a.at < m.a.at && l.b.at > m.b.at),
  );
  if (isSwapped && a.isPassive === b.isPassive) reasons.push({ code: "other-order" });
  return reasons;
}

function quantityReasons(a: Facts, b: Facts): MatchReason[] {
  const { pairs, onlyA, onlyB } = matchQuantities(a.quantities, b.quantities);
  const reasons: MatchReason[] = [];
  const units = pairs.filter(([x, y]) => x.unit !== null && y.unit !== null && x.unit !== y.unit);
  if (pairs.length > units.length)
    reasons.push({
      code: "shared-numbers",
      numbers: listed(pairs.map(([x, y]) => [written(x), written(y)].sort()[0] ?? "")),
    });
  if (units.length > 0)
    reasons.push({ code: "other-units", units: listed(units.flatMap(([x, y]) => [written(x), written(y)])) });
  if (onlyA.length > 0 && onlyB.length > 0)
    reasons.push({ code: "other-numbers", numbers: listed([...onlyA, ...onlyB].map(written)) });
  return reasons;
}

function timeReasons(a: Facts, b: Facts): MatchReason[] {
  const { shared, onlyA, onlyB, apart } = timesOf(a, b);
  const reasons: MatchReason[] = [];
  if (shared > 0) reasons.push({ code: "same-time" });
  const days = [...onlyA, ...onlyB].flatMap(({ readings }) =>
    readings.slice(0, 1).map(({ from, to }) => (from === to ? from : `${from} – ${to}`)),
  );
  if (onlyA.length > 0 && onlyB.length > 0) reasons.push({ code: "other-time", days: listed(days) });
  else if (a.moments.some(({ isOpen }) => isOpen) !== b.moments.some(({ isOpen }) => isOpen))
    reasons.push({ code: "no-day" });
  else if (shared === 0 && apart !== null && apart > 30) reasons.push({ code: "posted-apart", days: apart });
  return reasons;
}

const bothSides = ({ a, b }: Link): [string, string] => {
  const [first = "", second = ""] = [a.lower, b.lower].sort();
  return [first, second];
};

function oppositeOf(a: readonly ContentWord[], b: readonly ContentWord[]): [string, string] | null {
  for (const x of a)
    for (const y of b) {
      if (!areOpposites(x.key, y.key)) continue;
      const [first = "", second = ""] = [x.lower, y.lower].sort();
      return [first, second];
    }
  return null;
}
