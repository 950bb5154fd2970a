import { describe, expect, test } from "vitest";
import { MAX_DEPTH } from "./html-tree";
import { microdataIn } from "./microdata";

const read = (html: string) => JSON.parse(JSON.stringify(microdataIn(html).items));

test("an item's properties are texts, addresses, days and items, each in a list", () => {
  const html = `<body><article itemscope itemtype="https://schema.org/ClaimReview http://other.example/X" itemid="#r">
    <h1 itemprop="headline name">The <b>quay</b> stands</h1>
    <a itemprop="url" href="/checks/quay">read on</a>
    <time itemprop="datePublished" datetime="2024-05-21">on Tuesday</time>
    <div class="box"><meta itemprop="claimReviewed" content="The quay fell."></div>
    <div itemprop="author" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Quay Watch</span></div>
    <div itemprop="author" itemscope><span itemprop="name">Second Look</span></div>
  </article><p itemprop="name">nobody's</p></body>`;
  expect(read(html)).toEqual([
    {
      "@type": ["https://schema.org/ClaimReview", "http://other.example/X"],
      "@id": "#r",
      headline: ["The quay stands"],
      name: ["The quay stands"],
      url: ["/checks/quay"],
      datePublished: ["2024-05-21"],
      claimReviewed: ["The quay fell."],
      author: [
        { "@type": ["https://schema.org/Organization"], name: ["Quay Watch"] },
        { "@type": [], name: ["Second Look"] },
      ],
    },
  ]);
});

test("an item inside of another that is none of its properties stands alone", () => {
  const html = `<div itemscope><p itemprop="a">1</p><div itemscope itemtype="B"><p itemprop="b">2</p></div></div>`;
  expect(read(html)).toEqual([
    { "@type": [], a: ["1"] },
    { "@type": ["B"], b: ["2"] },
  ]);
});

test("a time without a day says its words, and what programs read of a script is no text", () => {
  const html = `<p itemscope><time itemprop="day">21 May</time><span itemprop="note">a<script>b</script>c</span></p>`;
  expect(read(html)).toEqual([{ "@type": [], day: ["21 May"], note: ["ac"] }]);
});

test("a property is called whatever the page likes, but for what an item is", () => {
  const html = `<p itemscope><i itemprop="__proto__ constructor @type">x</i></p>`;
  const [item] = microdataIn(html).items;
  expect(Object.keys(item ?? {}).toSorted()).toEqual(["@type", "__proto__", "constructor"]);
  expect(item?.["@type"]).toEqual([]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test.each(["", "<p>itemscope</p>", "<p itemprop=name>x</p>"])("there is none in %j", (html) =>
  expect(microdataIn(html)).toEqual({ items: [], isCut: false }),
);

describe("what a page may not cost", () => {
  test("one that is too deep, or holds too much, is told to be cut", () => {
    const deep = `<p itemscope>${"<div>".repeat(MAX_DEPTH + 1)}`;
    expect(microdataIn(deep)).toEqual({ items: [], isCut: true });
    const many = microdataIn("<p itemscope>".repeat(20_000));
    expect([many.items.length, many.isCut]).toEqual([12_000, true]);
    expect(microdataIn(`<p itemscope>${"<span itemprop=a>1</span>".repeat(100_001)}`).isCut).toBe(true);
  });

  test("a value has a bound, however many elements it stands in", () => {
    const long = read(`<p itemscope><i itemprop=a>${"x".repeat(20_000)}</i></p>`);
    expect(long[0].a[0]).toHaveLength(5_000);
    const thin = read(`<p itemscope><i itemprop=a>${"<b>x</b>".repeat(5_000)}</i></p>`);
    expect(thin[0].a[0].length).toBeLessThan(1_000);
  });
});
