import { cookies, headers } from "next/headers";
import type { AuthOptions } from "next-auth";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { currentVisit } from "#lib/db/core/visit";
import { signInWithPasskey } from "#lib/db/people/passkey-sign-in";
import { takeSecondStep } from "#lib/db/people/second-step";
import { actorOfSession, endSession, type SignInFrom, signIn } from "#lib/db/people/sessions";
import { SecondStepNext, stepView } from "#lib/db/people/sign-in-steps";
import { enterFromOrganisation } from "#lib/desk/people/organisation";
import { THIS_MACHINE } from "#lib/domain/actor";
import { OrganisationClaims, type OrganisationRefusal } from "#lib/domain/organisation";
import { PasskeyAnswer } from "#lib/domain/passkeys";
import { SESSION_DAYS, SignIn } from "#lib/domain/people";
import { SecondStep } from "#lib/domain/second-factor";
import { AppError } from "#lib/errors";
import { CLIENT_HEADER, clientKey } from "./client-address";
import { knownDevices, rememberDevice } from "./known-devices";
import { logError, loggable } from "./log";
import { arePasswordsOn, ORGANISATION, organisationProvider } from "./organisation";
import { secondStepPath } from "./own-path";
import { passkeySite } from "./passkey-site";
import { isSecure, publicOrigin } from "./public-origin";
import { sessionCookieName, sessionIdIn } from "./session-cookie";
import { stepCookie } from "./short-cookies";

const MAX_AGE = SESSION_DAYS * 24 * 60 * 60;

/** What `authorize` throws at next-auth, which passes on nothing but a message: a code and a sentence stand behind this. */
export const REFUSED = "refused:";
/** The same where the second step is next: the token of this browser's way stands behind it. */
export const STEP = "step:";

/**
 * next-auth checks the double-submit token, runs `authorize`, and encrypts the cookie. The cookie carries the id of our own
 * session row and nothing else; the row decides whether it still stands.
 */
function authOptions(): AuthOptions {
  const secure = isSecure();
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const host = secure ? "__Host-" : "";
  return {
    providers: waysIn(),
    callbacks: {
      signIn: async ({ user, account, profile }) =>
        account?.provider === ORGANISATION ? enterFromThere(user, profile) : true,
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
      pkceCodeVerifier: { name: `${host}onrecord-pkce`, options },
      state: { name: `${host}onrecord-state`, options },
      nonce: { name: `${host}onrecord-nonce`, options },
    },
    logger: {
      error: (code, metadata) =>
        logError(`next-auth ${code}`, metadata instanceof Error ? loggable(metadata) : {}),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** Each checks what it is given, and opens a session of ours or none. */
function waysIn(): AuthOptions["providers"] {
  return [
    Credentials({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      authorize: async (credentials) => {
        const pair = SignIn.safeParse(credentials);
        return pair.success && arePasswordsOn() ? opened((from) => signIn(pair.data, from)) : null;
      },
    }),
    Credentials({
      id: "second-step",
      credentials: { token: {}, code: {} },
      authorize: async (credentials) => {
        const step = SecondStep.safeParse(credentials);
        return step.success ? opened((from) => takeSecondStep(step.data, from)) : null;
      },
    }),
    ...organisationProvider(),
    Credentials({
      id: "passkey",
      credentials: { token: {}, shown: {} },
      authorize: async (credentials) => {
        const site = passkeySite();
        const answer = PasskeyAnswer.safeParse(credentials);
        if (site === null || !answer.success) return null;
        return opened(async (from) => signInWithPasskey(answer.data, site, await keysFor(from)));
      },
    }),
  ];
}

/** Where the organisation alone lets people in, a passkey is the second step for whoever it let in, and no way of its own. */
async function keysFor({ now }: SignInFrom) {
  if (arePasswordsOn()) return { now, owner: null };
  const step = await stepView(await stepCookie.read(), now);
  return { now, owner: step?.person.id ?? "nobody" };
}

/** What is known of the client and of the browser, for those who count tries. */
async function whereFrom(): Promise<Omit<SignInFrom, "now">> {
  const client = clientKey((await headers()).get(CLIENT_HEADER) ?? "unknown");
  const isThisMachine = currentVisit()?.isThisMachine ?? false;
  return { client: isThisMachine ? THIS_MACHINE : client, isThisMachine, devices: await knownDevices() };
}

/**
 * The session that `open` opened, as next-auth's user; null where it opened none. Unexpected errors are logged here: next-auth
 * would put their message into an address.
 */
async function opened(open: (from: SignInFrom) => Promise<string | null>): Promise<{ id: string } | null> {
  try {
    const now = new Date();
    const id = await open({ ...(await whereFrom()), now });
    const actor = await actorOfSession(id, now);
    if (actor !== null) await rememberDevice(actor.id);
    return id === null ? null : { id };
  } catch (error) {
    if (error instanceof SecondStepNext) throw new Error(STEP + error.token, { cause: error });
    if (error instanceof AppError) {
      if (error.code === "unavailable") logError("sign-in", loggable(error));
      throw new Error(`${REFUSED}${error.code}:${error.message}`, { cause: error });
    }
    logError("sign-in", loggable(error));
    throw new Error("Unavailable", { cause: error });
  }
}

/**
 * Somebody comes back from their organisation: `user` gets the id of their session, which next-auth puts into the cookie.
 *
 * Returns  true where they are in; else the path that leads on: the second step, or the reason.
 */
async function enterFromThere(user: { id: string }, profile: unknown): Promise<true | string> {
  const refusal = (why: OrganisationRefusal) => `/sign-in?organisation=${why}`;
  try {
    const claims = OrganisationClaims.safeParse(profile);
    if (!claims.success) return refusal("failed");
    const entered = await enterFromOrganisation(claims.data, new Date());
    if ("refused" in entered) return refusal(entered.refused);
    const { userId, way } = entered;
    if ("step" in way) {
      await stepCookie.keep(way.step);
      return secondStepPath(null);
    }
    await endSession(await sessionIdIn((await cookies()).get(sessionCookieName())?.value)); // one browser, one session
    await rememberDevice(userId);
    user.id = way.sessionId;
    return true;
  } catch (error) {
    logError("sign-in", loggable(error));
    return refusal("failed");
  }
}

/** Answer one of next-auth's own requests. It reads its own address from NEXTAUTH_URL alone: never from a header. */
export async function authRoute(request: Request, path: readonly string[]): Promise<Response> {
  process.env.NEXTAUTH_URL = publicOrigin().origin;
  const params = Promise.resolve({ nextauth: [...path] });
  // next-auth's route handler answers with a Response; its types leave that open.
  return (await NextAuth(request as never, { params } as never, authOptions())) as Response;
}
