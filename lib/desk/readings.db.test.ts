import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import type { StatementFields } from "#lib/domain/reviews";
import { dismissArticle } from "./articles";
import {
  acceptInPass,
  addInPass,
  editInPass,
  noteInPass,
  rejectInPass,
  removeInPass,
  restoreInPass,
  undoInPass,
} from "./passes";
import { askReading, callOffReading, giveUpPass, handInPass, setReadingRule, takePass } from "./readings";
import { openReview } from "./reviews";
import { at, narration, person, publishedReview, storedPage, suggestionsOf } from "./testing/newsroom";
import { laterVersion, readingOf, sayIn } from "./testing/readings";

let close: () => Promise<void>;
let asker: Actor;
let ana: Actor;
let ben: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  [asker, ana, ben] = [await person("Asker"), await person("Ana", "CONTRIBUTOR"), await person("Ben")];
});
afterAll(async () => {
  await disconnect();
  await close();
});

const passRow = (id: string) => database().blindPass.findUniqueOrThrow({ where: { id } });
const readingRow = (id: string) => database().blindReading.findUniqueOrThrow({ where: { id } });
const marks = (passId: string) =>
  database().passStatement.findMany({ where: { passId, removedAt: null }, orderBy: { start: "asc" } });

describe("asked for", () => {
  test("a page that nobody reviewed is read blind, from suggestions or from the bare text", async () => {
    for (const start of ["SUGGESTIONS", "BARE"] as const) {
      const versionId = await storedPage();
      const { readingId } = await askReading(asker, { versionId, start }, at);
      expect(await readingRow(readingId)).toMatchObject({ versionId, start, state: "READING" });
    }
  });

  test("not twice", async () => {
    const { versionId } = await readingOf(asker);
    await expect(askReading(ben, { versionId, start: "BARE" }, at)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("read blind already"),
    });
  });

  test("not where somebody reviewed it, since others could see that", async () => {
    const versionId = await storedPage();
    await openReview(ben, { versionId }, at);
    await expect(askReading(asker, { versionId, start: "BARE" }, at)).rejects.toMatchObject({
      message: expect.stringContaining("Somebody reviewed"),
    });
  });

  test("nobody reviews it meanwhile, the readers no more than others", async () => {
    const { versionId, readingId } = await readingOf(asker);
    await takePass(ana, { readingId }, at);
    for (const actor of [asker, ana, ben])
      await expect(openReview(actor, { versionId }, at)).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("read this page blind"),
      });
  });

  test("nobody dismisses it meanwhile", async () => {
    const { versionId } = await readingOf(asker);
    const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
    await expect(dismissArticle(asker, { articleId, reason: "A recipe." }, at)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("read this page blind"),
    });
  });

  test("called off, it is reviewed as any page; a contributor calls nothing off", async () => {
    const { versionId, readingId } = await readingOf(asker);
    const off = { readingId, revision: 1, reason: "No second reader." };
    await expect(callOffReading(ana, off, at)).rejects.toMatchObject({ code: "not_allowed" });
    await callOffReading(ben, off, at);
    await expect(takePass(ana, { readingId }, at)).rejects.toMatchObject({ code: "conflict" });
    expect((await openReview(ben, { versionId }, at)).revision).toBe(1);
  });
});

