import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import type { PublishedStatement } from "#lib/domain/publications";
import { areWordedAlike } from "#lib/domain/related-claims";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { publishedClaim } from "./published";
import { relatedClaims } from "./related";

/** Which claims stand beside another one, and why: of what is published alone. */

let close: () => Promise<void>;
let who: { writer: string; publisher: string };
let minutes = 0;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

function soon(): Date {
  minutes += 1;
  return new Date(Date.parse("2026-11-01T10:00:00Z") + minutes * 60_000);
}

async function topicRow(slug: string, name: string) {
  const made = { createdById: who.writer, createdAt: soon(), grams: [] };
  const { id } = await database().topic.create({ data: { slug, name, ...made } });
  return { id, slug, name };
}

/** A claim with a verdict: the id of its publication. */
async function judged(slug: string, wording: string, topics: Awaited<ReturnType<typeof topicRow>>[] = []) {
  const id = await rows.claimRow(slug, wording);
  const content = { ...foundingClaim(), claim: { id, slug, wording, unknowns: [] }, topics };
  return rows.publishClaim(id, content, { ...who, at: soon() });
}

/** A page that promises something under a template, and makes the claim by it. */
async function promised(slug: string, wording: string, key: string) {
  const claimId = await rows.claimRow(slug, wording);
  const founding = foundingPublication();
  const statements = founding.statements.map((statement): PublishedStatement => {
    if (statement.prediction === null || statement.number !== last(founding.statements).number)
      return { ...statement, claim: null };
    return { ...statement, claim: { slug, wording }, template: { key, words: "The reval is {DATE}." } };
  });
  const content = { ...founding, article: { ...founding.article, slug: `page-${slug}` }, statements };
  return rows.publishArticle(await rows.articleRow(`page-${slug}`), content, [claimId], {
    ...who,
    at: soon(),
  });
}

const last = (statements: readonly PublishedStatement[]): PublishedStatement => {
  const found = statements.findLast(({ prediction }) => prediction !== null);
  if (found === undefined) throw new Error("the founding page promises something");
  return found;
};

async function related(slug: string) {
  const claim = await publishedClaim(slug);
  if (claim === null) throw new Error("the claim stands");
  return (await relatedClaims(claim)).map((one) => [one.claim.slug, one.why.map(({ kind }) => kind)]);
}

test("a topic of two verdicts relates them, and nothing that is withdrawn or alone", async () => {
  const harbours = await topicRow("harbours", "Harbours");
  await judged("quay", "The quay was built in 1931.", [harbours]);
  expect(await related("quay")).toEqual([]);
  const ferry = await judged("ferry", "Ferries leave from Basra every hour.", [harbours]);
  await judged("bank", "No bank has new notes.", [await topicRow("banks", "Banks")]);
  expect(await related("quay")).toEqual([["ferry", ["TOPIC"]]]);
  expect(await related("ferry")).toEqual([["quay", ["TOPIC"]]]);
  expect(await related("bank")).toEqual([]);
  await rows.withdraw(ferry, "Too early.", soon());
  expect(await related("quay")).toEqual([]);
});

test("a promise that is told under one template relates the claims that it makes", async () => {
  await promised("friday", "Somebody said on a blog that it comes soon.", "reval~date");
  const other = await promised("monday", "A caller promised another exchange.", "reval~date");
  await promised("pension", "Old people get more money.", "pension~date");
  expect(await related("friday")).toEqual([["monday", ["TEMPLATE"]]]);
  expect(await related("pension")).toEqual([]);
  await rows.withdraw(other, "It was forged.", soon());
  expect(await related("friday")).toEqual([]);
});

test("wordings that have most of their words in common relate two claims, and rare words alone don't", async () => {
  await judged("dam", "The Mosul dam loses forty litres of water each second.");
  await judged("dam-2", "The Mosul dam loses ninety litres of water each second.");
  await judged(
    "dam-3",
    "Engineers went to the Mosul dam on Friday, where forty of them looked for litres of oil.",
  );
  expect(await related("dam")).toEqual([["dam-2", ["WORDS"]]]);
});

test("what an editor says of a claim and nobody published relates nothing", async () => {
  const drafts = await topicRow("drafts", "Drafts");
  await judged("one", "Gulf airlines fly to Erbil twice.", [drafts]);
  const claimId = await rows.claimRow("two", "Gulf airlines fly to Erbil thrice.");
  const reviewId = await rows.reviewRow({ claimId }, "DRAFT", who.writer);
  await database().reviewTopic.create({
    data: { reviewId, topicId: drafts.id, addedById: who.writer, addedAt: soon() },
  });
  expect(await related("one")).toEqual([]);
});

test("no more than six are named, those with most reasons first", async () => {
  const many = await topicRow("many", "Many");
  await judged("many-0", "Cement from Najaf costs eighty dollars.", [many]);
  for (let n = 1; n <= 8; n += 1) await judged(`many-${n}`, `Thing ${n} of another kind.`, [many]);
  await judged("many-9", "Cement from Najaf costs ninety dollars.", [many]);
  await judged("many-10", "Another word, later.", [many]);
  const found = await related("many-0");
  expect(found).toHaveLength(6);
  expect(found[0]).toEqual(["many-9", ["WORDS", "TOPIC"]]);
});

test.each([
  ["The quay was built in 1931.", "The quay was built in 1932.", true],
  ["The quay was built in 1931.", "The quay.", false],
  ["", "", false],
  ["البنك المركزي يبقي السعر", "البنك المركزي يرفع السعر", true],
])("%s / %s", (one, other, alike) => expect(areWordedAlike(one, other)).toBe(alike));
