import { readFileSync } from "node:fs";
import vocabulary from "@vocabulary/oa";
import { expect, test } from "vitest";
import { piecesOf } from "#lib/domain/content-pieces";
import { readMarkFile } from "#lib/domain/mark-files";
import { planMarks, tagsIn } from "#lib/domain/marks";
import type { ArticlePublication } from "#lib/domain/publications";
import { foundingPublication } from "#lib/publish/testing/founding-publication";
import { finderIn } from "#lib/text/anchored";
import { anchorsOf } from "#lib/text/selector";
import type { Span } from "#lib/text/span";
import { Annotation, AnnotationCollection, type AnnotationItem, HypothesisRow } from "./annotation-answers";
import {
  annotation,
  annotationCollection,
  annotationName,
  annotationNamed,
  hypothesisRowOf,
  hypothesisRows,
  rowTime,
} from "./annotations";

const where = { origin: "https://onrecord.example", today: "2026-11-28" };
const publishedAt = "2026-11-20T10:00:00.000Z";
const text = readFileSync("seed/page.txt", "utf8");

/** The founding page with its statements' places, as it is published. `before` is put in front of its text. */
function page(before = "") {
  const content: ArticlePublication = foundingPublication();
  const spans = content.statements.map(({ start, end }) => ({
    start: start + before.length,
    end: end + before.length,
  }));
  const anchors = anchorsOf(before + text, spans).map((one, i) => ({ number: i + 1, ...one }));
  return { content: { ...content, anchors }, publishedAt };
}

const selectorOf = (target: AnnotationItem["target"]) => {
  if (Array.isArray(target)) throw new Error("it stands in pieces");
  return target.selector;
};

test("each statement is found again by its words and by its place in code points, behind emoji too", () => {
  const before = "🙂🙂 ";
  const points = [...(before + text)];
  const { first, total } = annotationCollection(page(before), where);
  expect(total).toBe(foundingPublication().statements.length);
  for (const { target } of first.items) {
    const [quote, position] = selectorOf(target);
    if (quote?.type !== "TextQuoteSelector" || position?.type !== "TextPositionSelector")
      throw new Error("an annotation has no selectors");
    expect(points.slice(position.start, position.end).join("")).toBe(quote.exact);
    const { prefix = "", exact, suffix = "" } = quote;
    expect((before + text).split(prefix + exact + suffix)).toHaveLength(2);
  }
});

test("what leaves us is read and found again as any other program's, in either shape", () => {
  const before = "🙂🙂 ";
  const collection = annotationCollection(page(before), where);
  const search = { total: 1, rows: hypothesisRows(page(before), where) };
  const find = finderIn(before + text);
  for (const shape of [collection, search]) {
    const { marks } = readMarkFile(JSON.stringify(shape));
    expect(marks).toHaveLength(foundingPublication().statements.length);
    foundingPublication().statements.forEach(({ start, end }, index) => {
      const mark = marks[index];
      if (mark === undefined) throw new Error("a mark is missing");
      const span = { start: start + before.length, end: end + before.length };
      expect(find(mark)).toEqual({ kind: "EXACT", span });
    });
  }
});

test("what was published before places were kept is named by its words alone", () => {
  const old = { content: foundingPublication(), publishedAt };
  const [item] = annotationCollection(old, where).first.items;
  expect(item && selectorOf(item.target)).toEqual([
    { type: "TextQuoteSelector", exact: foundingPublication().statements[0]?.exact },
  ]);
});

test("a statement in pieces has a place for each of them, within the place of all its words", () => {
  const { content, publishedAt } = page("🙂🙂 ");
  const [statement, ...others] = content.statements;
  if (statement === undefined) throw new Error("the page has no statement");
  const { start, end, exact } = statement;
  const gap = exact.indexOf(" ", 3);
  const pieces = [
    { start, end: start + gap },
    { start: start + exact.indexOf(" ", gap + 1) + 1, end },
  ];
  const broken = {
    content: { ...content, statements: [{ ...statement, content: pieces }, ...others] },
    publishedAt,
  };
  const [item] = annotationCollection(broken, where).first.items;
  const targets = item?.target;
  if (!Array.isArray(targets)) throw new Error("it has one place");
  expect(Annotation.parse(annotation(broken, 1, where)).target).toEqual(targets);
  const [anchor] = content.anchors ?? [];
  const said = targets.map(({ selector }) => {
    const [quote, position] = selector;
    expect(quote).toMatchObject({ type: "TextQuoteSelector", exact, prefix: anchor?.prefix });
    expect(position).toMatchObject({ type: "TextPositionSelector", start: anchor?.start, end: anchor?.end });
    expect(position?.refinedBy).toEqual(quote?.refinedBy);
    return [...exact].slice(quote?.refinedBy?.start, quote?.refinedBy?.end).join("");
  });
  expect(said).toEqual(pieces.map((piece) => exact.slice(piece.start - start, piece.end - start)));
  // Hypothesis’ programs know one place of one annotation.
  expect(hypothesisRowOf(broken, 1, where)?.target[0].selector[0]).not.toHaveProperty("refinedBy");
});

