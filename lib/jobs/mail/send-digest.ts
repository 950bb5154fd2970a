import { type DigestJob, noteMailed, noticeMail } from "#lib/db/mail/digests";
import * as words from "#lib/words";
import { handOn, type MailSettings } from "./transport";

const said = words.notices.mail;

/**
 * Tell somebody what came into their inbox: who, and how often, and no word of a page. Run again after a failure. A worker that dies between the
 * mail and the note of it sends it twice.
 *
 * Throws   whatever the server refuses with: the queue tries again.
 */
export async function sendDigest(job: DigestJob, settings: MailSettings, now: Date): Promise<void> {
  const mail = await noticeMail(job);
  if (mail === null) return;
  const { origin } = settings;
  const link = new URL("/desk/inbox", origin).href;
  const subject = said.subject(mail.noticeIds.length);
  await handOn({ to: mail.to, subject, text: said.text(mail.told, link, origin) }, settings);
  await noteMailed(mail.noticeIds, now);
}
