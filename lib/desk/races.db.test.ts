import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { keepToken } from "#lib/db/people/tokens";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { invitePerson } from "./people/invitations";
import { acceptInvitation, createSetUpLink } from "./people/joining";
import { requestByProgram } from "./program-imports";
import { publishReview } from "./reviews";
import { at, NOW, person, submittedReview } from "./testing/newsroom";

/** The same link, key or review, used by a hundred at once: one wins, and the others are told. */

const AT_ONCE = process.env.ONRECORD_ATTACK === "all" ? 100 : 30;
const PASSWORD = "three green lamps burn";

let close: () => Promise<void>;
let admin: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await disconnect();
  await close();
});

async function race(work: (n: number) => Promise<unknown>): Promise<{ won: number; codes: Set<unknown> }> {
  const all = await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, n) => work(n)));
  const codes = new Set(
    all.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code?: string }).code] : [])),
  );
  return { won: all.filter(({ status }) => status === "fulfilled").length, codes };
}

test("the set-up link makes one admin", async () => {
  const token = await createSetUpLink(NOW);
  const { won, codes } = await race((n) =>
    acceptInvitation({ token, name: `Admin ${n}`, email: `admin-${n}@example.org`, password: PASSWORD }, at),
  );
  expect([won, [...codes]]).toEqual([1, ["conflict"]]);
  const { id, name } = await database().user.findFirstOrThrow();
  expect(await database().user.count()).toBe(1);
  admin = { id, name, role: "ADMIN", provedAt: NOW };
}, 120_000);

test("an invitation lets in one person", async () => {
  const { token } = await invitePerson(admin, { email: "ida@example.org", role: "EDITOR" }, at);
  const { won, codes } = await race((n) =>
    acceptInvitation({ token, name: `Ida ${n}`, email: "ida@example.org", password: PASSWORD }, at),
  );
  expect([won, [...codes]]).toEqual([1, ["conflict"]]);
  expect(await database().user.count({ where: { email: "ida@example.org" } })).toBe(1);
}, 120_000);

test("a key of a program is one import, and all are told which", async () => {
  const made = { name: "Night run", scope: "IMPORT" as const, createdById: admin.id, expiresAt: null };
  const { tokenId } = await transaction((tx) => keepToken(tx, made, NOW));
  const page = {
    bytes: new TextEncoder().encode("Words."),
    format: "text" as const,
    fileName: null,
    mediaType: null,
  };
  const ask = () => requestByProgram(admin, { tokenId, tokenName: "Night run", key: "night/1", page }, at);
  const ids = new Set<string>();
  const { codes } = await race(async () => ids.add((await ask()).importId));
  ids.add((await ask()).importId);
  expect(ids.size).toBe(1);
  expect([...codes].filter((code) => code !== "conflict")).toEqual([]);
  expect(await database().import.count({ where: { idempotencyKey: "night/1" } })).toBe(1);
}, 120_000);

test("a review is published once, whoever publishes, and the chain has no fork", async () => {
  const mara = await person("Mara");
  const publishers = [await person("Avan"), await person("Jonas"), await person("Noor")];
  const { reviewId, revision } = await submittedReview(mara);
  const { won, codes } = await race(async (n) => {
    const by = publishers[n % publishers.length];
    if (by !== undefined) await publishReview(by, { reviewId, revision }, at);
  });
  expect([won, [...codes]]).toEqual([1, ["conflict"]]);
  expect(await database().publication.count({ where: { reviewId } })).toBe(1);
  expect(await verifyRecord()).toMatchObject({ faults: [] });
}, 120_000);
