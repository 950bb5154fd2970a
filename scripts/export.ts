import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { EXPORTS } from "#lib/api/exports";
import { disconnect } from "#lib/db/core/client";

/**
 * Writes one export of the API to its standard output: `export.ts PATH ORIGIN TODAY`, PATH as in `lib/api/exports.ts`. The web server starts it
 * (`lib/next/export-process.ts`). It ends with 0 only where the whole file was taken.
 */

const [path, origin = "", today = ""] = process.argv.slice(2);
const found = EXPORTS.find((one) => one.path === path);
if (found === undefined) throw new RangeError(`there is no export at ${path}`);
try {
  await pipeline(Readable.from(found.pieces({ origin, today })), process.stdout);
} catch (error) {
  // Nobody reads on: that is no fault.
  if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) throw error;
  process.exitCode = 1;
} finally {
  await disconnect();
}
