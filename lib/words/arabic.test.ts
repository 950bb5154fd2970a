import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { READER_LABELS } from "#lib/domain/labels";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { count, countOf, nouns } from "./arabic/count";
import * as arabic from "./arabic/for-readers";
import { terms } from "./arabic/terms";
import * as englishForReaders from "./english/for-readers";

test.each([
  [0, "0 عبارة"],
  [1, "عبارة واحدة"],
  [2, "عبارتان"],
  [3, "3 عبارات"],
  [10, "10 عبارات"],
  [11, "11 عبارة"],
  [100, "100 عبارة"],
  [102, "102 عبارة"],
  [103, "103 عبارات"],
])("%d statements", (n, words) => expect(count(n, "statement")).toBe(words));

test.each([
  [1, "يوم واحد"],
  [2, "يومين"],
  [3, "3 أيام"],
  [11, "11 يومًا"],
  [100, "100 يوم"],
  [802, "802 يوم"],
  [794, "794 يومًا"],
])("%d days after a preposition", (n, words) => expect(countOf(n, "day")).toBe(words));

test("every noun has forms of its own for one, two, few and many", () => {
  for (const { one, two, ofTwo, few, many } of Object.values(nouns))
    expect(new Set([one, two, ofTwo, few, many]).size).toBe(5);
});

test.each([
  [{ day: 18, month: 9, year: 2024 }, "⁨18 سبتمبر 2024⁩"],
  [{ day: 1, month: 1, year: 2026 }, "⁨1 يناير 2026⁩"],
])("a day", (day, words) => {
  expect(arabic.dates.long(day)).toBe(words);
  expect(arabic.dates.short(day)).toBe(words);
});

test("a range of days names what differs", () => {
  const from = { day: 1, month: 12, year: 2026 };
  expect(arabic.dates.range(from, { day: 31, month: 12, year: 2026 })).toBe("⁨1 إلى 31 ديسمبر 2026⁩");
  expect(arabic.dates.range(from, { day: 2, month: 1, year: 2027 })).toBe("⁨1 ديسمبر 2026 إلى 2 يناير 2027⁩");
});

/** What stands in Latin letters in Arabic too: names, formats, and what programs write. */
const LATIN =
  /\b(?:Onrecord|ONRECORD_URL|Atom|RSS|JSON(?:L| Feed)?|iCalendar|ZIP|HTML|PDF|API|CSV|GET|POST|HEAD|OPTIONS|SHA-256|SHA256SUMS|sha256sum -c|RFC|OpenAPI|W3C|Web Annotations?|Hypothesis|BCP|ClaimReview|schema\.org|ETag|Last-Modified|If-None-Match|RateLimit|Accept|BROKEN|isProven|false|NO_VERDICT|Unicode|Node\.js|node|next|label|period|sourcing|speaker|due|url|uri|proof|https?|format=(?:json|xml))\b/g;
/** Addresses, files and values of programs: what stands between isolates, or has a slash or a dot between Latin letters. */
const CODE = /⁨[^⁩]*⁩|[\w.-]*\/[\w./…=?#:-]*|\w+\.(?:mjs|jsonl?d?|txt|json)\b|\[KEPT\]/g;

const latinIn = (text: string): string[] =>
  text
    .replace(CODE, "")
    .replace(LATIN, "")
    .match(/[A-Za-z]+/g) ?? [];

/** Every text of the words; functions are asked with small numbers, days and Arabic names. */
function textsIn(value: unknown, path: string): (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const asked = SAID[path] ?? NUMBERS.map((n) => Array.from({ length: 6 }, () => n));
    return asked.flatMap((given) => textsIn(value(...given), `${path}()`));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, path === "" ? key : `${path}.${key}`));
}

