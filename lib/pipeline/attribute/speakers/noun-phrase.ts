import type { Sourcing, SpeakerKind } from "#lib/domain/labels";
import type { SpeakerGround } from "#lib/domain/reasons";
import { monthOf, weekdayNamed } from "#lib/english/month-names";
import * as nouns from "#lib/english/nouns";
import { isCapitalised, type Token } from "#lib/english/tokens";
import { isHyphen } from "#lib/pipeline/attribute/rules/subject";
import { bestName } from "./best-name";
import { hasPersonName, hasTitledName, isNickname, isPersonWord } from "./person-names";
import { isSignedPost, isUnsignedPost } from "./unsigned-post";
import { withoutTime } from "./without-time";

/** Who a noun phrase names, told from its words alone. */
export interface Speaker {
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly sourcing: Sourcing;
  /** Why they are taken for this kind of source. */
  readonly because: SpeakerGround;
  /** The paper through which they speak, where one was cited before; the outlet that they told. */
  readonly paper?: string;
  /** A government, a delegation, a side: one of those whose joint words make a joint statement. */
  readonly isParty: boolean;
  readonly isPlural: boolean;
  /** One of several who spoke before, so that only they can tell who. */
  readonly isOneOfSeveral?: true;
}

type Rule = (phrase: readonly Token[], head: readonly Token[]) => Omit<Speaker, "name" | "isPlural"> | null;

