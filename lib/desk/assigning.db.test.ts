import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { givenByRule, previewOf, ruleById, ruleList } from "#lib/db/assigning/views";
import { SYSTEM } from "#lib/db/audit/audit";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { noticeMail } from "#lib/db/mail/digests";
import { inboxOf } from "#lib/db/notices/inbox";
import { keepLeftOver } from "#lib/db/queue/keep";
import { itemIn } from "#lib/db/queue/list";
import { wrongInQueue } from "#lib/db/queue/rebuild";
import type { PageToStore } from "#lib/db/storing/page-to-store";
import type { store } from "#lib/db/storing/store";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import type { QueueItem } from "#lib/domain/queue";
import { chosenItem } from "#lib/domain/queue-acts";
import { plainQueue } from "#lib/domain/queue-search";
import { ingest } from "#lib/ingest";
import { analyse } from "#lib/pipeline/analyse";
import * as words from "#lib/words";
import { addRule, bringRuleBack, changeRule, deleteRule, moveRule } from "./assigning";
import { setNoticeMail } from "./notices";
import { assignItems, undoQueueAct } from "./queue";
import { openReview, publishReview, submitReview } from "./reviews";
import { acceptAll, at, NOW, pageText, person } from "./testing/newsroom";

const say = words.assigning;
let close: () => Promise<void>;
let [mara, avan, noor, cleo]: Actor[] = [];
beforeAll(async () => {
  ({ close } = await freshDatabase());
});
beforeEach(async () => {
  [mara, avan, noor] = await Promise.all(["Mara", "Avan", "Noor"].map((name) => person(name)));
  cleo = await person("Cleo", "CONTRIBUTOR");
});
afterEach(async () => {
  await database().assigningRule.updateMany({ data: { deletedAt: NOW } });
  await database().assigningRule.updateMany({ data: { name: "An old one" } });
});
afterAll(async () => {
  // Whatever was given, the queue says what it is worked out of. Who was let out by hand is left to the worker.
  while ((await keepLeftOver(NOW)) > 0);
  const wrong = await transaction(async (tx) => wrongInQueue(tx, NOW));
  await disconnect();
  await close();
  expect(wrong).toEqual([]);
});

/** They are all there before each test. */
const one = (actor: Actor | undefined): Actor => {
  if (actor === undefined) throw new Error("nobody is there");
  return actor;
};
const ids = (...actors: (Actor | undefined)[]) => actors.map((actor) => one(actor).id);

interface Came {
  readonly publisher?: string;
  readonly url?: string | null;
  readonly mark?: string;
  readonly importId?: string;
}
/** The id of the version. */
async function came(given: Came = {}): Promise<string> {
  const { publisher = "harbour.example", url = null, mark = randomUUID().slice(0, 8) } = given;
  const bytes = new TextEncoder().encode(pageText(mark));
  const of = given.importId === undefined ? {} : { importId: given.importId };
  // An import's bytes are kept before anything reads them.
  if (given.importId !== undefined)
    await database().snapshot.create({ data: { sha256: sha256(bytes), bytes, mediaType: null } });
  const page = { bytes, format: "text" as const, mediaType: null, url, publisher, isSample: false };
  return (await ingest({ ...page, ...of, requestedBy: SYSTEM }, at)).versionId;
}

const rule = async (people: readonly string[], given: object = {}) =>
  (await addRule(one(mara), { name: `Rule ${randomUUID()}`, appliesTo: "ANY", people, ...given }, at)).ruleId;
async function itemOf(versionId: string): Promise<QueueItem> {
  const item = await itemIn(one(mara), plainQueue("all"), { versionId });
  if (item === null) throw new Error("it is no item of the queue");
  return item;
}
const holderOf = async (versionId: string) => {
  const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  return (await database().assignment.findUnique({ where: { subjectId: articleId } }))?.assigneeId ?? null;
};
const choose = async (versionId: string) => chosenItem(await itemOf(versionId));
const given = async (ruleId: string) =>
  Object.fromEntries((await ruleById(ruleId))?.people.map(({ name, given: n }) => [name, n]) ?? []);
const code = (expected: string) => ({ code: expected });

