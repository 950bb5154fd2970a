import { describe, expect, test } from "vitest";
import { MARK_BOUNDS } from "./bounds";
import { readMarkFile } from "./mark-files";
import { RefusedError } from "./refusals";

const read = (json: unknown) => readMarkFile(JSON.stringify(json));

/** Why a file is refused. */
function refusal(content: string): string {
  try {
    readMarkFile(content);
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal.reason;
    throw error;
  }
  return "taken";
}

const SELECTORS = [
  {
    type: "RangeSelector",
    startContainer: "/div[1]/p[2]",
    startOffset: 3,
    endContainer: "/div[1]/p[2]",
    endOffset: 9,
  },
  { type: "TextPositionSelector", start: 412, end: 430 },
  { type: "TextQuoteSelector", exact: "the dam will hold", prefix: "said that ", suffix: ", he said" },
];
const ROW = {
  id: "WS8dQ",
  user: "acct:maria@hypothes.is",
  user_info: { display_name: "Maria Lind" },
  created: "2026-11-02T09:30:00.123456+00:00",
  uri: "https://gazette.example/dam",
  text: "Who says so?",
  tags: ["NONE", "check"],
  target: [{ source: "https://gazette.example/dam", selector: SELECTORS }],
};

describe("a search of Hypothesis", () => {
  test("is its rows: words, position, tags, text, who and when", () => {
    const { tool, marks } = read({ total: 1, rows: [ROW] });
    expect(tool).toBe("HYPOTHESIS");
    expect(marks).toEqual([
      {
        exact: "the dam will hold",
        prefix: "said that ",
        suffix: ", he said",
        at: { start: 412, unit: "POINTS" },
        tags: ["NONE", "check"],
        note: "Who says so?",
        by: "Maria Lind",
        day: "2026-11-02",
      },
    ]);
  });

  test("holds notes on the page and answers to notes, which are about no words", () => {
    const reply = {
      ...ROW,
      user_info: { display_name: null },
      references: ["WS8dQ"],
      target: [{ source: ROW.uri }],
    };
    expect(read({ total: 1, rows: [reply] }).marks).toMatchObject([{ exact: "", at: null, by: "maria" }]);
  });
});

describe("W3C Web Annotations", () => {
  const annotation = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "Annotation",
    created: "2026-11-02",
    creator: { type: "Person", name: "Avan Karim" },
    body: [
      { type: "TextualBody", purpose: "tagging", value: "Opinion" },
      { type: "TextualBody", purpose: "commenting", value: "Nobody is named." },
      "https://gazette.example/about",
    ],
    target: { source: "https://gazette.example/dam", selector: SELECTORS[2] },
  };

  test.each([
    ["one", annotation],
    ["a list", [annotation]],
    ["a page", { type: "AnnotationPage", items: [annotation] }],
    [
      "a collection",
      { type: "AnnotationCollection", first: { type: "AnnotationPage", items: [annotation] } },
    ],
  ])("%s", (_, json) => {
    const { tool, marks } = read(json);
    expect(tool).toBe("WEB_ANNOTATION");
    expect(marks).toHaveLength(1);
    expect(marks[0]).toMatchObject({
      exact: "the dam will hold",
      tags: ["Opinion"],
      by: "Avan Karim",
      day: "2026-11-02",
    });
    expect(marks[0]?.note).toBe("Nobody is named.");
  });

  const WHOLE = "😬 “We will,” the minister said, “pay on Sunday.”";
  const points = (words: string) => {
    const start = [...WHOLE.slice(0, WHOLE.indexOf(words))].length;
    return { type: "TextPositionSelector", start, end: start + [...words].length };
  };
  const part = (refinedBy: object, more: object = {}) => ({
    source: "https://gazette.example/dam",
    selector: [
      { type: "TextQuoteSelector", exact: WHOLE, prefix: "Before. ", suffix: " After.", refinedBy },
      { type: "TextPositionSelector", start: 100, end: 200, refinedBy },
    ],
    ...more,
  });

  test("with targets that are parts of the same words are one mark on these parts, told apart by what stands around each", () => {
    const target = [part(points("“We will,”")), part(points("“pay on Sunday.”"))];
    expect(read({ ...annotation, target }).marks).toMatchObject([
      {
        exact: "“We will,” … “pay on Sunday.”",
        tags: ["Opinion"],
        pieces: [
          {
            exact: "“We will,”",
            prefix: "Before. 😬 ",
            suffix: " the minister said, “pay on Sunday.” After.",
            at: { start: 102, unit: "POINTS" },
          },
          { exact: "“pay on Sunday.”", suffix: " After.", at: { start: 132 } },
        ],
      },
    ]);
  });

  test("with parts of other words are marks of their own, each on its part", () => {
    const other = part(points("“We will,”"), { source: "https://gazette.example/other" });
    const target = [part({ type: "TextQuoteSelector", exact: "pay on Sunday" }), other];
    const { marks } = read({ ...annotation, target });
    expect(marks).toMatchObject([{ exact: "pay on Sunday" }, { exact: "“We will,”" }]);
    expect(marks[0]?.prefix).toMatch(/said, “$/);
    expect(marks.some(({ pieces }) => pieces)).toBe(false);
  });

  test.each(["Composite", "oa:Composite", "List"])(
    "with a set of targets that belong together (%s) are one mark",
    (type) => {
      const item = (exact: string) => ({ selector: { type: "TextQuoteSelector", exact } });
      const target = { type, items: [item("We will"), item("pay on Sunday")] };
      expect(read({ ...annotation, target }).marks).toMatchObject([
        { exact: "We will … pay on Sunday", pieces: [{ exact: "We will" }, { exact: "pay on Sunday" }] },
      ]);
    },
  );

  test.each([
    ["beyond the words", { type: "TextPositionSelector", start: 0, end: 999 }],
    ["before them", { type: "TextPositionSelector", start: -3, end: 4 }],
    ["of no length", { type: "TextPositionSelector", start: 4, end: 4 }],
    ["by half a character", { type: "TextPositionSelector", start: 0.5, end: 4 }],
    ["by no number", { type: "TextPositionSelector", start: "0", end: 4 }],
    ["by another selector", { type: "XPathSelector", value: "/p" }],
    [
      "part of a part of a part",
      {
        ...points("“We will,”"),
        refinedBy: {
          type: "TextQuoteSelector",
          exact: "will",
          refinedBy: { type: "TextQuoteSelector", exact: "l" },
        },
      },
    ],
  ])("with a part that can't be told, %s, name no words, and never more than was marked", (_, refinedBy) => {
    expect(read({ ...annotation, target: part(refinedBy) }).marks).toMatchObject([{ exact: "" }]);
  });

  test("with more parts than a statement may have are known to have too many, and bounded", () => {
    const target = Array.from({ length: 5000 }, () => part(points("“We will,”")));
    expect(read({ ...annotation, target }).marks.map(({ pieces }) => pieces?.length)).toEqual([9]);
  });

  test("with two targets are two marks", () => {
    expect(read({ ...annotation, target: [annotation.target, annotation.target] }).marks).toHaveLength(2);
  });
});

