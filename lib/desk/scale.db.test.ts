import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claim as claimAnswer } from "#lib/api/present";
import { verifyRecord } from "#lib/db/audit/verify";
import { claimChoices, claimDesk } from "#lib/db/claims/desk";
import { findClaims } from "#lib/db/claims/list";
import { openVerdicts } from "#lib/db/claims/verdicts";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import { claimProof } from "#lib/db/readers/evidence";
import { publishedClaim } from "#lib/db/readers/published";
import { searchPublished } from "#lib/db/readers/search";
import { searchCounts } from "#lib/db/readers/search-counts";
import { lockReview } from "#lib/db/reviews/reviews";
import { scaleEntries, scaleInForce, scaleVersion } from "#lib/db/scale/scale";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { PublicationContent } from "#lib/domain/publications";
import { codeIn, type ScaleCode } from "#lib/domain/scale";
import { askedOf, EVERYTHING } from "#lib/domain/search-filter";
import { changeLines } from "#lib/publish/change-words";
import { searchTitle } from "#lib/publish/search-facets";
import { claimReview } from "#lib/publish/syndication/structured-data";
import * as words from "#lib/words";
import { FIRST_SCALE } from "#lib/words/verdicts";
import { createClaim, writeVerdict } from "./claims";
import { contentOf } from "./review-content";
import { publishReview, returnReview, submitReview } from "./reviews";
import { bringBackScale, writeScale } from "./scale";
import { at, person } from "./testing/newsroom";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let ada: Actor;
let bo: Actor;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  owner = new Client({ connectionString: db.url });
  await owner.connect();
  ada = await person("Ada", "ADMIN");
  bo = await person("Bo", "ADMIN");
  mara = await person("Mara");
  avan = await person("Avan");
});
afterAll(async () => {
  await disconnect();
  await owner.end();
  await db.close();
});

const note = "What is half true has a word.";
const first = FIRST_SCALE.codes;
const half: ScaleCode = {
  code: "UNCLEAR_YET",
  meaning: "UNRESOLVED",
  word: { en: "Unclear so far", ar: "غير واضح" },
  definition: { en: "Nobody has settled it so far.", ar: null },
};
/** What this newsroom goes by after each write: the tests follow one another. */
let seen = 1;
const write = async (codes: readonly ScaleCode[]) => {
  ({ number: seen } = await writeScale(ada, { seen, note, codes }, at));
};

let made = 0;
async function judged(code: string) {
  made += 1;
  const { claimId, slug } = await createClaim(mara, { wording: `Lighthouse number ${made} was sold.` }, at);
  await writeVerdict(mara, { claimId, code, explanation: "We asked." }, at);
  return { claimId, slug };
}
const openReview = (claimId: string) =>
  database().review.findFirstOrThrow({
    where: { claimId, state: { in: ["DRAFT", "RETURNED", "SUBMITTED"] } },
  });
async function handIn(claimId: string, correction: string | null = null) {
  const { id: reviewId, revision } = await openReview(claimId);
  return submitReview(mara, { reviewId, revision, correction }, at);
}
async function published(code: string) {
  const claim = await judged(code);
  await publishReview(avan, await handIn(claim.claimId), at);
  return claim;
}
async function frozen(claimId: string) {
  const row = await database().publication.findFirstOrThrow({
    where: { claimId },
    orderBy: { publishedAt: "desc" },
  });
  const content = PublicationContent.parse(row.content);
  if (content.kind !== "CLAIM") throw new Error("it is of a claim");
  return content;
}
const byVerdict = async (verdict: string) => {
  const asked = askedOf({ ...EVERYTHING, kind: "claims", verdict });
  if (asked === null) throw new Error("something is asked for");
  const { results } = await searchPublished(asked, null);
  return results.flatMap((one) => (one.kind === "claims" ? [one.claim.slug] : []));
};

