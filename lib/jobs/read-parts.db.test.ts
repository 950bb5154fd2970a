import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, test } from "vitest";
import { articleDesk } from "#lib/db/articles/desk";
import { endLostPartReadings, keepFound, partsToRead } from "#lib/db/articles/part-readings";
import { SYSTEM } from "#lib/db/audit/audit";
import { verifyRecord } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import { queueOf } from "#lib/db/queue/list";
import { publishedArticle } from "#lib/db/readers/published";
import { passDesk } from "#lib/db/readings/pass-desk";
import { correctFact } from "#lib/desk/articles";
import { correctParts, lookThroughParts, takeBackParts } from "#lib/desk/parts";
import { askReading, takePass } from "#lib/desk/readings";
import { openReview, publishReview, submitReview } from "#lib/desk/reviews";
import { acceptSuggestion, addStatement, rejectSuggestion } from "#lib/desk/statements";
import { acceptAll, at, NOW, narration, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { plainQueue } from "#lib/domain/queue-search";
import { AppError } from "#lib/errors";
import { ingest } from "#lib/ingest";
import { readCut, readFresh } from "#lib/ingest/part-reading";
import * as words from "#lib/words";
import { runPartReading } from "./read-parts";
import { startReadingPool } from "./reading/reading-pool";
import { workshop } from "./testing/workshop";

const said = words.partReadingEnds;
const { work } = workshop();
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  mara = await person("Mara");
  avan = await person("Avan");
});
afterEach(async () => {
  await database().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await endLostPartReadings(NOW);
});

const QUOTE = "“Work goes on,” said Lina Aziz, the mayor.";
const REPORT = `The ministry said on Tuesday that the harbour will close in May. ${QUOTE}`;

/** A page whose last paragraphs the machine took for a comment. */
async function storedPage(): Promise<string> {
  const mark = randomUUID().slice(0, 8);
  const text = [
    "Monday, September 16, 2024",
    `Harbour Council Agrees To Widen The Quay Number ${mark}`,
    `The harbour council agreed on Monday to widen quay ${mark}, the mayor, Lina Aziz, said. Work begins next spring, she said.\n\nThe quay was built in 1931. The ministry said that it will pay half of the cost.`,
    "2 comments:",
    `Anonymous said...\n\n${REPORT}\n\nSeptember 17, 2024 at 9:12 AM`,
  ].join("\n\n");
  const { versionId } = await ingest(
    {
      bytes: new TextEncoder().encode(text),
      format: "text",
      mediaType: null,
      url: null,
      publisher: "harbour.example",
      isSample: false,
      requestedBy: SYSTEM,
    },
    at,
  );
  return versionId;
}

async function deskOf(versionId: string) {
  const desk = await articleDesk(mara, versionId);
  if (desk === null) throw new Error("the page was stored");
  return desk;
}

const reason = "It is the report.";
async function retype(versionId: string, type: string, quote = REPORT.slice(0, 20), who = mara) {
  const desk = await deskOf(versionId);
  const place = desk.version.text.indexOf(quote);
  const part = desk.segments.find(({ start, end }) => start <= place && place < end);
  const change = { act: "TYPE", start: part?.start ?? -1, type };
  return correctParts(who, { versionId, seen: desk.partCorrections.length, change, reason }, at);
}
async function takeBack(versionId: string) {
  const { partCorrections } = await deskOf(versionId);
  await takeBackParts(mara, { versionId, seen: partCorrections.length, reason }, at);
}

const suggestions = (versionId: string) =>
  database().suggestion.findMany({ where: { versionId }, orderBy: { index: "asc" } });
const readings = (versionId: string) =>
  database().partReading.findMany({ where: { versionId }, orderBy: { id: "asc" } });
const jobs = () =>
  database().$queryRaw<{ task: string; key: string | null }[]>`
    SELECT task_identifier AS task, key FROM graphile_worker.jobs WHERE attempts < max_attempts`;
const stateOf = async (versionId: string) => (await deskOf(versionId)).partReading;
const running = { engine: "RULES" as const, pool: null, isLastAttempt: false, now: () => NOW };

test("the machine took it for a comment: what these tests rest on", async () => {
  const desk = await deskOf(await storedPage());
  const place = desk.version.text.indexOf(REPORT);
  expect(desk.segments.find(({ start, end }) => start <= place && place < end)?.type).toBe("COMMENT");
  expect(desk.partReading).toBeNull();
});

