import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { keepSpeakers } from "#lib/db/statements/speakers";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import type { StatementFields } from "#lib/domain/reviews";
import { AppError } from "#lib/errors";
import { openReview, publishReview, submitReview } from "./reviews";
import { mergeSpeaker, nameSpeaker, partSpeaker } from "./speakers";
import { addStatement, editStatement } from "./statements";
import { acceptAll, at, NOW, narration, person, publishedReview, storedPage } from "./testing/newsroom";

/** Who speakers are: chosen, made, called otherwise, merged and parted. */

let close: () => Promise<void>;
let mara: Actor;
let avan: Actor;
let ida: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
  avan = await person("Avan");
  ida = await person("Ida", "CONTRIBUTOR");
});
afterAll(async () => {
  await disconnect();
  await close();
});

const later = { now: new Date(NOW.getTime() + 3_600_000) };
const named = async (name: string, kind: "PERSON" | "UNNAMED" | "ORGANIZATION" = "PERSON") =>
  (await transaction((tx) => keepSpeakers(tx, [{ name, kind }]))).of({ name, kind }) ?? "";
const rowOf = (id: string) => database().speaker.findUniqueOrThrow({ where: { id } });
const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

async function merge(fromId: string, intoId: string, by = mara, reason = "The same person.") {
  const [from, into] = [await rowOf(fromId), await rowOf(intoId)];
  const ask = { speakerId: fromId, revision: from.revision, intoId, intoRevision: into.revision, reason };
  return mergeSpeaker(by, ask, later);
}
async function part(speakerId: string, reason = "Two people.") {
  const { revision } = await rowOf(speakerId);
  return partSpeaker(mara, { speakerId, revision, reason }, later);
}
async function call(speakerId: string, name: string, role: string | null) {
  const { revision } = await rowOf(speakerId);
  return nameSpeaker(mara, { speakerId, revision, name, role }, later);
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? [error.code, error.message] : error),
  );

