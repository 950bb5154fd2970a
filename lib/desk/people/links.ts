import { linkByToken } from "#lib/db/people/people";
import type { InvitationPurpose } from "#lib/domain/people";
import { AppError } from "#lib/errors";
import { words } from "#lib/words";

/** A link that was just made. Its token is returned once, to be shown; the database keeps its hash alone. */
export interface NewLink {
  readonly invitationId: string;
  readonly token: string;
}

/** Throws AppError `conflict` where the link was used, withdrawn or has ended, or is for something else. */
export async function openLink(token: string, purposes: readonly InvitationPurpose[], now: Date) {
  const link = await linkByToken(token);
  const isOpen = link !== null && link.usedAt === null && link.withdrawnAt === null && link.expiresAt > now;
  if (!isOpen || !purposes.includes(link.purpose)) throw linkGone();
  return link;
}

export function linkGone(): AppError {
  return new AppError("conflict", words.people.errors.linkGone);
}
