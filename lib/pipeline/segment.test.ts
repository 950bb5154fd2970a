import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { SegmentType } from "#lib/domain/labels";
import { AppError } from "#lib/errors";
import { type Segmented, segment } from "./segment";

// A loaded machine is slow, and a property is asked of many pages.
vi.setConfig({ testTimeout: 60_000 });

const read = (format: "html" | "text", content: string): Segmented =>
  segment({ format, content, url: null, publisher: null });
const pageNamed = (name: string): Segmented =>
  read("html", readFileSync(new URL(`./golden/${name}-blog/source.html`, import.meta.url), "utf8"));
const textsOf = (page: Segmented, type: SegmentType): string[] =>
  page.segments.filter((part) => part.type === type).map(({ start, end }) => page.text.slice(start, end));
const bodyOf = (page: Segmented): string => textsOf(page, "BODY").join("\n");

describe("an archive page with two posts", () => {
  const page = pageNamed("archive");
  test("each post has its headline and its own date", () => {
    expect(page.posts.filter((post) => !post.isTeaser)).toMatchObject([
      { headline: expect.stringContaining("Two river authorities"), date: "2024-07-26" },
      { headline: expect.stringContaining("the tram line is paid for"), date: "2024-07-25" },
    ]);
  });

  test("the body is the posts' paragraphs and nothing of the furniture", () => {
    expect(bodyOf(page)).toContain("ended four days of talks");
    expect(bodyOf(page)).toContain("denied a report of a quarrel");
    expect(bodyOf(page)).not.toMatch(/Posted by|No comments|Popular Posts|All rights|named a Thursday/);
  });

  test("a statement of the second post belongs to the second post", () => {
    const at = page.text.indexOf("A member of the city's transport");
    const part = page.segments.find(({ start, end }) => start <= at && at < end);
    expect(page.posts[part?.post ?? -1]?.date).toBe("2024-07-25");
  });
});

describe("an Arabic page", () => {
  const page = pageNamed("arabic");
  test("body, headline and comments", () => {
    expect(bodyOf(page)).toContain("وقال المتحدث باسم الوزارة");
    expect(bodyOf(page)).not.toMatch(/جميع الحقوق|مواضيع ذات صلة|سمعنا هذا الكلام|معرض الكتاب/);
    expect(textsOf(page, "HEADLINE").join()).toContain("الرواتب ستصرف في موعدها");
    expect(textsOf(page, "COMMENT").join()).toContain("سمعنا هذا الكلام");
  });

  test("what it says of itself", () => {
    expect(page).toMatchObject({
      title: "وزارة المالية: الرواتب ستصرف في موعدها",
      publisher: "مدى الخبر",
      author: "حسن التميمي",
      agency: "مدى",
      place: "بغداد",
      dates: {
        published: { day: "2024-07-25", certainty: "IMPLIED", foundIn: "visible text" },
        updated: null,
      },
      language: "ar",
      direction: "rtl",
    });
  });
});

describe("a Sorani page", () => {
  const page = pageNamed("sorani");
  test("body and headline", () => {
    expect(bodyOf(page)).toContain("وتەبێژی حکوومەت");
    expect(bodyOf(page)).not.toMatch(/هەموو مافەکان|بابەتی پەیوەندیدار|سەرەتا/);
    expect(textsOf(page, "HEADLINE").join()).toContain("پلانێکی نوێ بۆ کارەبا");
  });

  test("what it says of itself", () => {
    expect(page).toMatchObject({ language: "ckb", direction: "rtl", publishedAt: "2025-03-14" });
  });
});

