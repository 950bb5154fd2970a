import { lockClaim } from "#lib/db/claims/claims";
import { foundByLook, requestLook } from "#lib/db/fact-checks/looks";
import type { Actor } from "#lib/domain/actor";
import { type FactCheck, LookAtAddress, LookAtGiven, TakeFactCheck } from "#lib/domain/fact-checks";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { saveDraft } from "./drafts";
import { parse, verb } from "./verb";

/**
 * What other fact-checkers say of a claim is looked at, and put into the form for evidence. A look is no part of the record, and neither is what is typed into a
 * form: what becomes evidence is added by the editor who read it, as all evidence is.
 */

const notFound = () => new AppError("not_found", words.errors.notFound);

export const lookAtAddress = verb("factCheck.look", {
  input: LookAtAddress,
  run: async ({ tx, actor, input: { claimId, url }, now }) => {
    await lockClaim(tx, claimId);
    await requestLook(tx, { claimId, by: actor.id, url, given: null, name: null }, now);
    return { result: null, subject: null, payload: null };
  },
});

export const lookAtGiven = verb("factCheck.look", {
  input: LookAtGiven,
  run: async ({ tx, actor, input: { claimId, content, name }, now }) => {
    await lockClaim(tx, claimId);
    await requestLook(tx, { claimId, by: actor.id, url: null, given: content, name }, now);
    return { result: null, subject: null, payload: null };
  },
});

/**
 * One of what was found is put into this person's own form for evidence of the claim, where nothing else stands in it. Nothing is added to the claim.
 *
 * Throws   AppError: `not_found` where there is no such look of theirs, or nothing at that place; `conflict` where they typed something else there;
 *          what `saveDraft` throws
 */
export async function takeFactCheck(
  actor: Actor,
  raw: unknown,
  { now }: { readonly now: Date },
): Promise<{ readonly claimId: string }> {
  const { lookId, index } = parse(TakeFactCheck, raw);
  const look = await foundByLook(lookId, actor.id);
  const taken = look?.found.checks[index];
  if (look == null || taken === undefined) throw notFound();
  const { claimId } = look;
  const draft = {
    personId: actor.id,
    subject: `claim:${claimId}:evidence`,
    body: asEvidence(taken.check),
    basedOn: null,
  };
  try {
    await saveDraft(actor, draft, { now });
  } catch (error) {
    const isFull = error instanceof AppError && error.code === "conflict";
    throw isFull ? new AppError("conflict", words.factChecks.formIsFull, { cause: error }) : error;
  }
  return { claimId };
}

/** What the form for evidence begins with. Which way it speaks of our claim, and which of its words matter, the editor says. */
function asEvidence(check: FactCheck): Record<string, string> {
  return {
    stance: "",
    title: check.title ?? words.factChecks.titleOf(check.claim ?? ""),
    url: check.url ?? "",
    archivedUrl: "",
    sourceKind: "SECONDARY",
    publisher: check.by ?? "",
    publishedAt: check.day ?? "",
    quote: "",
    note: words.factChecks.noteOf(check),
  };
}
