import type { Sentence } from "#lib/pipeline/attribute/sentence";
import type { Span } from "#lib/text/span";
import type { Speaker } from "./noun-phrase";
import { personsIn } from "./person-names";

/** What the sentences read so far leave behind: who "he" is, and whether a joint statement speaks for the parties. */
export interface Memory {
  /** The last single person or unnamed somebody who was quoted. */
  person: Speaker | null;
  /** The last group or institution that was quoted. */
  group: Speaker | null;
  /** The last who spoke and wasn't named, one or many. */
  unnamed: Speaker | null;
  /** The last person who was only named. */
  mentioned: string | null;
  /** Last names of all persons named so far: "Karim" alone is then a person, and otherwise an institution ("Eurostat"). */
  readonly names: Set<string>;
  /** The joint statement, once the post has cited one. */
  joint: { readonly name: string; readonly span: Span } | null;
}

export const emptyMemory = (): Memory => ({
  person: null,
  group: null,
  unnamed: null,
  mentioned: null,
  names: new Set(),
  joint: null,
});

export function remember(
  memory: Memory,
  sentence: Sentence,
  speaker: Speaker | null,
  isQuoted: boolean,
): void {
  const persons = personsIn(sentence.tokens);
  memory.mentioned = persons.at(-1) ?? memory.mentioned;
  for (const person of persons) memory.names.add(person.slice(person.lastIndexOf(" ") + 1));
  if (speaker === null || !isQuoted) return;
  if (speaker.kind === "UNNAMED") memory.unnamed = speaker;
  const isOne = speaker.sourcing !== "UNNAMED_BARE" || /^(?:an?|one|the|my|our|his|her) /i.test(speaker.name);
  if (speaker.kind === "UNNAMED" && !speaker.isPlural && !isOne) return; // "most", "someone": nobody is "he" after them
  const isSingle = speaker.kind === "PERSON" || (speaker.kind === "UNNAMED" && !speaker.isPlural);
  if (isSingle) memory.person = speaker;
  else if (speaker.kind !== "DOCUMENT") memory.group = speaker;
}

/** Tokens before a pronoun's verb in which a name may stand. */
const REACH = 60;

/** Who a pronoun stands for; null where the page has named nobody. */
export function antecedent(memory: Memory, pronoun: string, sentence: Sentence, cue: number): Speaker | null {
  if (pronoun === "they" || pronoun === "it")
    return memory.group ?? (pronoun === "they" ? memory.person : null);
  const here = personsIn(sentence.tokens.slice(Math.max(0, cue - REACH), Math.max(0, cue - 1))).at(-1);
  if (here !== undefined) return mentionedPerson(here);
  if (memory.person !== null) return memory.person;
  return memory.mentioned === null ? null : mentionedPerson(memory.mentioned);
}

/** A single name is a person's where the post has named that person; else it is taken for an institution's. */
export function asIntroduced(speaker: Speaker | null, memory: Memory): Speaker | null {
  if (speaker?.isOneOfSeveral && memory.unnamed !== null) {
    const { sourcing, because, paper } = memory.unnamed;
    return { ...speaker, sourcing, because, ...(paper === undefined ? {} : { paper }) };
  }
  if (speaker?.kind !== "PERSON" || /[\s.-]/.test(speaker.name) || memory.names.has(speaker.name))
    return speaker;
  return {
    ...speaker,
    kind: "ORGANIZATION",
    sourcing: "NAMED_ORGANIZATION",
    because: "NAME",
  };
}

function mentionedPerson(name: string): Speaker {
  const because = "PERSON_BEFORE" as const;
  return { name, kind: "PERSON", sourcing: "NAMED_PERSON", because, isParty: false, isPlural: false };
}