describe("plain text, where more than one line tells", () => {
  const article = [
    "Ferry returns to the northern islands after two years",
    "By Anna Whitfield",
    "July 25, 2024",
    "The ferry to the northern islands will sail again from Monday, the harbour office said in a notice.",
    "Two years ago the old ship was sold, and the islanders have since depended on a mail boat with twelve seats.",
  ];
  const typesOf = (...lines: string[]) => {
    const page = read("text", [...article, ...lines].join("\n"));
    return lines.map((line) => {
      const at = page.text.lastIndexOf(line);
      return page.segments.find(({ start, end }) => start <= at && at < end)?.type;
    });
  };

  test("a row of dated titles is a list of other posts, also between paragraphs", () => {
    const list = ["Council votes on the bridge", "By Jo Ferrante", "July 24, 2024"];
    const other = [
      "Museum opens a new wing",
      "July 23, 2024",
      "Rain expected until the weekend",
      "July 22, 2024",
    ];
    const last =
      "The new ship has room for ninety people and was built in a yard on the mainland last winter.";
    const types = typesOf(...list, ...other, last);
    expect(types).toEqual([...Array(7).fill("TEASER"), "BODY"]);
  });

  test("two dated titles are not enough", () => {
    expect(typesOf("A first step", "July 24, 2024")).not.toContain("TEASER");
  });

  test("a note that begins with the author's name is about the author", () => {
    const note = "Anna Whitfield is a former harbour pilot and writes about ships.";
    expect(typesOf("Anna Whitfield", note)).toEqual(["CHROME", "CHROME"]);
    expect(typesOf("Marcus Oyelaran is the harbour master, and he will be on board on Monday.")).toEqual([
      "BODY",
    ]);
  });

  test("a sentence under a count of comments is a reader's", () => {
    expect(typesOf("27 Comments", "I will be on the first one.", "About time too.")).toEqual([
      "CHROME",
      "COMMENT",
      "COMMENT",
    ]);
  });
});

/** Exact, in order, apart, without white space at the ends, of a post that is there, and covering every word of the page. */
function isWhole(format: "html" | "text", content: string): void {
  let page: Segmented;
  try {
    page = read(format, content);
  } catch (error) {
    // A page without a word is refused: that is clear.
    if (!(error instanceof AppError)) throw error;
    return;
  }
  let last = 0;
  for (const { start, end, post, reason } of page.segments) {
    const words = page.text.slice(start, end);
    expect(start).toBeGreaterThanOrEqual(last);
    expect(words).not.toBe("");
    expect(words).toBe(words.trim());
    expect(reason.score).toBeGreaterThanOrEqual(0);
    expect(reason.score).toBeLessThanOrEqual(1);
    expect(page.posts[post]).toBeDefined();
    last = end;
  }
  const covered = page.segments.map(({ start, end }) => page.text.slice(start, end)).join("");
  expect(covered.replace(/\s/g, "")).toBe(page.text.replace(/\s/g, ""));
}

const words = fc.constantFrom(
  ..."The minister said so.|Home|By Anna Whitfield|July 25, 2024|Read more|وقال المتحدث|e\u0301|x says: no|Photo: A|\u0000|😀|\ufeff".split(
    "|",
  ),
);
const tags = fc.constantFrom(
  ..."<p> </p> <div_class=comment> </div> <h1> <h2> <li> <br> <a_href=x> </a> <figcaption> <aside> <pre>".split(
    " ",
  ),
);

test("any HTML: every segment is its slice of the text, and together they are all of it", () => {
  const page = fc.array(fc.oneof(words, tags), { maxLength: 40 });
  fc.assert(
    fc.property(page, (parts) => isWhole("html", parts.join(" ").replaceAll("_", " "))),
    { numRuns: 100 },
  );
});

test("any text: every segment is its slice of the text, and together they are all of it", () => {
  const line = fc.oneof(
    words,
    fc.constantFrom("\n", "\n\n", "\r\n", "  "),
    fc.string({ maxLength: 20, unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (parts) => isWhole("text", parts.join(""))),
    { numRuns: 100 },
  );
});

test("the page's own word for its language counts where its text doesn't tell", () => {
  expect(read("html", "<html lang='fr-CA'><p>42</p>").language).toBe("fr");
  expect(read("html", "<html lang='fr-CA'><p>The harbour of the town was open again.</p>").language).toBe(
    "en",
  );
});

test("a page of HTML that has words always has a body, and says where it is a guess", () => {
  const page = read("html", "<nav><a href=/>Home</a></nav>");
  expect(bodyOf(page)).toBe("Home");
  expect(page.notes).toHaveLength(1);
});
