/**
 * Brings the database up to date before anybody is let in: migrations, the sample page, the link that makes the first admin.
 * Started by scripts/start, which says over its channel where the database is and hears what happened.
 */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { disconnect } from "#lib/db/core/client";
import { hasOpenAdmin, isEmptyDatabase } from "#lib/db/core/emptiness";
import { applyMigrations } from "#lib/db/core/migrations";
import { grantPrivileges } from "#lib/db/core/privileges";
import { AppError } from "#lib/errors";
import { reach } from "./start/reach";

export type Prepared =
  | { readonly kind: "migrated"; readonly applied: readonly string[]; readonly isEmpty: boolean }
  | { readonly kind: "finished"; readonly imported: string | null; readonly setUpPath: string | null }
  | { readonly kind: "failed"; readonly sentence: string };

const Order = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("migrate"), url: z.string(), role: z.string().nullable() }),
  z.object({ kind: z.literal("finish") }),
]);

// What the web server needn't wait for is loaded where it is used: it is a lot of code.

const SAMPLE_PUBLISHER = "dinarevaluation.blogspot.com";

async function migrate(url: string, role: string | null): Promise<Prepared> {
  await reach(url);
  const applied = await applyMigrations(url);
  if (role !== null) await grantPrivileges(url, role);
  process.env.DATABASE_URL = url;
  return { kind: "migrated", applied, isEmpty: await isEmptyDatabase() };
}

async function finish(): Promise<Prepared> {
  const now = new Date();
  const imported = (await isEmptyDatabase()) ? await importSample(now) : null;
  const token = (await hasOpenAdmin()) ? null : await setUpLink(now);
  return { kind: "finished", imported, setUpPath: token === null ? null : `/join/${token}` };
}

async function setUpLink(now: Date): Promise<string | null> {
  const { createSetUpLink } = await import("#lib/desk/people/joining");
  return createSetUpLink(now);
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

async function answer(raw: unknown): Promise<void> {
  const order = Order.parse(raw);
  try {
    process.send?.(order.kind === "migrate" ? await migrate(order.url, order.role) : await finish());
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
