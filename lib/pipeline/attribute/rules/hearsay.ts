import type { SourceRule } from "#lib/domain/reasons";
import { MEDIA_NAME_WORD, MEDIA_NAMES } from "#lib/english/nouns";
import { type PhraseHit, phraseBook } from "#lib/english/phrases";
import { isCapitalised } from "#lib/english/tokens";
import type { MainCredit } from "#lib/pipeline/attribute/credit";
import { type Sentence, spanOf } from "#lib/pipeline/attribute/sentence";
import { isSignedPost, postIn } from "#lib/pipeline/attribute/speakers/unsigned-post";
import { contentOf, sentenceQuoteMode } from "./rule-credit";

/**
 * Wordings that pass something on and leave nobody to ask: English has a closed set of them. They stand outside quotation
 * marks, or open a turn in a conversation.
 */
const WORDINGS = phraseBook([
  "word is",
  "the word is",
  "word on the street",
  "rumor has it",
  "rumour has it",
  "rumors are",
  "rumours are",
  "rumored to",
  "rumoured to",
  "is rumored",
  "is rumoured",
  "rumors that",
  "rumours that",
  "we are hearing",
  "we're hearing",
  "i am hearing",
  "i'm hearing",
  "i hear",
  "we hear",
  "i heard",
  "we heard",
  "i was told",
  "we were told",
  "i am told",
  "i'm told",
  "told me",
  "told us",
  "are being told",
  "were being told",
  "been told to",
  "is said to",
  "are said to",
  "was said to",
  "were said to",
  "it is said",
  "it is believed",
  "it is thought",
  "it is alleged",
  "it is understood",
  "it is rumored",
  "it is rumoured",
  "is believed to",
  "are believed to",
  "was believed to",
  "were believed to",
  "is thought to",
  "are thought to",
  "was thought to",
  "thought to be",
  "is understood to",
  "are understood to",
  "is alleged to",
  "are alleged to",
  "tipped to",
  "full of claims",
  "full of rumors",
  "full of rumours",
  "people are saying",
  "people say",
  "they say",
  "some say",
  "many say",
  "many believe",
  "some believe",
  "critics say",
  "observers say",
  "spoke of",
  "unconfirmed reports",
  "unconfirmed report",
  "claims are circulating",
  "is circulating",
  "my contact",
  "my banker",
  "my source",
  "my sources",
  "insiders claim",
  "i've heard",
  "we've heard",
  "i have heard",
  "we have heard",
  "also heard",
  "been rumored",
  "been rumoured",
  "rumor is",
  "rumour is",
  "rumors of",
  "rumours of",
  "rumor of",
  "rumour of",
  "rumor that",
  "rumour that",
  "rumor going",
  "rumour going",
  "there is talk",
  "there's talk",
  "there is also talk",
  "linked with a move",
  "per sources",
  "per source",
  "on good authority",
  "it was reported that",
  "it is reported that",
  "it has been reported that",
  "reported to have",
  "reported to be",
  "of mine heard",
  "of mine hears",
  "of ours heard",
  "doing the rounds",
  "making the rounds",
]);

/** "The Gazette understands …": how outlets pass on what somebody told them who isn't named. */
function understands({ tokens, quoted }: Sentence, at: number): boolean {
  const [outlet, verb] = [tokens[at], tokens[at + 1]];
  if (outlet === undefined || verb?.lower !== "understands" || quoted[at] === true) return false;
  return isCapitalised(outlet) && (MEDIA_NAME_WORD.has(outlet.lower) || MEDIA_NAMES.has(outlet.lower));
}

/** What goes about without anybody to ask, what it does, and how many of it: "rumours swirled", "several reports of". */
const RUMOUR = /^(?:rumou?rs?|speculation|gossip|whispers?|chatter|talk)$/;
const SPREADS =
  /^(?:swirl|spread|circulat|surfac|emerg|mount|persist|grow|grew|fly|flying|flew|abound|swept|sweep|buzz)(?:s|e|es|ed|ing)?$/;
const HELPER = /^(?:is|are|was|were|has|have|had|been|being|began|begun|started|to|soon|quickly|also|now)$/;
const SOME = /^(?:multiple|several|some|various|numerous|early|initial|conflicting|unverified)$/;

/** Tokens [first, last] that say that something goes about; null where none do. */
function goesAbout({ tokens, quoted }: Sentence): { first: number; last: number } | null {
  for (let first = 0; first < tokens.length; first += 1) {
    const word = tokens[first]?.lower ?? "";
    if (quoted[first] === true) continue;
    if (RUMOUR.test(word)) {
      let last = first + 1;
      while (last < first + 4 && HELPER.test(tokens[last]?.lower ?? "")) last += 1;
      if (SPREADS.test(tokens[last]?.lower ?? "")) return { first, last };
    }
    const coming = reportsCome(tokens, first);
    if (coming !== null) return coming;
    const [second, third] = [tokens[first + 1]?.lower ?? "", tokens[first + 2]?.lower ?? ""];
    if (SOME.test(word) && second === "reports" && /^(?:of|that|suggest|say|claim)$/.test(third))
      return { first, last: first + 1 };
  }
  return null;
}

