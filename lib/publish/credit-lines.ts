import type { Credit } from "#lib/domain/credits";
import type { PublicationContent } from "#lib/domain/publications";
import type { ReadBlind } from "#lib/domain/read-blind";
import * as words from "#lib/words";
import { capitalised, isolated, listed, numberRanges } from "#lib/words/lists";

const w = words.record.credits;

/**
 * Who wrote and who read what readers see, in sentences. One where one person published what others wrote; else one for each group of
 * parts, and, where nobody read the whole who wrote none of it, a sentence that says so. Then whether it was read blind, and last which version
 * of the newsroom's guideline it was judged by, where that was kept.
 */
export function creditLines(content: PublicationContent): string[] {
  const { guideline, readBlind } = content;
  return [
    ...writtenLines(content),
    ...(readBlind === undefined ? [] : [blindLine(readBlind)]),
    ...(guideline === undefined ? [] : [w.guideline(guideline)]),
  ];
}

/** How sure its labels are: by how many they were given apart, and how far those agreed. */
function blindLine(readBlind: ReadBlind | null): string {
  if (readBlind === null) return w.notReadBlind;
  const { readers, labels } = readBlind;
  return labels === undefined ? w.readBlind(readers) : w.readBlindAlike(readers, labels.same, labels.of);
}

function writtenLines(content: PublicationContent): string[] {
  const publisher = content.publishedBy.name;
  const [only, ...others] = content.credits ?? [wholeCredit(content)];
  if (only === undefined) return [];
  const isOne = others.length === 0 && only.readBy === publisher && !only.writtenBy.includes(publisher);
  if (isOne) return [w.whole(people(only.writtenBy), isolated(publisher))];
  const credits = [only, ...others];
  const lines = credits.map(({ parts, writtenBy, readBy }) =>
    capitalised(w.part(partsInWords(parts), people(writtenBy), isolated(readBy))),
  );
  const wrote = credits.some(({ writtenBy }) => writtenBy.includes(publisher));
  return [...lines, w.publishedBy(isolated(publisher)), ...(wrote ? [w.nobodyReadAll] : [])];
}

function wholeCredit({ writers, publishedBy }: PublicationContent): Credit {
  return { parts: [], writtenBy: writers.map(({ name }) => name), readBy: publishedBy.name };
}

const people = (names: readonly string[]): string => listed(names.map(isolated));

function partsInWords(parts: readonly string[]): string {
  const numbers = parts.filter((name) => /^\d+$/.test(name)).map(Number);
  const wordings = parts.filter((name) => name.startsWith("claim:")).length;
  const isFrom = parts.some((name) => name.startsWith("upstream:"));
  const others = parts
    .filter((name) => !/^(?:\d+$|claim:|upstream:)/.test(name))
    .map((name) => w.parts[name] ?? name);
  return listed([
    ...(numbers.length > 0 ? [w.statements(numbers.length, numberRanges(numbers))] : []),
    ...(wordings > 0 ? [w.wordings(wordings)] : []),
    ...others,
    ...(isFrom ? [w.upstream] : []),
  ]);
}
