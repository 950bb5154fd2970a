import { database } from "#lib/db/core/client";
import { addInPass } from "#lib/desk/passes";
import { askReading } from "#lib/desk/readings";
import type { Actor } from "#lib/domain/actor";
import type { PassStart } from "#lib/domain/readings";
import type { StatementFields } from "#lib/domain/reviews";
import { at, narration, storedPage, suggestionsOf } from "./newsroom";

/** Blind readings for tests of the verbs. */

/** A new page that somebody wants read blind. */
export async function readingOf(asker: Actor, start: PassStart = "SUGGESTIONS") {
  const versionId = await storedPage();
  const { readingId } = await askReading(asker, { versionId, start }, at);
  return { versionId, readingId };
}

/** Take every suggestion of the version as plain narration, or as `change` makes of it. */
export async function sayIn(
  reader: Actor,
  passId: string,
  versionId: string,
  change: (fields: StatementFields, at: number) => StatementFields = (fields) => fields,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, { id, start, end }] of (await suggestionsOf(versionId)).entries()) {
    const fields = change(narration(start, end), i);
    const { statementId } = await addInPass(reader, { reviewId: passId, suggestionId: id, fields }, at);
    ids.push(statementId);
  }
  return ids;
}

/** A further version of the page, with other words. */
export async function laterVersion(versionId: string): Promise<string> {
  const version = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  const text = "The quay was closed on Friday.";
  const { createHash } = await import("node:crypto");
  const textSha256 = createHash("sha256").update(text).digest("hex");
  const { id: _id, notes, dates: _dates, links: _links, ...rest } = version;
  const row = { ...rest, notes: notes ?? [], number: 2, text, textLength: text.length, textSha256 };
  const { id } = await database().articleVersion.create({ data: row });
  return id;
}
