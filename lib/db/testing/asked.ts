import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#lib/db/generated/client";

/**
 * From here on the product's client of `url` (where `database()` looks for it) tells what it asks.
 *
 * Returns  a function that has `work` done, and answers with its result and each statement of SQL that it took, `BEGIN` and `COMMIT` among them.
 */
export function listening(url: string) {
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url }),
    log: [{ emit: "event", level: "query" }],
  });
  let told: string[] = [];
  client.$on("query", ({ query }) => told.push(query));
  Object.assign(globalThis, { [Symbol.for("onrecord.database")]: { url, client } });
  return async <Result>(work: () => Promise<Result>) => {
    told = [];
    const result = await work();
    return { result, asked: told };
  };
}