test("text that became the article's is read by the worker, and what is found is suggested, with its reasons", async () => {
  const versionId = await storedPage();
  const before = await suggestions(versionId);
  expect(await retype(versionId, "BODY")).toMatchObject({ isUnread: true });
  expect(await stateOf(versionId)).toEqual({ state: "WAITING" });
  expect(await jobs()).toEqual([{ task: "parts", key: `parts:${versionId}` }]);
  await work();
  const [reading] = await readings(versionId);
  const after = await suggestions(versionId);
  const found = after.slice(before.length);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(found.map(({ exact }) => exact)).toEqual([
    "The ministry said on Tuesday that the harbour will close in May.",
    QUOTE,
  ]);
  expect(new Set(after.map(({ start, end }) => `${start} ${end}`)).size).toBe(after.length);
  for (const one of found)
    expect(one).toMatchObject({
      engineName: "onrecord-rules",
      engineVersion: reading?.engineVersion,
      reasons: expect.arrayContaining([expect.objectContaining({ axis: "SOURCING" })]),
    });
  const desk = await deskOf(versionId);
  expect(desk.partReading).toEqual({ state: "DONE", found: found.length });
  const ministry = desk.suggestions.find(({ exact }) => exact.startsWith("The ministry said on Tuesday"));
  expect(ministry).toMatchObject({
    label: "REPORTED",
    speaker: expect.objectContaining({ name: expect.stringMatching(/ministry/i) }),
  });
  const event = await database().auditEvent.findFirst({
    where: { subjectId: `version:${versionId}`, action: "partReading.keep" },
    include: { payload: true },
  });
  expect([event?.actorId, event?.payload?.payload]).toEqual([
    SYSTEM,
    expect.objectContaining({ readingId: reading?.id, found: found.length }),
  ]);
  const item = (await queueOf(mara, plainQueue("mine"))).items.find(({ href }) => href.endsWith(versionId));
  const open = (await queueOf(mara, plainQueue("unassigned"))).items.find(({ href }) =>
    href.endsWith(versionId),
  );
  expect((item ?? open)?.waiting).toBe(after.length);
  expect((await verifyRecord()).faults).toEqual([]);
  expect(await jobs()).toEqual([]);
});

test("in the reading processes it is as it is here", async () => {
  const versionId = await storedPage();
  await retype(versionId, "BODY");
  const pool = startReadingPool({ processes: 1 });
  try {
    const asked = await partsToRead(versionId);
    if (asked === null) throw new Error("it was asked for");
    expect(await pool.readCut(asked.cut, "RULES")).toEqual(readCut(asked.cut, "RULES"));
    await runPartReading(versionId, { ...running, pool });
  } finally {
    await pool.close();
  }
  expect(await stateOf(versionId)).toMatchObject({ state: "DONE", found: expect.any(Number) });
}, 60_000);

test("sent again, asked again, run again: once", async () => {
  const versionId = await storedPage();
  await retype(versionId, "BODY");
  for (const who of [mara, avan]) await lookThroughParts(who, { versionId }, at);
  expect([await jobs(), await readings(versionId)]).toEqual([
    [{ task: "parts", key: `parts:${versionId}` }],
    [expect.objectContaining({ endedAt: null })],
  ]);
  const { keep } = await readNow(versionId);
  await Promise.all([keep(), keep()]);
  const once = await suggestions(versionId);
  await runPartReading(versionId, running);
  await work();
  expect(await suggestions(versionId)).toEqual(once);
  expect(
    await database().auditEvent.count({
      where: { action: "partReading.keep", subjectId: `version:${versionId}` },
    }),
  ).toBe(1);
  await expect(lookThroughParts(mara, { versionId }, at)).rejects.toThrow(said.refusals.nothingToLook);
});

test("what people marked stays as it is, and nothing is suggested over it", async () => {
  const versionId = await storedPage();
  const { reviewId } = await openReview(mara, { versionId }, at);
  await retype(versionId, "BODY");
  const { version } = await deskOf(versionId);
  const start = version.text.indexOf(REPORT);
  const fields = narration(start, start + REPORT.indexOf(".") + 1);
  await addStatement(mara, { reviewId, suggestionId: null, fields }, at);
  const marked = await database().statement.findMany({ where: { versionId } });
  await work();
  expect(await database().statement.findMany({ where: { versionId } })).toEqual(marked);
  const over = (await suggestions(versionId)).filter(
    (one) => one.start < fields.end && one.end > fields.start,
  );
  expect(over).toEqual([]);
  expect((await deskOf(versionId)).suggestions.map(({ exact }) => exact)).toContain(QUOTE);
});

