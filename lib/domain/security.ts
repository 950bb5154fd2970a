import { z } from "zod";
import type { Action } from "./actor";

/** What concerns security, as the log of it tells it. */
export const SecurityKind = z.enum([
  "signIn",
  "signInFailed",
  "slowed",
  "refused",
  "badToken",
  "linkMade",
  "linkUsed",
  "passwordChanged",
  "sessionEnded",
  "tokenMade",
  "tokenEnded",
  "roleChanged",
  "accountClosed",
  "accountOpened",
  "factorAdded",
  "factorRemoved",
  "recoveryCodes",
  "factorRule",
  "export",
]);
export type SecurityKind = z.infer<typeof SecurityKind>;

/** The acts of people that concern security, and as what. `verb` tells them to the log by this table. */
export const SECURITY_OF: Partial<Record<Action, SecurityKind>> = {
  "person.invite": "linkMade",
  "person.renewInvitation": "linkMade",
  "person.passwordLink": "linkMade",
  "person.setRole": "roleChanged",
  "person.disable": "accountClosed",
  "person.enable": "accountOpened",
  "person.changePassword": "passwordChanged",
  "account.endSession": "sessionEnded",
  "account.endOthers": "sessionEnded",
  "person.setUpFactor": "factorAdded",
  "person.removeFactor": "factorRemoved",
  "person.newRecoveryCodes": "recoveryCodes",
  "person.requireFactor": "factorRule",
  "token.create": "tokenMade",
  "token.revoke": "tokenEnded",
};

/** For how long events are kept at least, in days: the database deletes none that is younger. */
export const SECURITY_DAYS_LEAST = 30;

/** Who acted, and whom it concerned: null for a stranger, and where it concerned nobody that is known. */
export interface SecurityNote {
  readonly kind: SecurityKind;
  readonly actorId: string | null;
  readonly personId?: string | null;
  /** A code that says more: an action, the kind of a link, a limit. Never what somebody typed. */
  readonly detail?: string | null;
}
