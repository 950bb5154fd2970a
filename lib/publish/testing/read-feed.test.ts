import { describe, expect, test } from "vitest";
import { type FeedFormat, feedDocument } from "#lib/publish/syndication/feed-formats";
import { readFeed } from "./read-feed";

/** That a feed which is broken is found to be. */

const AT = "https://onrecord.example/feeds/claims";
const entry = {
  href: "https://onrecord.example/claims/a",
  title: "A",
  text: "It holds.",
  updatedAt: "2026-12-01T10:00:00.000Z",
};
const list = {
  title: "Claims",
  description: "All of them",
  page: "https://onrecord.example/claims",
  entries: [
    { ...entry, id: "https://onrecord.example/claims/a" },
    { ...entry, id: "https://onrecord.example/claims/b" },
  ],
};

type Fault = readonly [name: string, from: string | RegExp, to: string];

describe.each<[FeedFormat, Fault[]]>([
  [
    "atom",
    [
      ["no title", /<title>A<\/title>/, ""],
      ["two titles", "<title>A</title>", "<title>A</title><title>B</title>"],
      ["no name", /<id>[^<]*\/a<\/id>/, ""],
      ["a name that is no address", /<id>[^<]*\/a<\/id>/, "<id>a</id>"],
      ["one name twice", "/claims/b</id>", "/claims/a</id>"],
      ["no moment", /<updated>[^<]*<\/updated>/, ""],
      ["a moment without a zone", "10:00:00.000Z", "10:00:00"],
      ["no author", /<author>[\s\S]*<\/author>/, ""],
      ["a field that is none", "<title>A", "<colour/><title>A"],
      ["a field of RSS", "<title>A", "<pubDate/><title>A"],
      ["markup in words", "<title>A", "<title><b>A</b>"],
      ["another namespace", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"],
      ["a mark of XML alone", "It holds.", "It & holds."],
      ["a character that XML can’t hold", "It holds.", "It\u000bholds."],
    ],
  ],
  [
    "rss",
    [
      ["no title", /<title>A<\/title>/, ""],
      ["two links", /<link>/, "<link>https://a.example/</link><link>"],
      ["an address that is script", /<link>[^<]*\/claims<\/link>/, "<link>javascript:1</link>"],
      ["a name that says it is an address and isn't", /isPermaLink="false">[^<]*/, 'isPermaLink="true">b'],
      ["one name twice", "/claims/b</guid>", "/claims/a</guid>"],
      ["a day of another format", /<pubDate>[^<]*/, "<pubDate>2026-12-01"],
      ["another version", 'version="2.0"', 'version="0.91"'],
      ["a field of Atom", /<description>It/, "<summary/><description>It"],
      ["no link to itself", /<atom:link[^>]*>/, ""],
      ["a mark of XML alone", "It holds.", "It < holds."],
    ],
  ],
  [
    "json",
    [
      ["no title", '"title":"Claims",', ""],
      ["no name", /"id":"[^"]*a",/, ""],
      ["one name twice", 'claims/b"', 'claims/a"'],
      ["a name that is a number", /"id":"[^"]*a"/, '"id":1'],
      ["another version", "version/1.1", "version/2"],
      ["no words", '"content_text":"It holds.",', ""],
      ["an address that is none", /"url":"[^"]*"/, '"url":"claims a"'],
      ["a moment without a zone", "10:00:00.000Z", "10:00:00"],
      ["a field that is none", '"title":"Claims"', '"title":"Claims","titel":"x"'],
      ["a comma too many", "]}", "],}"],
    ],
  ],
])("%s", (format, faults) => {
  const document = feedDocument(list, format, `${AT}.${format}`);
  test("one that is whole is read", async () =>
    expect((await readFeed(document, format)).map(({ guid }) => guid)).toEqual(
      list.entries.map(({ id }) => id),
    ));

  test.each(faults)("%s", async (_, from, to) => {
    const broken = document.replace(from, to);
    expect(broken).not.toBe(document);
    await expect(readFeed(broken, format)).rejects.toThrow();
  });
});
