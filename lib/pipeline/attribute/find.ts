import type { QuoteMode } from "#lib/domain/labels";
import { phraseBook } from "#lib/text/phrases";
import { overlap, type Span } from "#lib/text/span";
import type { Token } from "#lib/text/tokens";
import { type Cue, cueAt, isDocumentCue, isLiveCue } from "./cues";
import { antecedent, type Memory } from "./memory";
import { isAllQuoted, type Sentence, spanOf, type Voucher } from "./sentence";
import { type Speaker, speakerOf } from "./speaker";
import { type Phrase, subjectAfter, subjectBefore } from "./subject";

/** A voucher and the speaker behind it, for those who come after ("he added"). */
export interface Found {
  readonly voucher: Voucher;
  readonly speaker: Speaker | null;
}
type Rule = (sentence: Sentence, memory: Memory) => Found | null;

const QUOTED_ARTICLE = phraseBook([
  "article quote :",
  "article quotes :",
  "article :",
  "quote :",
  "from the article :",
]);

/** "Article quote: …": somebody else's article is held up, by a writer who comments on it. */
const quotedArticle: Rule = (sentence) => {
  const hit = QUOTED_ARTICLE.at(sentence.tokens, 0);
  if (hit === null) return null;
  const speaker: Speaker = {
    name: "the article quoted",
    kind: "MEDIA",
    sourcing: "MEDIA_REPORT",
    because: "another outlet’s article",
    isParty: false,
    isPlural: false,
  };
  const [source, cue] = [spanOf(sentence, 0, hit.last - 1), spanOf(sentence, hit.last, hit.last)];
  return found(sentence, speaker, { source, cue, rule: "quoted-article", score: 0.85, cueText: "quote" });
};

/** "Copperhead:  Oil Report: exports steady  link": in a conversation, a headline with a link is somebody else's article. */
const linkedTitle: Rule = (sentence) => {
  const list = sentence.tokens;
  if (list[1]?.text !== ":" && list[2]?.text !== ":") return null;
  const colons = list.slice(0, 14).filter((token) => token.text === ":").length;
  const isLinked = list.at(-1)?.lower === "link";
  const first = list.findIndex((token) => token.text === ":");
  const isTitle = colons >= 2 && !/[.!?]$/.test(sentence.text);
  if (first < 0 || (!isLinked && !isTitle)) return null;
  const speaker: Speaker = {
    name: "the article linked",
    kind: "MEDIA",
    sourcing: "MEDIA_REPORT",
    because: "another outlet’s headline",
    isParty: false,
    isPlural: false,
  };
  return found(sentence, speaker, {
    source: null,
    cue: null,
    rule: "linked-title",
    score: 0.7,
    cueText: "link",
  });
};

const ACCORDING = phraseBook([
  "according to",
  "as reported by",
  "reported by",
  "per",
  "as told to",
  "cited by",
  "quoted by",
  "as quoted by",
]);
const TARGET_END = new Set([
  ",",
  ".",
  ";",
  "”",
  "“",
  '"',
  "(",
  "—",
  "that",
  "which",
  "who",
  "while",
  "but",
  "and",
  "received",
  "since",
  "/",
]);

/** "According to Eurostat, …", "…, per the release", "…, as reported by the Independent newspaper". */
const accordingTo: Rule = (sentence, memory) => {
  const list = sentence.tokens;
  for (const hit of ACCORDING.all(list)) {
    if (
      sentence.quoted[hit.first] === true ||
      (hit.phrase === "per" && !/^(?:the|a|an)$/.test(list[hit.last + 1]?.lower ?? ""))
    )
      continue;
    const first = hit.last + 1;
    let last = first;
    while (list[last + 1] !== undefined && last - first < 14 && !TARGET_END.has(list[last + 1]?.lower ?? ""))
      last += 1;
    const target = list.slice(first, last + 1);
    const isPronoun = target.length === 1 && /^(?:him|her|them|it)$/.test(target[0]?.lower ?? "");
    const speaker = isPronoun
      ? antecedent(memory, target[0]?.lower === "them" ? "they" : "he", sentence, first)
      : speakerOf(target);
    if (speaker === null) continue;
    const isOutlet = hit.phrase !== "according to" && hit.phrase !== "per" && speaker.kind !== "PERSON";
    const credited: Speaker = isOutlet
      ? { ...speaker, kind: "MEDIA", sourcing: "MEDIA_REPORT", because: "another outlet" }
      : speaker;
    const [source, cue] = [spanOf(sentence, first, last), spanOf(sentence, hit.first, hit.last)];
    return found(sentence, credited, { source, cue, rule: "according-to", score: 0.9, cueText: hit.phrase });
  }
  return null;
};

