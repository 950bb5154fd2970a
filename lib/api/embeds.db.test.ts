import { Ajv2020 } from "ajv/dist/2020.js";
import { DOMParser } from "linkedom";
import { parseFragment } from "parse5";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAYLOADS } from "#e2e/attacks/payloads";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { embedAt } from "#lib/domain/embeds";
import type { ArticlePublication } from "#lib/domain/publications";
import { cardAsText, cardDocument } from "#lib/publish/embeds/document";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { cardAt, markOfWords } from "./embeds";
import { answerOembed } from "./oembed";

/** What other sites show of a newsroom with drafts, corrections, withdrawals, and a page that was changed behind its back. */

const ORIGIN = "https://onrecord.example";
const where = { origin: ORIGIN, today: "2026-11-28", timeZone: "UTC" };
const SECRET = "Nobody published these words";
const HOSTILE = `]]></html><script>alert("1")</script> & \u000b\u202e 'x'`;
const at = (day: string) => new Date(`${day}T10:00:00.000Z`);

let close: () => Promise<void>;
let who: { writer: string; publisher: string };
beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  await unpublished();
  await corrected();
  await withdrawn();
  await joined();
  await forged();
}, 120_000);
afterAll(async () => {
  await disconnect();
  await close();
});

const founding = foundingPublication();
const [first, second] = founding.statements;
if (first === undefined || second === undefined) throw new Error("the founding page has statements");
const page = (slug: string, exacts: readonly string[], title = "A page"): ArticlePublication => ({
  ...founding,
  article: { ...founding.article, slug, title },
  statements: exacts.map((exact, i) => ({ ...first, number: i + 1, exact, claim: null })),
});
const verdictOn = (slug: string, wording: string) => ({
  ...foundingClaim(),
  claim: { ...foundingClaim().claim, slug, wording },
});

async function unpublished(): Promise<void> {
  const claimId = await rows.claimRow("draft-claim", SECRET);
  await rows.reviewRow(
    { versionId: (await rows.articleRow("draft-page")).versionId },
    "SUBMITTED",
    who.writer,
  );
  await rows.reviewRow({ claimId }, "SUBMITTED", who.writer);
}

/** Published three statements, then four: one before them, the third with other words. */
async function corrected(): Promise<void> {
  const row = await rows.articleRow("quay");
  await rows.publishArticle(row, page("quay", ["It opened.", "It is safe.", "It cost two."]), [], {
    ...who,
    at: at("2026-11-20"),
  });
  const anew = page("quay", ["It was built.", "It opened.", "It is safe.", "It cost three."]);
  await rows.publishArticle(row, { ...anew, corrects: [1, 4] }, [], {
    ...who,
    at: at("2026-11-21"),
    correction: "The price was wrong.",
  });
  const claimId = await rows.claimRow("dam", SECRET);
  await rows.publishClaim(claimId, verdictOn("dam", "The dam is safe."), { ...who, at: at("2026-11-22") });
  const hostile = await rows.articleRow("hostile");
  await rows.publishArticle(hostile, page("hostile", [HOSTILE], "x"), [], {
    ...who,
    at: at("2026-11-22"),
  });
  const strange = await rows.articleRow("strange");
  await rows.publishArticle(strange, page("strange", PAYLOADS, PAYLOADS[0]), [], {
    ...who,
    at: at("2026-11-22"),
  });
}

async function withdrawn(): Promise<void> {
  const lost = await rows.claimRow("only-there", SECRET);
  const content = page("gone", [SECRET], "A withdrawn title");
  const [statement] = content.statements;
  if (statement === undefined) throw new Error("it has one");
  const making = { ...statement, claim: { slug: "only-there", wording: SECRET } };
  const id = await rows.publishArticle(
    await rows.articleRow("gone"),
    { ...content, statements: [making] },
    [lost],
    { ...who, at: at("2026-11-21") },
  );
  await rows.withdraw(id, "The page was forged.", at("2026-11-23"));
  const judged = await rows.claimRow("judged", SECRET);
  const verdict = await rows.publishClaim(judged, verdictOn("judged", "Judged too early."), {
    ...who,
    at: at("2026-11-21"),
  });
  await rows.withdraw(verdict, "Too early.", at("2026-11-23"));
}

