import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { database, disconnect, transaction } from "./client";
import { freeSlugs } from "./slugs";

/** Letters are drawn from here, where the test says which; by chance otherwise. */
const drawn: string[] = [];
vi.mock("node:crypto", async (original) => {
  const crypto = await original<typeof import("node:crypto")>();
  const draw = (size: number) => {
    const next = drawn.shift();
    return next === undefined ? crypto.randomBytes(size) : Buffer.from(next, "hex");
  };
  return { ...crypto, randomBytes: draw };
});

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
}, 60_000);
afterAll(async () => {
  await disconnect();
  await db.close();
});

const wish = { title: "The quay is closed", fallback: "page" };

async function made(wishes: number): Promise<string[]> {
  return transaction(async (tx) => {
    const slugs = await freeSlugs(
      tx,
      "claim",
      Array.from({ length: wishes }, () => wish),
    );
    for (const slug of slugs) await tx.claim.create({ data: { slug, wording: wish.title, unknowns: [] } });
    return slugs;
  });
}

test("many with one title have an address each, also where the same letters are drawn twice", async () => {
  expect(randomBytes(3)).toHaveLength(3);
  expect(await made(1)).toEqual(["the-quay-is-closed"]);
  drawn.push("aaaaaa", "aaaaaa", "bbbbbb");
  expect(await made(2)).toEqual(["the-quay-is-closed-aaaaaa", "the-quay-is-closed-bbbbbb"]);
  drawn.push("aaaaaa", "bbbbbb", "cccccc");
  expect(await made(1)).toEqual(["the-quay-is-closed-cccccc"]);
  expect(await database().claim.count()).toBe(4);
});
