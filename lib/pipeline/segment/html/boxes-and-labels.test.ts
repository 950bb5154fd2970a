import { expect, test } from "vitest";
import { analyse } from "#lib/pipeline/analyse";

/** What authors name furniture, what only a screen reader says, and the day on which a page is read. All pages are made up. */

const PARAGRAPHS = [
  "The harbour board of Marl closed its north quay on Thursday after two cracks opened beside the fish market.",
  "Engineers measured the wall twice in the night and found that it had moved by four centimetres since June.",
  "The ferry to the islands leaves from the south quay for now, and lorries wait on the meadow behind the school.",
  "The quay was built in 1931 from blocks of the old fort, and it was last repaired when the cranes were put up.",
].map((text) => `<p>${text}</p>`);

const page = (
  inside: string,
  title = "North quay closed",
  above = "",
) => `<!DOCTYPE html><html lang="en"><head><title>North quay closed</title></head>
<body><header><a href="/">Marl Mail</a>${above}<nav><a href="/a">Harbour</a><a href="/b">Sport</a></nav></header><main><article><h1>${title}</h1>
<div class="meta">By Ina Vell <time>12 May 2024</time></div><div class="story">${PARAGRAPHS.slice(0, 2).join("")}${inside}${PARAGRAPHS.slice(2).join("")}</div></article></main>
<footer>Marl Mail</footer></body></html>`;

const read = (html: string) => analyse({ format: "html", content: html, url: null, publisher: null });

test.each([
  ["kg-signup-card", "Our letter goes to nine thousand readers each Thursday, and tells of one quay."],
  ["saboxplugin-desc", "Ina Vell has covered the harbour for the Mail since 2014. She lives on a boat."],
  ["author-bio", "Ina Vell has covered the harbour for the Mail since 2014. She lives on a boat."],
  ["b-audio-player", "The audio version of this article is made by a machine. Names can be mispronounced."],
])("a box that is named %s is no part of the article", (name, words) => {
  const { body } = read(page(`<div class="${name}"><p>${words}</p></div>`));
  expect(body).not.toContain(words.slice(0, 30));
  expect(body).toContain("lorries wait on the meadow");
});

test("what AMP shows to whoever has no subscription is an offer", () => {
  const { body } = read(
    page(
      '<section amp-access="NOT subscriber"><p>Support our reporters for the price of a coffee a month.</p></section>',
    ),
  );
  expect(body).not.toContain("price of a coffee");
  expect(body).toContain("lorries wait on the meadow");
});

test.each(["sr-only", "visually-hidden", "screen-reader-text"])(
  "a label of class %s is read aloud, and is no part of a headline",
  (name) => {
    const { title } = read(page("", `<span class="${name}">Subscriber only.</span>North quay closed`));
    expect(title).toBe("North quay closed");
  },
);

test("the day on which a page is read isn't the day of its article", () => {
  const { publishedAt } = read(page("", undefined, '<span id="today">Tuesday, 10 September 2024</span>'));
  expect(publishedAt).toBe("2024-05-12");
});

test("paragraphs behind a box are the article's, as those before it in the same element", () => {
  const html = page(
    '<aside class="inline-related"><h3>Don’t miss</h3><ul><li><a href="/1">Guard asleep in bath</a></li></ul></aside><p>Nobody was hurt.</p><div class="ad"><span>Advertisement</span></div><p>The mate went home.</p>',
  );
  const { body } = read(html);
  expect(body).toContain("Nobody was hurt.");
  expect(body).toContain("The mate went home.");
  expect(body).not.toContain("Guard asleep");
  expect(body).not.toContain("Advertisement");
});

test("a line break inside a headline is a space", () => {
  expect(read(page("", "North quay<br/>closed")).title).toBe("North quay closed");
});