/** "X said …", "…, X said", "…” said X", and what delegations agree. */
const cueVerb: Rule = (sentence, memory) => {
  for (let i = 0; i < sentence.tokens.length; i += 1) {
    const cue = cueAt(sentence.tokens[i]);
    if (cue === null || sentence.quoted[i] === true || !isLiveCue(sentence.tokens, i)) continue;
    const hit = speakerAt(sentence, i, memory);
    if (hit === null || !fits(cue, sentence, i, hit)) continue;
    return credited(sentence, i, cue, hit, memory);
  }
  return null;
};

interface SpeakerHit {
  readonly speaker: Speaker;
  readonly phrase: Phrase;
}

function speakerAt(sentence: Sentence, cue: number, memory: Memory): SpeakerHit | null {
  const before = subjectBefore(sentence, cue);
  const canInvert = isContentBefore(sentence, cue);
  const phrase = before ?? (canInvert ? subjectAfter(sentence, cue) : null);
  if (phrase === null) return null;
  const words = sentence.tokens.slice(phrase.first, phrase.last + 1);
  const only = words.length === 1 ? (words[0]?.lower ?? "") : "";
  if (/^(?:i|we|you|this|that|these|those|who|which)$/.test(only)) return null;
  const isPronoun = /^(?:he|she|they|it)$/.test(only);
  const speaker = isPronoun ? antecedent(memory, only, sentence, cue) : speakerOf(words);
  return speaker === null ? null : { speaker, phrase };
}

function isContentBefore(sentence: Sentence, cue: number): boolean {
  const before = sentence.tokens[cue - 1];
  return before !== undefined && (before.text === "," || sentence.quoted[cue - 1] === true);
}

function fits(cue: Cue, sentence: Sentence, at: number, { speaker, phrase }: SpeakerHit): boolean {
  const token = sentence.tokens[at];
  if (token === undefined) return false;
  if (speaker.kind === "DOCUMENT") return isDocumentCue(token) || cue.needs === "ALWAYS";
  if (cue.needs === "DOCUMENT") return false;
  if (cue.needs === "PARTIES") return speaker.isParty && (token.lower !== "reached" || isDeal(sentence, at));
  if (speaker.kind === "MEDIA" && token.lower === "reports") return true;
  return cue.needs === "ALWAYS" || hasClause(sentence, at, phrase);
}

function isDeal(sentence: Sentence, at: number): boolean {
  return sentence.tokens
    .slice(at + 1, at + 6)
    .some((token) => /^(?:understanding|agreement|deal|accord|consensus)$/.test(token.lower));
}

/** Content stands beside the cue: a quotation, "that", a colon, the start of a clause, or words before the speaker. */
function hasClause(sentence: Sentence, at: number, phrase: Phrase): boolean {
  const next = sentence.tokens[at + 1];
  if (sentence.quoted[at + 1] === true || sentence.quoted[at + 2] === true) return true;
  if (next !== undefined && /^(?:that|:|how|why|whether|he|she|they|there)$/.test(next.lower)) return true;
  const before = sentence.tokens[Math.min(phrase.first, at) - 1];
  return (
    before !== undefined &&
    (sentence.quoted[Math.min(phrase.first, at) - 1] === true || (before.text === "," && phrase.first > 5))
  );
}

function credited(
  sentence: Sentence,
  at: number,
  cue: Cue,
  { speaker, phrase }: SpeakerHit,
  memory: Memory,
): Found {
  const cueSpan = spanOf(sentence, at, at);
  const cueText = sentence.tokens[at]?.text ?? "";
  const paper = speaker.kind === "DOCUMENT" ? null : paperIn(sentence);
  const isInstitution =
    speaker.kind === "ORGANIZATION" || (speaker.sourcing === "UNNAMED_QUALIFIED" && speaker.isParty);
  if (paper !== null && isInstitution) {
    const words = sentence.tokens.slice(paper.first, paper.last + 1).map((token) => token.text);
    const name = /^(?:an?|the|this)$/i.test(words[0] ?? "") ? words.join(" ") : `the ${words.join(" ")}`;
    const document: Speaker = {
      ...speaker,
      name,
      kind: "DOCUMENT",
      sourcing: "DOCUMENT",
      because: "a document that a reader could find",
    };
    const source = spanOf(sentence, paper.first, paper.last);
    if (speaker.isParty || /\bjoint\b/.test(name)) memory.joint = { name, span: source };
    if (speaker.isParty) memory.group = speaker;
    return found(sentence, document, {
      source,
      cue: cueSpan,
      rule: "in-a-statement",
      score: 0.9,
      cueText,
      type: cue.type,
    });
  }
  const source = spanOf(sentence, phrase.first, phrase.last);
  if (speaker.isParty && memory.joint !== null) {
    const because = `they speak through ${memory.joint.name}, cited before`;
    const carried: Speaker = { ...speaker, sourcing: "DOCUMENT", because };
    return found(sentence, carried, {
      source,
      cue: cueSpan,
      rule: "joint-statement",
      score: 0.8,
      cueText,
      type: cue.type,
      isCarried: true,
    });
  }
  if (speaker.kind === "DOCUMENT" && /\b(?:joint|communiqu[eé])\b/.test(speaker.name))
    memory.joint = { name: speaker.name, span: source };
  return found(sentence, speaker, {
    source,
    cue: cueSpan,
    rule: "cue-verb",
    score: 0.85,
    cueText,
    type: cue.type,
  });
}

