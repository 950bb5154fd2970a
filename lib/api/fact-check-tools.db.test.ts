import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { claimReviewsIn } from "#lib/domain/claim-reviews";
import { answerPublicRead } from "#lib/next/public-read";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";

/** Claims with a verdict as programs read them that were written for Google's Fact Check Tools. */

const ORIGIN = "http://127.0.0.1:3000";
let close: () => Promise<void>;
let who: { writer: string; publisher: string };
beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  for (let n = 0; n < 25; n += 1) await judged(`quay-${n}`, `The quay number ${n} is open.`, n);
  const said = { slug: "said", wording: "The quay is only said to be open." };
  const saidId = await rows.claimRow(said.slug, said.wording);
  const founding = foundingPublication();
  const statements = founding.statements.map((one) => ({ ...one, claim: one.claim && said }));
  const content = { ...founding, statements, article: { ...founding.article, slug: "page" } };
  await rows.publishArticle(await rows.articleRow("page"), content, [saidId], { ...who, at: moment(30) });
  const gone = await judged("gone", "The quay is gone.", 31);
  await rows.withdraw(gone, "Too early.", moment(32));
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

const moment = (n: number) => new Date(Date.UTC(2026, 10, 1, 10, n));

async function judged(slug: string, wording: string, n: number): Promise<string> {
  const id = await rows.claimRow(slug, wording);
  const content = { ...foundingClaim(), claim: { id, slug, wording, unknowns: [] } };
  return rows.publishClaim(id, content, { ...who, at: moment(n) });
}

async function ask(query: Record<string, string> = {}) {
  const address = `${ORIGIN}/api/v1/claims:search?${new URLSearchParams(query)}`;
  const answer = await answerPublicRead(new Request(address));
  return { status: answer.status, body: await answer.json() };
}

/** Every part of the list, by its tokens. */
async function all(query: Record<string, string> = {}) {
  const texts: string[] = [];
  let parts = 0;
  for (let token: string | undefined = ""; token !== undefined; parts += 1) {
    const { status, body } = await ask(token === "" ? query : { ...query, pageToken: token });
    expect(status).toBe(200);
    texts.push(...body.claims.map(({ text }: { text: string }) => text));
    token = body.nextPageToken;
  }
  return { texts, parts };
}

test("a claim with its verdict has the names that those programs read, and ours reads them as it reads Google’s", async () => {
  const { body } = await ask({ query: "24" });
  expect(body).toEqual({
    claims: [
      {
        text: "The quay number 24 is open.",
        claimReview: [
          {
            publisher: { name: "Onrecord", site: "127.0.0.1" },
            url: `${ORIGIN}/claims/quay-24`,
            title: "No evidence found: The quay number 24 is open.",
            reviewDate: moment(24).toISOString(),
            textualRating: "No evidence found",
            languageCode: "en",
          },
        ],
      },
    ],
  });
  const { checks } = claimReviewsIn([body], null);
  expect(checks).toMatchObject([
    { claim: "The quay number 24 is open.", rating: "No evidence found", url: `${ORIGIN}/claims/quay-24` },
  ]);
});

test("who said a claim first and when is told where it is known", async () => {
  const id = await database().claim.findUniqueOrThrow({ where: { slug: "said" }, select: { id: true } });
  const claim = { id: id.id, slug: "said", wording: "The quay is only said to be open.", unknowns: [] };
  const publication = await rows.publishClaim(
    id.id,
    { ...foundingClaim(), claim },
    { ...who, at: moment(40) },
  );
  const founding = foundingPublication();
  const first = founding.statements.find((one) => one.claim !== null);
  const day = founding.posts[first?.post ?? 0]?.date;
  const [found] = (await ask({ query: "said" })).body.claims;
  expect([found.claimant, found.claimDate]).toEqual([
    first?.speaker?.name,
    day === null ? undefined : `${day}T00:00:00Z`,
  ]);
  await rows.withdraw(publication, "Too early.", moment(41));
});

test("all of them come in parts, once each; claims without a verdict and what was withdrawn don’t", async () => {
  for (const query of [{}, { query: "quay" }, { query: "quay", languageCode: "en-GB" }]) {
    const { texts, parts } = await all(query);
    expect(parts).toBe(2);
    expect(texts.sort()).toEqual(
      Array.from({ length: 25 }, (_, n) => `The quay number ${n} is open.`).sort(),
    );
  }
});

test("verdicts in another language there are none", async () => {
  expect(await ask({ languageCode: "ar" })).toEqual({ status: 200, body: { claims: [] } });
});

test.each([
  [{ query: "…" }, "query"],
  [{ pageToken: "AAAAAAAAAAAAAAAAAAAAAAAAAAAA" }, "pageToken"],
  [{ pageSize: "10" }, "pageSize"],
] as const)("%j is refused, and the field is named", async (query, field) => {
  expect(await ask(query)).toMatchObject({ status: 400, body: { field } });
});

test("a token of one list is none of another", async () => {
  const { nextPageToken } = (await ask()).body;
  expect((await ask({ query: "quay", pageToken: nextPageToken })).status).toBe(400);
});

test("verdicts that can’t be proven are told to no program", async () => {
  await database().$executeRawUnsafe('ALTER TABLE "Publication" DISABLE TRIGGER USER');
  await database().$executeRaw`
    UPDATE "Publication" SET content = jsonb_set(content, '{claim,wording}', '"The quay number 24 is FORGED."')
    WHERE content #>> '{claim,slug}' = 'quay-24'`;
  expect(JSON.stringify((await ask({ query: "24" })).body)).not.toContain("FORGED");
});
