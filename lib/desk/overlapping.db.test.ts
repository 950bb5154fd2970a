import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { ArticlePublication } from "#lib/domain/publications";
import * as words from "#lib/words";
import { openReview, publishReview, submitReview } from "./reviews";
import { acceptSuggestion, addStatement, editStatement, removeStatement } from "./statements";
import { acceptAll, at, narration, person, storedPage, suggestionsOf } from "./testing/newsroom";

/** Several statements in one sentence: beside each other, inside another, across two. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  mara = await person("Mara");
  avan = await person("Avan");
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

const refusals = words.refusals;

async function underReview(mark?: string) {
  const versionId = await storedPage(mark);
  const { reviewId } = await openReview(mara, { versionId }, at);
  const { text } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  const of = (quote: string) => {
    const start = text.indexOf(quote);
    return narration(start, start + quote.length);
  };
  const add = (quote: string) => addStatement(mara, { reviewId, suggestionId: null, fields: of(quote) }, at);
  return { versionId, reviewId, text, of, add };
}

const standing = (reviewId: string) =>
  database().statement.findMany({
    where: { reviewId, removedAt: null },
    orderBy: [{ start: "asc" }, { end: "asc" }],
    select: { exact: true, start: true, end: true },
  });

test("they stand side by side, nested and overlapping, each with its own words; the same words stand once", async () => {
  const { versionId, reviewId, text, of, add } = await underReview();
  const [whole] = await suggestionsOf(versionId);
  if (!whole) throw new Error("the page has a suggestion");
  await acceptSuggestion(mara, { reviewId, suggestionId: whole.id }, at);
  const nested = await add("to widen quay");
  const inner = await add("widen");
  await add("Lina Aziz, said. Work begins next spring");
  await expect(add("widen")).rejects.toThrow(refusals.sameSpan);
  expect((await standing(reviewId)).map(({ exact }) => exact)).toEqual([
    whole.exact,
    "to widen quay",
    "widen",
    "Lina Aziz, said. Work begins next spring",
  ]);

  const moved = { statementId: nested.statementId, revision: 1, fields: of("agreed on Monday to widen") };
  await editStatement(mara, moved, at);
  await expect(editStatement(mara, { ...moved, revision: 2, fields: of("widen") }, at)).rejects.toThrow(
    refusals.sameSpan,
  );
  await removeStatement(mara, { statementId: inner.statementId, revision: 1 }, at);
  await editStatement(mara, { ...moved, revision: 2, fields: of("widen") }, at);
  for (const { exact, start, end } of await standing(reviewId)) expect(text.slice(start, end)).toBe(exact);
});

test("readers get all of them in page order, each found again by its own words", async () => {
  const { versionId, reviewId, text, add } = await underReview();
  await acceptAll(mara, versionId, reviewId);
  await add("quay was built");
  await add("built in 1931. The ministry said");
  const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
  await publishReview(avan, { reviewId, revision }, at);
  const row = await database().publication.findFirstOrThrow({ where: { reviewId } });
  const { statements, anchors } = ArticlePublication.parse(row.content);
  expect(statements.map(({ exact }) => exact)).toEqual((await standing(reviewId)).map(({ exact }) => exact));
  expect(statements.map(({ number }) => number)).toEqual(statements.map((_, index) => index + 1));
  const points = [...text];
  for (const [index, anchor] of (anchors ?? []).entries())
    expect(points.slice(anchor.start, anchor.end).join("")).toBe(statements[index]?.exact);
  expect(anchors).toHaveLength(statements.length);
  expect(await verifyRecord()).toMatchObject({ faults: [] });
});

test("words end where a character ends, as readers see it; what was cut otherwise before may stay", async () => {
  const family = "👨‍👩‍👧";
  const { reviewId, text, of } = await underReview(family);
  const fields = of(`widen quay ${family}`);
  const statement = await addStatement(mara, { reviewId, suggestionId: null, fields }, at);
  const cut = (by: number) => ({ ...fields, end: fields.end - by });
  for (const by of [1, 2, 3, 4, 5, 6, 7])
    await expect(
      editStatement(mara, { statementId: statement.statementId, revision: 1, fields: cut(by) }, at),
    ).rejects.toThrow(refusals.brokenCharacter);
  const inSource = { ...fields, source: [{ start: fields.start, end: fields.end - 2 }] };
  await expect(
    editStatement(mara, { statementId: statement.statementId, revision: 1, fields: inSource }, at),
  ).rejects.toThrow(refusals.brokenCharacter);
  expect(text.slice(fields.start, fields.end - 8)).toBe("widen quay ");

  const { end } = cut(3);
  await database().statement.update({
    where: { id: statement.statementId },
    data: { end, exact: text.slice(fields.start, end) },
  });
  const labelled = { ...cut(3), time: "RECURRING" as const };
  await editStatement(mara, { statementId: statement.statementId, revision: 1, fields: labelled }, at);
  expect((await standing(reviewId)).map(({ end: stands }) => stands)).toEqual([end]);
});
