import { createElement, type ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { foundingPublication, RUMOUR_CLAIM } from "#lib/publish/testing/founding-publication";
import { GET as feedOf } from "./(reader)/feeds/[name]/route";
import TemplatePage from "./(reader)/promises/[key]/page";
import PromisesPage, { generateMetadata } from "./(reader)/promises/page";

/** The ledger of promises as readers get it: HTML that needs no script, its feeds and its calendar. */

const KEY = "memo-yesterday~date";
let close: () => Promise<void>;
const HOSTILE = `<img src=x onerror=alert(1)> & "Zeitung"`;

beforeAll(async () => {
  ({ close } = await freshDatabase());
  const who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  const founding = foundingPublication();
  const claimId = await rows.claimRow(RUMOUR_CLAIM.slug, RUMOUR_CLAIM.wording);
  for (const [slug, publisher] of [
    ["founding", founding.article.publisher],
    ["hostile", HOSTILE],
  ] as const) {
    const statements = founding.statements.map((one) =>
      one.claim === null
        ? one
        : { ...one, template: { key: KEY, words: "Banks got memos to be there {DATE}." } },
    );
    const content = { ...founding, statements, article: { ...founding.article, slug, publisher } };
    const at = new Date("2026-11-20T10:00:00Z");
    await rows.publishArticle(await rows.articleRow(slug), content, [claimId], { ...who, at });
  }
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

async function html(asked: Record<string, string | string[]>): Promise<string> {
  const page: () => Promise<ReactNode> = () => PromisesPage({ searchParams: Promise.resolve(asked) });
  const stream = await renderToReadableStream(createElement(page));
  await stream.allReady;
  return new Response(stream).text();
}

const feed = async (name: string, query: string) => {
  const answer = await feedOf(new Request(`https://onrecord.example/feeds/${name}?${query}`), {
    params: Promise.resolve({ name }),
  });
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
};

test("each promise stands with its words, who published it, for when, and where it stands", async () => {
  const page = await html({});
  expect(page).toContain("Promises: 4");
  expect(page).toContain("/articles/founding#s16");
  expect(page).toContain("18 Sept. 2024");
  expect(page).toMatch(/Fell due \d+ days ago/);
  expect(page).toContain("for no day");
  expect(page).not.toContain("<script");
});

test("the form and the states keep what narrows the list, and everything is escaped", async () => {
  const page = await html({ state: "overdue", publisher: HOSTILE, from: "2024-01-01" });
  expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(page).not.toContain("<img src=x");
  expect(page).toMatch(/<input[^>]*name="state"[^>]*value="overdue"/);
  expect(page).toMatch(/<input[^>]*name="from"[^>]*value="2024-01-01"/);
  expect(page).toMatch(/href="\/promises\?state=happened&amp;publisher=[^"]*&amp;from=2024-01-01"/);
  expect(page).toContain("/articles/hostile#s16");
  expect(page).not.toContain("/articles/founding#s16");
});

test.each([
  [{ from: "2026-02-30" }, "Last day from"],
  [{ state: "lies" }, "State"],
])("a filter that can't be read is named, and narrows nothing: %j", async (asked, name) => {
  const page = await html(asked);
  expect(page).toMatch(new RegExp(`can’t be read and narrows nothing: ${name}`));
  expect(page).toContain("Promises: 4");
});

test.each<[Record<string, string>, string]>([
  [{ state: "happened" }, "Nothing is found under these filters."],
  [{ speaker: "Nobody" }, "Nothing is found under these filters."],
  [{ q: "zzzzzz" }, "Nothing published says"],
  [{ after: "2000-01-01_0190a0a0-0000-7000-8000-000000000001_3", state: "overdue" }, "The list ends here."],
])("an empty list says why: %j", async (asked, said) => {
  expect(await html(asked)).toContain(said);
});

test("a place that was made up is no page", async () => {
  expect(await html({ after: "x" })).toContain('data-not-here=""');
});

test("any filtered list can be followed and put into a calendar, and its page names both", async () => {
  const { alternates, robots } = await generateMetadata({
    searchParams: Promise.resolve({ state: "overdue", publisher: "dinarevaluation.blogspot.com" }),
  });
  const query = "state=overdue&publisher=dinarevaluation.blogspot.com";
  expect(JSON.stringify(alternates)).toContain(`/feeds/promises.atom?${query}`);
  expect(JSON.stringify(alternates)).toContain(`/feeds/promises.ics?${query}`);
  expect(robots).toEqual({ index: false, follow: true });
  const json = await feed("promises.json", query);
  expect(JSON.parse(json.text)).toMatchObject({
    title: "Onrecord: Overdue promises on dinarevaluation.blogspot.com",
    items: [
      {
        url: expect.stringMatching(/\/articles\/founding#s16$/),
        content_text: expect.stringMatching(/Fell due/),
      },
    ],
  });
  const calendar = await feed("promises.ics", query);
  expect(calendar.type).toContain("text/calendar");
  expect(calendar.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(calendar.text).toContain("DTSTART;VALUE=DATE:20240918");
  expect((await feed("promises.ics", "state=open")).text).not.toContain("BEGIN:VEVENT");
  const atom = await feed("promises.atom", `publisher=${encodeURIComponent(HOSTILE)}`);
  expect(atom.text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "")).not.toMatch(/<img/);
});

test.each(["state=lies", "from=2026-02-30", "q=%E2%80%A6"])(
  "what can't be read is no feed: %s",
  async (query) => {
    for (const name of ["promises.atom", "promises.ics"]) expect((await feed(name, query)).status).toBe(404);
  },
);

const template = async (key: string, asked: Record<string, string> = {}) => {
  const page: () => Promise<ReactNode> = () =>
    TemplatePage({ params: Promise.resolve({ key }), searchParams: Promise.resolve(asked) });
  const stream = await renderToReadableStream(createElement(page));
  await stream.allReady;
  return new Response(stream).text();
};

test("a template's page draws every telling, and its table has the same rows", async () => {
  const page = await template(encodeURIComponent(KEY));
  expect(page).toContain('<bdi class="slot">{date}</bdi>');
  expect(page).toMatch(
    /Promised 2 times since 18 September 2024\. All 2 fell due; none is recorded to have happened\./,
  );
  expect(page).toMatch(/2 are overdue with nothing recorded; half of them for \d+ days or longer/);
  expect(page.match(/class="time-line-mark"/g)).toHaveLength(4);
  for (const slug of ["founding", "hostile"]) expect(page).toContain(`/articles/${slug}#s16`);
  expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(page).not.toMatch(/<img|<script/);
  expect(page).toContain("made is part of what a second editor saw");
});

test.each(["no-such~date", "..%2f~date", "%E0%A4", "x", `${"x".repeat(400)}~date`])(
  "what nobody promised, or is no key, is no page: %s",
  async (key) => expect(await template(key)).toContain('data-not-here=""'),
);

test("a place that was made up is no part of a template", async () => {
  expect(await template(encodeURIComponent(KEY), { after: "x" })).toContain('data-not-here=""');
});

test("the ledger says how often a promise was made, and leads to every telling; of one that was made once it says nothing", async () => {
  const often = () =>
    html({}).then((page) => [
      page.includes(`href="/promises/${encodeURIComponent(KEY)}"`),
      /Promised \d+ times/.exec(page)?.[0],
    ]);
  expect(await often()).toEqual([true, "Promised 2 times"]);
  await database().$executeRaw`UPDATE "StandingPromise" SET template = 'another~date'
    WHERE "publicationId" = (SELECT "publicationId" FROM "StandingPromise" WHERE template = ${KEY} LIMIT 1)`;
  expect(await often()).toEqual([false, undefined]);
});