const PAPER_LEAD = new Set(["in", "through", "via"]);
const PAPER = new Set(
  "statement communique communiqué release notice report letter filing declaration readout bulletin memo circular decree".split(
    " ",
  ),
);

/** "in a joint statement", "in the earnings release": the paper that an institution speaks through, outside quotations. */
function paperIn(sentence: Sentence): Phrase | null {
  const list = sentence.tokens;
  for (let i = 0; i < list.length; i += 1) {
    if (sentence.quoted[i] === true || !PAPER_LEAD.has(list[i]?.lower ?? "")) continue;
    for (let last = i + 2; last <= i + 6 && last < list.length; last += 1) {
      const token = list[last];
      if (token?.kind !== "WORD") break;
      if (!PAPER.has(token.lower)) continue;
      const isTheirs = /^(?:their|its|his|her|our)$/.test(list[i + 1]?.lower ?? "");
      return { first: isTheirs ? i + 2 : i + 1, last };
    }
  }
  return null;
}

interface Parts {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly rule: string;
  readonly score: number;
  readonly cueText: string;
  readonly type?: Cue["type"];
  readonly isCarried?: boolean;
}

function found(sentence: Sentence, speaker: Speaker, parts: Parts): Found {
  const taken = [parts.source, parts.cue].filter((span) => span !== null);
  const voucher: Voucher = {
    source: parts.source === null ? [] : [parts.source],
    cue: parts.cue === null ? [] : [parts.cue],
    content: contentOf(sentence, taken),
    speaker: speaker.name,
    kind: speaker.kind,
    sourcing: speaker.sourcing,
    type: parts.type ?? "ASSERTION",
    quoteMode: quoteModeOf(sentence),
    scope: parts.isCarried === true ? "CARRIED_OVER" : "SENTENCE",
    rule: parts.rule,
    score: parts.score,
    words: `“${parts.cueText}” credits it to ${speaker.name}: ${speaker.because}.`,
  };
  return { voucher, speaker };
}

/** What is left of the sentence without source and cue: one or two stretches that hold words. */
export function contentOf(sentence: Sentence, taken: readonly Span[]): Span[] {
  const stretches: Span[] = [];
  let run: Token[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (
      first !== undefined &&
      last !== undefined &&
      run.filter((token) => token.kind !== "MARK").length >= 3
    ) {
      stretches.push({ start: first.start, end: last.end });
    }
    run = [];
  };
  for (const token of sentence.tokens) {
    if (taken.some((span) => overlap(span, token) > 0)) close();
    else if (run.length > 0 || !/^[,.;:)]$/.test(token.text)) run.push(token);
  }
  close();
  return stretches.length > 0 ? stretches : [{ start: sentence.start, end: sentence.end }];
}

export function quoteModeOf(sentence: Sentence): QuoteMode {
  const words = sentence.tokens
    .map((token, i) => ({ token, isQuoted: sentence.quoted[i] === true }))
    .filter(({ token }) => token.kind !== "MARK");
  const quoted = words.filter(({ isQuoted }) => isQuoted).length;
  if (quoted === 0) return "INDIRECT";
  return isAllQuoted(sentence) || words.length - quoted <= 6 || quoted * 2 > words.length
    ? "DIRECT"
    : "MIXED";
}

const RULES: readonly Rule[] = [quotedArticle, linkedTitle, accordingTo, cueVerb];

/** Who vouches for a sentence as far as its own words say; rules are asked in order, the first answer wins. */
export function find(sentence: Sentence, memory: Memory): Found | null {
  for (const rule of RULES) {
    const answer = rule(sentence, memory);
    if (answer !== null) return answer;
  }
  return null;
}
