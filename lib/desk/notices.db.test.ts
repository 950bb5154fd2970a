import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { inboxOf } from "#lib/db/notices/inbox";
import { countUnread } from "#lib/db/notices/notices";
import { promiseDesk } from "#lib/db/outcomes/desk";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { tellFallenDue } from "#lib/db/webhooks/tell";
import type { Actor } from "#lib/domain/actor";
import { TimeCursor } from "#lib/domain/cursors";
import { NOTICES_ON_A_PAGE } from "#lib/domain/notices";
import { readNotices, unreadNotices } from "./notices";
import { assignItems, undoQueueAct } from "./queue";
import { giveUpPass, handInPass, takePass } from "./readings";
import { openReview, returnReview } from "./reviews";
import { finishReading, settleReading } from "./settling";
import { at, NOW, person, publishedReview, storedPage, submittedReview } from "./testing/newsroom";
import { readingOf } from "./testing/readings";
import { openThread } from "./threads";

let close: () => Promise<void>;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
});
beforeEach(async () => {
  [mara, avan] = [await person(`Mara ${crypto.randomUUID()}`), await person("Avan")];
});
afterAll(async () => {
  await disconnect();
  await close();
});

const inbox = async (actor: Actor) => (await inboxOf(actor, null)).notices;
const later = (seconds: number) => ({ now: new Date(NOW.getTime() + seconds * 1000) });

async function items(count: number) {
  const versions = await Promise.all(Array.from({ length: count }, () => storedPage()));
  const rows = await database().queueItem.findMany({ where: { versionId: { in: versions } } });
  return rows.map(({ id }) => ({ id, revision: 0 }));
}
const asked = (chosen: readonly { id: string; revision: number }[]) =>
  chosen.map(({ id, revision }) => `${id}_${revision}`);

