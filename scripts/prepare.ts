/**
 * Brings the database up to date before anybody is let in: migrations, the sample page, the link that makes the first admin.
 * Started by scripts/start, which says over its channel where the database is and hears what happened.
 */
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { z } from "zod";
import { disconnect } from "#lib/db/client";
import { isEmptyDatabase } from "#lib/db/emptiness";
import { applyMigrations } from "#lib/db/migrations";
import { AppError } from "#lib/errors";

export type Prepared =
  | { readonly kind: "migrated"; readonly applied: readonly string[]; readonly isEmpty: boolean }
  | { readonly kind: "finished"; readonly imported: string | null; readonly setUpPath: string | null }
  | { readonly kind: "failed"; readonly sentence: string };

const Order = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("migrate"), url: z.string() }),
  z.object({ kind: z.literal("finish") }),
]);

// What the web server needn't wait for is loaded where it is used: it is a lot of code.

/** A server that is still starting is waited for; one that isn't there is reported. */
const REACHED_WITHIN = 10_000;
const OLDEST_POSTGRES = 15;
const SAMPLE_PUBLISHER = "dinarevaluation.blogspot.com";

async function migrate(url: string): Promise<Prepared> {
  await reach(url);
  const applied = await applyMigrations(url);
  process.env.DATABASE_URL = url;
  return { kind: "migrated", applied, isEmpty: await isEmptyDatabase() };
}

async function finish(): Promise<Prepared> {
  const now = new Date();
  const imported = (await isEmptyDatabase()) ? await importSample(now) : null;
  const { createSetUpLink } = await import("#lib/desk/people");
  const token = await createSetUpLink(now);
  return { kind: "finished", imported, setUpPath: token === null ? null : `/join/${token}` };
}

/** Unpublished: readers see nothing of it until two editors have worked on it. */
async function importSample(now: Date): Promise<string> {
  const { ingest } = await import("#lib/ingest");
  await ingest(
    {
      bytes: await readFile("seed/page.txt"),
      format: "text",
      mediaType: null,
      url: null,
      publisher: SAMPLE_PUBLISHER,
      isSample: true,
      requestedBy: "SYSTEM",
    },
    { now },
  );
  return `a post of ${SAMPLE_PUBLISHER}`;
}

/** Throws AppError `unavailable` with a sentence that names the server, and never the password. */
async function reach(url: string): Promise<void> {
  const deadline = Date.now() + REACHED_WITHIN;
  let isToldToWait = false;
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      const { rows } = await client.query<{ version: number }>(
        "SELECT current_setting('server_version_num')::int / 10000 AS version",
      );
      const version = rows[0]?.version ?? 0;
      if (version < OLDEST_POSTGRES) {
        throw new AppError(
          "unavailable",
          `Onrecord needs PostgreSQL ${OLDEST_POSTGRES} or newer; this server is ${version}.`,
        );
      }
      return;
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      if (Date.now() > deadline || !isPassing(cause)) throw unreachable(url, cause);
      if (!isToldToWait) console.log(`Waiting for the database on ${serverOf(url)}`);
      isToldToWait = true;
      await pause(100);
    } finally {
      await client.end().catch(() => {}); // it was never open
    }
  }
}

/** Nobody listens yet, or the server is starting up or shutting down. A wrong password doesn't mend itself. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return ["ECONNREFUSED", "ENOENT", "ECONNRESET", "57P03"].includes(String(code));
}

function unreachable(url: string, cause: unknown): AppError {
  const why = cause instanceof AggregateError ? cause.errors.map(messageOf).join("; ") : messageOf(cause);
  return new AppError(
    "unavailable",
    `The database${new URL(url).pathname} on ${serverOf(url)} can’t be reached (${why}). Check that the server runs and that DATABASE_URL is right.`,
    { cause },
  );
}

/** Its host and port, or the folder of its socket; no user, no password. */
function serverOf(url: string): string {
  const { hostname, port, searchParams } = new URL(url);
  return searchParams.get("host") ?? `${hostname}:${port || 5432}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function answer(raw: unknown): Promise<void> {
  const order = Order.parse(raw);
  try {
    process.send?.(order.kind === "migrate" ? await migrate(order.url) : await finish());
  } catch (error) {
    if (!(error instanceof AppError)) console.error(error);
    const sentence =
      error instanceof AppError
        ? error.message
        : "The database could not be prepared; the reason stands above.";
    process.send?.({ kind: "failed", sentence } satisfies Prepared);
  }
  if (order.kind === "finish") {
    await disconnect();
    process.disconnect?.();
  }
}

process.on("message", (raw) => void answer(raw));
process.channel?.ref(); // stay until told what to do
