import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { strayRows, wronglyStanding } from "#lib/db/audit/standing";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { publishedArticle, publishedClaim } from "#lib/db/readers/published";
import { searchPublished } from "#lib/db/readers/search";
import { searchCounts } from "#lib/db/readers/search-counts";
import { isTopicGone, publishedTopic, publishedTopics } from "#lib/db/readers/topics";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { topicDesk } from "#lib/db/topics/desk";
import { findTopics, topicChoices, topicsPage } from "#lib/db/topics/lists";
import { tagsOf } from "#lib/db/topics/tags";
import type { Actor } from "#lib/domain/actor";
import { askedOf, EVERYTHING, type SearchFilter } from "#lib/domain/search-filter";
import { AppError } from "#lib/errors";
import { createClaim, writeVerdict } from "./claims";
import { openReview, publishReview, submitReview, withdrawReview } from "./reviews";
import { at, draftReview, NOW, person } from "./testing/newsroom";
import { addTopic, mergeTopic, nameTopic, partTopic, removeTopic } from "./topics";

/** What pages and claims are about: tagged, published, renamed, merged and parted. */

let close: () => Promise<void>;
let mara: Actor;
let avan: Actor;
let ida: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
  avan = await person("Avan");
  ida = await person("Ida", "CONTRIBUTOR");
});
afterAll(async () => {
  await disconnect();
  await close();
});

const minutes = (n: number) => ({ now: new Date(NOW.getTime() + n * 60_000) });
const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;
const rowOf = (id: string) => database().topic.findUniqueOrThrow({ where: { id } });
const namesOn = async (reviewId: string) => (await tagsOf(database(), reviewId)).map(({ name }) => name);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

async function merge(topicId: string, intoId: string, by = mara, then = minutes(5)) {
  const [from, into] = [await rowOf(topicId), await rowOf(intoId)];
  const ask = { topicId, revision: from.revision, intoId, intoRevision: into.revision };
  return mergeTopic(by, { ...ask, reason: "The same thing." }, then);
}
async function part(topicId: string) {
  const { revision } = await rowOf(topicId);
  return partTopic(mara, { topicId, revision, reason: "Two things." }, minutes(6));
}
async function call(topicId: string, name: string, by = mara, then = minutes(5)) {
  const { revision } = await rowOf(topicId);
  return nameTopic(by, { topicId, revision, name, definition: "" }, then);
}
async function publish(reviewId: string, by = avan, writer = mara, then = at, correction?: string) {
  const { revision } = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
  const handed = await submitReview(writer, { reviewId, revision, correction }, then);
  return publishReview(by, { reviewId, revision: handed.revision }, then);
}
const slugIn = (href: string) => href.replace("/articles/", "");
const topicsOn = async (slug: string) =>
  (await publishedArticle(slug))?.content.topics?.map(({ name }) => name);

