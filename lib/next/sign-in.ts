import { cookies } from "next/headers";
import { NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { endSession } from "#lib/db/people/sessions";
import { endStep } from "#lib/db/people/sign-in-steps";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { authRoute, REFUSED, STEP } from "./auth";
import { ORGANISATION } from "./organisation";
import { ownPath } from "./own-path";
import { publicOrigin } from "./public-origin";
import { currentSessionId } from "./session";
import { askCookie, stepCookie } from "./short-cookies";

/**
 * Sign this browser in or out, from an action or a route: next-auth's own requests, made here instead of by a script in the
 * browser, so that a form works before any script has come and a password never stands in an address.
 */

/** What comes after a right password: in, or the second step. */
export type SignedIn = "in" | "second step";

/** Throws   AppError `invalid_input` for every wrong pair, `rate_limited`, `unavailable`. */
export function signInHere(email: string, password: string): Promise<SignedIn> {
  return enter("credentials", { email, password }, words.people.signIn.wrongPair);
}

/**
 * The second step, with a code, or without one after a set-up on the way.
 *
 * Throws   as `signInHere`; `not_signed_in` where the first step has to be taken again.
 */
export async function takeStepHere(code: string | null): Promise<void> {
  const token = (await stepCookie.read()) ?? "";
  await enter(
    "second-step",
    code === null ? { token } : { token, code },
    words.secondFactor.errors.wrongCode,
  );
  await stepCookie.drop();
}

/** With a passkey alone; `shown` is the browser's answer, as JSON. Throws as `signInHere`. */
export async function showKeyHere(shown: string): Promise<void> {
  const token = (await askCookie.read()) ?? "";
  await enter("passkey", { token, shown }, words.passkeys.errors.wrong);
  await askCookie.drop();
  await stepCookie.drop();
}

async function enter(
  provider: string,
  form: Readonly<Record<string, string>>,
  wrong: string,
): Promise<SignedIn> {
  const before = await currentSessionId();
  const target = await post(["callback", provider], form);
  const error = target.searchParams.get("error");
  if (error === null) {
    await endSession(before); // one browser, one session
    return "in";
  }
  if (error.startsWith(STEP)) {
    await stepCookie.keep(error.slice(STEP.length));
    return "second step";
  }
  if (error.startsWith(REFUSED)) throw refusalIn(error.slice(REFUSED.length));
  if (error === "CredentialsSignin") throw new AppError("invalid_input", wrong);
  throw new AppError("unavailable", words.people.signIn.failed);
}

const RefusedCode = z.enum(["rate_limited", "not_signed_in", "unavailable"]).catch("unavailable");

/** `code:sentence`, as `auth.ts` writes it. */
function refusalIn(told: string): AppError {
  const end = told.indexOf(":");
  return new AppError(RefusedCode.parse(told.slice(0, end)), told.slice(end + 1));
}

/** Where this browser has to go to sign in through its person's organisation, and come back to `next`. */
export function wayToOrganisation(next: unknown): Promise<URL> {
  return post(["signin", ORGANISATION], { callbackUrl: new URL(ownPath(next), publicOrigin()).href });
}

/** Ends this browser's session; nothing happens where it has none. */
export async function signOutHere(): Promise<void> {
  await endStep(await stepCookie.read());
  await post(["signout"], {});
}

/** The address that next-auth would have led the browser to. */
async function post(path: readonly string[], form: Readonly<Record<string, string>>): Promise<URL> {
  const { csrfToken } = await (await call(["csrf"], null)).json();
  const answer = await (await call(path, { ...form, csrfToken, json: "true" })).json();
  return new URL(String(answer.url), publicOrigin());
}

async function call(
  path: readonly string[],
  form: Readonly<Record<string, string>> | null,
): Promise<Response> {
  const request = new NextRequest(new URL(`/api/auth/${path.join("/")}`, publicOrigin()), {
    ...(form === null
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(form) }),
  });
  const response = await authRoute(request, path);
  const jar = await cookies();
  for (const cookie of new NextResponse(null, { headers: response.headers }).cookies.getAll()) {
    // Next.js reads back no empty value and no Max-Age of 0, by which next-auth takes a cookie away.
    jar.set(cookie.value ? cookie : { ...cookie, value: "", expires: new Date(0) });
  }
  return response;
}
