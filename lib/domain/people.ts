import { z } from "zod";
import { Role } from "./actor-shapes";
import { Complaint } from "./complaints";
import { isDisguised } from "./person-names";
import { Id, Revision } from "./reviews";

export const Email = z
  .string()
  .max(1000, Complaint.enum.longEmail)
  .trim()
  .toLowerCase()
  .pipe(z.email(Complaint.enum.wholeEmail))
  .refine((value) => value.length <= 254, Complaint.enum.longEmail);

/**
 * What is wrong with a password beyond its length; null where nothing is.
 *
 * Source   NIST SP 800-63B, 3.1.1.2: length counts; no rules about kinds of characters; refuse what is repetitive, a sequence,
 *          or taken from the account itself. What is common is refused by `lib/desk/people/guessable.ts`.
 */
export function passwordProblem(
  password: string,
  account: { readonly email: string | null },
): Complaint | null {
  const plain = password.normalize("NFKC").toLowerCase();
  if (new Set(plain).size < 5 || isSequence(plain)) {
    return "easyPassword";
  }
  const email = account.email?.toLowerCase() ?? "";
  const local = email.split("@")[0] ?? "";
  const rest = (taken: string) => plain.replaceAll(taken, "").replace(/[^\p{L}]/gu, "");
  if (email !== "" && (rest(email) === "" || (local.length >= 4 && rest(local) === ""))) {
    return "passwordIsAddress";
  }
  return null;
}

/** Does every character follow the one before it in the same step, as in 123456789012 or abcdefghijkl? */
function isSequence(text: string): boolean {
  const units = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = units.slice(1).map((unit, index) => unit - (units[index] ?? 0));
  const digitsOnly = /^\d+$/.test(text);
  return (
    steps.every((step) => step === 1 || (digitsOnly && step === -9)) || steps.every((step) => step === -1)
  );
}

/** The upper bound keeps hashing cheap. Composed forms are made one when hashing, so that every keyboard types the same. */
export const Password = z
  .string()
  .min(12, Complaint.enum.shortPassword)
  .max(256, Complaint.enum.longPassword);

/** What somebody typed to sign in. Nothing is said about its form: one answer for every wrong pair. */
export const SignIn = z.object({
  email: z.string().trim().toLowerCase().max(1000),
  password: z.string().max(1000),
});
export type SignIn = z.infer<typeof SignIn>;

export const PersonName = z
  .string()
  .trim()
  .min(1, Complaint.enum.noPersonName)
  .max(120, Complaint.enum.longPersonName)
  .refine((name) => /\p{L}/u.test(name), Complaint.enum.nameWithoutLetters)
  .refine((name) => !isDisguised(name), Complaint.enum.disguisedName);

export const Invite = z.object({ email: Email, role: Role });
export const WithdrawInvitation = z.object({ invitationId: Id });
export const RenewInvitation = z.object({ invitationId: Id });
/** Set-up of the first admin and an invitation give a name; a new password for an existing account doesn't. */
export const AcceptInvitation = z.object({
  token: z.string().min(20).max(200),
  name: PersonName,
  email: Email,
  password: Password,
});
export const SetPassword = z.object({
  token: z.string().min(20).max(200),
  password: Password,
  /** Of the person's second factor, where they have one. */
  code: z.string().trim().max(100).default(""),
});
export const ConfirmLinks = z.object({});
export const LetIn = z.object({
  email: Email,
  reason: z.string().trim().min(1, Complaint.enum.noReason).max(500),
  /** Whether their second factor is taken off as well. */
  isFactorLost: z.boolean(),
});
export const SetRole = z.object({ userId: Id, revision: Revision, role: Role });
export const DisablePerson = z.object({
  userId: Id,
  revision: Revision,
  reason: z.string().trim().min(1, Complaint.enum.noReason).max(500),
});
export const EnablePerson = z.object({ userId: Id, revision: Revision });
export const PasswordLink = z.object({ userId: Id });

/** `here` is the session that asks. */
export const ChangePassword = z.object({ oldPassword: z.string().max(1000), password: Password, here: Id });
export const EndSession = z.object({ sessionId: Id });
export const EndOtherSessions = z.object({ here: Id });
/** However busy its owner: after this a session ends. */
export const SESSION_DAYS = 7;
/** Without a request for this long a session ends. */
export const SESSION_IDLE_HOURS = 24;

export const InvitationPurpose = z.enum(["SET_UP", "JOIN", "PASSWORD"]);
export type InvitationPurpose = z.infer<typeof InvitationPurpose>;

/** What a link from an invitation leads to. The person's own name and address are shown to whoever holds a live link only. */
export type JoinLink =
  | { readonly state: "unknown" | "used" | "withdrawn"; readonly purpose: InvitationPurpose | null }
  | { readonly state: "expired"; readonly purpose: InvitationPurpose; readonly expiredAt: Date }
  | {
      readonly state: "open";
      readonly purpose: InvitationPurpose;
      readonly role: Role;
      readonly email: string | null;
      readonly name: string | null;
      /** Whether the person's second factor is asked for as well. */
      readonly needsCode: boolean;
      readonly invitedBy: string | null;
      readonly expiresAt: Date;
    };

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly revision: number;
  readonly disabled: {
    readonly at: Date;
    readonly byName: string | null;
    readonly reason: string | null;
  } | null;
  readonly lastSeenAt: Date | null;
  /** Reviews of theirs that are neither published nor withdrawn. */
  readonly openItems: number;
  readonly isLastAdmin: boolean;
  readonly hasSecondFactor: boolean;
  /** When the link for a new password ends; null where none is out. */
  readonly passwordLinkEnds: Date | null;
}

/** A browser that is signed in. Names without versions, a network without the end of its address: null where unknown. */
export interface OwnSession {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly network: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** Is it the one that asks? */
  readonly isHere: boolean;
}

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
}

/** One event about people. `payload` is null where it was erased by law; its shape is that of `PersonEvent`. */
export interface PersonChange {
  readonly sequence: number;
  readonly at: Date;
  readonly actorName: string | null;
  readonly action: string;
  readonly payload: PersonEvent | null;
  readonly hash: string;
}

export interface PeoplePage {
  readonly people: readonly PersonRow[];
  readonly invitations: readonly InvitationRow[];
  readonly changes: readonly PersonChange[];
  /** The roles that are asked for a second factor. */
  readonly rolesThatNeedFactor: readonly Role[];
}

/** What the record keeps of an event about a person: never a password, never a token. */
export const PersonEvent = z.object({
  /** Who it was about, as they were called then: a name, or the address where there was none yet. */
  who: z.string(),
  role: Role.optional(),
  from: Role.optional(),
  reason: z.string().optional(),
  /** Whether a role needs a second factor from then on. */
  isNeeded: z.boolean().optional(),
  /** Whether their second factor was taken off as well. */
  isFactorLost: z.boolean().optional(),
  /** Who made the link that was used; null where it was made on the machine itself. */
  linkBy: z.string().nullable().optional(),
});
export type PersonEvent = z.infer<typeof PersonEvent>;
