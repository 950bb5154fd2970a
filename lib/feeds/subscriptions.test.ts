import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_SUBSCRIPTIONS } from "#lib/domain/bounds";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { readSubscriptions } from "./subscriptions";

const feedWords = words.feeds;

const say = feedWords.opml;
const opml = (outlines: string) =>
  new TextEncoder().encode(
    `<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>${outlines}</body></opml>`,
  );
const feed = (address: string) => `<outline type="rss" text="A" xmlUrl="${address}"/>`;

test("feeds come from all folders, in order, each once; what can't be followed is counted", () => {
  const { feeds, unusable } = readSubscriptions(
    opml(
      `<outline text="News">${feed("https://a.example/feed?x=1&amp;y=2")}<outline text="Deeper">${feed("http://b.example")}</outline></outline>${feed("HTTPS://A.example/feed?x=1&amp;y=2#z")}${feed("javascript:alert(1)")}${feed("http://anna:secret@c.example/")}<outline text="no feed"/>${feed("https://d.example/")}`,
    ),
  );
  expect(feeds.map(({ address }) => address)).toEqual([
    "https://a.example/feed?x=1&y=2",
    "http://b.example/",
    "https://d.example/",
  ]);
  expect(unusable).toBe(2);
});

test.each([
  ["nothing", new Uint8Array(), say.unreadable],
  ["a feed", new TextEncoder().encode("<rss><channel><title>x</title></channel></rss>"), say.unreadable],
  ["a cut list", opml(feed("https://a.example/")).slice(0, -8), say.unreadable],
  [
    "a list with entities",
    new TextEncoder().encode(
      `<!DOCTYPE opml [<!ENTITY a "b">]><opml><body>${feed("https://a.example/")}</body></opml>`,
    ),
    say.unreadable,
  ],
  [
    "a tower of folders",
    opml(`${"<outline text='a'>".repeat(50_000)}${"</outline>".repeat(50_000)}`),
    say.unreadable,
  ],
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), say.unreadable],
  ["folders alone", opml("<outline text='a'><outline text='b'/></outline>"), say.noFeeds],
  ["a list of scripts", opml(feed("javascript:alert(1)")), say.noFeeds],
  [
    "too many",
    opml(Array.from({ length: 301 }, (_, i) => feed(`https://a.example/${i}`)).join("")),
    say.tooMany(301, MOST_SUBSCRIPTIONS),
  ],
])("%s is refused", (_, bytes, sentence) => {
  expect(() => readSubscriptions(bytes)).toThrow(new AppError("invalid_input", sentence, { field: "file" }));
});

test("whatever the bytes are, a list or an AppError", () => {
  const whole = new TextDecoder().decode(opml(`<outline text="a">${feed("https://a.example/")}</outline>`));
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 30 }), fc.string(), (at, cut, insert) => {
      const place = at % whole.length;
      try {
        readSubscriptions(
          new TextEncoder().encode(whole.slice(0, place) + insert + whole.slice(place + cut)),
        );
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
    { numRuns: 500 },
  );
});
