import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { hashOf } from "./build.mjs";
import { inRoot, ROOT } from "./root.mjs";

/** The programs that a start runs beside the web server, and those that they start themselves. */
const PROGRAMS = [
  "scripts/prepare.ts",
  "scripts/demo.ts",
  "scripts/worker.ts",
  "scripts/export.ts",
  "scripts/draw.ts",
  "lib/jobs/reading/read-page.ts",
  "lib/jobs/reading/look-in-pdf.ts",
];
const SOURCES = [
  "lib",
  "scripts",
  "prisma/schema.prisma",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
];

/** Where the bundles are. */
export const BUNDLES = inRoot(".next/programs");
const STAMP = inRoot(".next/programs/built-from");

/** Bundle our programs where their sources have changed since: each of them loads a few files then, and not some hundreds. */
export async function bundlePrograms() {
  const source = hashOf(SOURCES);
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === source) return;
  // What runs from here goes on finding its files: they have their content in their names, and stay until the web server is built again.
  rmSync(STAMP, { force: true });
  const { build } = await import("esbuild");
  const building = build({
    absWorkingDir: ROOT,
    entryPoints: PROGRAMS,
    entryNames: "[name]",
    outdir: BUNDLES,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    logLevel: "warning",
    plugins: [{ name: "own places", setup: keepPlaces }],
  });
  await building.catch(() => {
    throw new LauncherError("The worker and its programs could not be bundled; esbuild says why above.");
  });
  writeFileSync(STAMP, source);
}

/**
 * A file that looks for what stands beside it finds it as before: in a bundle its address is still that of its source.
 *
 * @param {import("esbuild").PluginBuild} build
 */
function keepPlaces(build) {
  build.onLoad({ filter: /\.(?:ts|mjs)$/ }, async ({ path }) => {
    if (path.includes(`${sep}node_modules${sep}`)) return null;
    const text = await readFile(path, "utf8");
    if (!text.includes("import.meta.url")) return null;
    const place = JSON.stringify(relative(BUNDLES, path).split(sep).join("/"));
    return {
      contents: text.replaceAll("import.meta.url", `new URL(${place}, import.meta.url).href`),
      loader: path.endsWith(".ts") ? "ts" : "js",
    };
  });
}
