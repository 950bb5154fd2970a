import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAYLOADS } from "#e2e/attacks/payloads";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { EXPORTS } from "./exports";

/** All that stands as files: whole, in order, as other programs read them, and with nothing that isn't published. */

const where = { origin: "https://onrecord.example", today: "2026-11-28" };
const SECRET = "Nobody published these words";
const FORGED = "A title that nobody published";
const PAGES = 230;
const FORMULAS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "=cmd|' /C calc'!A0",
  'a "quoted", word',
  "two\nlines",
];

let close: () => Promise<void>;
let who: { writer: string; publisher: string };
beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  await published();
  await strange();
  await forged();
}, 240_000);
afterAll(async () => {
  await disconnect();
  await close();
});

const at = (n: number) => new Date(Date.parse("2026-01-01T10:00:00.000Z") + n * 1000);
const [like] = foundingPublication().statements;
const page = (slug: string, title: string, exact = "It was said.") => {
  const founding = foundingPublication();
  if (like === undefined) throw new Error("the founding page has statements");
  return {
    ...founding,
    article: { ...founding.article, slug, title },
    statements: [{ ...like, exact, claim: null }],
  };
};
const verdictOn = (slug: string, wording: string) => ({
  ...foundingClaim(),
  claim: { ...foundingClaim().claim, slug, wording },
});

/** More than two parts of each list; the last page corrected, one withdrawn, and a draft. */
async function published(): Promise<void> {
  for (let n = 0; n < PAGES; n += 1) {
    const row = await rows.articleRow(`page-${n}`);
    await rows.publishArticle(row, page(`page-${n}`, `Page ${n}`), [], { ...who, at: at(n) });
    if (n !== 0) continue;
    const later = { ...who, at: at(PAGES), correction: "A name was wrong." };
    await rows.publishArticle(row, page("page-0", "Page 0, corrected"), [], later);
  }
  for (let n = 0; n < 3; n += 1) {
    const claimId = await rows.claimRow(`claim-${n}`, SECRET);
    await rows.publishClaim(claimId, verdictOn(`claim-${n}`, `Claim ${n}.`), { ...who, at: at(n) });
  }
  const id = await rows.publishArticle(
    await rows.articleRow("withdrawn"),
    page("withdrawn", "Taken back", SECRET),
    [],
    {
      ...who,
      at: at(10),
    },
  );
  await rows.withdraw(id, "The page was forged.", at(PAGES + 1));
  const { versionId } = await rows.articleRow("draft");
  await rows.reviewRow({ versionId }, "DRAFT", who.writer);
}

async function strange(): Promise<void> {
  const texts = [...FORMULAS, ...PAYLOADS];
  const content = page("strange", FORMULAS[0] ?? "");
  const [one] = content.statements;
  if (one === undefined) throw new Error("the page has a statement");
  const statements = texts.map((exact, i) => ({ ...one, number: i + 1, exact }));
  await rows.publishArticle(await rows.articleRow("strange"), { ...content, statements }, [], {
    ...who,
    at: at(400),
  });
}

async function forged(): Promise<void> {
  const id = await rows.publishArticle(await rows.articleRow("forged"), page("forged", "As it was"), [], {
    ...who,
    at: at(120),
  });
  const claimId = await rows.claimRow("forged-claim", "It was judged.");
  const verdict = await rows.publishClaim(claimId, verdictOn("forged-claim", "It was judged."), {
    ...who,
    at: at(1),
  });
  await database().$executeRawUnsafe('ALTER TABLE "Publication" DISABLE TRIGGER USER');
  await database().$executeRaw`
    UPDATE "Publication" SET content = jsonb_set(content, '{article,title}', to_jsonb(${FORGED}::text)) WHERE id = ${id}::uuid`;
  await database().$executeRaw`
    UPDATE "Publication" SET content = jsonb_set(content, '{verdict,code}', '"SUPPORTED"') WHERE id = ${verdict}::uuid`;
}

async function fileAt(path: string): Promise<string> {
  const found = EXPORTS.find((one) => one.path === path);
  if (found === undefined) throw new Error(`there is no export at ${path}`);
  let text = "";
  for await (const piece of found.pieces(where)) text += piece;
  return text;
}

const linesOf = async (name: string) =>
  (await fileAt(`/exports/${name}.jsonl`))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const tableOf = async (name: string): Promise<Record<string, string>[]> =>
  parse(await fileAt(`/exports/${name}.csv`), { columns: true, record_delimiter: "\r\n" });

describe.each(["articles", "statements", "claims", "corrections"])("%s", (name) => {
  test("each line is what its schema says, and the table has as many rows", async () => {
    const lines = await linesOf(name);
    const schema = EXPORTS.find(({ path }) => path === `/exports/${name}.jsonl`)?.line;
    for (const line of lines) expect(schema?.parse(line)).toEqual(line);
    expect(await tableOf(name)).toHaveLength(lines.length);
    expect(lines.length).toBeGreaterThan(1);
  });

  test("no word of it is unpublished", async () => {
    for (const format of ["jsonl", "csv"])
      expect(await fileAt(`/exports/${name}.${format}`)).not.toContain(SECRET);
  });
});

test("every page that stands is there once, the earliest published first", async () => {
  const slugs = (await linesOf("articles")).map(({ slug }) => slug);
  const expected = Array.from({ length: PAGES - 1 }, (_, n) => `page-${n + 1}`);
  expect(slugs.filter((slug) => slug.startsWith("page-"))).toEqual([...expected, "page-0"]);
  expect(slugs).not.toContain("withdrawn");
  expect(slugs).not.toContain("draft");
});

test("what isn't what was published says so, alone among its neighbours", async () => {
  const wrong = (await linesOf("articles")).filter(({ isProven }) => !isProven);
  expect(wrong.map(({ slug }) => slug)).toEqual(["forged"]);
  const cells = (await tableOf("articles")).filter(({ isProven }) => isProven === "false");
  expect(cells.map(({ slug }) => slug)).toEqual(["forged"]);
});

test("a claim has all of its verdict", async () => {
  const [first] = await linesOf("claims");
  expect(first).toMatchObject({
    slug: "claim-0",
    verdict: { code: "NO_EVIDENCE_FOUND", searches: expect.any(Array), evidence: expect.any(Array) },
  });
});

test("a withdrawal and a correction are told, with their reasons", async () => {
  expect((await linesOf("corrections")).map(({ reason }) => reason)).toEqual([
    "A name was wrong.",
    "The page was forged.",
  ]);
});

test("no cell begins what a spreadsheet would run, and each text comes back", async () => {
  const table = (await tableOf("statements")).filter(({ article }) => article === "strange");
  const texts = [...FORMULAS, ...PAYLOADS];
  for (const [i, text] of texts.entries()) {
    const cell = table[i]?.exact ?? "";
    expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(cell).toBe(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  }
  for (const row of await tableOf("articles"))
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r]/);
  expect(
    (await linesOf("statements"))
      .filter(({ article }) => article.slug === "strange")
      .map(({ exact }) => exact),
  ).toEqual(texts);
});

test("verdicts that stand are one feed; one that can't be verified is told to no machine", async () => {
  const feed = JSON.parse(await fileAt("/exports/claim-reviews.json"));
  expect(feed).toMatchObject({ "@context": "https://schema.org", "@type": "DataFeed" });
  const urls = feed.dataFeedElement.map(({ item }: { item: { url: string } }) => item.url);
  expect(urls).toEqual([0, 1, 2].map((n) => `${where.origin}/claims/claim-${n}`));
  expect(JSON.stringify(feed)).not.toContain("forged-claim");
});
