import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { trackAt } from "#lib/db/readers/track";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { publisherSubject } from "#lib/domain/publisher-subject";
import { labelCounts, sumOf, type TrackKind } from "#lib/domain/track-records";
import { correctFact } from "./articles";
import { markPublisher } from "./publishers";
import { openReview, publishReview, submitReview, withdrawReview } from "./reviews";
import { mergeSpeaker, nameSpeaker, partSpeaker } from "./speakers";
import { at, person, publishedReview } from "./testing/newsroom";

/** What people do at the desk, and what readers see of it in records. */

let close: () => Promise<void>;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  [mara, avan] = [await person("Mara"), await person("Avan")];
});
afterAll(async () => {
  await disconnect();
  await close();
});

const record = (kind: TrackKind, id: string) => trackAt({ kind, id, today: "2024-10-01" });
const wire = (name: string) => record("PUBLISHER", publisherSubject(name));
const countOf = (one: Awaited<ReturnType<typeof record>>) =>
  one === null ? null : sumOf(labelCounts(one.months));

async function republish(versionId: string): Promise<{ reviewId: string; revision: number }> {
  const { reviewId } = await openReview(mara, { versionId }, at);
  const draft = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
  const { revision } = await submitReview(
    mara,
    { reviewId, revision: draft.revision, correction: "The imprint says so." },
    at,
  );
  const published = await publishReview(avan, { reviewId, revision }, at);
  return { reviewId, revision: published.revision };
}

async function speakerNamed(name: string) {
  return database().speaker.findFirstOrThrow({ where: { name } });
}

test("a page is in its publisher's record while it is published, and in that of the right one once it is put right", async () => {
  const { versionId } = await publishedReview(mara, avan);
  const first = await wire("harbour.example");
  expect(first).toMatchObject({ name: "harbour.example", publisherKind: null, pages: 1, corrections: 0 });
  const n = countOf(first);
  expect(n).toBeGreaterThan(1);
  const publisher = await database().publisher.findUniqueOrThrow({ where: { name: "harbour.example" } });
  await markPublisher(mara, { publisherId: publisher.id, revision: 1, kind: "BLOG", reason: "" }, at);
  expect((await wire("harbour.example"))?.publisherKind).toBeNull();
  const put = { versionId, fact: "PUBLISHER", before: "harbour.example", reads: "The Harbour Gazette" };
  await correctFact(mara, { ...put, reason: "The imprint says so." }, at);
  expect(countOf(await wire("harbour.example"))).toBe(n);
  const { reviewId, revision } = await republish(versionId);
  expect(await wire("harbour.example")).toBeNull();
  const right = await wire("The Harbour Gazette");
  expect([countOf(right), right?.corrections, right?.correctedPages]).toEqual([n, 1, 1]);
  await withdrawReview(avan, { reviewId, revision, reason: "Not ours." }, at);
  expect(await wire("The Harbour Gazette")).toBeNull();
});

test("a speaker's record has what was published, under the name that was published, and merging joins two once the page is published anew", async () => {
  const { versionId } = await publishedReview(mara, avan);
  const lina = await speakerNamed("Lina Aziz");
  const before = await record("SPEAKER", lina.id);
  expect(before).toMatchObject({ name: "Lina Aziz", role: null, speakerKind: "PERSON" });
  const name = { speakerId: lina.id, revision: lina.revision, name: "Lina Karim Aziz", role: "mayor" };
  await nameSpeaker(mara, name, at);
  expect(await record("SPEAKER", lina.id)).toEqual(before);
  const root = await database().speaker.create({
    data: { name: "The Mayor of Harbour", kind: "PERSON", rootId: lina.id },
  });
  const { revision } = await speakerNamed("Lina Aziz");
  const ask = { speakerId: lina.id, revision, intoId: root.id, intoRevision: root.revision };
  const merged = await mergeSpeaker(mara, { ...ask, reason: "The same person." }, at);
  expect(await record("SPEAKER", root.id)).toBeNull();
  expect(await record("SPEAKER", lina.id)).toEqual(before);
  await republish(versionId);
  expect(countOf(await record("SPEAKER", root.id))).toBe(countOf(before));
  expect(await record("SPEAKER", lina.id)).toBeNull();
  await partSpeaker(mara, { speakerId: lina.id, revision: merged.revision, reason: "Two people." }, at);
  expect(countOf(await record("SPEAKER", root.id))).toBe(countOf(before));
  await republish(versionId);
  expect(await record("SPEAKER", root.id)).toBeNull();
  expect(countOf(await record("SPEAKER", lina.id))).toBe(countOf(before));
});
