import { expect, test } from "vitest";
import * as words from "#lib/words";
import { linesOf } from "./lines";
import { contentOfLine } from "./page-line";

const bulk = words.bulkImports;
const pages = words.pages;

const line = (text: string | Uint8Array) => ({
  number: 1,
  bytes: typeof text === "string" ? new TextEncoder().encode(text) : text,
});

test("a line becomes a page with what it says of itself", () => {
  const content = contentOfLine(
    line(
      '{"id":7,"html":"<p>Ä</p>","url":"https://a.example/","publisher":" P ","fetchedAt":"2024-09-16T10:00:00+02:00","more":1}',
    ),
    "Q",
  );
  expect(content).toEqual({
    id: 7,
    page: {
      bytes: new TextEncoder().encode("<p>Ä</p>"),
      format: "html",
      fileName: null,
      mediaType: "text/html;charset=utf-8",
      url: "https://a.example/",
      publisher: "P",
      fetchedAt: new Date("2024-09-16T08:00:00Z"),
    },
  });
});

test("what is null or missing is not known; a publisher given for all stands in for one that is missing", () => {
  expect(
    contentOfLine(line('\uFEFF{"text":"a","url":null,"publisher":null,"fetchedAt":null}'), "Q"),
  ).toMatchObject({
    page: { format: "text", url: null, publisher: "Q", fetchedAt: null },
  });
});

test.each(["", "   ", "\r"])("%j is no line", (text) => expect(contentOfLine(line(text), null)).toBeNull());

test.each<[string, string | Uint8Array, string | RegExp]>([
  ["broken JSON", '{"text":"a"', bulk.notJson],
  ["two objects", '{"text":"a"}{"text":"b"}', bulk.notJson],
  ["a string", '"a"', bulk.notObject],
  ["an array", "[]", bulk.notObject],
  ["null", "null", bulk.notObject],
  ["nothing in it", "{}", bulk.notPage],
  ["an address alone", '{"url":"https://a.example/"}', bulk.notPage],
  ["both", '{"text":"a","html":"b"}', bulk.bothWays],
  ["an empty text", '{"text":""}', pages.empty],
  ["a number as text", '{"text":5}', /^text: The fields .*strings\.$/],
  ["a null byte", '{"text":"a\\u0000"}', /^text: It holds a character/],
  ["half a character", '{"html":"\\udc00"}', /^html: It holds a character/],
  ["half a character in the address", '{"text":"a","url":"https://a/\\ud800"}', /^url: /],
  ["no address", '{"text":"a","url":"javascript:alert(1)"}', /^url: Write the whole address/],
  ["a long address", JSON.stringify({ text: "a", url: `https://a/${"b".repeat(2000)}` }), /^url: /],
  ["a long publisher", JSON.stringify({ text: "a", publisher: "b".repeat(201) }), /^publisher: /],
  ["no moment", '{"text":"a","fetchedAt":"yesterday"}', /^fetchedAt: fetchedAt is a moment/],
  ["a day that isn’t", '{"text":"a","fetchedAt":"2024-02-31T00:00:00Z"}', /^fetchedAt: /],
  ["no UTF-8", Uint8Array.from([0x7b, 0xff, 0x7d]), bulk.notUtf8],
  ["a page of 5 MB", JSON.stringify({ text: "a".repeat(5_000_000) }), pages.tooLarge],
  ["deep nesting", `${"[".repeat(200_000)}`, bulk.notJson],
  ["a prototype", '{"__proto__":{"text":"a"}}', bulk.notPage],
])("%s is refused in a sentence", (_, text, why) => {
  const content = contentOfLine(line(text), null);
  expect(content).not.toHaveProperty("page");
  expect(content).toMatchObject({ refused: typeof why === "string" ? why : expect.stringMatching(why) });
  expect(content && "refused" in content && content.refused).toMatch(/^.+[.!?…]$/);
});

test("a refused line still says its id", () => {
  expect(contentOfLine(line('{"id":{"a":1},"text":""}'), null)).toMatchObject({ id: { a: 1 } });
  expect(contentOfLine(line('{"id":"x","text":5}'), null)).toMatchObject({ id: "x" });
});

async function split(chunks: readonly string[], longest = 10) {
  async function* stream() {
    for (const chunk of chunks) yield new TextEncoder().encode(chunk);
  }
  const lines: [number, string | null][] = [];
  for await (const { number, bytes } of linesOf(stream(), longest)) {
    lines.push([number, bytes && new TextDecoder().decode(bytes)]);
  }
  return lines;
}

test.each<[string, string[], [number, string | null][]]>([
  [
    "whole",
    ["a\nb\n"],
    [
      [1, "a"],
      [2, "b"],
    ],
  ],
  [
    "without an end",
    ["a\nb"],
    [
      [1, "a"],
      [2, "b"],
    ],
  ],
  [
    "in pieces",
    ["a", "b\n", "", "c\n\nd"],
    [
      [1, "ab"],
      [2, "c"],
      [3, ""],
      [4, "d"],
    ],
  ],
  [
    "too long in one piece",
    ["a\n0123456789x\nb"],
    [
      [1, "a"],
      [2, null],
      [3, "b"],
    ],
  ],
  [
    "too long over pieces",
    ["01234", "56789", "0123456789", "\nb\n"],
    [
      [1, null],
      [2, "b"],
    ],
  ],
  [
    "too long to the end",
    ["a\n", "01234567890"],
    [
      [1, "a"],
      [2, null],
    ],
  ],
  ["just long enough", ["0123456789\n"], [[1, "0123456789"]]],
  ["a character cut in two", ["\u00e4".repeat(2), "\n"], [[1, "ää"]]],
  ["nothing", [], []],
])("lines: %s", async (_, chunks, lines) => expect(await split(chunks)).toEqual(lines));
