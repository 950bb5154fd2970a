import { calendarDate } from "#lib/db/core/calendar";
import { database, type Tx } from "#lib/db/core/client";
import type { ClaimMatch } from "#lib/domain/matching";
import { type Wording, WordingIndex } from "./wording-index";

/** The words of suggestions, once for each day that they are read at, and what the judge says that two of them are to each other. No claim has to hold them. */

export const suggestionWordings = new WordingIndex({
  wordings: "SuggestionWording",
  counts: "SuggestionKey",
  stands: "true",
  lock: "the keys of suggestions",
});

export interface SaidWording extends Wording {
  readonly id: string;
}

interface Row {
  readonly id: bigint;
  readonly text: string;
  readonly day: Date | null;
}

const wordingOf = ({ id, text, day }: Row): SaidWording => ({ id: String(id), text, day: calendarDate(day) });

/** Up to `most` wordings that have keys and that this judge didn't compare with the others; what came first is first. */
export async function uncomparedWordings(judge: string, most: number): Promise<SaidWording[]> {
  // Twice in the order of the index: what isn't equal is no range of it.
  const rows = await database().$queryRaw<Row[]>`
    SELECT one."id", one."text", one."day" FROM (
      (SELECT * FROM "SuggestionWording" WHERE "judge" < ${judge} AND "isKeyed" ORDER BY "judge", "id" LIMIT ${most})
      UNION ALL
      (SELECT * FROM "SuggestionWording" WHERE "judge" > ${judge} AND "isKeyed" ORDER BY "judge", "id" LIMIT ${most})
    ) one LIMIT ${most}`;
  return rows.map(wordingOf);
}

/** Is there a wording that waits for its keys, or to be compared by this judge? */
export async function isAnyWordingWaiting(judge: string): Promise<boolean> {
  const [row] = await database().$queryRaw<{ isWaiting: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "SuggestionWording" WHERE NOT "isKeyed")
      OR EXISTS (SELECT 1 FROM "SuggestionWording" WHERE "judge" < ${judge})
      OR EXISTS (SELECT 1 FROM "SuggestionWording" WHERE "judge" > ${judge}) AS "isWaiting"`;
  return row?.isWaiting ?? false;
}

/** The wordings of these ids. */
export async function saidWordings(ids: readonly string[]): Promise<ReadonlyMap<string, SaidWording>> {
  if (ids.length === 0) return new Map();
  const rows = await database().$queryRaw<Row[]>`
    SELECT "id", "text", "day" FROM "SuggestionWording" WHERE "id" = ANY (${ids}::bigint[])`;
  return new Map(rows.map((row) => [String(row.id), wordingOf(row)]));
}

export interface FoundRelation extends Pick<ClaimMatch, "relation" | "score" | "reasons"> {
  /** Ids of two wordings, in any order. */
  readonly between: readonly [string, string];
}

/** Keep what was found of these wordings, which the judge compared with all others. What another judge said of them is gone. */
export async function keepRelations(
  tx: Tx,
  found: readonly FoundRelation[],
  { compared, judge }: { readonly compared: readonly string[]; readonly judge: string },
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "WordingRelation" WHERE "judge" <> ${judge}
      AND ("oneId" = ANY (${[...compared]}::bigint[]) OR "otherId" = ANY (${[...compared]}::bigint[]))`;
  const rows = found.map(({ between: [a, b], relation, score, reasons }) => {
    const [one, other] = BigInt(a) < BigInt(b) ? [a, b] : [b, a];
    return { one, other, relation, score, reasons };
  });
  await tx.$executeRaw`
    INSERT INTO "WordingRelation" ("oneId", "otherId", "relation", "score", "reasons", "judge")
    SELECT DISTINCT ON (1, 2) "one"::bigint, "other"::bigint, "relation", "score", "reasons", ${judge}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS found("one" text, "other" text, "relation" text, "score" float, "reasons" jsonb)
    ORDER BY 1, 2
    ON CONFLICT ("oneId", "otherId") DO UPDATE
      SET "relation" = excluded."relation", "score" = excluded."score", "reasons" = excluded."reasons", "judge" = excluded."judge"`;
  await tx.$executeRaw`
    UPDATE "SuggestionWording" SET "judge" = ${judge} WHERE "id" = ANY (${[...compared]}::bigint[])`;
}
