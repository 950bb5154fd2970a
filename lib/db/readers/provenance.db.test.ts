import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "#lib/db/core/client";
import { archive } from "#lib/db/testing/archive";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { listPlace } from "#lib/domain/cursors";
import { textNeighbours } from "./provenance";
import { publishedArticle, publishedPages } from "./published";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await archive(db.url, { pages: 46, seed: 7 });
}, 60_000);
afterAll(async () => {
  await disconnect();
  await db.close();
});

async function part(asked: Readonly<Record<string, string>>) {
  const place = listPlace(asked);
  const article = await publishedArticle("page-0");
  if (article === null || place === undefined) throw new Error("there is such a part");
  const { downstream, ...rest } = await textNeighbours(article.content, place);
  return { ...rest, slugs: downstream.map(({ slug }) => slug) };
}

/** Every page of this archive that stands has its text from the first. */
test("those that have a text from a page are read to the end and back, each once and in one order", async () => {
  const { total } = await publishedPages(null);
  const copies = total - 1;
  const first = await part({});
  expect(first).toMatchObject({ downstreamCount: copies, isAllCounted: true, earlier: null });
  const second = await part({ after: first.later ?? "" });
  const third = await part({ after: second.later ?? "" });
  expect([first, second, third].map(({ slugs }) => slugs.length)).toEqual([20, 20, copies - 40]);
  expect(third).toMatchObject({ downstreamCount: copies, later: null });
  const all = [first, second, third].flatMap(({ slugs }) => slugs);
  expect(new Set(all).size).toBe(copies);
  expect(await part({ before: third.earlier ?? "" })).toEqual(second);
  expect(await part({ before: second.earlier ?? "" })).toEqual(first);
});

test("beyond the last one is nothing", async () => {
  const after = "2999-01-01T00:00:00.000Z_ffffffff-ffff-4fff-bfff-ffffffffffff";
  expect(await part({ after })).toMatchObject({ slugs: [], earlier: null, later: null });
});