test("corrected back, what nobody touched goes out of sight and what was decided is set aside; both come back, and nothing is read again", async () => {
  const versionId = await storedPage();
  const { reviewId } = await openReview(mara, { versionId }, at);
  const before = (await deskOf(versionId)).suggestions.length;
  await retype(versionId, "BODY");
  await work();
  const found = (await suggestions(versionId)).slice(before);
  const [first] = found;
  await acceptSuggestion(mara, { reviewId, suggestionId: first?.id ?? "" }, at);
  const shown = async () => {
    const { suggestions: all, statements, aside, partReading } = await deskOf(versionId);
    return [
      all.filter(({ decision }) => decision === null).length,
      statements.length,
      aside?.statements.length ?? 0,
      partReading?.state ?? null,
    ];
  };
  const after = await shown();
  await takeBack(versionId);
  expect(await shown()).toEqual([before, 0, 1, null]);
  await retype(versionId, "BODY");
  expect(await jobs()).toEqual([]);
  expect(await shown()).toEqual(after);
  await retype(versionId, "CHROME");
  expect(await shown()).toEqual([before, 0, 1, null]);
  expect(await database().statement.count({ where: { reviewId, removedAt: null } })).toBe(1);
  expect(await suggestions(versionId)).toHaveLength(before + found.length);
});

test("taken back before it was read, it is called off; put right again, it is read", async () => {
  const versionId = await storedPage();
  const before = await suggestions(versionId);
  await retype(versionId, "BODY");
  await takeBack(versionId);
  expect([await jobs(), await stateOf(versionId)]).toEqual([[], null]);
  expect(await readings(versionId)).toMatchObject([{ message: said.nothingLeft, found: null }]);
  await work();
  expect(await suggestions(versionId)).toEqual(before);
  await retype(versionId, "BODY");
  await work();
  expect((await suggestions(versionId)).length).toBeGreaterThan(before.length);
});

async function readNow(versionId: string) {
  const asked = await partsToRead(versionId);
  if (asked === null) throw new Error("it was asked for");
  const read = await readFresh(asked.cut, asked.fresh, async (cut) => readCut(cut, "RULES"));
  return { keep: () => keepFound({ versionId, id: asked.id }, read, NOW) };
}

test("a part that is none of the article's any more when it was read gets no suggestions", async () => {
  const versionId = await storedPage();
  const before = await suggestions(versionId);
  await retype(versionId, "BODY", "2 comments");
  await retype(versionId, "BODY");
  const { keep } = await readNow(versionId);
  await retype(versionId, "CAPTION");
  await keep();
  expect(await suggestions(versionId)).toEqual(before);
  const { version } = await deskOf(versionId);
  const place = version.text.indexOf("2 comments");
  expect(await readings(versionId)).toMatchObject([
    { found: 0, spans: [[place, place + "2 comments:".length]] },
  ]);
  await retype(versionId, "BODY");
  await work();
  expect((await suggestions(versionId)).length).toBeGreaterThan(before.length);
});

test("text that came to the article while it was read is read next", async () => {
  const versionId = await storedPage();
  const before = await suggestions(versionId);
  await retype(versionId, "BODY", "2 comments");
  const { keep } = await readNow(versionId);
  await retype(versionId, "BODY");
  await keep();
  expect(await stateOf(versionId)).toEqual({ state: "WAITING" });
  await work();
  expect(await stateOf(versionId)).toEqual({ state: "DONE", found: 2 });
  expect(await suggestions(versionId)).toHaveLength(before.length + 2);
});

test("a reading that fails says why in words, leaves everything as it was, and can be asked for again", async () => {
  const versionId = await storedPage();
  const before = await suggestions(versionId);
  await retype(versionId, "BODY");
  const broken = (error: Error) => ({
    read: () => Promise.reject(error),
    readCut: () => Promise.reject(error),
    readFactChecks: () => Promise.reject(error),
    close: async () => {},
  });
  const run = (error: Error, isLastAttempt: boolean) =>
    runPartReading(versionId, { ...running, pool: broken(error), isLastAttempt });
  await expect(run(new Error("no process"), false)).rejects.toThrow("no process");
  expect(await stateOf(versionId)).toEqual({ state: "WAITING" });
  await expect(run(new Error("no process"), true)).rejects.toThrow("no process");
  expect(await stateOf(versionId)).toEqual({ state: "FAILED", message: said.gaveUp });
  await lookThroughParts(mara, { versionId }, at);
  await run(new AppError("too_large", words.pages.tooSlow), false);
  expect(await stateOf(versionId)).toEqual({ state: "FAILED", message: words.pages.tooSlow });
  expect(await suggestions(versionId)).toEqual(before);
  await lookThroughParts(mara, { versionId }, at);
  await database().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
  expect(await endLostPartReadings(NOW)).toBe(1);
  expect(await stateOf(versionId)).toEqual({ state: "FAILED", message: said.gaveUp });
  await lookThroughParts(mara, { versionId }, at);
  await work();
  expect(await stateOf(versionId)).toMatchObject({ state: "DONE" });
  expect((await suggestions(versionId)).length).toBeGreaterThan(before.length);
});

