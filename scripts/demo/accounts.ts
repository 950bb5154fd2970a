import { randomInt } from "node:crypto";
import { invitePerson } from "#lib/desk/people/invitations";
import { acceptInvitation, createSetUpLink } from "#lib/desk/people/joining";
import type { Actor, Role } from "#lib/domain/actor";
import { AppError } from "#lib/errors";
import { NOT_EMPTY } from "./story";

export interface Account {
  readonly actor: Actor;
  readonly email: string;
  readonly password: string;
}

/** A password that can’t be guessed: four groups of letters that are easy to type, about 72 bits. */
function newPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz";
  const group = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join("");
  return Array.from({ length: 4 }, group).join("-");
}

/** One admin by the set-up link, two editors by invitation, as on any first day. */
export async function openAccounts(now: Date) {
  delete process.env.ONRECORD_SMTP_URL; // the demo's people have no mailbox
  const token = await createSetUpLink(now);
  if (token === null) throw new AppError("conflict", NOT_EMPTY);
  const admin = await join(token, "Noor Salih", "noor@example.org", "ADMIN", now);
  const editor = async (name: string, email: string) => {
    const invitation = await invitePerson(admin.actor, { email, role: "EDITOR" }, { now });
    if (invitation.token === null) throw new RangeError("nothing is mailed to people who aren't there");
    return join(invitation.token, name, email, "EDITOR", now);
  };
  return {
    admin,
    mara: await editor("Mara Lind", "mara@example.org"),
    avan: await editor("Avan Karim", "avan@example.org"),
  };
}

async function join(token: string, name: string, email: string, role: Role, now: Date): Promise<Account> {
  const password = newPassword();
  const { userId } = await acceptInvitation({ token, name, email, password }, { now });
  return { email, password, actor: { id: userId, name, role, provedAt: now } };
}
