import { z } from "zod";
import { database, type Tx } from "#lib/db/core/client";
import { seal, unseal } from "#lib/db/core/sealed";
import type { LinkMail } from "#lib/domain/mail";

/** Some twelve hours of tries, each a while after the one before; a link works for three days. */
const TRIES = 12;

/** Is mail set up? `lib/env.ts` has looked at the settings when the process started. */
export function isMailOn(): boolean {
  return Boolean(process.env.ONRECORD_SMTP_URL);
}

/** What waits in the queue: the link's token is sealed, so that whoever reads the database alone can't use it. */
export const MailJob = z.object({ invitationId: z.uuid(), token: z.string().max(500) });
export type MailJob = z.infer<typeof MailJob>;

/** Have a link sent to the person whom it is for, once this transaction is kept. */
export async function mailLink(
  tx: Tx,
  link: { readonly invitationId: string; readonly token: string },
): Promise<void> {
  const payload: MailJob = { invitationId: link.invitationId, token: seal(link.token, link.invitationId) };
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('mail', ${JSON.stringify(payload)}::json,
      job_key := ${`mail:${link.invitationId}`}, max_attempts := ${TRIES}::int)`;
}

/** What is to be sent; null where the link no longer opens anything, or its person is disabled by now. */
export async function linkMail({ invitationId, token }: MailJob, now: Date): Promise<LinkMail | null> {
  const link = await database().invitation.findFirst({
    where: { id: invitationId, usedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
    include: { user: true, createdBy: { select: { name: true } } },
  });
  const to = link?.user?.email ?? link?.email ?? null;
  if (link === null || to === null || (link.user !== null && link.user.disabledAt !== null)) return null;
  return {
    to,
    purpose: link.purpose,
    role: link.role,
    name: link.user?.name ?? null,
    madeBy: link.createdBy?.name ?? null,
    expiresAt: link.expiresAt,
    token: unseal(token, invitationId),
  };
}