describe("somebody is told", () => {
  test("that they were given a page, and where it is", async () => {
    const [item] = await items(1);
    await assignItems(avan, { items: asked(item ? [item] : []), assigneeId: mara.id }, at);
    const row = await database().queueItem.findUniqueOrThrow({ where: { id: item?.id ?? "" } });
    expect(await inbox(mara)).toMatchObject([
      {
        kind: "ASSIGNED",
        by: "Avan",
        count: 1,
        title: row.title,
        href: `/desk/articles/${row.versionId}`,
        isRead: false,
      },
    ]);
  });

  test("once of many pages that were given in one act, and that it was taken back", async () => {
    const { actId } = await assignItems(avan, { items: asked(await items(3)), assigneeId: mara.id }, at);
    expect(await inbox(mara)).toMatchObject([
      { kind: "ASSIGNED", count: 3, title: null, href: "/desk?view=mine", isTakenBack: false },
    ]);
    await undoQueueAct(avan, { actId }, later(1));
    expect(await inbox(mara)).toMatchObject([{ isTakenBack: true }]);
  });

  test("nothing of what they did themselves", async () => {
    await assignItems(mara, { items: asked(await items(1)), assigneeId: mara.id }, at);
    expect(await inbox(mara)).toEqual([]);
  });

  test("that what they wrote was returned", async () => {
    const { reviewId, versionId, revision } = await submittedReview(mara);
    await returnReview(avan, { reviewId, revision, reason: "Look at the second one." }, at);
    expect(await inbox(mara)).toMatchObject([
      { kind: "RETURNED", by: "Avan", href: `/desk/articles/${versionId}`, words: null },
    ]);
    expect(await inbox(avan)).toEqual([]);
  });

  test("who may settle: that two blind passes are in; nobody who read it, and no name of theirs", async () => {
    const ben = await person("Ben");
    const helper = await person("Helper", "CONTRIBUTOR");
    const { readingId } = await readingOf(avan, "BARE");
    for (const reader of [ben, helper]) {
      const { passId } = await takePass(reader, { readingId }, at);
      expect(await inbox(mara)).toEqual([]);
      await handInPass(reader, { passId, revision: 1 }, at);
    }
    for (const settler of [mara, avan])
      expect(await inbox(settler)).toMatchObject([
        { kind: "DISAGREEMENT", by: null, href: `/desk/readings/${readingId}`, words: null },
      ]);
    for (const other of [ben, helper, await person("New")]) expect(await inbox(other)).toEqual([]);
    expect(await countUnread(mara.id)).toBe(1);
  });

  test("nothing more of two passes that were settled, whoever settled them; read notices stay as they were", async () => {
    const [ben, other] = [await person("Ben"), await person("Other")];
    const { readingId } = await readingOf(avan, "BARE");
    for (const reader of [ben, other]) {
      const { passId } = await takePass(reader, { readingId }, at);
      await handInPass(reader, { passId, revision: 1 }, at);
    }
    const stranger = await readingOf(avan, "BARE");
    for (const reader of [ben, other]) {
      const { passId } = await takePass(reader, { readingId: stranger.readingId }, at);
      await handInPass(reader, { passId, revision: 1 }, at);
    }
    const mine = await database().notice.findFirstOrThrow({ where: { personId: avan.id, readingId } });
    await readNotices(avan, { noticeId: mine.id }, later(1));
    const { revision } = await database().blindReading.findUniqueOrThrow({ where: { id: readingId } });
    const begun = await settleReading(avan, { readingId, revision }, later(2));
    expect(await countUnread(mara.id)).toBe(2);
    await finishReading(avan, { readingId, revision: begun.revision }, later(3));
    const told = await database().notice.findMany({
      where: { readingId, personId: { in: [avan.id, mara.id] } },
    });
    expect(told.map(({ personId, readAt }) => [personId, readAt])).toEqual(
      expect.arrayContaining([
        [avan.id, later(1).now],
        [mara.id, later(3).now],
      ]),
    );
    // The other page waits still.
    expect(await countUnread(mara.id)).toBe(1);
  });

  test("who took a pass and gave it up: nothing, as they may not settle it", async () => {
    const [ben, other] = [await person("Ben"), await person("Other")];
    const { readingId } = await readingOf(avan, "BARE");
    const { passId, revision } = await takePass(mara, { readingId }, at);
    await giveUpPass(mara, { passId, revision }, at);
    for (const reader of [ben, other]) {
      const taken = await takePass(reader, { readingId }, at);
      await handInPass(reader, { passId: taken.passId, revision: 1 }, at);
    }
    expect(await inbox(mara)).toEqual([]);
    expect(await inbox(avan)).toHaveLength(1);
  });

  test("who wrote or published a page, or has it before them: once, that a promise on it fell due", async () => {
    const [assigned, stranger] = [await person("Assigned"), await person("Stranger")];
    await tellFallenDue(new Date("2024-09-18T23:00:00.000Z"));
    const { versionId } = await publishedReview(mara, avan);
    const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
    await openReview(assigned, { versionId }, at);
    const due = await database().standingStatement.findMany({
      where: { publication: { articleId }, dueTo: new Date("2024-09-18T00:00:00.000Z"), outcome: null },
    });
    expect(due.length).toBeGreaterThan(0);
    for (const day of ["2024-09-19", "2024-09-19", "2024-09-25"])
      await tellFallenDue(new Date(`${day}T05:00:00.000Z`));
    for (const told of [mara, avan, assigned]) {
      const notices = (await inbox(told)).filter(({ kind }) => kind === "FELL_DUE");
      expect(notices).toHaveLength(due.length);
      expect(notices[0]).toMatchObject({ by: null, count: 1, isTakenBack: false });
      expect(notices[0]?.href).toMatch(/^\/desk\/promises\/[0-9a-f-]{36}$/);
      const statementId = notices[0]?.href.split("/").at(-1) ?? "";
      expect((await promiseDesk(told, statementId))?.exact).toBe(notices[0]?.title);
    }
    expect(await inbox(stranger)).toEqual([]);
  });
});

