import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { database } from "#lib/db/core/client";
import { hashPassword } from "#lib/db/people/passwords";
import { factorPage } from "#lib/db/people/second-factors";
import { signIn } from "#lib/db/people/sessions";
import { SecondStepNext } from "#lib/db/people/sign-in-steps";
import { beginAuthenticator, confirmAuthenticator } from "#lib/desk/people/second-factor";
import type { Actor, Role } from "#lib/domain/actor";

/** People with a password, and with an app that makes codes, for tests. */

/** Nobody in these tests is asked again who they are, but where a test says so. */
const PROVED = new Date("2999-01-01T00:00:00Z");

export const PASSWORD = "three green lamps burn";

export type Someone = Actor & { readonly email: string };

let hashed: Promise<string> | undefined;

export async function someone(role: Role = "EDITOR"): Promise<Someone> {
  hashed ??= hashPassword(PASSWORD);
  const mark = randomUUID().slice(0, 8);
  const email = `person-${mark}@example.org`;
  const name = `Person ${mark}`;
  const passwordHash = await hashed;
  const { id } = await database().user.create({ data: { email, name, role, passwordHash } });
  return { id, name, role, email, provedAt: PROVED };
}

/** What the person's app shows at a moment. */
export type App = (at: Date) => string;

export function appWith(secret: string): App {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  return (at) => totp.generate({ timestamp: at.getTime() });
}

/** A person with an app, set up two minutes before `now`, so that every code of `now` is a fresh one. */
export async function withApp(now: Date, role: Role = "EDITOR") {
  const who = await someone(role);
  const at = { now: new Date(now.getTime() - 120_000) };
  await beginAuthenticator(who, {}, at);
  const { waiting } = await factorPage(who, at.now);
  const app = appWith(String(waiting?.text));
  const { codes } = await confirmAuthenticator(who, { code: app(at.now) }, at);
  return { who, app, codes };
}

/** The first step of signing in: the token for the second. */
export async function stepOf(who: Someone, now: Date): Promise<string> {
  const from = { client: "203.0.113.7", now };
  const refused = await signIn({ email: who.email, password: PASSWORD }, from).catch(
    (error: unknown) => error,
  );
  if (refused instanceof SecondStepNext) return refused.token;
  throw new Error(`no second step: ${refused}`);
}
