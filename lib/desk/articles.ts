import { type Look, requestRefetch, setPace } from "#lib/db/articles/refetches";
import { RefetchArticle, WatchArticle } from "#lib/domain/articles";
import { AppError } from "#lib/errors";
import { words } from "#lib/words";
import { verb } from "./verb";

const { versionRefusals } = words;

/** Looking at a page again. */

/** Have a page fetched again now. One that is being fetched already is the answer. */
export const refetchArticle = verb("article.refetch", {
  input: RefetchArticle,
  run: async ({ tx, actor, input: { articleId }, now }) => {
    const look = await requestRefetch(tx, articleId, actor.id, now);
    if (look.kind !== "asked") throw refusalOf(look.kind);
    const { importId, isNew } = look;
    return {
      result: { importId },
      subject: isNew ? `article:${articleId}` : null,
      payload: { importId },
    };
  },
});

/** How often a page is fetched again by itself. */
export const watchArticle = verb("article.watch", {
  input: WatchArticle,
  run: async ({ tx, input: { articleId, pace }, now }) => {
    const answer = await setPace(tx, articleId, pace, now);
    if (answer !== "asked") throw refusalOf(answer);
    return { result: { pace }, subject: `article:${articleId}`, payload: { pace } };
  },
});

function refusalOf(kind: Exclude<Look["kind"], "asked">): AppError {
  if (kind === "no-address") return new AppError("invalid_input", versionRefusals.noAddress);
  return new AppError("not_found", words.errors.notFound);
}
