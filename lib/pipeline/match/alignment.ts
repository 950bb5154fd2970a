import { isArabic } from "#lib/arabic/fold";
import type { ContentWord } from "./facts";
import { isTypo, NEARNESS, nearness } from "./relatedness";

export interface Link {
  readonly a: ContentWord;
  readonly b: ContentWord;
  readonly nearness: number;
}

/** Which word of one statement stands for which of the other. */
export interface Alignment {
  readonly links: readonly Link[];
  /** What nothing stands for in the other. */
  readonly onlyA: readonly ContentWord[];
  readonly onlyB: readonly ContentWord[];
}

/** From here on two words are taken for one another. */
const ALIGNED = 0.6;

/** The nearest pairs first, each word once. Time is quadratic in the words, which are at most 80. */
export function align(a: readonly ContentWord[], b: readonly ContentWord[]): Alignment {
  const links: Link[] = [];
  for (const x of a)
    for (const y of b) {
      const near = Math.max(nearness(x.key, y.key), x.lower === y.lower ? 1 : 0, typo(x, y), sounds(x, y));
      if (near >= ALIGNED) links.push({ a: x, b: y, nearness: near });
    }
  // Between equal pairs the earlier places decide, from whichever side they are looked at.
  const place = ({ a: x, b: y }: Link) => x.at + y.at;
  const apart = ({ a: x, b: y }: Link) => Math.abs(x.at - y.at);
  links.sort((x, y) => y.nearness - x.nearness || apart(x) - apart(y) || place(x) - place(y));
  const takenA = new Set<ContentWord>();
  const takenB = new Set<ContentWord>();
  const kept = links.filter((link) => {
    if (takenA.has(link.a) || takenB.has(link.b)) return false;
    takenA.add(link.a);
    takenB.add(link.b);
    return true;
  });
  return {
    links: kept,
    onlyA: a.filter((word) => !takenA.has(word)),
    onlyB: b.filter((word) => !takenB.has(word)),
  };
}

/** A name in two scripts. */
function sounds(x: ContentWord, y: ContentWord): number {
  if (Math.min(x.sound.length, y.sound.length) < 2 || isArabic(x.lower) === isArabic(y.lower)) return 0;
  const [short, long] = x.sound.length < y.sound.length ? [x.sound, y.sound] : [y.sound, x.sound];
  return short === long || (short.length >= 3 && long.startsWith(short) && long.length - short.length <= 1)
    ? 0.9
    : 0;
}

/** A typing error makes a name of a common word. */
function typo(x: ContentWord, y: ContentWord): number {
  return (x.isName || y.isName) && isTypo(x.lower, y.lower) ? NEARNESS.TYPO : 0;
}
