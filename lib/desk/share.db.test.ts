import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { countForm } from "#lib/db/people/quotas";
import { keepToken } from "#lib/db/people/tokens";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import * as words from "#lib/words";
import { saveDraft } from "./drafts";
import { cancelImport, requestAddress, requestImport, retryImport } from "./imports";
import { requestByProgram } from "./program-imports";
import { at, NOW, person } from "./testing/newsroom";

/** What one person or token may ask of what all share. */

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await freshDatabase());
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await disconnect();
  await close();
});

let marks = 0;
function page(length = 100) {
  marks += 1;
  const bytes = new TextEncoder().encode(`Page ${marks}. `.padEnd(length, "word "));
  return { bytes, format: "text" as const, fileName: null, mediaType: null };
}

const kept = async () => [
  await database().import.count(),
  await database().snapshot.count(),
  await database().auditEvent.count(),
  Number((await database().$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM graphile_worker.jobs`)[0]?.n),
];

async function refuses(work: () => Promise<unknown>, sentence: string): Promise<void> {
  const before = await kept();
  await expect(work()).rejects.toMatchObject({ code: "rate_limited", message: sentence });
  expect(await kept()).toEqual(before);
}

async function token(owner: Actor): Promise<string> {
  const made = { name: "Night run", scope: "IMPORT" as const, createdById: owner.id, expiresAt: null };
  return (await transaction((tx) => keepToken(tx, made, NOW))).tokenId;
}

const byProgram = (actor: Actor, tokenId: string) =>
  requestByProgram(actor, { tokenId, tokenName: "Night run", key: null, page: page() }, at);

test("a full share is refused with what to do, nothing of it is kept, and others give on", async () => {
  vi.stubEnv("ONRECORD_QUOTAS", "waiting=3");
  const [mara, avan] = [await person("Mara"), await person("Avan")];
  const first = await requestImport(mara, page(), at);
  await requestImport(mara, page(), at);
  await requestAddress(mara, { address: "https://gazette.example/1", publisher: null }, at);
  const full = words.quotas.waiting(3);
  await refuses(() => requestImport(mara, page(), at), full);
  await refuses(
    () => requestAddress(mara, { address: "https://gazette.example/2", publisher: null }, at),
    full,
  );
  await requestImport(avan, page(), at);
  await cancelImport(mara, { importId: first.importId }, at);
  await requestImport(mara, page(), at);
  await refuses(() => retryImport(mara, { importId: first.importId }, at), full);
});

test("pages given at one moment all count", async () => {
  vi.stubEnv("ONRECORD_QUOTAS", "waiting=4");
  const mara = await person("Mara");
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => requestImport(mara, page(), at)));
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
});

test("pages and bytes count for a day", async () => {
  vi.stubEnv("ONRECORD_QUOTAS", "pages=2, megabytes=1");
  const [mara, avan] = [await person("Mara"), await person("Avan")];
  await requestImport(mara, page(), at);
  await requestImport(mara, page(), at);
  await refuses(() => requestImport(mara, page(), at), words.quotas.pages(2));
  await requestImport(mara, page(), { now: new Date(NOW.getTime() + 86_400_001) });
  await requestImport(avan, page(600_000), at);
  await refuses(() => requestImport(avan, page(400_001), at), words.quotas.megabytes(1));
  await requestImport(avan, page(400_000), at);
});

test("a token is counted apart from its person and from other tokens", async () => {
  vi.stubEnv("ONRECORD_QUOTAS", "waiting=1");
  const mara = await person("Mara", "ADMIN");
  const [one, two] = [await token(mara), await token(mara)];
  await byProgram(mara, one);
  await refuses(() => byProgram(mara, one), words.quotas.waiting(1));
  await byProgram(mara, two);
  await requestImport(mara, page(), at);
  await refuses(() => requestImport(mara, page(), at), words.quotas.waiting(1));
});

test("the first page of anybody is read before the later ones of somebody who gives many", async () => {
  const [mara, avan] = [await person("Mara"), await person("Avan")];
  await database().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  for (let i = 0; i < 40; i += 1) await requestImport(mara, page(), at);
  const { importId } = await requestImport(avan, page(), at);
  const order = await database().$queryRaw<{ key: string }[]>`
    SELECT key FROM graphile_worker.jobs ORDER BY priority, run_at, id`;
  const place = order.findIndex(({ key }) => key === `import:${importId}`);
  expect(order).toHaveLength(41);
  expect(place).toBe(1); // behind the very first page of the other one, and no other
});

test("forms that are being filled in are kept up to a number; one that is there is written on", async () => {
  vi.stubEnv("ONRECORD_QUOTAS", "drafts=2");
  const [mara, avan] = [await person("Mara"), await person("Avan")];
  const draft = (who: Actor, n: number, text = "x") =>
    saveDraft(
      who,
      {
        personId: who.id,
        subject: `claim:${n}`,
        body: { text },
        basedOn: n === 2 && text !== "x" ? NOW.toISOString() : null,
      },
      at,
    );
  await draft(mara, 1);
  await draft(mara, 2);
  await refuses(() => draft(mara, 3), words.quotas.drafts(2));
  await draft(mara, 2, "more of it");
  await draft(avan, 3);
  await saveDraft(
    mara,
    { personId: mara.id, subject: "claim:1", body: null, basedOn: NOW.toISOString() },
    at,
  );
  await draft(mara, 3);
  expect(await database().draft.count({ where: { userId: mara.id } })).toBe(2);
});

test("forms posted in a minute are counted for each person", async () => {
  vi.stubEnv("ONRECORD_QUOTAS", "forms=5");
  const [mara, avan] = [await person("Mara"), await person("Avan")];
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => countForm(mara.id)));
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  await expect(countForm(mara.id)).rejects.toMatchObject({ code: "rate_limited" });
  await countForm(avan.id);
});
