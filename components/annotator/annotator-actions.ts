import { send } from "#components/ui/send";
import type { Act, Outcome } from "#lib/domain/form-state";
import type { Command, SaveCommand } from "./commands";

/** The server actions that the annotator calls; each is one verb. */
export interface AnnotatorActions {
  readonly accept: Act;
  readonly reject: Act;
  readonly acceptSure: Act;
  readonly giveSureBack: Act;
  readonly undecide: Act;
  readonly add: Act;
  readonly edit: Act;
  readonly remove: Act;
  readonly restore: Act;
  readonly link: Act;
  readonly affirmMatch: Act;
  readonly refuseMatch: Act;
  readonly undoMatch: Act;
  readonly note: Act;
  readonly createClaim: Act;
  readonly saveDraft: Act;
}

/** What is sent of it. */
export function savedBy(command: SaveCommand, reviewId: string): object {
  if (command.kind === "add") return { reviewId, suggestionId: command.suggestionId, fields: command.fields };
  const { statementId, revision, fields } = command;
  return { statementId, revision, fields };
}

/** Send a command to the verb that carries it out. */
export function perform(actions: AnnotatorActions, reviewId: string, command: Command): Promise<Outcome> {
  switch (command.kind) {
    case "accept":
      return send(actions.accept, {
        reviewId,
        suggestionId: command.suggestionId,
        claimId: command.claimId ?? null,
      });
    case "accept-sure":
      return send(actions.acceptSure, { reviewId, suggestionIds: command.suggestionIds });
    case "give-sure-back":
      return send(actions.giveSureBack, { reviewId, suggestionIds: command.suggestionIds });
    case "reject":
      return send(actions.reject, { reviewId, suggestionId: command.suggestionId, reason: command.reason });
    case "undecide":
      return send(actions.undecide, { reviewId, suggestionId: command.suggestionId });
    case "affirm-match":
      return send(actions.affirmMatch, { reviewId, suggestionId: command.suggestionId });
    case "refuse-match":
      return send(actions.refuseMatch, { reviewId, suggestionId: command.suggestionId });
    case "undo-match":
      return send(actions.undoMatch, { reviewId, suggestionId: command.suggestionId });
    case "add":
      return send(actions.add, savedBy(command, reviewId));
    case "edit":
      return send(actions.edit, savedBy(command, reviewId));
    case "remove":
      return send(actions.remove, { statementId: command.statementId, revision: command.revision });
    case "restore":
      return send(actions.restore, { statementId: command.statementId, revision: command.revision });
    case "link": {
      const { statementId, revision, claimId } = command;
      return send(actions.link, { statementId, revision, claimId });
    }
  }
}