describe("what comes is given", () => {
  test("in turn, in the history and in the inbox by the rule’s name", async () => {
    const ruleId = await rule(ids(avan, noor), { name: "Dock feed" });
    const pages = [await came(), await came(), await came()];
    expect(await Promise.all(pages.map(holderOf))).toEqual(ids(avan, noor, avan));
    expect(await itemIn(one(avan), plainQueue("mine"), { versionId: pages[0] ?? "" })).not.toBeNull();
    expect(await given(ruleId)).toEqual({ Avan: 2, Noor: 1 });
    const [latest] = await givenByRule(ruleId);
    expect(latest).toMatchObject({ to: "Avan", isUndone: false, href: `/desk/articles/${pages[2]}` });
    const event = await database().auditEvent.findFirstOrThrow({
      where: { action: "queue.assignByRule" },
      orderBy: { sequence: "desc" },
      include: { payload: true },
    });
    expect(event).toMatchObject({ actorId: SYSTEM, subjectId: `queue:${latest?.actId}` });
    expect(JSON.stringify(event.payload?.payload)).toContain("Dock feed, to Avan");
    const { notices, unread } = await inboxOf(one(noor), null);
    expect(unread).toBe(1);
    expect(notices).toMatchObject([
      {
        kind: "ASSIGNED",
        by: "The rule “Dock feed”",
        href: `/desk/articles/${pages[1]}`,
        isTakenBack: false,
      },
    ]);
  });

  test("by mail to who wants it, without a word of the rule", async () => {
    await setNoticeMail(one(avan), { byMail: "yes" }, at);
    await rule(ids(avan), { name: "Secret dossier" });
    await came();
    const mail = await noticeMail({ personId: one(avan).id });
    expect(mail?.told).toEqual([{ kind: "ASSIGNED", count: 1, by: ["A rule"] }]);
  });

  test("by the first rule that fits, whose order can be changed", async () => {
    const publisher = `${randomUUID()}.example`;
    const first = await rule(ids(avan), { appliesTo: "PUBLISHER", publisher: publisher.toUpperCase() });
    const second = await rule(ids(noor));
    const later = await came({ publisher });
    expect(await holderOf(later)).toBe(one(avan).id);
    expect(await holderOf(await came())).toBe(one(noor).id);
    await moveRule(one(mara), { ruleId: first, way: "DOWN" }, at);
    expect((await ruleList()).rules.map(({ id }) => id)).toEqual([second, first]);
    expect(await holderOf(await came({ publisher }))).toBe(one(noor).id);
    await expect(moveRule(one(mara), { ruleId: first, way: "DOWN" }, at)).rejects.toMatchObject(
      code("conflict"),
    );
    const preview = await previewOf({ feedId: null, publisher, language: "en" }, first);
    expect(preview.pages.map(({ earlier }) => earlier)).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining("Rule ")),
    );
    expect((await previewOf({ feedId: null, publisher, language: "ar" })).pages).toEqual([]);
  });

  test("of one feed, as far as its import brought it", async () => {
    const feed = await database().feed.create({
      data: {
        address: `https://${randomUUID()}.example/`,
        givenAddress: "x",
        interval: 1,
        addedById: one(mara).id,
      },
    });
    const ruleId = await rule(ids(avan), { appliesTo: "FEED", feedId: feed.id });
    const { id: importId } = await database().import.create({
      data: {
        way: "ADDRESS",
        url: "https://harbour.example/of-a-feed",
        state: "RUNNING",
        snapshotSha256: null,
      },
    });
    await database().feedItem.create({
      data: {
        feedId: feed.id,
        guid: "1",
        hash: "0".repeat(64),
        address: "https://x.example/1",
        state: "IMPORTED",
        importId,
        firstSeenAt: NOW,
      },
    });
    const page = await came({ importId });
    expect(await holderOf(page)).toBe(one(avan).id);
    expect(await holderOf(await came())).toBeNull();
    const preview = await previewOf({ feedId: feed.id, publisher: null, language: null }, ruleId);
    expect(preview.pages).toMatchObject([{ versionId: page, earlier: null }]);

    await database().feed.update({ where: { id: feed.id }, data: { unfollowedAt: NOW } });
    const view = await ruleById(ruleId);
    expect(view?.isFeedLeft).toBe(true);
    // What it has may stay; another rule can't begin with it.
    const same = { ruleId, revision: 1, name: "Left", appliesTo: "FEED", feedId: feed.id, people: ids(avan) };
    await changeRule(one(mara), same, at);
    await expect(rule(ids(avan), { appliesTo: "FEED", feedId: feed.id })).rejects.toMatchObject({
      field: "feedId",
    });
  });
});

