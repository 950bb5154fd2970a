import { expect, test } from "vitest";
import { MAX_PAGE_BYTES } from "./bounds";
import { fileComplaint, fileTypeOf, MAX_FILE_BYTES } from "./evidence-files";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test("a file is as large as a page at most", () => {
  expect(MAX_FILE_BYTES).toBe(MAX_PAGE_BYTES);
});

test.each([
  ["%PDF-1.7 ", "a.pdf", "application/pdf"],
  ["%PDF-1.7 ", "a.html", "application/pdf"],
  ["<p>Words</p>", "a.html", "text/html"],
  ["<p>Words</p>", "a.XHTML", "text/html"],
  ["<p>Words</p>", "a.HTM", "text/html"],
  ["Words", "a.txt", "text/plain"],
  ["Words", "a.pdf", "text/plain"],
  ["Words", "html", "text/plain"],
  ["PK\u0003\u0004", "a.txt", null],
  ["Wor\u0000ds", "a.txt", null],
])("%j called %s is %s", (text, name, type) => expect(fileTypeOf(bytesOf(text), name)).toBe(type));

test("what is wrong is told by the size of all and the first bytes", () => {
  expect(fileComplaint(bytesOf("Words"), "a.txt", 5)).toBeNull();
  expect(fileComplaint(bytesOf(""), "a.txt", 0)).toBe("emptyFile");
  expect(fileComplaint(bytesOf("Words"), "a.txt", MAX_FILE_BYTES)).toBeNull();
  expect(fileComplaint(bytesOf("Words"), "a.txt", MAX_FILE_BYTES + 1)).toBe("largeFile");
  expect(fileComplaint(bytesOf("PK\u0003\u0004"), "a.txt", 4)).toBe("otherFile");
});
