import { indexAt } from "#lib/pipeline/attribute/sentence";
import { contains } from "#lib/text/span";
import type { Persons } from "./memory";
import type { PersonMention } from "./page-speakers";

/** The persons whom the name finder sees, by their whole names. */
export function personsAmong(mentions: readonly PersonMention[]): Persons {
  const genders = new Map(mentions.map(({ name, gender }) => [name, gender]));
  const namesIn: Persons["namesIn"] = ({ tokens, quoted }, from, to, isQuotedToo) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (first === undefined || last === undefined) return [];
    const found: string[] = [];
    for (let k = indexAt(mentions, first.start); k < mentions.length; k += 1) {
      const mention = mentions[k];
      if (mention === undefined || mention.start >= last.end) break;
      if (!contains({ start: first.start, end: last.end }, mention)) continue;
      if (isQuotedToo || quoted[indexAt(tokens, mention.start)] !== true) found.push(mention.name);
    }
    return found;
  };
  const subjectOf: Persons["subjectOf"] = ({ tokens, quoted, start, end }) => {
    for (let k = indexAt(mentions, start); k < mentions.length; k += 1) {
      const mention = mentions[k];
      if (mention === undefined || mention.start >= end) return null;
      const isHere = mention.isSubject && mention.start >= start;
      if (isHere && quoted[indexAt(tokens, mention.start)] !== true) return mention.name;
    }
    return null;
  };
  return { namesIn, subjectOf, genderOf: (name) => genders.get(name) ?? null };
}
