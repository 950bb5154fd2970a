import { createElement, type ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { labelsBy } from "#lib/domain/labels";
import type { ArticlePublication } from "#lib/domain/publications";
import { authorSubject, publisherSubject } from "#lib/domain/publisher-subject";
import { answerPublicRead } from "#lib/next/public-read";
import { foundingPublication, statement } from "#lib/publish/testing/founding-publication";
import TrackListPage from "./(reader)/[source]/[id]/[list]/page";
import TrackPage, { generateMetadata as trackMetadata } from "./(reader)/[source]/[id]/page";
import ArticlePage from "./(reader)/articles/[slug]/page";
import { GET as feedOf } from "./(reader)/feeds/[name]/route";

/** Records as readers get them: HTML, and behind each number the list that it counts. */

const HOSTILE = `"><img src=x onerror=alert(1)></script><script>alert(2)</script>`;
const [LINA, SHORT, STRANGE, NOBODY] = [1, 2, 3, 4].map((n) => `0190f000-0000-7000-8000-00000000000${n}`);
const SPEAKERS = [
  { id: LINA, name: "Lina Aziz" },
  { id: SHORT, name: "L. Aziz" },
  { id: STRANGE, name: HOSTILE },
];
const CLAIM = { slug: "the-quay-is-wide", wording: "The quay is wide." };

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  const who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  for (const { id = "", name } of SPEAKERS)
    await database().speaker.create({ data: { id, rootId: id, name, kind: "PERSON" } });
  const claimId = await rows.claimRow(CLAIM.slug, CLAIM.wording);
  for (let n = 0; n < 4; n += 1) {
    const at = new Date(Date.UTC(2026, 10, 20, 10, n));
    const row = await rows.articleRow(`page-${n}`);
    await rows.publishArticle(row, page(n), [claimId], { ...who, at });
    const again = new Date(at.getTime() + 3_600_000);
    if (n === 1)
      await rows.publishArticle(row, page(n), [claimId], {
        ...who,
        at: again,
        correction: "A name was wrong.",
      });
  }
  const data = { mergedIntoId: LINA ?? "", mergedById: who.writer, mergedAt: new Date() };
  await database().speaker.update({ where: { id: SHORT ?? "" }, data });
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

/** Fourteen statements, each credited to one of three; the third page is in part, the fourth somebody else's. */
function page(n: number): ArticlePublication {
  const founding = foundingPublication();
  const said = Array.from({ length: 14 }, (_, i) =>
    statement({
      number: i + 1,
      start: i * 20,
      end: i * 20 + 10,
      exact: `Statement ${i + 1} of page ${n}.`,
      label: labelsBy("placeInStrip")[i % 6] ?? "REPORTED",
      speaker: { name: SPEAKERS[i % 3]?.name ?? "", kind: "PERSON" },
      claim: i < 2 ? CLAIM : null,
      prediction:
        i % 2 === 0
          ? null
          : {
              text: "soon",
              dueFrom: `2024-0${1 + (i % 9)}-01`,
              dueTo: `2024-0${1 + (i % 9)}-01`,
              precision: "DAY",
              resolvedFrom: null,
            },
    }),
  );
  return {
    ...founding,
    article: {
      ...founding.article,
      slug: `page-${n}`,
      publisher: n === 3 ? HOSTILE : "Northern Wire",
      author: n === 3 ? HOSTILE : n === 0 ? "Lina Aziz" : "TankMan",
      assessed: n === 2 ? "PART" : "WHOLE",
    },
    posts: [{ headline: "The quay", date: n === 1 ? null : "2024-07-25", isTeaser: false }],
    statements: said,
    sources: {
      publisherKind: "AGENCY",
      speakers: said.map((_, i) => ({
        number: i + 1,
        id: SPEAKERS[i % 3]?.id ?? "",
        role: i % 3 === 0 ? "mayor" : null,
      })),
    },
  };
}

/** What stands at an address. */
async function html(address: string): Promise<string> {
  const { pathname, searchParams } = new URL(address, "https://onrecord.example");
  const [source = "", id = "", list] = pathname.slice(1).split("/");
  const asked = Promise.resolve(Object.fromEntries(searchParams));
  const draw = async (): Promise<ReactNode> => {
    if (source === "articles")
      return ArticlePage({ params: Promise.resolve({ slug: id }), searchParams: asked });
    if (list === undefined) return TrackPage({ params: Promise.resolve({ source, id }) });
    return TrackListPage({ params: Promise.resolve({ source, id, list }), searchParams: asked });
  };
  const stream = await renderToReadableStream(createElement(draw));
  await stream.allReady;
  return new Response(stream).text();
}

const unescaped = (text: string) => text.replaceAll("&amp;", "&");
const linksIn = (page: string) =>
  [...page.matchAll(/<a [^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/g)].map(([, href = "", words = ""]) => ({
    href: unescaped(href),
    words,
  }));

/** How many things a list holds, part by part. */
async function length(address: string): Promise<number> {
  let n = 0;
  for (let next: string | undefined = address; next !== undefined; ) {
    const part = await html(next);
    expect([next, part.includes('role="alert"'), part.includes("data-not-here")]).toEqual([
      next,
      false,
      false,
    ]);
    n += part.match(/class="item-title"/g)?.length ?? 0;
    next =
      unescaped(
        /<a [^>]*rel="next"[^>]*href="([^"]+)"|<a [^>]*href="([^"]+)"[^>]*rel="next"/
          .exec(part)
          ?.slice(1)
          .find(Boolean) ?? "",
      ) || undefined;
  }
  return n;
}

const wire = `/publishers/${publisherSubject("Northern Wire")}`;
const tank = `/authors/${authorSubject("Northern Wire", "TankMan")}`;
const lina = `/speakers/${LINA}`;

test.each([wire, tank, lina])(
  "behind each number of %s stands the list that it counts, and the API says the same",
  async (address) => {
    const page = await html(address);
    const numbers = linksIn(page).filter(
      ({ href, words }) => href.startsWith(`${address}/`) && /^\d+$/.test(words),
    );
    expect(numbers.length).toBeGreaterThan(12);
    for (const { href, words } of numbers) expect([href, await length(href)]).toEqual([href, Number(words)]);
    const answer = await answerPublicRead(new Request(`https://onrecord.example/api/v1${address}`));
    const { statementCount, labels, promises, pages, pagesInPart } = await answer.json();
    const said = (query: string) => numbers.find(({ href }) => href === `${address}/${query}`)?.words ?? "0";
    expect(said("statements")).toBe(`${statementCount}`);
    for (const [label, { k }] of Object.entries<{ k: number }>(labels))
      expect([label, said(`statements?label=${label}`)]).toEqual([label, `${k}`]);
    for (const [list, n] of Object.entries<number>(promises))
      expect([list, said(`statements?promises=${list}`)]).toEqual([list, `${n}`]);
    expect([said("pages"), said("pages?list=in-part")]).toEqual([`${pages}`, `${pagesInPart}`]);
  },
);

test("what a record says: who it is, counts with what they are of, what was said again and put right", async () => {
  const page = await html(wire);
  expect(page).toContain("Northern Wire: 28 statements on 2 pages that we read.");
  expect(page).toContain("News agency");
  expect(page).toMatch(/\d+ % \(\d+ to \d+ %\)/);
  expect(page).toContain("3 times, of 1 claim");
  expect(page).toContain("1 correction, on 1 of 2 pages");
  expect(page).toContain("14 statements on pages without a day aren’t drawn.");
  expect(page).toContain("There is no score");
  expect(await length(`${wire}/claims`)).toBe(1);
  expect(await html(`${wire}/claims`)).toContain("Said 4 times in this record.");
  expect(await length(`${wire}/pages?list=corrected`)).toBe(1);
});

test.each([
  ["publisher", wire, 2],
  ["author", tank, 1],
  ["speaker", lina, 3],
])(
  "the pages of a record can be followed, and it says to machines whose it is: %s",
  async (name, address, pages) => {
    const id = address.split("/")[2] ?? "";
    const feed = async (query: string) => {
      const answer = await feedOf(new Request(`https://onrecord.example/feeds/record.json${query}`), {
        params: Promise.resolve({ name: "record.json" }),
      });
      return answer.status === 200 ? answer.json() : answer.status;
    };
    const { items, home_page_url } = await feed(`?${name}=${id}`);
    expect(items).toHaveLength(pages);
    expect(await length(`${address}/pages`)).toBe(pages);
    expect(home_page_url).toMatch(new RegExp(`${address}/pages$`));
    const page = await html(address);
    expect(page).toContain(`href="/feeds/record.atom?${name}=${id}"`);
    expect(page).toContain('"@type":"ProfilePage"');
    const meta = await trackMetadata({ params: Promise.resolve({ source: `${name}s`, id }) });
    expect(meta.alternates?.types).toHaveProperty("application/atom+xml");
    for (const query of ["", `?${name}=nobody`, `?publisher=${id}&speaker=${id}`, `?${name}=${NOBODY}`])
      expect([query, await feed(query)]).toEqual([query, 404]);
  },
);

test("an author's record is of one byline at one publisher: it says so, and leads to the publisher's", async () => {
  const page = await html(tank);
  expect(page).toContain("TankMan: 14 statements on 1 page that we read.");
  expect(page).toContain("Two authors of one name at two publishers may be two people");
  expect(linksIn(page).map(({ href }) => href)).toContain(wire);
  expect(await length(`${tank}/pages?list=in-part`)).toBe(1);
  expect(await length(`${tank}/pages?list=corrected`)).toBe(1);
  expect(await html(`/authors/${authorSubject(HOSTILE, "TankMan")}`)).toContain('data-not-here=""');
});

test("the chart says in words what it draws, and the table says the same", async () => {
  const page = await html(wire);
  const [, words = ""] = /role="img" aria-label="(Statements over time[^"]+)"/.exec(page) ?? [];
  expect(words).toContain("July 2024: 14: 3 reported");
  expect(page.match(/class="track-row"/g)).toHaveLength(1);
  expect(page).toMatch(/<th scope="row">July 2024<\/th>/);
});

