import { isCapitalised } from "#lib/english/tokens";
import type { Sentence } from "#lib/pipeline/attribute/sentence";

/** "The bureau projects *the town will grow*": a clause without "that" has its subject and then a finite verb. In tokens. */
const MOST_IN_SUBJECT = 6;

export function opensClause({ tokens: list }: Sentence, at: number): boolean {
  const first = list[at];
  if (
    first === undefined ||
    !(isCapitalised(first) || /^(?:the|an?|its|their|his|her|this|these|those|no)$/.test(first.lower))
  )
    return false;
  const verb = list.findIndex((token, i) => i > at && FINITE.test(token.lower));
  const subject = list.slice(at, verb);
  if (verb < 0 || subject.length > MOST_IN_SUBJECT) return false;
  return !subject.some(
    ({ kind, text, lower }) =>
      (kind === "MARK" && text !== ".") || /^(?:who|which|that|and|or|as)$/.test(lower),
  );
}
const FINITE =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|won['’]t|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)$/;
