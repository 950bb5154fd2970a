import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "#lib/db/core/migrations";
import { startPostgres } from "#lib/db/embedded/server.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** `server` may create databases; `template` is migrated and empty; every database of this run begins with `prefix`. */
    testDatabase: { server: string; template: string; prefix: string };
  }
}

/**
 * One server for the whole run: an embedded one in a folder of its own, or the one that ONRECORD_TEST_DATABASE_URL names.
 * Its template database is migrated once; every test file gets a copy.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env.ONRECORD_TEST_DATABASE_URL;
  const { url, stop } = given === undefined ? await temporaryServer() : { url: given, stop: async () => {} };
  const prefix = `onrecord_test_${randomUUID().slice(0, 8)}`;
  const template = `${prefix}_template`;
  try {
    await onServer(url, `CREATE DATABASE "${template}"`);
    await applyMigrations(databaseUrl(url, template));
  } catch (error) {
    await stop();
    throw error;
  }
  provide("testDatabase", { server: url, template, prefix });
  return async () => {
    if (given !== undefined) await dropAll(url, prefix);
    await stop();
  };
}

async function temporaryServer() {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-db-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    chmodSync(folder, 0o755); // root's PostgreSQL runs as another account, which must get in
    const server = await startPostgres({ dataFolder: folder, durable: false });
    const forget = whenEndedEarly(() => {
      process.kill(server.pid, "SIGQUIT");
      remove();
    });
    return {
      url: server.url,
      stop: async () => {
        forget();
        await server.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A run that is interrupted leaves no server behind either. Returns how to take that back. */
function whenEndedEarly(end: () => void): () => void {
  const interrupted = () => process.exit(1);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  process.once("exit", end);
  for (const signal of signals) process.once(signal, interrupted);
  return () => {
    process.off("exit", end);
    for (const signal of signals) process.off(signal, interrupted);
  };
}

/** The same server, another database. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function onServer(server: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function dropAll(server: string, prefix: string): Promise<void> {
  const rows = await onServer(server, `SELECT datname FROM pg_database WHERE datname LIKE '${prefix}\\_%'`);
  for (const { datname } of rows) await onServer(server, `DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
}
