import type { AnalysedAttribution, AnalysedStatement } from "#lib/domain/analysis";
import { isSamePerson, type NamedPerson, namedPerson } from "#lib/english/person-called";

interface Credited {
  readonly statements: readonly AnalysedStatement[];
  readonly attributions: readonly AnalysedAttribution[];
}

/**
 * One name for each person of a page: "Maj. Gen. Pat Ryder", "Ryder" and "Pat Ryder" are Pat Ryder. A name goes to the one fuller name that it
 * fits (see `isSamePerson`); what fits two persons of the page is neither, and stays as it is written. The name that is kept is the
 * shortest of those that tell most of the names themselves, so that it carries no title where another tells as much.
 */
export function oneNameEach(page: Credited): Credited {
  const groups = groupsOf(personsOf(page.attributions));
  const names = new Map(groups.flatMap((group) => group.map(({ name }) => [name, bestOf(group)])));
  const attributions = page.attributions.map((one) =>
    one.speakerKind === "PERSON" && one.speaker !== null
      ? { ...one, speaker: names.get(one.speaker) ?? one.speaker }
      : one,
  );
  const statements = page.statements.map((one) => {
    const vouching = page.attributions[one.attributions[0] ?? -1];
    const isPerson = vouching?.speaker === one.attributedTo && vouching?.speakerKind === "PERSON";
    return isPerson && one.attributedTo !== null
      ? { ...one, attributedTo: names.get(one.attributedTo) ?? one.attributedTo }
      : one;
  });
  return { attributions, statements };
}

interface Called {
  readonly name: string;
  readonly person: NamedPerson;
}

function personsOf(attributions: readonly AnalysedAttribution[]): Called[] {
  const names = attributions.flatMap(({ speaker, speakerKind }) =>
    speakerKind === "PERSON" && speaker !== null ? [speaker] : [],
  );
  return [...new Set(names)].map((name) => ({ name, person: namedPerson(name) }));
}

/** The fullest names first, so that each finds the fuller ones there. */
function groupsOf(persons: readonly Called[]): Called[][] {
  const groups: Called[][] = [];
  for (const one of persons.toSorted((a, b) => b.person.fullness - a.person.fullness)) {
    const fitting = groups.filter((group) => group.some((other) => isSamePerson(one.person, other.person)));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) only.push(one);
    else groups.push([one]);
  }
  return groups;
}

function bestOf(group: readonly Called[]): string {
  // A role counts half: without it this is how much of the name itself is told.
  const told = ({ person }: Called) => Math.floor(person.fullness);
  const most = Math.max(...group.map(told));
  const [best] = group.filter((one) => told(one) === most).toSorted((a, b) => a.name.length - b.name.length);
  return best?.name ?? "";
}