const NUMBERS = [0, 1, 2, 3, 11, 100];
const DAY = { day: 2, month: 3, year: 2026 };
const NAME = "بغداد";
const facts = { source: null, isAgency: true, post: null };
const language = [["ar"], ["en"]];
const fields = [[["من"]]];
const told = {
  origin: "https://example.org",
  slug: "a",
  graph: null,
  verdict: null,
  pages: [{ slug: "a" }],
  appearances: 2,
  isWhole: false,
};
/** What functions are given that take something else than numbers and names. */
const SAID: Readonly<Record<string, unknown[][]>> = {
  ...Object.fromEntries(["long", "short", "month"].map((name) => [`dates.${name}`, [[DAY]]])),
  "dates.range": [[DAY, { ...DAY, month: 4 }]],
  "lists.listed": [[[NAME, NAME]], [[NAME, NAME], "or"]],
  "lists.clauses": fields,
  "article.answer.none": NUMBERS.slice(1).map((n) => [n, READER_LABELS]),
  "article.answer.some": NUMBERS.slice(1).flatMap((n) => [
    [n, 11, "above"],
    [n, n, "below"],
    [n, 3, null],
  ]),
  "article.strip.stroke": [["reported", [NAME]]],
  "article.strip.counted": [["plain", 3, NAME]],
  ...Object.fromEntries(
    READER_LABELS.map((label) => [
      `labels.${label}.counted`,
      NUMBERS.slice(1).flatMap((n) => [
        [n, facts],
        [n, { ...facts, source: NAME, post: NAME, isAgency: false }],
      ]),
    ]),
  ),
  "find.search.respelt": [[NAME, [NAME]]],
  "promises.outcome": [["HAPPENED", NAME]],
  "promiseLedger.broken": fields,
  "searchFacets.broken": fields,
  "searchFacets.title": [[NAME, [NAME]]],
  "searchFacets.period": [["2026"], ["2026-11"]],
  "searchFacets.language": language,
  "assessment.otherLanguage": [...language, [null]],
  "trackRecords.chart": fields,
  "evidencePack.page": [[{ title: NAME, url: null, publisher: NAME, version: 1, fetchedAt: "2026" }]],
  "evidencePack.readMe": [[told], [{ ...told, graph: {}, verdict: {}, isWhole: true, pages: [] }]],
  "publicApi.unknownParameter": [[[]], [["q"]]],
  "publicApi.badParameter": [
    [NAME, []],
    [NAME, ["q"]],
  ],
  "record.history.done": [["review.publish", 1]],
};

const { language: _tag, direction: _way, ...sections } = arabic;

