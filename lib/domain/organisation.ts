import { z } from "zod";
import { Email } from "./people";

/** What an organisation's own sign-in says of somebody, as OpenID Connect names it. Everything else it says is let be. */
export const OrganisationClaims = z.object({
  iss: z.string().min(1).max(1000),
  sub: z.string().min(1).max(255),
  email: Email.nullable().catch(null),
  email_verified: z
    .union([z.boolean(), z.enum(["true", "false"]).transform((said) => said === "true")])
    .catch(false),
  name: z.string().max(1000).catch(""),
});
export type OrganisationClaims = z.infer<typeof OrganisationClaims>;

/** Why somebody whom their organisation knows isn't let in. */
export const OrganisationRefusal = z.enum(["unverified", "unknown", "closed", "other", "name", "failed"]);
export type OrganisationRefusal = z.infer<typeof OrganisationRefusal>;
