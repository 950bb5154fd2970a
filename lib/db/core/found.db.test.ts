import { afterAll, beforeAll, expect, test } from "vitest";
import { Prisma } from "#lib/db/generated/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { database, disconnect } from "./client";
import { type Reckoned, rowsFound } from "./found";

let close: () => Promise<void>;
beforeAll(async () => {
  close = (await freshDatabase()).close;
});
afterAll(async () => {
  await disconnect();
  await close();
});

/** What PostgreSQL is held to as it answers. */
const HELD = Prisma.sql`SELECT array_agg(name ORDER BY name) AS off FROM pg_settings WHERE name LIKE 'enable_%' AND setting = 'off'`;

test("each way is held to on its own connections, and on no others", async () => {
  const asked: string[] = [];
  const find = (isRare: boolean) =>
    rowsFound<{ off: string[] }>({
      along: (far) => {
        asked.push(`along ${far}`);
        return HELD;
      },
      byIndex: HELD,
      take: 1,
      isRare,
    });
  const held = await database().$queryRaw<{ off: string[] | null }[]>(HELD);
  const most = held[0]?.off ?? [];
  const [along] = await find(false);
  const [byIndex] = await find(true);
  expect(along?.off).toEqual([...most, "enable_bitmapscan", "enable_seqscan", "enable_sort"].sort());
  expect(byIndex?.off).toEqual([...most, "enable_indexscan", "enable_seqscan"].sort());
  expect(asked).toEqual(["along 1000"]);
});

/** How many rows come of it, and what was asked along the list: `near` and `far` are how many are found so far. */
async function found(near: number, far: number, reckoned?: Reckoned) {
  const asked: number[] = [];
  const rows = (count: number) => Prisma.sql`SELECT n FROM generate_series(1, ${count}::int) n`;
  const got = await rowsFound<{ n: number }>({
    along: (most) => {
      asked.push(most);
      return rows(asked.length === 1 ? near : far);
    },
    byIndex: rows(7),
    take: 50,
    isRare: false,
    ...(reckoned === undefined ? {} : { reckoned }),
  });
  return [got.length, ...asked];
}

test("what isn't found near is looked for further where that promises enough, and by the index where it doesn't", async () => {
  expect(await found(50, 0)).toEqual([50, 1_000]);
  expect(await found(5, 50)).toEqual([50, 1_000, 10_000]);
  expect(await found(5, 49)).toEqual([7, 1_000, 10_000]);
  expect(await found(4, 50)).toEqual([7, 1_000]);
  expect(await found(0, 50)).toEqual([7, 1_000]);
});

test("no walk is longer than what the index would find", async () => {
  const way = 5_000;
  expect(await found(5, 50, { rows: 10_000, way })).toEqual([50, 1_000, 10_000]);
  expect(await found(5, 50, { rows: 9_999, way })).toEqual([7, 1_000]);
});

test("the walk goes twice as far as enough may be found, within bounds", async () => {
  const rows = 100_000;
  expect(await found(50, 0, { rows, way: 100 })).toEqual([50, 1_000]);
  expect(await found(50, 0, { rows, way: 1_400 })).toEqual([50, 2_800]);
  expect(await found(50, 0, { rows, way: 2_000 })).toEqual([50, 4_000]);
  expect(await found(50, 0, { rows, way: 2_001 })).toEqual([50, 1_000]);
});
