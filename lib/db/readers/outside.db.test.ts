import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import type { ArticlePublication } from "#lib/domain/publications";
import { authorSubject, publisherSubject } from "#lib/domain/publisher-subject";
import { foundingPublication, RUMOUR_CLAIM } from "#lib/publish/testing/founding-publication";
import { trackHref } from "#lib/publish/track-links";
import { promisesToCome, publishedDays, publishedOn } from "./outside";

const at = (instant: string) => new Date(`${instant}:00.000Z`);

let close: () => Promise<void>;
let who: { writer: string; publisher: string };
beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
});
afterAll(async () => {
  await disconnect();
  await close();
});

/** The founding page at an address of its own; its rumour promises `due`. */
function page(slug: string, due: string): ArticlePublication {
  const founding = foundingPublication();
  return {
    ...founding,
    article: { ...founding.article, slug, author: "TankMan" },
    statements: founding.statements.map((one) =>
      one.prediction === null ? one : { ...one, prediction: { ...one.prediction, dueFrom: due, dueTo: due } },
    ),
  };
}

const dues = async (today: string) =>
  (await promisesToCome(today)).map(({ statement }) => statement.prediction?.dueTo);

test("an empty archive has no promises, no days and no pages", async () => {
  expect(await promisesToCome("2026-11-23")).toEqual([]);
  expect(await publishedDays()).toEqual([]);
  expect(await publishedOn("2026-11-23")).toEqual([]);
});

test("promises to come are those of pages that stand, the next ones first; a sitemap has each page on its last day", async () => {
  const claim = await rows.claimRow(RUMOUR_CLAIM.slug, RUMOUR_CLAIM.wording);
  const publish = async (slug: string, due: string, day: Date) =>
    rows.publishArticle(await rows.articleRow(slug), page(slug, due), [claim], { ...who, at: day });
  await publish("first", "2027-03-01", at("2026-11-20T09:00"));
  const second = await publish("second", "2026-12-01", at("2026-11-22T23:59"));
  expect(new Set(await dues("2026-11-23"))).toEqual(new Set(["2026-12-01", "2027-03-01"]));
  expect((await dues("2026-11-23"))[0]).toBe("2026-12-01");
  expect(new Set(await dues("2026-12-02"))).toEqual(new Set(["2027-03-01"]));
  const { publisher } = foundingPublication().article;
  if (publisher === null) throw new Error("the founding page has a publisher");
  expect((await publishedDays()).map(({ day }) => day)).toEqual(["2026-11-22", "2026-11-20"]);
  const paths = [
    "/articles/second",
    trackHref({ kind: "AUTHOR", id: authorSubject(publisher, "TankMan") }),
    `/claims/${RUMOUR_CLAIM.slug}`,
    trackHref({ kind: "PUBLISHER", id: publisherSubject(publisher) }),
  ];
  const found = (await publishedOn("2026-11-22")).sort((a, b) => (a.path < b.path ? -1 : 1));
  expect(found).toEqual(paths.map((path) => ({ path, changedAt: "2026-11-22T23:59:00.000Z" })));
  expect(await publishedOn("2026-11-21")).toEqual([]);
  await rows.withdraw(second, "It was a mistake.", at("2026-11-23T08:00"));
  expect(new Set(await dues("2026-11-23"))).toEqual(new Set(["2027-03-01"]));
  expect((await publishedOn("2026-11-22")).map(({ path }) => path)).not.toContain("/articles/second");
});

test("a day that fills more than a file has all of it in its parts, each address once, promises and topics among them", async () => {
  const SIZE = 7;
  const createdAt = at("2026-11-01T00:00");
  const { id } = await database().topic.create({
    data: { slug: "harbours", name: "Harbours", createdById: who.writer, createdAt, grams: [] },
  });
  for (let n = 0; n < 20; n += 1) {
    const founding = page(`bulk-${n}`, "2027-05-01");
    const statements = founding.statements.map((one) => ({
      ...one,
      claim: null,
      ...(one.prediction && { template: { key: "حقل~date", words: "{DATE}" } }),
    }));
    const topics = [{ id, slug: "harbours", name: "Harbours" }];
    const content = { ...founding, statements, topics };
    await rows.publishArticle(await rows.articleRow(`bulk-${n}`), content, [], {
      ...who,
      at: at(`2026-11-25T09:${n + 10}`),
    });
  }
  const day = (await publishedDays(SIZE)).find((one) => one.day === "2026-11-25");
  const parts = await Promise.all(
    Array.from({ length: day?.parts ?? 0 }, (_, i) => publishedOn("2026-11-25", i + 1, SIZE)),
  );
  expect(parts.map(({ length }) => length)).toEqual([7, 7, 7, 3]);
  const paths = parts.flat().map(({ path }) => path);
  expect(new Set(paths).size).toBe(24);
  expect(paths).toEqual(
    expect.arrayContaining(["/articles/bulk-0", "/articles/bulk-19", "/topics/harbours"]),
  );
  expect(paths).toContain(`/promises/${encodeURIComponent("حقل~date")}`);
  expect(await publishedOn("2026-11-25", 5, SIZE)).toEqual([]);
  expect(await publishedOn("2026-11-25")).toHaveLength(24);
});
