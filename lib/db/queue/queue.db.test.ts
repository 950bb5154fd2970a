import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { dismissArticle } from "#lib/desk/articles";
import { createClaim } from "#lib/desk/claims";
import { assignItems, dismissItems, setDue, setUrgency, undoQueueAct } from "#lib/desk/queue";
import { askReading, giveUpPass, handInPass, takePass } from "#lib/desk/readings";
import { openReview, publishReview, returnReview, submitReview, takeOverReview } from "#lib/desk/reviews";
import { decideUnit, finishReading, settleReading } from "#lib/desk/settling";
import { acceptSuggestion } from "#lib/desk/statements";
import {
  acceptAll,
  at,
  draftReview,
  NOW,
  pageText,
  person,
  publishedReview,
  storedPage,
} from "#lib/desk/testing/newsroom";
import { readingOf, sayIn } from "#lib/desk/testing/readings";
import type { Actor } from "#lib/domain/actor";
import type { QueueItem } from "#lib/domain/queue";
import { chosenItem } from "#lib/domain/queue-acts";
import { QueueCursor, type QueueFilters, QueueName, type QueueSort } from "#lib/domain/queue-query";
import { plainQueue } from "#lib/domain/queue-search";
import { ingest } from "#lib/ingest";
import * as words from "#lib/words";
import { lastUndoable } from "./acts";
import { keepLeftOver } from "./keep";
import { itemIn, pagesWithClaim, queueAround, queueOf } from "./list";
import { rebuildQueue, wrongInQueue } from "./rebuild";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
let avan: Actor;
let cleo: Actor;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(async () => {
  [mara, avan, cleo] = [await person("Mara"), await person("Avan"), await person("Cleo", "CONTRIBUTOR")];
});
afterAll(async () => {
  // Whatever the tests did, the rows are what they are worked out of.
  const [marks, wrong] = await transaction(async (tx) => [
    await tx.queueMark.count(),
    await wrongInQueue(tx, NOW),
  ]);
  await disconnect();
  await db.close();
  expect([marks, wrong]).toEqual([0, []]);
});

async function itemOf(actor: Actor, versionId: string): Promise<QueueItem> {
  const item = await itemIn(actor, plainQueue("all"), { versionId });
  if (item === null) throw new Error("it is no item of the queue");
  return item;
}

/** The views of this person's queue in which the page stands. */
async function viewsOf(actor: Actor, versionId: string): Promise<string[]> {
  const found = [];
  for (const view of QueueName.options) {
    if (view !== "all" && (await itemIn(actor, plainQueue(view), { versionId }))) found.push(view);
  }
  return found;
}

const choose = async (actor: Actor, ...versionIds: string[]) =>
  Promise.all(versionIds.map(async (id) => chosenItem(await itemOf(actor, id))));

