import { SYSTEM } from "#lib/db/audit/audit";
import type { Tx } from "#lib/db/core/client";
import { answerBefore, once } from "#lib/db/core/sendings";
import { hashPassword } from "#lib/db/people/passwords";
import {
  createLink,
  hasAccount,
  hasAdmin,
  isNameTaken,
  keepPerson,
  lockPeople,
  spendLink,
  withdrawLinks,
} from "#lib/db/people/people";
import { noteSecurity } from "#lib/db/security/events";
import { inOneTransaction, parse } from "#lib/desk/verb";
import { AcceptInvitation } from "#lib/domain/people";
import { sendKeyIn } from "#lib/domain/send-key";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { linkGone, openLink } from "./links";
import { record } from "./outcome";
import { refuseWeak } from "./passwords";

/** How people come in: the first admin by the set-up link, everybody else by an invitation. */

/**
 * The link that sets up the first admin; null where there is an admin already. Earlier ones stop working, so that only the
 * last one printed opens the door.
 */
export function createSetUpLink(now: Date): Promise<string | null> {
  return inOneTransaction(async (tx) => {
    await lockPeople(tx);
    if (await hasAdmin(tx)) return null;
    await withdrawLinks(tx, { purpose: "SET_UP" }, now);
    const { invitationId, token } = await createLink(
      tx,
      { purpose: "SET_UP", role: "ADMIN", email: null, userId: null, createdById: null },
      now,
    );
    await noteSecurity({ kind: "linkMade", actorId: null, detail: "person.setUpLink" }, now, tx);
    await record(tx, now, SYSTEM, "person.setUpLink", `invitation:${invitationId}`, {
      who: words.people.firstAdmin,
      role: "ADMIN",
    });
    return token;
  });
}

/**
 * Open an account with a link: an invitation, or the set-up of the first admin. An invitation's own address stands,
 * whatever was sent along; the set-up takes the one that was typed.
 *
 * Sent again under one key, it answers as it did.
 *
 * Throws   AppError `invalid_input` with the field; `conflict` for a link that was used, withdrawn or has ended.
 */
export async function acceptInvitation(raw: unknown, { now }: { readonly now: Date }): Promise<Joined> {
  const input = parse(AcceptInvitation, raw);
  const sending = { key: sendKeyIn(raw), actorId: null, action: "person.join", input };
  const before = await answerBefore<Joined>(sending);
  if (before !== null) return before;
  const link = await openLink(input.token, ["SET_UP", "JOIN"], now);
  const email = link.email ?? input.email;
  refuseWeak(input.password, { email, name: input.name });
  const passwordHash = await hashPassword(input.password);
  const join = async (tx: Tx): Promise<Joined> => {
    await lockPeople(tx);
    if (!(await spendLink(tx, link.id, now))) throw linkGone();
    if (link.purpose === "SET_UP" && (await hasAdmin(tx))) throw linkGone();
    if (await hasAccount(tx, email)) {
      throw new AppError("conflict", words.people.errors.hasAccount, { field: "email" });
    }
    const { name } = input;
    if (await isNameTaken(tx, name)) {
      throw new AppError("conflict", words.people.errors.nameTaken, { field: "name" });
    }
    const userId = await keepPerson(tx, { email, name, role: link.role, passwordHash }, now);
    const note = { kind: "linkUsed", actorId: userId, personId: userId, detail: link.purpose } as const;
    await noteSecurity(note, now, tx);
    await record(tx, now, userId, "person.join", `user:${userId}`, { who: name, role: link.role });
    return { userId, email };
  };
  return inOneTransaction((tx) => once(tx, sending, now, () => join(tx)));
}

/** Whom to sign in. */
interface Joined {
  readonly userId: string;
  readonly email: string;
}
