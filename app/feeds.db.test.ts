import { readdirSync } from "node:fs";
import type { Metadata } from "next";
import { createElement, type ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import type { ArticlePublication } from "#lib/domain/publications";
import { authorSubject, publisherSubject } from "#lib/domain/publisher-subject";
import { FEED_FORMATS, type FeedFormat } from "#lib/publish/syndication/feed-formats";
import { FEED_NAMES } from "#lib/publish/syndication/feed-links";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { readFeed } from "#lib/publish/testing/read-feed";
import { GET as feedAt } from "./(reader)/feeds/[name]/route";

/** Every list of readers can be followed: its page says where, in three formats, and each of them is a feed that others read. */

const SPEAKER = "0190f000-0000-7000-8000-000000000001";
const CLAIM = { slug: "the-quay-is-wide", wording: "The quay is wide." };
const KEY = "quay-open~date";
const ORIGIN = "http://127.0.0.1:3000";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  const who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  await database().speaker.create({
    data: { id: SPEAKER, rootId: SPEAKER, name: "Lina Aziz", kind: "PERSON" },
  });
  const createdAt = new Date("2026-11-01T10:00:00Z");
  const { id: topicId } = await database().topic.create({
    data: { slug: "harbours", name: "Harbours", createdById: who.writer, createdAt, grams: [] },
  });
  const claimId = await rows.claimRow(CLAIM.slug, CLAIM.wording);
  for (let n = 0; n < 3; n += 1) {
    const row = await rows.articleRow(`page-${n}`);
    const content = { ...page(n), topics: [{ id: topicId, slug: "harbours", name: "Harbours" }] };
    const at = new Date(Date.UTC(2026, 10, 20, 10, n));
    await rows.publishArticle(row, content, [claimId], { ...who, at });
    if (n > 0) continue;
    const later = new Date(Date.UTC(2026, 10, 21));
    await rows.publishArticle(row, content, [claimId], {
      ...who,
      at: later,
      correction: "A name was wrong.",
    });
  }
  const verdict = { ...foundingClaim(), claim: { id: claimId, ...CLAIM, unknowns: [] } };
  await rows.publishClaim(claimId, verdict, { ...who, at: new Date(Date.UTC(2026, 10, 22)) });
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

/** All that it says is said by one speaker, and its promises are one promise. */
function page(n: number): ArticlePublication {
  const founding = foundingPublication();
  const statements = founding.statements.map((statement, i) => ({
    ...statement,
    speaker: { name: "Lina Aziz", kind: "PERSON" as const },
    label: "REPORTED" as const,
    claim: i < 2 ? CLAIM : null,
    ...(statement.prediction && { template: { key: KEY, words: "The quay opens {DATE}." } }),
  }));
  return {
    ...founding,
    article: { ...founding.article, slug: `page-${n}`, publisher: "Northern Wire", author: "TankMan" },
    statements,
    sources: {
      publisherKind: null,
      speakers: statements.map(({ number }) => ({ number, id: SPEAKER, role: null })),
    },
  };
}

const records = [
  `/publishers/${publisherSubject("Northern Wire")}`,
  `/authors/${authorSubject("Northern Wire", "TankMan")}`,
  `/speakers/${SPEAKER}`,
];
/** Lists of readers by the file of their page, each as it may be narrowed. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  "page.tsx": ["/"],
  "articles/page.tsx": ["/articles"],
  "claims/page.tsx": ["/claims"],
  "corrections/page.tsx": ["/corrections"],
  "promises/page.tsx": ["/promises", "/promises?state=overdue"],
  "promises/[key]/page.tsx": [`/promises/${encodeURIComponent(KEY)}`],
  "search/page.tsx": ["/search?q=quay", "/search?in=statements&label=REPORTED"],
  "topics/[slug]/page.tsx": ["/topics/harbours"],
  "[source]/[id]/page.tsx": records,
  "[source]/[id]/[list]/page.tsx": records.flatMap((record) => [
    `${record}/statements`,
    `${record}/statements?label=REPORTED`,
    `${record}/statements?promises=made`,
    `${record}/pages`,
    `${record}/pages?list=corrected`,
    `${record}/claims`,
  ]),
};

/** Pages that are no list of what is published, and why. */
const NO_LISTS: Readonly<Record<string, string>> = {
  "about/page.tsx": "who we are",
  "about/api/page.tsx": "for programs",
  "method/page.tsx": "how we work",
  "method/words/page.tsx": "what words mean",
  "report/page.tsx": "a form",
  "report/[token]/page.tsx": "an answer to one person",
  "articles/[slug]/page.tsx": "one page",
  "claims/[slug]/page.tsx": "one claim",
  "topics/page.tsx": "names, each of which has a feed of its own",
};

const folder = "app/(reader)";

test("each page of readers is a list that can be followed, or says why it is none", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?:^|\/)page\.tsx$/.test(name),
  );
  expect(files.sort()).toEqual([...Object.keys(LISTS), ...Object.keys(NO_LISTS)].sort());
});

