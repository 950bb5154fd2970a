import { z } from "zod";

const Opening = z.object({ databaseUrl: z.string() });

/**
 * Under `npm start` the web server is started beside the database, so that neither waits for the other's code to load. It
 * takes requests then, and answers none before the start says that the database is ready, and where it is. Started any
 * other way it doesn't wait.
 */
export async function waitForOpening(): Promise<void> {
  if (process.env.ONRECORD_WAITS !== "1" || process.channel === undefined) return;
  const message = await new Promise((resolve) => process.once("message", resolve));
  process.channel?.unref(); // listening alone must not keep the process
  process.env.DATABASE_URL = Opening.parse(message).databaseUrl;
}
