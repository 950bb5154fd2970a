import type { Tx } from "#lib/db/core/client";
import { currentVisit } from "#lib/db/core/visit";
import { isMailOn, mailLink } from "#lib/db/mail/outbox";
import { linkByToken } from "#lib/db/people/people";
import { countRequest } from "#lib/db/people/tokens";
import { noteSecurity } from "#lib/db/security/events";
import type { InvitationPurpose } from "#lib/domain/people";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** A link that was just made. `token` is returned once, to be shown; null where the link was mailed to `mailedTo`, and nobody else sees it. */
export interface NewLink {
  readonly invitationId: string;
  readonly token: string | null;
  readonly mailedTo: string | null;
}

/** Where mail is set up, the link goes to the person whom it is for; otherwise whoever made it passes it on. */
export async function handOver(
  tx: Tx,
  link: { readonly invitationId: string; readonly token: string },
  email: string,
): Promise<NewLink> {
  if (!isMailOn()) return { ...link, mailedTo: null };
  await mailLink(tx, link);
  return { invitationId: link.invitationId, token: null, mailedTo: email };
}

/** Throws AppError `conflict` where the link was used, withdrawn or has ended, or is for something else. */
export async function openLink(token: string, purposes: readonly InvitationPurpose[], now: Date) {
  const link = await linkByToken(token);
  const isOpen = link !== null && link.usedAt === null && link.withdrawnAt === null && link.expiresAt > now;
  if (!isOpen || !purposes.includes(link.purpose)) {
    await noteBadLink(now, link?.userId ?? null);
    throw linkGone();
  }
  return link;
}

/** A link that opens nothing was shown. Told as often as a stranger may ask, so that nobody fills the log. */
export async function noteBadLink(now: Date, personId: string | null = null): Promise<void> {
  if ((await countRequest("stranger", currentVisit()?.address ?? "unknown")) !== null) return;
  await noteSecurity({ kind: "badToken", actorId: null, personId, detail: "link" }, now);
}

export function linkGone(): AppError {
  return new AppError("conflict", words.people.errors.linkGone);
}
