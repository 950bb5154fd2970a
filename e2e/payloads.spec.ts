import type { APIResponse, Page } from "@playwright/test";
import { parseFragment } from "parse5";
import { PAYLOADS } from "./attacks/payloads";
import { publishEverywhere } from "./attacks/published";
import { expect, test } from "./journey";
import { signIn } from "./newsroom";

/** Script in every field of what is published, and in every address: whoever reads is shown words, and programs are sent data. */

/** One in this many is tried by `npm test`; `npm run attack` tries all of them. */
const EVERY = process.env.ONRECORD_ATTACK === "all" ? 1 : 12;
const TEXTS = PAYLOADS.filter((_, index) => index % EVERY === 0);
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
  await lookAtFeeds(page);
  await lookAtProgram(page, product.origin, tokens);
  console.log(`${TEXTS.length} payloads on ${pages.length + gone.length} pages, in feeds and answers`);
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

async function lookAtFeeds(page: Page): Promise<void> {
  const xml = ["claims.atom", "claims.rss", "corrections.atom", "corrections.rss"].map(
    (name) => `/feeds/${name}`,
  );
  for (const address of [...xml, "/sitemap.xml", "/sitemaps/lists"]) {
    const answer = await page.request.get(address);
    expectKind(answer, address, /^application\/(?:(?:atom|rss)\+)?xml/);
    const foreign = await page.evaluate(
      (text) => {
        const names = [...new DOMParser().parseFromString(text, "application/xml").querySelectorAll("*")];
        return names
          .filter(
            ({ namespaceURI, localName }) =>
              /xhtml|svg|MathML/.test(namespaceURI ?? "") || localName === "parsererror",
          )
          .map(({ localName }) => localName);
      },
      await answer.text(),
    );
    if (foreign.length > 0) troubles.push(`${address}: ${foreign.join(", ")}`);
  }
  for (const address of ["/feeds/claims.json", "/feeds/corrections.json"]) {
    const answer = await page.request.get(address);
    expectKind(answer, address, /^application\/feed\+json/);
    await answer.json();
  }
  const calendar = await page.request.get("/feeds/due.ics");
  expectKind(calendar, "/feeds/due.ics", /^text\/calendar/);
  const lines = (await calendar.text()).split(/\r?\n/).filter(Boolean);
  const broken = lines.filter((line) => !/^(?:[A-Z][A-Z-]*[;:]|[ \t])/.test(line));
  if (broken.length > 0) troubles.push(`/feeds/due.ics: ${broken[0]}`);
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
