import { createTransport } from "nodemailer";
import { linkMail, type MailJob } from "#lib/db/mail/outbox";
import { words } from "#lib/words";
import { dayWords, timeWords } from "#lib/words/moments";

/** Where mail is handed on, and in whose name. */
export interface MailSettings {
  /** `smtp:` or `smtps:`, with the account where the server asks for one. */
  readonly smtpUrl: string;
  readonly from: string;
  /** Where people reach Onrecord. */
  readonly origin: string;
}

/** In milliseconds: a server that doesn't answer keeps a worker no longer. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Send a link to the person whom it is for. Run again after a failure; where the link opens nothing any more, nothing is sent. Whoever
 * gets hold of the mail has the link, so it goes over an encrypted connection, but for a server on this machine.
 *
 * Throws   whatever the server refuses with: the queue tries again.
 */
export async function sendLink(
  job: MailJob,
  { smtpUrl, from, origin }: MailSettings,
  now: Date,
): Promise<void> {
  const mail = await linkMail(job, now);
  if (mail === null) return;
  const { hostname } = new URL(smtpUrl);
  const transport = createTransport({ url: smtpUrl, requireTLS: !LOOPBACK.has(hostname), ...PATIENCE });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const until = `${dayWords(mail.expiresAt, zone)}, ${timeWords(mail.expiresAt, zone)}`;
  const link = new URL(`/join/${mail.token}`, origin).href;
  try {
    await transport.sendMail({
      from,
      to: { name: "", address: mail.to },
      subject: words.mail.subjects[mail.purpose],
      text: words.mail.text({ ...mail, link, until, origin }),
      // Answering machines leave such a mail alone.
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } finally {
    transport.close();
  }
}
