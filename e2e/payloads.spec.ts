import type { APIResponse, Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { parseFragment } from "parse5";
import { readCalendar } from "#lib/publish/testing/read-calendar";
import { readFeed } from "#lib/publish/testing/read-feed";
import { PAYLOAD_TEXTS, PAYLOADS } from "./attacks/payloads";
import { publishEverywhere } from "./attacks/published";
import { expect, test } from "./journey";
import { signIn } from "./newsroom";

/** Script in every field of what is published, and in every address: whoever reads is shown words, and programs are sent data. */

/** `npm test` puts many into one text; `npm run attack` tries each alone, too. */
const TEXTS = process.env.ONRECORD_ATTACK === "all" ? [...PAYLOAD_TEXTS, ...PAYLOADS] : PAYLOAD_TEXTS;
const FORMATS = ["atom", "rss", "json"] as const;
const LISTS = ["/", "/claims", "/articles", "/topics", "/corrections", "/search?q=window"];

test.use({ start: "newsroom" });

/** What was found where it may not be; empty where all is well. */
let troubles: string[] = [];
test.beforeEach(({ page, product }) => {
  troubles = [];
  page.on("dialog", (dialog) => {
    troubles.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(product.origin) && !request.url().startsWith("data:"))
      troubles.push(`asked ${request.url()}`);
  });
});

/** Open it, and look for anything that a text made. */
async function look(page: Page, address: string, status: number): Promise<void> {
  const answer = await page.goto(address);
  if (answer?.status() !== status) troubles.push(`${answer?.status()} ${address}`);
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll("body *")];
    return {
      ran: "__ran" in window,
      handlers: all.filter((one) => one.getAttributeNames().some((name) => name.startsWith("on"))).length,
      elements: document.querySelectorAll(
        "main :is(iframe, object, embed, base, meta, link, style, math, template, script:not([type='application/ld+json']))",
      ).length,
      links: [...document.querySelectorAll("a[href]")].filter(
        (one) => one instanceof HTMLAnchorElement && !/^(?:https?|webcal):$/.test(one.protocol),
      ).length,
      data: [...document.querySelectorAll("script[type='application/ld+json']")].filter((one) => {
        try {
          return typeof JSON.parse(one.textContent ?? "") !== "object";
        } catch {
          return true;
        }
      }).length,
    };
  });
  const { ran, handlers, elements, links, data } = found;
  if (ran || handlers + elements + links + data > 0) troubles.push(`${address} ${JSON.stringify(found)}`);
}

/** Of the kind that it says it is, and of no kind that a browser guesses. */
function expectKind(answer: APIResponse, address: string, kind: RegExp): void {
  const { "content-type": type = "", "x-content-type-options": guessing } = answer.headers();
  if (!kind.test(type) || guessing !== "nosniff") troubles.push(`${address}: ${type}, ${guessing}`);
}

test("what looks like script is words on every page, and data in every feed and record", async ({
  page,
  product,
}) => {
  test.setTimeout(1_200_000);
  expect(PAYLOADS.length).toBeGreaterThan(97);
  expect(PAYLOADS.filter((one) => !TEXTS.some((text) => text.includes(one)))).toEqual([]);
  const { pages, gone, records, reports, tokens } = await publishEverywhere(product.ownerUrl(), TEXTS);
  for (const address of [...pages, ...records, ...reports, ...LISTS]) await look(page, address, 200);
  for (const address of gone) await look(page, address, 410);
  await lookAtCards(page, product.origin, pages, gone);
  for (const [n, address] of pages.entries()) {
    const record = await page.request.get(`${address}/record.json`);
    expectKind(record, address, /^application\/json/);
    const said = JSON.stringify(await record.json());
    if (!said.includes(JSON.stringify(TEXTS[n >> 1]))) troubles.push(`${address}/record.json: words changed`);
  }
  await lookAtFeeds(page, records);
  await lookAtAnswers(page, pages);
  await lookAtPacks(page, pages);
  await lookAtProgram(page, product.origin, tokens);
  console.log(
    `${PAYLOADS.length} payloads in ${TEXTS.length} texts on ${pages.length + gone.length} pages, in feeds and answers`,
  );
  expect(troubles).toEqual([]);
});

