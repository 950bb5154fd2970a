import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appendAudit } from "#lib/db/audit/audit";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { changesSince, isThere, lastAct } from "#lib/db/live/changes";
import { LiveHub } from "#lib/db/live/hub";
import { actorOfSession } from "#lib/db/people/sessions";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { saveDraft } from "#lib/desk/drafts";
import { disablePerson } from "#lib/desk/people/accounts";
import { handInPass, takePass } from "#lib/desk/readings";
import { openReview } from "#lib/desk/reviews";
import { acceptSuggestion } from "#lib/desk/statements";
import { at, person, storedPage, suggestionsOf } from "#lib/desk/testing/newsroom";
import { readingOf, sayIn } from "#lib/desk/testing/readings";
import { openThread } from "#lib/desk/threads";
import type { Actor } from "#lib/domain/actor";
import { type LiveNews, newsIn } from "#lib/domain/live";
import type { LivePlace } from "#lib/domain/live-shapes";
import { MOST_OF_ONE, streamOf } from "./live-stream";

/** What a screen hears of the desk: what is kept, at once, in every web server, and nothing of what isn't theirs to know. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
let noor: Actor;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  db = await freshDatabase();
  mara = await person("Mara");
  noor = await person("Noor");
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

/** A web server. */
function webServer(): LiveHub {
  const hub = new LiveHub(db.url);
  ends.push(() => hub.end());
  return hub;
}

