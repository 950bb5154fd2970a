import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { answerPublicRead } from "#lib/next/public-read";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { GET as articlePicture } from "./(reader)/articles/[slug]/picture.png/route";
import { GET as articleRecord } from "./(reader)/articles/[slug]/record.json/route";
import { GET as evidencePack } from "./(reader)/claims/[slug]/evidence.zip/route";
import { GET as claimPicture } from "./(reader)/claims/[slug]/picture.png/route";
import { GET as claimRecord } from "./(reader)/claims/[slug]/record.json/route";
import { GET as feedAt } from "./(reader)/feeds/[name]/route";

/** What was published and withdrawn is gone at every address of it, and what never was there is not found. */

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  const who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));
  const topic = {
    slug: "gone",
    name: "Gone",
    createdById: who.writer,
    createdAt: at(1),
    grams: [],
    id: "0190f000-0000-7000-8000-000000000001",
  };
  await database().topic.create({ data: topic });
  const topics = [{ id: topic.id, slug: topic.slug, name: topic.name }];
  const founding = foundingPublication();
  const statements = founding.statements.map((one) => ({ ...one, claim: null }));
  const page = (slug: string) => ({ ...founding, statements, article: { ...founding.article, slug } });
  const article = await rows.publishArticle(await rows.articleRow("gone"), page("gone"), [], {
    ...who,
    at: at(2),
  });
  await rows.withdraw(article, "It was forged.", at(3));
  const claimId = await rows.claimRow("gone", "It is gone.");
  const verdict = {
    ...foundingClaim(),
    claim: { id: claimId, slug: "gone", wording: "It is gone.", unknowns: [] },
    topics,
  };
  const claim = await rows.publishClaim(claimId, verdict, { ...who, at: at(2) });
  const { reviewId } = await database().publication.findUniqueOrThrow({ where: { id: claim } });
  // A tag is written before its review is published, and these rows are published at once.
  await database().$transaction([
    database().$executeRaw`SET LOCAL session_replication_role = replica`,
    database().reviewTopic.create({
      data: { reviewId, topicId: topic.id, addedById: who.writer, addedAt: at(1) },
    }),
  ]);
  await rows.withdraw(claim, "Too early.", at(3));
  // A claim that a page still makes, and whose verdict was withdrawn.
  const saidId = await rows.claimRow("said", "It is said.");
  const said = { ...verdict, claim: { id: saidId, slug: "said", wording: "It is said.", unknowns: [] } };
  await rows.withdraw(await rows.publishClaim(saidId, said, { ...who, at: at(2) }), "Too early.", at(3));
  const makes = page("stands");
  const [first, ...rest] = makes.statements;
  if (first === undefined) throw new Error("the founding page says something");
  const claimed = { ...first, claim: { slug: "said", wording: "It is said." } };
  await rows.publishArticle(
    await rows.articleRow("stands"),
    { ...makes, statements: [claimed, ...rest] },
    [saidId],
    { ...who, at: at(4) },
  );
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

const ORIGIN = "http://127.0.0.1:3000";
type Route = (request: Request, context: { params: Promise<{ slug: string }> }) => Promise<Response>;
const of = (route: Route) => (slug: string) =>
  route(new Request(ORIGIN), { params: Promise.resolve({ slug }) });
const api = (path: (slug: string) => string) => (slug: string) =>
  answerPublicRead(new Request(`${ORIGIN}${path(slug)}`));
const topicFeed = (format: string) => (slug: string) =>
  feedAt(new Request(`${ORIGIN}/feeds/topic.${format}?topic=${slug}`), {
    params: Promise.resolve({ name: `topic.${format}` }),
  });

const addresses: Readonly<Record<string, (slug: string) => Promise<Response>>> = {
  "the record of a page": of(articleRecord),
  "the picture of a page": of(articlePicture),
  "the record of a claim": of(claimRecord),
  "the picture of a claim": of(claimPicture),
  "the evidence pack of a claim": of(evidencePack),
  "the feed of a topic": topicFeed("atom"),
  "the feed of a topic, in JSON": topicFeed("json"),
  "a page for programs": api((slug) => `/api/v1/articles/${slug}`),
  "a claim for programs": api((slug) => `/api/v1/claims/${slug}`),
  "a statement for programs": api((slug) => `/api/v1/articles/${slug}/statements/1`),
  "the annotations of a page": api((slug) => `/api/v1/articles/${slug}/annotations`),
  "an annotation": api((slug) => `/api/annotations/${slug}.1.jsonld`),
  "an annotation, for other programs": api((slug) => `/api/annotations/${slug}.1`),
};

test.each(Object.entries(addresses))("%s", async (_, ask) => {
  expect([(await ask("gone")).status, (await ask("never")).status]).toEqual([410, 404]);
});

test("what is said of it says so, and that its page tells why", async () => {
  for (const name of ["the record of a page", "the evidence pack of a claim", "the feed of a topic"])
    expect(await (await addresses[name]?.("gone"))?.text()).toContain("withdrawn since");
});

test("the record of a verdict that was withdrawn is gone, though pages still make the claim; the record of a page that stands is there", async () => {
  expect((await of(claimRecord)("said")).status).toBe(410);
  expect((await of(evidencePack)("said")).status).toBe(200);
  expect((await of(articleRecord)("stands")).status).toBe(200);
});
