import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  describePage,
  differences,
  GOLDEN,
  Golden,
  goldenNames,
  goldenPage,
  written,
} from "#lib/pipeline/testing/golden";

/**
 * `npm run golden -- check` says in words what the golden pages give and should not.
 * `npm run golden -- add NAME FILE [URL]` adds a page, with what it gives today: read that before it is kept.
 * `npm run golden -- accept NAME` writes what a page gives now over what it was expected to give.
 *
 * Status   0 done, 1 something differs, 2 the command was used wrongly.
 */
const USAGE = "npm run golden -- check | add NAME FILE [URL] | accept NAME";
const READ = "Read every line of it: what is wrong goes into knownWrong, with what would be right.";

const expectedFile = (name: string): URL => new URL(`${name}/expected.json`, GOLDEN);

function check(): number {
  let count = 0;
  for (const name of goldenNames()) {
    const { golden, described } = goldenPage(name);
    const lines = differences(golden, described);
    if (lines.length > 0) console.log(`${name}\n${lines.map((line) => `  ${line}`).join("\n")}`);
    count += lines.length;
  }
  console.log(count === 0 ? "All golden pages give what they should." : `\n${count} differences.`);
  return count === 0 ? 0 : 1;
}

function add(name: string, file: string, url: string | null): number {
  const folder = new URL(`${name}/`, GOLDEN);
  const isHtml = /\.(?:html?|xhtml)$/i.test(file);
  // npm changes into the package's folder; names are meant from the folder that the person is in.
  const from = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  if (!/^[a-z0-9-]+$/.test(name) || existsSync(folder) || !existsSync(from)) {
    console.error(`NAME is a new folder in small letters, and FILE a page that is there.\n${USAGE}`);
    return 2;
  }
  mkdirSync(folder);
  copyFileSync(from, new URL(isHtml ? "source.html" : "source.txt", folder));
  return write(name, { url });
}

function accept(name: string): number {
  if (!existsSync(expectedFile(name))) {
    console.error(`There is no golden page ${name}.\n${USAGE}`);
    return 2;
  }
  return write(name, Golden.parse(JSON.parse(readFileSync(expectedFile(name), "utf8"))));
}

function write(name: string, golden: Pick<Golden, "url" | "engine" | "knownWrong">): number {
  const { url, engine, knownWrong } = golden;
  const read = engine === undefined ? { url } : { url, engine };
  const known = knownWrong === undefined ? {} : { knownWrong };
  writeFileSync(expectedFile(name), written({ ...read, ...describePage(name, read), ...known }));
  console.log(`Written: lib/pipeline/golden/${name}/expected.json\n${READ}`);
  return 0;
}

const [command, name = "", file = "", url = null] = process.argv.slice(2);
if (command === "check") process.exitCode = check();
else if (command === "add") process.exitCode = add(name, file, url);
else if (command === "accept") process.exitCode = accept(name);
else {
  console.error(USAGE);
  process.exitCode = 2;
}
