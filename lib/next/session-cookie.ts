import { decode } from "next-auth/jwt";
import { isSecure } from "./public-origin";

/** Over https the browser itself keeps the cookie to this host, this path and encrypted connections: that is `__Host-`. */
export function sessionCookieName(): string {
  return isSecure() ? "__Host-onrecord-session" : "onrecord-session";
}

/**
 * The session id in a cookie; null where the cookie isn't ours, was changed, or has ended. It says nothing of whether the
 * session still stands: only its row does.
 */
export async function sessionIdIn(cookie: string | undefined): Promise<string | null> {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!cookie || !secret) return null;
  try {
    const token = await decode({ token: cookie, secret });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}