test("before anybody writes one, the scale is the one that Onrecord comes with", async () => {
  expect(await scaleInForce()).toMatchObject({ ...FIRST_SCALE, byName: null, at: null, note: null });
  expect(await scaleEntries(null)).toMatchObject({ entries: [{ number: 1 }], older: null });
  expect(await scaleVersion(2)).toBeNull();
});

describe("a version", () => {
  test.each(["CONTRIBUTOR", "EDITOR"] as const)("isn’t written by a %s", async (role) => {
    const other = await person(role, role);
    const codes = [...first, half];
    await expect(writeScale(other, { seen: 1, note, codes }, at)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(bringBackScale(other, { seen: 1, note, number: 1 }, at)).rejects.toMatchObject({
      code: "not_allowed",
    });
  });

  test.each([
    ["codes.1.code", { codes: [half, { ...half, code: "half true" }] }],
    ["codes.1.code", { codes: [half, half] }],
    ["codes.6.word.en", { codes: [...first, { ...half, word: { en: "MIXED", ar: null } }] }],
    ["codes.1.definition.en", { codes: [first[0], { ...half, definition: { en: "", ar: "" } }] }],
    ["codes", { codes: [half] }],
    ["note", { note: "" }],
  ])("with a wrong %s is refused", async (field, wrong) => {
    const given = { seen: 1, note, codes: [...first, half], ...wrong };
    await expect(writeScale(ada, given, at)).rejects.toMatchObject({ code: "invalid_input", field });
  });

  test("bringing back what is in force, or what there is not, is refused", async () => {
    await expect(bringBackScale(ada, { seen: 1, note, number: 1 }, at)).rejects.toMatchObject({
      code: "invalid_input",
      message: words.refusals.sameScale,
    });
    await expect(bringBackScale(ada, { seen: 1, note, number: 9 }, at)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("a verdict keeps what the scale said of it at hand-in, whatever the scale says later", async () => {
  const early = await published("UNRESOLVED");
  const before = await database().publication.findFirstOrThrow({ where: { claimId: early.claimId } });
  expect((await frozen(early.claimId)).verdict.scale).toMatchObject({
    version: 1,
    meaning: "UNRESOLVED",
    word: { en: "Unresolved" },
  });

  await expect(judged("UNCLEAR_YET")).rejects.toMatchObject({
    code: "invalid_input",
    field: "code",
    message: words.refusals.codeNotInScale,
  });
  await write([...first, half]);
  const { slug, claimId } = await judged("UNCLEAR_YET");
  const handed = await handIn(claimId);
  const renamed = { ...half, word: { en: "Open", ar: null }, definition: { en: "It is open.", ar: null } };
  await write([...first, renamed]);
  await publishReview(avan, handed, at);

  expect((await frozen(claimId)).verdict).toEqual({
    code: "UNCLEAR_YET",
    explanation: "We asked.",
    scale: { version: 2, meaning: "UNRESOLVED", word: half.word, definition: half.definition },
  });
  const claim = await publishedClaim(slug);
  if (claim === null) throw new Error("readers see it");
  expect(claim.history.proof).not.toBe("BROKEN");
  expect(claimReview(claim, "https://x.example")).toMatchObject({
    reviewRating: { alternateName: "Unclear so far" },
  });
  const where = { origin: "https://x.example", timeZone: "UTC", today: "2024-09-20" };
  expect(claimAnswer(claim, null, where).verdict).toMatchObject({
    code: "UNCLEAR_YET",
    meaning: "UNRESOLVED",
    word: "Unclear so far",
    definition: "Nobody has settled it so far.",
    scale: 2,
  });
  expect((await claimProof(slug))?.content).toMatchObject({ verdict: { scale: { word: half.word } } });
  expect(await findClaims(claim.wording)).toContainEqual(
    expect.objectContaining({ id: claimId, verdict: "Unclear so far" }),
  );
  // Whoever joins a statement to the claim sees what it was judged to be.
  expect(await claimChoices(claim.wording)).toMatchObject([
    { id: claimId, verdict: { name: "Unclear so far" } },
  ]);
  // What was published before is as it was, to the byte.
  expect(await database().publication.findFirstOrThrow({ where: { claimId: early.claimId } })).toEqual(
    before,
  );
});

test("what was published before this was kept is told in the words that Onrecord comes with", async () => {
  const { claimId, slug } = await published("UNRESOLVED");
  await owner.query(`UPDATE "Verdict" SET "given" = NULL WHERE "claimId" = $1`, [claimId]);
  const claim = await publishedClaim(slug);
  const own = claim?.own;
  if (!own) throw new Error("readers see it");
  const { scale: _scale, ...verdict } = own.content.verdict;
  const old = { ...claim, own: { ...own, content: { ...own.content, verdict } } };
  expect(claimReview(old, "https://x.example")).toMatchObject({
    reviewRating: { alternateName: "Unresolved" },
  });
  expect(await claimDesk(mara, claimId)).toMatchObject({ verdict: { name: "Unresolved", isInForce: true } });
});

test("a review that was handed in before this was kept is published as it was handed in", async () => {
  const { claimId } = await judged("UNRESOLVED");
  await handIn(claimId);
  // As the program before kept it: nothing of the scale, and a mark of what was handed in without it.
  const { id, revision, submittedHash } = await openReview(claimId);
  expect(submittedHash).not.toBeNull();
  await owner.query(`UPDATE "Verdict" SET "given" = NULL WHERE "reviewId" = $1`, [id]);
  await expect(publishReview(avan, { reviewId: id, revision }, at)).rejects.toMatchObject({
    code: "conflict",
  });
  const before = await transaction(async (tx) => {
    const { content } = await contentOf(tx, await lockReview(tx, id), "");
    const { credits: _credits, publishedBy: _publishedBy, readBlind: _readBlind, ...handed } = content;
    return sha256(canonicalJson(handed));
  });
  await owner.query(`UPDATE "Review" SET "submittedHash" = $2 WHERE "id" = $1`, [id, before]);
  await publishReview(avan, { reviewId: id, revision }, at);
  expect((await frozen(claimId)).verdict).toEqual({ code: "UNRESOLVED", explanation: "We asked." });
});

test("a code that is taken out stays on what was published, is still found, and asks an open review for another at hand-in", async () => {
  const kept = await published("UNCLEAR_YET");
  const open = await judged("UNCLEAR_YET");
  const before = (await scaleInForce()).codes;
  await write(first);
  expect(await openVerdicts()).toMatchObject({ UNCLEAR_YET: 1 });

  const claim = await publishedClaim(kept.slug);
  expect(claim?.own?.content.verdict.scale?.word.en).toBe("Open");
  expect(await byVerdict("UNCLEAR_YET")).toContain(kept.slug);
  expect(await byVerdict("NEVER_WAS")).toEqual([]);
  const asked = askedOf({ ...EVERYTHING, kind: "claims", q: "lighthouse" });
  if (asked === null) throw new Error("something is asked for");
  expect((await searchCounts(asked)).facets.verdict.map(({ value }) => value)).toContain("UNCLEAR_YET");
  const title = searchTitle({ ...EVERYTHING, verdict: "UNCLEAR_YET" }, await scaleInForce());
  expect(title).toContain("Open");

  const desk = await claimDesk(mara, open.claimId);
  expect(desk?.verdict).toMatchObject({ name: "Open", isInForce: false, explanation: "We asked." });
  expect(desk?.scale.map(({ code }) => code)).toEqual(first.map(({ code }) => code));
  await expect(handIn(open.claimId)).rejects.toMatchObject({
    code: "invalid_input",
    message: words.refusals.verdictOffScale("Open"),
  });
  const verdict = { claimId: open.claimId, revision: desk?.verdict?.revision, explanation: "We asked." };
  await writeVerdict(mara, { ...verdict, code: "UNRESOLVED" }, at);
  await publishReview(avan, await handIn(open.claimId), at);
  expect((await frozen(open.claimId)).verdict.scale?.word.en).toBe("Unresolved");
  await write(before);
});

test("what is returned stands under the scale in force again, and is judged anew at the next hand-in", async () => {
  const { claimId } = await judged("UNCLEAR_YET");
  const handed = await handIn(claimId);
  const newer = { ...half, word: { en: "Not settled", ar: null } };
  await write([...first, newer]);
  expect(await claimDesk(mara, claimId)).toMatchObject({ verdict: { name: "Open" } });
  await returnReview(avan, { ...handed, reason: "Look again." }, at);
  expect(await claimDesk(mara, claimId)).toMatchObject({ verdict: { name: "Not settled" } });
  await publishReview(avan, await handIn(claimId), at);
  expect((await frozen(claimId)).verdict.scale).toMatchObject({ version: seen, word: { en: "Not settled" } });
});

test("a new definition of the same word is a change of the verdict; a version that says the same of it is none", async () => {
  const { claimId } = await published("UNCLEAR_YET");
  const before = await frozen(claimId);
  const code = codeIn(await scaleInForce(), half.code) ?? half;
  await write([code, ...first]);
  const same = { ...before.verdict, scale: { ...before.verdict.scale, version: seen } };
  expect(changeLines(before, PublicationContent.parse({ ...before, verdict: same }))).toEqual([]);
  const other = { ...same, scale: { ...same.scale, definition: { en: "Another.", ar: null } } };
  expect(changeLines(before, PublicationContent.parse({ ...before, verdict: other }))).toMatchObject([
    { lines: [{ to: expect.stringContaining("Another.") }] },
  ]);
});

test("of two who write at once one is told so; bringing back the version before undoes one", async () => {
  const { codes, number } = await scaleInForce();
  const ask = { seen: number, note, codes: codes.slice(1) };
  const both = await Promise.allSettled([
    writeScale(ada, ask, at),
    writeScale(bo, { ...ask, codes: codes.slice(0, -1) }, at),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const late = both.find(({ status }) => status === "rejected");
  expect(late).toMatchObject({ reason: { code: "conflict", message: words.refusals.scaleNewer } });
  const back = await bringBackScale(bo, { seen: number + 1, note: "It was better.", number }, at);
  seen = back.number;
  expect(await scaleInForce()).toMatchObject({
    number: number + 2,
    codes,
    broughtBack: number,
    byName: "Bo",
  });
  await bringBackScale(bo, { seen, note: "As it came.", number: 1 }, at);
  seen += 1;
  expect((await scaleInForce()).codes).toEqual(first);
  expect((await scaleEntries(null)).entries.at(-1)).toMatchObject({ number: 1, byName: null });
  expect((await scaleEntries(3)).entries.map((one) => one.number)).toEqual([2, 1]);
});

test("versions are never changed, skipped or taken away, and the history has each by its hash", async () => {
  await expect(owner.query(`UPDATE "VerdictScale" SET "note" = 'x'`)).rejects.toThrow();
  await expect(owner.query(`DELETE FROM "VerdictScale"`)).rejects.toThrow();
  const skipped = `INSERT INTO "VerdictScale" ("number", "codes", "former", "note", "byId", "at")
    SELECT "number" + 2, "codes", "former", "note", "byId", "at" FROM "VerdictScale" ORDER BY "number" DESC LIMIT 1`;
  await expect(owner.query(skipped)).rejects.toThrow("follows the last one");
  const acts = await database().auditEvent.findMany({
    where: { action: { in: ["scale.write", "scale.bringBack"] } },
  });
  expect(new Set(acts.map(({ subjectId }) => subjectId))).toEqual(new Set(["verdictScale:newsroom"]));
  expect(acts.length).toBe(seen - 1);
  expect(await verifyRecord()).toMatchObject({ faults: [] });
});
