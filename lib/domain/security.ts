import { z } from "zod";
import type { Action } from "./actor";
import { Id } from "./reviews";

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
  "webhookAdded",
  "webhookSecret",
  "webhookEnded",
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
  "person.addPasskey": "factorAdded",
  "person.removePasskey": "factorRemoved",
  "person.newRecoveryCodes": "recoveryCodes",
  "person.requireFactor": "factorRule",
  "token.create": "tokenMade",
  "token.revoke": "tokenEnded",
  "webhook.add": "webhookAdded",
  "webhook.rotate": "webhookSecret",
  "webhook.delete": "webhookEnded",
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

/** Which events somebody asks for. What can't be read asks for nothing. */
export const SecurityAsked = z.object({
  kind: SecurityKind.nullable().catch(null),
  personId: Id.nullable().catch(null),
  /** The event before which the page begins; null for the latest. */
  before: Id.nullable().catch(null),
});
export type SecurityAsked = z.infer<typeof SecurityAsked>;

export interface SecurityView {
  readonly id: string;
  readonly at: Date;
  /** Null for a kind that an older or a newer Onrecord wrote. */
  readonly kind: SecurityKind | null;
  readonly actor: string | null;
  readonly person: string | null;
  readonly client: string | null;
  readonly requestId: string | null;
  readonly detail: string | null;
}

export interface SecurityPage {
  readonly events: readonly SecurityView[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The last event shown, where there are older ones; null where there are none. */
  readonly before: string | null;
}
