import { createTransport } from "nodemailer";

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
 * Hand one mail on, over an encrypted connection, but for a server on this machine.
 *
 * Throws   whatever the server refuses with: the queue tries again.
 */
export async function handOn(
  mail: { readonly to: string; readonly subject: string; readonly text: string },
  { smtpUrl, from }: MailSettings,
): Promise<void> {
  const { hostname } = new URL(smtpUrl);
  const transport = createTransport({ url: smtpUrl, requireTLS: !LOOPBACK.has(hostname), ...PATIENCE });
  try {
    await transport.sendMail({
      from,
      to: { name: "", address: mail.to },
      subject: mail.subject,
      text: mail.text,
      // Answering machines leave such a mail alone.
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } finally {
    transport.close();
  }
}
