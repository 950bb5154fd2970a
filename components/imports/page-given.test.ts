import { expect, test } from "vitest";
import { sizeWords } from "#lib/words/sizes";
import { complaintOfPage, type PageGiven } from "./page-given";

const page = (given: Partial<PageGiven>): PageGiven => ({
  mode: "text",
  text: "",
  html: "",
  address: "",
  addresses: "",
  files: [],
  ...given,
});
const file = (...bytes: number[]) => new File([new Uint8Array(bytes)], "page.html");

test.each([
  ["no text", page({ text: "  \n " }), /Paste the page’s text/],
  ["no HTML, though there is text", page({ mode: "html", text: "words" }), /Paste the page’s HTML/],
  ["no address, though there is text", page({ mode: "address", text: "words" }), /Write the page’s address/],
  ["no addresses", page({ mode: "addresses", addresses: " \n " }), /Write the pages’ addresses/],
  ["no file", page({ mode: "file", text: "words" }), /Choose a file/],
  ["an empty file", page({ mode: "file", files: [file()] }), /empty/],
  ["5 MB of text", page({ text: "a".repeat(5 * 1024 * 1024) }), /5\.0 MB.*up to 4 MB/],
  ["characters of several bytes", page({ text: "ع".repeat(2.5 * 1024 * 1024) }), /5\.0 MB/],
  [
    "a PDF",
    page({ mode: "file", files: [new File(["%PDF-1.7 …"], "a.pdf")] }),
    /This is a PDF file, not text/,
  ],
  [
    "a picture",
    page({ mode: "file", files: [file(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13)] }),
    /This is a picture, not text/,
  ],
] as const)("%s is refused before it is sent", async (_, given, message) => {
  expect(await complaintOfPage(given)).toMatch(message);
});

test.each([
  ["pasted text", page({ text: "She said it rains." })],
  ["an address", page({ mode: "address", address: "https://news.example/quay" })],
  ["a file in UTF-16", page({ mode: "file", files: [file(0xff, 0xfe, 0x41, 0x00, 0x42, 0x00)] })],
  ["several files, each with its own sentence", page({ mode: "file", files: [file(), file()] })],
  ["a page in windows-1256", page({ mode: "file", files: [file(0xc7, 0xe1, 0xda, 0x20)] })],
] as const)("%s is sent", async (_, given) => {
  expect(await complaintOfPage(given)).toBeNull();
});

test.each([
  [0, "0 kB"],
  [1, "1 kB"],
  [10_240, "10 kB"],
  [5 * 1024 * 1024, "5.0 MB"],
])("%i bytes are %s", (bytes, expected) => expect(sizeWords(bytes)).toBe(expected));
