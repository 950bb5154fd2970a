import { expect } from "@playwright/test";
import { Client } from "pg";
import type { Product } from "./product";

/** What the database of a product holds. */
export async function ask(product: Product, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: product.running().databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Kill it, and wait until another one answers in its place. */
export async function killWeb(product: Product): Promise<void> {
  const { web } = product.running().processes;
  process.kill(web, "SIGKILL");
  await expect.poll(() => product.running().processes.web, { timeout: 60_000 }).not.toBe(web);
  const status = () =>
    fetch(product.origin).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(status, { timeout: 60_000 }).toBe(200);
}
