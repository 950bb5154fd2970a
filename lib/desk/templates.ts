import { knownTemplate } from "#lib/db/readers/templates";
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
    return told(statement, { template: null, openedFrom });
  },
});

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
    return told(statement, { openedFrom });
  },
});