describe("who reads", () => {
  test("not who asked for it", async () => {
    const { readingId } = await readingOf(asker);
    await expect(takePass(asker, { readingId }, at)).rejects.toMatchObject({
      code: "not_allowed",
      message: expect.stringContaining("You asked for this"),
    });
  });

  test("nobody twice, also not once the first pass is in or given up", async () => {
    const { readingId } = await readingOf(asker, "BARE");
    const { passId } = await takePass(ana, { readingId }, at);
    await expect(takePass(ana, { readingId }, at)).rejects.toMatchObject({ code: "conflict" });
    await handInPass(ana, { passId, revision: 1 }, at);
    await expect(takePass(ana, { readingId }, at)).rejects.toMatchObject({
      message: expect.stringContaining("One person does one"),
    });
    const second = await takePass(ben, { readingId }, at);
    await giveUpPass(ben, { passId: second.passId, revision: 1 }, at);
    await expect(takePass(ben, { readingId }, at)).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("no third person", async () => {
    const { readingId } = await readingOf(asker);
    for (const actor of [ana, ben]) await takePass(actor, { readingId }, at);
    await expect(takePass(await person("Cem"), { readingId }, at)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test.each(["wrote", "published"] as const)(
    "not who %s labels of another version of the page",
    async (how) => {
      const [writer, publisher] = [await person("Writer"), await person("Publisher")];
      const { versionId } = await publishedReview(writer, publisher);
      const next = await laterVersion(versionId);
      const { readingId } = await askReading(asker, { versionId: next, start: "BARE" }, at);
      await expect(takePass(how === "wrote" ? writer : publisher, { readingId }, at)).rejects.toMatchObject({
        code: "not_allowed",
        message: expect.stringContaining("hasn’t seen any"),
      });
      expect((await takePass(ben, { readingId }, at)).revision).toBe(1);
    },
  );

  test("not who read another version of the page to the end", async () => {
    const { versionId, readingId } = await readingOf(asker, "BARE");
    for (const actor of [ana, ben]) {
      const { passId } = await takePass(actor, { readingId }, at);
      await handInPass(actor, { passId, revision: 1 }, at);
    }
    const next = await laterVersion(versionId);
    const other = await askReading(asker, { versionId: next, start: "BARE" }, at);
    await expect(takePass(ben, other, at)).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("two who take the last pass at the same time: one has it", async () => {
    const { readingId } = await readingOf(asker);
    await takePass(ana, { readingId }, at);
    const others = [await person("Dara"), await person("Elif"), await person("Femi")];
    const taken = await Promise.allSettled(others.map((actor) => takePass(actor, { readingId }, at)));
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("a pass", () => {
  test("holds what its reader says, and nobody else writes in it or learns that it is there", async () => {
    const { versionId, readingId } = await readingOf(asker);
    const { passId } = await takePass(ana, { readingId }, at);
    const [first, second] = await suggestionsOf(versionId);
    const accept = { reviewId: passId, suggestionId: first?.id };
    await expect(acceptInPass(ben, accept, at)).rejects.toMatchObject({ code: "not_found" });
    const { statementId } = await acceptInPass(ana, accept, at);
    const edit = { statementId, revision: 1, fields: narration(first?.start ?? 0, first?.end ?? 1) };
    for (const act of [editInPass, removeInPass])
      await expect(act(ben, edit, at)).rejects.toMatchObject({ code: "not_found" });
    await rejectInPass(ana, { reviewId: passId, suggestionId: second?.id }, at);
    await editInPass(ana, edit, at);
    expect((await marks(passId)).map(({ label }) => label)).toEqual(["UNSOURCED_ASSERTION"]);
  });

  test("a decision is taken back, a statement removed and restored, and a second one refused", async () => {
    const { versionId, readingId } = await readingOf(asker);
    const { passId } = await takePass(ana, { readingId }, at);
    const [first] = await suggestionsOf(versionId);
    const decision = { reviewId: passId, suggestionId: first?.id };
    await acceptInPass(ana, decision, at);
    await expect(rejectInPass(ana, decision, at)).rejects.toMatchObject({ code: "conflict" });
    await undoInPass(ana, decision, at);
    expect(await marks(passId)).toEqual([]);
    const again = await acceptInPass(ana, decision, at);
    await removeInPass(ana, { ...again }, at);
    await restoreInPass(ana, { ...again, revision: 2 }, at);
    expect(await marks(passId)).toHaveLength(1);
    await expect(removeInPass(ana, { ...again }, at)).rejects.toMatchObject({ code: "conflict" });
  });

  test("that starts from the bare text has no suggestions", async () => {
    const { versionId, readingId } = await readingOf(asker, "BARE");
    const { passId } = await takePass(ana, { readingId }, at);
    const [first] = await suggestionsOf(versionId);
    const decision = { reviewId: passId, suggestionId: first?.id };
    for (const act of [acceptInPass, rejectInPass])
      await expect(act(ana, decision, at)).rejects.toMatchObject({ code: "not_found" });
    const fields = narration(first?.start ?? 0, first?.end ?? 1);
    await expect(addInPass(ana, { ...decision, fields }, at)).rejects.toMatchObject({ code: "not_found" });
    await addInPass(ana, { reviewId: passId, fields }, at);
    expect(await marks(passId)).toHaveLength(1);
  });

  test("is refused what no statement may say, and keeps nothing then", async () => {
    const { versionId, readingId } = await readingOf(asker, "BARE");
    const { passId } = await takePass(ana, { readingId }, at);
    const [first] = await suggestionsOf(versionId);
    const [start, end] = [first?.start ?? 0, first?.end ?? 1];
    const wrong: StatementFields[] = [
      narration(0, 100_000),
      narration(0, 6),
      { ...narration(start, end), sourcing: "UNNAMED_BARE", speaker: { name: "Lina", kind: "PERSON" } },
      { ...narration(start, end), source: [{ start: 0, end: 99_999 }] },
    ];
    for (const fields of wrong)
      await expect(addInPass(ana, { reviewId: passId, fields }, at)).rejects.toMatchObject({
        code: "invalid_input",
      });
    expect(await database().passStatement.count({ where: { passId } })).toBe(0);
  });

  test("makes no speaker, no claim and no statement of the record", async () => {
    const { versionId, readingId } = await readingOf(asker);
    const name = `Speaker ${randomUUID()}`;
    const { passId } = await takePass(ana, { readingId }, at);
    await sayIn(ana, passId, versionId, (fields) => ({
      ...fields,
      sourcing: "NAMED_PERSON",
      speaker: { name, kind: "PERSON" },
    }));
    await handInPass(ana, { passId, revision: 1 }, at);
    expect(await database().speaker.count({ where: { name } })).toBe(0);
    expect(await database().statement.count({ where: { versionId } })).toBe(0);
    expect(await database().review.count({ where: { versionId } })).toBe(0);
  });

  test("holds notes, on its own statements and on words", async () => {
    const { versionId, readingId } = await readingOf(asker);
    const [mine, other] = [await takePass(ana, { readingId }, at), await takePass(ben, { readingId }, at)];
    const [first] = await suggestionsOf(versionId);
    const theirs = await acceptInPass(ben, { reviewId: other.passId, suggestionId: first?.id }, at);
    const note = { reviewId: mine.passId, body: "Who says so?", isPublic: false };
    await expect(noteInPass(ana, { ...note, statementId: theirs.statementId }, at)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(noteInPass(ana, note, at)).rejects.toMatchObject({ code: "invalid_input" });
    const kept = await noteInPass(ana, { ...note, span: { start: 0, end: 5 } }, at);
    const change = { ...note, annotationId: kept?.annotationId, revision: 1 };
    await expect(noteInPass(ben, { ...change, reviewId: other.passId }, at)).rejects.toMatchObject({
      code: "conflict",
    });
    await noteInPass(ana, { ...change, body: "" }, at);
    expect(await database().passNote.count({ where: { passId: mine.passId, removedAt: null } })).toBe(0);
  });
});

describe("handed in", () => {
  test("only by its reader, with nothing left to decide and nothing typed that wasn't saved", async () => {
    const { versionId, readingId } = await readingOf(asker);
    const { passId } = await takePass(ana, { readingId }, at);
    const given = { passId, revision: 1 };
    await expect(handInPass(ana, given, at)).rejects.toMatchObject({ code: "invalid_input" });
    await sayIn(ana, passId, versionId);
    await expect(handInPass(ben, given, at)).rejects.toMatchObject({ code: "not_found" });
    const draft = { userId: ana.id, subject: `article:${passId}:form:new`, body: {}, updatedAt: at.now };
    await database().draft.create({ data: draft });
    await expect(handInPass(ana, given, at)).rejects.toMatchObject({
      message: expect.stringContaining("didn’t save"),
    });
    await database().draft.deleteMany({ where: { userId: ana.id } });
    await handInPass(ana, given, at);
    expect((await passRow(passId)).sha256).toMatch(/^[0-9a-f]{64}$/);
    await expect(handInPass(ana, { passId, revision: 2 }, at)).rejects.toMatchObject({ code: "conflict" });
    const [mark] = await marks(passId);
    await expect(removeInPass(ana, { statementId: mark?.id, revision: 1 }, at)).rejects.toMatchObject({
      message: expect.stringContaining("handed in"),
    });
  });

  test("with the second, the two are laid side by side and what they say is counted", async () => {
    const { versionId, readingId } = await readingOf(asker);
    const [mine, other] = [await takePass(ana, { readingId }, at), await takePass(ben, { readingId }, at)];
    await sayIn(ana, mine.passId, versionId);
    await sayIn(ben, other.passId, versionId, (fields, i) =>
      i === 0 ? { ...fields, time: "TIMELESS" } : fields,
    );
    await handInPass(ana, { passId: mine.passId, revision: 1 }, at);
    expect((await readingRow(readingId)).state).toBe("READING");
    expect(await database().readingUnit.count({ where: { readingId } })).toBe(0);
    await handInPass(ben, { passId: other.passId, revision: 1 }, at);
    expect(await readingRow(readingId)).toMatchObject({ state: "SETTLING", bothInAt: at.now });
    const units = await database().readingUnit.count({ where: { readingId } });
    expect(units).toBe((await suggestionsOf(versionId)).length);
    const [a, b] = [ana.id, ben.id].sort();
    const counts = await database().agreementCount.findMany({
      where: { readerA: a ?? "", readerB: b ?? "" },
    });
    const total = (field: string) =>
      counts.filter((one) => one.field === field).reduce((sum, { count }) => sum + count, 0);
    expect(["SPAN", "LABEL", "SOURCING", "CERTAINTY", "TIME"].map(total)).toEqual(Array(5).fill(units));
    const times = counts.filter(({ field, first, second }) => field === "TIME" && first !== second);
    expect(times.map(({ count }) => count)).toEqual([1]);
  });

  test("two who hand in at the same time are laid side by side once", async () => {
    const { readingId } = await readingOf(asker, "BARE");
    const passes = await Promise.all([ana, ben].map((actor) => takePass(actor, { readingId }, at)));
    await Promise.all(
      passes.map(({ passId }, i) => handInPass([ana, ben][i] ?? ana, { passId, revision: 1 }, at)),
    );
    expect((await readingRow(readingId)).state).toBe("SETTLING");
  });

  test("a pass that was given up is done by somebody else", async () => {
    const { readingId } = await readingOf(asker, "BARE");
    const { passId } = await takePass(ana, { readingId }, at);
    await expect(
      giveUpPass(await person("Gina", "CONTRIBUTOR"), { passId, revision: 1 }, at),
    ).rejects.toMatchObject({ code: "not_found" });
    await giveUpPass(ben, { passId, revision: 1 }, at);
    const passes = await Promise.all(
      [ben, await person("Hana")].map(async (actor) => ({
        actor,
        ...(await takePass(actor, { readingId }, at)),
      })),
    );
    for (const one of passes) await handInPass(one.actor, { passId: one.passId, revision: 1 }, at);
    expect((await readingRow(readingId)).state).toBe("SETTLING");
  });
});

describe("by rule", () => {
  test("every second page that comes in is read blind, and only those", async () => {
    const admin = await person("Admin", "ADMIN");
    await setReadingRule(admin, { everyNth: "2", start: "BARE" }, at);
    const pages = [];
    for (let i = 0; i < 6; i += 1) pages.push(await storedPage());
    await setReadingRule(admin, { everyNth: "", start: "BARE" }, at);
    const readings = await database().blindReading.findMany({ where: { versionId: { in: pages } } });
    expect(readings.map(({ start, askedById }) => [start, askedById])).toEqual(Array(3).fill(["BARE", null]));
    const isRead = pages.map((id) => readings.some(({ versionId }) => versionId === id));
    expect(isRead.slice(0, 2)).toEqual(isRead.slice(2, 4));
    const after = await storedPage();
    expect(await database().blindReading.count({ where: { versionId: after } })).toBe(0);
  });

  test("an admin alone sets it, to a number that makes sense", async () => {
    const admin = await person("Admin", "ADMIN");
    const rule = { everyNth: "3", start: "BARE" };
    await expect(setReadingRule(ben, rule, at)).rejects.toMatchObject({ code: "not_allowed" });
    for (const everyNth of ["0", "-1", "1001", "2.5", "many"])
      await expect(setReadingRule(admin, { ...rule, everyNth }, at)).rejects.toMatchObject({
        code: "invalid_input",
        message: expect.stringContaining("1 to 1,000"),
      });
  });
});