/** Two claims that were found to say what a third says: one with a verdict of its own, one that nothing is left of. */
async function joined(): Promise<void> {
  const one = await rows.claimRow("one-of-two", "It holds.");
  await rows.publishClaim(one, verdictOn("one-of-two", "It holds."), { ...who, at: at("2026-11-20") });
  const bare = await rows.claimRow("bare", SECRET);
  const remains = await rows.claimRow("remains", "The dyke holds.");
  const content = {
    ...verdictOn("remains", "The dyke holds."),
    joined: [
      { slug: "one-of-two", wording: "It holds." },
      { slug: "bare", wording: SECRET },
    ],
  };
  const publicationId = await rows.publishClaim(remains, content, { ...who, at: at("2026-11-22") });
  for (const claimId of [one, bare])
    await database().publicationClaim.create({ data: { publicationId, claimId } });
}

async function forged(): Promise<void> {
  const id = await rows.publishArticle(
    await rows.articleRow("forged"),
    page("forged", ["It was said."]),
    [],
    {
      ...who,
      at: at("2026-11-01"),
    },
  );
  await database().$executeRawUnsafe('ALTER TABLE "Publication" DISABLE TRIGGER USER');
  await database().$executeRaw`
    UPDATE "Publication" SET content = jsonb_set(content, '{article,title}', '"Forged"') WHERE id = ${id}::uuid`;
}

/** The card at this address, as a whole document. */
async function cardOf(path: string): Promise<{ status: number; html: string }> {
  const { pathname, searchParams } = new URL(path, ORIGIN);
  const place = embedAt(pathname.split("/").slice(2), searchParams.get("words"));
  const { status, card } = await cardAt(place, where);
  return { status, html: cardDocument(card, "") + cardAsText(card) };
}

test.each([
  ["/embed/articles/quay", 200, "Corrected on 21 November 2026: The price was wrong."],
  ["/embed/articles/quay/statements/2", 200, "It opened."],
  ["/embed/claims/dam", 200, "No evidence found"],
  ["/embed/articles/gone", 410, "The page was forged."],
  ["/embed/articles/gone/statements/1", 410, "We withdrew this page on 23 November 2026."],
  ["/embed/claims/judged", 410, "Too early."],
  ["/embed/claims/only-there", 410, "The page that made this claim was withdrawn."],
  ["/embed/claims/one-of-two", 200, "joined with another that says the same: “The dyke holds.”"],
  ["/embed/claims/bare", 200, `href="${ORIGIN}/claims/remains"`],
  ["/embed/articles/forged", 200, 'role="alert"'],
  ["/embed/articles/draft-page", 404, "Nothing is published at this address."],
  ["/embed/claims/draft-claim", 404, "Nothing is published at this address."],
  ["/embed/articles/quay/statements/5", 404, "Nothing is published at this address."],
  ["/embed/nothing", 404, "Nothing is published at this address."],
])("%s is %i: %s", async (path, status, words) => {
  const found = await cardOf(path);
  expect(found.status).toBe(status);
  expect(found.html).toContain(words);
  expect(found.html).not.toContain(SECRET);
});

describe("a statement that was put somewhere stays the one that was chosen", () => {
  const words = (exact: string) => `?words=${markOfWords(exact)}`;

  test("when the page counts anew", async () => {
    const { status, html } = await cardOf(`/embed/articles/quay/statements/1${words("It opened.")}`);
    expect([status, html.includes("It opened."), html.includes("It was built.")]).toEqual([200, true, false]);
    expect(html).toContain(`href="${ORIGIN}/articles/quay#s2"`);
  });

  test("when its words were changed: no others take their place", async () => {
    const { status, html } = await cardOf(`/embed/articles/quay/statements/3${words("It cost two.")}`);
    expect(status).toBe(200);
    expect(html).toContain("The words that stood here were changed.");
    expect(html).toContain("The price was wrong.");
    expect(html).not.toMatch(/It cost|It is safe\./);
  });
});

/** The specification's own table of 2.3.4, and of 2.3.4.4 for `rich`. Source: https://oembed.com. */
const RICH = new Ajv2020({ strict: true }).compile({
  type: "object",
  required: ["type", "version", "html", "width", "height"],
  properties: {
    type: { const: "rich" },
    version: { const: "1.0" },
    title: { type: "string", minLength: 1 },
    author_name: { type: "string" },
    author_url: { type: "string" },
    provider_name: { type: "string", minLength: 1 },
    provider_url: { type: "string", pattern: "^https?://" },
    cache_age: { type: "integer", minimum: 0 },
    thumbnail_url: { type: "string" },
    thumbnail_width: { type: "integer" },
    thumbnail_height: { type: "integer" },
    html: { type: "string", minLength: 1 },
    width: { type: "integer", minimum: 1 },
    height: { type: "integer", minimum: 1 },
  },
});

