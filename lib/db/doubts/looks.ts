import { database, type Tx } from "#lib/db/core/client";

/**
 * Which wordings wait to be looked over. The database marks what is new, reworded or moved, whoever writes; a judge of another version looks
 * over all of them again.
 */

/** A wording that a claim is known by. */
export interface ClaimWord {
  readonly id: string;
  readonly claimId: string;
  readonly text: string;
  /** Its words of time are read at this day. */
  readonly day: string | null;
  readonly isOwn: boolean;
  /** A hash of its folded words and its day. */
  readonly words: string;
}

export interface WaitingWord extends ClaimWord {
  /** The claim that it counts for. */
  readonly rootId: string;
  /** How often it was to be looked over so far. */
  readonly turn: number;
}

/** Up to `most` of the wordings that this judge didn't look over. */
export function waitingWords(model: string, most: number): Promise<WaitingWord[]> {
  return database().$queryRaw<WaitingWord[]>`
    SELECT w."id"::text, w."claimId"::text, w."text", to_char(w."day", 'YYYY-MM-DD') AS "day", w."isOwn", w."words",
      c."rootId"::text, l."turn"
    FROM (
      (SELECT * FROM "WordingLook" WHERE "model" < ${model} ORDER BY "model", "wordingId" LIMIT ${most})
      UNION ALL
      (SELECT * FROM "WordingLook" WHERE "model" > ${model} ORDER BY "model", "wordingId" LIMIT ${most})
      LIMIT ${most}
    ) l
    JOIN "ClaimWording" w ON w."id" = l."wordingId" JOIN "Claim" c ON c."id" = w."claimId"
    ORDER BY l."model", l."wordingId"`;
}

/**
 * Some wordings of each of these claims: its own first, then up to `most` that statements make it in, those whose hashes come first. So the same ones are taken
 * whatever came when.
 */
export async function someWords(
  claims: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly ClaimWord[]>> {
  const rows = await database().$queryRaw<ClaimWord[]>`
    SELECT one."id"::text, one."claimId"::text, one."text", to_char(one."day", 'YYYY-MM-DD') AS "day", one."isOwn", one."words"
    FROM unnest(${[...claims]}::uuid[]) AS asked("id") CROSS JOIN LATERAL (
      (SELECT * FROM "ClaimWording" WHERE "claimId" = asked."id" AND "isOwn")
      UNION ALL
      (SELECT * FROM "ClaimWording" WHERE "claimId" = asked."id" AND NOT "isOwn" ORDER BY "words" LIMIT ${most})
    ) one`;
  const found = new Map<string, ClaimWord[]>(claims.map((id) => [id, []]));
  for (const row of rows) found.get(row.claimId)?.push(row);
  for (const words of found.values())
    words.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || (a.words < b.words ? -1 : 1));
  return found;
}

/** The claim that each of these counts for. */
export async function rootsOf(claims: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database().claim.findMany({
    where: { id: { in: [...claims] } },
    select: { id: true, rootId: true },
  });
  return new Map(rows.map(({ id, rootId }) => [id, rootId]));
}

/** These were looked over; what changed meanwhile goes on waiting. */
export async function keepLooks(tx: Tx, words: readonly WaitingWord[], model: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "WordingLook" l SET "model" = ${model}
    FROM unnest(${words.map(({ id }) => id)}::bigint[], ${words.map(({ turn }) => turn)}::int[]) AS one("id", "turn")
    WHERE l."wordingId" = one."id" AND l."turn" = one."turn"`;
}

/** The claims' own wordings say something else, or count for another claim: what was joined to them is looked over again. */
export async function lookAgain(tx: Tx, claims: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "WordingLook" SET "model" = '', "turn" = "turn" + 1
    WHERE "wordingId" IN (SELECT "id" FROM "ClaimWording" WHERE "claimId" = ANY (${[...claims]}::uuid[]) AND NOT "isOwn")`;
}
