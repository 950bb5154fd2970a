import { isClaim } from "#lib/pipeline/classify/claim-form";
import type { Draft, DraftPage } from "#lib/pipeline/classify/drafts";
import { codeOf, type EvidenceList } from "./evidence-list";
import type { PageFacts } from "./page-facts";

const LONG = 120;
const MIDDLING = 40;
const ENDED = /[.!?…]["”’)]*$/u;

/** Where the sentence stands, what the line looks like, and what stands beside it: is it a line of the article at all? */
export function addPlace(list: EvidenceList, facts: PageFacts, index: number, stance: number): void {
  const { page, paragraphs } = facts;
  const draft = page.drafts[index];
  if (draft === undefined) return;
  const { sentence } = draft;
  const count = page.drafts.length;
  list.add("place", Math.floor((index / Math.max(1, count - 1)) * 5), stance);
  if (index < 3) list.add("from the start", index, stance);
  if (index >= count - 2) list.add("from the end", count - index, stance);
  list.add("sentences", Math.min(6, Math.floor(Math.log2(count))), stance);
  list.add("first of body", sentence.isFirstOfBody ? 1 : 0, stance);
  const siblings = paragraphs.get(sentence.paragraph) ?? [draft];
  const at = siblings.indexOf(draft);
  const edge = at === 0 ? 1 : at === siblings.length - 1 ? 2 : 0;
  list.add("paragraph", Math.min(4, siblings.length), edge);
  const [before, here, after] = [-1, 0, 1].map((by) => page.segments[sentence.segment + by]);
  list.add("parts", codeOf(before?.type ?? "start"), codeOf(after?.type ?? "end"));
  list.add("part's rule", codeOf(here?.reason.rule ?? ""), sentence.isTeaser ? 1 : 0);
  addLine(list, draft);
  const size = (by: number) => {
    const { length } = page.drafts[index + by]?.sentence.text ?? "";
    return length > LONG ? 2 : length > MIDDLING ? 1 : 0;
  };
  list.add("lengths beside", size(-1), size(1));
  list.add("claim", isClaim(sentence, draft.mainCredit) ? 1 : 0, stance);
  for (const [number, share] of facts.voice.entries()) list.add("voice", number, share, stance);
  addNeighbours(list, page, index, draft, stance);
}

function addLine(list: EvidenceList, { sentence }: Draft): void {
  const words = sentence.tokens.filter(({ kind }) => kind === "WORD");
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  const numbers = sentence.tokens.filter(({ kind }) => kind === "NUMBER").length;
  const size = Math.min(4, words.length >> 2);
  const isEnded = ENDED.test(sentence.text.slice(-4)) ? 1 : 0;
  list.add("words and end", Math.min(12, Math.floor(words.length / 3)), isEnded);
  list.add("capitals", Math.floor((capitals / Math.max(1, words.length)) * 5), size);
  list.add("figures", Math.min(3, numbers), size);
}

/** What the rules and models make of the sentences beside it. */
function addNeighbours(
  list: EvidenceList,
  page: DraftPage,
  index: number,
  here: Draft,
  stance: number,
): void {
  const isQuoting = here.sentence.quotations.length > 0 ? 4 : 0;
  for (const by of [-2, -1, 1, 2]) {
    const other = page.drafts[index + by];
    const isNear = other !== undefined && other.sentence.post === here.sentence.post;
    const isBeside = isNear && other.sentence.paragraph === here.sentence.paragraph ? 1 : 0;
    const sort = isNear ? codeOf(other.judgement.sourcing) : 0;
    list.add("beside: sort", by, sort, stance);
    list.add("beside: sort and paragraph", by * 2 + isBeside, sort, stance);
    if (!isNear) continue;
    const credited = other.mainCredit === null ? 0 : 1;
    const quoting = other.sentence.quotations.length > 0 ? 2 : 0;
    list.add("beside: rule", by, codeOf(other.judgement.rule), stance);
    list.add("beside: credit", by, credited + quoting + isBeside * 4, stance + isQuoting);
  }
}
