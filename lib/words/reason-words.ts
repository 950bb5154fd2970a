import type { Reason } from "#lib/domain/reasons";
import * as words from "#lib/words";

/** A reason that was stored in words is shown as it is. */
export function reasonWords(reason: Reason): string {
  return "words" in reason ? reason.words : words.reasons[reason.rule](reason.parameters ?? {});
}
