import { afterAll, beforeAll, expect, test } from "vitest";
import { checkRecord } from "#lib/db/audit/checks";
import { database, disconnect } from "#lib/db/core/client";
import { isGone, withdrawnArticle } from "#lib/db/readers/withdrawn";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { type ListPlace, PlaceCursor, TimeCursor } from "#lib/domain/cursors";
import type { ArticlePublication } from "#lib/domain/publications";
import { foundingClaim, foundingPublication, RUMOUR_CLAIM } from "#lib/publish/testing/founding-publication";
import * as words from "#lib/words";
import {
  homeFeed,
  neighboursOf,
  publicCorrections,
  publishedArticle,
  publishedClaim,
  publishedClaims,
} from "./published";
import { publicVersion } from "./version";

const at = (day: string) => new Date(`${day}T10:00:00.000Z`);
const TODAY = "2026-11-23";

let close: () => Promise<void>;
let ruth: string;
let jonas: string;
let who: { writer: string; publisher: string };

beforeAll(async () => {
  ({ close } = await freshDatabase());
  ruth = await rows.person("Ruth Okafor");
  jonas = await rows.person("Jonas Weber");
  who = { writer: ruth, publisher: jonas };
});
afterAll(async () => {
  await disconnect();
  await close();
});

/** The founding page at an address of its own, its rumour making a claim of its own. */
function page(slug: string, claim: { slug: string; wording: string }, title = "A page"): ArticlePublication {
  const founding = foundingPublication();
  return {
    ...founding,
    article: { ...founding.article, slug, title },
    statements: founding.statements.map((s) => (s.claim === null ? s : { ...s, claim })),
  };
}

const everything = async () =>
  JSON.stringify([await homeFeed(TODAY), await publishedClaims(null), await publicCorrections(null)]);

test("an empty database gives empty pages", async () => {
  const nothing = { total: 0, older: null, newer: null, isProven: true };
  expect(await homeFeed(TODAY)).toEqual({ claims: [], due: [], pages: [], isProven: true });
  expect(await publishedClaims(null)).toEqual({ claims: [], ...nothing });
  expect(await publicCorrections(null)).toEqual({ corrections: [], ...nothing });
  expect(await publishedArticle("nothing")).toBeNull();
  expect(await publishedClaim("nothing")).toBeNull();
});

test.each(["DRAFT", "SUBMITTED", "RETURNED"] as const)("nothing of a %s review is found", async (state) => {
  const slug = `page-${state.toLowerCase()}`;
  const claimId = await rows.claimRow(`claim-${state.toLowerCase()}`, `Unpublished words, ${state}.`);
  const { versionId } = await rows.articleRow(slug);
  await rows.reviewRow({ versionId }, state, ruth);
  await rows.reviewRow({ claimId }, state, ruth);
  expect(await publishedArticle(slug)).toBeNull();
  expect(await publishedClaim(`claim-${state.toLowerCase()}`)).toBeNull();
  expect(await everything()).not.toContain("Unpublished words");
});

