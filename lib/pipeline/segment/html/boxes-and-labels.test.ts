import { describe, expect, test } from "vitest";
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
  [
    "pp-multiple-authors-boxes-wrapper",
    "Ina Vell has covered the harbour for nine years. She lives on a boat.",
  ],
  ["premium-gate", "Become a friend of the Mail to read on from here."],
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

test("the day of an event in the text isn't the page's", () => {
  const html = page("")
    .replace(" <time>12 May 2024</time>", "")
    .replace(
      PARAGRAPHS[0] ?? "",
      "<p>The ropewalk of Marl was 340 metres long. It was opened on 12 May 1868 by the provost and closed on 30 June 1931.</p>",
    );
  expect(read(html).publishedAt).toBeNull();
});

test("what a forum says below each post is none of it", () => {
  const html = page(
    '<div class="notice">Last edited by Greywag on Tue 14 May 2024, 07:02, edited 2 times in total.</div>',
  );
  expect(read(html).body).not.toContain("edited 2 times");
});

test("short sentences are paragraphs of the article's box, too", () => {
  const html = page(
    '<div class="related"><h3>Related stories</h3><ul><li><a href="/a">Rail strike on the prairie</a></li></ul></div><p>The cat walked out with a singed tail.</p>',
  ).replace(PARAGRAPHS[1] ?? "", "<p>Nobody was on the quay at that hour.</p>");
  expect(read(html).body).toContain("singed tail");
});

test("a line break inside a headline is a space", () => {
  expect(read(page("", "North quay<br/>closed")).title).toBe("North quay closed");
});

describe("a box among the paragraphs in which there is something to press", () => {
  test.each([
    [
      "a sign-up",
      '<div class="inline-x"><p>Our harbour letter goes to twelve thousand neighbours every week.</p><div class="wp-block-button"><a href="/letter">Count me in</a></div></div>',
      "twelve thousand neighbours",
    ],
    [
      "a plea",
      '<div class="box-x"><h3>We need you</h3><p>If each reader gave the price of a loaf, we could print all year.</p><button>£5</button></div>',
      "price of a loaf",
    ],
    [
      "a poll",
      '<div class="x"><h4>Quick poll</h4><label><input type="radio" name="q"> I like the north quay</label><label><input type="radio" name="q"> I do not</label></div>',
      "I like the north quay",
    ],
  ])("%s is no part of the article", (_, box, words) => {
    const { body } = read(page(box));
    expect(body).not.toContain(words);
    expect(body).toContain("lorries wait on the meadow");
  });

  test.each([
    [
      "a heading with a button that copies its address",
      '<div class="anchor"><h2>What was found in the wall</h2><button>Copy</button></div>',
      "What was found in the wall",
    ],
    [
      "a list of things to tick",
      '<ul><li><input type="checkbox"> The two cracks are filled with lime before the frost comes.</li></ul>',
      "filled with lime",
    ],
    [
      "the rest of the text, folded",
      `<div class="more"><button>Read on</button><div>${PARAGRAPHS[3]}<p>The crane driver of those years, Ole Marn, still lives above the market and keeps the old plans in a drawer beside his bed.</p><p>He was there when the first ship came in with oranges, and he was there when the last one left with scrap for the foundry in June.</p></div></div>`,
      "keeps the old plans",
    ],
    [
      "a card of many",
      ["Marl", "Skarn", "Ahl", "Selm"]
        .map(
          (name) =>
            `<div class="card"><p>The quay of ${name} has two cranes and a fish market.</p><button>Map</button></div>`,
        )
        .join(""),
      "The quay of Skarn has two cranes",
    ],
  ])("%s is", (_, box, words) => expect(read(page(box)).body).toContain(words));
});

