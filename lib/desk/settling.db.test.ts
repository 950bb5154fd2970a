import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { settlingView } from "#lib/db/readings/settling";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import type { PassStart } from "#lib/domain/readings";
import type { StatementFields } from "#lib/domain/reviews";
import { acceptInPass, addInPass, noteInPass } from "./passes";
import { handInPass, takePass } from "./readings";
import { publishReview, submitReview, takeOverReview } from "./reviews";
import { decideUnit, finishReading, settleReading } from "./settling";
import { at, narration, person, suggestionsOf } from "./testing/newsroom";
import { readingOf, sayIn } from "./testing/readings";

let close: () => Promise<void>;
let asker: Actor;
let ana: Actor;
let ben: Actor;
let cem: Actor;
let dora: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  [asker, ana, ben] = [await person("Asker"), await person("Ana"), await person("Ben")];
  [cem, dora] = [await person("Cem"), await person("Dora")];
});
afterAll(async () => {
  await disconnect();
  await close();
});

type Change = (fields: StatementFields, at: number) => StatementFields;
const asIs: Change = (fields) => fields;

/** A reading with both passes in; each says of every suggestion what is given. */
async function bothIn(
  left: Change,
  right: Change,
  note: string | null = null,
  start: PassStart = "SUGGESTIONS",
) {
  const reading = await readingOf(asker, start);
  for (const [reader, change] of [
    [ana, left],
    [ben, right],
  ] as const) {
    const { passId } = await takePass(reader, reading, at);
    const [statementId] = await sayIn(reader, passId, reading.versionId, change);
    if (note !== null && reader === ana)
      await noteInPass(ana, { reviewId: passId, statementId, body: note, isPublic: false }, at);
    await handInPass(reader, { passId, revision: 1 }, at);
  }
  const { revision } = await database().blindReading.findUniqueOrThrow({ where: { id: reading.readingId } });
  return { ...reading, revision };
}

const unitsIn = async (readingId: string) => (await settlingView(cem, readingId))?.units ?? [];
const statementsIn = (reviewId: string) =>
  database().statement.findMany({ where: { reviewId, removedAt: null }, orderBy: { start: "asc" } });
const opinion: Change = (fields, n) => (n === 0 ? { ...fields, flags: { opinion: true } } : fields);

