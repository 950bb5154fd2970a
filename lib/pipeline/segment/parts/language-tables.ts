import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { eld } from "eld/extrasmall";

type Tables = typeof eld;

let known: Tables | null = null;

/**
 * The smallest n-gram tables, which are enough for an article. They take a fifth of a second and 50 MB, and English isn't asked of them: they
 * are loaded when the first other text is.
 */
export function languageTables(): Tables {
  known ??= load();
  return known;
}

/** By its path: the package names itself to `import` alone, which can't wait until a text is read. */
function load(): Tables {
  const path = fileURLToPath(import.meta.resolve("eld/extrasmall"));
  // the package's own types say what stands in it
  return (createRequire(import.meta.url)(path) as { readonly eld: Tables }).eld;
}