describe("work is given", () => {
  test("to somebody, to oneself and to nobody", async () => {
    const page = await storedPage();
    expect(await viewsOf(mara, page)).toEqual(["unassigned"]);
    await assignItems(mara, { items: await choose(mara, page), assigneeId: avan.id }, at);
    expect(await viewsOf(avan, page)).toEqual(["mine"]);
    expect(await viewsOf(mara, page)).toEqual(["others"]);
    expect(await itemOf(mara, page)).toMatchObject({
      next: { kind: "person", name: "Avan" },
      assignee: { id: avan.id, name: "Avan" },
    });
    await assignItems(mara, { items: await choose(mara, page), assigneeId: "" }, at);
    expect(await viewsOf(avan, page)).toEqual(["unassigned"]);
  });

  test("whoever begins it has it, whomever it was given to", async () => {
    const page = await storedPage();
    await assignItems(mara, { items: await choose(mara, page), assigneeId: avan.id }, at);
    await openReview(mara, { versionId: page }, at);
    expect(await viewsOf(mara, page)).toEqual(["mine"]);
    expect(await viewsOf(avan, page)).toEqual(["others"]);
  });

  test("what was handed in to a reader, who gives it back to its writer", async () => {
    const page = await storedPage();
    const { reviewId } = await openReview(mara, { versionId: page }, at);
    await acceptAll(mara, page, reviewId);
    let { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
    const zoe = await person("Zoe");
    expect(await viewsOf(avan, page)).toEqual(["needs-reader", "to-publish"]);
    expect(await viewsOf(mara, page)).toEqual(["mine"]);
    await assignItems(zoe, { items: await choose(zoe, page), assigneeId: avan.id }, at);
    expect(await viewsOf(avan, page)).toEqual(["mine", "to-publish"]);
    expect(await viewsOf(zoe, page)).toEqual(["others"]);
    expect(await viewsOf(mara, page)).toEqual(["others"]);
    ({ revision } = await returnReview(avan, { reviewId, revision, reason: "Look again." }, at));
    expect(await viewsOf(mara, page)).toEqual(["mine", "returned"]);
    ({ revision } = await submitReview(mara, { reviewId, revision }, at));
    await publishReview(avan, { reviewId, revision }, at);
    // Its teaser promises something for a morning that is over.
    expect(await viewsOf(mara, page)).toEqual(["due", "published"]);
  });

  test("what somebody takes over is theirs", async () => {
    const page = await storedPage();
    const { reviewId, revision } = await openReview(mara, { versionId: page }, at);
    await takeOverReview(avan, { reviewId, revision }, at);
    expect(await viewsOf(avan, page)).toEqual(["mine"]);
    expect(await viewsOf(mara, page)).toEqual(["others"]);
  });

  test("what a person had whose account is closed is nobody's, and says why; opened again it is theirs", async () => {
    const gone = await person("Gone");
    const [given, begun] = [await storedPage(), await storedPage()];
    await assignItems(mara, { items: await choose(mara, given), assigneeId: gone.id }, at);
    await openReview(gone, { versionId: begun }, at);
    const close = (disabledAt: Date | null) =>
      database().user.update({ where: { id: gone.id }, data: { disabledAt } });
    await close(NOW);
    await keepLeftOver(NOW);
    for (const page of [given, begun]) {
      expect(await viewsOf(mara, page)).toEqual(["unassigned"]);
      expect(await itemOf(mara, page)).toMatchObject({ assignee: null, lostName: "Gone" });
    }
    const asked = assignItems(mara, { items: await choose(mara, given), assigneeId: gone.id }, at);
    await expect(asked).rejects.toThrow(words.queueActs.noAccount);
    await close(null);
    await keepLeftOver(NOW);
    expect(await viewsOf(gone, begun)).toEqual(["mine"]);
  });

  test("contributors take what nobody has, give back what is theirs, and move nothing else", async () => {
    const [free, taken] = [await storedPage(), await storedPage()];
    await assignItems(mara, { items: await choose(mara, taken), assigneeId: avan.id }, at);
    await assignItems(cleo, { items: await choose(cleo, free), assigneeId: cleo.id }, at);
    expect(await viewsOf(cleo, free)).toEqual(["mine"]);
    for (const assigneeId of [cleo.id, "", mara.id]) {
      const asked = assignItems(cleo, { items: await choose(cleo, taken), assigneeId }, at);
      await expect(asked).rejects.toMatchObject({ code: "conflict" });
    }
    await assignItems(cleo, { items: await choose(cleo, free), assigneeId: "" }, at);
    expect(await viewsOf(cleo, free)).toEqual(["unassigned"]);
    const items = await choose(cleo, free);
    const refused = { code: "not_allowed" };
    await expect(setUrgency(cleo, { items, urgency: "HIGH" }, at)).rejects.toMatchObject(refused);
    await expect(setDue(cleo, { items, dueAt: "2024-10-01T10:00:00Z" }, at)).rejects.toMatchObject(refused);
  });

  test("what waits to be published isn't given to a contributor", async () => {
    const { versionId, reviewId } = await draftReview(mara);
    await submitReview(mara, { reviewId, revision: 1 }, at);
    const asked = assignItems(mara, { items: await choose(mara, versionId), assigneeId: cleo.id }, at);
    await expect(asked).rejects.toThrow("may not");
  });
});

describe("how urgent it is, and until when", () => {
  test("counts say it, until a person does; and leave it to them again", async () => {
    const page = await storedPage();
    const counted = await itemOf(mara, page);
    expect(counted.reasons.map(({ code }) => code)).toContain("NOT_SURE");
    await setUrgency(mara, { items: [chosenItem(counted)], urgency: "HIGH" }, at);
    expect(await itemOf(mara, page)).toMatchObject({ urgency: "HIGH", isByHand: true });
    await setUrgency(mara, { items: await choose(mara, page), urgency: "" }, at);
    expect(await itemOf(mara, page)).toMatchObject({ urgency: counted.urgency, isByHand: false });
  });

  test("what a reader reports of a page is a reason, until it is answered", async () => {
    const { versionId, href } = await publishedReview(mara, avan);
    const codes = async () => (await itemOf(mara, versionId)).reasons.map(({ code }) => code);
    const { id } = await database().errorReport.create({
      data: { path: href, words: "It is wrong.", sentAt: NOW, tokenHash: sha256(href) },
    });
    await keepLeftOver(NOW);
    expect(await codes()).toContain("REPORTED");
    await database().errorReport.update({ where: { id }, data: { answer: "No.", answeredAt: NOW } });
    await keepLeftOver(NOW);
    expect(await codes()).not.toContain("REPORTED");
  });

  test("a time to be done by orders the list of what is due, before all without one", async () => {
    const [later, sooner, never] = [await storedPage(), await storedPage(), await storedPage()];
    const items = { assigneeId: avan.id, items: await choose(mara, later, sooner, never) };
    await assignItems(mara, items, at);
    await setDue(mara, { items: await choose(mara, later), dueAt: "2024-10-02T10:00:00+02:00" }, at);
    await setDue(mara, { items: await choose(mara, sooner), dueAt: "2024-10-01T10:00:00+02:00" }, at);
    const { items: listed } = await queueOf(avan, { ...plainQueue("mine"), sort: "due" });
    expect(listed.map(({ dueAt }) => dueAt)).toEqual([
      "2024-10-01T08:00:00.000Z",
      "2024-10-02T08:00:00.000Z",
      null,
    ]);
    expect(listed.map(({ href }) => href.slice(-36))).toEqual([sooner, later, never]);
  });

  test("what was published has no assignee, no time and no urgency any more", async () => {
    const { versionId, reviewId } = await draftReview(mara);
    await setUrgency(mara, { items: await choose(mara, versionId), urgency: "HIGH" }, at);
    await setDue(mara, { items: await choose(mara, versionId), dueAt: "2024-10-02T10:00:00Z" }, at);
    const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
    await publishReview(avan, { reviewId, revision }, at);
    expect(await itemOf(mara, versionId)).toMatchObject({ isByHand: false, dueAt: null, assignee: null });
  });
});

test("of a page that is read blind the queue tells nothing that anybody made of it, and it isn't dismissed with others", async () => {
  const page = await storedPage();
  const [before, items] = [await itemOf(mara, page), await choose(mara, page)];
  expect(before.reasons).not.toEqual([]);
  await askReading(mara, { versionId: page, start: "BARE" }, at);
  expect((await itemOf(avan, page)).reasons).toEqual([]);
  const { facets } = await database().queueItem.findFirstOrThrow({ where: { versionId: page } });
  expect(facets.filter((facet) => /^(label|sourcing|speaker|claim|unsure|prediction):/.test(facet))).toEqual(
    [],
  );
  await expect(dismissItems(mara, { items, reason: "A recipe." }, at)).rejects.toThrow("somebody reviews it");
});

describe("what two readers differ in", () => {
  type Change = NonNullable<Parameters<typeof sayIn>[3]>;
  const opinion: Change = (fields, n) => (n === 0 ? { ...fields, flags: { opinion: true } } : fields);

  /** A page that Ana and Ben read; Ana says of each suggestion what the machine does, Ben what is given. */
  async function readBy(ana: Actor, ben: Actor, change?: Change) {
    const reading = await readingOf(await person("Asker"));
    const passes: { readonly reader: Actor; readonly passId: string }[] = [];
    for (const reader of [ana, ben]) {
      const { passId } = await takePass(reader, reading, at);
      await sayIn(reader, passId, reading.versionId, reader === ben ? change : undefined);
      passes.push({ reader, passId });
    }
    const handIn = async ({ reader, passId }: (typeof passes)[number]) =>
      handInPass(reader, { passId, revision: 1 }, at);
    return { ...reading, passes, handIn };
  }
  const isListed = async (actor: Actor, versionId: string) => {
    const { items, counts } = await queueOf(actor, plainQueue("disagreements"));
    const isThere = items.some(({ href }) => href.endsWith(versionId));
    expect(counts.disagreements > 0).toBe(items.length > 0);
    return isThere;
  };

  test("waits for an editor who didn't read it, once both are in, until it is settled", async () => {
    const [ana, ben] = [await person("Ana"), await person("Ben")];
    const { versionId, readingId, passes, handIn } = await readBy(ana, ben, opinion);
    const [first, second] = passes;
    if (first === undefined || second === undefined) throw new Error("two passes were taken");
    await handIn(first);
    for (const actor of [mara, ana, ben, cleo]) expect(await isListed(actor, versionId)).toBe(false);
    await handIn(second);
    expect(await isListed(mara, versionId)).toBe(true);
    // It tells nothing of what either made of it.
    expect((await itemOf(mara, versionId)).reasons).toEqual([]);
    for (const actor of [ana, ben, cleo]) expect(await isListed(actor, versionId)).toBe(false);
    for (const actor of [ana, ben, cleo])
      expect((await queueOf(actor, plainQueue("all"))).counts.disagreements).toBe(0);

    let { revision } = await database().blindReading.findUniqueOrThrow({ where: { id: readingId } });
    ({ revision } = await settleReading(mara, { readingId, revision }, at));
    expect(await isListed(mara, versionId)).toBe(true);
    expect(await isListed(avan, versionId)).toBe(false);
    const unit = await database().readingUnit.findFirstOrThrow({ where: { readingId, choice: null } });
    await decideUnit(mara, { unitId: unit.id, revision: unit.revision, choice: "LEFT" }, at);
    await finishReading(mara, { readingId, revision }, at);
    expect(await isListed(mara, versionId)).toBe(false);
  });

  test("isn't what they agree in, nor what one gave up", async () => {
    const [ana, ben] = [await person("Ana"), await person("Ben")];
    const alike = await readBy(ana, ben);
    for (const pass of alike.passes) await alike.handIn(pass);
    expect(await isListed(mara, alike.versionId)).toBe(false);
    const open = await readBy(ana, ben, opinion);
    const [first, second] = open.passes;
    if (first === undefined || second === undefined) throw new Error("two passes were taken");
    await open.handIn(first);
    await giveUpPass(second.reader, { passId: second.passId, revision: 1 }, at);
    expect(await isListed(mara, open.versionId)).toBe(false);
  });
});

describe("many at once", () => {
  test("are one act and one undo; each says so in its history", async () => {
    const pages = await Promise.all([1, 2, 3].map(() => storedPage()));
    const events = await database().auditEvent.count();
    const { actId, done } = await assignItems(
      mara,
      { items: await choose(mara, ...pages), assigneeId: avan.id },
      at,
    );
    expect(done).toBe(3);
    expect(await database().auditEvent.count()).toBe(events + 1);
    await undoQueueAct(mara, { actId }, at);
    for (const page of pages) expect(await viewsOf(avan, page)).toEqual(["unassigned"]);
    await expect(undoQueueAct(mara, { actId }, at)).rejects.toThrow(words.queueActs.undoneAlready);
  });

  test("what others changed meanwhile is left out and named, and undo leaves their changes alone", async () => {
    const [mine, theirs] = [await storedPage(), await storedPage()];
    const items = await choose(mara, mine, theirs);
    await assignItems(avan, { items: await choose(avan, theirs), assigneeId: avan.id }, at);
    const { done, told, actId } = await assignItems(mara, { items, assigneeId: cleo.id }, at);
    const { title } = await itemOf(mara, theirs);
    expect([done, told]).toEqual([1, expect.stringContaining(`“${title}”: somebody changed it meanwhile`)]);
    expect(await viewsOf(avan, theirs)).toEqual(["mine"]);
    await assignItems(avan, { items: await choose(avan, mine), assigneeId: avan.id }, at);
    await expect(undoQueueAct(mara, { actId }, at)).rejects.toThrow("somebody changed it meanwhile");
    expect(await viewsOf(avan, mine)).toEqual(["mine"]);
  });

  test("nobody undoes another's act", async () => {
    const page = await storedPage();
    const { actId } = await assignItems(mara, { items: await choose(mara, page), assigneeId: avan.id }, at);
    await expect(undoQueueAct(avan, { actId }, at)).rejects.toThrow(words.queueActs.undoneAlready);
  });

  test("pages are dismissed for one reason, but for those that somebody reviews; undo brings them back", async () => {
    const [recipe, weather] = [await storedPage(), await storedPage()];
    const { versionId: draft } = await draftReview(avan);
    const asked = { items: await choose(mara, recipe, weather, draft), reason: "Nothing here for us." };
    const { done, told, actId } = await dismissItems(mara, asked, at);
    expect([done, told]).toEqual([2, expect.stringContaining("somebody reviews it")]);
    expect(await itemOf(mara, recipe)).toMatchObject({
      place: "DISMISSED",
      dismissedFor: "Nothing here for us.",
    });
    await undoQueueAct(mara, { actId }, at);
    expect(await viewsOf(mara, weather)).toEqual(["unassigned"]);
  });

  test("the last that can be taken back is told to whoever did it, as long as it can be", async () => {
    const [given, dropped] = [await storedPage(), await storedPage()];
    const told = (actor: Actor) => lastUndoable(actor.id, NOW);
    expect(await told(mara)).toBeNull();
    const items = await choose(mara, given);
    const first = await assignItems(mara, { items, assigneeId: avan.id }, at);
    const later = { now: new Date(NOW.getTime() + 60_000) };
    const recipe = { items: await choose(mara, dropped), reason: "A recipe." };
    const second = await dismissItems(mara, recipe, later);
    expect(await told(mara)).toEqual({
      actId: second.actId,
      action: "queue.dismiss",
      at: later.now.toISOString(),
      items: 1,
    });
    expect(await told(avan)).toBeNull();
    await undoQueueAct(mara, { actId: second.actId }, at);
    expect(await told(mara)).toMatchObject({ actId: first.actId, action: "queue.assign", items: 1 });
    // Too long ago.
    expect(await lastUndoable(mara.id, later.now)).toBeNull();
    // What somebody else changed since can't be taken back, and isn't offered.
    await setUrgency(avan, { items: await choose(avan, given), urgency: "LOW" }, at);
    expect(await told(mara)).toBeNull();
    await expect(undoQueueAct(mara, { actId: first.actId }, at)).rejects.toThrow(
      "somebody changed it meanwhile",
    );
  });

  test("of an act that others changed in part, what is left of it is told", async () => {
    const pages = [await storedPage(), await storedPage(), await storedPage()];
    const { actId } = await setUrgency(mara, { items: await choose(mara, ...pages), urgency: "HIGH" }, at);
    await setUrgency(avan, { items: await choose(avan, ...pages.slice(2)), urgency: "LOW" }, at);
    expect(await lastUndoable(mara.id, NOW)).toMatchObject({ actId, items: 2 });
  });

  test("a page that was taken back and dismissed anew isn't taken back by the first act's undo", async () => {
    const page = await storedPage();
    const { actId } = await dismissItems(mara, { items: await choose(mara, page), reason: "A recipe." }, at);
    const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: page } });
    await database().article.update({
      where: { id: articleId },
      data: { dismissedAt: null, dismissedReason: null },
    });
    await dismissArticle(
      avan,
      { articleId, reason: "An advertisement." },
      { now: new Date(NOW.getTime() + 1) },
    );
    await expect(undoQueueAct(mara, { actId }, at)).rejects.toThrow("somebody changed it meanwhile");
    expect(await itemOf(mara, page)).toMatchObject({ dismissedFor: "An advertisement." });
  });

  test.each([
    [{ items: [] }, "Choose at least one"],
    [{ items: Array.from({ length: 201 }, () => `${crypto.randomUUID()}_0`) }, "at most 200"],
    [{ items: ["x"] }, words.sentComplaints.unreadable],
  ])("not none and not too many: %#", async (asked, message) => {
    await expect(assignItems(mara, { ...asked, assigneeId: avan.id }, at)).rejects.toThrow(message);
  });

  test("what isn't there any more is counted among what was left out", async () => {
    const asked = { items: [`${crypto.randomUUID()}_0`], assigneeId: avan.id };
    await expect(assignItems(mara, asked, at)).rejects.toThrow("isn’t in the queue any more");
  });
});