describe("begun", () => {
  test("what both say alike is copied in, and only what differs waits", async () => {
    const { readingId, revision } = await bothIn(asIs, opinion, "Ask the mayor.");
    const { reviewId } = await settleReading(cem, { readingId, revision }, at);
    const units = await unitsIn(readingId);
    expect(units.map(({ choice }) => choice)).toEqual([null, ...units.slice(1).map(() => "BOTH")]);
    expect(units[0]?.differences).toEqual(["LABEL", "FLAGS"]);
    expect(await statementsIn(reviewId)).toHaveLength(units.length - 1);
    expect(await database().review.findUniqueOrThrow({ where: { id: reviewId } })).toMatchObject({
      state: "DRAFT",
      authorId: cem.id,
    });
  });

  test("by nobody who read, and not before both are in; once", async () => {
    const open = await readingOf(asker);
    await takePass(ana, open, at);
    await expect(settleReading(cem, { ...open, revision: 1 }, at)).rejects.toMatchObject({
      message: expect.stringContaining("Both passes"),
    });
    const { readingId, revision } = await bothIn(asIs, asIs);
    for (const reader of [ana, ben])
      await expect(settleReading(reader, { readingId, revision }, at)).rejects.toMatchObject({
        code: "not_allowed",
      });
    await settleReading(cem, { readingId, revision }, at);
    await expect(settleReading(dora, { readingId, revision: revision + 1 }, at)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("two who begin at the same time: one does", async () => {
    const { readingId, revision } = await bothIn(asIs, opinion);
    const begun = await Promise.allSettled(
      [cem, dora, asker].map((actor) => settleReading(actor, { readingId, revision }, at)),
    );
    expect(begun.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("decided", () => {
  test("left, right, a third or none, and again otherwise; each with the dissent kept", async () => {
    const { readingId, revision, versionId } = await bothIn(asIs, opinion, "Ask the mayor.");
    const { reviewId } = await settleReading(cem, { readingId, revision }, at);
    const decide = async (choice: string, more: object = {}) => {
      const [unit] = await unitsIn(readingId);
      await decideUnit(cem, { unitId: unit?.id, revision: unit?.revision, choice, ...more }, at);
      const [after] = await unitsIn(readingId);
      return after;
    };
    const left = await decide("LEFT", { reason: "It is told as a fact." });
    expect(left).toMatchObject({ choice: "LEFT", reason: "It is told as a fact.", decidedBy: "Cem" });
    expect(left?.final).toMatchObject({ label: "UNSOURCED_ASSERTION", notes: ["Ask the mayor."] });
    expect((await decide("RIGHT"))?.final?.label).toBe("OPINION");
    const none = await decide("NEITHER", { reason: "It is a heading." });
    expect(none).toMatchObject({ choice: "NEITHER", final: null });
    const [first] = await suggestionsOf(versionId);
    const fields = { ...narration(first?.start ?? 0, first?.end ?? 1), sourcing: "NOT_NEEDED" };
    expect((await decide("THIRD", { fields }))?.final?.label).toBe("BACKGROUND");
    // What the two said is as it was handed in, whatever was decided.
    const [unit] = await unitsIn(readingId);
    expect([unit?.left?.label, unit?.right?.label]).toEqual(["UNSOURCED_ASSERTION", "OPINION"]);
    expect(await statementsIn(reviewId)).toHaveLength((await unitsIn(readingId)).length);
    const decisions = await database().suggestionDecision.findMany({
      where: { reviewId, suggestionId: first?.id ?? "", undoneAt: null },
    });
    expect(decisions.map(({ kind }) => kind)).toEqual(["EDITED"]);
  });

  test("by who settles alone: not by a reader, nor by another editor; from the screen that was looked at", async () => {
    const { readingId, revision } = await bothIn(asIs, opinion);
    await settleReading(cem, { readingId, revision }, at);
    const [unit] = await unitsIn(readingId);
    const take = { unitId: unit?.id, revision: unit?.revision, choice: "LEFT" };
    for (const actor of [ana, dora])
      await expect(decideUnit(actor, take, at)).rejects.toMatchObject({ code: "not_allowed" });
    await decideUnit(cem, take, at);
    await expect(decideUnit(cem, { ...take, choice: "RIGHT" }, at)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("a side that marked nothing is taken as no statement", async () => {
    const reading = await readingOf(asker, "BARE");
    const [first] = await suggestionsOf(reading.versionId);
    for (const reader of [ana, ben]) {
      const { passId } = await takePass(reader, reading, at);
      const fields = narration(first?.start ?? 0, first?.end ?? 1);
      if (reader === ana) await addInPass(ana, { reviewId: passId, fields }, at);
      await handInPass(reader, { passId, revision: 1 }, at);
    }
    await settleReading(cem, { readingId: reading.readingId, revision: 2 }, at);
    const [unit] = await unitsIn(reading.readingId);
    expect(unit?.differences).toEqual(["MARK"]);
    await decideUnit(cem, { unitId: unit?.id, revision: unit?.revision, choice: "RIGHT" }, at);
    expect((await unitsIn(reading.readingId))[0]).toMatchObject({ choice: "NEITHER", final: null });
  });

  test("a third that contradicts itself is refused, and what was decided stands", async () => {
    const { readingId, revision } = await bothIn(asIs, opinion);
    await settleReading(cem, { readingId, revision }, at);
    const [unit] = await unitsIn(readingId);
    await decideUnit(cem, { unitId: unit?.id, revision: 1, choice: "LEFT" }, at);
    const speaker = { name: "Lina Aziz", kind: "PERSON" };
    const fields = { ...unit?.left?.fields, sourcing: "UNNAMED_BARE", speaker };
    await expect(
      decideUnit(cem, { unitId: unit?.id, revision: 2, choice: "THIRD", fields }, at),
    ).rejects.toMatchObject({ code: "invalid_input" });
    expect((await unitsIn(readingId))[0]).toMatchObject({ choice: "LEFT", revision: 2 });
  });
});

describe("settled", () => {
  test("once every place is decided; handed in and published by somebody who neither read nor settled", async () => {
    const { readingId, revision, versionId } = await bothIn(asIs, opinion);
    const { reviewId, revision: begun } = await settleReading(cem, { readingId, revision }, at);
    const finish = { readingId, revision: begun };
    await expect(finishReading(cem, finish, at)).rejects.toMatchObject({
      message: expect.stringContaining("One place waits"),
    });
    await expect(submitReview(cem, { reviewId, revision: 1 }, at)).rejects.toMatchObject({
      message: expect.stringContaining("isn’t settled"),
    });
    await expect(takeOverReview(ana, { reviewId, revision: 1 }, at)).rejects.toMatchObject({
      code: "not_allowed",
    });
    const [unit] = await unitsIn(readingId);
    await decideUnit(cem, { unitId: unit?.id, revision: 1, choice: "RIGHT" }, at);
    await finishReading(cem, finish, at);
    const submitted = await submitReview(cem, { reviewId, revision: 1 }, at);
    for (const actor of [ana, ben, cem])
      await expect(
        publishReview(actor, { reviewId, revision: submitted.revision }, at),
      ).rejects.toMatchObject({ code: "not_allowed" });
    const { href } = await publishReview(dora, { reviewId, revision: submitted.revision }, at);
    expect(href).toMatch(/^\/articles\//);
    const { content } = await database().publication.findFirstOrThrow({ where: { versionId } });
    expect(JSON.stringify(content)).toContain('"Ana"');
    // Fewer than ten statements tell no figure.
    expect(content).toMatchObject({ readBlind: { readers: 2 } });
    expect((await verifyRecord()).faults).toEqual([]);
    expect((await settlingView(ana, readingId))?.readers).toEqual([
      { name: "Ana", isYou: true },
      { name: "Ben", isYou: false },
    ]);
  });

  test("what nobody marked of the suggestions is rejected", async () => {
    const reading = await readingOf(asker, "BARE");
    for (const reader of [ana, ben]) {
      const { passId } = await takePass(reader, reading, at);
      const [first] = await suggestionsOf(reading.versionId);
      await addInPass(
        reader,
        { reviewId: passId, fields: narration(first?.start ?? 0, first?.end ?? 1) },
        at,
      );
      await handInPass(reader, { passId, revision: 1 }, at);
    }
    const { readingId } = reading;
    const { reviewId, revision } = await settleReading(cem, { readingId, revision: 2 }, at);
    await finishReading(cem, { readingId, revision }, at);
    const decisions = await database().suggestionDecision.findMany({ where: { reviewId, undoneAt: null } });
    const all = (await suggestionsOf(reading.versionId)).length;
    expect(decisions.map(({ kind }) => kind).sort()).toEqual(["EDITED", ...Array(all - 1).fill("REJECTED")]);
    expect((await submitReview(cem, { reviewId, revision: 1 }, at)).revision).toBe(2);
  });

  test("suggestions that both took as they are become statements with all that the machine found", async () => {
    const reading = await readingOf(asker);
    for (const reader of [ana, ben]) {
      const { passId } = await takePass(reader, reading, at);
      for (const { id } of await suggestionsOf(reading.versionId))
        await acceptInPass(reader, { reviewId: passId, suggestionId: id }, at);
      await handInPass(reader, { passId, revision: 1 }, at);
    }
    const { reviewId } = await settleReading(cem, { readingId: reading.readingId, revision: 2 }, at);
    const statements = await statementsIn(reviewId);
    const suggestions = await suggestionsOf(reading.versionId);
    expect(statements.map(({ label, speakerId }) => [label, speakerId])).toEqual(
      suggestions.map(({ label, speakerId }) => [label, speakerId]),
    );
  });
});

test("side by side is shown to nobody before both are in, and names nobody to who settles", async () => {
  const open = await readingOf(asker);
  await takePass(ana, open, at);
  for (const actor of [asker, ana, ben, cem]) expect(await settlingView(actor, open.readingId)).toBeNull();
  const { readingId } = await bothIn(asIs, opinion);
  expect((await settlingView(cem, readingId))?.readers.map(({ name }) => name)).toEqual([null, null]);
  expect((await settlingView(ben, readingId))?.whyNot).toBe("readItYourself");
});
