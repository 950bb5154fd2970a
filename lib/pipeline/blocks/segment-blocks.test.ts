import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BlockType } from "./block-types";
import { type SegmentedPage, segmentBlocks } from "./segment-blocks";

const golden = (name: string): SegmentedPage =>
  segmentBlocks({ format: "html", content: readFileSync(join(import.meta.dirname, "fixtures", name), "utf8"), url: null });
const textsOf = (page: SegmentedPage, type: BlockType): string[] =>
  page.segments.filter((segment) => segment.type === type).map(({ start, end }) => page.text.slice(start, end));
const bodyOf = (page: SegmentedPage): string => textsOf(page, "BODY").join("\n");

describe("an archive page with two posts", () => {
  const page = golden("archive.html");
  test("each post has its headline and its own date", () => {
    expect(page.posts.filter((post) => !post.isTeaser)).toMatchObject([
      { headline: expect.stringContaining("Washington round ends"), date: "2024-07-26" },
      { headline: expect.stringContaining("salaries are secured"), date: "2024-07-25" },
    ]);
  });
  test("the body is the posts' paragraphs and nothing of the furniture", () => {
    expect(bodyOf(page)).toContain("closed their second security dialogue");
    expect(bodyOf(page)).toContain("denied a report of a dispute");
    expect(bodyOf(page)).not.toMatch(/Posted by|No comments|Popular Posts|All rights|named a Thursday/);
  });
  test("a statement of the second post belongs to the second post", () => {
    const at = page.text.indexOf("A member of the parliamentary");
    const segment = page.segments.find(({ start, end }) => start <= at && at < end);
    expect(page.posts[segment?.post ?? -1]?.date).toBe("2024-07-25");
  });
});

describe("an Arabic page", () => {
  const page = golden("arabic.html");
  test("body, headline, caption, teasers and comments", () => {
    expect(bodyOf(page)).toContain("وقال المتحدث باسم الوزارة");
    expect(bodyOf(page)).not.toMatch(/جميع الحقوق|مواضيع ذات صلة|سمعنا هذا الكلام|معرض الكتاب/);
    expect(textsOf(page, "HEADLINE").join()).toContain("الرواتب ستصرف في موعدها");
    expect(textsOf(page, "COMMENT").join()).toContain("سمعنا هذا الكلام");
  });
  test("its metadata", () => {
    expect(page.metadata).toMatchObject({
      title: "وزارة المالية: الرواتب ستصرف في موعدها",
      publisher: "مدى الخبر",
      author: "حسن التميمي",
      agency: "مدى",
      place: "بغداد",
      published: { day: "2024-07-25", certainty: "implied", foundIn: "visible text" },
      language: "ar",
      direction: "rtl",
    });
  });
});

describe("a Sorani page", () => {
  const page = golden("sorani.html");
  test("body and headline", () => {
    expect(bodyOf(page)).toContain("وتەبێژی حکوومەت");
    expect(bodyOf(page)).not.toMatch(/هەموو مافەکان|بابەتی پەیوەندیدار|سەرەتا/);
    expect(textsOf(page, "HEADLINE").join()).toContain("پلانێکی نوێ بۆ کارەبا");
  });
  test("its metadata", () => {
    expect(page.metadata).toMatchObject({ language: "ckb", direction: "rtl", published: { day: "2025-03-14" } });
  });
});

describe("the founding page, as text", () => {
  const text = readFileSync(join(import.meta.dirname, "../../../seed/page.txt"), "utf8");
  const page = segmentBlocks({ format: "text", content: text, url: null });
  test("the text is the input, unchanged", () => expect(page.text).toBe(text.replace(/\r\n?/g, "\n").normalize("NFC")));
  test("the later post is a teaser and never body", () => {
    expect(textsOf(page, "TEASER").join()).toContain("Banks got memos");
    expect(bodyOf(page)).not.toContain("Banks got memos");
  });
  test("the date line ends where the story begins", () => {
    expect(textsOf(page, "DATELINE").join("\n")).toContain("Number of readings: 192");
    expect(bodyOf(page).startsWith("Baghdad / NINA / Iraq")).toBe(true);
    expect(page.metadata).toMatchObject({ agency: "NINA", place: "Baghdad" });
  });
  test("furniture is furniture", () => expect(textsOf(page, "CHROME").join("\n")).toContain("Post a Comment"));
});

function isExact(page: SegmentedPage): void {
  let last = 0;
  for (const { start, end, score, post } of page.segments) {
    const slice = page.text.slice(start, end);
    expect(start).toBeGreaterThanOrEqual(last);
    expect(slice).not.toBe("");
    expect(slice).toBe(slice.trim());
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
    expect(page.posts[post]).toBeDefined();
    last = end;
  }
  const covered = page.segments.map(({ start, end }) => page.text.slice(start, end)).join("");
  expect(covered.replace(/\s/g, "")).toBe(page.text.replace(/\s/g, ""));
}

const words = fc.constantFrom("The minister said so.", "Home", "By Anna Whitfield", "July 25, 2024", "Read more", "وقال المتحدث", "e\u0301", "x says: no", "Photo: A", "\u0000", "😀");
const tag = fc.constantFrom("<p>", "</p>", "<div class=comment>", "</div>", "<h1>", "<h2>", "<li>", "<br>", "<a href=x>", "</a>", "<figcaption>", "<aside>");

test("segments are exact, in order, and cover all that isn't white space: any HTML", () => {
  fc.assert(fc.property(fc.array(fc.oneof(words, tag), { maxLength: 40 }), (parts) => isExact(segmentBlocks({ format: "html", content: parts.join(" "), url: null }))), { numRuns: 100 });
});

test("segments are exact, in order, and cover all that isn't white space: any text", () => {
  const line = fc.oneof(words, fc.constantFrom("\n", "\n\n", "\r\n", "  "), fc.string({ maxLength: 20, unit: "binary" }));
  fc.assert(fc.property(fc.array(line, { maxLength: 40 }), (parts) => isExact(segmentBlocks({ format: "text", content: parts.join(""), url: null }))), { numRuns: 100 });
});

test.each(["", "<script>only()</script>", "   "])("a page without text says so: %s", (content) => {
  const page = segmentBlocks({ format: "html", content, url: null });
  expect(page).toMatchObject({ text: "", segments: [], posts: [], notes: ["The page has no text."] });
});

test("a page with text always has a body", () => {
  const page = segmentBlocks({ format: "html", content: "<nav><a href=/>Home</a></nav>", url: null });
  expect(bodyOf(page)).toBe("Home");
  expect(page.notes).toHaveLength(1);
});

test("a page of a hundred thousand boxes is survived", () => {
  const page = segmentBlocks({ format: "html", content: `${"<div>".repeat(100_000)}The minister said that the talks had ended.`, url: null });
  expect(bodyOf(page)).toBe("The minister said that the talks had ended.");
});