describe("the list", () => {
  test.each(["priority", "newest", "due"] as const)(
    "is read part by part, by %s, there and back",
    async (sort) => {
      await Promise.all(Array.from({ length: 5 }, () => storedPage()));
      const query = { ...plainQueue("unassigned"), sort };
      const whole = (await queueOf(mara, query)).items.map(({ id }) => id);
      const [third] = (await queueOf(mara, query)).items.slice(2);
      const key = QueueCursor.parse(third?.cursor);
      const around = await queueAround(mara, query, key, { before: 2, after: 2 });
      expect(around.before.map(({ id }) => id)).toEqual(whole.slice(0, 2));
      expect(around.after.map(({ id }) => id)).toEqual(whole.slice(3, 5));
      const on = await queueOf(mara, query, { way: "after", key });
      expect(on.items.map(({ id }) => id)).toEqual(whole.slice(3));
      const back = await queueOf(mara, query, { way: "before", key });
      expect([back.items.map(({ id }) => id), back.before]).toEqual([whole.slice(0, 2), null]);
      expect(back.after).toBe(back.items.at(-1)?.cursor);
    },
  );

  const found = async (filters: QueueFilters, sort: QueueSort = "newest") =>
    (await queueOf(mara, { view: "all", sort, filters })).items.map(({ href }) => href.slice(-36));

  test("is narrowed by any field, each alone and all together", async () => {
    const page = await storedPage("narrowed");
    const { reviewId } = await openReview(mara, { versionId: page }, at);
    await acceptAll(mara, page, reviewId);
    const statement = await database().statement.findFirstOrThrow({ where: { reviewId } });
    const claim = { statementId: statement.id, statementRevision: 1, wording: "The narrowed quay grows." };
    const { claimId } = await createClaim(mara, claim, at);
    const filters: QueueFilters = {
      search: "widen quay narrowed",
      kind: "ARTICLE",
      state: "DRAFT",
      label: "REPORTED",
      sourcing: "NAMED_PERSON",
      publisher: "Harbour.Example",
      speaker: "Lina Aziz",
      claim: claimId,
      language: "en",
      person: mara.id,
      from: "2024-09-16",
      to: "2024-09-16",
    };
    for (const [name, value] of Object.entries(filters))
      expect([name, (await found({ [name]: value })).includes(page)]).toEqual([name, true]);
    expect(await found(filters)).toEqual([page]);
    const others: QueueFilters = {
      search: "unicorn",
      kind: "CLAIM",
      state: "PUBLISHED",
      label: "OPINION",
      sourcing: "DOCUMENT",
      publisher: "Gazette",
      speaker: "Nobody",
      claim: page,
      language: "ar",
      person: avan.id,
      from: "2024-09-17",
      to: "2024-09-15",
      feed: page,
      unsure: "yes",
    };
    for (const [name, value] of Object.entries(others))
      expect([name, (await found({ [name]: value })).includes(page)]).toEqual([name, false]);
  });

  test("is narrowed to what isn't sure, to promises, and to a feed", async () => {
    const page = await storedPage();
    const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: page } });
    const feed = (address: string) =>
      database().feed.create({
        data: { address, givenAddress: address, interval: 3600, addedById: mara.id },
      });
    const [one, other] = [await feed("https://one.example/rss"), await feed("https://other.example/rss")];
    const item = {
      guid: "1",
      hash: sha256("1"),
      state: "IMPORTED",
      address: "https://one.example/1",
      firstSeenAt: NOW,
    } as const;
    await database().feedItem.create({ data: { ...item, feedId: one.id, articleId } });
    await keepLeftOver(NOW);
    for (const filters of [{ unsure: "yes" }, { prediction: "yes" }, { feed: one.id }] as const)
      expect([filters, (await found(filters)).includes(page)]).toEqual([filters, true]);
    expect(await found({ feed: one.id })).toEqual([page]);
    expect(await found({ feed: other.id })).toEqual([]);
    // Once all of it is decided nothing is unsure any more.
    const { reviewId } = await openReview(mara, { versionId: page }, at);
    await acceptAll(mara, page, reviewId);
    expect((await found({ unsure: "yes" })).includes(page)).toBe(false);
    expect((await found({ prediction: "yes" })).includes(page)).toBe(true);
  });

  test("says how many of its pages make a claim, with those that were joined with it", async () => {
    const { versionId: page, reviewId } = await draftReview(mara);
    const statement = await database().statement.findFirstOrThrow({ where: { reviewId } });
    const said = { statementId: statement.id, statementRevision: 1, wording: "The counted quay grows." };
    const { claimId } = await createClaim(mara, said, at);
    expect(await pagesWithClaim(avan, claimId)).toBe(1);
    expect(await found({ kind: "ARTICLE", claim: claimId })).toEqual([page]);
    expect(await pagesWithClaim(avan, page)).toBe(0);
  });

  test("is searched by beginnings, by other forms of a word, and by words side by side", async () => {
    const page = await storedPage("searched");
    for (const search of [
      "sear",
      "searched agrees",
      "agreed SEARCHED",
      "“widen quay searched”",
      "lina aziz searched",
    ])
      expect([search, (await found({ search })).includes(page)]).toEqual([search, true]);
    for (const search of ["“searched widen”", "searched unicorn", "...", "'); DROP TABLE"])
      expect([search, (await found({ search })).includes(page)]).toEqual([search, false]);
  });

  test("is searched by words between statements, and by none that stand around the article", async () => {
    const [opening = "", ...rest] = pageText("between").split("Post a Comment");
    const asked = `${opening.replace("The quay was built", "Who paid for the yellow crane? The quay was built")}Post a Comment${rest.join("")}`;
    const { versionId } = await ingest(
      {
        bytes: new TextEncoder().encode(asked),
        format: "text",
        mediaType: null,
        url: null,
        publisher: "harbour.example",
        isSample: false,
        requestedBy: SYSTEM,
      },
      at,
    );
    const suggestions = await database().suggestion.findMany({ where: { versionId } });
    expect(suggestions.filter(({ exact }) => exact.includes("yellow crane"))).toEqual([]);
    expect(await found({ search: "“yellow crane” between" })).toEqual([versionId]);
    expect(await found({ search: "“post a comment” between" })).toEqual([]);
  });

  test("follows what people decide", async () => {
    const page = await storedPage();
    const { reviewId } = await openReview(mara, { versionId: page }, at);
    const [first] = await database().suggestion.findMany({
      where: { versionId: page },
      orderBy: { start: "asc" },
    });
    const before = (await itemOf(mara, page)).waiting;
    await acceptSuggestion(mara, { reviewId, suggestionId: first?.id }, at);
    expect((await itemOf(mara, page)).waiting).toBe(before - 1);
  });
});

