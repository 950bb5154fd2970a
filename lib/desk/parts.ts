import { isDismissed } from "#lib/db/articles/dismissal";
import { markedWords } from "#lib/db/articles/marked-words";
import { followUp, lookedThrough } from "#lib/db/articles/part-readings";
import { keepPartCorrection, partsOfVersion } from "#lib/db/articles/parts";
import { lockVersion, textOfVersion } from "#lib/db/articles/versions";
import type { Tx } from "#lib/db/core/client";
import { refuseWhileReadBlind } from "#lib/db/readings/readings";
import { countDraftsUnder } from "#lib/db/reviews/drafts";
import { lockReview, unfinishedReview } from "#lib/db/reviews/reviews";
import type { PageParts } from "#lib/domain/page-parts";
import { CorrectParts, TakeBackParts } from "#lib/domain/page-parts-shapes";
import { putRight, refuseCutThrough, refusePartCorrection } from "#lib/domain/part-changes";
import { whatFollows } from "#lib/domain/part-follows";
import { LookThroughParts } from "#lib/domain/part-readings-shapes";
import { RefusedError } from "#lib/domain/refusals";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { partChangeWords } from "#lib/words/part-words";
import { verb } from "./verb";

const { because, changes } = words.desk.correctParts;

/** The parts of a version as they stand. Nobody puts another one right, or marks anything, until the transaction ends. */
async function lockedParts(tx: Tx, versionId: string, personId: string) {
  if (!(await lockVersion(tx, versionId))) throw new AppError("not_found", words.errors.notFound);
  if (await isDismissed(tx, versionId)) throw new RefusedError("conflict", { reason: "dismissedPage" });
  await refuseWhileReadBlind(tx, versionId);
  const open = await unfinishedReview(tx, { versionId });
  if (open !== null) await lockReview(tx, open.id);
  const drafts = open === null ? 0 : await countDraftsUnder(tx, personId, `article:${open.id}:`);
  const parts = await partsOfVersion(tx, versionId);
  const marked = await markedWords(tx, versionId);
  const text = await textOfVersion(tx, versionId);
  const looked = await lookedThrough(tx, versionId, parts);
  const { standing, corrections } = parts;
  return { parts, corrections: corrections.length, standing, marked, text, looked, openDrafts: drafts };
}

type Locked = Awaited<ReturnType<typeof lockedParts>>;

/** Throws RefusedError where something that is marked would lie in two parts. */
function follows({ parts, marked, text, looked }: Locked, after: PageParts) {
  refuseCutThrough(parts, after, [...marked.statements, ...marked.suggestions]);
  return whatFollows(parts, after, { text, looked }, marked);
}

/**
 * Put right a part of a version: its type, where it begins and ends, or its post. What the machine cut stays as it came. Statements and
 * suggestions stay as they are; those that lie in no part of the article then are kept, and count again with the part. In text that becomes the
 * article's, and that no machine looked through, statements are looked for by the worker.
 */
export const correctParts = verb("article.correctParts", {
  input: CorrectParts,
  load: ({ tx, actor, input }) => lockedParts(tx, input.versionId, actor.id),
  change: (locked, { input: { change, seen } }) => {
    refusePartCorrection(locked, seen);
    return follows(locked, putRight(locked.parts, change, locked.text));
  },
  save: async ({ tx, actor, input, now }, { parts, text }, followed) => {
    const { versionId, seen, change, reason } = input;
    await keepPartCorrection(tx, { versionId, number: seen + 1, change, reason, byId: actor.id, at: now });
    await followUp(tx, versionId, { by: actor.id, at: now });
    const quote = because(partChangeWords(parts, change, text), reason);
    return {
      result: { seen: seen + 1, ...followed },
      subject: `version:${versionId}`,
      payload: { number: seen + 1, change, reason, followed, quote },
    };
  },
});

/** Undo the last correction of a version's parts that stands. It stays in the history. */
export const takeBackParts = verb("article.takeBackParts", {
  input: TakeBackParts,
  load: ({ tx, actor, input }) => lockedParts(tx, input.versionId, actor.id),
  change: (locked, { input }) => {
    refusePartCorrection(locked, input.seen);
    if (locked.standing.length === 0) throw new RefusedError("invalid_input", { reason: "nothingPutRight" });
  },
  save: async ({ tx, actor, input: { versionId, seen, reason }, now }, locked) => {
    await keepPartCorrection(tx, {
      versionId,
      number: seen + 1,
      change: null,
      reason,
      byId: actor.id,
      at: now,
    });
    await followUp(tx, versionId, { by: actor.id, at: now });
    const followed = follows(locked, await partsOfVersion(tx, versionId));
    return {
      result: { seen: seen + 1, ...followed },
      subject: `version:${versionId}`,
      payload: { number: seen + 1, reason, followed, quote: because(changes.TAKE_BACK, reason) },
    };
  },
});

/** Look again for statements in text that was put right, where that came to nothing. Asked for twice is asked for once. */
export const lookThroughParts = verb("article.lookThroughParts", {
  input: LookThroughParts,
  run: async ({ tx, actor, input: { versionId }, now }) => {
    if (!(await lockVersion(tx, versionId))) throw new AppError("not_found", words.errors.notFound);
    if (await isDismissed(tx, versionId)) throw new RefusedError("conflict", { reason: "dismissedPage" });
    await refuseWhileReadBlind(tx, versionId);
    // What is found has to be decided before it is handed in.
    const open = await unfinishedReview(tx, { versionId });
    if (open?.state === "SUBMITTED") throw new RefusedError("conflict", { reason: "submitted" });
    const isAsked = await followUp(tx, versionId, { by: actor.id, at: now });
    if (!isAsked) throw new RefusedError("conflict", { reason: "nothingToLook" });
    return { result: null, subject: `version:${versionId}`, payload: {} };
  },
});
