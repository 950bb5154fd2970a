import type { MainCredit } from "#lib/pipeline/attribute/credit";
import type { Resolved } from "#lib/pipeline/attribute/model-credits";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import type { SpanPage } from "#lib/pipeline/attribute/words/span-context";
import type { WordReading } from "#lib/pipeline/attribute/words/word-reader";
import type { Segmented } from "#lib/pipeline/segment";
import type { Judgement } from "./rule-judgement";

/** A sentence as rules and attribution models see it, before the arbiter has decided. */
export interface Draft {
  readonly sentence: Sentence;
  readonly mainCredit: MainCredit | null;
  readonly touching: readonly Resolved[];
  readonly judgement: Judgement;
}

/** What the drafts of one page share. */
export interface DraftPage {
  readonly drafts: readonly Draft[];
  readonly segments: Segmented["segments"];
  readonly reading: SpanPage;
  readonly words: WordReading;
}