/** Reads what a stream says, message by message; `null` where it ended. */
function listener(response: Response) {
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  ends.push(() => reader.cancel());
  let rest = "";
  const next = async (): Promise<LiveNews | null> => {
    for (;;) {
      const end = rest.indexOf("\n\n");
      if (end >= 0) {
        const data = /^data: (.*)$/m.exec(rest.slice(0, end))?.[1];
        rest = rest.slice(end + 2);
        if (data !== undefined) return newsIn(data);
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      rest += value;
    }
  };
  return { next };
}

interface Following {
  readonly on: LivePlace;
  readonly who?: Actor;
  readonly since?: number;
  readonly isStillIn?: () => Promise<boolean>;
}

/** A stream that stands: its first message has come. */
async function follow(hub: LiveHub, { on, who = noor, since, isStillIn = async () => true }: Following) {
  const heard = listener(
    streamOf(hub, { on, since: since ?? (await lastAct()), personId: who.id, isStillIn }),
  );
  const first = await heard.next();
  return { ...heard, first };
}

/** A page under review, and the place where it is. */
async function page(writer = mara) {
  const versionId = await storedPage();
  const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  const { reviewId } = await openReview(writer, { versionId }, at);
  const suggestions = await suggestionsOf(versionId);
  const accept = async (n: number) =>
    acceptSuggestion(writer, { reviewId, suggestionId: suggestions[n]?.id }, at);
  return { versionId, articleId, reviewId, accept, place: `article:${articleId}` as const };
}

const TOLD = "SELECT pg_notify('onrecord_changes', $1)";
const told = (place: string) => JSON.stringify({ sequence: Number.MAX_SAFE_INTEGER, place, by: "-" });

describe("a change", () => {
  test("is heard by whoever is at the page, in each web server, and not elsewhere", async () => {
    const [one, other] = [webServer(), webServer()];
    const [here, elsewhere] = [await page(), await page()];
    const atOne = await follow(one, { on: here.place });
    const atOther = await follow(other, { on: here.place });
    const atQueue = await follow(other, { on: "queue" });
    const away = await follow(other, { on: elsewhere.place });
    await here.accept(0);
    for (const heard of [atOne, atOther, atQueue])
      expect(await heard.next()).toEqual({
        sequence: await lastAct(),
        changed: [here.articleId],
        acts: [await lastAct()],
        isCut: false,
        here: [],
      });
    await elsewhere.accept(0);
    expect((await away.next())?.changed).toEqual([elsewhere.articleId]);
    expect(await lastAct()).toBe((await atQueue.next())?.sequence);
  });

  test("is told once it is kept, and never where it isn't", async () => {
    const hub = webServer();
    const { place, articleId, accept } = await page();
    const other = await page();
    const heard = await follow(hub, { on: "queue" });
    const client = new Client({ connectionString: db.url });
    await client.connect();
    ends.push(() => client.end());
    const event = { at: at.now, actorId: mara.id, action: "claim.edit", payload: {} };
    await expect(
      transaction(async (tx) => {
        await appendAudit(tx, { ...event, subjectId: other.place });
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    await transaction(async (tx) => {
      await appendAudit(tx, { ...event, subjectId: place });
      // Somebody else's is heard while this one isn't kept yet.
      await client.query(TOLD, [told("claim:00000000-0000-4000-8000-000000000000")]);
      expect((await heard.next())?.changed).toEqual(["00000000-0000-4000-8000-000000000000"]);
    });
    await accept(0);
    const atPage = await follow(hub, { on: place, since: 0 });
    expect(atPage.first?.changed).toEqual([articleId]);
    expect((await changesSince("queue", 0)).changed).toContain(articleId);
  });

  test("that came while nobody could hear it is found when the stream stands again", async () => {
    const { place, articleId, accept } = await page();
    const since = await lastAct();
    await accept(0);
    expect((await follow(webServer(), { on: place, since })).first).toMatchObject({ changed: [articleId] });
    expect((await follow(webServer(), { on: place })).first).toMatchObject({ changed: [] });
  });

  test("is told by its number, which whoever did it has from the verb itself", async () => {
    const { place, reviewId, versionId, articleId } = await page();
    const [one, other] = await suggestionsOf(versionId);
    const since = await lastAct();
    const heard = await follow(webServer(), { on: place });
    const acts: number[] = [];
    const onKept = (act: number) => acts.push(act);
    for (const suggestion of [one, other])
      await acceptSuggestion(mara, { reviewId, suggestionId: suggestion?.id }, { ...at, onKept });
    expect(acts).toHaveLength(2);
    const told: number[] = [];
    while (told.length < 2) told.push(...((await heard.next())?.acts ?? []));
    expect(told).toEqual(acts);
    expect(await changesSince(place, since)).toMatchObject({ changed: [articleId], acts, isCut: false });
  });

  test("is heard again after the connection was lost", async () => {
    const { place, articleId, accept } = await page();
    const heard = await follow(webServer(), { on: place });
    await database().$queryRaw`
      SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
      WHERE application_name = 'onrecord live' AND datname = current_database()`;
    await accept(0);
    expect(await heard.next()).toMatchObject({ changed: [articleId] });
    await accept(1);
    expect(await heard.next()).toMatchObject({ changed: [articleId], sequence: await lastAct() });
  });
});

describe("nobody hears", () => {
  test("of what is done in a blind pass, or said of a page while it is read", async () => {
    const readers = [await person("Ana"), await person("Ben")];
    const { versionId, readingId } = await readingOf(await person("Asker"));
    const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
    const sentinel = await page();
    const since = await lastAct();
    const heard = await follow(webServer(), { on: "queue" });
    for (const reader of readers) {
      const { passId } = await takePass(reader, { readingId }, at);
      await sayIn(reader, passId, versionId);
      await handInPass(reader, { passId, revision: 1 }, at);
    }
    await transaction((tx) =>
      appendAudit(tx, {
        at: at.now,
        actorId: noor.id,
        action: "thread.open",
        subjectId: `version:${versionId}`,
        payload: {},
      }),
    );
    await sentinel.accept(0);
    expect((await heard.next())?.changed).toEqual([sentinel.articleId]);
    expect((await changesSince("queue", since)).changed).toEqual([sentinel.articleId]);
    expect((await changesSince(`article:${articleId}`, since)).changed).toEqual([]);
  });

  test("of people and their accounts, nor of what somebody types", async () => {
    const admin = await person("Adda", "ADMIN");
    const gone = await person("Gone");
    const sentinel = await page();
    const heard = await follow(webServer(), { on: "queue", who: gone });
    await saveDraft(
      mara,
      {
        personId: mara.id,
        subject: `article:${sentinel.reviewId}:note:new`,
        body: { body: "Typed" },
        basedOn: null,
      },
      at,
    );
    await disablePerson(admin, { userId: gone.id, revision: 1, reason: "Left the newsroom." }, at);
    await sentinel.accept(0);
    expect((await heard.next())?.changed).toEqual([sentinel.articleId]);
  });
});

test("threads on a page that nobody reads blind are heard of", async () => {
  const { place, versionId, articleId } = await page();
  const heard = await follow(webServer(), { on: place });
  await openThread(mara, { versionId, body: "Is that so?" }, at);
  expect((await heard.next())?.changed).toEqual([articleId]);
});

describe("who else is here", () => {
  const tab = (n: number) => String(n).padStart(32, "0");

  test("is known in each web server, with the row, until they leave; nobody sees themselves", async () => {
    const [one, other] = [webServer(), webServer()];
    const { place } = await page();
    const heard = await follow(other, { on: place });
    const own = await follow(one, { on: place, who: mara });
    await one.say({ tab: tab(1), on: place, at: "s-0" }, mara.id);
    expect((await heard.next())?.here).toEqual([{ id: mara.id, name: "Mara", at: "s-0" }]);
    await other.say({ tab: tab(2), on: place, at: null }, noor.id);
    expect((await own.next())?.here).toEqual([{ id: noor.id, name: "Noor", at: null }]);
    await one.say({ tab: tab(1), on: null, at: null }, mara.id);
    expect((await heard.next())?.here).toEqual([]);
  });

  test("a tab can't be taken away by somebody else", async () => {
    const hub = webServer();
    const { place } = await page();
    const heard = await follow(hub, { on: place });
    await hub.say({ tab: tab(3), on: place, at: null }, mara.id);
    expect((await heard.next())?.here).toHaveLength(1);
    await hub.say({ tab: tab(3), on: null, at: null }, noor.id);
    await hub.say({ tab: tab(3), on: place, at: "t-1" }, mara.id);
    expect((await heard.next())?.here).toEqual([{ id: mara.id, name: "Mara", at: "t-1" }]);
  });
});

describe("a stream ends", () => {
  test("as the account behind it is closed", async () => {
    const admin = await person("Adda", "ADMIN");
    const gone = await person("Gone");
    const { id: session } = await database().session.create({
      data: {
        userId: gone.id,
        createdAt: at.now,
        lastSeenAt: at.now,
        provedAt: at.now,
        expiresAt: new Date("2034-01-01"),
      },
    });
    const isStillIn = async () => (await actorOfSession(session, at.now, { isUsed: false })) !== null;
    const { place } = await page();
    const heard = await follow(webServer(), { on: place, who: gone, isStillIn });
    await disablePerson(admin, { userId: gone.id, revision: 1, reason: "Left the newsroom." }, at);
    expect(await heard.next()).toBeNull();
  });

  test("with the web server", async () => {
    const hub = webServer();
    const heard = await follow(hub, { on: "queue" });
    await hub.end();
    expect(await heard.next()).toBeNull();
  });
});

test("one person has so many streams, and is told to ask instead for more; one that ends makes room", async () => {
  const hub = webServer();
  const asked = {
    on: "queue" as const,
    since: await lastAct(),
    personId: mara.id,
    isStillIn: async () => true,
  };
  const streams = Array.from({ length: MOST_OF_ONE }, () => streamOf(hub, asked));
  expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
  const refused = streamOf(hub, asked);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
  expect((await follow(hub, { on: "queue" })).first).not.toBeNull();
  await streams[0]?.body?.cancel();
  expect(streamOf(hub, asked).status).toBe(200);
});

test("a question after an act that never was has everything changed; a place that never was isn't there", async () => {
  const last = await lastAct();
  expect(await changesSince("queue", last + 1_000)).toEqual({
    sequence: last,
    changed: [],
    acts: [],
    isCut: true,
  });
  const { place, accept, articleId } = await page();
  const heard = await follow(webServer(), { on: place, since: 2 ** 53 - 1 });
  expect(heard.first).toMatchObject({ isCut: true, sequence: await lastAct() });
  await accept(0);
  expect((await heard.next())?.changed).toEqual([articleId]);
  expect(await isThere(place)).toBe(true);
  expect(await isThere("claim:00000000-0000-4000-8000-000000000000")).toBe(false);
});

test("asking by itself keeps no session open", async () => {
  const { id: session } = await database().session.create({
    data: {
      userId: mara.id,
      createdAt: at.now,
      lastSeenAt: at.now,
      provedAt: at.now,
      expiresAt: new Date("2034-01-01"),
    },
  });
  const later = new Date(at.now.getTime() + 3_600_000);
  expect(await actorOfSession(session, later, { isUsed: false })).toMatchObject({ id: mara.id });
  const seen = () => database().session.findUniqueOrThrow({ where: { id: session } });
  expect((await seen()).lastSeenAt).toEqual(at.now);
  await actorOfSession(session, later);
  expect((await seen()).lastSeenAt).toEqual(later);
});
