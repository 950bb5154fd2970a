import { claimReview, keepClaim, lockClaim, rewordClaim } from "#lib/db/claims/claims";
import {
  evidenceById,
  keepEvidence,
  keepSearch,
  searchById,
  takeEvidenceAway,
  takeSearchAway,
} from "#lib/db/claims/evidence";
import { dropCopy, requestCopy } from "#lib/db/claims/evidence-copies";
import { keepVerdict, verdictOf } from "#lib/db/claims/verdicts";
import { freeSlugs } from "#lib/db/core/slugs";
import { settleChosen } from "#lib/db/proposals/requests";
import { createReview } from "#lib/db/reviews/reviews";
import { scaleInForce } from "#lib/db/scale/scale";
import {
  AddEvidence,
  AddSearch,
  CreateClaim,
  EditClaim,
  RemoveEvidence,
  RemoveSearch,
  RequestCopy,
  WriteVerdict,
} from "#lib/domain/claims-shapes";
import { RefusedError } from "#lib/domain/refusals";
import { isInForce } from "#lib/domain/scale";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { joinToClaim } from "./statements";
import { verb } from "./verb";

/** Work on claims. All of it belongs to the claim's one open review, and whoever does any of it becomes one of its writers. */

const stale = () => new AppError("conflict", words.deskErrors.stale);
const notFound = () => new AppError("not_found", words.errors.notFound);

export const createClaim = verb("claim.create", {
  input: CreateClaim,
  run: async ({ tx, actor, input, now }) => {
    const { wording, statementId } = input;
    const [slug = ""] = await freeSlugs(tx, "claim", [{ title: wording, fallback: "claim" }]);
    const claim = await keepClaim(tx, { slug, wording }, now);
    const review = await createReview(tx, { claimId: claim.id }, actor.id, now);
    if (statementId !== null) {
      if (input.statementRevision === null) throw stale();
      const link = { statementId, revision: input.statementRevision, claimId: claim.id };
      await joinToClaim(tx, link, actor.id, now);
    }
    return {
      result: { claimId: claim.id, slug },
      subject: `claim:${claim.id}`,
      payload: { wording, slug, reviewId: review.id, statementId, quote: wording },
    };
  },
});

export const editClaim = verb("claim.edit", {
  input: EditClaim,
  run: async ({ tx, actor, input, now }) => {
    const { claimId, revision, wording, unknowns } = input;
    const review = await claimReview(tx, claimId, actor.id, now);
    const before = await lockClaim(tx, claimId);
    if (!(await rewordClaim(tx, { id: claimId, revision }, { wording, unknowns }))) throw stale();
    if (wording !== before.wording) {
      await settleChosen(tx, { claimId, use: "WORDINGS", by: actor.id, text: { wording } }, now);
    }
    return {
      result: { claimId, revision: revision + 1 },
      subject: `claim:${claimId}`,
      payload: {
        reviewId: review.id,
        before: { wording: before.wording, unknowns: before.unknowns },
        wording,
        unknowns,
        quote: wording,
      },
    };
  },
});

export const addEvidence = verb("evidence.add", {
  input: AddEvidence,
  run: async ({ tx, actor, input, now }) => {
    const review = await claimReview(tx, input.claimId, actor.id, now);
    const added = { by: actor.id, at: now };
    const { id: evidenceId, fileSha256 } = await keepEvidence(tx, input, added);
    if (input.url !== null || fileSha256 !== null) await requestCopy(tx, evidenceId, added);
    const { file, ...rest } = input;
    const given = file === null ? rest : { ...rest, file: { name: file.name, sha256: fileSha256 } };
    return {
      result: { evidenceId },
      subject: `claim:${input.claimId}`,
      payload: { reviewId: review.id, evidenceId, ...given, quote: input.title },
    };
  },
});

export const removeEvidence = verb("evidence.remove", {
  input: RemoveEvidence,
  run: async ({ tx, actor, input, now }) => {
    const evidence = await evidenceById(tx, input.evidenceId);
    if (evidence === null) throw notFound();
    const { claimId, title } = evidence;
    const review = await claimReview(tx, claimId, actor.id, now);
    if (!(await takeEvidenceAway(tx, evidence.id, now))) throw stale();
    await dropCopy(tx, evidence.id, now);
    return {
      result: null,
      subject: `claim:${claimId}`,
      payload: { reviewId: review.id, evidenceId: evidence.id, quote: title },
    };
  },
});

/** Keep a copy of the page behind evidence, again or for the first time. It is no part of the review: nothing that readers see changes. */
export const requestEvidenceCopy = verb("evidenceCopy.request", {
  input: RequestCopy,
  run: async ({ tx, actor, input, now }) => {
    const evidence = await evidenceById(tx, input.evidenceId);
    if (evidence === null) throw notFound();
    if (evidence.removedAt !== null) throw stale();
    if (evidence.url === null && evidence.fileSha256 === null)
      throw new AppError("invalid_input", words.evidenceSnapshots.noAddress);
    await requestCopy(tx, evidence.id, { by: actor.id, at: now });
    return {
      result: null,
      subject: `claim:${evidence.claimId}`,
      payload: { evidenceId: evidence.id, url: evidence.url, quote: evidence.title },
    };
  },
});

export const addSearch = verb("search.add", {
  input: AddSearch,
  run: async ({ tx, actor, input, now }) => {
    const { claimId, lookedFor, place, searchedAt } = input;
    const review = await claimReview(tx, claimId, actor.id, now);
    const searchId = await keepSearch(tx, input, { by: actor.id, at: now });
    await settleChosen(tx, { claimId, use: "SEARCHES", by: actor.id, text: { lookedFor, place } }, now);
    return {
      result: { searchId },
      subject: `claim:${claimId}`,
      payload: { reviewId: review.id, searchId, lookedFor, place, searchedAt, quote: lookedFor },
    };
  },
});

export const removeSearch = verb("search.remove", {
  input: RemoveSearch,
  run: async ({ tx, actor, input, now }) => {
    const search = await searchById(tx, input.searchId);
    if (search === null) throw notFound();
    const { claimId, lookedFor } = search;
    const review = await claimReview(tx, claimId, actor.id, now);
    if (!(await takeSearchAway(tx, search.id, now))) throw stale();
    return {
      result: null,
      subject: `claim:${claimId}`,
      payload: { reviewId: review.id, searchId: search.id, quote: lookedFor },
    };
  },
});

/** Write the verdict of the open review, or rewrite it from the revision that was looked at. */
export const writeVerdict = verb("verdict.write", {
  input: WriteVerdict,
  run: async ({ tx, actor, input, now }) => {
    const { claimId, revision, code, explanation } = input;
    const review = await claimReview(tx, claimId, actor.id, now);
    const before = await verdictOf(tx, review.id);
    if (!isInForce(await scaleInForce(tx), code)) {
      throw new RefusedError("invalid_input", { reason: "codeNotInScale" }, "code");
    }
    // A review that this call opened holds a copy of the verdict that stood: nobody's newer words can be lost.
    if (!review.isNew && (before?.revision ?? null) !== revision) throw stale();
    const written = { claimId, reviewId: review.id, code, explanation, authorId: actor.id };
    const verdict = await keepVerdict(tx, written, now);
    return {
      result: { verdictId: verdict.id, revision: verdict.revision },
      subject: `claim:${claimId}`,
      payload: {
        reviewId: review.id,
        verdictId: verdict.id,
        code,
        explanation,
        before: before === null ? null : { code: before.code, explanation: before.explanation },
      },
    };
  },
});
