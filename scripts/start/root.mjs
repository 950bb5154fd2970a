import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The clone's folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {readonly string[]} parts */
export function inRoot(...parts) {
  return join(ROOT, ...parts);
}
