import type { SpeakerKind } from "#lib/domain/labels";
import { MEDIA_NAME_WORD, ORGANIZATION, WITNESS } from "#lib/english/nouns";
import { isCapitalised, type Token } from "#lib/english/tokens";
import { isPersonWord, pastOfficeIn } from "./person-names";
import { writtenName } from "./written-name";

const PARTICLE = /^(?:de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|bin|ibn|bint|al|el|abu|ben)$/i;
/** Behind a paper, a body or somebody without a name these begin what is told of them. */
const TOLD_OF =
  /^(?:citing|conducted|commissioned|published|released|issued|filed|obtained|held|made|seen|written|compiled|produced|posted|leaked|signed|carried)$/;

/**
 * The shortest best name in a phrase: of a person the name alone, without a role in small letters before it ("the resort's
 * manager Ana Ruiz") or what is told of them behind it; of others the phrase up to a participle or a bracket.
 */
export function bestName(phrase: readonly Token[], head: readonly Token[], kind: SpeakerKind): string {
  if (kind === "PERSON")
    return writtenName(personIn(head, phrase) ?? behindOffice(phrase) ?? named(head, phrase));
  if (kind === "DOCUMENT") return writtenName(withoutMatter(phrase, head));
  const tail = phrase.findIndex(
    (token, i) => token.text === "(" || (i > 1 && TOLD_OF.test(token.lower) && !isCapitalised(token)),
  );
  const own = ownName(head);
  return writtenName(own ?? (tail < 0 ? phrase : phrase.slice(0, tail)));
}

/** "the Minister of Energy *Reza Aziz*": the name behind what an office is of; null where none stands there. */
function behindOffice(phrase: readonly Token[]): readonly Token[] | null {
  const of = phrase.findIndex(({ lower }) => /^(?:of|for)$/.test(lower));
  const first = pastOfficeIn(phrase, of + 1);
  const name = phrase.slice(first);
  return of > 0 && first > of + 1 && name.length > 1 && name.every(isPersonWord) ? name : null;
}

/** "May at a press conference": where somebody spoke is no part of the name. */
function named(head: readonly Token[], phrase: readonly Token[]): readonly Token[] {
  return /^(?:at|in|on|during|after|before)$/.test(phrase[head.length]?.lower ?? "") ? head : phrase;
}

/** Words that tell whose a paper is, or where it is. */
const WHOSE = /^(?:by|from|of|at|in|for|to)$/;
const FIGURES = /(?:polls?|surveys?|stud(?:y|ies)|reports?|analys[ie]s|reviews?|research|data|figures)$/;
const MATTER = /^(?:on|about|into|in|for|with|that|which|under|to|at|,)$/;

/** A paper is called by what it is and whose; what it is about is told of it: "a poll *of 900 voters*", "a report *into the fall*". */
function withoutMatter(phrase: readonly Token[], head: readonly Token[]): readonly Token[] {
  const paper = head.findLast(({ kind }) => kind === "WORD")?.lower ?? "";
  const own = phrase[head.length];
  if (own === undefined) return phrase;
  const isAbout = FIGURES.test(paper) && MATTER.test(own.lower.replace(/^of$/, "on"));
  if (isAbout || !WHOSE.test(own.lower)) return head;
  const end = phrase.findIndex((token, i) => i > head.length && MATTER.test(token.lower));
  return end < 0 ? phrase : phrase.slice(0, end);
}

/** "the finance blog *Harbour Penny*": capitals at the end, behind a word in small letters that is no preposition. */
function ownName(head: readonly Token[]): readonly Token[] | null {
  let first = head.length;
  while (first > 0 && isCapitalised(head[first - 1] as Token)) first -= 1; // the index is inside the list
  const before = head[first - 1];
  if (first === head.length || before === undefined || before.kind !== "WORD") return null;
  return first > 1 && before.lower.length > 3 && !/['’]s$/.test(before.text) ? head.slice(first) : null;
}

/** The run of a person's words at the end of a phrase's head; null where the name isn't plain. */
function personIn(head: readonly Token[], phrase: readonly Token[]): readonly Token[] | null {
  const last = head.length - 1;
  const final = head[last];
  if (final === undefined || !isPersonWord(final)) return null;
  let first = last;
  while (first > 0 && isOfName(head, first - 1)) first -= 1;
  while (first < last && PARTICLE.test(head[first]?.text ?? "") && !isCapitalised(head[first] ?? final))
    first += 1;
  const words = head.slice(first).filter(({ kind }) => kind === "WORD");
  // "the Duke of Ardon": a title and no name yet.
  if (words.length < 2) return phrase[head.length]?.lower === "of" || first > 0 ? null : head;
  // "Neighbour Lily Cho": what somebody is to the story, at a sentence's beginning, and no part of the name.
  const isWitness = first === 0 && words.length > 2 && WITNESS.has(head[0]?.lower ?? "");
  if (isWitness) return head.slice(1);
  const before = head[first - 1];
  const isRole =
    before === undefined ||
    !isCapitalised(before) ||
    /['’]s$/.test(before.text) ||
    MEDIA_NAME_WORD.has(before.lower) ||
    ORGANIZATION.has(before.lower);
  return isRole ? head.slice(first) : head;
}

function isOfName(head: readonly Token[], at: number): boolean {
  const token = head[at];
  if (token === undefined) return false;
  if (/['’]s?$/.test(token.text)) return false;
  if (token.text === "." || PARTICLE.test(token.text)) return isPersonWord(head[at - 1] ?? token);
  return isPersonWord(token);
}