describe("merging and parting", () => {
  let [short, whole, third] = ["", "", ""];
  beforeEach(async () => {
    short = await named(unique("Karim"));
    whole = await named(unique("Hadi Karim"));
    third = await named(unique("H. Karim"));
  });

  test("one becomes a part of the other, with all that was merged into it, and is parted again as it was", async () => {
    await merge(third, short);
    await merge(short, whole);
    expect([(await rowOf(third)).rootId, (await rowOf(short)).rootId]).toEqual([whole, whole]);
    await part(short);
    expect([(await rowOf(third)).rootId, (await rowOf(short)).rootId]).toEqual([short, short]);
    await part(third);
    expect((await rowOf(third)).rootId).toBe(third);
  });

  test("who, when and why stand in the history", async () => {
    await merge(short, whole, avan, "The ministry’s list of names.");
    const event = await database().auditEvent.findFirstOrThrow({
      where: { subjectId: `speaker:${short}` },
      include: { payload: true },
    });
    expect([event.action, event.actorId, event.at]).toEqual(["speaker.merge", avan.id, later.now]);
    expect(event.payload?.payload).toMatchObject({ intoId: whole, reason: "The ministry’s list of names." });
    expect(await verifyRecord()).toMatchObject({ faults: [] });
  });

  test("nobody is merged with themselves, with who is merged already, or without a reason", async () => {
    expect(await codeOf(merge(short, short))).toEqual([
      "invalid_input",
      "These are one speaker already. Choose another.",
    ]);
    await merge(short, whole);
    const { shownName, name } = await rowOf(whole);
    const gone = [
      "conflict",
      `This was merged into “${shownName ?? name}” meanwhile. Reload the page, and go on with that one.`,
    ];
    expect(await codeOf(merge(short, third))).toEqual(gone);
    expect(await codeOf(merge(third, short))).toEqual(gone);
    expect(await codeOf(merge(third, whole, mara, "  "))).toEqual([
      "invalid_input",
      "Write how you know that they are one.",
    ]);
    expect(await codeOf(merge(third, randomUUID()).catch((error) => Promise.reject(error)))).not.toBeNull();
  });

  test("a name and words that name nobody stay two", async () => {
    const officials = await named(unique("officials"), "UNNAMED");
    expect(await codeOf(merge(officials, whole))).toMatchObject(["invalid_input", /isn’t named/]);
    expect(await codeOf(merge(whole, officials))).toMatchObject(["invalid_input", /isn’t named/]);
  });

  test("what was never merged can’t be parted", async () => {
    expect(await codeOf(part(short))).toMatchObject(["conflict", /stands alone already/]);
  });

  test("a preview that was drawn before somebody else merged is stale", async () => {
    const [from, into] = [await rowOf(short), await rowOf(whole)];
    await merge(third, whole, avan);
    const ask = { speakerId: short, revision: from.revision, intoId: whole, intoRevision: into.revision };
    expect(await codeOf(mergeSpeaker(mara, { ...ask, reason: "One." }, later))).toMatchObject([
      "conflict",
      /changed/,
    ]);
    expect((await rowOf(short)).mergedIntoId).toBeNull();
  });

  test("two editors who merge crosswise at once make no circle: one wins", async () => {
    for (let n = 0; n < 10; n += 1) {
      const [a, b] = [await named(unique("Left")), await named(unique("Right"))];
      const done = await Promise.allSettled([merge(a, b, mara), merge(b, a, avan)]);
      expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const rows = [await rowOf(a), await rowOf(b)];
      expect(rows.filter(({ mergedIntoId }) => mergedIntoId === null)).toHaveLength(1);
      expect(new Set(rows.map(({ rootId }) => rootId)).size).toBe(1);
    }
  });

  test("a ring of three at once makes no circle", async () => {
    await Promise.allSettled([merge(short, whole), merge(whole, third, avan), merge(third, short)]);
    const rows = await Promise.all([short, whole, third].map(rowOf));
    const roots = rows.filter(({ id, rootId }) => id === rootId);
    expect(roots.length).toBeGreaterThan(0);
    for (const { rootId } of rows) expect(roots.map(({ id }) => id)).toContain(rootId);
  });

  test("a contributor says nothing of who speakers are", async () => {
    expect(await codeOf(merge(short, whole, ida))).toMatchObject(["not_allowed", /role/]);
  });
});

describe("names and roles", () => {
  test("a speaker is called otherwise, pages to come are known by the name they write, and it is put back", async () => {
    const written = unique("Lina");
    const id = await named(written);
    await call(id, `${written} Aziz`, "mayor");
    expect(await rowOf(id)).toMatchObject({ name: written, shownName: `${written} Aziz`, role: "mayor" });
    expect([await named(written), await named(`${written} Aziz`)]).toEqual([id, id]);
    await call(id, written, null);
    expect(await rowOf(id)).toMatchObject({ shownName: null, role: null });
  });

  test("two of one name have two roles; a third page’s name is nobody’s until somebody chooses", async () => {
    const name = unique("John Smith");
    const mayor = await named(name);
    await call(mayor, name, "mayor");
    expect(await named(name)).toBe(mayor);
    const player = await transaction(async (tx) => {
      const { chosenSpeaker } = await import("#lib/db/statements/chosen-speaker");
      return (await chosenSpeaker(tx, { name, kind: "PERSON", role: "footballer" })).id;
    });
    expect(player).not.toBe(mayor);
    const open = await named(name);
    expect([mayor, player]).not.toContain(open);
    expect(await named(name)).toBe(open);
    expect(await codeOf(call(player, name, "mayor"))).toMatchObject(["conflict", /same role/]);
    await merge(open, mayor);
    // Two people still have it: the next page is neither’s.
    expect([mayor, player, open]).not.toContain(await named(name));
    // The name that says no more was given again: the first one can’t come back beside it.
    expect(await codeOf(part(open))).toMatchObject(["conflict", /same role/]);
  });

  test.each([
    ["nothing", " ", /^Write who is behind it/],
    ["10,000 letters", "a".repeat(10_000), /under 300/],
    ["turned words", "Lina \u202EzizA", /hidden characters/],
    ["letters of two scripts", "Lina Аziz", /one script/],
    ["a letter that can’t be stored", "Lina\u0000", /./],
  ])("a name of %s is refused, and nothing is kept", async (_, name, message) => {
    const id = await named(unique("Lina"));
    expect(await codeOf(call(id, name, null))).toMatchObject(["invalid_input", message]);
    expect(await rowOf(id)).toMatchObject({ shownName: null, revision: 1 });
  });

  test.each(["<b>Lina</b> & “Co”", "محمد شياع السوداني", "Ўзбек Ҳаким", "O’Brien-Łoś"])(
    "%s is a name as it is",
    async (name) => {
      const id = await named(unique("x"));
      const whole = unique(name);
      await call(id, whole, null);
      expect((await rowOf(id)).shownName).toBe(whole);
    },
  );
});

