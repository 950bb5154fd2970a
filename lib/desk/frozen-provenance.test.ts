import { describe, expect, test } from "vitest";
import type { ConfirmedEdge } from "#lib/db/provenance/confirmed";
import type { RepostChange } from "#lib/domain/matching";
import { PublishedUpstream } from "#lib/domain/published-upstream";
import { frozenUpstream } from "./frozen-provenance";

const HERE = [
  "The port of Harlen closed on Friday.",
  "Forty workers were injured, Rena Dole said.",
  "We have all seen it coming.",
].join(" ");
const THERE = [
  "Port news. The port of Harlen closed on Friday.",
  "Four workers were injured, Rena Dole said.",
  "Secret of the upstream page.",
].join(" ");

const placed = (text: string, sentence: string): [number, number] => {
  const start = text.indexOf(sentence);
  if (start === -1) throw new Error(sentence);
  return [start, start + sentence.length];
};
const compared = (change: RepostChange, here: string | null, there: string | null) => ({
  change,
  here: here === null ? null : placed(HERE, here),
  there: there === null ? [] : [placed(THERE, there)],
});
const CLOSED = "The port of Harlen closed on Friday.";
const FORTY = "Forty workers were injured, Rena Dole said.";
const FOUR = "Four workers were injured, Rena Dole said.";
const SEEN = "We have all seen it coming.";

const TITLE = "Port shut";

const EDGE: ConfirmedEdge = {
  kind: "REPOSTS",
  page: {
    id: "0190f5a0-0000-7000-8000-000000000001",
    title: "Port news",
    publisher: "harlen.example",
    url: "https://harlen.example/1",
    postedAt: "2024-05-21",
    version: 1,
  },
  reasons: [{ code: "credits", name: "harlen.example" }],
  reason: null,
  on: "2024-09-20",
  by: { id: "u1", name: "Mara" },
  sentences: [
    compared("VERBATIM", CLOSED, CLOSED),
    compared("NUMBER", FORTY, FOUR),
    compared("ADDED", SEEN, null),
    compared("DROPPED", null, "Secret of the upstream page."),
  ],
  counts: { verbatim: 1, changed: 1, added: 1, dropped: 1 },
  isCut: false,
  here: { versionId: "v1", text: HERE, title: TITLE },
  there: { text: THERE, published: [] },
};

const statement = (number: number, exact: string) => {
  const [start, end] = placed(HERE, exact);
  return { number, start, end, exact };
};
const frozen = (edge: Partial<ConfirmedEdge>, exacts: readonly string[], versionId = "v1") =>
  PublishedUpstream.parse(
    frozenUpstream({ ...EDGE, ...edge }, versionId, {
      title: TITLE,
      statements: exacts.map((exact, i) => statement(i + 1, exact)),
    }),
  );

test("each statement says what became of it; of words upstream that nobody published none goes in", () => {
  const one = frozen({}, [CLOSED, FORTY, SEEN]);
  expect(one.statements).toEqual([
    { number: 1, change: "VERBATIM" },
    { number: 2, change: "NUMBER", here: ["Forty"] },
    { number: 3, change: "ADDED" },
  ]);
  expect(one.sentences).toEqual({ verbatim: 1, changed: 1, added: 1, dropped: 1 });
  expect(JSON.stringify(one)).not.toMatch(/Secret|Four/);
});

test("words upstream that are published are quoted, and no others", () => {
  const [start, end] = placed(THERE, FOUR);
  const one = frozen({ there: { text: THERE, published: [{ start, end }] } }, [FORTY]);
  expect(one.statements).toEqual([{ number: 1, change: "NUMBER", here: ["Forty"], there: ["Four"] }]);
  const other = { start: start + 5, end };
  expect(
    frozen({ there: { text: THERE, published: [other] } }, [FORTY]).statements[0]?.there,
  ).toBeUndefined();
});

test.each<[string, string, unknown]>([
  ["words that stand upstream, of a sentence that was changed", "Rena Dole said", { change: "VERBATIM" }],
  ["two sentences, one of them added", `${FORTY} ${SEEN}`, { change: "NUMBER", here: ["Forty"] }],
])("%s", (_, exact, expected) => {
  expect(frozen({}, [exact]).statements).toEqual([{ number: 1, ...(expected as object) }]);
});

