import { afterAll, beforeAll, expect, test } from "vitest";
import { articleDesk } from "#lib/db/articles/desk";
import { database, disconnect } from "#lib/db/core/client";
import { queueOf } from "#lib/db/queue/list";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { QueueName } from "#lib/domain/queue-query";
import { plainQueue } from "#lib/domain/queue-search";
import * as words from "#lib/words";
import { dismissArticle, takeBackArticle } from "./articles";
import { openReview } from "./reviews";
import { at, draftReview, person, publishedReview, storedPage } from "./testing/newsroom";

let close: () => Promise<void>;
let mara: Actor;
let cleo: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
  cleo = await person("Cleo", "CONTRIBUTOR");
});
afterAll(async () => {
  await disconnect();
  await close();
});

async function articleOf(versionId: string): Promise<string> {
  const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  return articleId;
}

async function viewsWith(versionId: string): Promise<string[]> {
  const href = `/desk/articles/${versionId}`;
  const found = [];
  for (const view of QueueName.options) {
    const { items, counts } = await queueOf(mara, plainQueue(view));
    expect(items).toHaveLength(counts[view]);
    if (view !== "all" && items.some((item) => item.href === href)) found.push(view);
  }
  return found;
}

test("a page that isn't worth keeping leaves the queue with its reason, and comes back", async () => {
  const versionId = await storedPage();
  const articleId = await articleOf(versionId);
  expect(await viewsWith(versionId)).toEqual(["unassigned"]);
  await dismissArticle(cleo, { articleId, reason: "  A recipe.  " }, at);
  expect(await viewsWith(versionId)).toEqual(["dismissed"]);
  const [item] = (await queueOf(mara, plainQueue("dismissed"))).items;
  expect(item).toMatchObject({ dismissedFor: "A recipe.", version: 1, next: { kind: "nobody" } });
  expect((await articleDesk(mara, versionId))?.article.dismissedFor).toBe("A recipe.");
  await expect(openReview(mara, { versionId }, at)).rejects.toThrow(words.refusals.dismissedPage);
  await expect(dismissArticle(mara, { articleId, reason: "Again." }, at)).rejects.toThrow(
    words.refusals.dismissedAlready,
  );

  await takeBackArticle(mara, { articleId }, at);
  expect(await viewsWith(versionId)).toEqual(["unassigned"]);
  await expect(takeBackArticle(mara, { articleId }, at)).rejects.toThrow(words.refusals.notDismissed);
  const desk = await articleDesk(mara, versionId);
  expect(desk?.article.dismissedFor).toBeNull();
  expect(desk?.history.map(({ action, actorName }) => [action, actorName])).toEqual(
    expect.arrayContaining([
      ["article.dismiss", "Cleo"],
      ["article.takeBack", "Mara"],
    ]),
  );
  await openReview(mara, { versionId }, at);
});

test("what somebody reviews or readers see isn't dismissed", async () => {
  const draft = await draftReview(mara);
  await expect(
    dismissArticle(cleo, { articleId: await articleOf(draft.versionId), reason: "Off topic." }, at),
  ).rejects.toThrow(words.refusals.reviewedPage("Mara"));
  const { versionId } = await publishedReview(mara, await person("Avan"));
  await expect(
    dismissArticle(cleo, { articleId: await articleOf(versionId), reason: "Off topic." }, at),
  ).rejects.toThrow(words.refusals.publishedPage);
});

test.each([{ reason: "" }, { reason: "   " }, { reason: "x".repeat(501) }, {}])(
  "a dismissal needs a reason of some length: %j",
  async (given) => {
    const articleId = await articleOf(await storedPage());
    await expect(dismissArticle(mara, { articleId, ...given }, at)).rejects.toMatchObject({
      code: "invalid_input",
      field: "reason",
    });
  },
);

test("of opening a review and dismissing its page at once one is refused", async () => {
  const versionId = await storedPage();
  const articleId = await articleOf(versionId);
  const both = await Promise.allSettled([
    openReview(mara, { versionId }, at),
    dismissArticle(cleo, { articleId, reason: "Off topic." }, at),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
