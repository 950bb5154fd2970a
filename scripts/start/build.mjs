import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { inRoot } from "./root.mjs";
import { runTool } from "./tool.mjs";

/** Everything that the web server is built from. Tests and their fixtures are not. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "next.config.mjs",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const LEFT_OUT = /(^|\/)(generated|fixtures|golden|testing|embedded)$|\.test\.tsx?$/;

/** Build the web server where its sources have changed since it was last built for the language of the screens. */
export async function buildWeb() {
  const language = process.env.ONRECORD_LANGUAGE || "en";
  const source = hashOf(SOURCES, language);
  // The folders are those of next.config.mjs.
  const folder = inRoot(language === "en" ? ".next" : join(".next", language));
  const stamp = join(folder, "built-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === source) return;
  console.log("Building the web server (once, about half a minute)");
  rmSync(stamp, { force: true });
  const { code } = await runTool(process.execPath, [inRoot("node_modules/next/dist/bin/next"), "build"], {
    env: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
  if (code !== 0) throw new LauncherError("The web server could not be built; Next.js says why above.");
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, source);
}

/** What these files and folders hold, with what else decides how they are built. @param {readonly string[]} sources @param {string} [besides] */
export function hashOf(sources, besides = "") {
  const hash = createHash("sha256")
    .update(process.versions.node.split(".")[0] ?? "")
    .update(`${besides}\0`);
  for (const path of sources.flatMap(filesIn)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRoot(path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (LEFT_OUT.test(path) || !existsSync(inRoot(path))) return [];
  /** @type {import("node:fs").Dirent[]} */
  let entries;
  try {
    entries = readdirSync(inRoot(path), { withFileTypes: true });
  } catch {
    return [path]; // a file
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesIn(join(path, entry.name)));
}
