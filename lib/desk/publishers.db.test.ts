import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { findPublishers, publisherDesk, publishersPage } from "#lib/db/publishers/desk";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { correctFact } from "./articles";
import { markPublisher } from "./publishers";
import { at, person, storedPage } from "./testing/newsroom";

/** Publishers on the desk: which kind each is, and which pages came from it. */

let close: () => Promise<void>;
let mara: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
});
afterAll(async () => {
  await disconnect();
  await close();
});

const made = async (name: string) => (await database().publisher.create({ data: { name } })).id;

test("an editor says which kind it is, from what they saw, and it is put back", async () => {
  const publisherId = await made(`Tidewater ${randomUUID()}`);
  const mark = { publisherId, revision: 1, kind: "BLOG", reason: "It says so itself." };
  await markPublisher(mara, mark, at);
  await expect(markPublisher(mara, { ...mark, kind: "AGENCY" }, at)).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await publisherDesk(publisherId, null)).toMatchObject({
    kind: "BLOG",
    revision: 2,
    history: [
      {
        actorName: "Mara",
        words: "said what kind of publisher it is: “from not said to Blog. It says so itself.”",
      },
    ],
  });
  await markPublisher(mara, { publisherId, revision: 2, kind: "" }, at);
  expect(await publisherDesk(publisherId, null)).toMatchObject({ kind: null, revision: 3 });
});

test.each([
  ["a contributor", { role: "CONTRIBUTOR" }, {}, "not_allowed"],
  ["a kind that there isn't", {}, { kind: "TABLOID" }, "invalid_input"],
  ["10,000 letters of reason", {}, { reason: "a".repeat(10_000) }, "invalid_input"],
  ["a publisher that there isn't", {}, { publisherId: randomUUID() }, "not_found"],
] as const)("%s is refused", async (_, who, ask, code) => {
  const publisherId = await made(`Tidewater ${randomUUID()}`);
  const given = { publisherId, revision: 1, kind: "BLOG", ...ask };
  await expect(markPublisher({ ...mara, ...who }, given, at)).rejects.toMatchObject({ code });
  expect(await database().publisher.findUniqueOrThrow({ where: { id: publisherId } })).toMatchObject({
    kind: null,
    revision: 1,
  });
});

test("the list goes by name, a part at a time and back again; one is found mistyped", async () => {
  const names = Array.from({ length: 65 }, (_, n) => `Łódź Courier ${String(n).padStart(2, "0")}`);
  const ids = await Promise.all(names.map(made));
  const first = await publishersPage({ way: "after", id: ids[0] ?? "" });
  const second = await publishersPage({ way: "after", id: first.after ?? "" });
  const third = await publishersPage({ way: "after", id: second.after ?? "" });
  const seen = [first, second, third].flatMap(({ publishers }) => publishers.map(({ name }) => name));
  expect(seen.filter((name) => name.startsWith("Łódź"))).toEqual(names.slice(1));
  expect((await publishersPage({ way: "before", id: second.publishers[0]?.id ?? "" })).publishers).toEqual(
    first.publishers,
  );
  expect((await findPublishers("lodz courrier 07"))[0]?.name).toBe("Łódź Courier 07");
  expect(await findPublishers("zzqx")).toEqual([]);
});

test("its pages are those that came from it, each with what was put right", async () => {
  const versionId = await storedPage();
  await storedPage();
  const { article } = await database().articleVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { article: { select: { publisherId: true, publisher: true } } },
  });
  const before = article.publisher?.name ?? "";
  const right = { versionId, fact: "PUBLISHER", before, reads: "Quay Gazette", reason: "Its imprint." };
  await correctFact(mara, right, at);
  const desk = await publisherDesk(article.publisherId ?? "", null);
  expect(desk).toMatchObject({ pages: 2, more: null });
  expect(desk?.articles.map(({ putRight }) => putRight).sort()).toEqual(["Quay Gazette", undefined]);
  expect(desk?.articles.every(({ title }) => title?.startsWith("Harbour Council"))).toBe(true);
  expect(await publisherDesk(randomUUID(), null)).toBeNull();
});