/** "Reports have emerged that", "… as reports are coming in of": nobody's, with no word before them that tells whose. */
function reportsCome(tokens: Sentence["tokens"], first: number): { first: number; last: number } | null {
  const before = tokens[first - 1];
  const isBare =
    before === undefined || before.kind === "MARK" || /^(?:as|and|but|after|with)$/.test(before.lower);
  if (tokens[first]?.lower !== "reports" || !isBare) return null;
  let last = first + 1;
  // "Reports of a second leak surfaced on Friday."
  if (/^(?:of|that)$/.test(tokens[last]?.lower ?? "")) {
    const verb = tokens.findIndex(
      ({ lower }, i) => i > last && i < last + MOST_REPORTED && SPREADS.test(lower),
    );
    const isApart = tokens.slice(last, verb).some(({ kind }) => kind === "MARK");
    return verb < 0 || isApart ? null : { first, last };
  }
  while (last < first + 4 && HELPER.test(tokens[last]?.lower ?? "")) last += 1;
  const isComing =
    tokens[last]?.lower === "coming" && /^(?:in|through|out)$/.test(tokens[last + 1]?.lower ?? "");
  return isComing || SPREADS.test(tokens[last]?.lower ?? "") ? { first, last } : null;
}

/** Tokens from "reports" to what they do. */
const MOST_REPORTED = 12;

/** "Talk in the market is that …", "Whispers on the shop floor have it that …": tokens [first, last]; null where nothing of the kind opens a sentence. */
function talkIs({ tokens, quoted }: Sentence): { first: number; last: number } | null {
  const noun = tokens[0]?.lower === "the" ? 1 : 0;
  if (!TALK.test(tokens[noun]?.lower ?? "") || !AMONG.test(tokens[noun + 1]?.lower ?? "")) return null;
  for (let at = noun + 2; at < noun + 2 + MOST_AMONG; at += 1) {
    if (tokens[at]?.kind === "MARK" || quoted[at] === true) return null;
    const [word, next, third] = [tokens[at]?.lower ?? "", tokens[at + 1]?.lower, tokens[at + 2]?.lower];
    if (/^(?:is|was)$/.test(word)) return next === "that" ? { first: 0, last: at } : null;
    if (/^(?:has|have|had)$/.test(word))
      return next === "it" && third === "that" ? { first: 0, last: at + 1 } : null;
  }
  return null;
}
const TALK = /^(?:talk|word|rumou?rs?|gossip|chatter|whispers?|speculation|scuttlebutt)$/;
const AMONG = /^(?:in|on|at|among|amongst|around|inside|within|from|down)$/;
/** Tokens of "the market", "the shop floor of the old plant". */
const MOST_AMONG = 8;

/** "My cousin’s bank manager was told the rate is in": by whom, nobody says. Tokens [first, last]; null where nothing of the kind opens a sentence. */
function toldToOurs({ tokens, quoted }: Sentence): { first: number; last: number } | null {
  if (!/^(?:my|our)$/.test(tokens[0]?.lower ?? "")) return null;
  const last = tokens.findIndex(
    ({ lower }, i) =>
      i > 1 && i <= MOST_OF_OURS && lower === "told" && HELPER.test(tokens[i - 1]?.lower ?? ""),
  );
  if (last < 0 || quoted[last] === true || tokens[last + 1]?.lower === "by") return null;
  return tokens.slice(0, last).some(({ kind }) => kind === "MARK") ? null : { first: 0, last };
}
/** Tokens of "my cousin's old bank manager was told". */
const MOST_OF_OURS = 9;

/** "If a new leak is to be believed, …", "…, if reports in Spain are to be believed": tokens [first, last]; null without one. */
function ifBelieved({ tokens, quoted }: Sentence): { first: number; last: number } | null {
  const last = tokens.findIndex(
    ({ lower }, i) => lower === "believed" && tokens[i - 1]?.lower === "be" && tokens[i - 2]?.lower === "to",
  );
  const first = tokens.findLastIndex(({ lower }, i) => i < last && lower === "if");
  if (last < 0 || first < 0 || quoted[last] === true) return null;
  return tokens.slice(first, last).some(({ lower }) => UNOWNED.test(lower)) ? { first, last } : null;
}
const UNOWNED =
  /^(?:reports?|rumou?rs?|leaks?|leakers?|sources?|gossip|chatter|insiders?|talk|whispers?|speculation|posts?)$/;

/** "Claim: the bridge was sold": what a page that checks rumours holds up. The page itself doesn't say so. */
const HELD_UP = /^(?:the )?(?:claim|rumou?r)$/;

function isHeldUp({ tokens: [first, second, third] }: Sentence): number {
  if (second?.text === ":" && HELD_UP.test(first?.lower ?? "")) return 0;
  return third?.text === ":" && HELD_UP.test(`${first?.lower} ${second?.lower}`) ? 1 : -1;
}