describe("tags of a page", () => {
  let reviewId = "";
  let versionId = "";
  beforeEach(async () => {
    ({ reviewId, versionId } = await draftReview(mara));
  });

  test("names that fold to one are one topic; whoever tagged and how it is called stand in the history", async () => {
    const name = unique("Économie d’eau");
    const first = await addTopic(mara, { reviewId, name: ` ${name} ` }, at);
    const { reviewId: other } = await draftReview(mara);
    const second = await addTopic(mara, { reviewId: other, name: name.toUpperCase().replace("É", "E") }, at);
    expect(second.topicId).toBe(first.topicId);
    expect(await namesOn(other)).toEqual([name]);
    expect(await codeOf(addTopic(mara, { reviewId, name: name.toLowerCase() }, at))).toBe("invalid_input");
    const event = await database().auditEvent.findFirstOrThrow({
      where: { subjectId: `review:${reviewId}`, action: "topic.add" },
      include: { payload: true },
    });
    expect(event.payload?.payload).toMatchObject({ isNew: true, quote: name });
  });

  test.each([["اقتصاد العراق"], ["ئابووری"], ["经济"], ["5G"]])(
    "%s is a name, with an address",
    async (name) => {
      const { topicId } = await addTopic(mara, { reviewId, name }, at);
      expect((await rowOf(topicId)).slug).toMatch(/^[a-z0-9-]+$/);
    },
  );

  test("two who make the same topic at once make one", async () => {
    for (let n = 0; n < 8; n += 1) {
      const [one, two] = [await draftReview(mara), await draftReview(avan)];
      const name = unique("Water");
      const made = await Promise.all([
        addTopic(mara, { reviewId: one.reviewId, name }, at),
        addTopic(avan, { reviewId: two.reviewId, name: name.toUpperCase() }, at),
      ]);
      expect(new Set(made.map(({ topicId }) => topicId)).size).toBe(1);
    }
  });

  test("an eleventh is refused, also where two add the tenth at once", async () => {
    for (let n = 0; n < 9; n += 1) await addTopic(mara, { reviewId, name: unique(`Number ${n}`) }, at);
    const both = await Promise.allSettled(
      [1, 2].map(() => addTopic(mara, { reviewId, name: unique("The tenth") }, at)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await codeOf(addTopic(mara, { reviewId, name: unique("Eleventh") }, at))).toBe("invalid_input");
    expect(await namesOn(reviewId)).toHaveLength(10);
  });

  test("nobody tags what somebody else writes, or what was handed in; nor without a name", async () => {
    expect(await codeOf(addTopic(avan, { reviewId, name: unique("Not mine") }, at))).toBe("not_allowed");
    expect(await codeOf(addTopic(mara, { reviewId, name: " \u202e " }, at))).toBe("invalid_input");
    const { topicId } = await addTopic(mara, { reviewId, name: unique("Handed in") }, at);
    await submitReview(mara, { reviewId, revision: 1 }, at);
    expect(await codeOf(addTopic(mara, { reviewId, name: unique("Late") }, at))).toBe("conflict");
    expect(await codeOf(removeTopic(mara, { reviewId, topicId }, at))).toBe("conflict");
  });

  test("a contributor tags what they write, and renames and merges nothing", async () => {
    const own = await draftReview(ida);
    const { topicId } = await addTopic(ida, { reviewId: own.reviewId, name: unique("Of a contributor") }, at);
    expect(await codeOf(call(topicId, unique("Other"), ida))).toBe("not_allowed");
    expect(await codeOf(merge(topicId, topicId, ida))).toBe("not_allowed");
  });

  test("readers see what a second person published, under the name that it had then, until it is published anew", async () => {
    const [old, now] = [unique("Old name"), unique("New name")];
    const { topicId } = await addTopic(mara, { reviewId, name: old }, at);
    const slug = slugIn((await publish(reviewId)).href);
    const address = (await rowOf(topicId)).slug;
    expect(await topicsOn(slug)).toEqual([old]);
    await call(topicId, now);
    expect(await topicsOn(slug)).toEqual([old]);
    expect((await publishedTopic(address, null))?.topic).toMatchObject({ name: old, pages: 1, claims: 0 });
    const again = await openReview(mara, { versionId }, minutes(10));
    expect(await namesOn(again.reviewId)).toEqual([now]);
    await publish(again.reviewId, avan, mara, minutes(11), "Its topic is called otherwise.");
    expect(await topicsOn(slug)).toEqual([now]);
    expect((await publishedTopic(address, null))?.topic.name).toBe(now);
    expect(await verifyRecord()).toMatchObject({ faults: [] });
  });

  test("whoever renamed or merged a topic after it was tagged doesn’t publish the page", async () => {
    const { topicId } = await addTopic(mara, { reviewId, name: unique("Tagged") }, at);
    await call(topicId, unique("Renamed"), avan);
    expect(await codeOf(publish(reviewId, avan, mara, minutes(10)))).toBe("not_allowed");
  });

  test("what was handed in before its topic was renamed isn’t published", async () => {
    const { topicId } = await addTopic(mara, { reviewId, name: unique("Handed in") }, at);
    const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
    await call(topicId, unique("Otherwise"), avan);
    const other = await person("Zed");
    expect(await codeOf(publishReview(other, { reviewId, revision }, minutes(9)))).toBe("conflict");
  });

  test("a topic that nothing published has any more is gone; one that nobody published was never there", async () => {
    const { topicId } = await addTopic(mara, { reviewId, name: unique("Gone") }, at);
    const { slug } = await rowOf(topicId);
    expect([await isTopicGone(slug), await publishedTopic(slug, null)]).toEqual([false, null]);
    const { href, revision } = await publish(reviewId);
    expect([await isTopicGone(slug), (await publishedTopic(slug, null))?.items.length]).toEqual([false, 1]);
    await withdrawReview(avan, { reviewId, revision, reason: "Not ours." }, minutes(3));
    expect([await isTopicGone(slug), await publishedTopic(slug, null)]).toEqual([true, null]);
    expect(href).toContain("/articles/");
  });
});

test("a claim’s tags belong to the review of its verdict, and are published with it", async () => {
  const name = unique("Quays");
  const { claimId, slug } = await createClaim(mara, { wording: unique("The quay is wide.") }, at);
  const { topicId } = await addTopic(mara, { claimId, name }, at);
  await writeVerdict(mara, { claimId, revision: null, code: "UNRESOLVED", explanation: "Open." }, at);
  const { id } = await database().review.findFirstOrThrow({ where: { claimId } });
  await publish(id);
  expect((await publishedClaim(slug))?.own?.content.topics?.map((one) => one.name)).toEqual([name]);
  const listed = await publishedTopic((await rowOf(topicId)).slug, null);
  expect([listed?.topic.claims, listed?.items[0]?.kind]).toEqual([1, "claims"]);
  await removeTopic(avan, { claimId, topicId }, minutes(3));
  const open = await database().review.findFirstOrThrow({ where: { claimId, state: "DRAFT" } });
  expect(await namesOn(open.id)).toEqual([]);
  expect((await publishedClaim(slug))?.own?.content.topics).toHaveLength(1);
});

test("a search is narrowed by a topic, to pages, what they say, and claims; it offers it by its published name", async () => {
  const name = unique("Häfen");
  const { reviewId } = await draftReview(mara);
  await addTopic(mara, { reviewId, name }, at);
  await publish(reviewId);
  const { claimId } = await createClaim(mara, { wording: unique("The port is shut.") }, at);
  await addTopic(mara, { claimId, name }, at);
  await writeVerdict(mara, { claimId, revision: null, code: "UNRESOLVED", explanation: "Open." }, at);
  await publish((await database().review.findFirstOrThrow({ where: { claimId } })).id);
  const found = async (filter: Partial<SearchFilter>) => {
    const asked = askedOf({ ...EVERYTHING, topic: name.replace("ä", "A"), ...filter });
    if (asked === null) throw new Error("nothing is asked for");
    const { results, isProven } = await searchPublished(asked, null);
    expect(isProven).toBe(true);
    return results.map(({ kind }) => kind).sort();
  };
  expect(await found({})).toEqual(["claims", "pages"]);
  expect(await found({ kind: "claims" })).toEqual(["claims"]);
  expect(new Set(await found({ kind: "statements" }))).toEqual(new Set(["statements"]));
  expect(await found({ verdict: "UNRESOLVED" })).toEqual(["claims"]);
  expect(await found({ label: "REPORTED" })).toEqual(["pages"]);
  expect(await found({ topic: "nobody tagged this" })).toEqual([]);
  const asked = askedOf({ ...EVERYTHING, q: "port", kind: "claims" });
  if (asked === null) throw new Error("nothing is asked for");
  const { facets, isProven } = await searchCounts(asked);
  expect([facets.topic, isProven]).toEqual([[{ value: name, n: 1 }], true]);
});

describe("merging and parting", () => {
  let [one, two, three] = ["", "", ""];
  let reviewId = "";
  beforeEach(async () => {
    ({ reviewId } = await draftReview(mara));
    const tag = async (name: string) => (await addTopic(mara, { reviewId, name: unique(name) }, at)).topicId;
    [one, two, three] = [await tag("One"), await tag("Two"), await tag("Three")];
  });

  test("tags of topics that are one are one tag, and two again once they are parted", async () => {
    await merge(three, two);
    await merge(two, one);
    expect(await namesOn(reviewId)).toEqual([(await rowOf(one)).name]);
    await part(two);
    expect(await namesOn(reviewId)).toEqual([(await rowOf(one)).name, (await rowOf(two)).name]);
    await part(three);
    expect(await namesOn(reviewId)).toHaveLength(3);
  });

  test("a name that was merged tags with the topic that remains, and nobody else gets it", async () => {
    await merge(two, one);
    const { reviewId: other } = await draftReview(mara);
    expect((await addTopic(mara, { reviewId: other, name: (await rowOf(two)).name }, at)).topicId).toBe(one);
    expect(await codeOf(call(three, (await rowOf(two)).name))).toBe("conflict");
  });

  test("nothing is merged with itself or with what is merged already; a stale preview moves nothing", async () => {
    expect(await codeOf(merge(one, one))).toBe("invalid_input");
    const [from, into] = [await rowOf(three), await rowOf(one)];
    await merge(two, one);
    expect(await codeOf(merge(two, three))).toBe("conflict");
    const ask = { topicId: three, revision: from.revision, intoId: one, intoRevision: into.revision };
    expect(await codeOf(mergeTopic(mara, { ...ask, reason: "One." }, at))).toBe("conflict");
    expect(await codeOf(part(one))).toBe("conflict");
  });

  test("two who merge crosswise at once make no circle: one wins", async () => {
    for (let n = 0; n < 8; n += 1) {
      const tag = async (name: string) =>
        (await addTopic(mara, { reviewId, name: unique(name) }, at)).topicId;
      const [a, b] = [await tag("Left"), await tag("Right")];
      const done = await Promise.allSettled([merge(a, b, mara), merge(b, a, avan)]);
      expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      await removeTopic(mara, { reviewId, topicId: (await rowOf(a)).rootId }, at);
      expect(await namesOn(reviewId)).toHaveLength(3);
    }
  });

  test("a tag that is taken away while its topic is merged is gone, or asked for again", async () => {
    for (let n = 0; n < 8; n += 1) {
      const { topicId } = await addTopic(mara, { reviewId, name: unique("Raced") }, at);
      const [removed, merged] = await Promise.allSettled([
        removeTopic(mara, { reviewId, topicId }, at),
        merge(topicId, one, avan),
      ]);
      expect(merged.status).toBe("fulfilled");
      const left = await database().reviewTopic.count({ where: { reviewId, topicId } });
      expect(left).toBe(removed.status === "fulfilled" ? 0 : 1);
      expect(await namesOn(reviewId)).toHaveLength(3);
      if (left > 0) await transaction((tx) => tx.reviewTopic.deleteMany({ where: { reviewId, topicId } }));
    }
  });

  test("readers go on seeing both until the page is published anew", async () => {
    const { href } = await publish(reviewId);
    const names = await topicsOn(slugIn(href));
    await merge(two, one, mara, minutes(20));
    expect(await topicsOn(slugIn(href))).toEqual(names);
    expect((await publishedTopic((await rowOf(two)).slug, null))?.items).toHaveLength(1);
  });
});

describe("lists", () => {
  test("of the desk: by name, a part at a time, each with how much has it; found by a mistyped or merged name", async () => {
    const { reviewId } = await draftReview(mara);
    const { topicId, name } = await addTopic(mara, { reviewId, name: unique("Zzharbour dues") }, at);
    const first = await topicsPage(null);
    const named = first.topics.map((one) =>
      one.name
        .normalize("NFKD")
        .replace(/\p{M}|’/gu, "")
        .toLowerCase(),
    );
    expect(named.length).toBeGreaterThan(9);
    expect(named).toEqual([...named].sort());
    const found = (await findTopics("zzharbuor dues")).find(({ id }) => id === topicId);
    expect(found).toMatchObject({ name, pages: 1, claims: 0 });
    expect((await topicChoices("zzharbour"))[0]?.id).toBe(topicId);
    expect(await topicDesk(topicId)).toMatchObject({ name, moves: { pages: 1, waiting: 0, published: 0 } });
    expect(await topicDesk(randomUUID())).toBeNull();
  });

  test("of readers: only what stands, read on from either end", async () => {
    const all = await publishedTopics(null);
    expect(all.isProven).toBe(true);
    expect(all.topics.length).toBeGreaterThan(4);
    expect(all.topics.every(({ pages, claims }) => pages + claims > 0)).toBe(true);
    const [, second, third] = all.topics;
    const after = await publishedTopics({ way: "after", id: second?.id ?? "" });
    expect(after.topics[0]).toEqual(third);
    const before = await publishedTopics({ way: "before", id: third?.id ?? "" });
    expect(before.topics.at(-1)).toEqual(second);
  });

  test("the rows are what the publications say", async () => {
    const publications = await database().publication.findMany();
    await transaction(async (tx) => {
      expect((await wronglyStanding(tx, publications)).size).toBe(0);
      expect(await strayRows(tx)).toEqual([]);
    });
  });
});
