import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { PAYLOADS } from "#e2e/attacks/payloads";
import type { PublishedArticle, PublishedClaim, WithdrawnItem } from "#lib/domain/published";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import {
  cardOfArticle,
  cardOfChangedWords,
  cardOfClaim,
  cardOfStatement,
  cardOfWithdrawn,
  type EmbedCard,
} from "./card";
import { cardAsText, cardDocument, cardFrame, sizeOf, titleOf } from "./document";

const where = { origin: "https://onrecord.example", today: "2026-11-28", timeZone: "UTC" };
const STYLE = "p{margin:0}";
const history = { entries: [], proof: "VERIFIED" } as const;
const correction = {
  at: "2026-11-25T10:00:00.000Z",
  kind: "ARTICLE",
  isWithdrawal: false,
  page: null,
  reason: "A name was wrong.",
  withdrawnByWriter: null,
} as const;

const article: PublishedArticle = {
  content: foundingPublication(),
  publishedAt: "2026-11-20T10:00:00.000Z",
  history,
  corrections: [],
};
const claim: PublishedClaim = {
  slug: "banks-got-memos",
  wording: "Banks got memos.",
  own: { content: foundingClaim(), publishedAt: "2026-11-21T10:00:00.000Z" },
  withdrawn: null,
  earlier: [],
  appearances: [],
  appearanceCount: 0,
  places: { appearances: [], more: null },
  history,
  corrections: [],
};
const gone: WithdrawnItem = {
  kind: "ARTICLE",
  title: "A page",
  at: "2026-11-23T10:00:00.000Z",
  reason: "It was forged.",
  withdrawnByWriter: null,
  history,
};

type Json = null | undefined | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** The same with `text` in every field that holds words. Codes, days and addresses of ours stay: the database takes no others. */
function filled<T>(value: T, text: string): T {
  const codes =
    /^(?:kind|label|sourcing|direction|code|segmentType|writer|source|time|quoteMode|attributionScope|precision|proof|slug|assessed|language)$/;
  const walk = (one: Json, key: string): Json => {
    if (Array.isArray(one)) return (one as readonly Json[]).map((part) => walk(part, key));
    if (typeof one === "object" && one !== null)
      return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, walk(part, name)]));
    return typeof one !== "string" || codes.test(key) || /^\d{4}-\d\d-\d\d/.test(one) ? one : text;
  };
  return walk(value as Json, "") as T; // the walk keeps every shape
}

function one(card: EmbedCard | null): EmbedCard {
  if (card === null) throw new Error("there is such a statement");
  return card;
}

function cardsOf(text: string): EmbedCard[] {
  const full = filled({ ...article, corrections: [correction] }, text);
  const corrected = { ...full, content: { ...full.content, corrects: [16] } };
  return [
    cardOfArticle(corrected, where),
    one(cardOfStatement(corrected, 16, where)),
    cardOfChangedWords(corrected, where),
    cardOfClaim(filled(claim, text), where),
    cardOfClaim(
      { ...filled(claim, text), own: null, withdrawn: filled({ ...gone, kind: "CLAIM" }, text) },
      where,
    ),
    cardOfWithdrawn(filled({ ...gone, withdrawnByWriter: "x" }, text), { kind: "article", slug: "x" }, where),
  ];
}

type Node = DefaultTreeAdapterTypes.Node;
function elementsIn(node: Node): DefaultTreeAdapterTypes.Element[] {
  const inner = "childNodes" in node ? node.childNodes.flatMap(elementsIn) : [];
  return "tagName" in node ? [node, ...inner] : inner;
}

/** Each element with its attributes: `p dir`. */
function shapes(node: Node): string[] {
  const all = elementsIn(node).map(({ tagName, attrs }) =>
    [tagName, ...attrs.map(({ name }) => name).sort()].join(" "),
  );
  return [...new Set(all)].sort();
}

