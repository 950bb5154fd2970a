// Fails where a document names a path of the project that isn't there.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Paths as documents write them: in code ticks, below one of these folders; or the target of a relative link. */
const NAMED = /`((?:app|components|lib|prisma|e2e|scripts|bench|docs|seed)\/[\w()[\]./-]*\w\)?)`/g;
const LINKED = /\]\((?!https?:|#)([^)#\s]+)/g;
/** Made by a command, so a fresh clone has none of it. */
const MADE = /^lib\/db\/generated/;

const documents = execFileSync("git", ["ls-files", "*.md"], { encoding: "utf8" }).split("\n").filter(Boolean);
let missing = 0;
for (const document of documents) {
  const text = readFileSync(document, "utf8");
  const named = [...text.matchAll(NAMED)].map(([, path = ""]) => path);
  const linked = [...text.matchAll(LINKED)].map(([, path = ""]) => join(dirname(document), path));
  for (const path of [...named, ...linked]) {
    if (MADE.test(path) || existsSync(path) || existsSync(`${path}.ts`)) continue;
    console.error(`${document} names ${path}, which isn't there`);
    missing += 1;
  }
}
process.exitCode = missing === 0 ? 0 : 1;
