import { tokenAt } from "#lib/english/treebank/tokens";
import type { Resolved } from "#lib/pipeline/attribute/model-credits";
import { distanceClass } from "#lib/pipeline/attribute/words/span-context";
import type { Draft, DraftPage } from "#lib/pipeline/classify/drafts";
import type { Span } from "#lib/text/span";
import { codeOf, type EvidenceList, step } from "./evidence-list";

/** 0 where nobody is credited, 1 where somebody who can be found is, 2 where nobody who can: most evidence is read by it. */
export function stanceOf({ judgement, mainCredit }: Draft): number {
  return mainCredit === null ? 0 : judgement.sourcing === "UNNAMED_BARE" ? 2 : 1;
}

/** What the rules make of a sentence, whatever it is worth: how often each is right, the weights have learned. */
export function addRules(list: EvidenceList, { judgement }: Draft): void {
  const { sourcing, rule, flags, writer, time } = judgement;
  const sort = codeOf(
    sourcing === "NONE" ? (flags.opinion ? "opinion" : flags.forecast ? "forecast" : "none") : sourcing,
  );
  list.add("always");
  list.add("rule", codeOf(rule));
  list.add("rules: sort", sort);
  list.add("rule and sort", codeOf(rule), sort);
  list.add("writer's certainty", codeOf(writer));
  list.add("time", codeOf(time), sort);
  if (flags.insiderWording) list.add("insider wording");
}

/** Who could vouch for the sentence: the main credit, and the surest of the models' attributions that touch it. */
export function addCredits(list: EvidenceList, page: DraftPage, draft: Draft): void {
  const { mainCredit, touching } = draft;
  const isCredited = mainCredit === null ? 0 : 1;
  const best = surest(touching);
  list.add("attributions", Math.min(touching.length, 3), isCredited);
  if (best !== null) addSurest(list, page, draft, best);
  if (mainCredit === null) return;
  const kind = codeOf(mainCredit.kind ?? "nobody");
  list.add("credit: kind and scope", kind, codeOf(mainCredit.scope));
  list.add("credit: quote and kind", codeOf(mainCredit.quoteMode), kind);
  list.add("credit: sourcing", codeOf(mainCredit.sourcing));
  list.add("credit: sourcing and scope", codeOf(mainCredit.sourcing), codeOf(mainCredit.scope));
  const cue = mainCredit.cue[0];
  if (cue !== undefined)
    list.add("credit: cue", page.reading.lemmas[tokenAt(page.reading.tokens, cue.start)] ?? 0, kind);
  addPhrase(list, page, "source", mainCredit.source);
}

function addSurest(
  list: EvidenceList,
  page: DraftPage,
  { sentence, mainCredit }: Draft,
  best: Resolved,
): void {
  const { confidence, isVoiced, type, cue, content, source } = best.found;
  const isCredited = mainCredit === null ? 0 : 1;
  const covered = step(coverage(content, sentence));
  const cueAt = cue[0] === undefined ? -1 : tokenAt(page.reading.tokens, cue[0].start);
  list.add("surest: confidence", step(confidence), isVoiced ? 1 : 0);
  list.add("surest: coverage", covered, isCredited);
  list.add("surest: type", codeOf(type), covered >> 1);
  list.add("surest: cue", cueAt < 0 ? 0 : (page.reading.lemmas[cueAt] ?? 0), isCredited);
  list.add("surest: speaker", codeOf(best.speaker?.sourcing ?? "nobody"));
  if (mainCredit === null) addPhrase(list, page, "other source", source);
}

function surest(touching: readonly Resolved[]): Resolved | null {
  let best: Resolved | null = null;
  for (const one of touching) if (best === null || one.found.confidence > best.found.confidence) best = one;
  return best;
}

/** How many of a span list's units lie inside the sentence, as a share of the sentence. */
function coverage(spans: readonly Span[], { start, end }: Span): number {
  let inside = 0;
  for (const span of spans) inside += Math.max(0, Math.min(span.end, end) - Math.max(span.start, start));
  return inside / Math.max(1, end - start);
}

const MOST_SOURCE_TOKENS = 12;

/** The words of a source: its head above all. */
function addPhrase(list: EvidenceList, page: DraftPage, kind: string, spans: readonly Span[]): void {
  const { reading } = page;
  let name = 0;
  let words = 0;
  for (const span of spans) {
    const first = tokenAt(page.reading.tokens, span.start);
    for (let i = first; i < first + MOST_SOURCE_TOKENS; i += 1) {
      if ((reading.tokens.start[i] ?? Number.POSITIVE_INFINITY) >= span.end) break;
      const head = reading.heads[i] ?? -1;
      const isHead = head < first || (reading.tokens.start[head] ?? 0) >= span.end;
      words += 1;
      if ((reading.names[i] ?? 0) > 0) name = reading.names[i] ?? 0;
      list.add(`${kind}: word`, reading.lemmas[i] ?? 0);
      list.add(`${kind}: cluster`, reading.clusters[i] ?? 0);
      if (!isHead) continue;
      list.add(`${kind}: head`, reading.lemmas[i] ?? 0);
      list.add(`${kind}: head cluster`, reading.clusters[i] ?? 0);
      list.add(`${kind}: head tag`, reading.tags[i] ?? 0, reading.names[i] ?? 0);
      list.add(`${kind}: opening`, reading.lemmas[first] ?? 0, reading.tags[i] ?? 0);
    }
  }
  list.add(`${kind}: name and length`, name, distanceClass(words));
}