/** Cards that other sites frame, and what tells their programs of these. */
async function lookAtCards(
  page: Page,
  origin: string,
  pages: readonly string[],
  gone: readonly string[],
): Promise<void> {
  for (const address of pages) {
    await look(page, `/embed${address}`, 200);
    if (address.startsWith("/articles/")) await look(page, `/embed${address}/statements/1`, 200);
    const url = encodeURIComponent(`${origin}${address}`);
    const json = await page.request.get(`/oembed?url=${url}`);
    if ((await page.locator(".alarm").count()) > 0) troubles.push(`${address} isn't vouched for`);
    expectKind(json, `/oembed of ${address}`, /^application\/json$/);
    const xml = await page.request.get(`/oembed?format=xml&url=${url}`);
    expectKind(xml, `/oembed of ${address}`, /^text\/xml/);
    // Read here: the card's own policy would complain of the frame's style in any document that is made on it.
    const made = parseFragment((await json.json()).html).childNodes.map((one) =>
      "tagName" in one ? [one.tagName, ...one.attrs.map(({ name }) => name)].join(" ") : one.nodeName,
    );
    const names = await page.evaluate(
      (text) =>
        [...new DOMParser().parseFromString(text, "text/xml").querySelectorAll("*")].map(
          (one) => one.localName,
        ),
      await xml.text(),
    );
    const found = [...made, ...names].join(", ");
    const frame = "iframe src title width height sandbox loading style";
    const fields = "type, version, title, provider_name, provider_url, cache_age, html, width, height";
    if (found !== `${frame}, oembed, ${fields}`) troubles.push(`/oembed of ${address}: ${found}`);
  }
  for (const address of gone) await look(page, `/embed${address}`, 410);
}

/** Every list that can be followed; of a record and a topic those of each text. */
function feedsOf(records: readonly string[]): string[] {
  const own = records.flatMap((path) => {
    const [, kind = "", id = "", ...list] = path.split("/");
    if (list.length > 0) return [];
    if (kind === "topics") return [`topic?topic=${id}`];
    const whose = `${kind.slice(0, -1)}=${id}`;
    return [`record?${whose}`, `statements?${whose}`, `again?${whose}`];
  });
  return ["latest", "pages", "claims", "corrections", "promises", "search?q=window", ...own];
}

/** As programs that aren't ours read them: a feed with an element or a field of a text's making is none. */
async function lookAtFeeds(page: Page, records: readonly string[]): Promise<void> {
  let entries = 0;
  for (const [n, feed] of feedsOf(records).entries()) {
    const [list, query = ""] = feed.split("?");
    // Each of the first lists in each format; after that by turns.
    for (const format of n < 9 ? FORMATS : FORMATS.slice(n % 3, (n % 3) + 1)) {
      const address = `/feeds/${list}.${format}?${query}`;
      const answer = await page.request.get(address);
      expectKind(answer, address, /^application\/(?:atom|rss|feed)\+(?:xml|json)/);
      const read = await readFeed(await answer.text(), format).catch((error: Error) => error.message);
      if (typeof read === "string") troubles.push(`${address}: ${read}`);
      entries += read.length;
    }
  }
  expect(entries).toBeGreaterThan(TEXTS.length * 6);
  for (const address of ["/sitemap.xml", "/sitemaps/lists"])
    expectKind(await page.request.get(address), address, /^application\/xml/);
  for (const address of ["/feeds/due.ics", "/feeds/promises.ics"]) {
    const calendar = await page.request.get(address);
    expectKind(calendar, address, /^text\/calendar/);
    const events = readCalendar(await calendar.text());
    const said = TEXTS.filter((text) => events.some(({ description }) => description.includes(text)));
    // A calendar holds no marks that end its lines.
    if (said.length < TEXTS.length - 1) troubles.push(`${address} says ${said.length} of ${TEXTS.length}`);
  }
}

/** What programs are told of a page and its statements, and of a claim. */
async function lookAtAnswers(page: Page, pages: readonly string[]): Promise<void> {
  for (const [n, text] of TEXTS.entries()) {
    const [article = "", claim = ""] = pages.slice(2 * n).map((path) => path.split("/")[2] ?? "");
    for (const address of [
      `/api/v1/articles/${article}`,
      `/api/v1/articles/${article}/statements/1`,
      `/api/v1/articles/${article}/annotations`,
      `/api/v1/claims/${claim}`,
      `/api/annotations/${article}.1`,
      `/api/annotations/${article}.1.jsonld`,
    ]) {
      const answer = await page.request.get(address);
      expectKind(answer, address, /^application\/(?:ld\+)?json/);
      if (!(await answer.text()).includes(JSON.stringify(text).slice(1, -1)))
        troubles.push(`${address}: words changed`);
    }
    const uri = await page.request.get(`/api/search?uri=${encodeURIComponent(text)}`);
    expectKind(uri, `/api/search of ${text}`, /^application\/(?:problem\+)?json/);
    await uri.json();
  }
  for (const name of ["statements.jsonl", "claims.csv", "claim-reviews.json"])
    expectKind(
      await page.request.get(`/api/v1/exports/${name}`),
      name,
      /^(?:application\/(?:x-ndjson|jsonl|ld\+json|json)|text\/csv)/,
    );
}

