import { answerSecurityContact } from "#lib/next/security-contact";

export const dynamic = "force-dynamic";

/** Where a fault in our security is told (RFC 9116). */
export { answerSecurityContact as GET };
