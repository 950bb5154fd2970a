import { describe, expect, test } from "vitest";
import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { AppError } from "#lib/errors";
import { decode } from "./decode";

const NONE = { format: null, mediaType: null };
const utf8 = (text: string) => new TextEncoder().encode(text);
/** Windows-1256 of "قال رئيس الوزراء العراقي إن المحادثات مستمرة ": what many Arabic pages still are. */
const ARABIC = Uint8Array.from([
  0xde, 0xc7, 0xe1, 0x20, 0xd1, 0xc6, 0xed, 0xd3, 0x20, 0xc7, 0xe1, 0xe6, 0xd2, 0xd1, 0xc7, 0xc1, 0x20, 0xc7,
  0xe1, 0xda, 0xd1, 0xc7, 0xde, 0xed, 0x20, 0xc5, 0xe4, 0x20, 0xc7, 0xe1, 0xe3, 0xcd, 0xc7, 0xcf, 0xcb, 0xc7,
  0xca, 0x20, 0xe3, 0xd3, 0xca, 0xe3, 0xd1, 0xc9, 0x20,
]);

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe("bytes to characters", () => {
  test("UTF-8 is read first, whatever the page says", () => {
    const page = utf8('<meta charset="windows-1252"><p>Malmö, سلام, هەولێر 🙂</p>');
    expect(decode(page, NONE)).toMatchObject({
      charset: "utf-8",
      content: expect.stringContaining("هەولێر 🙂"),
    });
  });

  test("then what the page says", () => {
    const page = joined(
      utf8('<html><head><meta charset="windows-1256"></head><body><p>'),
      ARABIC,
      utf8("</p>"),
    );
    expect(decode(page, NONE)).toMatchObject({
      format: "html",
      charset: "windows-1256",
      content: expect.stringContaining("العراقي"),
    });
  });

  test("or the server", () => {
    const found = decode(ARABIC, { format: "text", mediaType: "text/plain; charset=windows-1256" });
    expect(found.content).toContain("المحادثات");
  });

  test("then what the bytes look like", () => {
    const long = joined(...Array.from({ length: 8 }, () => ARABIC));
    expect(decode(long, NONE)).toMatchObject({
      charset: "windows-1256",
      content: expect.stringContaining("المحادثات"),
    });
  });

  test("UTF-16 has its mark", () => {
    const page = Uint8Array.from([
      0xff,
      0xfe,
      ...[..."The bridge is open."].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
    expect(decode(page, NONE)).toEqual({
      format: "text",
      charset: "utf-16le",
      content: "The bridge is open.",
    });
  });

  test.each([
    ["<!DOCTYPE html><p>Hello to you", "html"],
    ["  \n<html><body>Hello", "html"],
    ["<p>a</p><p>b</p><p>c</p>", "html"],
    ["The sign < the wall > the door. No tags here.", "text"],
  ])("%s is %s", (content, format) => expect(decode(utf8(content), NONE).format).toBe(format));

  test("what the person says about the format wins over its looks", () => {
    expect(decode(utf8("<p>a</p><p>b</p><p>c</p>"), { format: "text", mediaType: null }).format).toBe("text");
    expect(decode(utf8("plain words"), { format: null, mediaType: "text/html" }).format).toBe("html");
  });
});

describe("refused with a sentence that says what to do", () => {
  test.each([
    ["nothing", new Uint8Array(), "invalid_input"],
    ["white space alone", utf8(" \n\n\t"), "invalid_input"],
    ["more than the limit", new Uint8Array(MAX_PAGE_BYTES + 1).fill(0x61), "too_large"],
    ["a PDF", utf8("%PDF-1.7 and so on"), "not_text"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), "not_text"],
    ["an office document", Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14]), "not_text"],
    ["bytes with NULs", Uint8Array.from([0x61, 0x00, 0x62, 0x00, 0x63]), "not_text"],
    [
      "control characters",
      Uint8Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 0x61 : 0x02)),
      "not_text",
    ],
    [
      "UTF-8 that was cut in the middle",
      joined(utf8("سلام عليكم "), Uint8Array.from([0xd9]), utf8(" يا عالم")),
      "not_text",
    ],
    ["UTF-16 that was cut", Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8]), "not_text"],
  ])("%s", (_, bytes, code) => {
    let thrown: unknown;
    try {
      decode(bytes, NONE);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject({ code, message: expect.stringMatching(/^[A-Z].{20,}\.$/) });
  });
});
