/**
 * The worst that one page can do: `node --import tsx bench/worst.ts [MIXTURES] [MEGABYTES] [FIRST]`.
 *
 * Pages of 4 MB, each of what costs most and of mixtures that a seed tells, are read in this process with the models. Printed are milliseconds of CPU time for each, the slowest first, and what a small page costs beside them.
 */
import { AppError } from "#lib/errors";
import { analyse } from "#lib/pipeline/analyse";
import { type MadePage, mixedPage, plainPages } from "./worst/made-pages";

const [mixtures = 100, megabytes = 4, first = 1] = process.argv.slice(2).map(Number);
const BYTES = megabytes * 1_048_576 - 4096;

function measured(page: MadePage): { name: string; ms: number; end: string } {
  const before = process.cpuUsage();
  let end = "";
  try {
    const { statements, notes } = analyse({
      format: page.format,
      content: page.content,
      url: null,
      publisher: null,
    });
    end = `${statements.length} statements; ${notes.length} notes`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    end = error.message;
  }
  const { user, system } = process.cpuUsage(before);
  const ms = Math.round((user + system) / 1000);
  if (process.env.SHOW) console.log(ms, page.name, end);
  return { name: page.name, ms, end };
}

const SMALL =
  "The quay\n\nBy Ana Sorel\nMarch 12, 2025\n\nThe council agreed on Monday to widen the quay, the mayor said.";
measured({ name: "warm", format: "text", content: SMALL });
const found = plainPages(BYTES).map(measured);
for (let seed = first; seed < first + mixtures; seed += 1) found.push(measured(mixedPage(seed, BYTES)));
found.sort((a, b) => b.ms - a.ms);
for (const { name, ms, end } of found.slice(0, 15))
  console.log(String(ms).padStart(7), "ms ", name, "→", end);
const small = measured({ name: "a small page", format: "text", content: SMALL });
console.log(`slowest of ${found.length}: ${found[0]?.ms} ms; a small page: ${small.ms} ms`);