test("a published page gives its frozen content, its claim, its history and nothing later", async () => {
  const claimId = await rows.claimRow(RUMOUR_CLAIM.slug, "Words that were changed at the desk since.");
  const row = await rows.articleRow("founding");
  await rows.audit(`version:${row.versionId}`, "version.store", "SYSTEM", at("2026-11-20"));
  await rows.publishArticle(row, page("founding", RUMOUR_CLAIM), [claimId], { ...who, at: at("2026-11-21") });
  const secret = await rows.person("Somebody Else");
  await rows.audit(`version:${row.versionId}`, "version.store", secret, at("2026-11-22"));
  await rows.audit(`claim:${claimId}`, "claim.edit", secret, at("2026-11-22"));

  const article = await publishedArticle("founding");
  expect(article?.content).toEqual(page("founding", RUMOUR_CLAIM));
  expect(article?.history.proof).toBe("UNCHECKED");
  await checkRecord(() => at("2026-11-23"));
  expect((await publishedArticle("founding"))?.history.proof).toBe("VERIFIED");
  expect(article?.history.entries.map(({ action, actorName }) => [action, actorName])).toEqual([
    ["version.store", "Onrecord"],
    ["review.submit", "Ruth Okafor"],
    ["review.publish", "Jonas Weber"],
  ]);
  await database().user.update({ where: { id: who.writer }, data: { name: "Called otherwise since" } });
  const renamed = (await publishedArticle("founding"))?.history.entries.map(({ actorName }) => actorName);
  await database().user.update({ where: { id: who.writer }, data: { name: "Ruth Okafor" } });
  expect(renamed).toEqual(["Onrecord", words.record.history.editor, "Jonas Weber"]);

  const claim = await publishedClaim(RUMOUR_CLAIM.slug);
  expect(claim).toMatchObject({ wording: RUMOUR_CLAIM.wording, own: null, earlier: [], corrections: [] });
  expect(claim?.appearances.map(({ statement }) => statement.number)).toEqual([16]);
  expect(claim?.history.entries.map(({ action }) => action)).toEqual(["review.publish"]);

  const home = await homeFeed(TODAY);
  expect(home.pages.map(({ content }) => content.article.slug)).toEqual(["founding"]);
  expect(home.claims.map(({ slug }) => slug)).toEqual([RUMOUR_CLAIM.slug]);
  expect(home.due.map(({ statement }) => statement.number)).toEqual([16]);
  expect((await homeFeed("2024-09-18")).due).toEqual([]);
});

test("a verdict is found once it is published, and an earlier one stays below it", async () => {
  const { id: claimId } = await database().claim.findUniqueOrThrow({ where: { slug: RUMOUR_CLAIM.slug } });
  const first = foundingClaim();
  await rows.publishClaim(claimId, first, { ...who, at: at("2026-11-22") });
  const second = {
    ...first,
    verdict: { code: "UNRESOLVED" as const, explanation: "Something was found after all." },
  };
  await rows.publishClaim(claimId, second, { ...who, at: at("2026-11-23"), correction: "A memo was found." });

  const claim = await publishedClaim(RUMOUR_CLAIM.slug);
  expect(claim?.own?.content).toEqual(second);
  expect(claim?.earlier).toEqual([{ ...first.verdict, replacedAt: at("2026-11-23").toISOString() }]);
  expect(claim?.corrections.map(({ reason, isWithdrawal }) => [reason, isWithdrawal])).toEqual([
    ["A memo was found.", false],
  ]);
  expect(await publishedClaims(null)).toMatchObject({ total: 1, older: null, isProven: true });
});

test("a withdrawn page is gone, with the claim that only it made; its title, its reason and its history are told", async () => {
  const claim = { slug: "only-here", wording: "Words of the withdrawn page." };
  const claimId = await rows.claimRow(claim.slug, claim.wording);
  const row = await rows.articleRow("withdrawn");
  const content = page("withdrawn", claim, "A withdrawn title");
  const id = await rows.publishArticle(row, content, [claimId], { ...who, at: at("2026-11-21") });
  expect(await publishedClaim(claim.slug)).not.toBeNull();

  await rows.withdraw(id, "The page was forged.", at("2026-11-23"));
  expect(await publishedArticle("withdrawn")).toBeNull();
  expect(await publishedClaim(claim.slug)).toBeNull();
  const all = await everything();
  expect(all).not.toContain(claim.wording);
  const gone = await withdrawnArticle("withdrawn");
  expect(gone).toMatchObject({
    kind: "ARTICLE",
    title: "A withdrawn title",
    at: at("2026-11-23").toISOString(),
    reason: "The page was forged.",
    withdrawnByWriter: null,
  });
  expect(gone?.history.entries.map(({ action }) => action)).toContain("review.publish");
  expect(gone?.history.entries.map(({ action }) => action).at(-1)).toBe("review.withdraw");
  expect(JSON.stringify(gone)).not.toContain(content.statements[0]?.exact);
  expect(await isGone("ARTICLE", "withdrawn")).toBe(true);
  expect(await isGone("ARTICLE", "founding")).toBe(false);
  expect(await isGone("ARTICLE", "never-was")).toBe(false);
  expect(await withdrawnArticle("founding")).toBeNull();
  expect((await publicCorrections(null)).corrections).toContainEqual({
    at: at("2026-11-23").toISOString(),
    kind: "ARTICLE",
    isWithdrawal: true,
    page: { title: "A withdrawn title", href: "/articles/withdrawn" },
    reason: "The page was forged.",
    withdrawnByWriter: null,
  });
});

