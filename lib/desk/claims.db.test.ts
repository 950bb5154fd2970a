import { afterAll, beforeAll, expect, test } from "vitest";
import { claimChoices, claimDesk } from "#lib/db/claims/desk";
import { database, disconnect } from "#lib/db/core/client";
import { publishedClaim } from "#lib/db/readers/published";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import * as words from "#lib/words";
import {
  addEvidence,
  addSearch,
  createClaim,
  editClaim,
  removeEvidence,
  removeSearch,
  writeVerdict,
} from "./claims";
import { publishReview, submitReview, withdrawReview } from "./reviews";
import { at, draftReview, person } from "./testing/newsroom";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
let avan: Actor;
let ida: Actor;
let cleo: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  mara = await person("Mara");
  avan = await person("Avan");
  ida = await person("Ida", "ADMIN");
  cleo = await person("Cleo", "CONTRIBUTOR");
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

const refusals = words.refusals;
const deskErrors = words.deskErrors;
let number = 0;

async function newClaim(by: Actor = mara) {
  number += 1;
  const wording = `The quay number ${number} was built in 1931.`;
  return { wording, ...(await createClaim(by, { wording }, at)) };
}

async function openReviewOf(claimId: string) {
  return database().review.findFirstOrThrow({
    where: { claimId, state: { in: ["DRAFT", "RETURNED", "SUBMITTED"] } },
    include: { writers: true },
  });
}

async function publishVerdict(
  claimId: string,
  writer: Actor,
  publisher: Actor,
  correction: string | null = null,
) {
  const { id: reviewId, revision } = await openReviewOf(claimId);
  const submitted = await submitReview(writer, { reviewId, revision, correction }, at);
  return publishReview(publisher, { reviewId, revision: submitted.revision }, at);
}

const verdict = { code: "NO_EVIDENCE_FOUND", explanation: "We looked and found nothing." };

test("a claim is made from a statement, and joined to it in the same step", async () => {
  const { reviewId } = await draftReview(mara);
  const [statement] = await database().statement.findMany({ where: { reviewId } });
  if (!statement) throw new Error("it has statements");
  const link = { statementId: statement.id, statementRevision: 1 };
  const { claimId, slug } = await createClaim(mara, { wording: "The mayor’s quay is wide.", ...link }, at);
  expect(slug).toBe("the-mayors-quay-is-wide");
  expect(await database().statement.findUnique({ where: { id: statement.id } })).toMatchObject({
    claimId,
    revision: 2,
  });
  await expect(createClaim(mara, { wording: "Another.", ...link }, at)).rejects.toThrow(deskErrors.stale);
  expect(await database().claim.count({ where: { wording: "Another." } })).toBe(0);
  const again = await createClaim(mara, { wording: "The mayor’s quay is wide." }, at);
  expect(again.slug).toMatch(/^the-mayors-quay-is-wide-[0-9a-f]{6}$/);
});

test("searches, evidence and a verdict are written by several, and published by somebody else", async () => {
  const { claimId, slug, wording } = await newClaim();
  await addSearch(
    cleo,
    { claimId, lookedFor: "A plaque", place: "On the quay", searchedAt: "2024-09-19" },
    at,
  );
  await addSearch(mara, { claimId, lookedFor: "A deed", place: "The archive", searchedAt: "2024-09-18" }, at);
  const evidence = { claimId, stance: "CONTEXT", title: "A map of 1930", url: "https://maps.example/1930" };
  await addEvidence(avan, evidence, at);
  await editClaim(mara, { claimId, revision: 1, wording, unknowns: ["Who built it."] }, at);
  await writeVerdict(mara, { claimId, ...verdict }, at);
  const { writers } = await openReviewOf(claimId);
  expect(writers.map(({ userId }) => userId).sort()).toEqual([mara.id, cleo.id, avan.id].sort());
  await expect(publishVerdict(claimId, mara, avan)).rejects.toThrow(refusals.ownReview);
  const submitted = await openReviewOf(claimId);
  const { href } = await publishReview(ida, { reviewId: submitted.id, revision: submitted.revision }, at);
  expect(href).toBe(`/claims/${slug}`);
  expect((await publishedClaim(slug))?.own?.content).toMatchObject({
    claim: { wording, unknowns: ["Who built it."] },
    verdict,
    evidence: [{ stance: "CONTEXT", title: "A map of 1930", url: "https://maps.example/1930" }],
    searches: [{ searchedAt: "2024-09-18" }, { searchedAt: "2024-09-19" }],
    publishedBy: { name: "Ida" },
  });
  expect(await database().verdict.findFirst({ where: { claimId } })).toMatchObject({ rank: "PREFERRED" });
});

