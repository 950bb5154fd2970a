import { headers } from "next/headers";
import type { AuthOptions } from "next-auth";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { currentVisit } from "#lib/db/core/visit";
import { actorOfSession, endSession, type SignInFrom, signIn } from "#lib/db/people/sessions";
import { SESSION_DAYS, SignIn, THIS_MACHINE } from "#lib/domain/people";
import { AppError } from "#lib/errors";
import { CLIENT_HEADER, clientKey } from "./client-address";
import { knownDevices, rememberDevice } from "./known-devices";
import { logError, loggable } from "./log";
import { isSecure, publicOrigin } from "./public-origin";
import { sessionCookieName } from "./session-cookie";

const MAX_AGE = SESSION_DAYS * 24 * 60 * 60;

/** What `authorize` throws at next-auth, which passes on nothing but a message: the sentence stands behind this. */
export const REFUSED = "refused:";

/**
 * next-auth checks the double-submit token, runs `authorize`, and encrypts the cookie. The cookie carries the id of our own
 * session row and nothing else; the row decides whether it still stands.
 */
function authOptions(): AuthOptions {
  const secure = isSecure();
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const host = secure ? "__Host-" : "";
  return {
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (credentials) => {
          const pair = SignIn.safeParse(credentials);
          if (!pair.success) return null;
          const id = await openSession(pair.data);
          return id === null ? null : { id };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      /** What /api/auth/session tells: nothing but whether somebody is signed in, and until when. */
      session: async ({ session, token }) =>
        (await actorOfSession(token.sid, new Date())) === null
          ? { expires: new Date(0).toISOString() }
          : { expires: session.expires },
    },
    events: { signOut: ({ token }) => endSession(token?.sid) },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: MAX_AGE },
    jwt: { maxAge: MAX_AGE },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookieName(), options },
      csrfToken: { name: `${host}onrecord-csrf`, options },
      callbackUrl: { name: `${host}onrecord-callback`, options },
    },
    logger: {
      error: (code, metadata) =>
        logError(`next-auth ${code}`, metadata instanceof Error ? loggable(metadata) : {}),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** What is known of the client and of the browser, for those who count tries. */
async function whereFrom(): Promise<Omit<SignInFrom, "now">> {
  const client = clientKey((await headers()).get(CLIENT_HEADER) ?? "unknown");
  const isThisMachine = currentVisit()?.isThisMachine ?? false;
  return { client: isThisMachine ? THIS_MACHINE : client, isThisMachine, devices: await knownDevices() };
}

/** Unexpected errors are logged here: next-auth would put their message into an address. */
async function openSession(pair: SignIn): Promise<string | null> {
  try {
    const now = new Date();
    const sessionId = await signIn(pair, { ...(await whereFrom()), now });
    const actor = await actorOfSession(sessionId, now);
    if (actor !== null) await rememberDevice(actor.id);
    return sessionId;
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") {
      throw new Error(REFUSED + error.message, { cause: error });
    }
    logError("sign-in", loggable(error));
    throw new Error("Unavailable", { cause: error });
  }
}

/** Answer one of next-auth's own requests. It reads its own address from NEXTAUTH_URL alone: never from a header. */
export async function authRoute(request: Request, path: readonly string[]): Promise<Response> {
  process.env.NEXTAUTH_URL = publicOrigin().origin;
  const params = Promise.resolve({ nextauth: [...path] });
  // next-auth's route handler answers with a Response; its types leave that open.
  return (await NextAuth(request as never, { params } as never, authOptions())) as Response;
}
