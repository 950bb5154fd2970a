import type { Tx } from "#lib/db/core/client";
import {
  createLink,
  hasAccount,
  invitationRow,
  lockPeople,
  openInvitationFor,
  withdrawLinks,
} from "#lib/db/people/people";
import { verb } from "#lib/desk/verb";
import { Invite, RenewInvitation, WithdrawInvitation } from "#lib/domain/people";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { handOver, type NewLink } from "./links";
import { notFound, type Outcome, outcome, stale } from "./outcome";

/** Invitations: made, withdrawn, made anew. `joining.ts` is how one is accepted. */

export const invitePerson = verb("person.invite", {
  input: Invite,
  run: async ({ tx, actor, input, now }) => {
    await lockPeople(tx);
    const { email, role } = input;
    if (await hasAccount(tx, email)) {
      throw new AppError("conflict", words.people.errors.hasAccount, { field: "email" });
    }
    if ((await openInvitationFor(tx, email, now)) !== null) {
      throw new AppError("conflict", words.people.errors.isInvited, { field: "email" });
    }
    await withdrawLinks(tx, { purpose: "JOIN", email }, now);
    const link = await createLink(
      tx,
      { purpose: "JOIN", role, email, userId: null, createdById: actor.id },
      now,
    );
    return outcome(await handOver(tx, link, email), `invitation:${link.invitationId}`, { who: email, role });
  },
});

export const withdrawInvitation = verb("person.withdrawInvitation", {
  input: WithdrawInvitation,
  run: async ({ tx, input, now }) => {
    await lockPeople(tx);
    const invitation = await waitingInvitation(tx, input.invitationId);
    await withdrawLinks(tx, { id: invitation.id }, now);
    return outcome(null, `invitation:${invitation.id}`, { who: invitation.email, role: invitation.role });
  },
});

/** A new link in place of one that was lost or has ended. The old one stops working. */
export const renewInvitation = verb("person.renewInvitation", {
  input: RenewInvitation,
  run: async ({ tx, actor, input, now }): Promise<Outcome<NewLink>> => {
    await lockPeople(tx);
    const { id, email, role } = await waitingInvitation(tx, input.invitationId);
    await withdrawLinks(tx, { id }, now);
    const link = await createLink(
      tx,
      { purpose: "JOIN", role, email, userId: null, createdById: actor.id },
      now,
    );
    return outcome(await handOver(tx, link, email), `invitation:${link.invitationId}`, { who: email, role });
  },
});

async function waitingInvitation(tx: Tx, id: string) {
  const invitation = await invitationRow(tx, id);
  if (invitation === null || invitation.email === null) throw notFound();
  if (invitation.usedAt !== null || invitation.withdrawnAt !== null) throw stale();
  return { id: invitation.id, email: invitation.email, role: invitation.role };
}
