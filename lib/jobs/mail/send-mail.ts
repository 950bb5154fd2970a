import { linkMail, type MailJob } from "#lib/db/mail/outbox";
import * as words from "#lib/words";
import { dayWords, timeWords } from "#lib/words/moments";
import { handOn, type MailSettings } from "./transport";

/**
 * Send a link to the person whom it is for. Run again after a failure; where the link opens nothing any more, nothing is sent. Whoever
 * gets hold of the mail has the link, so it goes over an encrypted connection, but for a server on this machine.
 *
 * Throws   whatever the server refuses with: the queue tries again.
 */
export async function sendLink(job: MailJob, settings: MailSettings, now: Date): Promise<void> {
  const mail = await linkMail(job, now);
  if (mail === null) return;
  const { origin } = settings;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const until = `${dayWords(mail.expiresAt, zone)}, ${timeWords(mail.expiresAt, zone)}`;
  const link = new URL(`/join/${mail.token}`, origin).href;
  const subject = words.mail.subjects[mail.purpose];
  await handOn({ to: mail.to, subject, text: words.mail.text({ ...mail, link, until, origin }) }, settings);
}