function oembed(query: Record<string, string>) {
  return answerOembed(new URLSearchParams(query), (origin) => origin === ORIGIN, where);
}

test.each([
  ["/articles/quay", `${ORIGIN}/embed/articles/quay"`],
  ["/articles/quay#s4", `${ORIGIN}/embed/articles/quay/statements/4?words=${markOfWords("It cost three.")}"`],
  ["/claims/dam", `${ORIGIN}/embed/claims/dam"`],
])("oEmbed has what the specification asks for: %s", async (path, src) => {
  const { status, type, body } = await oembed({ url: `${ORIGIN}${path}`, maxwidth: "320", maxheight: "200" });
  expect([status, type]).toEqual([200, "application/json"]);
  const said = JSON.parse(body);
  expect([RICH(said), RICH.errors]).toEqual([true, null]);
  expect([said.width <= 320, said.height <= 200]).toEqual([true, true]);
  expect(said.html).toContain(`src="${src}`);
  expect(said.html).toContain(`width="${said.width}" height="${said.height}"`);
});

test("its XML says the same as its JSON, whatever the words are", async () => {
  const url = `${ORIGIN}/articles/hostile#s1`;
  const said = JSON.parse((await oembed({ url })).body);
  const { type, body } = await oembed({ url, format: "xml" });
  expect(type).toBe("text/xml; charset=utf-8");
  expect(body).toMatch(/^<\?xml version="1.0" encoding="utf-8" standalone="yes"\?>\n<oembed>/);
  const root = new DOMParser().parseFromString(body, "text/xml").documentElement;
  const fields = [...root.children].map((one) => [one.localName, one.textContent]);
  const clean = (text: string) => text.replaceAll("\u000b", "\u{FFFD}");
  expect(fields).toEqual(Object.entries(said).map(([name, value]) => [name, clean(String(value))]));
});

test("what looks like script is an attribute of the one frame, in each of its forms", async () => {
  expect(PAYLOADS.length).toBeGreaterThan(97);
  for (const number of PAYLOADS.keys()) {
    const url = `${ORIGIN}/articles/strange#s${number + 1}`;
    const said = JSON.parse((await oembed({ url })).body);
    const xml = (await oembed({ url, format: "xml" })).body;
    const root = new DOMParser().parseFromString(xml, "text/xml").documentElement;
    const inXml = [...root.children].find((one) => one.localName === "html")?.textContent ?? "";
    for (const html of [said.html, inXml]) {
      const { childNodes } = parseFragment(html);
      const [frame] = childNodes;
      expect([
        childNodes.length,
        frame && "tagName" in frame ? frame.attrs.map(({ name }) => name) : null,
      ]).toEqual([1, ["src", "title", "width", "height", "sandbox", "loading", "style"]]);
    }
  }
});

test.each([
  [{}, 400],
  [{ url: "quay" }, 400],
  [{ url: `${ORIGIN}/articles/quay`, maxwidth: "0" }, 400],
  [{ url: `${ORIGIN}/articles/quay`, maxheight: "12.5" }, 400],
  [{ url: `${ORIGIN}/articles/quay`, format: "yaml" }, 501],
  [{ url: `${ORIGIN}/articles/quay#s9` }, 404],
  [{ url: `${ORIGIN}/articles/draft-page` }, 404],
  [{ url: `${ORIGIN}/articles/gone` }, 404],
  [{ url: `${ORIGIN}/articles/forged` }, 404],
  [{ url: `${ORIGIN}/claims/draft-claim` }, 404],
  [{ url: `${ORIGIN}/desk` }, 404],
  [{ url: "https://elsewhere.example/articles/quay" }, 404],
  [{ url: "javascript:alert(1)" }, 404],
])("%j is %i, in a sentence that tells nothing unpublished", async (query, expected) => {
  const { status, type, body } = await oembed(query as Record<string, string>);
  expect([status, type]).toEqual([expected, "text/plain; charset=utf-8"]);
  expect(body).toMatch(/^[A-Z].*\.\n$/);
  expect(body).not.toContain(SECRET);
});
