import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wellFormed } from "./block-writer";
import { readHtml } from "./html-reader";

const textsOf = (html: string) => readHtml(html).blocks.map((block) => block.text);

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
    ["<svg><title>no</title><p>yes", ["yes"]],
    ["<select><option>no<p>yes", ["yes"]],
    ["<template><p>no</p></template>yes", ["yes"]],
    ["<noscript>no</noscript><textarea>no</textarea>yes", ["yes"]],
  ])("%s", (html, texts) => expect(textsOf(html)).toEqual(texts));

  test.each(["", "<script>var a = '<p>no</p>'</script>", "<style>p{}</style>", "<title>no</title>", "<!-- no -->", "<p> \u200b </p>"])(
    "no text in: %s",
    (html) => expect(textsOf(html)).toEqual([]),
  );

  test("hidden elements keep their text and are marked", () => {
    const page = readHtml('<div style="display: none"><p>hidden</p></div><p hidden>too</p><p>shown</p>');
    expect(page.blocks.map((block) => page.elements[block.element]?.isHidden)).toEqual([true, true, false]);
  });

  test("links are counted in characters", () => {
    const [block] = readHtml("<p>See <a href=/a>this page</a> now</p>").blocks;
    expect(block).toMatchObject({ linked: 9, linkCount: 1 });
  });

  test("the head is read: title, meta, linked data, canonical, time, language", () => {
    const { head } = readHtml(
      '<html lang="ckb" dir="rtl"><title> A\n page </title><meta property="og:title" content="A"><link rel=canonical href="/a">' +
        '<script type="application/ld+json">{"@type":"Article"}</script><p>x <time datetime="2024-07-25">y</time>',
    );
    expect(head).toMatchObject({ title: "A page", canonical: "/a", language: "ckb", direction: "rtl", jsonLd: ['{"@type":"Article"}'] });
    expect(head.times).toEqual([{ datetime: "2024-07-25", block: 0, words: "" }]);
    expect(head.meta.get("og:title")).toEqual(["A"]);
  });
});

const TAGS = "p div span a b li ul td table tr h1 article section br pre button svg select template blockquote i em time figure".split(" ");
const piece = fc.oneof(
  fc.constantFrom(...TAGS).map((tag) => `<${tag}>`),
  fc.constantFrom(...TAGS).map((tag) => `</${tag}>`),
  fc.constantFrom("<!--", "-->", "<script>", "</script>", "&amp;", "&#0;", "&#x1F600;", "<p class='", "<", "\u0000", "\ud800", "  \n", "e\u0301", "سڵاو"),
  fc.string({ maxLength: 12, unit: "binary" }),
);

test("every block is exactly its stretch of the text, whatever the page", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { text, blocks } = readHtml(pieces.join(""));
      expect(text).toBe(blocks.map((block) => block.text).join("\n"));
      expect(text).toBe(text.normalize("NFC"));
      expect(text).toBe(wellFormed(text));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what must not be there
      expect(text).not.toMatch(/\u0000/);
      for (const block of blocks) {
        expect(text.slice(block.start, block.end)).toBe(block.text);
        expect(block.text).toBe(block.text.trim());
        expect(block.text).not.toBe("");
      }
    }),
    { numRuns: 400 },
  );
});

describe("hostile pages are read, and keep their text", () => {
  const many = 100_000;
  test.each([
    ["100,000 nested boxes", `${"<div>".repeat(many)}end`, "end"],
    ["100,000 nested boxes, closed", `${"<div>".repeat(many)}end${"</div>".repeat(many)}`, "end"],
    ["100,000 nested formatting elements", `${"<b>".repeat(many)}end`, "end"],
    ["formatting left open across paragraphs", `${"<font a=1><b>".repeat(5000)}${"<p>x".repeat(20_000)}<p>end`, "end"],
    ["100,000 nested tables", `${"<table><tr><td>".repeat(many / 3)}end`, "end"],
    ["100,000 pictures left open", `${"<svg>".repeat(many)}<p>end`, "end"],
    ["100,000 lists left open", `${"<ul><li>".repeat(many / 2)}end`, "end"],
    ["end tags of nothing", `${"</div></p></b>".repeat(many)}end`, "end"],
    ["an attribute of a megabyte", `<a href="${"x".repeat(1_000_000)}" class="${"y ".repeat(500_000)}">end</a>`, "end"],
    ["100,000 attributes", `<p ${Array.from({ length: many }, (_, i) => `a${i}=1`).join(" ")}>end`, "end"],
    ["everything unclosed", "<html><body><div><p><b><i><a href=x>mid<ul><li><table><td>end", "end"],
    ["null bytes", "a\u0000b<p\u0000>c\u0000</p>end", "end"],
    ["an unclosed comment", "end<!-- never closed", "end"],
    ["an unclosed tag", "end<p class=", "end"],
  ])("%s", (_, html, last) => expect(textsOf(html).at(-1)).toBe(last));
});
