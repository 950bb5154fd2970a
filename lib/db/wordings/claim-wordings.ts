import { database } from "#lib/db/core/client";
import { type Wording, WordingIndex } from "./wording-index";

/** What claims are known by: a claim's own wording, and each that a statement joined to it has, once. */

export const claimWordings = new WordingIndex({
  wordings: "ClaimWording",
  counts: "WordingKey",
  stands: "wording_stands(w)",
  lock: "the keys of wordings",
});

export interface KnownWording extends Wording {
  readonly id: string;
  readonly claimId: string;
  /** The claim's own, or that of a statement which was joined to it. */
  readonly isOwn: boolean;
}

/** The wordings of these ids, those that went meanwhile left out. */
export async function wordingsOf(ids: readonly string[]): Promise<ReadonlyMap<string, KnownWording>> {
  if (ids.length === 0) return new Map();
  const rows = await database().$queryRaw<{ wordings: KnownWording[] | null }[]>`
    SELECT json_agg(json_build_object('id', "id"::text, 'claimId', "claimId", 'text', "text", 'day', "day", 'isOwn', "isOwn")) AS "wordings"
    FROM "ClaimWording" WHERE "id" = ANY (${ids}::bigint[])`;
  return new Map((rows[0]?.wordings ?? []).map((one) => [one.id, one]));
}
