import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { publishedArticle } from "#lib/db/readers/published";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { articleView } from "#lib/publish/article-view";
import { writeAnnotation } from "./annotations";
import { publishReview, submitReview } from "./reviews";
import { at, draftReview, person } from "./testing/newsroom";

/** An editor's note is signed, and stands apart from what follows from the facts. */

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await freshDatabase());
});
afterAll(async () => {
  await disconnect();
  await close();
});

test("readers see whose note it is and of which day, and the notes that stay inside don't leave", async () => {
  const [writer, editor] = [await person("Wanda Writer"), await person("Edgar Editor")];
  const { reviewId } = await draftReview(writer);
  const { id: statementId } = await database().statement.findFirstOrThrow({
    where: { reviewId, removedAt: null },
    orderBy: { start: "asc" },
  });
  const write = (body: string, isPublic: boolean) =>
    writeAnnotation(writer, { reviewId, statementId, body, isPublic }, at);
  await write("Ask the mayor.", false);
  await write("The mayor confirmed this to us.", true);
  const { revision } = await submitReview(writer, { reviewId, revision: 1 }, at);
  const { href } = await publishReview(editor, { reviewId, revision }, at);
  const article = await publishedArticle(href.replace("/articles/", ""));
  if (article === null) throw new Error("it was published");
  const [statement] = article.content.statements;
  expect(statement).toMatchObject({
    notes: ["The mayor confirmed this to us."],
    noteSigns: [{ by: "Wanda Writer", on: "2024-09-20" }],
  });
  const read = articleView(article.content, "2024-09-21").posts.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === "statement" ? [item.statement] : item.statements)),
  );
  const [first] = read.filter(({ notes }) => notes.length > 0);
  expect(first?.notes[0]?.by?.replace(/[\u2068\u2069]/g, "")).toBe(
    "Wanda Writer, editor, on 20 September 2024:",
  );
  expect(first?.sentences.join(" ")).not.toContain("confirmed");
  expect((await verifyRecord()).faults).toEqual([]);
});