/** How it is told that a post says something without showing it. */
const CLAIMS = /^(?:claims?|claimed|claiming|alleges?|alleged|alleging|purports?|purported|purporting)$/;
const OF_SOME = /^(?:an?|one|some|several|many|various|viral|numerous)$/;
/** Tokens from the paper to its claim: "a message *that was shared thousands of times* claims". */
const MOST_TOLD_OF = 14;

/** "A viral post claims that …", "A message that went round claimed …": tokens [first, last]; null where nothing of the kind opens a sentence. */
function unsigned({ tokens, quoted }: Sentence): { first: number; last: number } | null {
  if (!OF_SOME.test(tokens[0]?.lower ?? "")) return null;
  const paper = postIn(tokens);
  if (paper < 1) return null;
  const last = tokens.findIndex(
    ({ lower }, i) => i > paper && i <= paper + MOST_TOLD_OF && quoted[i] !== true && CLAIMS.test(lower),
  );
  return last < 0 || isSignedPost(tokens.slice(0, last)) ? null : { first: 0, last };
}

const HEDGED_REPORT = phraseBook(["reportedly", "allegedly", "supposedly", "purportedly", "rumoredly"]);

/** A wording that passes something on without a source; null where the sentence holds none. */
export function hearsayIn(sentence: Sentence): MainCredit | null {
  const list = sentence.tokens;
  const outlet = list.findIndex((_, i) => understands(sentence, i));
  if (outlet >= 0) {
    const wording = `${list[outlet]?.text ?? ""} understands`;
    return mainCreditFor(sentence, outlet, outlet + 1, "hearsay-wording", wording);
  }
  const label = isHeldUp(sentence);
  const about =
    label >= 0
      ? { first: 0, last: label }
      : (goesAbout(sentence) ??
        unsigned(sentence) ??
        talkIs(sentence) ??
        ifBelieved(sentence) ??
        toldToOurs(sentence));
  if (about !== null) {
    const { start, end } = spanOf(sentence, about.first, about.last);
    const wording = sentence.text.slice(start - sentence.start, end - sentence.start);
    return mainCreditFor(sentence, about.first, about.last, "hearsay-wording", wording);
  }
  for (const hit of WORDINGS.all(list)) {
    if (sentence.quoted[hit.first] === true && !sentence.isTeaser) continue;
    if (hit.phrase === "spoke of" && !/sources?|insiders?/.test(sentence.text.slice(0, 60))) continue;
    return mainCreditFor(sentence, hit.first, hit.last, "hearsay-wording", wordsOf(sentence, hit));
  }
  return null;
}

/** "reportedly" and "allegedly" in the main clause; in a relative clause ("who reportedly …") they touch only that. */
export function hedgedReportIn(sentence: Sentence): MainCredit | null {
  for (const hit of HEDGED_REPORT.all(sentence.tokens)) {
    const before = sentence.tokens[hit.first - 1]?.lower ?? "";
    const isAside = /^(?:who|which|that|the|an?|he|she)$/.test(before);
    if (sentence.quoted[hit.first] === true || isAside) continue;
    return mainCreditFor(sentence, hit.first, hit.last, "hedged-report", wordsOf(sentence, hit));
  }
  return null;
}

function wordsOf(sentence: Sentence, { first, last }: PhraseHit): string {
  const { start, end } = spanOf(sentence, first, last);
  return sentence.text.slice(start - sentence.start, end - sentence.start);
}

function mainCreditFor(
  sentence: Sentence,
  first: number,
  last: number,
  rule: SourceRule,
  wording: string,
): MainCredit {
  const cue = spanOf(sentence, first, last);
  return {
    source: [],
    cue: [cue],
    content: contentOf(sentence, [cue]),
    speaker: null,
    kind: null,
    sourcing: "UNNAMED_BARE",
    type: "ASSERTION",
    quoteMode: sentenceQuoteMode(sentence),
    scope: "SENTENCE",
    rule,
    score: 0.75,
    parameters: { wording },
  };
}

/** What people call themselves on a board: digits or capitals within the word, a bracket or an address sign behind it. */
const HANDLE =
  /^(?:\S{2,20} ?\[[^\]]{1,20}\]|\S{2,20} ?@|\p{L}\w{0,15}\d\w{0,8}|\p{Lu}\p{Ll}{1,12}\p{Lu}\w{0,12}(?=:))/u;
/** Behind a nickname stands a date, a quotation, or a colon, not far off. */
const NICKNAME_REACH = 80;

/** A nickname before what is said under it: "TNT Wed. 18 Sept. 2024 …", "Petra [Quayside]: “…”", "Fox77 @Wed.: We hear …". */
export function nicknameIn(sentence: Sentence): string | null {
  const head = sentence.text.slice(0, NICKNAME_REACH);
  const first = sentence.tokens[0]?.text ?? "";
  if (/^[\p{Lu}\d_]{3,20}$/u.test(first)) return /["“]|\b\d{1,2}\b/.test(head) ? first : null;
  const handle = HANDLE.exec(head)?.[0];
  return handle !== undefined && /["“:]/.test(head.slice(handle.length)) ? handle : null;
}