describe("what is read", () => {
  const tellTimes = async (times: number) => {
    const versionId = await storedPage();
    for (let n = 1; n <= times; n += 1)
      await openThread(avan, { versionId, body: `${n}: @${mara.name}` }, later(n));
  };

  test("one by one, or all that the page showed; each can be taken back, and what came meanwhile stays unread", async () => {
    await tellTimes(3);
    const [third, second] = await inbox(mara);
    await readNotices(mara, { noticeId: third?.id }, later(10));
    expect(await countUnread(mara.id)).toBe(2);
    await unreadNotices(mara, { noticeId: third?.id }, later(11));
    expect(await countUnread(mara.id)).toBe(3);
    await readNotices(mara, { noticeId: third?.id }, later(12));
    const { readAt, count } = await readNotices(mara, { upTo: second?.at }, later(13));
    expect(count).toBe(2);
    expect(await countUnread(mara.id)).toBe(0);
    // Its own undo brings back what it marked, and not what was read before.
    expect(await unreadNotices(mara, { readAt }, later(14))).toEqual({ count: 2 });
    expect((await inbox(mara)).map(({ isRead }) => isRead)).toEqual([true, false, false]);
    await unreadNotices(mara, { noticeId: third?.id }, later(15));
    await readNotices(mara, { upTo: second?.at }, later(16));
    expect((await inbox(mara)).map(({ isRead }) => isRead)).toEqual([false, true, true]);
  });

  test("is one’s own: nobody marks the notices of others, or sees them", async () => {
    await tellTimes(1);
    const [notice] = await inbox(mara);
    await readNotices(avan, { noticeId: notice?.id }, later(20));
    await readNotices(avan, { upTo: later(30).now.toISOString() }, later(20));
    expect(await countUnread(mara.id)).toBe(1);
    expect((await inbox(avan)).map(({ id }) => id)).not.toContain(notice?.id);
  });

  test("a long inbox is read by key, each notice once, also where several came in one moment", async () => {
    await tellTimes(2);
    const [one] = await database().notice.findMany({ where: { personId: mara.id } });
    const rows = Array.from({ length: NOTICES_ON_A_PAGE + 5 }, () => ({
      personId: mara.id,
      kind: "ASSIGNED" as const,
      byId: avan.id,
      at: one?.at ?? NOW,
      actId: crypto.randomUUID(),
    }));
    await database().notice.createMany({ data: rows });
    const seen: string[] = [];
    let after: TimeCursor | null = null;
    do {
      const part = await inboxOf(mara, after);
      seen.push(...part.notices.map(({ id }) => id));
      after = part.after === null ? null : TimeCursor.parse(part.after);
    } while (after !== null);
    expect(seen).toHaveLength(NOTICES_ON_A_PAGE + 7);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await countUnread(mara.id)).toBe(seen.length);
  });
});

test("the count in the bar and any part of the inbox are asked of an index, however much one was told", async () => {
  await database().$executeRaw`
    INSERT INTO "Notice" ("id", "personId", "kind", "byId", "at", "actId", "readAt")
    SELECT gen_random_uuid(), CASE WHEN n % 4 = 0 THEN ${mara.id}::uuid ELSE ${avan.id}::uuid END, 'ASSIGNED',
      CASE WHEN n % 4 = 0 THEN ${avan.id}::uuid ELSE ${mara.id}::uuid END, now() - make_interval(secs => n), gen_random_uuid(),
      CASE WHEN n > 40 THEN now() END FROM generate_series(1, 20000) AS n`;
  await database().$executeRaw`ANALYZE "Notice"`;
  const planOf = async (sql: string) => {
    const rows = await database().$queryRawUnsafe<{ "QUERY PLAN": string }[]>(`EXPLAIN ${sql}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };
  const own = `"personId" = '${mara.id}'::uuid`;
  expect(await planOf(`SELECT 1 FROM "Notice" WHERE ${own} AND "readAt" IS NULL LIMIT 100`)).toContain(
    "Notice_unread",
  );
  const from = `AND ("at", "id") < (now() - interval '1 hour', '${mara.id}'::uuid)`;
  const list = await planOf(
    `SELECT "id" FROM "Notice" WHERE ${own} ${from} ORDER BY "at" DESC, "id" DESC LIMIT 31`,
  );
  expect(list).toMatch(/Index (Only )?Scan Backward using "Notice_personId_at_id_idx"/);
  expect(list).not.toMatch(/Sort|Filter/);
  expect(await countUnread(mara.id)).toBe(10);
});
