import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { listPlace } from "#lib/domain/cursors";
import type { ArticlePublication, ClaimPublication } from "#lib/domain/publications";
import { questionOf, type SearchKind, type SearchPage } from "#lib/domain/search";
import { NO_FACETS, type SearchPlace } from "#lib/domain/search-filter";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { searchPublished } from "./search";

/** A small archive of three languages; what is found in it, and what must not be. */

let close: () => Promise<void>;
let who: { writer: string; publisher: string };
let minutes = 0;
function soon(): Date {
  minutes += 1;
  return new Date(Date.parse("2026-11-01T10:00:00Z") + minutes * 60_000);
}

interface Made {
  readonly title: string;
  readonly says: readonly string[];
  readonly publisher?: string;
  readonly speaker?: string;
  readonly claim?: { slug: string; wording: string };
}

function content(slug: string, { title, says, publisher, speaker, claim }: Made): ArticlePublication {
  const founding = foundingPublication();
  const [like] = founding.statements;
  if (like === undefined) throw new Error("the founding page has statements");
  const article = {
    ...founding.article,
    slug,
    title,
    publisher: publisher ?? null,
    author: null,
    agency: null,
  };
  const statements = says.map((exact, i) => ({
    ...like,
    number: i + 1,
    exact,
    speaker: speaker === undefined ? null : { name: speaker, kind: "PERSON" as const },
    claim: i === 0 ? (claim ?? null) : null,
  }));
  return { ...founding, article, posts: founding.posts.slice(0, 1), statements };
}

async function publish(slug: string, made: Made, claimIds: string[] = [], at = soon()) {
  const page = await rows.articleRow(slug);
  return rows.publishArticle(page, content(slug, made), claimIds, { ...who, at });
}

beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  await publish("harbour", {
    title: "Harbour workers are striking in Basra",
    says: [
      "Dockers in Basra struck for higher wages on Monday.",
      "The port’s café stayed open, Layla Hassan said.",
    ],
    publisher: "The Gulf Courier",
    speaker: "Layla Hassan",
  });
  const claimId = await rows.claimRow("reval", "The central bank will revalue the dinar by Friday.");
  await publish(
    "dinar",
    {
      title: "A guru says the dinar moves on Friday",
      says: ["Banks got memos about the new rate yesterday.", "It is done, go to the bank."],
      claim: { slug: "reval", wording: "The central bank will revalue the dinar by Friday." },
    },
    [claimId],
  );
  await publish("arabic", {
    title: "البنك المركزي العراقي ينفي تعديل سعر الصرف",
    says: ["قال مُحافِظ البنك إنّ الأسعار لن تتغيّر قبل ٢٠٢٧."],
  });
  await publish("kurdish", {
    title: "حکومەتی هەرێمی کوردستان مووچە دەدات",
    says: ["مووچەی مامۆستایان دوێنێ درا."],
  });
  const withdrawnId = await publish("forged", {
    title: "Forged zeppelin memo",
    says: ["The zeppelin landed."],
  });
  await rows.withdraw(withdrawnId, "It was forged.", soon());
  await publish("mended", { title: "Misspeltword in the title", says: ["It rained."] });
  await publish("mended-later", { title: "Rain", says: ["It rained in Mosul."] });
  const draft = await rows.articleRow("draft-page");
  await rows.reviewRow({ versionId: draft.versionId }, "DRAFT", who.writer);
  await rows.claimRow("draft-claim", "A secretive submarine is being built.");
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

async function search(
  typed: string,
  kind: SearchKind | null = null,
  place: SearchPlace | null = null,
): Promise<SearchPage> {
  const question = questionOf(typed);
  if (question === null) throw new Error("nothing is asked for");
  return searchPublished({ question, kind, facets: NO_FACETS }, place);
}

const slugs = ({ results }: SearchPage) =>
  results
    .map((result) =>
      result.kind === "claims"
        ? result.claim.slug
        : (result.kind === "pages" ? result.content : result.place).article.slug,
    )
    .sort();