describe("an export of Label Studio", () => {
  const text = "😬 The dam will hold, he said. The dam will hold.";
  const region = (value: object) => ({ id: "r", type: "labels", from_name: "label", to_name: "text", value });

  test("is its regions, with what stands around them in the task's text", () => {
    const end = text.lastIndexOf("The dam");
    const { tool, marks } = read([
      {
        id: 7,
        data: { text, title: "Dam" },
        annotations: [
          {
            created_at: "2026-11-02T09:30:00Z",
            completed_by: { email: "avan@example.org", first_name: "Avan", last_name: "Karim" },
            result: [
              region({ start: end, end: end + 17, text: "The dam will hold", labels: ["NONE"] }),
              region({ start: 3, end: 20, labels: ["NAMED_PERSON"] }),
              { type: "relation", from_id: "r", to_id: "r" },
              region({ choices: ["good"] }),
            ],
          },
          { was_cancelled: true, result: [region({ start: 0, end: 2, labels: ["NONE"] })] },
        ],
      },
    ]);
    expect(tool).toBe("LABEL_STUDIO");
    expect(marks).toMatchObject([
      {
        exact: "The dam will hold",
        at: { start: end, unit: "EITHER" },
        suffix: ".",
        tags: ["NONE"],
        by: "Avan Karim",
      },
      { exact: "The dam will hold", prefix: "😬 ", tags: ["NAMED_PERSON"], day: "2026-11-02" },
    ]);
  });
});

describe("WebAnno TSV 3", () => {
  const tsv = [
    "#FORMAT=WebAnno TSV 3.3",
    "#T_SP=webanno.custom.Sourcing|kind|sure",
    "#T_RL=webanno.custom.Link|role|BT_webanno.custom.Sourcing",
    "#T_SP=webanno.custom.Topic|topic",
    "",
    "",
    "#Text=😬 The dam will hold.",
    "1-1\t0-2\t😬\t_\t_\t_\t_\t_\t",
    "1-2\t3-6\tThe\tNONE[1]\t*[1]\t_\t_\twater\\_works\t",
    "1-3\t7-10\tdam\tNONE[1]|OPINION[2]\t*[1]|yes[2]\tx\t1-2\t_\t",
    "1-4\t11-15\twill\tNONE[1]\t*[1]\t_\t_\t_\t",
    "1-4.1\t11-13\twi\t_\t_\t_\t_\tpart\t",
    "1-5\t16-20\thold\t_\t_\t_\t_\t_\t",
    "1-6\t20-21\t.\t_\t_\t_\t_\t_\t",
  ].join("\n");

  test("is its layers of spans: over several tokens, stacked, and of part of a token", () => {
    const { tool, marks } = readMarkFile(tsv);
    expect(tool).toBe("WEBANNO");
    expect(marks.map(({ exact, tags, at }) => [exact, tags.join("+"), at?.start])).toEqual([
      ["The dam will", "NONE", 3],
      ["dam", "OPINION+yes", 7],
      ["The", "water_works", 3],
      ["wi", "part", 11],
    ]);
    expect(marks[0]).toMatchObject({
      prefix: "😬",
      suffix: "hold.",
      by: null,
      day: null,
      at: { unit: "UNITS" },
    });
  });

  test("is read with the line ends of any system", () => {
    expect(readMarkFile(`\uFEFF${tsv.replaceAll("\n", "\r\n")}`).marks).toHaveLength(4);
  });
});

