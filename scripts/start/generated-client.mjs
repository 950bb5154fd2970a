import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { inRoot } from "./root.mjs";
import { runTool } from "./tool.mjs";

const STAMP = inRoot("lib/db/generated/.made-from");

/** Write Prisma's client where the schema has changed since, or always (`force`). @param {{ force?: boolean }} [options] */
export async function generateClient({ force = false } = {}) {
  const source = createHash("sha256")
    .update(readFileSync(inRoot("prisma/schema.prisma")))
    .update(readFileSync(inRoot("node_modules/prisma/package.json")))
    .digest("hex");
  if (!force && existsSync(STAMP) && readFileSync(STAMP, "utf8") === source) return;
  console.log("Writing the database client");
  // Prisma looks for its schema engine here and never runs it; any file will do. Only generate may be told so: given the same
  // setting, its other commands would do nothing and say that all went well.
  const { code, said } = await runTool(
    process.execPath,
    [inRoot("node_modules/prisma/build/index.js"), "generate"],
    {
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
      quiet: true,
    },
  );
  if (code !== 0) {
    console.error(said);
    throw new LauncherError("The database client could not be written; Prisma says why above.");
  }
  writeFileSync(STAMP, source);
}