describe("nobody is given what they can’t take", () => {
  test("a closed account is passed over, and where nobody is left the page stays, and the rule says so", async () => {
    const ruleId = await rule(ids(avan, noor));
    const other = await rule(ids(cleo));
    await database().user.update({ where: { id: one(avan).id }, data: { disabledAt: NOW } });
    expect([await holderOf(await came()), await holderOf(await came())]).toEqual(ids(noor, noor));
    await database().user.update({ where: { id: one(noor).id }, data: { disabledAt: NOW } });
    const page = await came();
    expect(await holderOf(page)).toBeNull();
    expect((await itemOf(page)).place).toBe("OPEN");
    expect(await ruleById(ruleId)).toMatchObject({
      missed: 1,
      people: [
        { name: "Avan", isPassedOver: true, isNext: false },
        { name: "Noor", isPassedOver: true, isNext: false },
      ],
    });
    expect(await given(other)).toEqual({ Cleo: 0 });
    const same = { ruleId, revision: 1, name: "Anew", appliesTo: "ANY", people: ids(avan, noor) };
    await changeRule(one(mara), same, at);
    expect((await ruleById(ruleId))?.missed).toBe(0);
    await database().user.update({ where: { id: one(avan).id }, data: { disabledAt: null } });
    expect(await holderOf(await came())).toBe(one(avan).id);
  });

  test("what somebody has, took back or dismissed isn’t given again with its next version", async () => {
    const url = `https://harbour.example/${randomUUID()}`;
    const page = await came({ url, mark: "one" });
    await assignItems(one(mara), { items: [await choose(page)], assigneeId: one(noor).id }, at);
    await rule(ids(avan));
    const next = await came({ url, mark: "two and more" });
    expect(next).not.toBe(page);
    expect(await holderOf(next)).toBe(one(noor).id);
    await assignItems(one(mara), { items: [await choose(next)], assigneeId: "" }, at);
    expect(await holderOf(await came({ url, mark: "three, and it goes on" }))).toBeNull();
  });

  test("a new version of what was published comes to the queue anew, and is given", async () => {
    const url = `https://harbour.example/${randomUUID()}`;
    const page = await came({ url, mark: "one" });
    const { reviewId } = await openReview(one(noor), { versionId: page }, at);
    await acceptAll(one(noor), page, reviewId);
    const { revision } = await submitReview(one(noor), { reviewId, revision: 1 }, at);
    await publishReview(one(mara), { reviewId, revision }, at);
    await rule(ids(avan));
    expect(await holderOf(await came({ url, mark: "two and more" }))).toBe(one(avan).id);
  });

  test("what somebody writes on isn’t taken from them", async () => {
    const url = `https://harbour.example/${randomUUID()}`;
    const page = await came({ url, mark: "one" });
    await openReview(one(noor), { versionId: page }, at);
    await rule(ids(avan));
    expect(await holderOf(await came({ url, mark: "two and more" }))).toBeNull();
  });
});

test("an editor takes what a rule gave back, and it isn’t counted; who may not give work may not", async () => {
  const ruleId = await rule(ids(avan, noor));
  const page = await came();
  const [act] = await givenByRule(ruleId);
  await expect(undoQueueAct(one(cleo), { actId: act?.actId }, at)).rejects.toMatchObject(code("conflict"));
  await undoQueueAct(one(noor), { actId: act?.actId }, at);
  expect(await holderOf(page)).toBeNull();
  expect(await given(ruleId)).toEqual({ Avan: 0, Noor: 0 });
  expect(await givenByRule(ruleId)).toMatchObject([{ isUndone: true }]);
  expect((await inboxOf(one(avan), null)).notices).toMatchObject([{ isTakenBack: true }]);
  await expect(undoQueueAct(one(noor), { actId: act?.actId }, at)).rejects.toMatchObject(code("conflict"));
  // The turn goes on.
  expect(await holderOf(await came())).toBe(one(noor).id);
});

/** A page as it is stored, once it was read. */
function readPage(): PageToStore {
  const bytes = new TextEncoder().encode(pageText(randomUUID().slice(0, 8)));
  const analysis = analyse(
    { format: "text", content: new TextDecoder().decode(bytes), url: null, publisher: "harbour.example" },
    "RULES",
  );
  const reading = { analysis, matches: analysis.statements.map(() => null), isTrivialChange: () => false };
  const post = { ...reading, heading: "", name: "" };
  const of = { mediaType: null, url: null, isSample: false, isCut: false, requestedBy: SYSTEM };
  return { ...reading, ...of, bytes, posts: [post] };
}

