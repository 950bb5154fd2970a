/**
 * Speed of the stage `segment` on HTML: `node --import tsx bench/pages.ts`.
 *
 * Pages are the 300 of the evaluation set (ONRECORD_EVAL, by default ../shared/eval). Each page is segmented and then read
 * by Readability on linkedom, turn by turn in one process; what is printed are pages a second of CPU time and their ratio,
 * what a made page costs as it grows to 5 MB, and the memory that it all needs.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { segment } from "#lib/pipeline/segment";
import { EVAL, htmlOf, truePages } from "#scripts/train/page-corpus";

if (!existsSync(join(EVAL, "pages/pages.jsonl"))) {
  console.error(`There are no pages at ${EVAL}: name their folder with ONRECORD_EVAL.`);
  process.exit(1);
}

const WARM = 40;
const MEGABYTE = 1_000_000;

const ours = (content: string, url: string) =>
  segment({ format: "html", content, url, publisher: null }).segments.length;

/** Readability gives up on some pages by throwing: that costs time too. */
function theirs(content: string): number {
  try {
    return new Readability(parseHTML(content).document).parse()?.length ?? 0;
  } catch {
    return 0;
  }
}

/** Seconds of CPU, the collector's included. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const pages = truePages().map((page) => ({ url: page.url, html: htmlOf(page) }));
for (const { html, url } of pages.slice(0, WARM)) {
  ours(html, url);
  theirs(html);
}
let [own, other] = [0, 0];
for (const { html, url } of pages) {
  own += spent(() => ours(html, url));
  other += spent(() => theirs(html));
}
const rate = (seconds: number) => (pages.length / seconds).toFixed(1);
console.log(`segment                   ${rate(own)} pages a second of CPU, n = ${pages.length}`);
console.log(`Readability on linkedom   ${rate(other)} pages a second of CPU`);
console.log(`our rate against its      ${(other / own).toFixed(2)} ×`);

const words = "The minister said on Monday, in a statement, that the talks had ended. ".repeat(6);
const card = `<div class=card><h3><a href=/x>A title of some words</a></h3><p>${words}</p></div>\n`;
for (const megabytes of [0.5, 1, 2, 5]) {
  const html = card.repeat(Math.round((megabytes * MEGABYTE) / card.length));
  const seconds = spent(() => ours(html, "https://news.example/"));
  console.log(
    `${megabytes} MB in one page`.padEnd(26),
    `${seconds.toFixed(2)} s, ${(seconds / megabytes).toFixed(2)} s a megabyte`,
  );
}
console.log(`memory at its highest     ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
