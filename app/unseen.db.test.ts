import { afterAll, beforeAll, expect, test } from "vitest";
import { cardAt } from "#lib/api/embeds";
import { evidencePack } from "#lib/api/evidence-pack";
import { database, disconnect } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { publicCorrections, publishedArticle, publishedClaim } from "#lib/db/readers/published";
import { publishedTemplate } from "#lib/db/readers/templates";
import { publishedTopic, publishedTopics } from "#lib/db/readers/topics";
import { trackAt } from "#lib/db/readers/track";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { writeAnnotation } from "#lib/desk/annotations";
import { correctFact } from "#lib/desk/articles";
import { mergeClaim, partClaim } from "#lib/desk/claim-merging";
import { addEvidence, addSearch, createClaim, editClaim, writeVerdict } from "#lib/desk/claims";
import { dismissDoubt, reopenDoubt } from "#lib/desk/doubts";
import { writeGuideline } from "#lib/desk/guideline";
import { recordOutcome } from "#lib/desk/outcomes";
import { addProvenance, confirmProvenance } from "#lib/desk/provenance";
import { markPublisher } from "#lib/desk/publishers";
import { openReview, publishReview, submitReview } from "#lib/desk/reviews";
import { writeScale } from "#lib/desk/scale";
import { mergeSpeaker, nameSpeaker, partSpeaker } from "#lib/desk/speakers";
import { editStatement, linkStatement } from "#lib/desk/statements";
import { partTemplate } from "#lib/desk/templates";
import { at, draftReview, NOW, narration, person, storedPage } from "#lib/desk/testing/newsroom";
import { openThread, replyInThread, resolveThread, takeBackComment } from "#lib/desk/threads";
import { addTopic, mergeTopic, nameTopic, partTopic, removeTopic } from "#lib/desk/topics";
import type { Actor } from "#lib/domain/actor";
import { publisherSubject } from "#lib/domain/publisher-subject";
import { lookForDoubts } from "#lib/ingest/doubts";
import { FIRST_SCALE } from "#lib/words/verdicts";
import { GET as articlePicture } from "./(reader)/articles/[slug]/picture.png/route";
import { GET as claimPicture } from "./(reader)/claims/[slug]/picture.png/route";

/** Nothing that one person does to what is published shows on any page of readers before a second person publishes it. */

let close: () => Promise<void>;
let mara: Actor;
let avan: Actor;
let page: { readonly versionId: string; readonly slug: string };
let claim: { readonly id: string; readonly slug: string };
let otherId: string;
let topicId: string;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
  avan = await person("Avan");
  const { versionId, reviewId } = await draftReview(mara);
  topicId = (await addTopic(mara, { reviewId, name: "Harbours" }, at)).topicId;
  const statement = await database().statement.findFirstOrThrow({ where: { reviewId } });
  const link = { statementId: statement.id, statementRevision: statement.revision };
  const { claimId } = await createClaim(mara, { wording: "The quay was built in 1931.", ...link }, at);
  const review = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
  const { revision } = await submitReview(mara, { reviewId, revision: review.revision }, at);
  const { href } = await publishReview(avan, { reviewId, revision }, at);
  page = { versionId, slug: href.replace("/articles/", "") };
  await addTopic(mara, { claimId, name: "Quays" }, at);
  await writeVerdict(
    mara,
    { claimId, revision: null, code: "UNRESOLVED", explanation: "Nothing settles it." },
    at,
  );
  const verdict = await database().review.findFirstOrThrow({ where: { claimId, state: "DRAFT" } });
  const handed = await submitReview(mara, { reviewId: verdict.id, revision: verdict.revision }, at);
  await publishReview(avan, { reviewId: verdict.id, revision: handed.revision }, at);
  claim = await database().claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { id: true, slug: true },
  });
  otherId = (await createClaim(mara, { wording: "MARKED: the quay is from 1931." }, at)).claimId;
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