const words = (node: Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(words).join("") : "";

describe("whatever is published, it is words", () => {
  const HOSTILE = [...PAYLOADS, `"'><b>\u0000\u000b\ud800\u202e${"x".repeat(10_000)}`, ""];
  const plain = cardsOf("words");

  test.each(HOSTILE.map((text) => [text.slice(0, 80), text]))("%j", (_, text) => {
    for (const [n, card] of cardsOf(text).entries()) {
      const like = one(plain[n] ?? null);
      for (const write of [(of: EmbedCard) => cardDocument(of, STYLE), cardAsText, frameOf]) {
        const [made, expected] = [parse(write(card)), parse(write(like))];
        expect(shapes(made)).toEqual(shapes(expected));
      }
      const links = elementsIn(parse(cardDocument(card, STYLE) + cardAsText(card))).flatMap(({ attrs }) =>
        attrs.filter(({ name }) => /^(?:href|src|cite)$/.test(name)).map(({ value }) => value),
      );
      expect(links.filter((link) => !link.startsWith("https://onrecord.example/"))).toEqual([]);
    }
  });

  test("and all of it is there", () => {
    const text = `<script>alert("1")</script> & 'more'`;
    for (const card of cardsOf(text)) {
      expect(words(parse(cardDocument(card, STYLE)))).toContain(text);
      expect(words(parseFragment(cardAsText(card)))).toContain(text);
    }
  });
});

const frameOf = (card: EmbedCard) =>
  cardFrame("https://onrecord.example/embed/articles/x", titleOf(card), sizeOf(card));

test("a frame lets nothing run, and nothing lead its page away", () => {
  const [frame] = elementsIn(parseFragment(frameOf(cardOfArticle(article, where))));
  const attributes = Object.fromEntries((frame?.attrs ?? []).map(({ name, value }) => [name, value]));
  expect(attributes.sandbox).toBe("allow-popups allow-popups-to-escape-sandbox");
  expect(attributes.src).toBe("https://onrecord.example/embed/articles/x");
  expect(Number(attributes.width)).toBe(600);
});

test("HTML for somebody’s text has elements that any editor lets through, and needs nothing of ours", () => {
  const all = cardsOf("words").flatMap((card) => elementsIn(parseFragment(cardAsText(card))));
  expect([...new Set(all.map(({ tagName }) => tagName))].sort()).toEqual(["a", "blockquote", "p", "strong"]);
  expect([...new Set(all.flatMap(({ attrs }) => attrs.map(({ name }) => name)))].sort()).toEqual([
    "cite",
    "dir",
    "href",
    "lang",
  ]);
});

test("a page is told by its counts, and drawn with one stroke a statement and a bar between posts", () => {
  const card = cardOfArticle(article, where);
  expect(card.sentences[0]).toMatch(/^1 of 16 statements on this page has no source/);
  expect(card.sentences[1]).toBe(
    "Blue and straight: 11 reported. Thin and grey: 4 plain narration. Wavy: 1 unsourced.",
  );
  const drawn = elementsIn(parse(cardDocument(card, STYLE))).filter(({ tagName }) => tagName === "path");
  expect(drawn.length).toBe(17);
});

test("a statement has its label in words, who is behind it, and its line; a corrected one says so", () => {
  const rumour = one(cardOfStatement(article, 16, where));
  expect([rumour.label, rumour.corrected]).toEqual(["UNSOURCED_SPECULATION", null]);
  expect(rumour.href).toBe("https://onrecord.example/articles/iraq-us-agree#s16");
  expect(cardDocument(rumour, STYLE)).toContain('data-line="unsourced"');
  expect(cardAsText(rumour)).toContain("<strong>Unsourced speculation</strong> (a wavy line)");
  const reported = one(cardOfStatement(article, 1, where));
  expect(reported.sentences[0]).toMatch(/^Attributed to Iraq and the United States/);
  const anew = { ...article, content: { ...article.content, corrects: [16] }, corrections: [correction] };
  expect(one(cardOfStatement(anew, 16, where)).corrected).toBe(
    "Corrected on 25 November 2026: A name was wrong.",
  );
  expect(one(cardOfStatement(anew, 1, where)).corrected).toBeNull();
  expect(cardOfStatement(article, 17, where)).toBeNull();
});

test("a claim has its verdict with what it means, or says that there is none, or that it was withdrawn", () => {
  expect(cardOfClaim(claim, where).verdict).toEqual({
    heading: "Verdict, 21 November 2026",
    word: "No evidence found",
  });
  expect(cardOfClaim({ ...claim, own: null }, where).verdict?.word).toBe("No verdict yet");
  const taken = cardOfClaim({ ...claim, own: null, withdrawn: { ...gone, kind: "CLAIM" } }, where);
  expect([taken.verdict?.word, taken.sentences]).toEqual(["Withdrawn", ["It was forged."]]);
});

test("what can’t be verified says so before anything else", () => {
  const broken = { ...article, history: { ...history, proof: "BROKEN" as const } };
  const [first] = elementsIn(parse(cardDocument(cardOfArticle(broken, where), STYLE))).filter(
    ({ tagName }) => tagName === "p",
  );
  expect(first?.attrs).toContainEqual({ name: "role", value: "alert" });
});

test.each([
  [{ width: 300, height: Number.POSITIVE_INFINITY }, 300],
  [{ width: 2000, height: Number.POSITIVE_INFINITY }, 600],
  [{ width: 1, height: 1 }, 1],
])("a frame fits into %j", (room, width) => {
  const size = sizeOf(cardOfArticle(article, where), room);
  expect(size.width).toBe(width);
  expect(size.height).toBeLessThanOrEqual(room.height);
  expect(size.height).toBeGreaterThan(0);
});

test("a narrow frame is higher", () => {
  const card = cardOfArticle(article, where);
  const endless = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
  expect(sizeOf(card, { ...endless, width: 320 }).height).toBeGreaterThan(sizeOf(card).height);
});