test("a note on evidence is signed with who wrote it, and one that isn't there is signed by nobody", async () => {
  const { claimId, slug } = await newClaim();
  const evidence = { claimId, stance: "CONTEXT", title: "A map of 1930" };
  await addEvidence(avan, { ...evidence, note: "The quay isn’t on it." }, at);
  await addEvidence(cleo, { ...evidence, title: "A letter" }, at);
  await writeVerdict(mara, { claimId, ...verdict }, at);
  await publishVerdict(claimId, mara, ida);
  const [map, letter] = (await publishedClaim(slug))?.own?.content.evidence ?? [];
  expect(map).toMatchObject({ note: "The quay isn’t on it.", noteSign: { by: "Avan", on: "2024-09-20" } });
  expect(letter).toMatchObject({ title: "A letter", note: null });
  expect(letter).not.toHaveProperty("noteSign");
});

test("of evidence it is said whether it is primary, and where an archive keeps it; what nobody said is left out", async () => {
  const { claimId, slug } = await newClaim();
  const evidence = { claimId, stance: "CONTEXT", title: "A map of 1930", url: "https://maps.example/1930" };
  const archivedUrl = "https://web.archive.org/web/2024/https://maps.example/1930";
  await addEvidence(avan, { ...evidence, sourceKind: "PRIMARY", archivedUrl }, at);
  await addEvidence(avan, { ...evidence, title: "A book of maps", sourceKind: "", archivedUrl: "" }, at);
  const script = { ...evidence, archivedUrl: "javascript:alert(1)" };
  await expect(addEvidence(avan, script, at)).rejects.toMatchObject({ code: "invalid_input" });
  await expect(addEvidence(avan, { ...evidence, sourceKind: "THIRD" }, at)).rejects.toThrow();
  await writeVerdict(mara, { claimId, ...verdict }, at);
  await publishVerdict(claimId, mara, ida);
  const [map, book] = (await publishedClaim(slug))?.own?.content.evidence ?? [];
  expect(map).toMatchObject({ sourceKind: "PRIMARY", archivedUrl });
  expect(book).not.toHaveProperty("sourceKind");
  expect(book).not.toHaveProperty("archivedUrl");
});

test("a claim without a verdict isn't submitted, and nothing of it can be read", async () => {
  const { claimId, slug } = await newClaim();
  await expect(publishVerdict(claimId, mara, avan)).rejects.toThrow(refusals.noVerdict);
  expect(await publishedClaim(slug)).toBeNull();
});

test("a later verdict replaces the one that stood, which stays readable", async () => {
  const { claimId, slug } = await newClaim();
  await writeVerdict(mara, { claimId, ...verdict }, at);
  const first = await publishVerdict(claimId, mara, avan);
  const later = { now: new Date(at.now.getTime() + 86_400_000) };
  await addEvidence(avan, { claimId, stance: "SUPPORTS", title: "The deed of 1931" }, later);
  const copied = (await claimDesk(avan, claimId))?.verdict;
  expect(copied).toMatchObject(verdict);
  const supported = { code: "SUPPORTED", explanation: "The deed says so." };
  await writeVerdict(avan, { claimId, revision: copied?.revision, ...supported }, later);
  // A title is nothing that a reader could look up.
  await expect(publishVerdict(claimId, avan, mara)).rejects.toThrow(refusals.noEvidenceForVerdict);
  const whole = { quote: "Built in 1931.", publisher: "The land registry", publishedAt: "1931-05-02" };
  await addEvidence(avan, { claimId, stance: "SUPPORTS", title: "The deed, read", ...whole }, later);
  await expect(publishVerdict(claimId, avan, mara)).rejects.toThrow(refusals.needsCorrection);
  const { id: reviewId, revision } = await openReviewOf(claimId);
  const correction = "The deed was found.";
  const submitted = await submitReview(avan, { reviewId, revision, correction }, later);
  const second = await publishReview(mara, { reviewId, revision: submitted.revision }, later);
  const verdicts = await database().verdict.findMany({ where: { claimId }, orderBy: { createdAt: "asc" } });
  expect(verdicts.map(({ code, rank }) => [code, rank])).toEqual([
    ["NO_EVIDENCE_FOUND", "DEPRECATED"],
    ["SUPPORTED", "PREFERRED"],
  ]);
  const shown = await publishedClaim(slug);
  expect(shown?.own?.content.verdict).toMatchObject({ ...supported, scale: { meaning: "SUPPORTED" } });
  expect(shown?.earlier).toMatchObject([{ code: "NO_EVIDENCE_FOUND" }]);
  const withdrawFirst = { reviewId: first.reviewId, revision: first.revision, reason: "Old." };
  await expect(withdrawReview(ida, withdrawFirst, later)).rejects.toThrow(refusals.replaced);
  await withdrawReview(
    ida,
    { reviewId: second.reviewId, revision: second.revision, reason: "The deed is forged." },
    later,
  );
  expect(await publishedClaim(slug)).toBeNull();
});

