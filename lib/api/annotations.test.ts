import { readFileSync } from "node:fs";
import vocabulary from "@vocabulary/oa";
import jsonld from "jsonld";
import { expect, test } from "vitest";
import { piecesOf } from "#lib/domain/content-pieces";
import { readMarkFile } from "#lib/domain/mark-files";
import { planMarks, tagsIn } from "#lib/domain/marks";
import type { ArticlePublication } from "#lib/domain/publications";
import { foundingPublication } from "#lib/publish/testing/founding-publication";
import { finderIn } from "#lib/text/anchored";
import { anchorsOf } from "#lib/text/selector";
import type { Span } from "#lib/text/span";
import {
  Annotation,
  AnnotationCollection,
  type AnnotationItem,
  CONTEXT,
  HypothesisRow,
} from "./annotation-answers";
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

const OA = "http://www.w3.org/ns/oa#";
const AS = "http://www.w3.org/ns/activitystreams#";

/** What the W3C's vocabulary says of its terms, as a package has it: of each, what it says of it by which property. */
function vocabularyTerms(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const terms = new Map<string, Map<string, string>>();
  const term = (value: string) => ({ value });
  const quad = (...[subject, predicate, object]: { readonly value: string }[]) => {
    if (!subject?.value.startsWith(OA) || !predicate || !object) return;
    const said = terms.get(subject.value) ?? new Map<string, string>();
    terms.set(subject.value, said.set(predicate.value.replace(/^.*[#/]/, ""), object.value));
  };
  const factory = { namedNode: term, literal: term, blankNode: () => ({ value: "" }), quad };
  // The package asks for a whole factory of RDF and uses these four functions of it.
  vocabulary({ factory: factory as unknown as Parameters<typeof vocabulary>[0]["factory"] });
  return terms;
}
const TERMS = vocabularyTerms();

const link = (id: string) => ({ "@id": id, "@type": "@id" });
/** What the context at `CONTEXT` says of the words that we use. Source: Web Annotation Vocabulary (2017), appendix A. */
const LOCAL_CONTEXT = {
  oa: OA,
  as: AS,
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  id: "@id",
  type: "@type",
  Annotation: "oa:Annotation",
  TextualBody: "oa:TextualBody",
  SpecificResource: "oa:SpecificResource",
  TextQuoteSelector: "oa:TextQuoteSelector",
  TextPositionSelector: "oa:TextPositionSelector",
  TimeState: "oa:TimeState",
  Person: "foaf:Person",
  Software: "as:Application",
  AnnotationCollection: "as:OrderedCollection",
  AnnotationPage: "as:OrderedCollectionPage",
  classifying: "oa:classifying",
  commenting: "oa:commenting",
  describing: "oa:describing",
  linking: "oa:linking",
  body: link("oa:hasBody"),
  target: link("oa:hasTarget"),
  source: link("oa:hasSource"),
  selector: link("oa:hasSelector"),
  state: link("oa:hasState"),
  refinedBy: link("oa:refinedBy"),
  creator: link("dcterms:creator"),
  generator: link("as:generator"),
  homepage: link("foaf:homepage"),
  first: link("as:first"),
  items: { ...link("as:items"), "@container": "@list" },
  motivation: { "@id": "oa:motivatedBy", "@type": "@vocab" },
  purpose: { "@id": "oa:hasPurpose", "@type": "@vocab" },
  created: "dcterms:created",
  format: "dc:format",
  language: "dc:language",
  value: "rdf:value",
  start: "oa:start",
  end: "oa:end",
  exact: "oa:exact",
  prefix: "oa:prefix",
  suffix: "oa:suffix",
  sourceDate: "oa:sourceDate",
  name: "foaf:name",
  label: "rdfs:label",
  total: "as:totalItems",
  startIndex: "as:startIndex",
};

/**
 * The triples that a processor of JSON-LD reads in a document. It refuses a key, a type or a motivation that the context doesn't know, and a name that is no
 * address. Throws Error, too, for a term that the vocabulary hasn't, and for a property on what isn't of the type that the property is for.
 */
async function triplesOf(document: object): Promise<readonly (readonly string[])[]> {
  const documentLoader = async (url: string) => {
    if (url !== CONTEXT) throw new Error(`it asks for ${url}`);
    return { contextUrl: null, documentUrl: url, document: { "@context": LOCAL_CONTEXT } };
  };
  const text = await jsonld.toRDF(document, { safe: true, format: "application/n-quads", documentLoader });
  const triples = text
    .split("\n")
    .filter(Boolean)
    .map(
      (line) =>
        /^(\S+) (\S+) (.*) \.$/
          .exec(line)
          ?.slice(1)
          .map((one) => one.replace(/^<(.*)>$/, "$1")) ?? [],
    );
  const typesOf = (name = "") =>
    triples.flatMap(([of, property, type = ""]) =>
      of === name && property?.endsWith("#type") ? [type] : [],
    );
  const kinds = (type: string): string[] => {
    const above = TERMS.get(type)?.get("subClassOf");
    return above === undefined ? [type] : [type, ...kinds(above)];
  };
  for (const [subject, property = "", object = ""] of triples) {
    for (const name of [property, object])
      if (name.startsWith(OA) && !TERMS.has(name)) throw new Error(`the vocabulary has no ${name}`);
    const domain = TERMS.get(property)?.get("domain");
    if (domain?.startsWith(OA) && !typesOf(subject).flatMap(kinds).includes(domain))
      throw new Error(`${property} of what is no ${domain}`);
  }
  return triples;
}

test("a processor of JSON-LD reads every word of it, and the W3C’s vocabulary has each where it stands", async () => {
  const [one, all] = [annotation(page(), 16, where), annotationCollection(page(), where)];
  if (one === null) throw new Error("the founding page has sixteen statements");
  const triples = await triplesOf(one);
  const objects = (property: string) => triples.flatMap(([, of, to]) => (of === OA + property ? [to] : []));
  expect(objects("motivatedBy")).toEqual([`${OA}classifying`]);
  expect(objects("hasTarget")).toHaveLength(1);
  expect(objects("exact")).toHaveLength(1);
  const total = foundingPublication().statements.length;
  expect((await triplesOf(all)).filter(([, , to]) => to === `${OA}Annotation`)).toHaveLength(total);
});

test.each<[string, (one: Annotation) => object, RegExp]>([
  ["a key that is none", (one) => ({ ...one, titel: "x" }), /Safe mode/],
  ["a type that is none", (one) => ({ ...one, type: "Anotation" }), /Safe mode|Anotation/],
  ["a motivation that is none", (one) => ({ ...one, motivation: "guessing" }), /Safe mode|guessing/],
  ["a name that is no address", (one) => ({ ...one, id: "a 1" }), /Safe mode/],
  ["a term that the vocabulary hasn't", (one) => ({ ...one, "oa:exactly": "x" }), /has no .*exactly/],
  [
    "a selector outside a target",
    (one) => ({ ...one, selector: { type: "TimeState" } }),
    /hasSelector of what is no/,
  ],
  ["another context", (one) => ({ ...one, "@context": "https://elsewhere.example/" }), /elsewhere/],
])("%s is found", async (_, broken, fault) => {
  const one = annotation(page(), 16, where);
  if (one === null) throw new Error("the founding page has sixteen statements");
  const found = await triplesOf(broken(one)).then(
    () => "nothing",
    (error: Error) => `${error.message} ${JSON.stringify(error)} ${error.cause}`,
  );
  expect(found).toMatch(fault);
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
