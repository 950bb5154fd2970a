import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "#lib/db/generated/client";
import { AppError } from "#lib/errors";

/** What a verb works with: the client inside one open transaction. */
export type Tx = Prisma.TransactionClient;

/** Long enough for a busy machine; short enough that a stuck writer doesn't hold the audit lock for minutes. In milliseconds. */
const TRANSACTION = { maxWait: 15_000, timeout: 30_000 };

/** A page that takes longer serves nobody. Commands that walk everything set ONRECORD_STATEMENT_TIMEOUT to 0. */
const STATEMENT_SECONDS = 30;
const IDLE_IN_TRANSACTION = 60_000;

/** Our questions take milliseconds: compiling one, as PostgreSQL does where it expects much of it, takes longer than answering it. */
const NO_COMPILING = "-c jit=off";

/**
 * How the connections of a pool have PostgreSQL read: as it thinks best; along the order of a list, without sorting; or by the indexes that know all that is found,
 * wherever it stands. It is said as they connect: with each question it would be three questions more.
 */
const READS = {
  best: { max: 10, options: NO_COMPILING },
  along: {
    max: 4,
    options: `${NO_COMPILING} -c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off`,
  },
  byIndex: { max: 4, options: `${NO_COMPILING} -c enable_seqscan=off -c enable_indexscan=off` },
} as const;
type Reads = keyof typeof READS;

interface Held {
  readonly url: string;
  readonly client: PrismaClient;
}

// One pool for each process, address and way to read. It hangs on globalThis because a development server loads modules anew on every change.
const KEYS = {
  best: Symbol.for("onrecord.database"),
  along: Symbol.for("onrecord.database.along"),
  byIndex: Symbol.for("onrecord.database.byIndex"),
} as const;
// The cast only says that properties of our own may hang there; nobody else knows the symbols.
const holder = globalThis as { [key: symbol]: Held | undefined };

/**
 * The database of this process, connected when first used.
 *
 * Throws   AppError `unavailable` when DATABASE_URL is not set.
 */
export function database(reads: Reads = "best"): PrismaClient {
  const url = process.env.DATABASE_URL;
  if (!url) throw new AppError("unavailable", "DATABASE_URL is not set, so there is no database to ask.");
  const held = holder[KEYS[reads]];
  if (held?.url === url) return held.client;
  if (held) void held.client.$disconnect();
  const adapter = new PrismaPg({ connectionString: url, ...READS[reads], ...limits() });
  const client = new PrismaClient({ adapter });
  holder[KEYS[reads]] = { url, client };
  return client;
}

/** What PostgreSQL itself holds each of our connections to, in milliseconds: it knows of a question that nobody waits for any more. */
function limits() {
  const seconds = Number(process.env.ONRECORD_STATEMENT_TIMEOUT || STATEMENT_SECONDS);
  if (seconds === 0) return {};
  return {
    statement_timeout: seconds * 1000,
    // Waiting for other writers is most of what a statement may take; the rest is left for its own work.
    lock_timeout: seconds * 800,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
  };
}

/** Close the pools that were opened. The next `database()` opens a new one. */
export async function disconnect(): Promise<void> {
  const held = Object.values(KEYS).map((key) => holder[key]);
  for (const key of Object.values(KEYS)) holder[key] = undefined;
  await Promise.all(held.map((one) => one?.client.$disconnect()));
}

/** All of `work` or nothing of it. `timeout` in milliseconds, where half a minute may be too short. */
export async function transaction<T>(
  work: (tx: Tx) => Promise<T>,
  { timeout = TRANSACTION.timeout }: { readonly timeout?: number } = {},
): Promise<T> {
  const started: { tx: Tx | null } = { tx: null };
  const run = (tx: Tx) => {
    started.tx = tx;
    return work(tx);
  };
  const result = await database().$transaction(run, { ...TRANSACTION, timeout });
  if (started.tx !== null) for (const act of waiting.get(started.tx) ?? []) act();
  return result;
}

const waiting = new WeakMap<Tx, (() => void)[]>();

/** Have `act` done once all of a `transaction` is kept; never where nothing of it is. */
export function afterCommit(tx: Tx, act: () => void): void {
  waiting.set(tx, [...(waiting.get(tx) ?? []), act]);
}

/** Questions that all see the same moment, whatever is written meanwhile. They change nothing. */
export function inOneView<T>(ask: (tx: Tx) => Promise<T>): Promise<T> {
  return database().$transaction(ask, { ...TRANSACTION, isolationLevel: "RepeatableRead" });
}

/**
 * Hold these names until the transaction ends; whoever wants one of them waits. Taken in one order, so that two who want the
 * same ones don't block each other.
 */
export async function lockNames(tx: Tx, names: readonly string[]): Promise<void> {
  const inOrder = [...new Set(names)].sort();
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(${inOrder}::text[]) AS name`;
}

/**
 * Did two writers meet? A unique row was there already, or PostgreSQL gave up one side of a deadlock or of a
 * serialisation conflict. Nothing of the losing transaction was kept.
 */
export function isWriteConflict(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === "P2002" || error.code === "P2034")
  );
}
