import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { isSecure } from "./public-origin";

/** As long as a browser keeps a cookie, at most: half a year after the last time that its person signed in. In seconds. */
const MAX_AGE = 180 * 24 * 60 * 60;
/** People who share a browser. The one who signed in longest ago is forgotten first. */
const MOST_PEOPLE = 5;
/** Keeps this cookie from being taken for another that is sealed with the same secret. */
const SALT = "onrecord-device";

const Known = z.object({ known: z.array(z.tuple([z.uuid(), z.string().max(64)])).max(MOST_PEOPLE) });

function cookieName(): string {
  return isSecure() ? "__Host-onrecord-device" : "onrecord-device";
}

/**
 * Who signed in with this browser before, and the mark by which it is known to them: what they try is counted apart from what strangers
 * try. It opens nothing. Empty where the cookie is missing, was changed or has ended.
 */
export async function knownDevices(): Promise<ReadonlyMap<string, string>> {
  return devicesIn((await cookies()).get(cookieName())?.value);
}

/** The same, of a cookie's value. */
export async function devicesIn(token: string | undefined): Promise<ReadonlyMap<string, string>> {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!token || !secret) return new Map();
  try {
    const found = Known.safeParse(await decode({ token, secret, salt: SALT }));
    return new Map(found.data?.known ?? []);
  } catch {
    return new Map();
  }
}

/** The cookie's value in which this person's browser is known too, with a mark of its own where it had none. */
export async function deviceToken(
  before: ReadonlyMap<string, string>,
  userId: string,
  secret: string,
): Promise<string> {
  const mark = before.get(userId) ?? randomBytes(16).toString("base64url");
  const others = [...before].filter(([id]) => id !== userId).slice(1 - MOST_PEOPLE);
  return encode({ token: { known: [...others, [userId, mark]] }, secret, maxAge: MAX_AGE, salt: SALT });
}

/** From here on this browser is known to this person. */
export async function rememberDevice(userId: string): Promise<void> {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) return;
  const value = await deviceToken(await knownDevices(), userId, secret);
  (await cookies()).set(cookieName(), value, {
    httpOnly: true,
    sameSite: "strict",
    path: "/",
    secure: isSecure(),
    maxAge: MAX_AGE,
  });
}