test("an earlier publication doesn't come back when the one that replaced it is withdrawn", async () => {
  const claim = { slug: "came-back", wording: "Words that were wrong." };
  const claimId = await rows.claimRow(claim.slug, claim.wording);
  const row = await rows.articleRow("replaced");
  const content = page("replaced", claim, "A first title");
  await rows.publishArticle(row, content, [claimId], { ...who, at: at("2026-11-20") });
  const later = { ...who, at: at("2026-11-21"), correction: "It was wrong." };
  const id = await rows.publishArticle(row, { ...content, statements: [] }, [], later);
  expect((await publishedArticle("replaced"))?.content.statements).toEqual([]);
  expect(await publishedClaim(claim.slug)).toBeNull();
  await rows.withdraw(id, "Wrong again.", at("2026-11-22"));
  expect(await publishedArticle("replaced")).toBeNull();
  expect(await publishedClaim(claim.slug)).toBeNull();
  expect(await everything()).not.toContain(claim.wording);
});

test("a withdrawn verdict leaves the claim to the page that makes it", async () => {
  const claim = { slug: "judged", wording: "The quay stays closed." };
  const claimId = await rows.claimRow(claim.slug, claim.wording);
  const row = await rows.articleRow("judged-page");
  await rows.publishArticle(row, page("judged-page", claim), [claimId], { ...who, at: at("2026-11-20") });
  const verdict = { ...foundingClaim(), claim: { ...foundingClaim().claim, ...claim } };
  const id = await rows.publishClaim(claimId, verdict, { ...who, at: at("2026-11-21") });
  expect((await publishedClaim("judged"))?.own).not.toBeNull();
  await rows.withdraw(id, "Too early.", at("2026-11-22"));
  const left = await publishedClaim("judged");
  expect(left).toMatchObject({ own: null, earlier: [], withdrawn: { reason: "Too early.", kind: "CLAIM" } });
  expect(left?.history.entries.map(({ action }) => action)).toContain("review.publish");
  expect(await isGone("CLAIM", "judged")).toBe(false);
  expect(JSON.stringify(left)).not.toContain("NO_EVIDENCE_FOUND");
});

test("claims are paged, the latest published first", async () => {
  for (let i = 0; i < 25; i += 1) {
    const claim = { slug: `paged-${i}`, wording: `Paged claim ${i}.` };
    const claimId = await rows.claimRow(claim.slug, claim.wording);
    const verdict = { ...foundingClaim(), claim: { ...foundingClaim().claim, ...claim } };
    await rows.publishClaim(claimId, verdict, {
      ...who,
      at: new Date(at("2027-01-01").getTime() + i * 1000),
    });
  }
  const slugs = async (place: ListPlace | null) => {
    const { claims, ...page } = await publishedClaims(place);
    return { ...page, slugs: claims.map(({ slug }) => slug) };
  };
  const at1 = (way: "after" | "before", text: string | null): ListPlace => ({
    way,
    cursor: TimeCursor.parse(text),
  });
  const first = await slugs(null);
  expect(first.slugs).toEqual(Array.from({ length: 20 }, (_, i) => `paged-${24 - i}`));
  expect(first).toMatchObject({ newer: null, isProven: true });
  const second = await slugs(at1("after", first.older));
  expect(second.slugs).toHaveLength(first.total - 20);
  expect(second.slugs.slice(0, 5)).toEqual([4, 3, 2, 1, 0].map((i) => `paged-${i}`));
  expect(second.older).toBeNull();
  const back = await slugs(at1("before", second.newer));
  expect(back).toMatchObject({ slugs: first.slugs, older: first.older, newer: null });
  const beyond = { at: at("1999-01-01"), id: "00000000-0000-0000-0000-000000000000" };
  expect((await publishedClaims({ way: "after", cursor: beyond })).claims).toEqual([]);
});

