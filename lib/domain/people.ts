import { z } from "zod";
import { Role } from "./actor";
import { Id, Revision } from "./review";

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Write the whole address, for example name@example.org"))
  .refine((value) => value.length <= 254, "That address is too long");

/** NIST SP 800-63B: length is what counts; no rules about characters. The upper bound keeps hashing cheap. */
export const Password = z
  .string()
  .min(12, "Use at least 12 characters; a short sentence is good")
  .max(256, "Use at most 256 characters");

export const PersonName = z
  .string()
  .trim()
  .min(1, "Write a name")
  .max(120, "Keep the name under 120 characters");

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
export const SetPassword = z.object({ token: z.string().min(20).max(200), password: Password });
export const SetRole = z.object({ userId: Id, revision: Revision, role: Role });
export const DisablePerson = z.object({
  userId: Id,
  revision: Revision,
  reason: z.string().trim().min(1, "Say why, for the record").max(500),
});
export const EnablePerson = z.object({ userId: Id, revision: Revision });
export const PasswordLink = z.object({ userId: Id });

export const INVITATION_DAYS = 3;
