import { keptTogether, takeBack, undecidedSuggestions } from "#lib/db/statements/decisions";
import { takeMatchBack } from "#lib/db/statements/matches";
import { changeStatement, statementsOfReview, suggestionsOf } from "#lib/db/statements/statements";
import { isSureRow } from "#lib/db/statements/views";
import { SureSuggestions } from "#lib/domain/reviews";
import { spanKey } from "#lib/domain/version-views";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { accept } from "./accepting";
import { verb } from "./verb";
import { reviewToWrite } from "./writing";

/**
 * Many suggestions accepted in one act, and given back in one. What a person did meanwhile stays: a suggestion that was decided, that
 * covers the words of a statement, or that isn't sure any more waits as before; a statement that was changed or removed is nobody's to give back.
 */

export const acceptSure = verb("suggestion.acceptSure", {
  input: SureSuggestions,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const suggestions = await suggestionsOf(tx, review.versionId, input.suggestionIds);
    const about = { reviewId: review.id, versionId: review.versionId ?? "" };
    const waiting = new Set(await undecidedSuggestions(tx, about, []));
    const marked = new Set((await statementsOfReview(tx, review.id)).map(spanKey));
    const sure = suggestions.filter(
      (one) => waiting.has(one.id) && isSureRow(one) && !marked.has(spanKey(one)),
    );
    if (sure.length === 0) throw new AppError("conflict", words.refusals.noneSure);
    const statementIds: string[] = [];
    for (const suggestion of sure) {
      const how = { reviewId: review.id, actor, now, isTogether: true };
      statementIds.push((await accept(tx, suggestion, how)).statementId);
    }
    return {
      result: { accepted: sure.length, left: suggestions.length - sure.length },
      subject: `review:${review.id}`,
      payload: { suggestionIds: sure.map(({ id }) => id), statementIds },
    };
  },
});

export const giveSureBack = verb("suggestion.giveSureBack", {
  input: SureSuggestions,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const kept = await keptTogether(tx, review.id, input.suggestionIds);
    if (kept.length === 0) throw new AppError("conflict", words.refusals.noneTogether);
    for (const { decisionId, suggestionId, statementId } of kept) {
      await takeBack(tx, decisionId, now);
      await takeMatchBack(tx, { reviewId: review.id, suggestionId }, now, ["JOINED"]);
      const change = { removedAt: now, changedById: actor.id };
      await changeStatement(tx, { id: statementId, revision: 1 }, change, now);
    }
    return {
      result: { givenBack: kept.length },
      subject: `review:${review.id}`,
      payload: {
        suggestionIds: kept.map(({ suggestionId }) => suggestionId),
        statementIds: kept.map(({ statementId }) => statementId),
      },
    };
  },
});
