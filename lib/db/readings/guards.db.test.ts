import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { handInPass, takePass } from "#lib/desk/readings";
import { at, person, storedPage, suggestionsOf } from "#lib/desk/testing/newsroom";
import { readingOf, sayIn } from "#lib/desk/testing/readings";
import type { Actor } from "#lib/domain/actor";

/** What the database refuses of blind readings, whoever asks: plain SQL by the owner, past every check of the program. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let sql: Client;
let asker: Actor;
let ana: Actor;
let ben: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  sql = new Client({ connectionString: db.url });
  await sql.connect();
  [asker, ana, ben] = [await person("Asker"), await person("Ana"), await person("Ben")];
});
afterAll(async () => {
  await disconnect();
  await sql.end();
  await db.close();
});

const refused = (statement: string, why: RegExp) => expect(sql.query(statement)).rejects.toThrow(why);
const newReview = (versionId: string, authorId: string) =>
  `INSERT INTO "Review" ("id", "kind", "versionId", "authorId") VALUES ('${randomUUID()}', 'ARTICLE', '${versionId}', '${authorId}')`;
const newPass = (readingId: string, readerId: string) =>
  `INSERT INTO "BlindPass" ("id", "readingId", "readerId") VALUES ('${randomUUID()}', '${readingId}', '${readerId}')`;
const newReading = (versionId: string) =>
  `INSERT INTO "BlindReading" ("id", "versionId", "start") VALUES ('${randomUUID()}', '${versionId}', 'BARE')`;

/** A reading with both passes in, that differ in one place. */
async function bothIn() {
  const reading = await readingOf(asker);
  const passes = [];
  for (const [i, reader] of [ana, ben].entries()) {
    const { passId } = await takePass(reader, reading, at);
    const statements = await sayIn(reader, passId, reading.versionId, (fields, n) =>
      n === 0 && i === 1 ? { ...fields, time: "RECURRING" } : fields,
    );
    await handInPass(reader, { passId, revision: 1 }, at);
    passes.push({ passId, statements });
  }
  return { ...reading, passes };
}

describe("a reading", () => {
  test("isn't of a version that somebody reviewed, nor twice of one", async () => {
    const versionId = await storedPage();
    await sql.query(newReview(versionId, ana.id));
    await refused(newReading(versionId), /can't be read blind/);
    const { versionId: other } = await readingOf(asker);
    await refused(newReading(other), /BlindReading_one_standing/);
  });

  test("keeps everybody from reviewing its version", async () => {
    const { versionId } = await readingOf(asker);
    await refused(newReview(versionId, asker.id), /read blind/);
  });

  test.each([
    ["is settled before two passes are in", `"state" = 'SETTLING', "bothInAt" = now()`, /two passes are in/],
    ["is settled at once", `"state" = 'SETTLED', "bothInAt" = now(), "endedAt" = now()`, /goes from reading/],
    ["is of another start", `"start" = 'BARE'`, /never changes/],
    ["is called off without a reason", `"state" = 'CALLED_OFF', "endedAt" = now()`, /called_off_whole/],
  ])("never %s", async (_, change, why) => {
    const { readingId } = await readingOf(asker);
    await refused(`UPDATE "BlindReading" SET ${change} WHERE "id" = '${readingId}'`, why);
  });

  test("isn't deleted, nor anything of it", async () => {
    await bothIn();
    for (const table of [
      "BlindReading",
      "BlindPass",
      "PassStatement",
      "ReadingUnit",
      "AgreementCount",
      "ReadingRule",
    ]) {
      await refused(`DELETE FROM "${table}"`, /never changed/);
      await refused(`TRUNCATE "${table}" CASCADE`, /never changed/);
    }
  });
});

describe("a pass", () => {
  test("isn't of who asked, nor of one person twice, nor of a third", async () => {
    const { readingId } = await readingOf(asker);
    await refused(newPass(readingId, asker.id), /who asks/);
    for (const { id } of [ana, ben]) await sql.query(newPass(readingId, id));
    await refused(newPass(readingId, ana.id), /read, and no more|readerId/);
    await refused(newPass(readingId, (await person("Cem")).id), /two people/);
  });

  test("never changes once it is in, nor what it says", async () => {
    const { readingId, versionId } = await readingOf(asker);
    const { passId } = await takePass(ana, { readingId }, at);
    const [statementId] = await sayIn(ana, passId, versionId);
    await handInPass(ana, { passId, revision: 1 }, at);
    await refused(
      `UPDATE "BlindPass" SET "sha256" = repeat('0', 64) WHERE "id" = '${passId}'`,
      /never changes/,
    );
    await refused(
      `UPDATE "PassStatement" SET "label" = 'OPINION' WHERE "id" = '${statementId}'`,
      /never changes/,
    );
    await refused(
      `INSERT INTO "PassNote" ("id", "passId", "start", "end", "body", "isPublic") VALUES ('${randomUUID()}', '${passId}', 0, 3, 'Late.', false)`,
      /never changes/,
    );
  });

  test("quotes its version, and names no other version's suggestion, nor any where it starts from the bare text", async () => {
    const { readingId, versionId } = await readingOf(asker);
    const { passId } = await takePass(ana, { readingId }, at);
    const [statementId] = await sayIn(ana, passId, versionId);
    const change = (set: string) => `UPDATE "PassStatement" SET ${set} WHERE "id" = '${statementId}'`;
    await refused(change(`"exact" = 'Something else.'`), /text of its version/);
    await refused(change(`"fields" = jsonb_set("fields", '{start}', '0')`), /fields_agree/);
    const [other] = await suggestionsOf(await storedPage());
    await refused(change(`"suggestionId" = '${other?.id}'`), /one of that version/);
    const bare = await readingOf(asker, "BARE");
    const { passId: barePass } = await takePass(ana, bare, at);
    await refused(change(`"passId" = '${barePass}'`), /one person's/);
  });
});

describe("what was compared", () => {
  test("stands in two passes that were handed in, and never changes", async () => {
    const { readingId, passes } = await bothIn();
    const unit = `"ReadingUnit" WHERE "readingId" = '${readingId}' AND "number" = 1`;
    const [first, second] = passes.map(({ statements }) => statements);
    const change = (set: string) =>
      `UPDATE "ReadingUnit" SET ${set} WHERE "readingId" = '${readingId}' AND "number" = 1`;
    expect((await sql.query(`SELECT 1 FROM ${unit}`)).rowCount).toBe(1);
    await refused(change(`"rightId" = NULL`), /never changes/);
    await refused(
      change(`"choice" = 'LEFT', "decidedById" = '${asker.id}', "decidedAt" = now()`),
      /decided in a review|whole/,
    );
    const insert = (left: string | undefined, right: string | undefined) =>
      `INSERT INTO "ReadingUnit" ("id", "readingId", "number", "leftId", "rightId", "isSameWords") VALUES ('${randomUUID()}', '${readingId}', 99, '${left}', '${right}', true)`;
    await refused(insert(first?.[0], first?.[1]), /two passes/);
    const other = await readingOf(asker);
    const { passId } = await takePass(ana, other, at);
    const [open] = await sayIn(ana, passId, other.versionId);
    await refused(insert(open, second?.[0]), /handed in/);
  });

  test("isn't settled by one of its readers, nor handed in before it is settled", async () => {
    const { versionId } = await bothIn();
    await refused(newReview(versionId, ana.id), /read blind/);
    await sql.query(newReview(versionId, asker.id));
  });
});
