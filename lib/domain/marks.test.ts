import { describe, expect, test } from "vitest";
import { finderIn } from "#lib/text/anchored";
import * as words from "#lib/words";
import { READER_LABELS, type ReaderLabel } from "./labels";
import { factsOfKind, type GivenMark, groupsOf, MarkKind, plainKind, planMarks } from "./marks";

const TEXT = "The harbour\n\nThe dam will hold, he said. Work begins next spring.\n\nShare this";
const SEGMENTS = [
  { start: 0, end: 11, type: "HEADLINE" as const, post: 0, reason: null },
  { start: 13, end: 66, type: "BODY" as const, post: 0, reason: null },
  { start: 68, end: TEXT.length, type: "CHROME" as const, post: 0, reason: null },
];
const mark = (exact: string, tags: readonly string[] = [], more: Partial<GivenMark> = {}): GivenMark => {
  return { exact, prefix: "", suffix: "", at: null, tags: [...tags], note: "", by: null, day: null, ...more };
};
const page = { text: TEXT, find: finderIn(TEXT), segments: SEGMENTS, suggested: [] };
const troubles = (...args: Parameters<typeof planMarks>) => planMarks(...args).map(({ trouble }) => trouble);

test.each([
  ["NONE", "NONE"],
  ["named person", "NAMED_PERSON"],
  ["Named-Person", "NAMED_PERSON"],
  ["Opinion", "OPINION"],
  ["plain narration", "NONE"],
  ["Background", "NOT_NEEDED"],
  // Several kinds of source lead to these.
  ["REPORTED", null],
  ["UNSOURCED_SPECULATION", null],
  ["important", null],
  ["", null],
])("the tag “%s” says %s", (tag, kind) => {
  const labels = Object.fromEntries(READER_LABELS.map((code) => [code, words.labels[code].badge]));
  const names = { sourcing: words.desk.sourcing, labels: labels as Record<ReaderLabel, string> };
  expect(plainKind(tag, names)).toBe(kind);
});

test("each kind gives a label that follows from its source", () => {
  expect(Object.fromEntries(MarkKind.options.map((kind) => [kind, factsOfKind(kind).label]))).toMatchObject({
    NAMED_PERSON: "REPORTED",
    UNNAMED_QUALIFIED: "REPORTED_UNNAMED",
    NONE: "UNSOURCED_ASSERTION",
    OPINION: "OPINION",
    FORECAST: "UNSOURCED_SPECULATION",
    NOT_NEEDED: "BACKGROUND",
  });
});

describe("what becomes of a mark", () => {
  const tagged = [
    mark("The dam will hold", ["person", "check"]),
    mark("Work begins next spring.", ["check"]),
  ];

  test("is what its tags were chosen to say, and of the rest what was chosen for it", () => {
    const chosen = (otherwise: "LEAVE_OUT" | "NONE" | null) =>
      planMarks(tagged, page, { kinds: ["NAMED_PERSON", null], otherwise }).map(({ kind, trouble }) => [
        kind,
        trouble,
      ]);
    expect(chosen(null)).toEqual([
      ["NAMED_PERSON", null],
      [null, "UNCHOSEN"],
    ]);
    expect(chosen("LEAVE_OUT")).toEqual([
      ["NAMED_PERSON", null],
      [null, "LEFT_OUT"],
    ]);
    expect(chosen("NONE")).toEqual([
      ["NAMED_PERSON", null],
      ["NONE", null],
    ]);
  });

  test("is nothing where two of its tags differ", () => {
    expect(troubles(tagged, page, { kinds: ["NONE", "OPINION"], otherwise: null })).toEqual([
      "TAGS_DIFFER",
      null,
    ]);
  });

  test.each([
    ["The harbour", "OUTSIDE"],
    ["he said. Work begins next spring. Share", "OUTSIDE"],
    ["The bridge will hold", "NOT_FOUND"],
    ["", "NO_WORDS"],
    ["The", "AMBIGUOUS"],
  ])("“%s” comes to nothing: %s", (exact, trouble) => {
    expect(troubles([mark(exact)], page, { kinds: [], otherwise: "NONE" })).toEqual([trouble]);
  });

  test("is nothing where exactly that is suggested already, and something where another kind is", () => {
    const [start, end] = [13, 30];
    const suggested = [{ start, end, sourcing: "NONE" as const, label: "UNSOURCED_ASSERTION" as const }];
    const of = (otherwise: MarkKind) =>
      troubles([mark("The dam will hold")], { ...page, suggested }, { kinds: [], otherwise });
    expect(of("NONE")).toEqual(["SUGGESTED"]);
    expect(of("OPINION")).toEqual([null]);
  });
});