const has = (tokens: readonly Token[], words: ReadonlySet<string>) =>
  tokens.some((token) => words.has(token.lower) || words.has(token.lower.replace(/'s?$/, "")));
const as = (kind: SpeakerKind, sourcing: Sourcing, because: SpeakerGround, isParty = false) => ({
  kind,
  sourcing,
  because,
  isParty,
});

/** "Business Insider senior editor Josh Barro": a role and then a name, whatever names stand before. */
const titled: Rule = (_, head) => (hasTitledName(head) ? as("PERSON", "NAMED_PERSON", "PERSON") : null);

const anonymous: Rule = (phrase) => {
  const hit = nouns.ANONYMOUS.find(phrase);
  const isPaper = hit?.phrase === "wall street" && phrase[hit.last + 1]?.text === "Journal";
  if (hit === null || isPaper) return null;
  const isOfficial = has(phrase, nouns.OFFICIAL) && !has(phrase, new Set(["source", "sources"]));
  if (isOfficial) return as("UNNAMED", "UNNAMED_QUALIFIED", "OFFICIAL");
  return as("UNNAMED", "UNNAMED_BARE", "NOBODY");
};

/** "a Facebook page", "one commenter": whoever writes where anybody may, and isn't named; what is passed around without a name on it. */
const account: Rule = (phrase, head) => {
  const last = head.findLast((token) => token.kind === "WORD")?.lower ?? "";
  const isOne = nouns.INDEFINITE.has(head[0]?.lower ?? "");
  const isAccount = nouns.PASSER_BY.has(last) || (nouns.ACCOUNT.has(last) && has(head, nouns.PLATFORM));
  return (isOne && isAccount) || isUnsignedPost(phrase) ? as("UNNAMED", "UNNAMED_BARE", "NOBODY") : null;
};

/** "a text message from the governor": what somebody wrote and signed. */
const signed: Rule = (phrase) => (isSignedPost(phrase) ? as("DOCUMENT", "DOCUMENT", "DOCUMENT") : null);

const named: Rule = (phrase, head) =>
  hasPersonName(ownWords(phrase, head)) ? as("PERSON", "NAMED_PERSON", "PERSON") : null;

const OTHERS = /^(?:who|whose|which|that|for|with|by|from|at)$/;

/** "a plumber who worked for Tom Hale, …": in what is told of somebody a name is another's, up to the next comma. */
function ownWords(phrase: readonly Token[], head: readonly Token[]): readonly Token[] {
  const last = head.findLast((token) => token.kind === "WORD");
  const isTold = OTHERS.test(phrase[head.length]?.lower ?? "");
  if (last === undefined || isCapitalised(last) || !isTold || !nouns.isPersonNoun(last.lower)) return phrase;
  const comma = phrase.findIndex((token, i) => i > head.length && token.text === ",");
  return comma < 0 ? head : [...head, ...phrase.slice(comma)];
}

/** "The Ministry of Natural Resources": capitals that make an institution's name, no person's. */
const institution: Rule = (_, head) => {
  const last = head.findLast((token) => token.kind === "WORD");
  const isOne = last !== undefined && isCapitalised(last) && nouns.ORGANIZATION.has(last.lower);
  return isOne ? as("ORGANIZATION", "NAMED_ORGANIZATION", "ORGANIZATION") : null;
};

/** "the Centers for Disease Control (CDC)": capitals in a bracket that are the initials of what stands before it shorten a body's name. */
const shortened: Rule = (phrase) => {
  const bracket = phrase.findIndex(({ text }) => text === "(");
  const short = phrase[bracket + 1]?.text ?? "";
  if (bracket < 2 || !/^\p{Lu}{2,6}$/u.test(short)) return null;
  const initials = phrase
    .slice(0, bracket)
    .filter(isCapitalised)
    .map(({ text }) => text[0])
    .join("");
  const isShort = initials.endsWith(short) || initials.startsWith(short);
  return isShort ? as("ORGANIZATION", "NAMED_ORGANIZATION", "ORGANIZATION") : null;
};

/** "early reports", "some reports": papers that nobody is said to have written, and that nobody could ask for. */
const rumoured: Rule = (phrase, head) => {
  const words = head.filter((token) => token.kind === "WORD").map(({ lower }) => lower);
  const isBare =
    /^(?:reports|estimates)$/.test(words.at(-1) ?? "") &&
    words.slice(0, -1).every((word) => UNOWNED.test(word));
  // "some reports by the council", "early reports from the scene": whoever stands behind them is told.
  const isTold = /^(?:by|from|of|in|on)$/.test(phrase[head.length]?.lower ?? "");
  return isBare && !isTold ? as("UNNAMED", "UNNAMED_BARE", "GROUP") : null;
};
const UNOWNED =
  /^(?:early|initial|first|preliminary|unconfirmed|unverified|conflicting|contradictory|anecdotal|persistent|widespread|some|many|various|numerous)$/;

const document: Rule = (phrase, head) => {
  const last = head.findLast((token) => token.kind === "WORD");
  if (last === undefined) return null;
  if (nouns.OWN_PAGE.has(last.lower) && head.some(isPossessor)) return as("DOCUMENT", "DOCUMENT", "OWN_PAGE");
  // "accounts filed at the registry"; other accounts are those of people.
  const accounts = phrase.findIndex(({ lower }) => lower === "accounts");
  const isFiled = /^(?:filed|lodged|submitted)$/.test(phrase[accounts + 1]?.lower ?? "") && accounts >= 0;
  return isFiled || nouns.DOCUMENT.has(last.lower) ? as("DOCUMENT", "DOCUMENT", "DOCUMENT") : null;
};

const media: Rule = (phrase, head) => {
  const words = head.filter((token) => token.kind === "WORD");
  const isName = words.some(isMediaName);
  const isTitle =
    words.filter(isCapitalised).length >= 2 && nouns.MEDIA_NAME_WORD.has(words.at(-1)?.lower ?? "");
  // "the Gazette"
  const [article, only] = words;
  const isShort =
    words.length === 2 &&
    article?.lower === "the" &&
    only !== undefined &&
    isCapitalised(only) &&
    nouns.MEDIA_SHORT.has(only.lower);
  const isMedia = nouns.MEDIA.has(words.at(-1)?.lower ?? "") && !has(phrase, new Set(["social"]));
  return isName || isTitle || isShort || isMedia || isOfKind(words)
    ? as("MEDIA", "MEDIA_REPORT", "OUTLET")
    : null;
};

/** "Italian *outlet* Gazzetta Norte", "the fact-checking *site* Snapes": the kind of outlet, and right behind it the name. */
function isOfKind(words: readonly Token[]): boolean {
  const name = words.findLastIndex((token) => !isCapitalised(token)) + 1;
  const kind = words[Math.max(0, name - 1)]?.lower ?? "";
  const first = name === 0 ? 1 : name;
  return first < words.length && words.length - first <= MOST_OF_OUTLET && OUTLET_KIND.has(kind);
}
const OUTLET_KIND = new Set([...nouns.MEDIA, "site", "blog", "daily", "weekly", "portal", "paper"]);
const MOST_OF_OUTLET = 3;

const parties: Rule = (_, head) => {
  const last = head.findLast((token) => token.kind === "WORD");
  const isParty = last !== undefined && nouns.PARTIES.has(last.lower) && last.lower !== "officials";
  // "three delegates", "two ministers": some of them, whom nobody names. "The two ministers" are both sides.
  const isSome = COUNT.test(head[0]?.lower ?? "") && PEOPLE_OF_PARTIES.test(last?.lower ?? "");
  if (isSome) return as("UNNAMED", "UNNAMED_QUALIFIED", "PLACED");
  return isParty ? as("ORGANIZATION", "NAMED_ORGANIZATION", "PARTIES", true) : null;
};

const COUNT = /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several)$/;
const PEOPLE_OF_PARTIES = /^(?:representatives|leaders|ministers|delegates|negotiators|presidents)$/;

const countries: Rule = (_, head) => {
  const and = head.findIndex((token) => token.lower === "and");
  const isPair =
    and > 0 &&
    head.length > and + 1 &&
    head.slice(0, and).some(isCapitalised) &&
    head.slice(and).some(isCapitalised);
  return isPair ? as("ORGANIZATION", "NAMED_ORGANIZATION", "PARTIES", true) : null;
};

const official: Rule = (phrase, head) => {
  if (!has(head, nouns.OFFICIAL) && !(has(phrase, nouns.OFFICIAL) && !has(head, nouns.ORGANIZATION)))
    return null;
  const isVague = /^former$/i.test(phrase[0]?.text ?? "");
  if (isVague) return as("UNNAMED", "UNNAMED_BARE", "GROUP");
  return as("UNNAMED", "UNNAMED_QUALIFIED", "PLACED");
};

/** "one", "another", "a third", "two of them": of those who spoke before; memory tells what they are. */
const oneOfSeveral: Rule = (_, head) => {
  const words = head.filter((token) => token.kind === "WORD" || token.kind === "NUMBER");
  const isOne =
    words.length > 0 && words.every(({ lower }) => nouns.INDEFINITE.has(lower) || ORDINAL.test(lower));
  if (!isOne) return null;
  return { ...as("UNNAMED", "UNNAMED_BARE", "ONE_OF_SEVERAL"), isOneOfSeveral: true };
};
const ORDINAL = /^(?:second|third|fourth|fifth|other)$/;

/** "a dealer who was there", "the ex-staffer", "Kerry's agent": a common noun for a person, with no name beside it. */
const stranger: Rule = (phrase, head) => {
  const last = head.findLast((token) => token.kind === "WORD");
  if (last === undefined || nouns.ORGANIZATION.has(last.lower)) return null;
  if (isCapitalised(last) && !areToldOf(phrase, head)) return null;
  if (nouns.COMPANY.has(last.lower) && head[0]?.lower === "the")
    return as("ORGANIZATION", "NAMED_ORGANIZATION", "ORGANIZATION_BEFORE");
  if (nouns.VAGUE.has(last.lower) || !nouns.isPersonNoun(last.lower)) return null;
  if (nouns.ACQUAINTANCE.has(last.lower)) return as("UNNAMED", "UNNAMED_BARE", "ACQUAINTANCE");
  if (isVagueGroup(phrase, head)) return as("UNNAMED", "UNNAMED_BARE", "GROUP");
  return as("UNNAMED", "UNNAMED_QUALIFIED", "PLACED");
};

/** "*Fishermen* working off the point", "*Neighbours* of the mill": a capital begins the sentence, and what follows tells who they are. */
const areToldOf = (phrase: readonly Token[], [only, ...others]: readonly Token[]): boolean =>
  only !== undefined && others.length === 0 && phrase.length > 1 && areSeveral(only);

/** "fishermen", "townsfolk", "passers-by": a word for people in the plural. "Rogers" is a surname. */
export const areSeveral = ({ lower }: Token): boolean =>
  /(?:s|men|folk|people|s-by)$/.test(lower) && nouns.isPersonNoun(lower) && !nouns.SURNAMES.has(lower);

/** "some strategists", "many of the residents", "technologists": how many, and nothing that tells them from others. */
function isVagueGroup(phrase: readonly Token[], head: readonly Token[]): boolean {
  const first = head[0]?.lower ?? "";
  if (/^(?:some|many|most|few|more|other|various|numerous)$/.test(first)) return true;
  return isPlural(head) && head.length === 1 && phrase.length === 1;
}

const organisation: Rule = (phrase, head) => {
  const isGeneric = has(head, nouns.ORGANIZATION);
  return isGeneric || phrase.some((token) => /^(?:\p{Lu}\.?){2,}$/u.test(token.text))
    ? as("ORGANIZATION", "NAMED_ORGANIZATION", "ORGANIZATION")
    : null;
};

/** "people who were in the room", "guests who attended the dinner", "those present": whoever was there would know, and could be asked. */
const present: Rule = (phrase, head) => {
  const last = head.findLast((token) => token.kind === "WORD")?.lower ?? "";
  const [first, second, third] = phrase.slice(head.length).map(({ lower }) => lower);
  const isThere = PRESENT.test(last) && head.length > 1;
  const isSomebody = GATHERED.test(last) || nouns.isPersonNoun(last);
  if (!isThere && !isSomebody) return null;
  const wasThere = /^(?:was|were)$/.test(second ?? "") && PLACE.test(third ?? "");
  const isTold = first === "who" && (wasThere || SAW.test(second ?? ""));
  return isThere || isTold ? as("UNNAMED", "UNNAMED_QUALIFIED", "PLACED") : null;
};
const GATHERED = /^(?:people|those|others|some|several|many|guests|men|women)$/;
const PRESENT = /^present$/;
const PLACE = /^(?:in|at|inside|outside|aboard|on|there|present|nearby)$/;
const SAW = /^(?:attended|witnessed|saw|watched|survived|escaped|fled)$/;

const vague: Rule = (_, head) => (has(head, nouns.VAGUE) ? as("UNNAMED", "UNNAMED_BARE", "GROUP") : null);

const witness: Rule = (_, head) =>
  has(head, nouns.WITNESS) ? as("UNNAMED", "UNNAMED_QUALIFIED", "PLACED") : null;

const inanimate: Rule = (_, head) =>
  has(withoutName(head).slice(-2), nouns.INANIMATE) ? as("UNNAMED", "NONE", "THING") : null;

/** "That's Magazines": a name may begin with any word. */
const withoutName = (head: readonly Token[]): readonly Token[] =>
  head.length > 1 && head.every((token) => token.kind === "WORD" && isCapitalised(token)) ? [] : head;

const TOP_LEVEL = /^(?:com|org|net|info|co|tv|io|news|uk|ca|au|ie|za|in|eu|us)$/;

/** "harbour.example.com": a site by its address. */
const site: Rule = (phrase) => {
  const isJoined = phrase.every((token, i) => i === 0 || token.start === phrase[i - 1]?.end);
  const isAddress = isJoined && phrase.length > 2 && phrase.at(-2)?.text === ".";
  return isAddress && TOP_LEVEL.test(phrase.at(-1)?.lower ?? "")
    ? as("MEDIA", "MEDIA_REPORT", "OUTLET")
    : null;
};

/** "harbour77", "Frank26", "@harbour": whoever writes under it, and nobody can ask them. */
const handle: Rule = (phrase) => {
  const [first, second] = phrase;
  const isMarked = phrase.length === 2 && first?.text === "@" && second?.start === first.end;
  if (phrase.length !== 1 && !isMarked) return null;
  const name = phrase.at(-1)?.text ?? "";
  const isHandle =
    isMarked || isNickname(name) || (/^\p{Ll}/u.test(name) && /[\d_]/.test(name) && name.length > 3);
  return isHandle ? as("PSEUDONYM", "UNNAMED_BARE", "NICKNAME") : null;
};

const surname: Rule = (phrase, head) => {
  const wordsIn = (list: readonly Token[]) =>
    list.filter((token) => token.kind === "WORD" && !isFunctionWord(token));
  const words = wordsIn(phrase);
  if (!words.some(isOfName)) return null;
  // "May at a press conference": where and when somebody spoke is no part of the name.
  const own = /^(?:at|in|on|,)$/.test(phrase[head.length]?.lower ?? "") ? wordsIn(head) : words;
  const isCount = head.some(({ kind }) => kind === "NUMBER");
  const isBareName = own.length > 0 && own.length <= 2 && !isCount && own.every(isOfName);
  if (isBareName) return as("PERSON", "NAMED_PERSON", "PERSON");
  return as("ORGANIZATION", "NAMED_ORGANIZATION", "SOMEBODY");
};

/** A capital, or "al-Sheikh". */
const isOfName = (token: Token): boolean =>
  isCapitalised(token) || /^(?:al|el|ash|ad)-\p{Lu}/u.test(token.text);

/** "The county said": what has no name here had one before, or is the only one of its kind. */
const definite: Rule = (_, head) =>
  head[0]?.lower === "the" && head.length > 1
    ? as("ORGANIZATION", "NAMED_ORGANIZATION", "INSTITUTION")
    : null;

/** At a sentence's beginning these have a capital and name nobody. */
const isFunctionWord = ({ lower }: Token): boolean =>
  nouns.INDEFINITE.has(lower) || nouns.OPENING.has(lower) || /n['’]t$/.test(lower);

const RULES: readonly Rule[] = [
  site,
  handle,
  titled,
  anonymous,
  account,
  signed,
  rumoured,
  document,
  media,
  institution,
  shortened,
  named,
  parties,
  countries,
  official,
  present,
  oneOfSeveral,
  stranger,
  organisation,
  vague,
  witness,
  inanimate,
  surname,
  definite,
];

const HEAD_END = new Set([
  "of",
  "from",
  "in",
  "on",
  "at",
  "by",
  "for",
  "to",
  "with",
  "who",
  "which",
  "that",
  "surveyed",
  "travelling",
  "received",
  "into",
  "across",
  "near",
  "inside",
  "outside",
  "within",
  "throughout",
  "among",
  "amid",
  "through",
  "under",
  "about",
  "after",
  "before",
  "during",
  ",",
  "(",
  "—",
  "-",
]);

/** "a poll released Monday": a participle right behind a paper; before one it is part of it ("a published schedule"). */
function isIssued(phrase: readonly Token[], at: number): boolean {
  const [paper, participle] = [phrase[at - 1]?.lower ?? "", phrase[at]?.lower ?? ""];
  return (
    nouns.DOCUMENT.has(paper) &&
    /^\p{Ll}{3,}ed$|^(?:taken|held|made|seen|sent|shown|written|put)$/u.test(participle)
  );
}

/** "fishermen *working* off the point": what somebody is doing, and where, right behind the noun for them. */
function isDoing(phrase: readonly Token[], at: number): boolean {
  const [somebody, doing, where] = [phrase[at - 1], phrase[at]?.lower ?? "", phrase[at + 1]?.lower ?? ""];
  return /^\p{Ll}{2,}ing$/u.test(doing) && WHERE.test(where) && nouns.isPersonNoun(somebody?.lower ?? "");
}
const WHERE =
  /^(?:in|at|on|off|near|for|with|from|to|out|by|outside|inside|along|aboard|around|under|behind|there|nearby)$/;

/** The speaker that a noun phrase names; null where nobody in it could speak. */
export function speakerOf(whole: readonly Token[]): Speaker | null {
  if (isWriterOrReader(whole) || isDate(whole) || isNobody(whole)) return null;
  const phrase = withoutTime(whole);
  const apposed = nameBesideComma(phrase) ?? nameBehindBracket(phrase);
  if (apposed !== null && apposed.length < phrase.length) return speakerOf(apposed);
  const end = phrase.findIndex(
    (token, i) =>
      i > 0 &&
      ((HEAD_END.has(token.lower) && !isHyphen(phrase, i)) || isIssued(phrase, i) || isDoing(phrase, i)),
  );
  const head = end < 0 ? phrase : phrase.slice(0, end);
  for (const rule of RULES) {
    const found = rule(phrase, head);
    if (found === null) continue;
    return found.sourcing === "NONE"
      ? null
      : { ...found, name: bestName(phrase, head, found.kind), isPlural: isPlural(head) };
  }
  return null;
}

/** "Ana Ruiz, a friend of the mayor" and "the mayor’s lawyer, Ana Ruiz": of the two the whole name; null where neither is one. */
export function nameBesideComma(phrase: readonly Token[]): readonly Token[] | null {
  const comma = phrase.findIndex((token, i) => i > 0 && token.text === ",");
  if (comma < 0) return null;
  const before = phrase.slice(0, comma);
  if (isWholeName(before)) return before;
  const rest = phrase.slice(comma + 1);
  const end = rest.findIndex(({ text }) => /^[,(]$/.test(text));
  const after = end < 0 ? rest : rest.slice(0, end);
  const isRole = before.some((token) => token.kind === "WORD" && !isCapitalised(token));
  return isRole && isWholeName(after) ? after : null;
}

/** "deputy head of the Port Workers’ Union (PWU) *Ana Ruiz*": the whole name behind what the bracket shortens; null without one. */
function nameBehindBracket(phrase: readonly Token[]): readonly Token[] | null {
  const rest = phrase.slice(phrase.findIndex(({ text }) => text === ")") + 1);
  return rest.length < phrase.length && isWholeName(rest) ? rest : null;
}

/** Two to five words that are all of a name: "Ana Ruiz", "Dr. Ana M. de la Cruz". */
function isWholeName(phrase: readonly Token[]): boolean {
  const words = phrase.filter(({ kind }) => kind === "WORD");
  if (words.length < 2 || words.length > 5 || phrase.some(({ kind }) => kind === "NUMBER")) return false;
  const isAll = phrase.every(
    (token) =>
      token.text === "." ||
      isPersonWord(token) ||
      /^\p{Lu}$/u.test(token.text) ||
      /^(?:de|la|del|van|von|der|bin|ibn|al|el|le|da|dos)$/.test(token.text),
  );
  return isAll && !phrase.some(({ text }) => /['’]s$/.test(text));
}

/** "July 15, 1960", "September": a day speaks for nobody. */
export function isDate(phrase: readonly Token[]): boolean {
  const words = phrase.filter(({ kind }) => kind !== "MARK");
  const isCalendar = ({ lower }: Token) =>
    lower !== "sun" && (monthOf(lower) !== null || weekdayNamed(lower) !== null);
  if (words.length === 1)
    return words[0]?.kind === "NUMBER" || (words.some(isCalendar) && !NAMES_TOO.has(words[0]?.lower ?? ""));
  return (
    words.some(isCalendar) &&
    words.every((word) => word.kind === "NUMBER" || isCalendar(word) || /^(?:the|on|of|in)$/.test(word.lower))
  );
}
const NAMES_TOO = new Set(["may", "april", "june", "august", "mar", "jan"]);

/** "I", "I'd", "we should", "personally I", "this newspaper": the writer's own words, or the reader's. */
export function isWriterOrReader(phrase: readonly Token[]): boolean {
  const words = phrase.filter((token) => token.kind === "WORD");
  const isOwn = words.length === 2 && words[0]?.lower === "this" && OWN_OUTLET.test(words[1]?.lower ?? "");
  return (
    isOwn ||
    [words[0], words.at(-1)].some((word) => /^(?:i|we|you)(?:['’](?:m|d|ve|re|ll))?$/.test(word?.lower ?? ""))
  );
}

/** "Nobody has said why": no one is told of. */
const isNobody = (phrase: readonly Token[]): boolean =>
  /^(?:nobody|none|neither)$/.test(phrase[0]?.lower ?? "") ||
  (phrase[0]?.lower === "no" && phrase[1]?.lower === "one");

/** What a writer calls the outlet, or themselves; "this paper" and "this site" may be another's. */
const OWN_OUTLET = /^(?:newspaper|magazine|column|columnist|reporter|correspondent|writer)$/;

const isPossessor = (token: Token): boolean => /^(?:its|their|his|her|our)$|'s$/.test(token.lower);

/** "Nina" is a woman and "NINA" an agency. */
function isMediaName(token: Token): boolean {
  if (!isCapitalised(token) || !nouns.MEDIA_NAMES.has(token.lower)) return false;
  return !nouns.MEDIA_IN_CAPITALS.has(token.lower) || token.text === token.text.toUpperCase();
}

function isPlural(head: readonly Token[]): boolean {
  const last = head.findLast((token) => token.kind === "WORD");
  return (
    last !== undefined &&
    (/[^s]s$/.test(last.lower) || ["people", "police", "both", "media", "data"].includes(last.lower))
  );
}
