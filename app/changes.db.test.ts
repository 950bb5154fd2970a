import { createElement } from "react";
import { renderToReadableStream } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { openReview, publishReview, submitReview } from "#lib/desk/reviews";
import { acceptAll, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { ingest } from "#lib/ingest";
import ArticlePage from "./(reader)/articles/[slug]/page";

/** What a reader's page says of its page's changes is asked when it is read: of looks and versions that came after it was published, too. */

let close: () => Promise<void>;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
  avan = await person("Avan");
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

const AGREED = "The council agreed on Monday to widen the quay, the mayor, Lina Aziz, said.";
const COST = "The ministry of transport said that it will pay half of the cost.";
const BUILT = "The old quay was built by the navy in 1931, the city archive said.";
const day = (date: string) => new Date(`${date}T08:00:00.000Z`);

/** The page as it is on that day: its version. */
async function onDay(date: string, name: string, sentences: readonly string[]): Promise<string> {
  const text = ["Monday, September 16, 2024", `The Quay Of ${name} Is Widened`, sentences.join(" ")].join(
    "\n\n",
  );
  const { versionId } = await ingest(
    {
      bytes: new TextEncoder().encode(text),
      format: "text",
      mediaType: null,
      url: `https://harbour.example/${name}`,
      publisher: "harbour.example",
      isSample: false,
      requestedBy: SYSTEM,
    },
    { now: day(date) },
  );
  return versionId;
}

async function publishedOn(date: string, versionId: string) {
  const at = { now: day(date) };
  const { reviewId } = await openReview(mara, { versionId }, at);
  await acceptAll(mara, versionId, reviewId);
  const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
  const { href } = await publishReview(avan, { reviewId, revision }, at);
  const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  return { slug: href.replace("/articles/", ""), articleId };
}

async function drawn(slug: string) {
  const page = () => ArticlePage({ params: Promise.resolve({ slug }), searchParams: Promise.resolve({}) });
  const html = await new Response(await renderToReadableStream(createElement(page))).text();
  const text = (part: string) =>
    part
      .replace(/<!--.*?-->/g, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ");
  const [, changes = ""] = /Changes on the page<\/dt><dd>(.*?)<\/dd>/.exec(html) ?? [];
  const [, before] = /(<h2 id="before">.*?)<\/section>/.exec(html) ?? [];
  return { html, changes: text(changes), before: before === undefined ? null : text(before) };
}

test("a page that nobody looked at again was seen once", async () => {
  const { slug } = await publishedOn("2024-09-20", await onDay("2024-09-18", "Once", [AGREED, COST]));
  expect(await drawn(slug)).toMatchObject({
    changes: "Seen once, on 18 September 2024. We haven’t looked at it again.",
    before: null,
  });
});

test("looks that found the same are counted, and the last one is dated", async () => {
  const { slug, articleId } = await publishedOn(
    "2024-09-20",
    await onDay("2024-09-18", "Same", [AGREED, COST]),
  );
  const { versionId } = await database().pageCheck.findFirstOrThrow({ where: { articleId } });
  for (const date of ["2024-10-01", "2024-10-02"])
    await database().pageCheck.create({ data: { articleId, versionId, at: day(date), result: "SAME" } });
  expect((await drawn(slug)).changes).toBe(
    "We looked at it 3 times, last on 2 October 2024. No change was seen.",
  );
  await database().pageCheck.create({ data: { articleId, at: day("2024-10-03"), result: "GONE" } });
  expect((await drawn(slug)).changes).toBe(
    "We looked at it 4 times, last on 3 October 2024. When we last looked, there was no page at its address. No change was seen.",
  );
});

test("a page that changed after it was published says so, and which published words are gone or others; none of its new words stand there", async () => {
  const { slug } = await publishedOn(
    "2024-09-20",
    await onDay("2024-09-18", "Changed", [AGREED, COST, BUILT]),
  );
  expect((await drawn(slug)).before).toBeNull();
  await onDay("2024-10-01", "Changed", [
    AGREED,
    "The ministry of transport said that it will MARKEDLY pay a third of the cost.",
    "A SECRET ferry came.",
  ]);
  const { html, changes, before } = await drawn(slug);
  expect(changes).toBe(
    "We looked at it 2 times, last on 1 October 2024. It changed on 1 October 2024. This record is of version 1; the one that we saw last is another one.",
  );
  expect(before).toContain(`“${COST}” There in other words since 1 October 2024.`);
  expect(before).toContain(`“${BUILT}” Gone since 1 October 2024.`);
  expect(before).toContain("1 statement stands there in the same words.");
  expect(before).not.toContain(AGREED);
  expect(html).not.toMatch(/MARKEDLY|SECRET/);
});

test("a change that leaves every statement alone names none", async () => {
  const { slug } = await publishedOn("2024-09-20", await onDay("2024-09-18", "Added", [AGREED, COST]));
  await onDay("2024-10-01", "Added", [AGREED, COST, "Two ferries leave from it every hour."]);
  const { changes, before } = await drawn(slug);
  expect(changes).toContain("All statements of this record stand there in the same words.");
  expect(before).toBeNull();
});

test("a page that shows again what was published has lost nothing, and tells of its change", async () => {
  const first = await onDay("2024-09-18", "Back", [AGREED, COST, BUILT]);
  const { slug, articleId } = await publishedOn("2024-09-20", first);
  await onDay("2024-10-01", "Back", [AGREED, COST]);
  expect((await drawn(slug)).before).toContain("Gone since 1 October 2024.");
  await database().pageCheck.create({
    data: { articleId, versionId: first, at: day("2024-10-05"), result: "SAME" },
  });
  const { changes, before } = await drawn(slug);
  expect(changes).toBe(
    "We looked at it 3 times, last on 5 October 2024. It changed on 1 October 2024. This record is of the version that we saw last.",
  );
  expect(before).toBeNull();
});

test("what is long past is dated by the first look that missed it, and more than a list is counted", async () => {
  const many = Array.from(
    { length: 24 },
    (_, n) => `The ministry of quays said that pier ${n + 1} costs ${n + 40} dinars.`,
  );
  const { slug, articleId } = await publishedOn(
    "2024-09-20",
    await onDay("2024-09-18", "Long", [AGREED, ...many]),
  );
  await onDay("2024-10-01", "Long", [AGREED]);
  const last = await onDay("2024-10-09", "Long", [AGREED, "Nothing else was said."]);
  await database().pageCheck.createMany({
    data: Array.from({ length: 510 }, (_, n) => ({
      articleId,
      versionId: last,
      at: new Date(day("2024-10-10").getTime() + n * 60_000),
      result: "SAME" as const,
    })),
  });
  const { changes, before } = await drawn(slug);
  expect(changes).toContain(
    "We looked at it at least 500 times, last on 10 October 2024. It changed on 1 October 2024 and 9 October 2024.",
  );
  expect(before?.match(/Gone since 1 October 2024\./g)).toHaveLength(20);
  expect(before).toContain("4 other statements are gone or reworded and not listed here.");
});
