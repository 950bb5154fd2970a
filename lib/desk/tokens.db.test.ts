import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { programOf, tokensPage } from "#lib/db/people/tokens";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor, Role } from "#lib/domain/actor";
import * as words from "#lib/words";
import { setRole } from "./people/accounts";
import { passwordLink, setPassword } from "./people/passwords";
import { at, NOW, person } from "./testing/newsroom";
import { createToken, revokeToken } from "./tokens";

const tokens = words.tokens;

let db: Awaited<ReturnType<typeof freshDatabase>>;
let noor: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  noor = await person("Noor", "ADMIN");
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

const make = (ends = "90", by = noor) => createToken(by, { name: "Archive", ends }, at);
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

test("a token is shown once; the database and the history hold nothing that opens anything", async () => {
  const { tokenId, token } = await make();
  expect(token).toMatch(/^onrecord_[\w-]{43}$/);
  const row = await database().apiToken.findUniqueOrThrow({ where: { id: tokenId } });
  const events = await database().auditEvent.findMany({
    where: { subjectId: `token:${tokenId}` },
    include: { payload: true },
  });
  expect(events).toMatchObject([{ action: "token.create", actorId: noor.id }]);
  expect(events[0]?.payload?.payload).toMatchObject({ name: "Archive", scope: "IMPORT" });
  expect(
    JSON.stringify([row, events], (_, value) => (typeof value === "bigint" ? String(value) : value)),
  ).not.toContain(token);
  expect(await programOf(token, NOW)).toMatchObject({
    tokenId,
    tokenName: "Archive",
    actor: { id: noor.id },
  });
  expect(await programOf(`${token}x`, NOW)).toBeNull();
  expect(await programOf(row.tokenHash, NOW)).toBeNull();
});

test("it ends on its day, and one without a day doesn’t", async () => {
  const [month, forever] = [await make("30"), await make("never")];
  expect(await programOf(month.token, later(29))).not.toBeNull();
  expect(await programOf(month.token, later(30))).toBeNull();
  expect(await programOf(forever.token, later(4000))).not.toBeNull();
});

test("a revoked one is out at once, and is revoked once", async () => {
  const { tokenId, token } = await make();
  await revokeToken(noor, { tokenId }, at);
  expect(await programOf(token, NOW)).toBeNull();
  await expect(revokeToken(noor, { tokenId }, at)).rejects.toThrow(tokens.errors.isRevoked);
  expect(await database().auditEvent.count({ where: { action: "token.revoke" } })).toBe(1);
});

test("it works while the account of whoever made it does, with the role that account has", async () => {
  const other = await person("Avan", "ADMIN");
  const { token } = await make("90", other);
  await database().user.update({ where: { id: other.id }, data: { role: "CONTRIBUTOR" } });
  expect((await programOf(token, NOW))?.actor.role).toBe("CONTRIBUTOR");
  await database().user.update({ where: { id: other.id }, data: { disabledAt: NOW } });
  expect(await programOf(token, NOW)).toBeNull();
  const rows = await tokensPage(NOW);
  expect(rows.find(({ createdBy }) => createdBy === "Avan")).toMatchObject({ isOrphan: true });
  expect(rows.at(-1)?.isOrphan || rows.at(-1)?.revokedAt).toBeTruthy();
});

test.each<[Role]>([["CONTRIBUTOR"], ["EDITOR"]])("a %s neither makes nor revokes one", async (role) => {
  const { tokenId, token } = await make();
  const actor = await person("Mara", role);
  await expect(make("90", actor)).rejects.toThrow(words.deskErrors.notAllowed);
  await expect(revokeToken(actor, { tokenId }, at)).rejects.toThrow(words.deskErrors.notAllowed);
  expect(await programOf(token, NOW)).not.toBeNull();
});

test.each([
  ["no name", { name: " ", ends: "30" }, "name"],
  ["a long name", { name: "x".repeat(81), ends: "30" }, "name"],
  ["another end", { name: "Archive", ends: "36500" }, "ends"],
])("%s is refused at its field", async (_, input, field) => {
  await expect(createToken(noor, input, at)).rejects.toMatchObject({ code: "invalid_input", field });
});

test("the database itself changes nothing of a token but its use and its end", async () => {
  const { tokenId: id } = await make();
  const change = (data: object) => database().apiToken.update({ where: { id }, data });
  await change({ lastUsedAt: NOW });
  await expect(change({ name: "Other" })).rejects.toThrow(/never changed otherwise/);
  await expect(change({ expiresAt: null })).rejects.toThrow(/never changed otherwise/);
  await change({ revokedAt: NOW });
  await expect(change({ revokedAt: null })).rejects.toThrow(/revoked once/);
  await expect(database().apiToken.delete({ where: { id } })).rejects.toThrow(/never changed/);
  expect((await verifyRecord()).faults).toEqual([]);
});

test("it ends with its owner's role, and when their password is set anew", async () => {
  const [ida, other] = [await person("Ida", "ADMIN"), await person("Olga", "ADMIN")];
  const [demoted, reset] = [await make("90", ida), await make("90", other)];
  const { revision } = await database().user.findUniqueOrThrow({ where: { id: ida.id } });
  await setRole(noor, { userId: ida.id, revision, role: "EDITOR" }, at);
  expect(await programOf(demoted.token, NOW)).toBeNull();
  const link = await passwordLink(noor, { userId: other.id }, at);
  expect(await programOf(reset.token, NOW)).not.toBeNull();
  await setPassword({ token: link.token, password: "three green lamps burn" }, at);
  expect(await programOf(reset.token, NOW)).toBeNull();
});
