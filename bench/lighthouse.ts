/**
 * What Lighthouse 12 says of readers' pages on a phone: `node --import tsx bench/lighthouse.ts [rounds]`. It is installed in a folder of its own
 * beside this file, with its own lock file, as nothing else needs it. The product is started with the demo newsroom on a free port; home, an
 * article, a claim and a search are each read three times with the preset for phones (a slow one on a slow network, as Lighthouse reckons it).
 * Printed are all runs, the medians, and each audit that took something from a score. Ends with 1 where a median is below what is asked.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { dataFolder, removeData, startProduct } from "#e2e/product";

const ROUNDS = Number(process.argv[2] ?? 3);
const FOLDER = join(import.meta.dirname, "lighthouse");
const CHROMIUM = "/usr/bin/chromium";
const FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage";
const MINUTE = 60_000;
const REPORT_BYTES = 64 * 1024 * 1024;
/** Of a hundred. */
const ASKED = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
type Category = keyof typeof ASKED;
const CATEGORIES = Object.keys(ASKED) as Category[];

/** Now and then the browser's own record of a page's beginning is missing, and Lighthouse says to try again. */
const TRIES = 3;

const run = promisify(execFile);

const Report = z.object({
  lighthouseVersion: z.string(),
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: z.number().nullable(),
      displayValue: z.string().optional(),
      explanation: z.string().optional(),
    }),
  ),
});
type Report = z.infer<typeof Report>;

async function install(): Promise<void> {
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await run("npm", args, { cwd: FOLDER, timeout: 5 * MINUTE });
}

/** Null for what isn't whole: of a run that ended in the middle a part may have been printed. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One run of Lighthouse in a browser of its own. Throws where it couldn't read the page, time and again. */
async function measure(address: string, left = TRIES): Promise<Report> {
  const cli = join(FOLDER, "node_modules", "lighthouse", "cli", "index.js");
  const args = [cli, address, "--output=json", "--quiet", `--chrome-flags=${FLAGS}`];
  const only = `--only-categories=${CATEGORIES.join(",")}`;
  // What a search finds is kept out of the indexes of search engines on purpose.
  const skipped = new URL(address).pathname === "/search" ? ["--skip-audits=is-crawlable"] : [];
  const env = { ...process.env, ...(existsSync(CHROMIUM) ? { CHROME_PATH: CHROMIUM } : {}) };
  const limits = { env, maxBuffer: REPORT_BYTES, timeout: 3 * MINUTE };
  // It ends with an error where it has none to tell of the page; the report says why.
  const { stdout } = await run(process.execPath, [...args, only, ...skipped], limits).catch(
    (error: { stdout: string }) => error,
  );
  const report = Report.safeParse(jsonOf(stdout)).data;
  if (report !== undefined && report.runtimeError === undefined) return report;
  if (left > 1) return measure(address, left - 1);
  throw new Error(`${address}: ${report?.runtimeError?.message ?? "Lighthouse said nothing"}`);
}

const scoreOf = (report: Report, category: Category): number =>
  Math.round((report.categories[category]?.score ?? 0) * 100);

/** Audits with a weight in a category and less than a full score, as lines. */
function faults(report: Report): string[] {
  return CATEGORIES.flatMap((category) =>
    (report.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = report.audits[id];
      if (weight === 0 || audit === undefined || audit.score === null || audit.score === 1) return [];
      return [`${category}: ${id} ${audit.score} ${audit.displayValue ?? audit.explanation ?? audit.title}`];
    }),
  );
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The first link on a page that begins so. */
async function linkOn(origin: string, path: string, begins: string): Promise<string> {
  const html = await (await fetch(`${origin}${path}`)).text();
  const link = new RegExp(`href="(${begins}[^"/?#]+)`).exec(html)?.[1];
  if (link === undefined) throw new Error(`${path} has no link to ${begins}`);
  return link;
}

/** The demo's claim has a verdict; its page leads to the article that makes it. */
async function pagesOf(origin: string): Promise<Record<string, string>> {
  const claim = await linkOn(origin, "/claims", "/claims/");
  const article = await linkOn(origin, claim, "/articles/");
  return { home: "/", article, claim, search: "/search?q=banks" };
}

/** Whether the medians of a page are what is asked. Prints all of it. */
async function page(name: string, address: string): Promise<boolean> {
  const reports: Report[] = [];
  for (let round = 0; round < ROUNDS; round += 1) reports.push(await measure(address));
  const cells = CATEGORIES.map((category) => {
    const scores = reports.map((report) => scoreOf(report, category));
    return { text: `${median(scores)} (${scores.join(", ")})`, enough: median(scores) >= ASKED[category] };
  });
  console.log(`| ${name} | ${cells.map(({ text }) => text).join(" | ")} |`);
  for (const line of new Set(reports.flatMap(faults))) console.log(`  ${line}`);
  return cells.every(({ enough }) => enough);
}

await install();
const data = dataFolder();
const product = await startProduct({ data, args: ["--demo"] });
let enough = true;
try {
  const pages = await pagesOf(product.origin);
  console.log(`| page | ${CATEGORIES.join(" | ")} |\n|---|---|---|---|---|`);
  for (const [name, path] of Object.entries(pages))
    enough = (await page(name, product.origin + path)) && enough;
  console.log(enough ? "All medians are what is asked." : "A median is below what is asked.");
} finally {
  await product.stop();
  removeData(data);
}
process.exitCode = enough ? 0 : 1;
