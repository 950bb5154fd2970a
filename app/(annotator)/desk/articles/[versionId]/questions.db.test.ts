import { afterAll, beforeAll, expect, test } from "vitest";
import { articleDesk } from "#lib/db/articles/desk";
import { database, disconnect } from "#lib/db/core/client";
import { lastAct } from "#lib/db/live/changes";
import { openReadingOf } from "#lib/db/readings/views";
import { listening } from "#lib/db/testing/asked";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { editStatement } from "#lib/desk/statements";
import { at, draftReview, narration, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { besideDesk } from "./beside";

/** How many questions a page that people work on asks of the database: each is work for the web server too, which has one processor for all of them. */

let close: () => Promise<void>;
let asked: ReturnType<typeof listening>;
let mara: Actor;
let page: { readonly versionId: string; readonly reviewId: string };
beforeAll(async () => {
  const fresh = await freshDatabase();
  close = fresh.close;
  asked = listening(fresh.url);
  mara = await person("Mara");
  page = await draftReview(mara);
});
afterAll(async () => {
  await disconnect();
  await close();
});

async function drawn() {
  await lastAct();
  const desk = await articleDesk(mara, page.versionId);
  if (desk === null) throw new Error("the page isn't there");
  await openReadingOf(page.versionId);
  return { desk, beside: await besideDesk(mara, desk, {}) };
}

test("a page that is drawn anew asks no more than it did", async () => {
  const { result, asked: questions } = await asked(drawn);
  expect(result.beside?.queue.items).toHaveLength(1);
  expect(result.desk.statements.length).toBeGreaterThan(2);
  expect(questions.length).toBeLessThanOrEqual(73);
});

test("nothing of a page is asked twice", async () => {
  const { asked: questions } = await asked(drawn);
  const of = (table: string) => questions.filter((sql) => sql.includes(`FROM "public"."${table}"`));
  for (const table of ["Draft", "FactCorrection", "Segment", "Statement", "Suggestion", "AuditPayload"])
    expect([table, of(table).length]).toEqual([table, table === "Draft" ? 2 : 1]);
});

test("a statement that is saved asks no more than it did", async () => {
  const { id, revision, start, end } = await database().statement.findFirstOrThrow({
    where: { reviewId: page.reviewId },
  });
  const given = { statementId: id, revision, fields: narration(start, end) };
  const { result, asked: questions } = await asked(() => editStatement(mara, given, at));
  expect(result.revision).toBe(revision + 1);
  expect(questions.length).toBeLessThanOrEqual(43);
});
