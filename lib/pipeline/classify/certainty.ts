import type { Factuality } from "#lib/domain/labels";
import { POSSIBLE, PROBABLE } from "#lib/english/claim-wordings";
import type { PhraseBook } from "#lib/english/phrases";
import type { Token } from "#lib/english/tokens";
import type { Sentence } from "#lib/pipeline/attribute/sentence";

/** How certain a sentence is put, and whether it denies. `isOwnOnly`: quotations and relative clauses are left out. */
export function certainty(sentence: Sentence, isOwnOnly: boolean): Factuality {
  const { tokens, quoted } = sentence;
  const has = (book: PhraseBook) =>
    book.all(tokens).some(({ first }) => {
      if (isMonth(tokens[first])) return false;
      return !isOwnOnly || (quoted[first] !== true && !isInAside(tokens, first));
    });
  const isDenied = sentence.tokens.some(
    (token, i) => i < 30 && /^(?:not|never|no|nobody|none)$|n't$/.test(token.lower),
  );
  if (has(PROBABLE)) return isDenied ? "PR-" : "PR+";
  if (has(POSSIBLE)) return isDenied ? "PS-" : "PS+";
  return isDenied ? "CT-" : "CT+";
}

/** "In May": a month, not the verb. */
const isMonth = (token: Token | undefined): boolean => token?.text === "May";

/** "delegates who are expected to vote": a hedge in a relative clause says nothing of the main one. */
function isInAside(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 2), at).some(({ lower }) => /^(?:who|which|whose)$/.test(lower));
}
