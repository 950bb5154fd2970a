import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** Somebody whom the organisation knows. `sub` is its own name for them. */
export interface Member {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

export const CLIENT = { id: "onrecord", secret: "a secret that the organisation and Onrecord share" };

/**
 * An organisation's own sign-in, a real one, on 127.0.0.1. Its page asks for `sub` and any password. `open` names the address of the
 * product that may use it, which isn't known before it has started.
 */
export async function startOrganisation(members: readonly Member[]) {
  let answer: ReturnType<Provider["callback"]> | null = null;
  const server = createServer((request, response) => {
    if (answer === null) response.writeHead(503).end();
    else void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with a port.
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    open: (origin: string) => {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT.id,
            client_secret: CLIENT.secret,
            redirect_uris: [`${origin}/api/auth/callback/organisation`],
          },
        ],
        pkce: { required: () => true },
        claims: { email: ["email", "email_verified"], profile: ["name"] },
        cookies: { keys: ["a key for the cookies of a test"] },
        findAccount: (_, sub) => {
          const member = members.find((one) => one.sub === sub);
          return member && { accountId: sub, claims: () => ({ ...member }) };
        },
      });
      answer = provider.callback();
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