/** What is in a claim's evidence pack: files that are named by us, and data with the text in it. */
async function lookAtPacks(page: Page, pages: readonly string[]): Promise<void> {
  for (const [n, text] of TEXTS.entries()) {
    const address = `${pages[2 * n + 1]}/evidence.zip`;
    const answer = await page.request.get(address);
    expectKind(answer, address, /^application\/zip/);
    const files = Object.entries(unzipSync(await answer.body())).map(
      ([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const,
    );
    for (const [name, content] of files) {
      if (
        !/^(?:[a-z0-9-]+\/){1,3}(?:SHA256SUMS|[A-Za-z]+\.(?:txt|mjs|json|jsonld))$/.test(name) ||
        name.includes("..")
      )
        troubles.push(`${address} has ${name}`);
      if (/\.json(?:ld)?$/.test(name)) JSON.parse(content);
    }
    const saying = files.filter(([, content]) => content.includes(JSON.stringify(text).slice(1, -1)));
    if (saying.length < 5)
      troubles.push(`${address}: words changed, in all but ${saying.map(([name]) => name)}`);
  }
}

/** A program that is named by a text gives a page that is: what it is told is data. */
async function lookAtProgram(page: Page, origin: string, tokens: readonly string[]): Promise<void> {
  for (const [n, token] of tokens.entries()) {
    const headers = { Authorization: `Bearer ${token}`, Origin: origin };
    const text = TEXTS[n] ?? "";
    for (const given of [
      { text: `${text} he said.`, publisher: text, url: text },
      { text, format: text },
      { [text]: text },
    ]) {
      const answer = await page.request.post("/api/v1/articles", { headers, data: given });
      expectKind(answer, "/api/v1/articles", /^application\/(?:problem\+)?json/);
      if (answer.status() >= 500)
        troubles.push(`${answer.status()} /api/v1/articles ${JSON.stringify(given)}`);
      await answer.json();
    }
  }
}

test("what looks like script in an address is words, or nothing", async ({ page }) => {
  test.setTimeout(1_200_000);
  for (const text of TEXTS) {
    const part = encodeURIComponent(text);
    for (const address of [
      `/articles/${part}`,
      `/claims/${part}`,
      `/search?q=${part}`,
      `/report?about=${part}`,
      `/claims?before=${part}&q=${part}`,
      `/embed/articles/${part}`,
      `/embed/articles/${part}/statements/${part}?words=${part}`,
      `/embed/claims/${part}`,
      `/oembed?url=${part}&maxwidth=${part}`,
      `/join/${part}`,
      `/sign-in?next=${part}&error=${part}&callbackUrl=${part}`,
    ]) {
      const answer = await page.goto(address);
      if ((answer?.status() ?? 500) >= 500) troubles.push(`${answer?.status()} ${address}`);
      const ran = await page.evaluate(
        () => "__ran" in window || document.querySelector("body :is(base, iframe, object, embed)") !== null,
      );
      if (ran) troubles.push(`${address} ran`);
    }
  }
  expect(troubles).toEqual([]);
});

test("the desk and the admins’ pages show it as words, too", async ({ page, product }) => {
  test.setTimeout(300_000);
  const line = product.printed.find((one) => one.includes("(Noor Salih,")) ?? "";
  const [email = "", password = ""] = line.trim().split(/\s+/);
  await signIn(page, { name: "Noor Salih", email, password });
  for (const address of [
    "/desk",
    "/desk?view=others",
    "/desk?view=published",
    "/desk/import",
    "/desk/feeds",
    "/desk/reports",
    "/admin/people",
    "/admin/tokens",
    "/admin/jobs",
    "/admin/security",
  ])
    await look(page, address, 200);
  expect(troubles).toEqual([]);
});
