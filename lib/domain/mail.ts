import type { Role } from "./actor";
import type { InvitationPurpose } from "./people";

/** A link on its way to the person whom it is for. */
export interface LinkMail {
  readonly to: string;
  readonly purpose: InvitationPurpose;
  readonly role: Role;
  /** The person's name; null where they have no account yet. */
  readonly name: string | null;
  readonly madeBy: string | null;
  readonly expiresAt: Date;
  readonly token: string;
}
