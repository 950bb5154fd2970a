import { overlap } from "#lib/text/span";
import type { Resolved } from "./model-credits";
import type { RuleCredit } from "./rules/rule-credit";

/**
 * A rule's credit under the name that the models give whoever they find in the same words: of one person there is one name. Where the
 * models find no person there, it stays as it is.
 */
export function underOneName(found: RuleCredit | null, here: readonly Resolved[]): RuleCredit | null {
  const [source] = found?.mainCredit.source ?? [];
  if (found === null || found.speaker === null || source === undefined) return found;
  const { name, kind } = found.speaker;
  if (kind === "DOCUMENT" || kind === "MEDIA") return found;
  const person = here.find(
    ({ speaker, found: { source: words } }) =>
      speaker?.kind === "PERSON" &&
      words.some((span) => overlap(span, source) > 0) &&
      name.endsWith(lastWord(speaker.name)),
  )?.speaker;
  if (person == null || person.name === name) return found;
  const { mainCredit } = found;
  const parameters = { ...mainCredit.parameters, speaker: person.name, because: person.because };
  return {
    speaker: person,
    mainCredit: {
      ...mainCredit,
      speaker: person.name,
      kind: person.kind,
      sourcing: person.sourcing,
      parameters,
    },
  };
}

/**
 * A model's credit for whose cue it has found no source, while the rule sees one beside that cue: it takes the rule's. A tree that has lost the
 * subject names another noun of the sentence: "The council agreed to widen the quay, the mayor, *Lina Aziz*, said".
 */
export function withSourceBeside(one: Resolved, ruled: RuleCredit | null): Resolved {
  const [cue, by] = [one.found.cue[0], ruled?.mainCredit];
  const isSame = cue !== undefined && by?.cue[0] !== undefined && overlap(cue, by.cue[0]) > 0;
  if (ruled === null || by === undefined || !isSame || one.found.source.length > 0 || by.source.length === 0)
    return one;
  return {
    ...one,
    speaker: ruled.speaker,
    credit: { ...one.credit, source: by.source, speaker: by.speaker, kind: by.kind },
  };
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);
