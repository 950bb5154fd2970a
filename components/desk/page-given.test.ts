import { expect, test } from "vitest";
import { complaintOfPage, isBinary, type PageGiven, sizeWords } from "./page-given";

const page = (given: Partial<PageGiven>): PageGiven => ({
  mode: "text",
  text: "",
  html: "",
  address: "",
  file: null,
  ...given,
});
const file = (...bytes: number[]) => new File([new Uint8Array(bytes)], "page.html");

test.each([
  ["no text", page({ text: "  \n " }), /Paste the page’s text/],
  ["no HTML, though there is text", page({ mode: "html", text: "words" }), /Paste the page’s HTML/],
  ["no address, though there is text", page({ mode: "address", text: "words" }), /Write the page’s address/],
  ["no file", page({ mode: "file", text: "words" }), /Choose a file/],
  ["an empty file", page({ mode: "file", file: file() }), /empty/],
  ["5 MB of text", page({ text: "a".repeat(5 * 1024 * 1024) }), /5\.0 MB.*up to 4 MB/],
  ["characters of several bytes", page({ text: "ع".repeat(2.5 * 1024 * 1024) }), /5\.0 MB/],
  ["a PDF", page({ mode: "file", file: new File(["%PDF-1.7 …"], "a.pdf") }), /not text/],
  ["a picture", page({ mode: "file", file: file(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13) }), /not text/],
] as const)("%s is refused before it is sent", async (_, given, message) => {
  expect(await complaintOfPage(given)).toMatch(message);
});

test.each([
  ["pasted text", page({ text: "She said it rains." })],
  ["an address", page({ mode: "address", address: "https://news.example/quay" })],
  ["a file in UTF-16", page({ mode: "file", file: file(0xff, 0xfe, 0x41, 0x00, 0x42, 0x00) })],
  ["a page in windows-1256", page({ mode: "file", file: file(0xc7, 0xe1, 0xda, 0x20) })],
] as const)("%s is sent", async (_, given) => {
  expect(await complaintOfPage(given)).toBeNull();
});

test("nothing at all is no binary", () => expect(isBinary(new Uint8Array())).toBe(false));

test.each([
  [1, "1 kB"],
  [10_240, "10 kB"],
  [5 * 1024 * 1024, "5.0 MB"],
])("%i bytes are %s", (bytes, expected) => expect(sizeWords(bytes)).toBe(expected));
