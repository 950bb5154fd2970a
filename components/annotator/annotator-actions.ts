import type { Act, Outcome } from "#lib/domain/form-state";
import { waitForOutcome } from "#lib/words/wait-for-outcome";
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
      return waitForOutcome(actions.accept({ reviewId, suggestionId: command.suggestionId }));
    case "reject":
      return waitForOutcome(
        actions.reject({ reviewId, suggestionId: command.suggestionId, reason: command.reason }),
      );
    case "undecide":
      return waitForOutcome(actions.undecide({ reviewId, suggestionId: command.suggestionId }));
    case "add":
      return waitForOutcome(
        actions.add({ reviewId, suggestionId: command.suggestionId, fields: command.fields }),
      );
    case "edit": {
      const { statementId, revision, fields } = command;
      return waitForOutcome(actions.edit({ statementId, revision, fields }));
    }
    case "remove":
      return waitForOutcome(actions.remove({ statementId: command.statementId, revision: command.revision }));
    case "restore":
      return waitForOutcome(
        actions.restore({ statementId: command.statementId, revision: command.revision }),
      );
    case "link": {
      const { statementId, revision, claimId } = command;
      return waitForOutcome(actions.link({ statementId, revision, claimId }));
    }
  }
}