test("while a claim waits to be published nobody changes it", async () => {
  const { claimId } = await newClaim();
  await writeVerdict(mara, { claimId, ...verdict }, at);
  const search = { claimId, lookedFor: "A deed", place: "The archive", searchedAt: "2024-09-18" };
  const { searchId } = await addSearch(mara, search, at);
  const { id: reviewId, revision } = await openReviewOf(claimId);
  await submitReview(mara, { reviewId, revision }, at);
  await expect(addSearch(mara, search, at)).rejects.toThrow(refusals.submitted);
  await expect(removeSearch(avan, { searchId }, at)).rejects.toThrow(refusals.submitted);
  await expect(writeVerdict(mara, { claimId, revision: 1, ...verdict }, at)).rejects.toThrow(
    refusals.submitted,
  );
});

test("what is removed is kept, and isn't removed twice", async () => {
  const { claimId } = await newClaim();
  const { evidenceId } = await addEvidence(mara, { claimId, stance: "REFUTES", title: "A postcard" }, at);
  await removeEvidence(avan, { evidenceId }, at);
  await expect(removeEvidence(avan, { evidenceId }, at)).rejects.toThrow(deskErrors.stale);
  expect((await claimDesk(mara, claimId))?.evidence).toEqual([]);
  expect(await database().evidence.findUnique({ where: { id: evidenceId } })).toMatchObject({
    title: "A postcard",
  });
});

test("a stale form overwrites neither wording nor verdict", async () => {
  const { claimId, wording } = await newClaim();
  const edit = { claimId, revision: 1, wording: `${wording} Or not.`, unknowns: [] };
  await editClaim(mara, edit, at);
  await expect(editClaim(avan, edit, at)).rejects.toThrow(deskErrors.stale);
  await writeVerdict(mara, { claimId, ...verdict }, at);
  await expect(writeVerdict(avan, { claimId, ...verdict, code: "MIXED" }, at)).rejects.toThrow(
    deskErrors.stale,
  );
  expect((await claimDesk(mara, claimId))?.verdict).toMatchObject(verdict);
});

test("a contributor gathers and doesn't judge; hostile addresses are refused at the door", async () => {
  const { claimId } = await newClaim(cleo);
  await expect(writeVerdict(cleo, { claimId, ...verdict }, at)).rejects.toThrow(deskErrors.notAllowed);
  const evidence = { claimId, stance: "SUPPORTS", title: "A page" };
  await expect(addEvidence(cleo, { ...evidence, url: "javascript:alert(1)" }, at)).rejects.toMatchObject({
    code: "invalid_input",
    field: "url",
  });
});

test("people who work on one claim at the same moment share one review", async () => {
  const { claimId } = await newClaim();
  await writeVerdict(mara, { claimId, ...verdict }, at);
  await publishVerdict(claimId, mara, avan);
  const add = (by: Actor) => addEvidence(by, { claimId, stance: "CONTEXT", title: `By ${by.name}` }, at);
  await Promise.all([mara, avan, ida, cleo].map(add));
  expect(await database().review.count({ where: { claimId } })).toBe(2);
  expect((await openReviewOf(claimId)).writers).toHaveLength(4);
});

test("claims are found by words of their wording, in any order", async () => {
  const { claimId } = await createClaim(mara, { wording: "Lighthouses blink at night." }, at);
  expect(await claimChoices("night LIGHTHOUSES")).toEqual([
    { id: claimId, wording: "Lighthouses blink at night.", verdict: null },
  ]);
  expect(await claimChoices("night submarines")).toEqual([]);
});