test.each([
  ["emoji before it", "🙂👩‍🚀 ", text],
  ["Arabic around it", "قال الوزير 🙂: ", `${text}\nيوم الأحد`],
])("a statement in pieces that leaves us comes back in the same pieces: %s", (_, before, behind) => {
  const read = before + behind;
  const { content, publishedAt } = page(before);
  const statements = content.statements.map((statement) => {
    const { start, end, exact } = statement;
    const gap = exact.indexOf(" ", exact.indexOf(" ") + 1);
    const next = exact.indexOf(" ", gap + 1);
    if (next === -1) return statement;
    const pieces = [
      { start, end: start + gap },
      { start: start + next + 1, end },
    ];
    return { ...statement, content: pieces };
  });
  expect(statements.filter((one) => one.content).length).toBeGreaterThan(10);
  const broken = { content: { ...content, statements }, publishedAt };
  const { marks } = readMarkFile(JSON.stringify(annotationCollection(broken, where)));
  const segments = [{ start: 0, end: read.length, type: "BODY" as const, post: 0, reason: null }];
  const plan = planMarks(
    marks,
    { text: read, find: finderIn(read), segments, suggested: [] },
    { kinds: tagsIn(marks).map(() => null), otherwise: "NONE" },
  );
  const moved = ({ start, end }: Span) => ({ start: start + before.length, end: end + before.length });
  expect(plan.map(({ span, isExact }) => ({ pieces: span && piecesOf(span), isExact }))).toEqual(
    statements.map((statement) => ({ pieces: piecesOf(statement).map(moved), isExact: true })),
  );
});

test("answers are what their schemas say", () => {
  expect(AnnotationCollection.parse(annotationCollection(page(), where))).toBeTruthy();
  expect(Annotation.parse(annotation(page(), 1, where))).toBeTruthy();
  for (const row of hypothesisRows(page(), where)) expect(HypothesisRow.parse(row)).toEqual(row);
  expect(annotation(page(), 999, where)).toBeNull();
});

/** The terms of the W3C's vocabulary, as a package has them. */
function terms(): ReadonlySet<string> {
  const names = new Set<string>();
  const node = (value: string) => {
    if (value.startsWith("http://www.w3.org/ns/oa#")) names.add(value.split("#")[1] ?? "");
    return {};
  };
  const factory = { namedNode: node, literal: node, blankNode: () => ({}), quad: () => ({}) };
  // The package asks for a whole factory of RDF and uses these four functions of it.
  vocabulary({ factory: factory as unknown as Parameters<typeof vocabulary>[0]["factory"] });
  return names;
}

test("types, motivations and purposes are the W3C's", () => {
  const known = terms();
  expect(known).toContain("Annotation");
  const used = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const isTerm = ["type", "motivation", "purpose"].includes(key) && typeof inner === "string";
      if (isTerm) used.add(inner);
      walk(inner);
    }
  };
  walk(annotation(page(), 16, where));
  // The context takes these two from FOAF and from ActivityStreams.
  const others = ["Person", "Software"];
  expect([...used].filter((term) => !known.has(term))).toEqual(others);
});

test("the times of a page's statements are all different, and in its order", () => {
  const rows = hypothesisRows(page(), where);
  const times = rows.map(({ updated }) => updated);
  expect(new Set(times).size).toBe(rows.length);
  expect(times.toSorted()).toEqual(times);
  expect(times[0]).toBe("2026-11-20T10:00:00.000001+00:00");
});

test.each([
  ["2026-11-20T10:00:00Z", "2026-11-20T10:00:00.000000+00:00"],
  ["2026-11-20T12:00:00.5+02:00", "2026-11-20T10:00:00.500000+00:00"],
  ["2026-11-20T10:00:00.000007+00:00", "2026-11-20T10:00:00.000007+00:00"],
])("%s is compared as %s", (moment, expected) => {
  expect(rowTime(moment)).toBe(expected);
});

test("a name is a page and a number, and nothing else is one", () => {
  expect(annotationNamed(annotationName("iraq-us-agree", 16))).toEqual({ slug: "iraq-us-agree", number: 16 });
  for (const name of [
    "",
    "iraq",
    "iraq.",
    ".1",
    "iraq.0",
    "iraq.01",
    "a.b.1",
    "iraq.1x",
    `iraq.${"9".repeat(20)}`,
  ])
    expect(annotationNamed(name)).toBeNull();
});
