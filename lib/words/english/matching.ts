import type { MatchReason } from "#lib/domain/matching";
import { dates } from "./dates";

const and = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** "2 August 2024"; of a stretch, `2024-08-02 – 2024-08-05`, both ends in words. What is no day stays as it is. */
function dayWords(found: string): string {
  const [from, to] = [...found.matchAll(/(\d{4})-(\d{2})-(\d{2})/g)].map(([, year, month, day]) => {
    return { year: Number(year), month: Number(month), day: Number(day) };
  });
  if (from === undefined) return found;
  return to === undefined ? dates.long(from) : dates.range(from, to);
}

/** Why two statements are held to be what they are, a sentence for each code. */
function reason(found: MatchReason): string {
  switch (found.code) {
    case "same-words":
      return "The words are the same, or nearly so.";
    case "little-in-common":
      return "They have next to no words in common.";
    case "shared-names":
      return `Both name ${and(found.names)}.`;
    case "other-names":
      return `The names differ: ${and(found.names)}.`;
    case "shared-numbers":
      return `Both have ${and(found.numbers)}.`;
    case "other-numbers":
      return `The numbers differ: ${and(found.numbers)}.`;
    case "other-units":
      return `The units differ: ${and(found.units)}.`;
    case "same-time":
      return "They name the same time.";
    case "other-time":
      return `The times differ: ${and(found.days.map(dayWords))}.`;
    case "no-day":
      return "One names a day, the other doesn’t.";
    case "one-denies":
      return "One denies.";
    case "opposites":
      return `One says “${found.words[0]}”, the other “${found.words[1]}”.`;
    case "other-act-time":
      return `What one says happened, the other says is to come or may be: ${and([...new Set(found.words)].map((word) => `“${word}”`))}.`;
    case "other-order":
      return "The names stand in another order.";
    case "other-source":
      return `Others are said to have said it: ${and(found.words)}.`;
    case "posted-apart":
      return `They were posted ${found.days} days apart.`;
  }
}

/** What the command `match` says, and why two statements match. */
export const matching = {
  reason,
  usage: [
    "Usage: npm run match -- --jsonl [--k 10] < STATEMENTS        the k nearest others of each statement",
    "       npm run match -- --jsonl --pairs FILE < STATEMENTS    what the pairs of FILE are to each other",
    "       npm run match -- --jsonl --reposts < PAIRS            which sentence of a repost stands upstream, and what was changed",
    "Each reads one JSON object a line and writes one a line.",
  ].join("\n"),
  onlyLines: "match reads lines of JSON: say --jsonl.",
  badK: "--k is a whole number from 1 to 1000.",
  pairsOrReposts: "Choose one of --pairs and --reposts.",
  notJson: "This line is not JSON.",
  notStatement: "This line needs an id and a text, both strings or numbers.",
  badDate: "postedAt is a day that exists, as YYYY-MM-DD.",
  emptyText: "The text is empty.",
  longText: (most: number) => `The text is longer than ${most} characters.`,
  twice: (id: string) => `There is a statement ${id} already; this one is left out.`,
  notPair: "This line needs the ids a and b.",
  unknownId: (id: string) => `No statement of the input has the id ${id}.`,
  notRepost: "This line needs an id, and an original and a repost with their sentences.",
  tooMany: (most: number) => `There are more than ${most} statements; this one is left out.`,
  bug: "Something went wrong on our side while reading this line.",
};
