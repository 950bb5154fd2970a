import { addClauses } from "./clause-evidence";
import { addCredits, addRules, stanceOf } from "./credit-evidence";
import type { EvidenceList } from "./evidence-list";
import type { PageFacts } from "./page-facts";
import { addPlace } from "./place-evidence";
import { addWording } from "./wording-evidence";

/** All that is known of the sentence at `index`, and of what stands beside it, as evidence for the arbiter. */
export function gatherEvidence(list: EvidenceList, facts: PageFacts, index: number): void {
  list.clear();
  const draft = facts.page.drafts[index];
  const span = facts.spans[index];
  if (draft === undefined || span === undefined) return;
  const stance = stanceOf(draft);
  addRules(list, draft);
  addCredits(list, facts.page, draft);
  addClauses(list, facts.page, span[0], span[1], stance);
  addPlace(list, facts, index, stance);
  addWording(list, facts.page, draft.sentence, span, stance);
}