test("what was put right before this was done can be asked for", async () => {
  const versionId = await storedPage();
  const { start } = (await deskOf(versionId)).segments.find(({ type }) => type === "COMMENT") ?? {
    start: -1,
  };
  const row = { act: "TYPE" as const, start, type: "BODY" as const };
  await database().partCorrection.create({
    data: { ...row, versionId, number: 1, reason, byId: mara.id, at: NOW },
  });
  expect(await stateOf(versionId)).toEqual({ state: "FAILED", message: said.before });
  await lookThroughParts(mara, { versionId }, at);
  await work();
  expect(await stateOf(versionId)).toMatchObject({ state: "DONE" });
});

test("a page in another language is not read, and nothing waits for it", async () => {
  const versionId = await storedPage();
  const before = await suggestions(versionId);
  await correctFact(mara, { versionId, fact: "LANGUAGE", before: "en", reads: "de", reason }, at);
  await retype(versionId, "BODY");
  expect([await jobs(), await stateOf(versionId)]).toEqual([[], null]);
  await expect(lookThroughParts(mara, { versionId }, at)).rejects.toThrow(said.refusals.nothingToLook);
  await work();
  expect(await suggestions(versionId)).toEqual(before);
});

test("nothing is handed in while it is read; what is found is decided first, and a published page stays as it was frozen", async () => {
  const versionId = await storedPage();
  const { reviewId, revision } = await openReview(mara, { versionId }, at);
  await acceptAll(mara, versionId, reviewId);
  const handed = await submitReview(mara, { reviewId, revision }, at);
  const published = await publishReview(avan, { reviewId, revision: handed.revision }, at);
  const slug = published.href.split("/").at(-1) ?? "";
  const frozen = (await publishedArticle(slug))?.content;
  await retype(versionId, "BODY");
  await work();
  expect(await stateOf(versionId)).toMatchObject({ state: "DONE" });
  expect((await publishedArticle(slug))?.content).toEqual(frozen);

  const next = await openReview(mara, { versionId }, at);
  await expect(
    submitReview(mara, { reviewId: next.reviewId, revision: next.revision, correction: "More." }, at),
  ).rejects.toThrow(/suggestions? still waits?/);
  await retype(versionId, "BODY", "2 comments");
  expect(await stateOf(versionId)).toEqual({ state: "WAITING" });
  const hand = () =>
    submitReview(mara, { reviewId: next.reviewId, revision: next.revision, correction: "More." }, at);
  await expect(hand()).rejects.toThrow(said.refusals.lookingNow);
  await work();
  for (const { id, decision } of (await deskOf(versionId)).suggestions)
    if (decision === null)
      await rejectSuggestion(mara, { reviewId: next.reviewId, suggestionId: id, reason: "No." }, at);
  expect((await publishedArticle(slug))?.content).toEqual(frozen);
  await hand();
  await expect(lookThroughParts(mara, { versionId }, at)).rejects.toThrow(words.refusals.submitted);
});

test("nobody has a page read blind while statements are looked for in it; a blind reader isn't told what was found", async () => {
  const versionId = await storedPage();
  await retype(versionId, "BODY");
  const ask = () => askReading(mara, { versionId, start: "BARE" }, at);
  await expect(ask()).rejects.toThrow(said.refusals.lookingFirst);
  await work();
  const { readingId } = await ask();
  await takePass(avan, { readingId }, at);
  const desk = await passDesk(avan, readingId);
  expect([desk?.partReading, desk?.suggestions, desk?.history]).toEqual([null, [], []]);
  await expect(lookThroughParts(mara, { versionId }, at)).rejects.toThrow(words.refusals.readBlind);
});

test("what was asked for when a blind reading began otherwise adds nothing to it", async () => {
  const versionId = await storedPage();
  const before = await suggestions(versionId);
  await retype(versionId, "BODY");
  await database().blindReading.create({
    data: { versionId, start: "SUGGESTIONS", askedById: mara.id, createdAt: NOW },
  });
  await runPartReading(versionId, running);
  expect(await suggestions(versionId)).toEqual(before);
  expect(await readings(versionId)).toMatchObject([{ message: words.refusals.readBlind, found: null }]);
});
