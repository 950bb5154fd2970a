import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/core/client";
import { feedPage, followedFeeds } from "#lib/db/feeds/views";
import {
  chooseFeed,
  followFeed,
  followFeeds,
  pauseFeed,
  pollFeed,
  resumeFeed,
  unfollowFeed,
} from "#lib/desk/feeds";
import { requestAddress } from "#lib/desk/imports";
import { pageText, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { html, http, moved } from "#lib/pipeline/fetch/testing/site";
import { blog, posts } from "#lib/pipeline/testing/made-blogs";
import * as words from "#lib/words";
import { runPoll } from "./poll-feed";
import { fetchingTasks, readingTasks } from "./tasks";
import { workshop } from "./testing/workshop";

const feedWords = words.feeds;

const { routes, site, settings, addressOf, work } = workshop();
let mara: Actor;
beforeAll(async () => {
  mara = await person("Mara");
});
afterEach(async () => {
  site().asked.length = 0;
  // Every test meets the site as if for the first time, and no feed of another test.
  await database().fetchHost.deleteMany();
  await database().robotsFile.deleteMany();
  await database().feed.updateMany({ data: { unfollowedAt: new Date(), nextPollAt: null } });
  await database().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Item {
  readonly id: string;
  readonly path?: string;
  readonly says?: string;
  readonly updated?: string;
}

const entry = ({ id, path, says = "The quay.", updated = "2026-01-01T00:00:00Z" }: Item) =>
  `<entry><id>${id}</id><title>${says}</title><updated>${updated}</updated>${path ? `<link href="${path}"/>` : ""}</entry>`;
const atomOf = (items: readonly Item[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><id>urn:h</id>${items.map(entry).join("")}</feed>`;
const feedOf = (items: readonly Item[], headers: Readonly<Record<string, string>> = {}) =>
  http(200, { "content-type": "application/atom+xml", ...headers }, atomOf(items));
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({
    id: `n${from + i}`,
    path: `/n${from + i}`,
    updated: new Date(Date.UTC(2026, 0, 1) + (from + i) * HOUR).toISOString(),
  }));

const now = () => new Date();
const follow = async (path: string) =>
  (await followFeed(mara, { address: addressOf(path), publisher: "harbour.example" }, { now: now() })).feedId;
const rowOf = (id: string) => database().feed.findUniqueOrThrow({ where: { id } });
const jobOf = async (feedId: string) => {
  const { nextPollAt } = await rowOf(feedId);
  return { feedId, at: nextPollAt ?? new Date(0), turns: new Map([["127.0.0.1", now()]]) };
};
/** Run the poll that a feed waits for, whenever it is due, at that moment of ours; its job is taken from the queue. */
const poll = async (feedId: string, at = now()) => {
  const job = await jobOf(feedId);
  await database().$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE key = ${`poll:${feedId}`}`;
  await runPoll(job, { settings: settings(), isGivenUp: false, now: () => at });
};
const itemsOf = (feedId: string) =>
  database().feedItem.findMany({ where: { feedId }, orderBy: { guid: "asc" }, include: { import: true } });
const statesOf = async (feedId: string) =>
  (await itemsOf(feedId)).map(({ guid, state }) => `${guid} ${state}`);
const importsOf = (path: string) =>
  database().import.findMany({ where: { url: addressOf(path) }, orderBy: { requestedAt: "asc" } });
const jobs = () =>
  database().$queryRaw<{ task: string; key: string; runAt: Date; payload: { at?: string } }[]>`
    SELECT j.task_identifier AS task, j.key, j.run_at AS "runAt", p.payload FROM graphile_worker.jobs j
    JOIN graphile_worker._private_jobs p USING (id) WHERE j.attempts < j.max_attempts ORDER BY j.id`;
const pollJobs = async () => (await jobs()).filter(({ task }) => task === "poll");
const pauseOf = (row: { nextPollAt: Date | null }, from: Date) =>
  (row.nextPollAt?.getTime() ?? 0) - from.getTime();

test("a feed is followed, its newest items become imports, and older ones are known but left out", async () => {
  routes.set("/a", feedOf(numbered(0, 25), { etag: '"one"' }));
  const id = await follow("/a");
  expect(await pollJobs()).toMatchObject([{ key: `poll:${id}` }]);
  expect(await feedPage(id, now())).toMatchObject({ state: "NEW", isMoving: true, lastPolledAt: null });
  const began = now();
  await poll(id, began);
  const feed = await rowOf(id);
  expect(feed).toMatchObject({
    state: "FOLLOWED",
    title: "Harbour",
    etag: '"one"',
    lastError: null,
    failures: 0,
  });
  expect(pauseOf(feed, began)).toBeGreaterThanOrEqual(54 * MINUTE);
  expect(pauseOf(feed, began)).toBeLessThanOrEqual(66 * MINUTE);
  const page = await feedPage(id, began);
  expect(page?.counts).toEqual({ WAITING: 0, IMPORTED: 20, DUPLICATE: 0, OLDER: 5, NO_ADDRESS: 0 });
  expect(page?.lately).toBe(20);
  expect((await itemsOf(id)).find(({ guid }) => guid === "n4")).toMatchObject({
    state: "OLDER",
    importId: null,
  });
  expect((await importsOf("/n24"))[0]).toMatchObject({
    way: "ADDRESS",
    state: "QUEUED",
    publisher: "harbour.example",
    requestedById: null,
  });
  const queued = await jobs();
  expect(queued.filter(({ task }) => task === "fetch")).toHaveLength(20);
  expect(queued.filter(({ task }) => task === "poll")).toMatchObject([
    { key: `poll:${id}`, runAt: feed.nextPollAt, payload: { at: feed.nextPollAt?.toISOString() } },
  ]);
  const events = await database().auditEvent.findMany({
    where: { subjectId: `feed:${id}` },
    orderBy: { sequence: "asc" },
  });
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["feed.follow", mara.id],
    ["feed.take", "SYSTEM"],
  ]);
});

test("the worker takes it all the way to a page on the desk", async () => {
  routes
    .set("/way", feedOf([{ id: "w", path: "/way-1" }]))
    .set("/way-1", html(`<!doctype html><title>Quay</title>${pageText("w1").replace(/.+/g, "<p>$&</p>")}`));
  const id = await follow("/way");
  const { poll: pollTask, ...others } = fetchingTasks(settings());
  await work(pollTask === undefined ? {} : { poll: pollTask });
  await database().fetchHost.deleteMany();
  await work({ ...readingTasks("RULES"), ...others });
  const [item] = (await feedPage(id, now()))?.items ?? [];
  expect(item).toMatchObject({ state: "IMPORTED", refusal: null, title: "The quay." });
  const version = await database().articleVersion.findUniqueOrThrow({
    where: { id: item?.versionId ?? "" },
    include: { article: { include: { publisher: true } } },
  });
  expect(version.article).toMatchObject({ url: addressOf("/way-1"), publisher: { name: "harbour.example" } });
});

test("what stands in the feed already is not taken twice; what is new is; the interval follows", async () => {
  routes.set("/b", feedOf(numbered(30, 31)));
  const id = await follow("/b");
  await poll(id);
  await poll(id);
  expect(await rowOf(id)).toMatchObject({ interval: 2 * HOUR });
  routes.set("/b", feedOf(numbered(30, 32)));
  await poll(id);
  expect(await rowOf(id)).toMatchObject({ interval: HOUR });
  expect(await statesOf(id)).toEqual(["n30 IMPORTED", "n31 IMPORTED"]);
  expect(await importsOf("/n30")).toHaveLength(1);
  expect(await importsOf("/n31")).toHaveLength(1);
});

test("a feed that didn't change is asked about with its mark, and that is a poll that went well", async () => {
  const items = feedOf(numbered(40, 41), {
    etag: '"forty"',
    "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT",
    "cache-control": "max-age=14400",
  });
  routes.set("/c", (socket, head) =>
    (/if-none-match: "forty"/i.test(head) ? http(304, {}) : items)(socket, head),
  );
  const id = await follow("/c");
  await poll(id);
  const first = await rowOf(id);
  expect(first.asked).toBe(4 * HOUR);
  const began = now();
  await poll(id, began);
  expect(site().asked.at(-1)).toMatch(/if-modified-since: Thu, 01 Jan 2026/i);
  const second = await rowOf(id);
  expect(second).toMatchObject({ state: "FOLLOWED", etag: '"forty"', interval: 2 * HOUR, asked: 4 * HOUR });
  expect(pauseOf(second, began)).toBeGreaterThanOrEqual(4 * HOUR);
  expect(await importsOf("/n40")).toHaveLength(1);
});

test("what waited over the cap is taken by the polls after, though nothing changed meanwhile", async () => {
  routes.set("/d", feedOf([]));
  const id = await follow("/d");
  await poll(id);
  routes.set("/d", feedOf(numbered(100, 145), { etag: '"d"' }));
  await poll(id);
  expect((await feedPage(id, now()))?.counts).toMatchObject({ IMPORTED: 20, WAITING: 25 });
  routes.set("/d", http(304, {}));
  await poll(id);
  expect((await feedPage(id, now()))?.counts).toMatchObject({ IMPORTED: 40, WAITING: 5 });
  routes.set("/d", http(410, {}));
  await poll(id);
  expect((await feedPage(id, now()))?.counts).toMatchObject({ IMPORTED: 45, WAITING: 0 });
});

describe("an item that is edited", () => {
  test.each([
    ["by its words", { says: "The quay is closed." }],
    ["by its date", { updated: "2026-01-02T00:00:00Z" }],
  ])("%s has its page fetched again", async (how, edit) => {
    const path = `/edit-${how.length}`;
    const item = { id: "e", path };
    routes.set(`${path}/feed`, feedOf([item]));
    const id = await follow(`${path}/feed`);
    await poll(id);
    await database().import.updateMany({
      where: { url: addressOf(path) },
      data: { state: "REFUSED", message: "-" },
    });
    routes.set(`${path}/feed`, feedOf([{ ...item, ...edit }]));
    await poll(id);
    const [first, second, ...more] = await importsOf(path);
    expect(more).toEqual([]);
    expect(first?.id).not.toBe(second?.id);
    expect(second).toMatchObject({ state: "QUEUED" });
    expect(await itemsOf(id)).toMatchObject([
      { state: "IMPORTED", importId: second?.id, changedAt: expect.any(Date) },
    ]);
    await poll(id);
    expect(await importsOf(path)).toHaveLength(2);
  });

  test("of a page that is here becomes a look at that page, and waits while another one is under way", async () => {
    const url = addressOf("/looked");
    const article = await database().article.create({ data: { slug: "looked", identity: url, url } });
    routes.set("/look", feedOf([{ id: "a", path: "/looked" }]));
    const id = await follow("/look");
    await poll(id);
    expect(await statesOf(id)).toEqual(["a DUPLICATE"]);
    const busy = await database().import.create({
      data: { way: "ADDRESS", url, state: "RUNNING", articleId: article.id },
    });
    routes.set("/look", feedOf([{ id: "a", path: "/looked", says: "Other words." }]));
    await poll(id);
    expect(await statesOf(id)).toEqual(["a WAITING"]);
    await database().import.update({ where: { id: busy.id }, data: { state: "REFUSED", message: "-" } });
    routes.set("/look", http(304, {}));
    await poll(id);
    const looks = await database().import.findMany({ where: { articleId: article.id, state: "QUEUED" } });
    expect(looks).toHaveLength(1);
    expect(await itemsOf(id)).toMatchObject([{ state: "IMPORTED", importId: looks[0]?.id }]);
  });

  test("is fetched once where its page waits to be fetched anyway", async () => {
    routes.set("/f", feedOf([{ id: "f", path: "/f-1" }]));
    const id = await follow("/f");
    await poll(id);
    routes.set("/f", feedOf([{ id: "f", path: "/f-1", says: "Other words." }]));
    await poll(id);
    expect(await importsOf("/f-1")).toHaveLength(1);
    expect(await statesOf(id)).toEqual(["f IMPORTED"]);
  });

  test("with every look is believed at growing distances", async () => {
    routes.set("/g", feedOf([{ id: "g", path: "/g-1", says: "0" }]));
    const id = await follow("/g");
    const start = now().getTime();
    const fetched: number[] = [];
    for (let minutes = 0; minutes <= 600; minutes += 10) {
      routes.set("/g", feedOf([{ id: "g", path: "/g-1", says: String(minutes) }]));
      const before = (await importsOf("/g-1")).length;
      await poll(id, new Date(start + minutes * MINUTE));
      if ((await importsOf("/g-1")).length > before) fetched.push(minutes);
      await database().import.updateMany({
        where: { url: addressOf("/g-1"), state: "QUEUED" },
        data: { state: "REFUSED", message: "-" },
      });
      await database().fetchHost.deleteMany();
    }
    expect(fetched).toEqual([0, 10, 70, 140, 280, 560]);
  });

  test("that was too old at first stays out", async () => {
    routes.set("/h", feedOf(numbered(200, 221)));
    const id = await follow("/h");
    await poll(id);
    routes.set("/h", feedOf([{ id: "n200", path: "/n200", says: "New words." }]));
    await poll(id);
    expect((await itemsOf(id))[0]).toMatchObject({ guid: "n200", state: "OLDER", title: "New words." });
    expect(await importsOf("/n200")).toEqual([]);
  });
});

describe("a page that came another way", () => {
  test("by another feed, or by hand, is linked and not fetched again", async () => {
    routes
      .set("/i", feedOf([{ id: "i", path: "/both#top" }]))
      .set("/j", feedOf([{ id: "j1", path: "/both" }, { id: "j2", path: "/hand" }, { id: "j3" }]));
    const { importId } = await requestAddress(mara, { address: addressOf("/hand") }, { now: now() });
    const first = await follow("/i");
    const second = await follow("/j");
    await poll(first);
    await poll(second);
    expect(await statesOf(second)).toEqual(["j1 DUPLICATE", "j2 DUPLICATE", "j3 NO_ADDRESS"]);
    const [one, two] = await itemsOf(second);
    expect(one?.importId).toBe((await itemsOf(first))[0]?.importId);
    expect(two?.importId).toBe(importId);
    expect(await importsOf("/both")).toHaveLength(1);
    expect(await importsOf("/hand")).toHaveLength(1);
  });

  test("is told from its address, where a redirect led to it and where it is an article", async () => {
    await database().article.create({
      data: { slug: "there", identity: addressOf("/there"), url: addressOf("/there") },
    });
    const { importId } = await requestAddress(mara, { address: addressOf("/short") }, { now: now() });
    await database().import.update({ where: { id: importId }, data: { finalUrl: addressOf("/long") } });
    routes.set(
      "/k",
      feedOf([
        { id: "k1", path: "/there" },
        { id: "k2", path: "/long" },
      ]),
    );
    const id = await follow("/k");
    await poll(id);
    expect(await statesOf(id)).toEqual(["k1 DUPLICATE", "k2 DUPLICATE"]);
    expect((await itemsOf(id))[0]?.articleId).not.toBeNull();
  });

  test("is told where its address holds several articles, and when it is edited that page is fetched, whichever are on it", async () => {
    const path = "/posts";
    routes.set(path, html(blog("en", posts.en, "wordpress")));
    routes.set("/posts/feed", feedOf([{ id: "p", path }]));
    const id = await follow("/posts/feed");
    await poll(id);
    await database().fetchHost.deleteMany();
    await work();
    const articles = await database().article.findMany({
      where: { url: addressOf(path) },
      orderBy: { id: "asc" },
    });
    expect(articles.map(({ heading }) => heading)).toEqual(posts.en.map(({ title }) => title));
    routes.set("/posts/other", feedOf([{ id: "q", path }]));
    const other = await follow("/posts/other");
    await database().import.updateMany({
      where: { url: addressOf(path) },
      data: { url: addressOf("/-"), finalUrl: addressOf("/-") },
    });
    await poll(other);
    expect(await itemsOf(other)).toMatchObject([{ state: "DUPLICATE", articleId: articles[0]?.id }]);
    routes.set("/posts/other", feedOf([{ id: "q", path, says: "Other words." }]));
    await poll(other);
    const [item] = await itemsOf(other);
    expect(item).toMatchObject({ state: "IMPORTED", importId: expect.any(String) });
    // Not a look at one of them, which might be gone from there.
    expect(await database().import.findUnique({ where: { id: item?.importId ?? "" } })).toMatchObject({
      articleId: null,
      state: "QUEUED",
    });
  });

  test.each(["REFUSED", "CANCELLED"] as const)("and was %s then is fetched after all", async (state) => {
    const path = `/late-${state}`;
    const { importId } = await requestAddress(mara, { address: addressOf(path) }, { now: now() });
    await database().import.update({ where: { id: importId }, data: { state, message: "-" } });
    routes.set(`${path}/feed`, feedOf([{ id: "l", path }]));
    const id = await follow(`${path}/feed`);
    await poll(id);
    expect(await statesOf(id)).toEqual(["l IMPORTED"]);
    expect(await importsOf(path)).toHaveLength(2);
  });

  test("by many feeds that are polled at once is fetched once", async () => {
    const ids: string[] = [];
    for (const path of ["/m1", "/m2", "/m3", "/m4"]) {
      routes.set(path, feedOf([{ id: "m", path: "/many" }]));
      ids.push(await follow(path));
    }
    await Promise.all(ids.map((id) => poll(id)));
    expect(await importsOf("/many")).toHaveLength(1);
    const states = (await Promise.all(ids.map(statesOf))).flat().sort();
    expect(states).toEqual(["m DUPLICATE", "m DUPLICATE", "m DUPLICATE", "m IMPORTED"]);
  });
});

describe("redirects and ends", () => {
  test.each([301, 308])("%i moves the feed's address, and its items stay known", async (status) => {
    const path = `/old-${status}`;
    routes.set(path, feedOf([{ id: "o", path: `/o-${status}` }]));
    const id = await follow(path);
    await poll(id);
    routes
      .set(path, moved(`/new-${status}`, status))
      .set(`/new-${status}`, feedOf([{ id: "o", path: `/o-${status}` }]));
    await poll(id);
    expect(await rowOf(id)).toMatchObject({
      address: addressOf(`/new-${status}`),
      givenAddress: addressOf(path),
    });
    expect(await importsOf(`/o-${status}`)).toHaveLength(1);
    const event = await database().auditEvent.findFirstOrThrow({
      where: { subjectId: `feed:${id}`, action: "feed.move" },
      include: { payload: true },
    });
    expect(event.payload?.payload).toEqual({ from: addressOf(path), to: addressOf(`/new-${status}`) });
    await poll(id);
    expect(site().paths().at(-1)).toBe(`/new-${status}`);
  });

  test("302 moves nothing, and neither does what lies behind it", async () => {
    routes.set("/p", moved("/p1", 302)).set("/p1", moved("/p2", 301)).set("/p2", feedOf([]));
    const id = await follow("/p");
    await poll(id);
    expect(await rowOf(id)).toMatchObject({
      address: addressOf("/p"),
      finalUrl: addressOf("/p2"),
      state: "FOLLOWED",
    });
  });

  test("a feed that moves onto another one ends, and says so", async () => {
    routes.set("/q", feedOf([])).set("/r", moved("/q", 301));
    await poll(await follow("/q"));
    const id = await follow("/r");
    await poll(id);
    expect(await rowOf(id)).toMatchObject({
      state: "GONE",
      address: addressOf("/r"),
      nextPollAt: null,
      lastError: feedWords.ends.movedOnto(addressOf("/q")),
    });
    expect((await pollJobs()).map(({ key }) => key)).not.toContain(`poll:${id}`);
  });

  test("410 ends it; asking it once more can wake it", async () => {
    routes.set("/s", feedOf([]));
    const id = await follow("/s");
    await poll(id);
    routes.set("/s", http(410, {}));
    await poll(id);
    expect(await rowOf(id)).toMatchObject({
      state: "GONE",
      nextPollAt: null,
      lastError: feedWords.ends.gone("127.0.0.1"),
    });
    routes.set("/s", feedOf([]));
    await pollFeed(mara, { feedId: id }, { now: now() });
    await poll(id);
    expect(await rowOf(id)).toMatchObject({ state: "FOLLOWED", lastError: null, failingSince: null });
  });
});

describe("a feed that fails", () => {
  test("is asked again after pauses that double, is broken when they have reached a day, and heals by itself", async () => {
    routes.set("/t", feedOf([]));
    const id = await follow("/t");
    await poll(id);
    routes.set("/t", http(503, {}));
    const began = now();
    const pauses: number[] = [];
    for (let tries = 1; tries <= 8; tries += 1) {
      await poll(id, began);
      const feed = await rowOf(id);
      expect(feed).toMatchObject({
        failures: tries,
        state: tries < 8 ? "FOLLOWED" : "BROKEN",
        failingSince: began,
      });
      expect(feed.lastError).toMatch(/it answered 503.*by ourselves\.$/);
      pauses.push(pauseOf(feed, began) / MINUTE);
      await database().fetchHost.deleteMany();
    }
    [10, 20, 40, 80, 160, 320, 640, 1440].forEach((minutes, i) => {
      expect(pauses[i]).toBeGreaterThanOrEqual(0.9 * minutes);
      expect(pauses[i]).toBeLessThanOrEqual(1.1 * minutes);
    });
    const [first] = await followedFeeds(began);
    expect(first).toMatchObject({ id, state: "BROKEN", failingSince: began.toISOString() });
    routes.set("/t", feedOf([]));
    await poll(id);
    expect(await rowOf(id)).toMatchObject({
      state: "FOLLOWED",
      failures: 0,
      lastError: null,
      failingSince: null,
    });
  });

  test("and asks for time gets it", async () => {
    routes.set("/u", http(429, { "retry-after": "7200" }));
    const id = await follow("/u");
    const began = now();
    await poll(id, began);
    const feed = await rowOf(id);
    expect(feed).toMatchObject({ state: "NEW", failures: 1 });
    expect(pauseOf(feed, began)).toBeGreaterThanOrEqual(2 * HOUR);
  });

  test.each([
    ["that isn't there", http(404, {}), "no feed at this address"],
    ["that is a picture", http(200, { "content-type": "image/png" }, "x"), "a picture, not a feed"],
    [
      "that is cut",
      http(200, { "content-type": "text/xml" }, atomOf([{ id: "1" }]).slice(0, -9)),
      feedWords.unreadable.broken,
    ],
    [
      "that piles up entities",
      http(200, { "content-type": "text/xml" }, `<!DOCTYPE a [<!ENTITY b "b">]>${atomOf([])}`),
      feedWords.unreadable.entities,
    ],
    ["that is a page without feeds", html("<!doctype html><p>Hello"), feedWords.unreadable.pageWithoutFeed],
    ["that leads into a private network", moved("http://169.254.169.254/"), "not on the public internet"],
  ])("one %s is broken at once where it never was right", async (_, route, sentence) => {
    routes.set("/v", route);
    const id = await follow("/v");
    const began = now();
    await poll(id, began);
    const feed = await rowOf(id);
    expect(feed).toMatchObject({ state: "BROKEN", lastError: expect.stringContaining(sentence) });
    expect(pauseOf(feed, began)).toBeGreaterThanOrEqual(21 * HOUR);
    expect(await itemsOf(id)).toEqual([]);
  });

  test("one that robots.txt forbids is not asked", async () => {
    routes
      .set("/robots.txt", http(200, { "content-type": "text/plain" }, "User-agent: Onrecord\nDisallow: /w"))
      .set("/w", feedOf([]));
    const id = await follow("/w");
    await poll(id);
    expect(site().paths()).toEqual([]);
    expect((await rowOf(id)).lastError).toContain("robots.txt");
  });

  test("by our own fault is the queue's to try again, and counts only when the queue gives up", async () => {
    routes.set("/x", feedOf([{ id: "x", path: "/x-1" }]));
    const id = await follow("/x");
    await database().$executeRawUnsafe(
      `CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
    );
    await database().$executeRawUnsafe(
      `CREATE TRIGGER break_it BEFORE INSERT ON "Import" FOR EACH ROW EXECUTE FUNCTION break_it()`,
    );
    const before = await rowOf(id);
    await expect(poll(id)).rejects.toThrow("the disk is full");
    // Nothing of it was kept: no item, no next poll, no import.
    expect(await rowOf(id)).toEqual(before);
    expect(await itemsOf(id)).toEqual([]);
    await expect(runPoll(await jobOf(id), { settings: settings(), isGivenUp: true, now })).rejects.toThrow(
      "the disk is full",
    );
    expect(await rowOf(id)).toMatchObject({ state: "NEW", failures: 1, lastError: feedWords.ends.ours });
    expect(await pollJobs()).toMatchObject([{ key: `poll:${id}`, runAt: (await rowOf(id)).nextPollAt }]);
    await database().$executeRawUnsafe(`DROP TRIGGER break_it ON "Import"`);
    await poll(id);
    expect(await statesOf(id)).toEqual(["x IMPORTED"]);
  });
});

describe("a worker that dies, or two at once", () => {
  test("a poll that is run twice, or at the same time, is one poll", async () => {
    routes.set("/y", feedOf(numbered(300, 303)));
    const id = await follow("/y");
    const job = await jobOf(id);
    const running = { settings: settings(), isGivenUp: false, now };
    await Promise.all([runPoll(job, running), runPoll(job, running), runPoll(job, running)]);
    await runPoll(job, running);
    expect(await statesOf(id)).toEqual(["n300 IMPORTED", "n301 IMPORTED", "n302 IMPORTED"]);
    expect(await importsOf("/n300")).toHaveLength(1);
    expect(await pollJobs()).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ interval: HOUR });
  });

  test("a poll that waits for its host's turn is the same poll, later, with its turn", async () => {
    routes.set("/z", feedOf([]));
    const id = await follow("/z");
    const { nextPollAt } = await rowOf(id);
    const soon = new Date(now().getTime() + 5 * MINUTE);
    await database().fetchHost.create({ data: { name: "127.0.0.1", freeAt: soon } });
    await runPoll(
      { ...(await jobOf(id)), turns: new Map() },
      { settings: settings(), isGivenUp: false, now },
    );
    expect(await rowOf(id)).toMatchObject({ nextPollAt, failures: 0, lastPolledAt: null });
    expect(await pollJobs()).toMatchObject([
      { runAt: soon, payload: { at: nextPollAt?.toISOString(), turns: [["127.0.0.1", soon.toISOString()]] } },
    ]);
  });

  test("a poll that somebody pauses, unfollows or asks sooner meanwhile changes nothing", async () => {
    routes.set("/aa", feedOf(numbered(400, 401)));
    const id = await follow("/aa");
    const job = await jobOf(id);
    const running = { settings: settings(), isGivenUp: false, now };
    await pauseFeed(mara, { feedId: id }, { now: now() });
    await runPoll(job, running);
    expect(site().paths()).toEqual([]);
    await resumeFeed(mara, { feedId: id }, { now: new Date(now().getTime() + 1) });
    await runPoll(job, running);
    expect(site().paths()).toEqual([]);
    const resumed = await jobOf(id);
    await unfollowFeed(mara, { feedId: id }, { now: now() });
    await runPoll(resumed, running);
    expect(site().paths()).toEqual([]);
    expect(await itemsOf(id)).toEqual([]);
  });
});

describe("a web page at the address", () => {
  const PAGE = html(
    `<!doctype html><link rel="alternate" type="application/atom+xml" title="News" href="/news"><link rel="alternate" type="application/rss+xml" href="/all"><p>Hello`,
  );

  test("is never followed silently: its feeds are proposed, and one is chosen", async () => {
    routes.set("/", PAGE).set("/news", feedOf([{ id: "1", path: "/chosen" }]));
    const id = await follow("/");
    await poll(id);
    expect(await feedPage(id, now())).toMatchObject({
      state: "CHOICE",
      nextPollAt: null,
      isMoving: false,
      items: [],
      proposals: [
        { address: addressOf("/news"), title: "News" },
        { address: addressOf("/all"), title: null },
      ],
    });
    expect(await pollJobs()).toEqual([]);
    const choose = (address: string) => chooseFeed(mara, { feedId: id, address }, { now: now() });
    await expect(choose(addressOf("/other"))).rejects.toThrow(feedWords.refusals.notOffered);
    await expect(pollFeed(mara, { feedId: id }, { now: now() })).rejects.toThrow(feedWords.refusals.choose);
    const other = await follow("/all");
    await expect(choose(addressOf("/all"))).rejects.toThrow(feedWords.refusals.followed);
    await unfollowFeed(mara, { feedId: other }, { now: now() });
    await choose(addressOf("/news"));
    await poll(id);
    expect(await rowOf(id)).toMatchObject({
      state: "FOLLOWED",
      address: addressOf("/news"),
      givenAddress: addressOf("/"),
      proposals: [],
    });
    expect(await importsOf("/chosen")).toHaveLength(1);
  });

  test("where a feed was is a failure, and changes nothing else", async () => {
    routes.set("/bb", feedOf([]));
    const id = await follow("/bb");
    await poll(id);
    routes.set("/bb", PAGE);
    await poll(id);
    expect(await rowOf(id)).toMatchObject({
      state: "FOLLOWED",
      failures: 1,
      lastError: feedWords.ends.page,
      proposals: [],
    });
  });
});

describe("people", () => {
  test("follow one address once, however it is written; what they unfollow stays known and can be followed again", async () => {
    routes.set("/cc", feedOf([{ id: "c", path: "/cc-1" }]));
    const id = await follow("/cc");
    await poll(id);
    await expect(
      followFeed(mara, { address: `${addressOf("/cc").replace("http:", "HTTP:")}#x` }, { now: now() }),
    ).rejects.toMatchObject({ code: "conflict", field: "address", message: feedWords.refusals.followed });
    await unfollowFeed(mara, { feedId: id }, { now: now() });
    expect(await followedFeeds(now())).toEqual([]);
    expect(await feedPage(id, now())).toBeNull();
    await expect(unfollowFeed(mara, { feedId: id }, { now: now() })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await follow("/cc")).toBe(id);
    await poll(id);
    expect(await importsOf("/cc-1")).toHaveLength(1);
    expect(
      await database().auditEvent.count({
        where: { subjectId: `feed:${id}`, action: { in: ["feed.follow", "feed.unfollow"] } },
      }),
    ).toBe(3);
  });

  test.each([
    "",
    "the harbour",
    "ftp://a.example/",
    "http://anna:secret@a.example/",
    "javascript:alert(1)",
    `https://a.example/${"ü".repeat(900)}`,
  ])("can't follow %s", async (address) => {
    const before = await database().feed.count();
    await expect(followFeed(mara, { address }, { now: now() })).rejects.toMatchObject({
      code: "invalid_input",
      field: "address",
    });
    expect(await database().feed.count()).toBe(before);
  });

  test("follow a whole list; what is followed already stays as it is, and each has its own poll and its own event", async () => {
    const id = await follow("/list-0");
    const feeds = [0, 1, 2].map((n) => ({ address: addressOf(`/list-${n}`) }));
    const began = new Date(now().getTime() + HOUR);
    expect(await followFeeds(mara, { feeds }, { now: began })).toEqual({ followed: 2, known: 1 });
    const polls = (await pollJobs()).filter(({ key }) => key !== `poll:${id}`);
    expect(polls.map(({ runAt }) => runAt.getTime() - began.getTime())).toEqual([0, 1000]);
    const events = await database().auditEvent.findMany({ where: { at: began, action: "feed.follow" } });
    expect(events.map(({ subjectId }) => subjectId.replace("feed:", "poll:")).sort()).toEqual(
      polls.map(({ key }) => key).sort(),
    );
    const cato = await person("Cato", "CONTRIBUTOR");
    await expect(followFeeds(cato, { feeds }, { now: began })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(
      followFeeds(
        mara,
        { feeds: [{ address: addressOf("/list-4") }, { address: "ftp://x.example/" }] },
        { now: began },
      ),
    ).rejects.toMatchObject({ code: "invalid_input" });
    expect(await database().feed.count({ where: { address: addressOf("/list-4") } })).toBe(0);
  });

  test("pause and go on; a paused feed is asked by nobody", async () => {
    routes.set("/dd", feedOf([]));
    const id = await follow("/dd");
    await poll(id);
    await pauseFeed(mara, { feedId: id }, { now: now() });
    expect(await feedPage(id, now())).toMatchObject({
      isPaused: true,
      nextPollAt: null,
      isMoving: false,
    });
    await expect(pauseFeed(mara, { feedId: id }, { now: now() })).rejects.toThrow(feedWords.refusals.paused);
    await expect(pollFeed(mara, { feedId: id }, { now: now() })).rejects.toThrow(feedWords.refusals.paused);
    await resumeFeed(mara, { feedId: id }, { now: now() });
    await expect(resumeFeed(mara, { feedId: id }, { now: now() })).rejects.toThrow(
      feedWords.refusals.notPaused,
    );
    expect(await feedPage(id, now())).toMatchObject({ isPaused: false, isMoving: true });
  });

  test("who only contribute follow nothing and end nothing", async () => {
    routes.set("/ee", feedOf([]));
    const id = await follow("/ee");
    const cato = await person("Cato", "CONTRIBUTOR");
    const context = { now: now() };
    const verbs = [pauseFeed, resumeFeed, pollFeed, unfollowFeed];
    for (const act of verbs)
      await expect(act(cato, { feedId: id }, context)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(followFeed(cato, { address: addressOf("/ff") }, context)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(chooseFeed(cato, { feedId: id, address: addressOf("/ff") }, context)).rejects.toMatchObject({
      code: "not_allowed",
    });
    const ada = await person("Ada", "ADMIN");
    await expect(pauseFeed(ada, { feedId: id }, context)).resolves.toEqual({ feedId: id });
  });
});