test("marks that say the same of the same words are one suggestion; others of these words stand beside it", () => {
  const marks = [
    mark("Work begins next spring.", ["a"]),
    mark("The dam will hold", ["a"], { by: "Maria" }),
    mark("The dam  will hold", ["a"], { by: "Avan" }),
    mark("The dam will hold", ["b"]),
  ];
  const groups = groupsOf(planMarks(marks, page, { kinds: ["NONE", "OPINION"], otherwise: null }));
  expect(groups.map(({ start, kind, marks }) => [start, kind, marks.map(({ by }) => by)])).toEqual([
    [13, "NONE", ["Maria", "Avan"]],
    [13, "OPINION", [null]],
    [41, "NONE", [null]],
  ]);
});

describe("a mark on several pieces", () => {
  const LINE =
    "“We will,” the minister said, “pay on Sunday.” قال الوزير: سندفع، كما أضاف، يوم الأحد. 👩‍🚀🙂 ok";
  const line = {
    text: LINE,
    find: finderIn(LINE),
    segments: [{ start: 0, end: LINE.length, type: "BODY" as const, post: 0, reason: null }],
    suggested: [],
  };
  const place = (exact: string) => ({ start: LINE.indexOf(exact), end: LINE.indexOf(exact) + exact.length });
  const quoted = (exact: string) => {
    const { start, end } = place(exact);
    return { exact, prefix: LINE.slice(0, start), suffix: LINE.slice(end), at: null };
  };
  const inPieces = (...pieces: string[]) =>
    mark(pieces.join(" … "), ["said"], { pieces: pieces.map(quoted) });
  const plan = (one: GivenMark, more: object = {}) => {
    const [planned] = planMarks([one], { ...line, ...more }, { kinds: ["NAMED_PERSON"], otherwise: null });
    return planned;
  };

  test.each([
    ["English", ["“We will,”", "“pay on Sunday.”"]],
    ["Arabic", ["سندفع", "يوم الأحد"]],
  ])("is one suggestion of them, from the first to the last: %s", (_, pieces) => {
    const content = pieces.map(place);
    const span = { start: content[0]?.start, end: content.at(-1)?.end, content };
    expect(plan(inPieces(...pieces))).toMatchObject({ trouble: null, isExact: true, span });
    // In whatever order the file has them.
    expect(plan(inPieces(...pieces.toReversed()))?.span).toEqual(span);
  });

  test("that touch each other is on one", () => {
    const whole = place("“pay on Sunday.”");
    expect(plan(inPieces("“pay on", "Sunday.”"))?.span).toEqual({ ...whole, content: [] });
    expect(plan(inPieces("“pay on Sun", "on Sunday.”"))?.span).toEqual({ ...whole, content: [] });
  });

  test.each<[string, GivenMark, string]>([
    [
      "one stands nowhere",
      {
        ...inPieces("“We will,”"),
        pieces: [quoted("“We will,”"), { ...quoted("ok"), exact: "no word of it" }],
      },
      "NOT_FOUND",
    ],
    [
      "one has no words",
      { ...inPieces("“We will,”"), pieces: [quoted("“We will,”"), { ...quoted("ok"), exact: "" }] },
      "NO_WORDS",
    ],
    ["one ends inside of a character", inPieces("“We will,”", "👩"), "CUT"],
    ["they are nine", inPieces("will", "the", "said", "pay", "Sunday", "قال", "سندفع", "كما", "يوم"), "CUT"],
  ])("isn't suggested where %s", (_, one, trouble) => expect(plan(one)?.trouble).toBe(trouble));

  test("is another than the same words whole, and the same as what is suggested in these pieces", () => {
    const pieces = ["“We will,”", "“pay on Sunday.”"];
    const whole = place("“We will,” the minister said, “pay on Sunday.”");
    const suggested = { ...whole, sourcing: "NAMED_PERSON", label: "REPORTED" };
    expect(plan(inPieces(...pieces), { suggested: [suggested] })?.trouble).toBeNull();
    const same = { ...suggested, content: pieces.map(place) };
    expect(plan(inPieces(...pieces), { suggested: [same] })?.trouble).toBe("SUGGESTED");
    const both = [
      inPieces(...pieces),
      inPieces(...pieces),
      mark(LINE.slice(whole.start, whole.end), ["said"]),
    ];
    const groups = groupsOf(planMarks(both, line, { kinds: ["NAMED_PERSON"], otherwise: null }));
    expect(groups.map(({ marks, content }) => [marks.length, content?.length])).toEqual([
      [2, 2],
      [1, 0],
    ]);
  });
});