test("a claim's places come a part at a time, in the order of their days, and each once", async () => {
  const claim = { slug: "everywhere", wording: "It is everywhere." };
  const claimId = await rows.claimRow(claim.slug, claim.wording);
  for (let i = 0; i < 53; i += 1) {
    const content = page(`everywhere-${i}`, claim);
    const posts = content.posts.map((post) => ({
      ...post,
      date: i === 7 ? null : `2025-03-${10 + (i % 15)}`,
    }));
    const row = await rows.articleRow(`everywhere-${i}`);
    await rows.publishArticle(row, { ...content, posts }, [claimId], { ...who, at: at("2026-11-20") });
  }
  const first = await publishedClaim(claim.slug);
  expect(first).toMatchObject({
    appearanceCount: 53,
    history: { proof: expect.not.stringMatching("BROKEN") },
  });
  expect(first?.places.appearances).toEqual(first?.appearances);
  const rest = await publishedClaim(claim.slug, PlaceCursor.parse(first?.places.more));
  expect(rest?.appearances).toEqual(first?.appearances);
  expect(rest?.places.more).toBeNull();
  const all = [...(first?.places.appearances ?? []), ...(rest?.places.appearances ?? [])];
  expect(new Set(all.map(({ article }) => article.slug)).size).toBe(53);
  const days = all.map(({ post }) => post.date ?? "9999");
  expect(days).toEqual([...days].sort());
  expect(days.at(-1)).toBe("9999");
});

/** Look while a publication says something else than what was published; afterwards all is as it was. */
async function whileForged(
  id: string,
  path: string,
  value: string,
  look: () => Promise<void>,
): Promise<void> {
  const { content } = await database().publication.findUniqueOrThrow({ where: { id } });
  await database().$executeRawUnsafe('ALTER TABLE "Publication" DISABLE TRIGGER USER');
  const set = (to: string) =>
    database().$executeRaw`UPDATE "Publication" SET content = ${to}::jsonb WHERE id = ${id}::uuid`;
  try {
    await database().$executeRaw`
      UPDATE "Publication" SET content = jsonb_set(content, ${path}::text[], to_jsonb(${value}::text)) WHERE id = ${id}::uuid`;
    await look();
  } finally {
    await set(JSON.stringify(content));
    await database().$executeRawUnsafe('ALTER TABLE "Publication" ENABLE TRIGGER USER');
  }
}

test("a verdict that was replaced, and turned into its opposite behind the program's back, is called unproven", async () => {
  const claimId = await rows.claimRow("replaced", "It was judged twice.");
  const claim = { ...foundingClaim().claim, slug: "replaced", wording: "It was judged twice." };
  const verdict = { ...foundingClaim(), claim };
  const first = await rows.publishClaim(claimId, verdict, { ...who, at: at("2026-11-22") });
  const second = { ...verdict, verdict: { code: "MIXED" as const, explanation: "Now there is more." } };
  await rows.publishClaim(claimId, second, { ...who, at: at("2026-11-23"), correction: "A letter came." });
  const before = await publishedClaim("replaced");
  expect(before?.earlier.map(({ code }) => code)).toEqual(["NO_EVIDENCE_FOUND"]);
  expect(before?.history.proof).not.toBe("BROKEN");
  await whileForged(first, "{verdict,code}", "SUPPORTED", async () => {
    expect((await publishedClaim("replaced"))?.history.proof).toBe("BROKEN");
  });
});

