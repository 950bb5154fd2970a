import { createHash } from "node:crypto";
import { dateColumn } from "#lib/db/core/calendar";
import { database, lockNames, type Tx } from "#lib/db/core/client";
import type { DoubtKind, KnownDoubt } from "#lib/domain/doubts";
import type { MatchReason, Relation } from "#lib/domain/matching";
import type { ClaimWord } from "./looks";

/** Doubts as rows: found by the machine, settled by joining and parting, dismissed and reopened by a person. */

export interface FoundDoubt {
  readonly kind: DoubtKind;
  /** Whose wording it is, and what it is joined to; of two claims the one with the lower id first. */
  readonly claimId: string;
  readonly otherClaimId: string;
  /** By these it is known: what each side is called, by hashes. */
  readonly words: readonly [string, string];
  readonly one: ClaimWord;
  readonly other: ClaimWord;
  readonly relation: Relation;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

const nameOf = ({ kind, claimId, otherClaimId, words }: FoundDoubt): string =>
  createHash("sha256")
    .update([kind, claimId, words[0], otherClaimId, words[1]].join(" "))
    .digest("hex")
    .slice(0, 32);

/**
 * Keep what was found of these wordings. What is known already keeps its place; what a person dismissed stays dismissed; what is listed of one of the
 * `looked` and wasn't found again is gone.
 */
export async function keepDoubts(
  tx: Tx,
  found: readonly FoundDoubt[],
  { looked, model, now }: { readonly looked: readonly string[]; readonly model: string; readonly now: Date },
): Promise<void> {
  await lockNames(tx, ["doubts"]);
  const there = await lockWords(
    tx,
    found.flatMap(({ one, other }) => [one.id, other.id]),
  );
  const named = found
    .filter(({ one, other }) => there.has(one.id) && there.has(other.id))
    .map((one) => ({ ...one, name: nameOf(one) }));
  await tx.$executeRaw`
    UPDATE "Doubt" SET "state" = 'GONE', "closedAt" = ${now}, "revision" = "revision" + 1
    WHERE "state" = 'OPEN' AND "kind" = 'WRONGLY_JOINED' AND "wordingId" = ANY (${[...looked]}::bigint[])
      AND NOT "name" = ANY (${named.map(({ name }) => name)}::text[])`;
  for (const doubt of named) await keepDoubt(tx, doubt, model, now);
}

/** Those of the wordings that nobody took away, kept until the transaction ends. */
async function lockWords(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "ClaimWording" WHERE "id" = ANY (${[...new Set(ids)]}::bigint[]) ORDER BY "id" FOR KEY SHARE`;
  return new Set(rows.map(({ id }) => id));
}

async function keepDoubt(
  tx: Tx,
  doubt: FoundDoubt & { readonly name: string },
  model: string,
  now: Date,
): Promise<void> {
  const { name, kind, claimId, otherClaimId, one, other, relation, score, reasons } = doubt;
  if (kind === "MISSED")
    await tx.$executeRaw`
      UPDATE "Doubt" SET "state" = 'GONE', "closedAt" = ${now}, "revision" = "revision" + 1
      WHERE "state" = 'OPEN' AND "kind" = 'MISSED' AND "claimId" = ${claimId}::uuid AND "otherClaimId" = ${otherClaimId}::uuid
        AND "name" <> ${name}`;
  const said = {
    wordingId: BigInt(one.id),
    otherWordingId: BigInt(other.id),
    text: one.text,
    day: dateColumn(one.day),
    otherText: other.text,
    otherDay: dateColumn(other.day),
    relation,
    score,
    reasons: reasons.map((reason) => ({ ...reason })),
    model,
  };
  const known = await tx.doubt.findUnique({ where: { name }, select: { id: true, state: true } });
  if (known === null)
    await tx.doubt.create({ data: { name, kind, claimId, otherClaimId, foundAt: now, ...said } });
  else if (known.state === "OPEN") await tx.doubt.update({ where: { id: known.id }, data: said });
  else if (known.state !== "DISMISSED")
    await tx.doubt.update({
      where: { id: known.id },
      data: {
        ...said,
        ...OPEN,
        foundAt: now,
        revision: { increment: 1 },
      },
    });
}

const OPEN = { state: "OPEN", closedAt: null, closedById: null, reason: null } as const;

/** Of these pairs of claims those that a person parted: they said that the two aren't the same. */
export async function partedPairs(
  pairs: readonly (readonly [string, string])[],
): Promise<readonly (readonly [string, string])[]> {
  if (pairs.length === 0) return [];
  const rows = await database().$queryRaw<{ one: string; other: string }[]>`
    SELECT asked."one", asked."other"
    FROM unnest(${pairs.map(([one]) => one)}::text[], ${pairs.map(([, other]) => other)}::text[]) AS asked("one", "other")
    WHERE EXISTS (SELECT 1 FROM "AuditPayload" p JOIN "AuditEvent" e ON e."sequence" = p."sequence"
      WHERE p."payload" ? 'intoId' AND p."payload" ->> 'intoId' IN (asked."one", asked."other") AND e."action" = 'claim.part'
        AND e."subjectId" IN ('claim:' || asked."one", 'claim:' || asked."other"))`;
  return rows.map(({ one, other }) => [one, other] as const);
}

interface Closing {
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** Joining and parting settle what was doubted: what is one now was not missed, and what is two now isn't joined wrongly. */
export async function settleDoubts(
  tx: Tx,
  claims: readonly string[],
  { by, reason, at }: Closing,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Doubt" d SET "state" = 'SETTLED', "closedAt" = ${at}, "closedById" = ${by}::uuid, "reason" = ${reason},
      "revision" = d."revision" + 1
    FROM "Claim" c, "Claim" o
    WHERE d."id" IN (
        SELECT "id" FROM "Doubt" WHERE "claimId" = ANY (${[...claims]}::uuid[])
        UNION SELECT "id" FROM "Doubt" WHERE "otherClaimId" = ANY (${[...claims]}::uuid[])
      ) AND d."state" = 'OPEN' AND c."id" = d."claimId" AND o."id" = d."otherClaimId"
      AND (d."kind" = 'MISSED') = (c."rootId" = o."rootId")`;
}

export interface LockedDoubt extends KnownDoubt {
  readonly id: string;
  readonly revision: number;
  readonly kind: DoubtKind;
  readonly claimId: string;
  readonly otherClaimId: string;
  readonly text: string;
  readonly otherText: string;
}

/** Null where there is none. */
export async function lockDoubt(tx: Tx, id: string): Promise<LockedDoubt | null> {
  const rows = await tx.$queryRaw<LockedDoubt[]>`
    SELECT d."id"::text, d."revision", d."kind"::text, d."state"::text, d."claimId"::text, d."otherClaimId"::text, d."text", d."otherText",
      d."wordingId" IS NOT NULL AND d."otherWordingId" IS NOT NULL AND (d."kind" = 'MISSED') <> (c."rootId" = o."rootId")
        AND NOT EXISTS (SELECT 1 FROM "Doubt" l WHERE l."id" <> d."id" AND l."state" = 'OPEN' AND l."kind" = d."kind" AND l."claimId" = d."claimId"
          AND (l."otherClaimId" = d."otherClaimId" AND l."kind" = 'MISSED' OR l."wordingId" = d."wordingId")) AS "stands"
    FROM "Doubt" d JOIN "Claim" c ON c."id" = d."claimId" JOIN "Claim" o ON o."id" = d."otherClaimId"
    WHERE d."id" = ${id}::uuid FOR UPDATE OF d`;
  return rows[0] ?? null;
}

/** False where somebody was first. */
export async function keepDismissal(
  tx: Tx,
  { id, revision }: Pick<LockedDoubt, "id" | "revision">,
  { by, reason, at }: Closing,
): Promise<boolean> {
  const { count } = await tx.doubt.updateMany({
    where: { id, revision, state: "OPEN" },
    data: { state: "DISMISSED", closedAt: at, closedById: by, reason, revision: { increment: 1 } },
  });
  return count === 1;
}

/** False where somebody was first. */
export async function keepReopening(
  tx: Tx,
  { id, revision }: Pick<LockedDoubt, "id" | "revision">,
): Promise<boolean> {
  const { count } = await tx.doubt.updateMany({
    where: { id, revision, state: "DISMISSED" },
    data: { ...OPEN, revision: { increment: 1 } },
  });
  return count === 1;
}