describe("what is no file of marks is refused, with why", () => {
  test.each([
    ["words", "Just words.", "marksNoJson"],
    ["half a file", '{"rows": [{"targ', "marksNoJson"],
    ["deep nesting", "[".repeat(500_000), "marksNoJson"],
    ["deep nesting that closes", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, "marksUnknown"],
    ["other JSON", '{"a": 1}', "marksUnknown"],
    ["a number", "4", "marksUnknown"],
    ["null", "null", "marksUnknown"],
    ["a list of other things", '[{"target": 1}, 4]', "marksUnknown"],
    ["no rows", '{"total": 0, "rows": []}', "marksNone"],
    ["a task without regions", '[{"data": {}, "annotations": [{"result": []}]}]', "marksNone"],
    ["a bare header", "#FORMAT=WebAnno TSV 3.3\n", "marksNone"],
    ["too many", JSON.stringify({ rows: Array.from({ length: 1001 }, () => ROW) }), "marksMany"],
    [
      "too many tags",
      JSON.stringify({ rows: Array.from({ length: 101 }, (_, i) => ({ ...ROW, tags: [`t${i}`] })) }),
      "marksManyTags",
    ],
  ])("%s", (_, content, reason) => expect(refusal(content)).toBe(reason));
});

describe("what is hostile in one", () => {
  test("wrong types are as if they weren't there", () => {
    const row = {
      ...ROW,
      user: "maria",
      tags: [4, null, { a: 1 }, "NONE"],
      text: ["x"],
      created: {},
      target: [
        null,
        7,
        {
          selector: [
            3,
            { type: "TextQuoteSelector", exact: { toString: 1 } },
            { type: "TextPositionSelector", start: "412" },
          ],
        },
      ],
    };
    expect(read({ rows: [row] }).marks).toEqual(
      Array.from({ length: 3 }, () => ({
        exact: "",
        prefix: "",
        suffix: "",
        at: null,
        tags: ["NONE"],
        note: "",
        by: null,
        day: null,
      })),
    );
  });

  test("no field of it reaches a prototype", () => {
    const { marks } = readMarkFile(
      `{"rows": [{"__proto__": {"tags": ["x"]}, "constructor": {"prototype": {"polluted": 1}}, "target": [{"__proto__": {"selector": []}}]}]}`,
    );
    expect(marks).toMatchObject([{ tags: [], exact: "" }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("everything long is cut, with a mark, and nothing is left that can't be stored", () => {
    const [mark] = read({
      rows: [
        {
          ...ROW,
          user_info: { display_name: "M".repeat(5000) },
          tags: [`${"t".repeat(98)}😬😬`, ...Array.from({ length: 50 }, (_, i) => `x${i}`)],
          text: `\u0000\ud800${"n".repeat(50_000)}`,
          created: "2026-99-99T00:00:00Z",
          target: [
            {
              selector: [
                { type: "TextQuoteSelector", exact: "e".repeat(50_000), prefix: "p".repeat(9000) },
                { type: "TextPositionSelector", start: -4 },
              ],
            },
          ],
        },
      ],
    }).marks;
    if (mark === undefined) throw new Error("no mark");
    expect(mark.tags).toHaveLength(MARK_BOUNDS.tagsOfOne);
    expect(mark.tags[0]).toMatch(/^t{98}…$/);
    expect(mark.note).toHaveLength(MARK_BOUNDS.note);
    expect(mark.note).toMatch(/^\uFFFD\uFFFDn+…$/);
    expect(mark.exact).toHaveLength(MARK_BOUNDS.exact);
    expect(mark.prefix).toHaveLength(MARK_BOUNDS.around);
    expect(mark).toMatchObject({ at: null, day: null });
    expect(mark.by).toHaveLength(MARK_BOUNDS.by);
    expect(JSON.stringify(mark)).not.toMatch(/\\u0000|\\ud8/);
  });
});