test("no sentence is left in English, and all is spoken in Arabic", () => {
  const texts = textsIn({ ...sections, dates: { ...sections.dates, locale: "" } }, "");
  expect(texts.length).toBeGreaterThan(900);
  expect(texts.filter(([, text]) => latinIn(text).length > 0)).toEqual([]);
  expect(texts.filter(([, text]) => /undefined|NaN|\[object/.test(text))).toEqual([]);
  expect(latinIn("قرأه the reader")).toEqual(["the", "reader"]);
});

test("all that is done to a page or a claim has its words", () => {
  const { done } = arabic.record.history;
  const acts = Object.keys(englishActs());
  expect(acts.length).toBeGreaterThan(25);
  for (const act of acts)
    for (const n of NUMBERS.slice(1)) expect(latinIn(done(act, n) ?? "none")).toEqual([]);
  expect(done("nothing.known", 1)).toBeNull();
});

/** The acts that English tells readers of. */
function englishActs(): Record<string, true> {
  const known = ["version.store", "claim.create", "claim.edit", "claim.merge", "claim.part", "verdict.write"];
  const families: Readonly<Record<string, string>> = {
    review: "open takeOver submit return publish withdraw",
    suggestion: "accept acceptSure giveSureBack reject undo",
    statement: "add edit remove restore link",
    match: "refuse undo",
    outcome: "record reopen",
    template: "join part leave",
    annotation: "write",
    evidence: "add remove",
    search: "add remove",
  };
  const all = [
    ...known,
    ...Object.entries(families).flatMap(([noun, acts]) => acts.split(" ").map((act) => `${noun}.${act}`)),
  ];
  const { done } = englishForReaders.record.history;
  return Object.fromEntries(all.filter((act) => done(act, 1) !== null).map((act) => [act, true]));
}

test("no sentence calls what has no source untrue", () => {
  const texts = textsIn(terms, "").map(([, text]) => text);
  expect(texts.filter((text) => /كاذب|زائف|ملفق|مفبرك|باطل/.test(text))).toEqual([]);
  expect(terms.labels.UNSOURCED_SPECULATION.meaning).toContain("لا يعني أن الكلام غير صحيح");
  expect(terms.labels.REPORTED.meaning).toContain("لا يعني أن الكلام صحيح");
});

describe("an installation in Arabic", () => {
  beforeEach(() => {
    vi.resetModules();
    vi.stubEnv("ONRECORD_LANGUAGE", "ar");
  });
  afterEach(() => void vi.unstubAllEnvs());

  test("an article's page: its answer, its strokes, the way back, and what stands beside each statement", async () => {
    const { articleView } = await import("#lib/publish/article-view");
    const view = articleView(foundingPublication(), "2026-11-28");
    expect(view.answer).toBe(
      "عبارة واحدة من أصل 16 عبارة في هذه الصفحة بلا مصدر؛ وهي ليست جزءًا من التقرير أعلاه.",
    );
    expect(view.kicker).toMatch(/^صفحة من ⁨dinarevaluation\.blogspot\.com⁩/);
    // The page runs from left to right and what is said of it from right to left, so the strokes are told to run the other way.
    expect(view.strip?.caption).toContain("من اليسار إلى اليمين");
    const ours = [
      ...[view.answer, view.kicker, view.lede, view.strip?.caption ?? "", view.strip?.words ?? ""],
      ...view.chain.flatMap(({ boxes, links, nobody }) => [
        ...boxes.flatMap((box) => [box.step ?? "", ...box.lines]),
        ...[...links, nobody?.title ?? "", nobody?.why ?? ""],
      ]),
      ...view.posts.flatMap(({ name, boundary }) => [name, boundary?.title ?? "", boundary?.text ?? ""]),
      ...view.posts.flatMap(({ items }) =>
        items.flatMap((item) =>
          item.kind === "elided"
            ? [item.words]
            : [...item.statement.sentences, item.statement.due?.explanation ?? ""],
        ),
      ),
    ];
    expect(ours.filter((text) => latinIn(text).length > 0)).toEqual([]);
  });

  test("names in other letters are isolated, and Arabic ones aren't", async () => {
    const { isolated, langOf, numberRanges, listed, quoted } = await import("./lists");
    expect(isolated("Mada Wire")).toBe("⁨Mada Wire⁩");
    expect(isolated("وكالة Mada")).toBe("⁨وكالة Mada⁩");
    expect(isolated("بغداد")).toBe("بغداد");
    expect(isolated("2024")).toBe("2024");
    expect([langOf("Banks got memos"), langOf("بغداد"), langOf("بغداد", "ckb")]).toEqual([
      "",
      undefined,
      "ckb",
    ]);
    expect(numberRanges([1, 2, 3, 5])).toBe("1 إلى 3، 5");
    expect(listed(["أ", "ب", "ج"])).toBe("أ وب وج");
    expect(quoted("أ")).toBe("«أ»");
  });

  test("a card says which way it runs, and of which language its words are", async () => {
    const { cardAsText, cardDocument } = await import("#lib/publish/embeds/document");
    const { cardOfNothing } = await import("#lib/publish/embeds/card");
    const card = {
      ...cardOfNothing({ origin: "https://example.org", today: "2026-11-28", timeZone: "UTC" }),
      text: foundingClaim().claim.wording,
      isQuoted: true,
    };
    expect(cardDocument(card, "")).toContain('<html lang="ar" dir="rtl">');
    expect(cardDocument(card, "")).toMatch(/<h1 dir="auto" lang=""/);
    expect(cardAsText(card)).toMatch(/^<blockquote cite="[^"]*" lang="ar" dir="rtl">/);
    expect(cardAsText(card)).toContain("«Banks");
  });

  test("a picture's own words run from right to left beside words of a page that don't", async () => {
    const { pictureOfArticle } = await import("#lib/publish/pictures");
    const article = {
      content: foundingPublication(),
      publishedAt: "2026-11-20T10:00:00.000Z",
      corrections: [],
      history: { entries: [], proof: "VERIFIED" as const },
    };
    expect(pictureOfArticle(article, "2026-11-28")).toMatchObject({ ours: "rtl", direction: "ltr" });
  });

  test("feeds and the calendar are titled in Arabic", async () => {
    const words = await import("#lib/words");
    expect(words.syndication.claims.title).toBe("Onrecord: الادعاءات");
    expect(words.deskLanguage).toEqual({ language: "en", direction: "ltr" });
    expect(words.desk).toBeDefined();
  });
});
