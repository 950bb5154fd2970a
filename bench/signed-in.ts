import { randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { dataFolder, type Product, startProduct } from "#e2e/product";
import { database } from "#lib/db/core/client";
import { person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";

/** A product of the bench's own, whose database this process reads too. `cookieOf` is the Cookie header of somebody who is signed in there for an hour. */
export async function startSignedIn(): Promise<{
  readonly product: Product;
  readonly cookieOf: (actor: Actor) => Promise<string>;
}> {
  const secret = randomBytes(32).toString("hex");
  const product = await startProduct({ data: dataFolder(), env: { NEXTAUTH_SECRET: secret } });
  process.env.DATABASE_URL = product.running().databaseUrl;
  const cookieOf = async ({ id: userId }: Actor) => {
    const now = new Date();
    const expiresAt = new Date(now.getTime() + 3_600_000);
    const { id: sid } = await database().session.create({
      data: { userId, createdAt: now, lastSeenAt: now, provedAt: now, expiresAt },
    });
    return `onrecord-session=${await encode({ token: { sid }, secret })}`;
  };
  return { product, cookieOf };
}

/** So many people who are signed in, each with their Cookie header. */
export async function signedIn(
  names: readonly string[],
  cookieOf: (actor: Actor) => Promise<string>,
): Promise<{ readonly actor: Actor; readonly cookie: string }[]> {
  const people = [];
  for (const name of names) {
    const actor = await person(name);
    people.push({ actor, cookie: await cookieOf(actor) });
  }
  return people;
}

/** What the web server sends of a page that is drawn anew in a browser: no document, only what the screen is made of. */
export async function redraw(address: string, cookie: string): Promise<void> {
  const response = await fetch(`${address}?_rsc=bench`, { headers: { Cookie: cookie, RSC: "1" } });
  const type = response.headers.get("content-type") ?? "";
  if (response.status !== 200 || !type.startsWith("text/x-component"))
    throw new Error(`the page wasn't drawn anew: ${response.status} ${type}`);
  await response.arrayBuffer();
}

/** The median, the 95th percentile and the longest, of milliseconds. */
export function figures(all: readonly number[]): string {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => `${Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)} ms`;
  return `median ${at(0.5)}, 95th percentile ${at(0.95)}, longest ${at(1)}`;
}
