import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import { publicCorrections, publishedArticle, publishedClaim } from "#lib/db/readers/published";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { ArticlePublication } from "#lib/domain/publications";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { writeAnnotation } from "./annotations";
import { addEvidence, addSearch, createClaim, editClaim, writeVerdict } from "./claims";
import { saveDraft } from "./drafts";
import { passwordLink, setPassword } from "./people/passwords";
import {
  openReview,
  publishReview,
  returnReview,
  submitReview,
  takeOverReview,
  withdrawReview,
} from "./reviews";
import { acceptSuggestion, editStatement, linkStatement, rejectSuggestion } from "./statements";
import {
  acceptAll,
  at,
  draftReview,
  narration,
  person,
  publishedReview,
  storedPage,
  submittedReview,
  suggestionsOf,
} from "./testing/newsroom";

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
const reviewOf = (id: string) => database().review.findUniqueOrThrow({ where: { id } });
const slugOf = (href: string) => href.slice("/articles/".length);

test("a page is reviewed by one editor and published by another; readers see its statements, numbered", async () => {
  const { versionId, reviewId } = await draftReview(mara);
  const [, second] = await database().statement.findMany({ where: { reviewId }, orderBy: { start: "asc" } });
  if (!second) throw new Error("several statements were accepted");
  const note = { reviewId, statementId: second.id };
  await writeAnnotation(mara, { ...note, body: "Built in 1932, says the plaque.", isPublic: true }, at);
  await writeAnnotation(mara, { ...note, body: "Ask the archive.", isPublic: false }, at);
  const link = { statementId: second.id, statementRevision: 1 };
  const { claimId, slug } = await createClaim(mara, { wording: "The quay was built in 1931.", ...link }, at);
  const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
  const published = await publishReview(avan, { reviewId, revision }, at);

  const row = await database().publication.findFirstOrThrow({
    where: { reviewId },
    include: { claims: true },
  });
  const content = ArticlePublication.parse(row.content);
  expect(row.sha256).toBe(sha256(canonicalJson(row.content)));
  expect(row.claims.map((one) => one.claimId)).toEqual([claimId]);
  expect(published.href).toBe(`/articles/${content.article.slug}`);
  expect(content.statements.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(content.statements).toHaveLength((await suggestionsOf(versionId)).length - 1);
  expect(content.statements[1]).toMatchObject({
    notes: ["Built in 1932, says the plaque."],
    claim: { slug, wording: "The quay was built in 1931." },
  });
  expect(content.statements.at(-1)).toMatchObject({
    label: "UNSOURCED_SPECULATION",
    segmentType: "TEASER",
    prediction: { dueTo: "2024-09-18", resolvedFrom: "2024-09-18" },
  });
  expect(content).toMatchObject({ writers: [{ name: "Mara" }], publishedBy: { name: "Avan" } });
  expect(await reviewOf(reviewId)).toMatchObject({ state: "PUBLISHED", revision: 3 });
  expect((await publishedArticle(slugOf(published.href)))?.content).toEqual(content);
});

test("nothing of a review can be read before it is published, or after it is withdrawn", async () => {
  const { versionId, reviewId, revision } = await submittedReview(mara);
  const { article } = await database().articleVersion.findUniqueOrThrow({
    where: { id: versionId },
    include: { article: true },
  });
  expect(await publishedArticle(article.slug)).toBeNull();
  const published = await publishReview(avan, { reviewId, revision }, at);
  expect(await publishedArticle(article.slug)).not.toBeNull();
  await withdrawReview(
    mara,
    { reviewId, revision: published.revision, reason: "The page is a forgery." },
    at,
  );
  expect(await publishedArticle(article.slug)).toBeNull();
  expect(await reviewOf(reviewId)).toMatchObject({ state: "WITHDRAWN" });
  await expect(
    withdrawReview(mara, { reviewId, revision: published.revision + 1, reason: "Again." }, at),
  ).rejects.toThrow(refusals.notPublished);
});

test("nobody publishes what they wrote, admins included", async () => {
  const own = await submittedReview(ida);
  await expect(publishReview(ida, own, at)).rejects.toThrow(refusals.ownReview);
  expect(await reviewOf(own.reviewId)).toMatchObject({ state: "SUBMITTED", revision: own.revision });
});

test("whoever took a review over can't publish it either", async () => {
  const { reviewId } = await draftReview(mara);
  const taken = await takeOverReview(avan, { reviewId, revision: 1 }, at);
  const { revision } = await submitReview(avan, { reviewId, revision: taken.revision }, at);
  await expect(publishReview(avan, { reviewId, revision }, at)).rejects.toThrow(refusals.ownReview);
  await expect(publishReview(mara, { reviewId, revision }, at)).rejects.toThrow(refusals.ownReview);
  await publishReview(ida, { reviewId, revision }, at);
});

test("the only editor is told to invite a second one", async () => {
  const own = await submittedReview(mara);
  const others = { id: { in: [avan.id, ida.id] } };
  await database().user.updateMany({ where: others, data: { disabledAt: at.now } });
  await expect(publishReview(mara, own, at)).rejects.toThrow(refusals.onlyEditor);
  await database().user.updateMany({ where: others, data: { disabledAt: null } });
});

test("a contributor reviews and submits, and may neither publish, return nor withdraw", async () => {
  const { reviewId, revision } = await submittedReview(cleo);
  const other = await submittedReview(mara);
  await expect(publishReview(cleo, other, at)).rejects.toThrow(deskErrors.notAllowed);
  await expect(returnReview(cleo, { ...other, reason: "No." }, at)).rejects.toThrow(deskErrors.notAllowed);
  const published = await publishReview(mara, { reviewId, revision }, at);
  const withdrawal = { reviewId, revision: published.revision, reason: "No." };
  await expect(withdrawReview(cleo, withdrawal, at)).rejects.toThrow(deskErrors.notAllowed);
});

test("a review is submitted only when every suggestion is decided", async () => {
  const versionId = await storedPage();
  const { reviewId } = await openReview(mara, { versionId }, at);
  const suggestions = await suggestionsOf(versionId);
  await expect(submitReview(mara, { reviewId, revision: 1 }, at)).rejects.toThrow(
    refusals.suggestionsWait(suggestions.length),
  );
  for (const { id } of suggestions) await rejectSuggestion(mara, { reviewId, suggestionId: id }, at);
  await expect(submitReview(mara, { reviewId, revision: 1 }, at)).rejects.toThrow(refusals.noStatement);
});

test("a review with a form that was typed into and not saved isn’t submitted, and somebody else’s form doesn’t hold it up", async () => {
  const { reviewId } = await draftReview(mara);
  const draft = { subject: `article:${reviewId}:note:s-1`, body: { body: "Not yet" }, basedOn: null };
  await saveDraft(avan, { ...draft, personId: avan.id }, at);
  await saveDraft(mara, { ...draft, personId: mara.id }, at);
  await expect(submitReview(mara, { reviewId, revision: 1 }, at)).rejects.toThrow(refusals.draftsOpen(1));
  await saveDraft(mara, { personId: mara.id, ...draft, body: null, basedOn: at.now.toISOString() }, at);
  await submitReview(mara, { reviewId, revision: 1 }, at);
});

test("a submitted review is closed to its writer; returned with words, it is open again", async () => {
  const { reviewId, revision, versionId } = await submittedReview(mara);
  const [statement] = await database().statement.findMany({ where: { reviewId } });
  if (!statement) throw new Error("it has statements");
  const edit = { statementId: statement.id, revision: 1, fields: narration(statement.start, statement.end) };
  await expect(editStatement(mara, edit, at)).rejects.toThrow(refusals.submitted);
  const returned = await returnReview(avan, { reviewId, revision, reason: "Who built it?" }, at);
  expect(await reviewOf(reviewId)).toMatchObject({ state: "RETURNED", returnedReason: "Who built it?" });
  await editStatement(mara, edit, at);
  const again = await submitReview(mara, { reviewId, revision: returned.revision }, at);
  await publishReview(avan, { reviewId, revision: again.revision }, at);
  expect(versionId).toBeTruthy();
});

test("one version has one open review; its writer gets it back, others are told whose it is", async () => {
  const versionId = await storedPage();
  const first = await openReview(mara, { versionId }, at);
  expect(await openReview(mara, { versionId }, at)).toEqual(first);
  await expect(openReview(avan, { versionId }, at)).rejects.toThrow(refusals.openElsewhere("Mara"));
  const [suggestion] = await suggestionsOf(versionId);
  if (!suggestion) throw new Error("it has suggestions");
  const accept = { reviewId: first.reviewId, suggestionId: suggestion.id };
  await expect(acceptSuggestion(avan, accept, at)).rejects.toThrow(refusals.notYours("Mara"));
});

test("people who open one version at the same moment get one review", async () => {
  const versionId = await storedPage();
  const opened = await Promise.allSettled([mara, avan, ida].map((one) => openReview(one, { versionId }, at)));
  expect(opened.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await database().review.count({ where: { versionId } })).toBe(1);
});

test("a stale screen changes nothing", async () => {
  const { reviewId, revision } = await submittedReview(mara);
  const stale = { reviewId, revision: revision - 1 };
  await expect(publishReview(avan, stale, at)).rejects.toMatchObject({
    code: "conflict",
    message: deskErrors.stale,
  });
  await expect(returnReview(avan, { ...stale, reason: "?" }, at)).rejects.toThrow(deskErrors.stale);
  expect(await reviewOf(reviewId)).toMatchObject({ state: "SUBMITTED", revision });
});

test("of two publishers one wins, and readers get one publication", async () => {
  const submitted = await submittedReview(mara);
  const raced = await Promise.allSettled([avan, ida].map((one) => publishReview(one, submitted, at)));
  const lost = raced.filter((one) => one.status === "rejected");
  expect(lost).toHaveLength(1);
  expect(lost[0]?.reason).toMatchObject({ code: "conflict", message: deskErrors.stale });
  expect(await database().publication.count({ where: { reviewId: submitted.reviewId } })).toBe(1);
});

test("a new review of a published version starts from what is published, and says what it changes", async () => {
  const first = await publishedReview(mara, avan);
  const { versionId } = first;
  const { reviewId } = await openReview(avan, { versionId }, at);
  const [before, copied] = await Promise.all(
    [first.reviewId, reviewId].map((id) =>
      database().statement.findMany({
        where: { reviewId: id },
        orderBy: { start: "asc" },
        select: {
          exact: true,
          label: true,
          speakerId: true,
          attributions: { select: { attributionId: true } },
        },
      }),
    ),
  );
  expect(copied).toEqual(before);
  await acceptAll(avan, versionId, reviewId);
  await expect(submitReview(avan, { reviewId, revision: 1 }, at)).rejects.toMatchObject({
    field: "correction",
    message: refusals.needsCorrection,
  });
  const correction = "The headline’s sentence was labelled as narration.";
  const { revision } = await submitReview(avan, { reviewId, revision: 1, correction }, at);
  await publishReview(mara, { reviewId, revision }, { now: new Date(at.now.getTime() + 60_000) });
  const shown = await publishedArticle(slugOf(first.href));
  expect(shown?.content.writers).toEqual([{ name: "Avan" }, { name: "Mara" }]);
  expect(shown?.corrections).toHaveLength(1);
  const withdrawal = { reviewId: first.reviewId, revision: first.revision, reason: "Old." };
  await expect(withdrawReview(avan, withdrawal, at)).rejects.toThrow(refusals.replaced);
});

test("after a withdrawal the page is reviewed from its suggestions again, and nothing is left to correct", async () => {
  const { versionId, ...published } = await publishedReview(mara, avan);
  await withdrawReview(ida, { ...published, reason: "The wrong page." }, at);
  const { reviewId } = await openReview(avan, { versionId }, at);
  expect(await database().statement.count({ where: { reviewId } })).toBe(0);
  await acceptAll(avan, versionId, reviewId);
  const { revision } = await submitReview(avan, { reviewId, revision: 1 }, at);
  const later = { now: new Date(at.now.getTime() + 60_000) };
  const { href } = await publishReview(mara, { reviewId, revision }, later);
  expect(href).toBe(published.href);
  expect(await publishedArticle(slugOf(href))).not.toBeNull();
});

test("many verbs at once leave one unbroken chain, with one event for each", async () => {
  const before = await verifyRecord();
  const versions = await Promise.all(Array.from({ length: 4 }, () => storedPage()));
  const opened = await Promise.all(versions.map((versionId) => openReview(mara, { versionId }, at)));
  const work = await Promise.all(
    versions.map(async (versionId, i) => {
      const suggestions = await suggestionsOf(versionId);
      return suggestions.map(({ id }) => ({ reviewId: opened[i]?.reviewId, suggestionId: id }));
    }),
  );
  const accepted = await Promise.all(work.flat().map((one) => acceptSuggestion(mara, one, at)));
  expect(accepted.length).toBeGreaterThanOrEqual(20);
  const after = await verifyRecord();
  expect(after).toMatchObject({ faults: [], events: before.events + 8 + accepted.length });
});

/** A page's review with its second statement joined to a new claim, handed in by Mara. */
async function handedInWithClaim() {
  const { versionId, reviewId } = await draftReview(mara);
  const [, second] = await database().statement.findMany({ where: { reviewId }, orderBy: { start: "asc" } });
  if (!second) throw new Error("several statements were accepted");
  const link = { statementId: second.id, statementRevision: second.revision };
  const wording = `The quay was built in 1931, says ${reviewId}.`;
  const { claimId } = await createClaim(mara, { wording, ...link }, at);
  const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
  return { versionId, reviewId, claimId, wording, revision };
}

test("what was changed after the hand-in is not published, whoever changed it; handed in again, its author doesn't publish it", async () => {
  for (const changer of [cleo, avan, mara]) {
    const { reviewId, claimId, revision } = await handedInWithClaim();
    await editClaim(
      changer,
      { claimId, revision: 1, wording: `Something else, by ${changer.name}.`, unknowns: [] },
      at,
    );
    await expect(publishReview(avan, { reviewId, revision }, at)).rejects.toThrow(
      changer === avan ? refusals.ownReview : refusals.changedSince,
    );
    await expect(publishReview(ida, { reviewId, revision }, at)).rejects.toThrow(refusals.changedSince);
    const returned = await returnReview(ida, { reviewId, revision, reason: "Look again." }, at);
    const again = await submitReview(mara, { reviewId, revision: returned.revision }, at);
    await expect(publishReview(changer, { reviewId, revision: again.revision }, at)).rejects.toThrow();
    const published = await publishReview(ida, { reviewId, revision: again.revision }, at);
    const article = await publishedArticle(slugOf(published.href));
    expect(article?.content.writers.map(({ name }) => name)).toContain(changer.name);
  }
});

test("words that were read for publication before are nobody's obstacle: their author may publish a page that joins them", async () => {
  const first = await handedInWithClaim();
  await publishReview(avan, { reviewId: first.reviewId, revision: first.revision }, at);
  const { reviewId } = await draftReview(cleo);
  const statement = await database().statement.findFirstOrThrow({ where: { reviewId } });
  await linkStatement(cleo, { statementId: statement.id, revision: 1, claimId: first.claimId }, at);
  const { revision } = await submitReview(cleo, { reviewId, revision: 1 }, at);
  const { href } = await publishReview(mara, { reviewId, revision }, at);
  const credits = (await publishedArticle(slugOf(href)))?.content.credits ?? [];
  expect(credits.find(({ parts }) => parts.some((part) => part.startsWith("claim:")))).toMatchObject({
    writtenBy: ["Mara"],
    readBy: "Avan",
  });
});

/** Of statements alone: which claims stood before, and are joined as the same, is another test's matter. */
const ofStatements = (credits: ArticlePublication["credits"] = []) =>
  credits.map((credit) => ({ ...credit, parts: credit.parts.filter((part) => !part.startsWith("claim:")) }));

test("a correction keeps who wrote and who read what it leaves as it was", async () => {
  const { versionId, reviewId } = await publishedReview(mara, avan);
  const before = ArticlePublication.parse(
    (await database().publication.findFirstOrThrow({ where: { reviewId } })).content,
  );
  expect(ofStatements(before.credits)).toEqual([
    { parts: ["1", "2", "3", "4"], writtenBy: ["Mara"], readBy: "Avan" },
  ]);
  const opened = await openReview(avan, { versionId }, at);
  const [first] = await database().statement.findMany({
    where: { reviewId: opened.reviewId },
    orderBy: { start: "asc" },
  });
  if (!first) throw new Error("the statements were copied");
  await editStatement(
    avan,
    { statementId: first.id, revision: first.revision, fields: narration(first.start, first.end) },
    at,
  );
  const { revision } = await submitReview(
    avan,
    { reviewId: opened.reviewId, revision: opened.revision, correction: "The first one names nobody." },
    at,
  );
  const { href } = await publishReview(mara, { reviewId: opened.reviewId, revision }, at);
  const after = (await publishedArticle(slugOf(href)))?.content;
  expect(ofStatements(after?.credits)).toEqual([
    { parts: ["1"], writtenBy: ["Mara", "Avan"], readBy: "Mara" },
    { parts: ["2", "3", "4"], writtenBy: ["Mara"], readBy: "Avan" },
  ]);
  expect(after?.writers.map(({ name }) => name).sort()).toEqual(["Avan", "Mara"]);
});

test("whoever made the link that set a password publishes nothing of their own through that account", async () => {
  const zoe = await person("Zoe");
  const { token } = await passwordLink(ida, { userId: zoe.id }, at);
  const { reviewId, revision } = await submittedReview(ida);
  await setPassword({ token, password: "nine purple ladders" }, at);
  await expect(publishReview(zoe, { reviewId, revision }, at)).rejects.toThrow(refusals.openedBy("Ida"));
  const other = await submittedReview(mara);
  await expect(publishReview(zoe, other, at)).resolves.toMatchObject({ revision: other.revision + 1 });
  await expect(publishReview(avan, { reviewId, revision }, at)).resolves.toMatchObject({
    revision: revision + 1,
  });
});

test("a withdrawal says so where it was done by somebody who wrote it, and is silent where it wasn't", async () => {
  for (const [by, named] of [
    [mara, "Mara"],
    [avan, null],
  ] as const) {
    const { reviewId, revision } = await publishedReview(mara, avan);
    const reason = `Not ours, says ${by.name}.`;
    await withdrawReview(by, { reviewId, revision, reason }, at);
    const entry = (await publicCorrections(null)).corrections.find((one) => one.reason === reason);
    expect(entry).toMatchObject({ isWithdrawal: true, withdrawnByWriter: named });
  }
});

describe("whatever a verb writes after the hand-in is on no reader's page until somebody who wrote none of it publishes it", () => {
  type Handed = Awaited<ReturnType<typeof handedInWithClaim>> & { readonly statementId: string };
  const claimVerbs = (writer: Actor): Record<string, (of: Handed) => Promise<unknown>> => ({
    "claim.edit": ({ claimId }) =>
      editClaim(writer, { claimId, revision: 1, wording: "MARKED.", unknowns: ["MARKED"] }, at),
    "evidence.add": ({ claimId }) =>
      addEvidence(
        writer,
        {
          claimId,
          stance: "REFUTES",
          title: "MARKED",
          url: null,
          publisher: null,
          publishedAt: null,
          quote: null,
          note: null,
        },
        at,
      ),
    "search.add": ({ claimId }) =>
      addSearch(writer, { claimId, lookedFor: "MARKED", place: "MARKED", searchedAt: "2024-09-20" }, at),
    "verdict.write": ({ claimId }) =>
      writeVerdict(writer, { claimId, revision: null, code: "CONTRADICTED", explanation: "MARKED" }, at),
    "statement.edit": ({ statementId }) =>
      editStatement(
        writer,
        {
          statementId,
          revision: 2,
          fields: { ...narration(0, 1), labelReason: "MARKED", labelOverride: "OPINION" },
        },
        at,
      ),
    "statement.link": ({ statementId }) =>
      linkStatement(writer, { statementId, revision: 2, claimId: null }, at),
    "annotation.write": ({ reviewId, statementId }) =>
      writeAnnotation(writer, { reviewId, statementId, body: "MARKED", isPublic: true }, at),
    "review.takeOver": ({ reviewId, revision }) => takeOverReview(writer, { reviewId, revision }, at),
    "claim.create": ({ statementId }) =>
      createClaim(writer, { wording: "MARKED", statementId, statementRevision: 2 }, at),
  });
  test.each(Object.keys(claimVerbs({ id: "", name: "", role: "CONTRIBUTOR" })))("%s", async (name) => {
    for (const writer of [cleo, avan, mara]) {
      const handed = await handedInWithClaim();
      const statement = await database().statement.findFirstOrThrow({
        where: { reviewId: handed.reviewId, claimId: handed.claimId },
      });
      const act = claimVerbs(writer)[name];
      await act?.({ ...handed, statementId: statement.id }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(AppError);
      });
      const published = await publishReview(ida, handed, at).catch((error: unknown) => {
        expect(error).toMatchObject({ message: refusals.changedSince });
        return null;
      });
      if (published === null) continue;
      const shown = JSON.stringify(await publishedArticle(slugOf(published.href)));
      expect(shown).not.toContain("MARKED");
      const claim = await database().claim.findUniqueOrThrow({ where: { id: handed.claimId } });
      expect(JSON.stringify(await publishedClaim(claim.slug))).not.toContain("MARKED");
    }
  });
});