describe("a headline", () => {
  test("is none that leads home: a blog's name may be its page's largest heading", () => {
    const html = page("", '<a href="/">Stones of the Marl Valley</a>')
      .replace("<title>North quay closed", "<title>Stones of the Marl Valley: The quay stone is back")
      .replace('<div class="meta">', '<h3>The quay stone is back</h3><div class="meta">');
    expect(read(html).title).toBe("The quay stone is back");
  });

  test("is without the line above it and the time that it takes to read", () => {
    const title = "<span>Harbour</span><span>North quay closed for the winter</span><span>2 min</span>";
    const html = page("", title).replace(
      "<title>North quay closed",
      "<title>North quay closed for the winter",
    );
    expect(read(html).title).toBe("North quay closed for the winter");
  });
});

describe("an agency's lead in a box of its own above the text", () => {
  const above = (lead: string) =>
    page("").replace(
      '<div class="story">',
      `<div class="anons"><p>${lead}</p></div><div class="share"><a href="#">Share</a></div><div class="story">`,
    );

  test("is the article's where the wire's slug opens it", () => {
    const lead =
      "MARL SOUND (HNA) - Divers brought up the bell of the ferry Corrie on Saturday, forty years after she went down.";
    expect(read(above(lead)).body).toContain("bell of the ferry Corrie");
  });
});

describe("an article that the site loads below the one that was asked for", () => {
  const NEXT =
    '<h1>Bakers of Marl lay down their tools</h1><div class="meta">By Bo Lund <time>10 May 2024</time></div><div class="story"><p>Nine bakers in the old town laid down their tools on Friday and went to the beach.</p><p>Bread came from Skarn by the noon ferry, and it was gone within the hour.</p></div>';
  const both = (title: string) =>
    page("", "North quay closed for the whole winter")
      .replace("<title>North quay closed</title>", `<title>${title}</title>`)
      .replace("</article>", `</article><article>${NEXT}</article>`);

  test("is no part of its body, and a post of its own", () => {
    const { body, posts } = read(both("North quay closed for the whole winter | Marl Mail"));
    expect(body).toContain("lorries wait on the meadow");
    expect(body).not.toContain("laid down their tools on Friday");
    expect(posts.map(({ headline }) => headline)).toContain("Bakers of Marl lay down their tools");
  });

  test("is a part of a page that is called after the whole site", () => {
    expect(read(both("Marl Mail")).body).toContain("laid down their tools on Friday");
  });
});

describe("what a script puts in its place when it has arrived", () => {
  const streamed = (place: string, id: string) =>
    page(`<!--$?--><template id="${place}"></template><p>Loading the rest.</p><!--/$-->`).replace(
      "</body>",
      `<div hidden id="${id}"><p>Nobody was hurt.</p><p>The mate went home by bus.</p></div><script>$RC("B:1","S:3")</script></body>`,
    );

  test("stands there", () => {
    const { body } = read(streamed("B:1", "S:3"));
    expect(body).toContain("The mate went home by bus.");
    expect(body.indexOf("The mate went home")).toBeLessThan(body.indexOf("lorries wait"));
    expect(body).not.toContain("Loading the rest.");
    expect(body.split("The mate went home")).toHaveLength(2);
  });

  test("stays hidden where it has none", () => {
    expect(read(streamed("B:1", "S:4")).body).not.toContain("The mate went home");
  });

  test("is bounded, in how many there are and in what one holds", () => {
    const ids = Array.from({ length: 2_000 }, (_, i) => i.toString(16));
    const places = ids.map((id) => `<template id="B:${id}"></template>`).join("");
    const parts = ids.map((id) => `<div hidden id="S:${id}"><p>Part ${id} is here.</p></div>`).join("");
    const puts = ids.map((id) => `$RC("B:${id}","S:${id}")`).join(";");
    const many = page(places).replace("</body>", `${parts}<script>${puts}</script></body>`);
    expect(read(many).text).toContain("Part c7 is here.");
    expect(read(many).text).not.toContain("Part c8 is here.");
    const large = page('<template id="B:1"></template>').replace(
      "</body>",
      `<div hidden id="S:3">${"<i></i>".repeat(150_000)}<p>The mate went home.</p></div><script>$RC("B:1","S:3")</script></body>`,
    );
    expect(read(large).text).toContain("The mate went home.");
  });
});
