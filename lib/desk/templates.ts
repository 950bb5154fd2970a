import type { Tx } from "#lib/db/core/client";
import { knownTemplate, templatesOfClaim } from "#lib/db/readers/templates";
import { decideMatch, matchOfStatement, takeMatchBack } from "#lib/db/statements/matches";
import type { SayingRow } from "#lib/db/statements/rows";
import { keepTemplateChoice, takeTemplateChoiceAway } from "#lib/db/statements/template-choices";
import { JoinTemplate, keyIn, PartTemplate } from "#lib/domain/promise-template";
import { RefusedError } from "#lib/domain/refusals";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { promiseToWrite, told, touch } from "./outcomes";
import { verb } from "./verb";

/**
 * Under which template a promise is told is part of the review of its page, as what became of it is: readers see what a person chose once a second person has
 * read it and published it, with the name of who chose. What the words make by themselves needs nobody.
 */

/** To a template that readers can open already: nobody makes one up. */
export const joinTemplate = verb("template.join", {
  input: JoinTemplate,
  run: async (work) => {
    const { tx, actor, input, now } = work;
    const key = keyIn(input.template);
    const template = key === null ? null : await knownTemplate(key);
    if (template === null) throw new RefusedError("invalid_input", { reason: "unknownTemplate" }, "template");
    const { statement, openedFrom } = await promiseToWrite(work);
    await touch(tx, statement, actor.id, now);
    await keepTemplateChoice(tx, statement.id, template, { by: actor.id, at: now });
    await settleProposal(tx, statement, template.key, { personId: actor.id, now });
    return told(statement, { template: template.key, openedFrom });
  },
});

export const partTemplate = verb("template.part", {
  input: PartTemplate,
  run: async (work) => {
    const { tx, actor, now } = work;
    const { statement, openedFrom } = await promiseToWrite(work);
    await touch(tx, statement, actor.id, now);
    await keepTemplateChoice(tx, statement.id, null, { by: actor.id, at: now });
    await settleProposal(tx, statement, null, { personId: actor.id, now });
    return told(statement, { template: null, openedFrom });
  },
});

/** Who joins a promise to a template of the claim that the machine matched it with affirms that; who takes it from there takes that back. */
async function settleProposal(
  tx: Tx,
  { reviewId, suggestionId }: SayingRow,
  key: string | null,
  by: { readonly personId: string; readonly now: Date },
): Promise<void> {
  const match = await matchOfStatement(tx, { reviewId, suggestionId });
  if (match === null || match.relation !== "TEMPLATE" || match.decision?.kind === "JOINED") return;
  const { claimId } = match;
  const about = { reviewId, suggestionId: match.suggestionId };
  const isProposed = (await templatesOfClaim(claimId)).some((one) => one.key === key);
  if (isProposed) await decideMatch(tx, { ...about, claimId, kind: "AFFIRMED", isMachines: false }, by);
  else await takeMatchBack(tx, about, by.now, ["AFFIRMED"]);
}

/** Takes back what a person chose: the words tell again. */
export const leaveTemplate = verb("template.leave", {
  input: PartTemplate,
  run: async (work) => {
    const { tx, actor, now } = work;
    const { statement, openedFrom } = await promiseToWrite(work);
    await touch(tx, statement, actor.id, now);
    if (!(await takeTemplateChoiceAway(tx, statement.id))) {
      throw new AppError("conflict", words.deskErrors.stale);
    }
    await settleProposal(tx, statement, null, { personId: actor.id, now });
    return told(statement, { openedFrom });
  },
});