/** A picture as other sites show it. */
async function pictureOf(
  draw: (request: Request, context: { params: Promise<{ slug: string }> }) => Promise<Response>,
  slug: string,
): Promise<string> {
  const answer = await draw(new Request("https://onrecord.example/picture.png"), {
    params: Promise.resolve({ slug }),
  });
  expect(answer.status).toBe(200);
  return sha256(new Uint8Array(await answer.arrayBuffer()));
}

/** What is done now is later than all that was published. */
const then = { now: new Date(NOW.getTime() + 60_000) };

/** What stands, and what readers are shown of it on pages, in records, among promises, on cards. */
async function seen(): Promise<unknown> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT c.oid::regclass::text AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname ~ '^(Standing|Track|Publication)'
    ORDER BY 1`;
  expect(tables.length).toBeGreaterThan(10);
  const rows = await Promise.all(
    tables.map(({ name }) =>
      database().$queryRawUnsafe(
        `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS rows FROM ${name} t`,
      ),
    ),
  );
  const today = "2024-10-01";
  const article = await publishedArticle(page.slug);
  const speakers = article?.content.sources?.speakers ?? [];
  const key = article?.content.statements.find(({ template }) => template)?.template?.key ?? "none";
  const where = { origin: "https://onrecord.example", today, timeZone: "UTC" };
  return {
    rows: tables.map(({ name }, i) => [name, rows[i]]),
    article,
    claim: await publishedClaim(claim.slug),
    other: await publishedClaim((await database().claim.findUniqueOrThrow({ where: { id: otherId } })).slug),
    publisher: await trackAt({ kind: "PUBLISHER", id: publisherSubject("harbour.example"), today }),
    speakers: await Promise.all(speakers.map(({ id }) => trackAt({ kind: "SPEAKER", id, today }))),
    template: await publishedTemplate(key, null),
    topics: [await publishedTopics(null), await publishedTopic("harbours", null)],
    corrections: await publicCorrections(null),
    pictures: [await pictureOf(claimPicture, claim.slug), await pictureOf(articlePicture, page.slug)],
    pack: await evidencePack(claim.slug, where),
    card: await cardAt({ kind: "claim", slug: claim.slug }, where),
  };
}

const rowOfClaim = (id: string) => database().claim.findUniqueOrThrow({ where: { id } });
async function speakerOnPage() {
  const content = (await publishedArticle(page.slug))?.content;
  const id = content?.sources?.speakers[0]?.id ?? "";
  return database().speaker.findUniqueOrThrow({ where: { id } });
}
async function reviewAgain() {
  const { reviewId } = await openReview(mara, { versionId: page.versionId }, then);
  const statements = await database().statement.findMany({
    where: { reviewId, removedAt: null },
    include: { prediction: true },
    orderBy: { start: "asc" },
  });
  return { reviewId, statements };
}
const promised = async () => {
  const { statements } = await reviewAgain();
  const one = statements.find(({ prediction }) => prediction !== null);
  if (one === undefined) throw new Error("the page promises something");
  return { statementId: one.id, revision: one.revision };
};

const ACTS: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    "publisher.mark",
    async () => {
      const { id, revision } = await database().publisher.findUniqueOrThrow({
        where: { name: "harbour.example" },
      });
      return markPublisher(mara, { publisherId: id, revision, kind: "BLOG", reason: "MARKED" }, then);
    },
  ],
  [
    "article.correct",
    () => {
      const put = { fact: "PUBLISHER", before: "harbour.example", reads: "MARKED", reason: "MARKED" };
      return correctFact(mara, { versionId: page.versionId, ...put }, then);
    },
  ],
  [
    "speaker.name",
    async () => {
      const { id, revision } = await speakerOnPage();
      return nameSpeaker(mara, { speakerId: id, revision, name: "Marked Aziz", role: "marked" }, then);
    },
  ],
  [
    "speaker.merge and speaker.part",
    async () => {
      const { id, revision } = await speakerOnPage();
      const data = { name: "Guru Marked", kind: "PERSON" as const, rootId: id };
      const into = await database().speaker.create({ data });
      const ask = { speakerId: id, revision, intoId: into.id, intoRevision: into.revision, reason: "MARKED" };
      const merged = await mergeSpeaker(mara, ask, then);
      const between = await seen();
      await partSpeaker(mara, { speakerId: id, revision: merged.revision, reason: "MARKED" }, then);
      return between;
    },
  ],
  [
    "guideline.write",
    async () =>
      writeGuideline(await person("Ada", "ADMIN"), { seen: 0, text: "MARKED.", note: "MARKED" }, then),
  ],
  [
    "scale.write",
    async () => {
      const { codes } = FIRST_SCALE;
      const marked = codes.map((one) => ({ ...one, word: { ...one.word, en: `MARKED ${one.word.en}` } }));
      await writeScale(await person("Ada", "ADMIN"), { seen: 1, note: "MARKED", codes: marked }, then);
    },
  ],
  [
    "claim.edit",
    async () => {
      const { revision } = await rowOfClaim(claim.id);
      return editClaim(mara, { claimId: claim.id, revision, wording: "MARKED.", unknowns: ["MARKED"] }, then);
    },
  ],
  [
    "evidence.add",
    () =>
      addEvidence(
        mara,
        {
          claimId: claim.id,
          stance: "REFUTES",
          title: "MARKED",
          url: null,
          publisher: null,
          publishedAt: null,
          quote: null,
          note: null,
        },
        then,
      ),
  ],
  [
    "search.add",
    () =>
      addSearch(
        mara,
        { claimId: claim.id, lookedFor: "MARKED", place: "MARKED", searchedAt: "2024-09-20" },
        then,
      ),
  ],
  [
    "claim.merge",
    async () => {
      const [from, into] = [await rowOfClaim(otherId), await rowOfClaim(claim.id)];
      const ask = { claimId: from.id, revision: from.revision, intoId: into.id, intoRevision: into.revision };
      return mergeClaim(mara, { ...ask, reason: "MARKED" }, then);
    },
  ],
  [
    "claim.part",
    async () => {
      const { revision } = await rowOfClaim(otherId);
      return partClaim(mara, { claimId: otherId, revision, reason: "MARKED" }, then);
    },
  ],
  [
    "the night that looks over claims, doubt.dismiss and doubt.reopen",
    async () => {
      const wording = "MARKED: the water board counted 412 leaks in the pipes of Northgate.";
      const twice = { wording, statementId: null, statementRevision: null };
      for (let n = 0; n < 2; n += 1) await createClaim(mara, twice, then);
      await lookForDoubts({ now: () => then.now });
      const { id, revision } = await database().doubt.findFirstOrThrow({ where: { state: "OPEN" } });
      await dismissDoubt(mara, { doubtId: id, revision, reason: "MARKED" }, then);
      const between = await seen();
      await reopenDoubt(mara, { doubtId: id, revision: revision + 1 }, then);
      return between;
    },
  ],
  [
    "statement.edit",
    async () => {
      const [first] = (await reviewAgain()).statements;
      if (first === undefined) throw new Error("the page has statements");
      const fields = {
        ...narration(first.start, first.end),
        labelReason: "MARKED",
        labelOverride: "OPINION" as const,
      };
      return editStatement(mara, { statementId: first.id, revision: first.revision, fields }, then);
    },
  ],
  [
    "statement.link",
    async () => {
      const last = (await reviewAgain()).statements.at(-1);
      if (last === undefined) throw new Error("the page has statements");
      return linkStatement(mara, { statementId: last.id, revision: last.revision, claimId: otherId }, then);
    },
  ],
  [
    "annotation.write",
    async () => {
      const { reviewId, statements } = await reviewAgain();
      const statementId = statements[0]?.id;
      return writeAnnotation(mara, { reviewId, statementId, body: "MARKED", isPublic: true }, then);
    },
  ],
  [
    "thread.open on words and on the claim, thread.reply, thread.resolve and comment.takeBack",
    async () => {
      const body = "MARKED, @Avan";
      const words = { versionId: page.versionId, start: 0, end: 6 };
      const { threadId, revision } = await openThread(mara, { ...words, body }, then);
      const { threadId: ofClaim } = await openThread(mara, { claimId: claim.id, body }, then);
      await resolveThread(avan, { threadId, revision }, then);
      const between = await seen();
      await replyInThread(avan, { threadId, body: "MARKED, @Mara", reopens: "yes" }, then);
      const last = await database().deskComment.findFirstOrThrow({ where: { threadId: ofClaim } });
      await takeBackComment(mara, { commentId: last.id }, then);
      return between;
    },
  ],
  [
    "provenance.add and provenance.confirm",
    async () => {
      const upstream = `/desk/articles/${await storedPage()}`;
      const named = { versionId: page.versionId, upstream, kind: "CITES", reason: "MARKED" };
      const { edgeId } = await addProvenance(mara, named, then);
      const between = await seen();
      await confirmProvenance(mara, { edgeId, revision: 1, kind: "REPOSTS" }, then);
      return between;
    },
  ],
  [
    "topic.name, topic.merge and topic.part",
    async () => {
      const topicAt = (id: string) => database().topic.findUniqueOrThrow({ where: { id } });
      const { revision } = await topicAt(topicId);
      await nameTopic(mara, { topicId, revision, name: "MARKED", definition: "MARKED" }, then);
      const { topicId: intoId } = await addTopic(mara, { claimId: otherId, name: "MARKED too" }, then);
      const ask = { topicId, revision: revision + 1, intoId, intoRevision: 1, reason: "MARKED" };
      const merged = await mergeTopic(mara, ask, then);
      const between = await seen();
      await partTopic(mara, { topicId, revision: merged.revision, reason: "MARKED" }, then);
      return between;
    },
  ],
  [
    "topic.add and topic.remove, on a page and on a claim",
    async () => {
      const { reviewId } = await reviewAgain();
      await addTopic(mara, { reviewId, name: "MARKED three" }, then);
      await addTopic(mara, { claimId: claim.id, name: "MARKED three" }, then);
      const between = await seen();
      await removeTopic(mara, { reviewId, topicId }, then);
      return between;
    },
  ],
  ["template.part", async () => partTemplate(mara, await promised(), then)],
  [
    "outcome.record",
    async () => {
      const said = { knownAt: "2024-09-19", quote: "MARKED", saidAt: "2024-09-19", publisher: "MARKED" };
      const found = { ...said, url: "https://post.example/marked", note: "MARKED", result: "HAPPENED" };
      return recordOutcome(mara, { ...(await promised()), ...found }, then);
    },
  ],
];

test.each(ACTS)("%s", async (name, act) => {
  const before = await seen();
  const between = await act();
  expect(await seen()).toEqual(before);
  if (/ and /.test(name)) expect(between).toEqual(before);
});

test("what was done to the page is on it once somebody else published it", async () => {
  const before = await seen();
  const { reviewId } = await reviewAgain();
  const { revision } = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
  const handed = await submitReview(mara, { reviewId, revision, correction: "Read again." }, then);
  expect(await seen()).toEqual(before);
  const later = { now: new Date(NOW.getTime() + 120_000) };
  await publishReview(avan, { reviewId, revision: handed.revision }, later);
  const content = (await publishedArticle(page.slug))?.content;
  expect(JSON.stringify(content)).toContain("MARKED");
  // Named by one, confirmed as another kind, and now read by a second person.
  expect(content?.provenance).toMatchObject([{ kind: "REPOSTS", by: "Mara" }]);
});