interface PageModule {
  readonly default: (props: object) => Promise<ReactNode>;
  readonly generateMetadata: (props: object) => Promise<Metadata>;
}

/** What the page's file makes of the address. */
async function drawn(file: string, address: string) {
  const { pathname, searchParams } = new URL(address, ORIGIN);
  const names = file.split("/").slice(0, -1);
  const parts = pathname.slice(1).split("/");
  const params = Object.fromEntries(
    names.flatMap((name, i) => (name.startsWith("[") ? [[name.slice(1, -1), parts[i] ?? ""]] : [])),
  );
  const props = {
    params: Promise.resolve(params),
    searchParams: Promise.resolve(Object.fromEntries(searchParams)),
  };
  const module: PageModule = await import(`./(reader)/${file}`);
  const stream = await renderToReadableStream(createElement(() => module.default(props)));
  await stream.allReady;
  return { html: await new Response(stream).text(), meta: await module.generateMetadata(props) };
}

async function followed(address: string) {
  const url = new URL(address);
  return feedAt(new Request(url), {
    params: Promise.resolve({ name: url.pathname.replace("/feeds/", "") }),
  });
}

test.each(Object.entries(LISTS).flatMap(([file, all]) => all.map((address) => [address, file] as const)))(
  "%s is found and read by programs that follow it",
  async (address, file) => {
    const { html, meta } = await drawn(file, address);
    expect([address, html.includes("data-not-here")]).toEqual([address, false]);
    const types: Record<string, unknown> = meta.alternates?.types ?? {};
    for (const [format, mediaType] of Object.entries(FEED_FORMATS) as [FeedFormat, string][]) {
      const [type = ""] = mediaType.split(";");
      const [{ url }] = types[type] as [{ url: string }];
      expect(html).toContain(`href="${url.slice(ORIGIN.length).replaceAll("&", "&amp;")}"`);
      const answer = await followed(url);
      expect([url, answer.status, answer.headers.get("content-type")]).toEqual([url, 200, mediaType]);
      const document = await answer.text();
      const entries = await readFeed(document, format);
      expect([url, entries.length > 0]).toEqual([url, true]);
      expect(new Set(entries.map(({ guid }) => guid)).size).toBe(entries.length);
      const moments = entries.map(({ date }) => date?.getTime() ?? 0);
      expect(moments).toEqual(moments.toSorted((a, b) => b - a));
      // Where people read it is where the feed was found, and its own address is the one that was asked.
      if (format !== "json") continue;
      const { home_page_url, feed_url } = JSON.parse(document);
      expect(feed_url).toBe(url);
      if (file !== "[source]/[id]/page.tsx") expect(home_page_url).toBe(new URL(address, ORIGIN).href);
    }
  },
);

test("every feed is some list's", async () => {
  const names = new Set<string>();
  for (const [file, [address = ""]] of Object.entries(LISTS)) {
    for (const one of file === "[source]/[id]/[list]/page.tsx" ? (LISTS[file] ?? []) : [address]) {
      const types: Record<string, unknown> = (await drawn(file, one)).meta.alternates?.types ?? {};
      const [{ url }] = types["application/atom+xml"] as [{ url: string }];
      names.add(new URL(url).pathname.replace(/^\/feeds\/|\.atom$/g, ""));
    }
  }
  expect([...names].sort()).toEqual([...FEED_NAMES].sort());
});

test.each([
  "statements.atom",
  "statements.atom?publisher=nobody",
  `statements.json?speaker=${SPEAKER}&label=LIE`,
  `statements.json?speaker=${SPEAKER}&promises=made&label=REPORTED`,
  `record.rss?speaker=${SPEAKER}&list=drafts`,
  "again.atom",
  "template.atom",
  "template.atom?key=nothing",
  "latest.xml",
  "constructor.atom",
])("%s is no feed", async (name) => {
  expect((await followed(`${ORIGIN}/feeds/${name}`)).status).toBe(404);
});
