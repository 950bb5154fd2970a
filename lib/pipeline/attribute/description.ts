import type { AttributionType, QuoteMode } from "#lib/domain/labels";
import { lemmaOf } from "#lib/english/treebank/lemma";
import { RELATIONS } from "#lib/english/treebank/parser";
import type { ParsedPage } from "#lib/english/treebank/syntax";
import { TAGS } from "#lib/english/treebank/tagger";
import type { Proposal } from "./proposals/proposal";

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Verbs of each type of the Penn Discourse Treebank (Prasad et al. 2007, section 4.2); all others assert. */
const BELIEF = words(
  "think believe expect suspect assume hope fear feel consider view see anticipate imagine suppose doubt guess reckon regard worry figure predict estimate wish prefer like dislike favor favour judge deem perceive speculate project forecast foresee envision presume opinion view belief",
);
const FACT = words(
  "know regret realize realise remember recall forget learn discover notice recognize recognise understand find resent acknowledge aware hear",
);
const EVENTUALITY = words(
  "order agree plan promise want seek try vow pledge refuse decide urge ask call demand propose intend aim allow permit let force persuade convince offer threaten commit decline consider push instruct direct tell advise encourage require request invite block oppose support endorse back reject",
);
/** Verbs that order or intend only with an infinitive ("told them to go"); with a clause they assert. */
const WITH_INFINITIVE = words("tell ask call agree offer advise consider try see like");

/** "to" opens the content, or stands in the cue itself: "agreed to reach". */
function hasInfinitive(page: ParsedPage, { candidate, cue, content }: Proposal): boolean {
  const first = content[0] ?? 0;
  const inCue = cue.filter((i) => i > candidate.head);
  return [first, first + 1, ...inCue].some((i) => TAGS[page.tags[i] ?? 0] === "TO");
}

function cueLemma(page: ParsedPage, proposal: Proposal): string {
  const verb = proposal.cue.find(
    (i) => (TAGS[page.tags[i] ?? 0] ?? "").startsWith("VB") && i >= proposal.candidate.head,
  );
  const head = verb ?? proposal.candidate.head;
  return lemmaOf(page.lexemes[head]?.text ?? "", page.tags[head] ?? 0);
}

export function typeOf(page: ParsedPage, proposal: Proposal): AttributionType {
  const lemma = cueLemma(page, proposal);
  const infinitive = hasInfinitive(page, proposal);
  if (EVENTUALITY.has(lemma) && (infinitive || !WITH_INFINITIVE.has(lemma))) return "EVENTUALITY";
  if (infinitive && (WITH_INFINITIVE.has(lemma) || lemma === "expect")) return "EVENTUALITY";
  if (FACT.has(lemma)) return "FACT";
  return BELIEF.has(lemma) ? "BELIEF" : "ASSERTION";
}

/** Verbs that tell of somebody's will, deeds or findings: the writer vouches for what they govern. */
const UNVOICED = words(
  "want seek try plan decide intend aim allow permit let force persuade convince push commit refuse consider back support oppose endorse block invite like dislike prefer favor favour wish hope need attempt choose vote sue help see watch notice find learn discover know remember forget regret realize realise recognize recognise resent aware",
);

const RELATIVE = RELATIONS.indexOf("acl:relcl");

/** "the company that announced the plan": a cue in a relative clause whose noun is not reported itself speaks beside the point. */
function isAside(page: ParsedPage, { candidate, content }: Proposal): boolean {
  const { head } = candidate;
  if (page.relations[head] !== RELATIVE) return false;
  const sentence = page.sentenceOf[head];
  return (
    content.every((i) => i > head || page.sentenceOf[i] !== sentence) ||
    !content.includes(page.heads[head] ?? -1)
  );
}

/** Whether somebody puts the content in words of their own, so that they stand behind it. A quotation always is. */
export function isVoiced(page: ParsedPage, proposal: Proposal): boolean {
  if (isAside(page, proposal)) return false;
  if (proposal.cue.length === 0 || quoteModeOf(page, proposal.content) !== "INDIRECT") return true;
  return !UNVOICED.has(cueLemma(page, proposal));
}

/** DIRECT where all words of the content stand in quotation marks, MIXED where some do. */
export function quoteModeOf(page: ParsedPage, content: readonly number[]): QuoteMode {
  let inside = 0;
  let outside = 0;
  for (const i of content) {
    if ((page.lexemes[i]?.traits ?? 0) & 16) continue;
    if ((page.quotations.of[i] ?? -1) >= 0) inside++;
    else outside++;
  }
  if (inside === 0) return "INDIRECT";
  return outside === 0 ? "DIRECT" : "MIXED";
}

const MOST_QUOTED = 60;

function quoted(page: ParsedPage, tokens: readonly number[]): string {
  const first = tokens[0] ?? 0;
  const last = tokens[tokens.length - 1] ?? first;
  const text = page.text
    .slice(page.tokens.start[first] ?? 0, page.tokens.end[last] ?? 0)
    .replace(/\s+/g, " ");
  return `“${text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED - 1).trimEnd()}…` : text}”`;
}

/** Why the engine thinks so, in a sentence for readers. */
export function reasonOf(page: ParsedPage, proposal: Proposal, speaker: string | null): string {
  const cue = quoted(page, proposal.cue);
  const first = proposal.cue[0] ?? 0;
  const before = proposal.content.filter((i) => i < first).length;
  const side = before * 2 > proposal.content.length ? "what stands before it" : "what follows";
  const how = `${cue} reports ${side}`;
  if (proposal.source.length === 0) return `${how}; nobody is named as its source.`;
  const source = quoted(page, proposal.source);
  const link = page.heads[proposal.source.find((i) => page.heads[i] === proposal.candidate.head) ?? -1];
  const role = link === undefined ? "the source beside it is" : "its subject is";
  const meant =
    speaker && !source.toLowerCase().includes(speaker.toLowerCase()) ? `, that is ${speaker}` : "";
  return `${how}; ${role} ${source}${meant}.`;
}
