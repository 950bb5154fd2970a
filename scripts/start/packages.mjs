import { existsSync, readFileSync } from "node:fs";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { inRoot } from "./root.mjs";
import { runNpm } from "./tool.mjs";

/** Install what package-lock.json asks for and node_modules doesn't have. */
export async function installPackages() {
  if (packagesAreThere()) return;
  console.log("Installing the packages (once, about a minute)");
  // The install scripts of packages aren't needed: what they would do is done here.
  const { code, said } = await runNpm([
    "ci",
    "--include=dev",
    "--include=optional",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  if (code === 0 && packagesAreThere()) return;
  const why = said.split("\n").find((line) => /npm (error|ERR!) (?!code|errno|syscall)/.test(line));
  throw new LauncherError(
    `The packages could not be installed${why ? ` (${why.replace(/npm (error|ERR!) /, "").trim()})` : ""}. Check the network and the free space, then try again; npm ci shows everything that npm says.`,
  );
}

/** npm leaves a list of what it installed in node_modules, written last. */
function packagesAreThere() {
  const list = inRoot("node_modules/.package-lock.json");
  if (!existsSync(list)) return false;
  const installed = readPackages(list);
  return Object.entries(readPackages(inRoot("package-lock.json"))).every(
    ([path, wanted]) =>
      path === "" || wanted.optional || wanted.devOptional || installed[path]?.version === wanted.version,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
