import { database, type Tx } from "#lib/db/core/client";
import { RecordFault } from "#lib/domain/record-checks";
import { type ChainPoint, type RecordState, START, verifyRecord } from "./verify";

/** Checks of the record, made in the background and kept: a reader's page asks for the last one instead of walking the chain. */

export interface KeptCheck {
  /** ISO instant. */
  readonly finishedAt: string;
  readonly head: ChainPoint;
  readonly faultCount: number;
  readonly faults: readonly RecordFault[];
}

/** The last check; null where there was none yet. */
export async function lastCheck(): Promise<KeptCheck | null> {
  const row = await database().recordCheck.findFirst({ orderBy: { finishedAt: "desc" } });
  if (row === null) return null;
  return {
    finishedAt: row.finishedAt.toISOString(),
    head: { sequence: Number(row.upTo), hash: row.head },
    faultCount: row.faultCount,
    faults: RecordFault.array().parse(row.faults),
  };
}

const DAY = 86_400_000;

/**
 * Check what came since the last check, or, once a day and after a check that found something, the whole record. Keeps what it found.
 * Null where nothing came since.
 */
export async function checkRecord(now: () => Date): Promise<RecordState | null> {
  const startedAt = now();
  const last = await lastCheck();
  const full = await database().recordCheck.findFirst({
    where: { isFull: true, faultCount: 0 },
    orderBy: { finishedAt: "desc" },
    select: { finishedAt: true },
  });
  const isFull =
    last === null ||
    last.faultCount > 0 ||
    full === null ||
    !(await isInChain(last.head)) ||
    startedAt.getTime() - full.finishedAt.getTime() >= DAY;
  if (!isFull && (await isAtHead(last.head))) return null;
  const state = await verifyRecord(isFull ? START : last.head);
  await database().recordCheck.create({
    data: {
      isFull,
      startedAt,
      finishedAt: now(),
      upTo: BigInt(state.head.sequence),
      head: state.head.hash,
      publications: state.publications,
      faultCount: state.faultCount,
      faults: [...state.faults],
    },
  });
  return state;
}

/** Have the record checked and its head signed as soon as this transaction is done, instead of at the next minute. */
export async function askForCheck(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job('check', job_key => 'check', max_attempts => 1)`;
}

/** Whether the chain still holds the event that a check ended with: one whose end was cut off doesn't. */
async function isInChain({ sequence, hash }: ChainPoint): Promise<boolean> {
  if (sequence === 0) return true;
  const event = await database().auditEvent.findUnique({
    where: { sequence: BigInt(sequence) },
    select: { hash: true },
  });
  return event?.hash === hash;
}

async function isAtHead(point: ChainPoint): Promise<boolean> {
  const last = await database().auditEvent.findFirst({
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  return last !== null && Number(last.sequence) === point.sequence && last.hash === point.hash;
}
