import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { answerPublicRead } from "#lib/next/public-read";
import { foundingPublication } from "#lib/publish/testing/founding-publication";
import { AnnotationCollection, HypothesisRow, HypothesisRows } from "./annotation-answers";

/** What programs for annotations get of a newsroom with a draft, a correction and a withdrawal. */

const ORIGIN = "http://127.0.0.1:3000";
const PAGE = "https://news.example/quay?id=7";
const GONE = "https://news.example/withdrawn";
const DRAFT = "never-published";
let close: () => Promise<void>;

async function stored(slug: string, url: string) {
  const row = await rows.articleRow(slug);
  await database().article.update({ where: { id: row.articleId }, data: { url } });
  return row;
}

const content = (slug: string, url: string) => {
  const founding = foundingPublication();
  const statements = founding.statements.map((one) => ({ ...one, claim: null }));
  return { ...founding, statements, article: { ...founding.article, slug, url } };
};

beforeAll(async () => {
  ({ close } = await freshDatabase());
  const who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  const at = (day: string) => new Date(`${day}T10:00:00.000Z`);
  const quay = await stored("quay", PAGE);
  const first = { ...content("quay", PAGE), statements: content("quay", PAGE).statements.slice(0, 1) };
  await rows.publishArticle(quay, first, [], { ...who, at: at("2026-11-20") });
  await rows.publishArticle(quay, content("quay", PAGE), [], {
    ...who,
    at: at("2026-11-21"),
    correction: "Statements were missing.",
  });
  const gone = await stored("gone", GONE);
  const id = await rows.publishArticle(gone, content("gone", GONE), [], { ...who, at: at("2026-11-20") });
  await rows.withdraw(id, "It was forged.", at("2026-11-22"));
  const draft = await stored(DRAFT, PAGE);
  await rows.reviewRow({ versionId: draft.versionId }, "SUBMITTED", who.writer);
}, 120_000);
afterAll(async () => {
  await disconnect();
  await close();
});

async function ask(address: string, how: RequestInit = {}) {
  const response = await answerPublicRead(new Request(new URL(address, ORIGIN), how));
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    text,
    body: text === "" ? null : JSON.parse(text),
  };
}
const searched = (query: Record<string, string>) => ask(`/api/search?${new URLSearchParams(query)}`);
const STATEMENTS = foundingPublication().statements.length;

test("a page's annotations are those of what stands", async () => {
  const { status, type, body } = await ask("/api/v1/articles/quay/annotations");
  expect([status, type]).toEqual([200, 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"']);
  expect(AnnotationCollection.parse(body).total).toBe(STATEMENTS);
});

test("each annotation can be read at its own address, in both shapes", async () => {
  const { body } = await ask("/api/v1/articles/quay/annotations");
  const [item] = AnnotationCollection.parse(body).first.items;
  const { pathname } = new URL(item?.id ?? "");
  const one = await ask(pathname);
  expect(one.body).toEqual({ "@context": "http://www.w3.org/ns/anno.jsonld", ...item });
  const row = await ask(pathname.replace(".jsonld", ""));
  expect(HypothesisRow.parse(row.body).target[0].selector).toEqual(
    item && !Array.isArray(item.target) && item.target.selector,
  );
});

test("a page is found by its address, with a fragment too, and under a label alone", async () => {
  const all = HypothesisRows.parse((await searched({ uri: `${PAGE}#top`, limit: "200" })).body);
  expect([all.total, all.rows.length]).toEqual([STATEMENTS, STATEMENTS]);
  const some = HypothesisRows.parse((await searched({ uri: PAGE, tag: "UNSOURCED_SPECULATION" })).body);
  expect(some.rows.map(({ tags }) => tags)).toEqual(some.rows.map(() => ["UNSOURCED_SPECULATION"]));
  expect(some.total).toBeGreaterThan(0);
});

test.each(["asc", "desc"])(
  "a list in %sending order goes on behind the last row, and loses none",
  async (order) => {
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const query = { uri: PAGE, limit: "3", order, sort: "updated" };
      const { rows: found } = HypothesisRows.parse(
        (await searched(after === undefined ? query : { ...query, search_after: after })).body,
      );
      seen.push(...found.map(({ id }) => id));
      after = found.at(-1)?.updated;
      if (after === undefined) break;
    }
    expect(seen).toHaveLength(STATEMENTS);
    expect(new Set(seen).size).toBe(STATEMENTS);
  },
);

test("what was withdrawn or never published is in no answer", async () => {
  expect((await ask("/api/v1/articles/gone/annotations")).status).toBe(410);
  expect((await ask("/api/annotations/gone.1")).status).toBe(410);
  expect((await searched({ uri: GONE })).body).toEqual({ total: 0, rows: [] });
  expect((await ask(`/api/v1/articles/${DRAFT}/annotations`)).status).toBe(404);
  expect((await searched({ uri: PAGE, limit: "200" })).text).not.toContain(DRAFT);
});

const at = (query: string) => `/api/search?uri=${encodeURIComponent(PAGE)}&${query}`;
test.each([
  ["no address", "/api/search", 400],
  ["a word for an address", "/api/search?uri=quay", 400],
  ["an address of 7,000 letters", `/api/search?uri=${"x".repeat(7000)}`, 400],
  ["an address that nobody knows", "/api/search?uri=https://news.example/nowhere", 200],
  ["more rows than there may be", at("limit=201"), 400],
  ["no rows", at("limit=0"), 200],
  ["a number in words", at("limit=abc"), 400],
  ["a beginning in words", at("offset=abc"), 400],
  ["an order that isn't one", at("order=up"), 400],
  ["a place that is no moment", at("search_after=zzz"), 400],
  ["a filter that isn't there", at("user=acct:a@b"), 400],
  ["an address twice", at("uri=x"), 400],
  ["a name without a number", "/api/annotations/quay", 404],
  ["a number that no statement has", "/api/annotations/quay.999", 404],
  ["the same as JSON-LD", "/api/annotations/quay.999.jsonld", 404],
  ["a path for a name", "/api/annotations/..%2Fquay.1", 404],
  ["a cursor where there is no list", "/api/v1/articles/quay/annotations?cursor=x", 400],
  ["an address of ours that isn't there", "/api/nothing", 404],
])("%s is answered in words", async (_, address, status) => {
  const { body, status: answered } = await ask(address);
  expect(answered).toBe(status);
  if (status !== 200) expect(body.detail).toMatch(/\w{3}/);
});

test("nothing but a read is taken", async () => {
  expect((await ask("/api/search", { method: "POST" })).status).toBe(405);
});
