import type { SourceRule } from "#lib/domain/reasons";
import type { Span } from "#lib/text/span";
import type { MainCredit } from "./credit";
import { nicknameIn } from "./rules/hearsay";
import { contentOf, sentenceQuoteMode } from "./rules/rule-credit";
import { isAllQuoted, type Sentence } from "./sentence";
import { isFirstName } from "./speakers/gender";
import { speakerOf } from "./speakers/noun-phrase";
import { hasPersonName } from "./speakers/person-names";
import { type Named, turnsIn } from "./turns";

/**
 * Words that are set apart from those that say whose they are: a paragraph that the line before it announces with a colon, a post with its writer's name below it,
 * a turn in an interview. A page shows them by a box, an indent or a label, and often by no quotation mark.
 */

type MainCredits = (MainCredit | null)[];
/** Fills in what the words of a sentence don't say; as `NeighbourRule` of `neighbours.ts`. */
type Rule = (sentences: readonly Sentence[], mainCredits: MainCredits, named: Named) => void;

const ANNOUNCES = /:\s*$/;

/** "The ministry said in a statement:" closes a paragraph: the next one is what it said. `carried` gives a neighbour's credit to a sentence. */
export const announced =
  (carried: (from: MainCredit, to: Sentence, rule: SourceRule) => MainCredit): Rule =>
  (sentences, mainCredits) => {
    sentences.forEach((sentence, i) => {
      const from = mainCredits[i] ?? null;
      if (from === null || from.speaker === null || from.cue.length === 0 || sentence.isTeaser) return;
      if (!ANNOUNCES.test(sentence.text)) return;
      const next = sentences[i + 1];
      if (next?.post !== sentence.post || next.paragraph !== sentence.paragraph + 1) return;
      for (let at = i + 1; sentences[at]?.paragraph === next.paragraph; at += 1) {
        const to = sentences[at];
        if (to !== undefined && !to.isTeaser) mainCredits[at] ??= carried(from, to, "announced");
      }
    });
  };

/** In tokens: a role and a name. */
const LONGEST_HEAD = 10;

/** Who calls themselves so is nobody, and nobody else can be credited with it. */
function nobodyCalled(nickname: string, head: Sentence, to: Sentence): MainCredit {
  const own = creditTo(nickname, { start: head.start, end: head.start }, to, "hearsay-wording");
  const parameters = { wording: `${nickname}:` };
  return { ...own, speaker: null, kind: null, sourcing: "UNNAMED_BARE", parameters };
}

/** "Coach Dino Marušić:" has a line to itself, and a quotation stands right below: they said it. A name that no list of first names has may be a title ("Call Notes"). */
export const headed: Rule = (sentences, mainCredits) => {
  sentences.forEach((head, i) => {
    const next = sentences[i + 1];
    const isHead = ANNOUNCES.test(head.text) && head.tokens.length <= LONGEST_HEAD && !head.isTeaser;
    if (!isHead || next?.post !== head.post || next.isTeaser || !isAllQuoted(next)) return;
    const nickname = nicknameIn(head);
    if (nickname !== null) {
      for (let at = i + 1; sentences[at]?.paragraph === next.paragraph; at += 1) {
        const to = sentences[at];
        if (to !== undefined && isAllQuoted(to)) mainCredits[at] = nobodyCalled(nickname, head, to);
      }
      return;
    }
    const words = head.tokens.slice(0, -1);
    if (words.some(({ kind, text }) => kind === "MARK" && !/^[.,]$/.test(text))) return;
    const speaker = hasPersonName(words) ? speakerOf(words) : null;
    const [first = "", last] = speaker?.name.split(" ") ?? [];
    if (speaker?.kind !== "PERSON" || last === undefined || !isFirstName(first)) return;
    const source = { start: head.start, end: words.at(-1)?.end ?? head.end };
    for (let at = i + 1; sentences[at]?.paragraph === next.paragraph; at += 1) {
      const to = sentences[at];
      if (to !== undefined && isAllQuoted(to))
        mainCredits[at] ??= creditTo(speaker.name, source, to, "announced");
    }
  });
};

/** "— Mara Quill (@maraquill) May 2, 2025", "— Ana Reyes, harbour chief": a line of a dash and a name. UTF-16 units. */
const SIGNATURE = /^[—–-]{1,2} ?(\p{Lu}[\p{L}\p{M}.’' -]{2,60}?)(?= ?\(@|,|$)/u;
const HANDLE = /\(@\w{1,30}\)/;
const LONGEST_SIGNATURE = 120;

/** The name that signs what stands above it; null where the line is no signature. */
export function signatureIn({ text, tokens }: Sentence): string | null {
  const line = text.trim();
  if (line.length > LONGEST_SIGNATURE || (!HANDLE.test(line) && /[.!?]$/.test(line))) return null;
  return hasPersonName(tokens) ? (SIGNATURE.exec(line)?.[1] ?? null) : null;
}

/**
 * What a page shows of somebody's post, or of somebody's words, with the name below: the paragraph above the name is theirs. Anybody may put any name below: the page has to tell
 * of them elsewhere. The name below the last paragraph of all may be that of whoever wrote it all, unless it is a handle's.
 */
export const signed: Rule = (sentences, mainCredits, { text }) => {
  sentences.forEach((line, i) => {
    const name = line.isTeaser ? null : signatureIn(line);
    if (name === null || !isToldOf(name, text, line)) return;
    const above = sentences[i - 1];
    if (above?.post !== line.post || above.paragraph !== line.paragraph - 1) return;
    const isLast = sentences[i + 1]?.post !== line.post || sentences[i + 1]?.isTeaser === true;
    if (isLast && !HANDLE.test(line.text)) return;
    const start = line.text.indexOf(name) + line.start;
    const source: Span = { start, end: start + name.length };
    for (let at = i - 1; sentences[at]?.paragraph === above.paragraph; at -= 1) {
      const to = sentences[at];
      if (to !== undefined && !isAllQuoted(to)) mainCredits[at] ??= creditTo(name, source, to, "signed");
    }
  });
};

/** Whether the page has the last of these names, as a word, outside of this line. */
function isToldOf(name: string, text: string, { start, end }: Span): boolean {
  const last = name.split(" ").at(-1) ?? name;
  const isWord = (at: number) =>
    !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ""}${text[at + last.length] ?? ""}`);
  for (let at = text.indexOf(last); at >= 0; at = text.indexOf(last, at + last.length))
    if ((at < start || at >= end) && isWord(at)) return true;
  return false;
}

/** Whoever's turn it is says it. */
export const inTurn: Rule = (sentences, mainCredits, named) => {
  turnsIn(sentences, named).forEach((turn, i) => {
    const sentence = sentences[i];
    if (turn === null || sentence === undefined) return;
    const source = turn.label ?? { start: sentence.start, end: sentence.start };
    mainCredits[i] ??= creditTo(turn.speaker, source, sentence, "turn");
  });
};

/** An empty `source` is one that stands elsewhere. */
function creditTo(speaker: string, source: Span, sentence: Sentence, rule: SourceRule): MainCredit {
  return {
    source: source.end > source.start ? [source] : [],
    cue: [],
    content: contentOf(sentence, []),
    speaker,
    kind: "PERSON",
    sourcing: "NAMED_PERSON",
    type: "ASSERTION",
    quoteMode: sentenceQuoteMode(sentence),
    scope: "CARRIED_OVER",
    rule,
    score: 0.8,
    parameters: { speaker },
  };
}
