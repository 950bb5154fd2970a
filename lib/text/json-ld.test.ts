import { expect, test } from "vitest";
import { jsonLdIn, looseJson } from "./json-ld";

const block = (text: string, tag = 'script type="application/ld+json"') => `<${tag}>${text}</script>`;

test.each([
  ["one", block('{"a":1}'), ['{"a":1}']],
  ["several, in their order", `${block("1")}<p>text</p>${block("2")}`, ["1", "2"]],
  [
    "in capitals, without quotes, with more attributes",
    block("1", "SCRIPT ID=x TYPE=Application/LD+JSON async"),
    ["1"],
  ],
  ["with a character set", block("1", 'script type="application/ld+json; charset=utf-8"'), ["1"]],
  ["that nobody ends", '<script type="application/ld+json">{"a":1}', ['{"a":1}']],
  ["behind letters that grow when they are made small", `İİ${block('"İ"')}`, ['"İ"']],
])("a block %s is found", (_, html, found) => expect(jsonLdIn(html)).toEqual(found));

test.each([
  ["other scripts", "<script>var x = 'ld+json'</script><script type=module>1</script>"],
  ["a start tag without an end", '<script type="application/ld+json"'],
  ["a page without any", "<p>ld+json</p>"],
  ["what a script of another kind holds", `<script>"${'<script type=\\"application/ld+json\\">1'}"</script>`],
])("nothing is found in %s", (_, html) => expect(jsonLdIn(html)).toEqual([]));

test("a page of start tags alone costs no more than its length", () => {
  expect(jsonLdIn("<script type=ld+json>".repeat(100_000))).toHaveLength(1);
  expect(jsonLdIn("<script ".repeat(200_000))).toEqual([]);
  expect(jsonLdIn(block("1").repeat(1_000))).toHaveLength(200);
});

test.each([
  ["plain", '{"a":"b"}'],
  ["with a byte order mark", '\uFEFF{"a":"b"}'],
  ["in a comment of HTML", '<!-- {"a":"b"} -->'],
  ["in a section of XML behind a comment", '//<![CDATA[\n{"a":"b"}\n//]]>'],
  ["with a semicolon", '{"a":"b"};'],
])("JSON %s is read", (_, text) => expect(looseJson(text)).toEqual({ a: "b" }));

test("a line break inside of a string is a space", () => {
  expect(looseJson('{"a":"one\n\ttwo"}')).toEqual({ a: "one  two" });
});

test.each(["", "{", "{a:1}", "[1,]", "<p>"])("%j is no JSON", (text) =>
  expect(looseJson(text)).toBeUndefined(),
);
