import type { OAuthConfig } from "next-auth/providers/oauth";

/** An organisation's own sign-in, as ONRECORD_OIDC_… name it; `lib/env.ts` has looked at them when the server started. */
interface Organisation {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it; null where nobody said. */
  readonly name: string | null;
}

interface Claims {
  readonly iss: string;
  readonly sub: string;
}

/** What next-auth knows it by, in addresses too. */
export const ORGANISATION = "organisation";

export function organisation(env: NodeJS.ProcessEnv = process.env): Organisation | null {
  const { ONRECORD_OIDC_ISSUER: issuer, ONRECORD_OIDC_CLIENT_ID: clientId } = env;
  const { ONRECORD_OIDC_CLIENT_SECRET: clientSecret, ONRECORD_OIDC_NAME: name } = env;
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, name: name || null };
}

/** Do passwords sign anybody in? Always where there is no other way. */
export function arePasswordsOn(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.ONRECORD_PASSWORDS !== "off" || organisation(env) === null;
}

/**
 * The provider, with PKCE, state and nonce. What it says of a person comes from the signed token and, since many put the address there
 * alone, from its page for that; both must be of the same person, and of the issuer that is set.
 *
 * Source   OpenID Connect Core 1.0; RFC 7636.
 */
export function organisationProvider(): OAuthConfig<Record<string, unknown>>[] {
  const found = organisation();
  if (found === null) return [];
  const { issuer, clientId, clientSecret } = found;
  return [
    {
      id: ORGANISATION,
      name: found.name ?? ORGANISATION,
      type: "oauth",
      wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      issuer,
      clientId,
      clientSecret,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      userinfo: {
        request: async ({ client, tokens }) => {
          // next-auth hands on openid-client's TokenSet, and types it as what it is made from.
          const claims = (tokens as typeof tokens & { claims(): Claims }).claims();
          const told = await client.userinfo(tokens.access_token ?? "");
          if (claims.iss !== issuer || told.sub !== claims.sub)
            throw new RangeError("not the one who was asked");
          return { ...told, ...claims };
        },
      },
      // Nobody is signed in by this id: `signIn` puts that of the session there.
      profile: ({ sub }) => ({ id: String(sub) }),
    },
  ];
}