test.each([
  ["strike", ["harbour"], "another form of the word: English stems"],
  ["docker wage", ["harbour"], "words in several places, in the singular"],
  ["HARBOUR", ["harbour"], "capitals"],
  ["cafe", ["harbour"], "an accent that wasn't typed"],
  ["Gulf Courier", ["harbour"], "the publisher"],
  ["layla hassan", ["harbour"], "who said it"],
  ["the dinar", ["dinar", "reval"], "a page, and the claim that it makes"],
  ["port's", ["harbour"], "another apostrophe"],
  ["البنك المركزى", ["arabic"], "ى for ي"],
  ["محافظ", ["arabic"], "without vowel signs"],
  ["الاسعار", ["arabic"], "ا for أ"],
  ["2027", ["arabic"], "other digits"],
  ["كوردستان", ["kurdish"], "an Arabic kaf in a Kurdish word"],
  ["حكومه‌تی", ["kurdish"], "ه and a joiner for ە"],
  ["“go to the bank”", ["dinar"], "words that stand beside one another"],
  ["“bank the go”", [], "the same in another order"],
  ["basra -dockers", ["harbour"], "a minus is no operator"],
  ["basra OR zzzzzz", [], "nor is a word of another language of questions"],
])("%s", async (typed, expected) => {
  expect(slugs(await search(typed))).toEqual(expected);
});

test.each([
  ["basre", "basra", "harbour"],
  ["habrour", "harbour", "harbour"],
  ["dokers", "dockers", "harbour"],
  ["wagess", "wages", "harbour"],
  ["kurdistn", null, null],
  ["كوردستا", "كوردستان", "kurdish"],
  ["revalu", "revalue", "reval"],
  ["harb", "harbour", "harbour"],
])("mistyped: %s is read as %s", async (typed, read, slug) => {
  const page = await search(typed);
  expect(page.respelt.map((one) => [one.typed, one.read[0] ?? null])).toEqual(
    typed === "revalu" ? [] : [[typed, read]],
  );
  expect(slugs(page)).toEqual(slug === null ? [] : expect.arrayContaining([slug]));
});

test.each(["zeppelin", "forged", "secretive submarine", "submarine"])(
  "never: %s, which isn't published or isn't any more",
  async (typed) => {
    const page = await search(typed);
    expect(page.results).toEqual([]);
    expect(page.respelt.flatMap(({ read }) => read)).toEqual([]);
  },
);

test("what was corrected is found by its new words, and no more by the old ones", async () => {
  expect(slugs(await search("misspeltword"))).toEqual(["mended"]);
  const { articleId, versionId } = await rows.articleRow("mended-again");
  await rows.publishArticle(
    { articleId, versionId },
    content("mended-again", { title: "Quagmire", says: ["It snowed."] }),
    [],
    { ...who, at: soon() },
  );
  await rows.publishArticle(
    { articleId, versionId },
    content("mended-again", { title: "Tidied", says: ["It snowed."] }),
    [],
    {
      ...who,
      at: soon(),
      correction: "The title was wrong.",
    },
  );
  expect(slugs(await search("tidied snow"))).toEqual(["mended-again"]);
  expect(await search("quagmire")).toMatchObject({ results: [], respelt: [{ typed: "quagmire", read: [] }] });
});

test("a claim is found by its own verdict's words once there is one", async () => {
  const { id } = { id: await rows.claimRow("own", "Nobody moves the rate.") };
  const verdict: ClaimPublication = {
    ...foundingClaim(),
    claim: { ...foundingClaim().claim, slug: "own", wording: "Nobody moves the rate.", unknowns: [] },
    verdict: { code: "UNRESOLVED", explanation: "The gazette has no such decree." },
  };
  await rows.publishClaim(id, verdict, { ...who, at: soon() });
  expect(slugs(await search("gazette decree"))).toEqual(["own"]);
  expect(slugs(await search("gazette decree", "pages"))).toEqual([]);
  expect(slugs(await search("gazette decree", "claims"))).toEqual(["own"]);
});

