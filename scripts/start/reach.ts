import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { AppError } from "#lib/errors";

/** A server that is still starting is waited for; one that isn't there is reported. */
const REACHED_WITHIN = 10_000;
const OLDEST_POSTGRES = 15;

/** Throws AppError `unavailable` with a sentence that names the server, and never the password. */
export async function reach(url: string): Promise<void> {
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
