import { z } from "zod";
import { publicOrigin } from "./public-origin";

const DAYS = 180;

/** An address of mail or of a page, as RFC 9116, 2.5.3 asks for one. */
const Contact = z.union([
  z.email().transform((address) => `mailto:${address}`),
  z.url({ protocol: /^https$/ }),
]);

/**
 * `security.txt`: whom to tell of a fault, by ONRECORD_SECURITY_CONTACT (an e-mail address, or the https address of a page). 404 where
 * the newsroom has named nobody: a contact that nobody reads would be worse than none.
 *
 * Source   RFC 9116.
 */
export function answerSecurityContact(): Response {
  const contact = Contact.safeParse(process.env.ONRECORD_SECURITY_CONTACT).data;
  if (contact === undefined) return new Response(null, { status: 404 });
  const expires = new Date(Date.now() + DAYS * 86_400_000).toISOString();
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    `Canonical: ${new URL("/.well-known/security.txt", publicOrigin())}`,
    "Preferred-Languages: en",
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