test("two speakers who were merged after their pages were published keep a record each", async () => {
  const short = await html(`/speakers/${SHORT}`);
  expect(short).toContain("L. Aziz: ");
  expect(linksIn(short).map(({ href }) => href)).not.toContain(lina);
  expect(await html(lina)).not.toContain("L. Aziz");
});

test("a page leads to the records that it belongs to", async () => {
  const links = linksIn(await html("/articles/page-0"));
  const author = `/authors/${authorSubject("Northern Wire", "Lina Aziz")}`;
  expect(links.map(({ href }) => href)).toEqual(
    expect.arrayContaining([wire, author, lina, `/speakers/${STRANGE}`]),
  );
  // The byline itself, and the way beside those to the other records.
  expect(links.filter(({ href }) => href === author).map(({ words }) => words)).toEqual([
    "Lina Aziz",
    "The record of Lina Aziz as an author",
  ]);
});

test.each([
  `/publishers/${publisherSubject(HOSTILE)}`,
  `/authors/${authorSubject(HOSTILE, HOSTILE)}`,
  `/speakers/${STRANGE}`,
])("markup in names stays text: %s", async (address) => {
  for (const one of [address, `${address}/statements`, `${address}/pages`, `${address}/claims`]) {
    // What machines read of a record stands in one script, which holds no tag.
    const page = (await html(one)).replace(/<script type="application\/ld\+json"[^>]*>[^<]*<\/script>/, "");
    expect([one, page.includes("&lt;img src=x onerror=alert(1)&gt;")]).toEqual([one, true]);
    expect([one, /<img|<script|onerror="/.test(page)]).toEqual([one, false]);
  }
});

test.each([
  "/nobody/knows",
  "/publishers/northern-wire",
  `/publishers/${NOBODY}`,
  `/publishers/${LINA}`,
  `/authors/${NOBODY}`,
  `/authors/${publisherSubject("Northern Wire")}`,
  `/speakers/${NOBODY}`,
  `/speakers/${NOBODY}/statements`,
  `${wire}/secrets`,
  `${wire}/statements?label=LIE`,
  `${wire}/statements?period=July`,
  `${wire}/statements?promises=made&label=REPORTED`,
  `${wire}/statements?after=x`,
  `${wire}/pages?list=drafts`,
  `${wire}/pages?after=x`,
  `${wire}/claims?after=0_x`,
])("%s is no page", async (address) => expect(await html(address)).toContain('data-not-here=""'));