test("in turn holds while several bring pages at once", { timeout: 60_000 }, async () => {
  const ruleId = await rule(ids(avan, noor));
  // Each as a process of its own: pages that come to one are stored together.
  const stores: (typeof store)[] = [];
  for (let i = 0; i < 3; i += 1) {
    vi.resetModules();
    stores.push((await import("#lib/db/storing/store")).store);
  }
  await Promise.all(
    stores.map(async (keep) => {
      for (let i = 0; i < 4; i += 1) await keep(readPage(), NOW);
    }),
  );
  const acts = await database().queueAct.findMany({ where: { ruleId } });
  const toBy = new Map(acts.map(({ actId, givenToId }) => [`queue:${actId}`, givenToId]));
  const events = await database().auditEvent.findMany({
    where: { subjectId: { in: [...toBy.keys()] } },
    orderBy: { sequence: "asc" },
  });
  expect(events.map(({ subjectId }) => toBy.get(subjectId))).toEqual(
    Array.from({ length: 6 }, () => ids(avan, noor)).flat(),
  );
  expect(await given(ruleId)).toEqual({ Avan: 6, Noor: 6 });
});

describe("rules are changed", () => {
  test("by editors alone, and only as they were shown", async () => {
    const ruleId = await rule(ids(avan, noor));
    const change = { ruleId, revision: 1, name: "Mine", appliesTo: "ANY", people: ids(noor, avan) };
    await expect(changeRule(one(cleo), change, at)).rejects.toMatchObject(code("not_allowed"));
    await came();
    // What a rule gives changes nothing that a form shows.
    expect(await changeRule(one(mara), change, at)).toMatchObject({ revision: 2 });
    await expect(changeRule(one(noor), { ...change, name: "Yours" }, at)).rejects.toMatchObject(
      code("conflict"),
    );
    expect(await ruleById(ruleId)).toMatchObject({ name: "Mine", changedBy: "Mara" });
    // Avan had the last one, so Noor is due, in whichever order they stand.
    expect(await holderOf(await came())).toBe(one(noor).id);
    await changeRule(one(mara), { ...change, revision: 2, people: ids(cleo) }, at);
    expect((await ruleById(ruleId))?.people).toMatchObject([
      { name: "Cleo", given: 0, isFormer: false },
      { given: 1, isFormer: true },
      { given: 1, isFormer: true },
    ]);
  });

  test("a name stands for one, a closed account is no choice, and there are 50 at most", async () => {
    await rule(ids(avan), { name: "Taken" });
    await expect(rule(ids(avan), { name: "Taken" })).rejects.toMatchObject({ field: "name" });
    await database().user.update({ where: { id: one(avan).id }, data: { disabledAt: NOW } });
    await expect(rule(ids(avan))).rejects.toMatchObject({ field: "people" });
    await expect(rule([randomUUID()])).rejects.toMatchObject({ field: "people" });
    for (let i = 1; i < 50; i += 1) await rule(ids(noor));
    await expect(rule(ids(noor))).rejects.toThrow(say.errors.tooMany);
  });

  test("a deleted one gives nothing, and comes back as the last", async () => {
    const ruleId = await rule(ids(avan), { name: "Gone" });
    const page = await came();
    await deleteRule(one(mara), { ruleId }, at);
    expect(await holderOf(page)).toBe(one(avan).id);
    expect(await holderOf(await came())).toBeNull();
    expect(await ruleById(ruleId)).toBeNull();
    expect((await ruleList()).deleted).toContainEqual({ id: ruleId, name: "Gone", at: NOW.toISOString() });
    await expect(deleteRule(one(mara), { ruleId }, at)).rejects.toMatchObject(code("not_found"));
    const other = await rule(ids(noor), { name: "Gone" });
    await expect(bringRuleBack(one(mara), { ruleId }, at)).rejects.toThrow(say.errors.nameTakenMeanwhile);
    await changeRule(
      one(mara),
      { ruleId: other, revision: 1, name: "Other", appliesTo: "ANY", people: ids(noor) },
      at,
    );
    await bringRuleBack(one(mara), { ruleId }, at);
    expect((await ruleList()).rules.map(({ id }) => id)).toEqual([other, ruleId]);
    await expect(bringRuleBack(one(mara), { ruleId }, at)).rejects.toThrow(say.errors.notDeleted);
  });
});
