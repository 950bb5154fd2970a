import { cookies } from "next/headers";
import { NextRequest, NextResponse } from "next/server";
import { endSession } from "#lib/db/people/sessions";
import { AppError } from "#lib/errors";
import { words } from "#lib/words";
import { authRoute, REFUSED } from "./auth";
import { publicOrigin } from "./public-origin";
import { currentSessionId } from "./session";

/**
 * Sign this browser in or out, from an action or a route: next-auth's own requests, made here instead of by a script in the
 * browser, so that a form works before any script has come and a password never stands in an address.
 */

/** Throws   AppError `invalid_input` for every wrong pair, `rate_limited`, `unavailable`. */
export async function signInHere(email: string, password: string): Promise<void> {
  const before = await currentSessionId();
  const target = await post(["callback", "credentials"], { email, password });
  const error = target.searchParams.get("error");
  if (error === null) return endSession(before); // one browser, one session
  if (error.startsWith(REFUSED)) throw new AppError("rate_limited", error.slice(REFUSED.length));
  if (error === "CredentialsSignin") throw new AppError("invalid_input", words.people.signIn.wrongPair);
  throw new AppError("unavailable", words.people.signIn.failed);
}

/** Ends this browser's session; nothing happens where it has none. */
export async function signOutHere(): Promise<void> {
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
