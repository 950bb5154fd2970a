import { dismissiblePage, keepDismissal } from "#lib/db/articles/dismissal";
import { countedFrom, keepCorrection, lockedFacts } from "#lib/db/articles/facts";
import { type Look, requestRefetch, setPace } from "#lib/db/articles/refetches";
import { refuseDismissal, refuseTakingBack } from "#lib/domain/articles";
import { DismissArticle, RefetchArticle, TakeBackArticle, WatchArticle } from "#lib/domain/articles-shapes";
import { knownBy, refuseCorrection } from "#lib/domain/page-facts";
import { CorrectFact } from "#lib/domain/page-facts-shapes";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { firstWords } from "#lib/words/lists";
import { verb } from "./verb";

const versionRefusals = words.versionRefusals;

/** What is done with a page as a whole: looking at it again, and putting it aside. */

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

function found<Page>(page: Page | null): Page {
  if (page === null) throw new AppError("not_found", words.errors.notFound);
  return page;
}

/**
 * Put right a fact of a page: its title, publisher, author, agency, day or language. Versions stay as they came, readers see it once somebody
 * else publishes it. `counted` says how many due dates of the open review were counted from the day that was put right.
 */
export const correctFact = verb("article.correct", {
  input: CorrectFact,
  load: async ({ tx, input }) => found(await lockedFacts(tx, input.versionId)),
  change: ({ held }, { input }) => refuseCorrection(held, input),
  save: async ({ tx, actor, input: { fact, reads, reason }, now }, { articleId }, before) => {
    const { said, reads: from } = before;
    await keepCorrection(tx, { articleId, fact, said, reads, reason, by: actor.id, at: now });
    const counted = fact === "DATE" && from !== null ? await countedFrom(tx, articleId, from) : 0;
    const change = words.desk.correctFact.change(shortly(from), shortly(reads));
    const quote = words.desk.correctParts.because(change, reason);
    return {
      result: { counted },
      subject: `article:${articleId}`,
      payload: { fact, said: knownBy(said), from: knownBy(from), reads, reason, quote },
    };
  },
});

const shortly = (fact: string | null) => fact && firstWords(fact, 120);

/** Put a page that isn't worth keeping out of the queue, with a reason. It stays in the record, and can be taken back. */
export const dismissArticle = verb("article.dismiss", {
  input: DismissArticle,
  load: async ({ tx, input }) => found(await dismissiblePage(tx, input.articleId)),
  change: refuseDismissal,
  save: async ({ tx, input: { articleId, reason }, now }) => {
    await keepDismissal(tx, articleId, reason, now);
    return { result: null, subject: `article:${articleId}`, payload: { reason, quote: reason } };
  },
});

export const takeBackArticle = verb("article.takeBack", {
  input: TakeBackArticle,
  load: async ({ tx, input }) => found(await dismissiblePage(tx, input.articleId)),
  change: refuseTakingBack,
  save: async ({ tx, input: { articleId }, now }) => {
    await keepDismissal(tx, articleId, null, now);
    return { result: null, subject: `article:${articleId}`, payload: {} };
  },
});

function refusalOf(kind: Exclude<Look["kind"], "asked">): AppError {
  if (kind === "no-address") return new AppError("invalid_input", versionRefusals.noAddress);
  return new AppError("not_found", words.errors.notFound);
}