describe("a headline", () => {
  const headline = (here: string, there: string | null, edge: Partial<ConfirmedEdge> = {}) => {
    const page = { ...EDGE.page, title: there };
    const whole = { ...EDGE, page, here: { ...EDGE.here, title: here }, ...edge };
    return PublishedUpstream.parse(frozenUpstream(whole, "v1", { title: here, statements: [] })).headline;
  };

  test.each([
    ["Port Of Harlen Shut", "Port of Harlen shut", { change: "VERBATIM" }],
    [
      "Forty Hurt In The Port Of Harlen",
      "Four Hurt In The Port Of Harlen",
      { change: "NUMBER", here: ["Forty"], there: ["Four"] },
    ],
    ["Port of Harlen shut", "Bread gets dearer", { change: "ADDED" }],
    ["Port of Harlen shut", null, { change: "ADDED" }],
  ])("%j from %j", (here, there, expected) => expect(headline(here, there)).toEqual(expected));

  test("has its differences quoted only as long as those of statements", () => {
    const found = headline(
      `Four hurt ${"x".repeat(90)} in the port of Harlen`,
      "Four hurt in the port of Harlen today",
    );
    expect(found?.here).toBeUndefined();
  });

  test("isn't compared where its words aren't: of a page that is cited, not compared yet, or published under another one", () => {
    expect(headline("Port shut", "Port shut", { kind: "CITES" })).toBeUndefined();
    expect(headline("Port shut", "Port shut", { sentences: null })).toBeUndefined();
    expect(headline("Port shut", "Port shut", { here: { ...EDGE.here, title: null } })).toBeUndefined();
  });
});

test.each<["ATTRIBUTION" | "POLARITY", string, string]>([
  ["ATTRIBUTION", "According to Rena Dole, the port closed.", "The port closed."],
  ["POLARITY", "It is untrue that the port closed.", "The port closed."],
])(
  "%s is told of words that stand upstream: what it was credited to, or denied by, is gone",
  (change, upstream, exact) => {
    const edge = {
      here: { versionId: "v1", text: exact, title: TITLE },
      there: { text: upstream, published: [{ start: 0, end: upstream.length }] },
      sentences: [
        {
          change,
          here: [0, exact.length] as [number, number],
          there: [[0, upstream.length] as [number, number]],
        },
      ],
    };
    const [one] = frozenUpstream({ ...EDGE, ...edge }, "v1", {
      title: TITLE,
      statements: [{ number: 1, start: 0, end: exact.length, exact }],
    }).statements;
    expect(one?.change).toBe(change);
    expect(one?.there?.[0]).toMatch(/^(According to Rena Dole|It is untrue that)/);
  },
);

test("what holds a sentence that stands there and one that doesn't stands there in part", () => {
  const sentences = [compared("VERBATIM", FORTY, FOUR), compared("ADDED", SEEN, null)];
  expect(frozen({ sentences }, [`${FORTY} ${SEEN}`]).statements[0]?.change).toBe("PARTLY");
});

test("a statement in another version of the page is found by its words; else it isn't compared", () => {
  expect(frozen({}, [CLOSED], "v2").statements).toEqual([{ number: 1, change: "VERBATIM" }]);
  const here = { versionId: "v1", text: "All of it was written anew.", title: TITLE };
  expect(frozen({ here }, [CLOSED], "v2").statements).toEqual([]);
});

test("what nobody compared yet, or what takes none of the words, says nothing of statements", () => {
  expect(frozen({ sentences: null }, [CLOSED])).toMatchObject({ sentences: null, statements: [] });
  expect(frozen({ kind: "CITES" }, [CLOSED]).statements).toEqual([]);
});

test("a word that was lengthened is quoted whole, without the marks around it", () => {
  const here = { versionId: "v1", text: "The Iraqi-Sudanese Prime Minister came, (twice).", title: TITLE };
  const there = { text: "The Iraqi Prime Minister came, (once).", published: [{ start: 0, end: 38 }] };
  const sentences = [
    { change: "NAME" as const, here: [0, 48] as [number, number], there: [[0, 38] as [number, number]] },
  ];
  const exact = here.text;
  expect(
    frozenUpstream({ ...EDGE, here, there, sentences }, "v1", {
      title: TITLE,
      statements: [{ number: 1, start: 0, end: 48, exact }],
    }).statements,
  ).toEqual([{ number: 1, change: "NAME", here: ["Iraqi-Sudanese", "twice"], there: ["once"] }]);
});

test("what is quoted is short, and little", () => {
  const long = `The harbour ${"very ".repeat(30)}office`;
  const here = { versionId: "v1", text: `${long} closed.`, title: TITLE };
  const sentences = [
    {
      change: "REWORDED" as const,
      here: [0, here.text.length] as [number, number],
      there: [placed(THERE, CLOSED)],
    },
  ];
  const edge = { ...EDGE, here, sentences };
  const exact = here.text;
  const one = PublishedUpstream.parse(
    frozenUpstream(edge, "v1", {
      title: TITLE,
      statements: [{ number: 1, start: 0, end: exact.length, exact }],
    }),
  );
  expect(one.statements[0]?.here ?? []).not.toContainEqual(expect.stringMatching(/.{81}/));
});
