import type { AttributionType, QuoteMode } from "#lib/domain/labels";
import type { ReasonParameters } from "#lib/domain/reasons";
import { BELIEF, EVENTUALITY, FACT, UNVOICED, WITH_INFINITIVE } from "#lib/english/cue-verbs";
import { IS_SYMBOL } from "#lib/english/treebank/document";
import { lemmaOf } from "#lib/english/treebank/lemma";
import { RELATIONS } from "#lib/english/treebank/parser";
import type { ParsedPage } from "#lib/english/treebank/syntax";
import { TAGS } from "#lib/english/treebank/tagger";
import { quoteModeOf } from "#lib/pipeline/attribute/quote-mode";
import type { Proposal } from "./proposals/proposal";

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

/** Verbs of telling: whoever doesn't do this, or declines to, tells nothing. */
const SPEAKS = new Set(
  "respond reply answer return comment say tell disclose reveal specify elaborate explain name identify state discuss provide confirm speak address talk give".split(
    " ",
  ),
);
const REFUSES = new Set(["decline", "refuse"]);
const MOST_TO_NEGATION = 3;

/** "did not respond", "haven't said", "declined to discuss it": not speaking reports nothing. */
export function isSilent(page: ParsedPage, { candidate: { head } }: Pick<Proposal, "candidate">): boolean {
  const lemmaAt = (i: number) => lemmaOf(page.lexemes[i]?.text ?? "", page.tags[i] ?? 0);
  const isHere = (i: number) => page.sentenceOf[i] === page.sentenceOf[head];
  if (REFUSES.has(lemmaAt(head)))
    return isHere(head + 2) && page.lexemes[head + 1]?.text === "to" && SPEAKS.has(lemmaAt(head + 2));
  if (!SPEAKS.has(lemmaAt(head)) || lemmaAt(head) === "confirm") return false;
  for (let i = head - 1; i >= head - MOST_TO_NEGATION && isHere(i); i -= 1) {
    if (/^(?:n['’]t|not|never)$/.test(page.lexemes[i]?.text ?? "")) return true;
    if (!/^(?:RB|VB|MD)/.test(TAGS[page.tags[i] ?? 0] ?? "")) return false;
  }
  return false;
}

/** Whether somebody puts the content in words of their own, so that they stand behind it. A quotation always is. */
export function isVoiced(page: ParsedPage, proposal: Proposal): boolean {
  if (isAside(page, proposal) || isSilent(page, proposal)) return false;
  if (proposal.cue.length === 0 || contentQuoteMode(page, proposal.content) !== "INDIRECT") return true;
  return !UNVOICED.has(cueLemma(page, proposal));
}

/** How the words of a content are quoted. */
export function contentQuoteMode(page: ParsedPage, content: readonly number[]): QuoteMode {
  const words = content.filter((i) => ((page.lexemes[i]?.traits ?? 0) & IS_SYMBOL) === 0);
  const inside = words.filter((i) => (page.quotations.of[i] ?? -1) >= 0).length;
  return quoteModeOf(inside, words.length - inside);
}

const MOST_QUOTED = 60;

function quoted(page: ParsedPage, tokens: readonly number[]): string {
  const first = tokens[0] ?? 0;
  const last = tokens[tokens.length - 1] ?? first;
  const text = page.text
    .slice(page.tokens.start[first] ?? 0, page.tokens.end[last] ?? 0)
    .replace(/\s+/g, " ");
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED - 1).trimEnd()}…` : text;
}

/** Why the engine thinks so, as parameters of a reason. */
export function groundsOf(page: ParsedPage, proposal: Proposal, speaker: string | null): ReasonParameters {
  const first = proposal.cue[0] ?? 0;
  const before = proposal.content.filter((i) => i < first).length;
  const side = before * 2 > proposal.content.length ? "BEFORE" : "AFTER";
  const how = { cue: quoted(page, proposal.cue), side };
  if (proposal.source.length === 0) return how;
  const source = quoted(page, proposal.source);
  const link = page.heads[proposal.source.find((i) => page.heads[i] === proposal.candidate.head) ?? -1];
  const role = link === undefined ? "BESIDE" : "SUBJECT";
  const isMeant = speaker !== null && speaker !== "" && !source.toLowerCase().includes(speaker.toLowerCase());
  return { ...how, source, role, ...(isMeant ? { speaker } : {}) };
}
