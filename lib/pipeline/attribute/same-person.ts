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

const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);
