import type { SegmentType } from "#lib/domain/labels";
import { treeScores } from "#lib/models/boosted-trees";
import { BLOCK_TYPES, BODY } from "./block-types";
import type { BlockModel } from "./classifier-model";
import { addContext } from "./context-rows";
import { featureRows } from "./features";
import type { PageFacts } from "./page-facts";
import { addSecondLook, SECOND_NAMES } from "./second-pass";
import { bestSequence } from "./sequence";
import { wordRows } from "./word-features";
import { softmax, wordScores } from "./word-model";

export interface TypedBlocks {
  readonly types: readonly SegmentType[];
  /** Chance of each type, in `BLOCK_TYPES`' order, one list a block; they sum to 1. */
  readonly chances: readonly (readonly number[])[];
  /** True where no block looked like body and the most likely ones were taken. */
  readonly isForced: boolean;
}

/** Give every block its type: words, then trees, then trees again that see the first ones' page, then the best sequence. */
export function classifyBlocks(facts: PageFacts, model: BlockModel): TypedBlocks {
  const { blocks } = facts.page;
  if (blocks.length === 0) return { types: [], chances: [], isForced: false };
  const scores = wordRows(facts).map((row) => wordScores(model.words, row));
  const rows = featureRows(facts, SECOND_NAMES.length);
  addContext(facts, rows, scores);
  const first = rows.map((row) => softmax(treeScores(model.trees, row, BLOCK_TYPES.length)));
  addSecondLook(facts, rows, first);
  const chances = rows.map((row) => softmax(treeScores(model.second, row, BLOCK_TYPES.length)));
  const logs = chances.map((list) =>
    list.map((chance, t) => Math.log(chance + 1e-9) + (t === BODY ? model.bodyBias : 0)),
  );
  const sameBox = blocks.map((block, i) => i > 0 && blocks[i - 1]?.element === block.element);
  const sequence = bestSequence(logs, sameBox, model.transitions, model.sequenceWeight);
  const types = sequence.map((t): SegmentType => BLOCK_TYPES[t] ?? "CHROME");
  if (types.includes("BODY")) return { types, chances, isForced: false };
  return { types: forced(facts, types, chances), chances, isForced: true };
}

/** No page without a body: the likeliest block, and those nearly as likely that read like prose. */
function forced(
  facts: PageFacts,
  types: readonly SegmentType[],
  chances: readonly (readonly number[])[],
): SegmentType[] {
  const bodies = chances.map(
    (list, i) => (list[BODY] ?? 0) * Math.log2(2 + (facts.page.blocks[i]?.text.length ?? 0)),
  );
  const best = Math.max(...bodies);
  return types.map((type, i) => {
    const value = bodies[i] ?? 0;
    return value === best || (facts.prose[i] && value > best / 2) ? "BODY" : type;
  });
}