describe("the rows", () => {
  test("that are wrong are named, and a rebuild puts them right", async () => {
    const page = await storedPage();
    const { id, subjectId } = await itemOf(mara, page);
    await database().queueItem.update({ where: { id }, data: { title: "Another", facets: [] } });
    await database().queueItem.updateMany({ where: { id }, data: { waiting: 99 } });
    expect(await transaction((tx) => wrongInQueue(tx, NOW))).toEqual([subjectId]);
    expect(await rebuildQueue(NOW)).toBe(1);
    expect(await transaction((tx) => wrongInQueue(tx, NOW))).toEqual([]);
  });

  test("of two who change one page at once see both", async () => {
    const { versionId, reviewId } = await draftReview(mara);
    const items = await choose(mara, versionId);
    await Promise.all([
      setUrgency(avan, { items, urgency: "HIGH" }, at),
      submitReview(mara, { reviewId, revision: 1 }, at),
    ]);
    expect(await itemOf(avan, versionId)).toMatchObject({ place: "SUBMITTED", isByHand: true });
  });

  test("what was here before the queue was kept is worked out by the worker", async () => {
    const page = await storedPage();
    const { subjectId } = await itemOf(mara, page);
    await database().queueItem.deleteMany({ where: { subjectId } });
    await database().queueMark.create({ data: { transactionId: 0n, subjectId } });
    expect(await keepLeftOver(NOW)).toBeGreaterThan(0);
    expect(await viewsOf(mara, page)).toEqual(["unassigned"]);
  });
});
