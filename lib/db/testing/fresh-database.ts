import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { databaseUrl, onServer } from "./server";

/**
 * A migrated, empty database of this test file's own. `DATABASE_URL` points to it from here on, so that whatever opens the
 * product's database opens this one. `close` drops it, whoever is still connected; call it once the product's own
 * connections are closed.
 */
export async function freshDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  const { server, template, prefix } = inject("testDatabase");
  const name = `${prefix}_${randomUUID().slice(0, 8)}`;
  await onServer(server, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const url = databaseUrl(server, name);
  process.env.DATABASE_URL = url;
  return {
    url,
    close: async () => {
      await onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}
