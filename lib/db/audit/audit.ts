import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Tx } from "#lib/db/core/client";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import { insertRows } from "#lib/db/core/rows";

/** Stands for "the one before the first event". */
export const GENESIS = "0".repeat(64);

/** The product itself, where no person asked. */
export const SYSTEM = "SYSTEM";

/** Any fixed number will do, as long as every writer of the chain takes the same one. */
const CHAIN_LOCK = 72_707_370;

/** An object of anything that JSON can say: what is stored is exactly what was hashed. */
const JsonPayload = z.record(z.string(), z.json());

export interface NewAuditEvent {
  readonly at: Date;
  /** A user's id, or `SYSTEM`. */
  readonly actorId: string;
  readonly action: string;
  /** Noun and id: `review:<uuid>`, `claim:<uuid>`, `version:<uuid>`, `user:<uuid>`. */
  readonly subjectId: string;
  /** A JSON object. */
  readonly payload: unknown;
}

interface Link {
  readonly sequence: bigint;
  readonly at: Date;
  readonly actorId: string;
  readonly action: string;
  readonly subjectId: string;
  readonly payloadHash: string;
}

/**
 * An event's hash: SHA-256 over the previous hash and the canonical JSON of the event. Times are ISO in milliseconds, UTC;
 * the sequence is a JSON number.
 */
export function eventHash(previous: string, link: Link): string {
  return sha256(
    previous +
      canonicalJson({
        sequence: Number(link.sequence),
        at: link.at.toISOString(),
        actorId: link.actorId,
        action: link.action,
        subjectId: link.subjectId,
        payloadHash: link.payloadHash,
      }),
  );
}

export function payloadHash(salt: string, payload: unknown): string {
  return sha256(salt + canonicalJson(payload));
}

/**
 * Append one event to the chain, in the caller's transaction. Call it last: see `appendAudits`.
 *
 * Returns  its number, which stands once the transaction is kept.
 */
export async function appendAudit(tx: Tx, event: NewAuditEvent): Promise<number> {
  return appendAudits(tx, [event]);
}

/**
 * Append events to the chain, in their order and in the caller's transaction.
 *
 * Call it last: from here to the commit every other writer waits, so that two of them can never follow the same event. So
 * everything that can be computed before is, and many events take no longer than one.
 *
 * Returns  the number of the last of them; 0 where there were none.
 */
export async function appendAudits(tx: Tx, events: readonly NewAuditEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  const prepared = events.map(prepare);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const [last] = await tx.$queryRaw<{ sequence: bigint; hash: string }[]>`
    SELECT "sequence", "hash" FROM "AuditEvent" ORDER BY "sequence" DESC LIMIT 1`;
  let [sequence, previous] = [last?.sequence ?? 0n, last?.hash ?? GENESIS];
  const links = prepared.map(({ link }) => {
    sequence += 1n;
    const hash = eventHash(previous, { ...link, sequence });
    const row = { ...link, sequence: Number(sequence), previous, hash };
    previous = hash;
    return row;
  });
  await insertRows(tx, "AuditEvent", links);
  await insertRows(
    tx,
    "AuditPayload",
    prepared.map(({ salt, payload }, index) => ({ sequence: links[index]?.sequence, salt, payload })),
  );
  return Number(sequence);
}

/** The salt keeps a payload that was erased by law from being guessed back from its hash. */
function prepare({ at, actorId, action, subjectId, payload: given }: NewAuditEvent) {
  const payload = JsonPayload.parse(JSON.parse(canonicalJson(given)));
  const salt = randomBytes(16).toString("hex");
  return { link: { at, actorId, action, subjectId, payloadHash: payloadHash(salt, payload) }, salt, payload };
}

/** What the event of an erased payload is called, and what it is about. */
export const ERASE = "payload.erase";
export const eventSubject = (sequence: number): string => `event:${sequence}`;

/**
 * Erase what an event tells, where the law asks for it. The event stays, with the hash of what it told; an event of its own says that it
 * was done, and why. Only the owner of the database may.
 *
 * Returns  false where there is no such event, or its payload is gone already.
 */
export async function erasePayload(tx: Tx, sequence: number, reason: string, at: Date): Promise<boolean> {
  const { count } = await tx.auditPayload.deleteMany({ where: { sequence: BigInt(sequence) } });
  if (count === 0) return false;
  const subjectId = eventSubject(sequence);
  await appendAudit(tx, { at, actorId: SYSTEM, action: ERASE, subjectId, payload: { reason } });
  return true;
}
