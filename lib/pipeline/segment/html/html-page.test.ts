import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { normalise } from "#lib/text/normalise";
import { pageOfHtml } from "./html-page";

// A loaded machine is slow, and a property is asked of many pages.
vi.setConfig({ testTimeout: 60_000 });

const textsOf = (html: string) => pageOfHtml(html).blocks.map((block) => block.text);

describe("blocks of HTML", () => {
  test.each([
    ["<p>One <b>two</b>\n three</p><p>Four</p>", ["One two three", "Four"]],
    ["<p>One<p>Two<ul><li>a<li>b</ul>", ["One", "Two", "a", "b"]],
    ["<div>Before<div>Inside</div>After</div>", ["Before", "Inside", "After"]],
    ["First line<br>second<br/>third", ["First line", "second", "third"]],
    ["<table><tr><td>a<td>b<tr><td>c</table>d", ["a", "b", "c", "d"]],
    ["<b><i>bold</b> still</i>", ["bold still"]],
    ["<p>&lt;br&gt; &amp; &eacute;&nbsp;x</p>", ["<br> & é\u00a0x"]],
    ["<pre>one\n  two\n\nthree</pre>", ["one\n two", "three"]],
    ["<p>e\u0301</p>", ["é"]],
    ["<a href=/x><h3>Title</h3><p>Words</p></a>", ["Title", "Words"]],
    ["<svg><title>no</title></svg><p>yes", ["yes"]],
    ["<template><p>no</p></template>yes", ["yes"]],
    ["<noscript>no</noscript><textarea>no</textarea>yes", ["yes"]],
  ])("%s", (html, texts) => expect(textsOf(html)).toEqual(texts));

  test.each([
    "",
    "<script>var a = '<p>no</p>'</script>",
    "<style>p{}</style>",
    "<title>no</title>",
    "<!-- no -->",
    "<p> \u200b </p>",
  ])("no text in: %s", (html) => expect(textsOf(html)).toEqual([]));

  test("a short hidden box is for nobody; a long one is kept, and marked", () => {
    const story = "The harbour opened again on Monday. ".repeat(20);
    const page = pageOfHtml(`<p hidden>no</p><div style="display: none"><p>${story}</p></div><p>shown</p>`);
    expect(page.blocks.map(({ text }) => text)).toEqual([story.trim(), "shown"]);
    expect(page.blocks.map((block) => page.elements[block.element]?.isHidden)).toEqual([true, false]);
  });

  test("the words of a long page are not counted as elements", () => {
    expect(pageOfHtml(`<p>${"word ".repeat(350_000)}</p>`).blocks).toHaveLength(1);
  });

  test("a link to the front page is told from others", () => {
    const page = pageOfHtml(
      '<a href="/"><img></a><h1><a href="/a">Title</a></h1><p><a href="https://a.example/">A</a>',
    );
    expect(page.blocks.map(({ isLinkHome }) => isLinkHome)).toEqual([false, true]);
  });

  test("a block holds where its own links lead; a link around several blocks leads from each", () => {
    const page = pageOfHtml(
      '<p>By <a href="/a">A</a> and <a href="https://b.example/2">B</a></p><p>No <a name=x>link</a></p><a href="/c"><h3>One</h3><p>Two</p></a><p>After</p>',
    );
    expect(page.blocks.map(({ hrefs }) => hrefs)).toEqual([
      ["/a", "https://b.example/2"],
      [],
      ["/c"],
      ["/c"],
      [],
    ]);
  });

  test("links are counted in characters", () => {
    const [block] = pageOfHtml("<p>See <a href=/a>this page</a> now</p>").blocks;
    expect(block).toMatchObject({ linked: 9, linkCount: 1 });
  });

  test("the head is read: title, meta, linked data, canonical, time, language", () => {
    const { head } = pageOfHtml(
      '<html lang="ckb" dir="rtl"><title> A\n page </title><meta property="og:title" content="A"><link rel=canonical href="/a">' +
        '<script type="application/ld+json">{"@type":"Article"}</script><p>x <time datetime="2024-07-25">y</time>',
    );
    const jsonLd = ['{"@type":"Article"}'];
    expect(head).toMatchObject({
      title: "A page",
      canonical: "/a",
      language: "ckb",
      jsonLd,
    });
    expect(head.times).toEqual([{ datetime: "2024-07-25", block: 0, words: "" }]);
    expect(head.meta.get("og:title")).toEqual(["A"]);
  });
});

const TAGS =
  "p div span a b li ul td table tr h1 article section br pre button svg select template blockquote i em time figure".split(
    " ",
  );
const piece = fc.oneof(
  fc.constantFrom(...TAGS).map((tag) => `<${tag}>`),
  fc.constantFrom(...TAGS).map((tag) => `</${tag}>`),
  fc.constantFrom("<!--", "-->", "<script>", "</script>", "&amp;", "&#0;", "&#x1F600;", "<p class='", "<"),
  fc.constantFrom("\u0000", "\ud800", "  \n", "e\u0301", "سڵاو", "\u00a0"),
  fc.string({ maxLength: 12, unit: "binary" }),
);

test("every block is exactly its stretch of the text, whatever the page", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { text, blocks } = pageOfHtml(pieces.join(""));
      expect(text).toBe(blocks.map((block) => block.text).join("\n"));
      expect(text).toBe(normalise(text));
      for (const block of blocks) {
        expect(text.slice(block.start, block.end)).toBe(block.text);
        expect(block.text).toBe(block.text.trim());
        expect(block.text).not.toBe("");
      }
    }),
    { numRuns: 400 },
  );
});
