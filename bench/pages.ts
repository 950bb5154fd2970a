import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { segmentBlocks } from "#lib/pipeline/blocks/segment-blocks";
import { EVAL, htmlOf, truePages } from "../scripts/segments/corpus";

/**
 * Pages a second on one core: segments against Readability on linkedom, same pages, same run; and what a page costs as it grows.
 * node --import tsx bench/pages.ts [--modules FOLDER]   FOLDER holds node_modules with @mozilla/readability and linkedom.
 */

if (!existsSync(join(EVAL, "pages/pages.jsonl"))) {
  console.log(`There is no evaluation data at ${EVAL}. Set ONRECORD_EVAL to the folder that holds it.`);
  process.exit(0);
}

const pages = truePages().map((page) => ({ url: page.url, html: htmlOf(page) }));
const ours = (html: string, url: string) => segmentBlocks({ format: "html", content: html, url }).segments.length;

function rate(name: string, run: (html: string, url: string) => unknown): void {
  for (const { html, url } of pages.slice(0, 30)) run(html, url);
  const started = process.cpuUsage();
  for (const { html, url } of pages) run(html, url);
  const used = process.cpuUsage(started);
  console.log(`${name}: ${(pages.length / ((used.user + used.system) / 1e6)).toFixed(1)} pages a second of CPU`);
}

rate("segments", ours);

const at = process.argv.indexOf("--modules");
if (at > 0) {
  const load = createRequire(join(process.argv[at + 1] ?? ".", "package.json"));
  // Neither is a dependency of the project; their shapes are those of their documentation.
  const { parseHTML } = load("linkedom") as { parseHTML: (html: string) => { document: unknown } };
  const { Readability } = load("@mozilla/readability") as { Readability: new (document: unknown) => { parse: () => unknown } };
  rate("Readability on linkedom", (html) => {
    try {
      return new Readability(parseHTML(html).document).parse();
    } catch {
      return null;
    }
  });
}

const story = "<div class=card><h3><a href=/x>A title of some words</a></h3><p>The minister said on Monday, in a statement, that the talks had ended.</p></div>\n";
for (const megabytes of [0.5, 1, 2, 5]) {
  const html = story.repeat(Math.round((megabytes * 1_000_000) / story.length));
  const started = performance.now();
  ours(html, "https://news.example/");
  const seconds = (performance.now() - started) / 1000;
  console.log(`${megabytes} MB: ${seconds.toFixed(2)} s, ${(seconds / megabytes).toFixed(2)} s a megabyte`);
}
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