test("what is marked is what was looked for, in the page's own spelling", async () => {
  const { hits } = await search("striking cafe");
  expect([...hits].sort()).toEqual(["café", "striking"]);
  expect([...(await search("الاسعار")).hits]).toEqual(["الأسعار"]);
});

test("where no page holds all words, each that would be found alone is told", async () => {
  expect(await search("basra dinar")).toMatchObject({ results: [], alone: ["basra", "dinar"] });
  expect(await search("basra qqqqqqqq")).toMatchObject({
    results: [],
    alone: ["basra"],
    respelt: [{ read: [] }],
  });
});

test("of one day that comes first which says most of it, and a later day before an earlier one", async () => {
  const at = (day: number, hour: number) => new Date(Date.UTC(2031, 4, day, hour));
  const one = { says: ["A walrus was seen."], title: "On the beach" };
  const much = { says: ["The walrus met a walrus.", "Walrus after walrus came."], title: "Walrus, walrus" };
  await publish("walrus-much-before", much, [], at(1, 9));
  await publish("walrus-much", much, [], at(2, 8));
  await publish("walrus-once", one, [], at(2, 11));
  await publish("walrus-once-later", one, [], at(2, 12));
  const { results } = await search("walrus");
  expect(results.map((found) => (found.kind === "pages" ? found.content.article.slug : ""))).toEqual([
    "walrus-much",
    "walrus-once-later",
    "walrus-once",
    "walrus-much-before",
  ]);
});

test("a long list is read a part at a time, forwards and back, without a gap", async () => {
  for (let n = 0; n < 45; n += 1)
    await publish(`many-${n}`, { title: `Flood report ${n}`, says: ["The river rose."] });
  const first = await search("flood");
  expect(first.results).toHaveLength(20);
  expect(first.newer).toBeNull();
  const second = await search("flood", null, listPlace({ after: first.older ?? "" }) ?? null);
  const third = await search("flood", null, listPlace({ after: second.older ?? "" }) ?? null);
  expect(third.older).toBeNull();
  const seen = [first, second, third].flatMap(({ results }) => results.map(({ id }) => id));
  expect([seen.length, new Set(seen).size]).toEqual([45, 45]);
  const back = await search("flood", null, listPlace({ before: third.newer ?? "" }) ?? null);
  expect(back.results.map(({ id }) => id)).toEqual(second.results.map(({ id }) => id));
}, 60_000);

test.each([
  "a",
  '\'; DROP TABLE "StandingText"; --',
  "a & b | !c <-> (d:*A)",
  "\\' ''' \"\" ((((",
  "%_%",
  "\u0000dinar\u0000",
  "\ud800dinar\udfff",
  "x".repeat(10_000),
  "dinar ".repeat(2_000),
  "“".repeat(5_000),
  "𝔡𝔦𝔫𝔞𝔯",
  "‮dinar‬",
  "😀 👨‍👩‍👧‍👦 dinar",
  "ⅷ ½ ﷺ ﬁ",
  "ʼn ẞ İ ı",
  "t:s v'1 1'2:3A,4B",
  "日本語 ภาษาไทย हिन्दी",
])("whatever is typed has an answer: %#", async (typed) => {
  const question = questionOf(typed);
  if (question !== null) {
    const page = await searchPublished({ question, kind: null, facets: NO_FACETS }, null);
    expect(page.isProven).toBe(true);
  }
});

test.each(["", "   ", "…!?", "\u0000", "\ud800", "“”", "((()))", "x".repeat(10_000)])(
  "nothing is asked for: %j",
  (typed) => {
    expect(questionOf(typed)).toBeNull();
  },
);

test("a page as long as one can be, of words that nobody uses twice, is published and found", async () => {
  const strange = Array.from({ length: 60_000 }, (_, n) =>
    String.fromCodePoint(0x20000 + (n % 40_000), 0x20001 + Math.floor(n / 40_000)),
  );
  await publish("longest", {
    title: "Longest page",
    says: [strange.join(" "), Array.from({ length: 40_000 }, (_, n) => `w${n.toString(36)}`).join(" ")],
  });
  expect(slugs(await search("longest"))).toEqual(["longest"]);
}, 60_000);
