import type { Act, Outcome } from "#lib/domain/outcome";
import { settle } from "#lib/domain/outcome";
import type { Command } from "./commands";

/** The server actions that the annotator calls; each is one verb. */
export interface AnnotatorActions {
  readonly accept: Act;
  readonly reject: Act;
  readonly undecide: Act;
  readonly add: Act;
  readonly edit: Act;
  readonly remove: Act;
  readonly restore: Act;
  readonly link: Act;
  readonly note: Act;
  readonly createClaim: Act;
  readonly saveDraft: Act;
}

/** Send a command to the verb that carries it out. */
export function perform(actions: AnnotatorActions, reviewId: string, command: Command): Promise<Outcome> {
  switch (command.kind) {
    case "accept":
      return settle(actions.accept({ reviewId, suggestionId: command.suggestionId }));
    case "reject":
      return settle(actions.reject({ reviewId, suggestionId: command.suggestionId, reason: command.reason }));
    case "undecide":
      return settle(actions.undecide({ reviewId, suggestionId: command.suggestionId }));
    case "add":
      return settle(actions.add({ reviewId, suggestionId: command.suggestionId, fields: command.fields }));
    case "edit": {
      const { statementId, revision, fields } = command;
      return settle(actions.edit({ statementId, revision, fields }));
    }
    case "remove":
      return settle(actions.remove({ statementId: command.statementId, revision: command.revision }));
    case "restore":
      return settle(actions.restore({ statementId: command.statementId, revision: command.revision }));
    case "link": {
      const { statementId, revision, claimId } = command;
      return settle(actions.link({ statementId, revision, claimId }));
    }
  }
}
