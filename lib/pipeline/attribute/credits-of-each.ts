import { overlap, type Span } from "#lib/text/span";
import type { Credit, MainCredit } from "./credit";
import type { Chosen } from "./main-credit";
import type { Resolved } from "./model-credits";

/**
 * For each sentence all attributions that it has a part in, the main credit's own first. An attribution that several sentences
 * share is one object in all of them.
 */
export function creditsOfEach(
  mainCredits: readonly (MainCredit | null)[],
  chosen: readonly Chosen[],
  touching: readonly (readonly Resolved[])[],
): Credit[][] {
  const rewritten: Rewritten = new Map();
  const listed = mainCredits.map((mainCredit, i) =>
    creditsOf(mainCredit, chosen[i]?.from ?? null, touching[i] ?? [], rewritten),
  );
  addCarriedContent(mainCredits, listed, rewritten);
  return listed.map((credits) => credits.map((credit) => rewritten.get(credit) ?? credit));
}

/** A credit, and what it became: a model's attribution with the source and cue of a rule, or with more content. */
type Rewritten = Map<Credit, Credit>;

/** The models' attributions of a sentence. A rule's own stands beside them where it is the main credit and the models have none like it. */
function creditsOf(
  mainCredit: MainCredit | null,
  from: Resolved | null,
  touching: readonly Resolved[],
  rewritten: Rewritten,
): Credit[] {
  const all = touching.map(({ credit }) => credit);
  if (mainCredit === null) return all;
  const own = from?.credit ?? all.find((credit) => isSame(credit, mainCredit));
  if (own === undefined) return [mainCredit, ...all];
  if (from === null && mainCredit.cue.length > 0) {
    const { content, type, quoteMode } = own;
    rewritten.set(own, { ...mainCredit, content, type, quoteMode });
  }
  return [own, ...all.filter((credit) => credit !== own)];
}

/** A main credit that was carried over is no attribution of its own: its words become further content of the neighbour's. */
function addCarriedContent(
  mainCredits: readonly (MainCredit | null)[],
  listed: Credit[][],
  rewritten: Rewritten,
): void {
  const owners = new Map(mainCredits.map((mainCredit, i) => [mainCredit, listed[i]?.[0]]));
  const further = new Map<Credit, Span[]>();
  mainCredits.forEach((mainCredit, i) => {
    const credits = listed[i];
    const owner = mainCredit?.origin && owners.get(mainCredit.origin);
    if (!mainCredit || !owner || credits?.[0] !== mainCredit) return;
    credits[0] = owner;
    const spans = further.get(owner) ?? [];
    for (const span of mainCredit.content) spans.push(span);
    further.set(owner, spans);
  });
  for (const [owner, spans] of further) {
    const whole = rewritten.get(owner) ?? owner;
    const content = [...whole.content, ...spans].sort((a, b) => a.start - b.start);
    rewritten.set(owner, { ...whole, content });
  }
}

/** Did the models read the same words as the rule: one cue, or content that holds what was carried over? */
function isSame(credit: Credit, mainCredit: MainCredit): boolean {
  const meets = (role: "cue" | "content") =>
    credit[role].some((a) => mainCredit[role].some((b) => overlap(a, b) > 0));
  return mainCredit.cue.length > 0 ? meets("cue") : mainCredit.scope === "CARRIED_OVER" && meets("content");
}