test("a title that was changed behind the program's back is no neighbour of other pages", async () => {
  const titled = (slug: string) => ({ ...page(slug, RUMOUR_CLAIM), statements: [] });
  const [one, other] = [await rows.articleRow("neighbour-a"), await rows.articleRow("neighbour-b")];
  await rows.publishArticle(one, titled("neighbour-a"), [], { ...who, at: at("2026-11-22") });
  const id = await rows.publishArticle(other, titled("neighbour-b"), [], { ...who, at: at("2026-11-23") });
  const newer = async () => (await neighboursOf("ARTICLE", "neighbour-a")).newer?.href;
  expect(await newer()).toBe("/articles/neighbour-b");
  await whileForged(id, "{article,title}", "Forged", async () => expect(await newer()).toBeUndefined());
});

test("a publication that was changed past the guards is not called verified, nor is a claim's verdict or a page that makes it", async () => {
  const claim = { slug: "turned", wording: "The opposite." };
  const claimId = await rows.claimRow(claim.slug, claim.wording);
  const row = await rows.articleRow("turned-page");
  await rows.publishArticle(row, page("turned-page", claim), [claimId], { ...who, at: at("2026-11-21") });
  const verdict = { ...foundingClaim(), claim: { ...foundingClaim().claim, ...claim } };
  const id = await rows.publishClaim(claimId, verdict, { ...who, at: at("2026-11-22") });
  await checkRecord(() => at("2026-11-23"));
  const proofs = async () => [
    (await publishedArticle("turned-page"))?.history.proof,
    (await publishedClaim("turned"))?.history.proof,
  ];
  expect(await proofs()).toEqual(["VERIFIED", "VERIFIED"]);
  await database().$executeRawUnsafe('ALTER TABLE "Publication" DISABLE TRIGGER USER');
  await database().$executeRaw`
    UPDATE "Publication" SET content = jsonb_set(content, '{verdict,code}', '"SUPPORTED"') WHERE id = ${id}::uuid`;
  expect(await proofs()).toEqual(["VERIFIED", "BROKEN"]);
});

test("a history that was tampered with is called broken at once, and every page after the next check", async () => {
  await database().$executeRawUnsafe('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER');
  const { id: claimId } = await database().claim.findUniqueOrThrow({ where: { slug: RUMOUR_CLAIM.slug } });
  const row = await rows.articleRow("tampered");
  await rows.publishArticle(row, page("tampered", RUMOUR_CLAIM), [claimId], { ...who, at: at("2026-11-21") });
  const other = await rows.articleRow("untouched");
  await rows.publishArticle(other, page("untouched", RUMOUR_CLAIM), [claimId], {
    ...who,
    at: at("2026-11-21"),
  });
  const [own] = await database().auditEvent.findMany({ orderBy: { sequence: "desc" }, skip: 2, take: 1 });
  await database().auditEvent.updateMany({
    where: { sequence: own?.sequence ?? 0n },
    data: { actorId: "nobody" },
  });
  expect((await publishedArticle("tampered"))?.history.proof).toBe("BROKEN");
  expect((await publishedArticle("untouched"))?.history.proof).not.toBe("BROKEN");
  await checkRecord(() => at("2026-11-24"));
  expect((await publishedArticle("untouched"))?.history.proof).toBe("BROKEN");
});

test("the version of what is published is another one after each publication, withdrawal and check, and after nothing else", async () => {
  const version = async () => (await publicVersion()).version;
  const claimId = await rows.claimRow("versioned", "It has a version.");
  const verdict = { ...foundingClaim(), claim: { ...foundingClaim().claim, slug: "versioned" } };
  const first = await version();
  await rows.audit("import:1", "import.request", "SYSTEM", at("2027-02-01"));
  expect(await version()).toBe(first);
  const id = await rows.publishClaim(claimId, verdict, { ...who, at: at("2027-02-01") });
  const second = await version();
  await rows.withdraw(id, "Too early.", at("2027-02-02"));
  const third = await version();
  await checkRecord(() => at("2026-11-25"));
  expect(new Set([first, second, third, await version()]).size).toBe(4);
});