describe("statements and what is published", () => {
  async function written(name: string, by = mara) {
    const versionId = await storedPage();
    const { reviewId } = await openReview(by, { versionId }, at);
    await acceptAll(by, versionId, reviewId);
    const statement = await database().statement.findFirstOrThrow({
      where: { reviewId, removedAt: null, speaker: { name: "Lina Aziz" } },
      orderBy: { start: "asc" },
    });
    const edit = (speaker: StatementFields["speaker"], revision = statement.revision) =>
      editStatement(
        by,
        { statementId: statement.id, revision, fields: { ...said(statement.start, statement.end), speaker } },
        at,
      );
    await edit({ name, kind: "PERSON" });
    const { speakerId } = await database().statement.findUniqueOrThrow({ where: { id: statement.id } });
    return { versionId, reviewId, statementId: statement.id, speakerId: speakerId ?? "", edit };
  }
  const said = (start: number, end: number): StatementFields => ({
    ...narration(start, end),
    sourcing: "NAMED_PERSON",
    factualitySource: "CT+",
  });
  const statementOf = (id: string) => database().statement.findUniqueOrThrow({ where: { id } });
  const publish = async (reviewId: string, by: Actor, publisher: Actor, correction: string | null = null) => {
    const { revision } = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
    const handed = await submitReview(by, { reviewId, revision, correction }, at);
    return publishReview(publisher, { reviewId, revision: handed.revision }, at);
  };
  const publishedNames = async (reviewId: string) => {
    const { content, id } = await database().publication.findFirstOrThrow({ where: { reviewId } });
    const { statements } = content as unknown as { statements: { speaker: { name: string } | null }[] };
    const rows = await database().standingStatement.findMany({ where: { publicationId: id } });
    return {
      frozen: statements.flatMap(({ speaker }) => (speaker ? Object.entries(speaker).flat() : [])),
      rows: rows.flatMap(({ speaker }) => speaker ?? []),
    };
  };

  test("a known speaker is chosen by id, one who was merged away meanwhile counts as the other", async () => {
    const { statementId, speakerId, edit } = await written(unique("Karim"));
    const whole = await named(unique("Hadi Karim"));
    await merge(speakerId, whole);
    await edit({ name: "whatever", kind: "PERSON", id: speakerId }, 2);
    expect((await statementOf(statementId)).speakerId).toBe(speakerId);
    await edit({ name: "whatever", kind: "PERSON", id: whole }, 3);
    expect((await statementOf(statementId)).speakerId).toBe(whole);
    expect(await codeOf(edit({ name: "nobody", kind: "PERSON", id: randomUUID() }, 4))).toMatchObject([
      "invalid_input",
      /./,
    ]);
  });

  test("who is chosen must fit what is said of the source", async () => {
    const { edit } = await written(unique("Karim"));
    const officials = await named(unique("officials"), "UNNAMED");
    expect(await codeOf(edit({ name: "x", kind: "PERSON", id: officials }, 2))).toMatchObject([
      "invalid_input",
      /./,
    ]);
  });

  test("a name that several have is asked about, with a role it is a new one, and a disguised one is refused", async () => {
    const name = unique("John Smith");
    const { edit, statementId, speakerId } = await written(name);
    await call(speakerId, name, "mayor");
    await edit({ name, kind: "PERSON", role: "footballer" }, 2);
    const player = (await statementOf(statementId)).speakerId;
    expect(player).not.toBe(speakerId);
    expect(await codeOf(edit({ name, kind: "PERSON" }, 3))).toMatchObject([
      "invalid_input",
      /Several speakers/,
    ]);
    await edit({ name, kind: "PERSON", role: "mayor" }, 3);
    expect((await statementOf(statementId)).speakerId).toBe(speakerId);
    expect(await codeOf(edit({ name: "Lina \u202Eaziz", kind: "PERSON" }, 4))).toMatchObject([
      "invalid_input",
      /hidden/,
    ]);
  });

  test("what was published stays; the next publication has the new name, and whoever gave it doesn’t publish it", async () => {
    const short = unique("Karim");
    const noor = await person("Noor");
    const page = await written(short, mara);
    await publish(page.reviewId, mara, avan);
    const whole = unique("Hadi Karim");
    const wholeId = await named(whole);
    await merge(page.speakerId, wholeId, noor);
    expect(await publishedNames(page.reviewId)).toMatchObject({
      frozen: expect.arrayContaining(["name", short, "kind", "PERSON"]),
      rows: expect.arrayContaining([short]),
    });
    expect(await verifyRecord()).toMatchObject({ faults: [] });
    const { reviewId } = await openReview(mara, { versionId: page.versionId }, at);
    const { revision } = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
    const handed = await submitReview(mara, { reviewId, revision, correction: "The whole name." }, at);
    expect(await codeOf(publishReview(noor, { reviewId, revision: handed.revision }, at))).toMatchObject([
      expect.any(String),
      /You wrote part of this/,
    ]);
    await publishReview(avan, { reviewId, revision: handed.revision }, at);
    const { frozen, rows } = await publishedNames(reviewId);
    expect(frozen).toContain(whole);
    expect(frozen).not.toContain(short);
    expect(rows).toContain(whole);
    expect(await verifyRecord()).toMatchObject({ faults: [] });
  });

  test("whoever called a speaker something once may publish what was written with that name later", async () => {
    const id = await named(unique("Aso"));
    const shown = unique("Aso Rahim");
    const { revision } = await rowOf(id);
    const before = { now: new Date(NOW.getTime() - 3_600_000) };
    await nameSpeaker(avan, { speakerId: id, revision, name: shown, role: null }, before);
    const page = await written(shown);
    expect(page.speakerId).toBe(id);
    expect(await codeOf(publish(page.reviewId, mara, avan))).toBeNull();
  });

  test("a review that was handed in before is stale", async () => {
    const page = await written(unique("Karim"));
    const { revision } = await database().review.findUniqueOrThrow({ where: { id: page.reviewId } });
    const handed = await submitReview(mara, { reviewId: page.reviewId, revision }, at);
    await merge(page.speakerId, await named(unique("Hadi Karim")));
    expect(
      await codeOf(publishReview(avan, { reviewId: page.reviewId, revision: handed.revision }, at)),
    ).toMatchObject(["conflict", /handed in again/]);
  });

  test("a page that nobody touched publishes as it did", async () => {
    const { reviewId } = await publishedReview(mara, avan);
    expect((await publishedNames(reviewId)).frozen).toContain("Lina Aziz");
    expect(await codeOf(addStatement(mara, { reviewId, fields: narration(0, 1) }, at))).not.toBeNull();
  });
});
