import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { requestImport } from "#lib/desk/imports";
import { at, pageBytes, person } from "#lib/desk/testing/newsroom";
import { failureOf, headersOf } from "#lib/next/failure";
import * as words from "#lib/words";
import { lookAtRoom } from "./room";
import { passingTrouble } from "./trouble";

/** What the database has no time or no room for is said as such, whichever way it was asked. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await disconnect();
});
afterAll(async () => {
  await lookAtRoom(["/"], 0);
  await db.close();
});

const failing = (work: () => Promise<unknown>) =>
  work().then(
    () => null,
    (error: unknown) => error,
  );

describe("a question that takes too long is cut off in the database, and may be asked again", () => {
  test.each([
    ["a raw question", () => database().$queryRaw`SELECT 1 FROM pg_sleep(600)`],
    ["a raw order", () => database().$executeRaw`SELECT pg_sleep(600)`],
    ["in a transaction", () => transaction((tx) => tx.$queryRaw`SELECT 1 FROM pg_sleep(600)`)],
    [
      "one of Prisma's own, behind somebody's lock",
      async () => {
        const other = new Client({ connectionString: db.url });
        await other.connect();
        try {
          await other.query(`BEGIN; LOCK TABLE "Claim" IN ACCESS EXCLUSIVE MODE`);
          await database().claim.count();
        } finally {
          await other.end();
        }
      },
    ],
  ])("%s", async (_, work) => {
    vi.stubEnv("ONRECORD_STATEMENT_TIMEOUT", "1");
    const error = await failing(work);
    expect(passingTrouble(error)).toBe("BUSY");
    const failure = failureOf(error);
    expect(failure).toMatchObject({ isOurs: false, status: 503, message: words.errors.busy });
    expect(headersOf(failure.status)).toHaveProperty("Retry-After");
  });

  test("each connection has the limits, and a command that walks everything has none", async () => {
    const limits = () =>
      database().$queryRaw<unknown[]>`
        SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
          current_setting('idle_in_transaction_session_timeout') AS idle`;
    expect(await limits()).toEqual([{ statement: "30s", lock: "24s", idle: "1min" }]);
    await disconnect();
    vi.stubEnv("ONRECORD_STATEMENT_TIMEOUT", "0");
    expect(await limits()).toEqual([{ statement: "0", lock: "0", idle: "0" }]);
  });

  test("no question is compiled first, whatever PostgreSQL expects of it", async () => {
    const [row] = await database().$queryRaw<{ jit: string }[]>`SELECT current_setting('jit') AS jit`;
    expect(row?.jit).toBe("off");
  });

  test("any other fault is none of these", async () => {
    for (const work of [
      () => database().$queryRaw`SELECT 1 / 0`,
      () => database().$queryRaw`SELECT nothing`,
      () => database().claim.findUniqueOrThrow({ where: { slug: "none" } }),
    ]) {
      const error = await failing(work);
      expect(error).not.toBeNull();
      expect(passingTrouble(error)).toBeNull();
    }
    expect(passingTrouble(new Error("57014"))).toBeNull();
    expect(passingTrouble("57014")).toBeNull();
  });

  test("a full disk is one", () => {
    const full = Object.assign(new Error("could not extend file"), { code: "53100" });
    expect(failureOf(new Error("above", { cause: full }))).toMatchObject({
      status: 503,
      message: words.errors.noRoom,
    });
  });
});

test("with too little room nothing new is taken in, and what ends something is", async () => {
  const mara = await person("Mara");
  const give = () =>
    requestImport(mara, { bytes: pageBytes("r1"), format: null, fileName: "a.txt", mediaType: null }, at);
  await lookAtRoom(["/data"], 500, async () => 1);
  const error = await failing(give);
  expect(failureOf(error)).toMatchObject({ status: 503, message: words.errors.noRoom });
  expect(await database().import.count()).toBe(0);
  await lookAtRoom(["/data"], 500, async () => 1e12);
  const { importId } = await give();
  await lookAtRoom(["/data"], 500, async () => 1);
  const { cancelImport } = await import("#lib/desk/imports");
  await cancelImport(mara, { importId }, at);
});
