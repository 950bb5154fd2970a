import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "#lib/errors";
import { segment } from "#lib/pipeline/segment";
import type { BlockModel } from "#lib/pipeline/segment/classifier/classifier-model";
import { typedHtml } from "#lib/pipeline/segment/html/typed-html";
import { EVAL, htmlOf, type TruePage } from "#scripts/train/page-corpus";
import { randomFrom } from "#scripts/train/random";

interface Report {
  readonly pages: number;
  readonly empty: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly mustContain: string;
  readonly leaked: Readonly<Record<string, string>>;
  readonly title: string;
  readonly publishedDay: string;
}

export interface Prediction {
  readonly id: string;
  readonly body: string;
  readonly title: string | null;
  readonly publishedAt: string | null;
}

const SAMPLES = 1000;

/** What the pipeline says of a page, with the shipped classifier or with another. */
export function predict(page: TruePage, model?: BlockModel): Prediction {
  try {
    const input = { format: "html", content: htmlOf(page), url: page.url, publisher: null } as const;
    const found = segment(input, (content) => typedHtml(content, model));
    const body = found.segments.filter(({ type }) => type === "BODY");
    return {
      id: page.id,
      body: body.map(({ start, end }) => found.text.slice(start, end)).join("\n"),
      title: found.title,
      publishedAt: found.publishedAt,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { id: page.id, body: "", title: null, publishedAt: null };
  }
}

export function score(
  pages: readonly TruePage[],
  guesses: readonly Prediction[],
  options: string[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), "evaluate-pages-"));
  const [gold, guess] = [join(folder, "gold.jsonl"), join(folder, "guess.jsonl")];
  writeFileSync(gold, pages.map((page) => JSON.stringify(page)).join("\n"));
  writeFileSync(guess, guesses.map((line) => JSON.stringify(line)).join("\n"));
  const scorer = join(EVAL, "pages/score-pages.mjs");
  try {
    return execFileSync(process.execPath, [scorer, gold, guess, ...options], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The scorer prints this shape.
const reportOf = (pages: readonly TruePage[], guesses: readonly Prediction[]): Report =>
  JSON.parse(score(pages, guesses));

const [hit, of] = [
  (ratio: string) => Number(ratio.split("/")[0]),
  (ratio: string) => Number(ratio.split("/")[1]),
];
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Each figure that an interval is wanted for, from reports of one page each. */
const FIGURES: readonly (readonly [string, (reports: readonly Report[]) => number])[] = [
  ["body F1", (all) => (2 * precision(all) * recall(all)) / (precision(all) + recall(all))],
  ["body precision", precision],
  ["body recall", recall],
  ["strings kept", (all) => share(all.map(({ mustContain }) => mustContain))],
  ["comments leaked", (all) => share(all.map(({ leaked }) => leaked.comment ?? "0/0"))],
  ["title", (all) => share(all.map(({ title }) => title))],
  ["publication day", (all) => share(all.map(({ publishedDay }) => publishedDay))],
];

function precision(reports: readonly Report[]): number {
  const full = reports.filter(({ empty }) => empty === 0);
  return sum(full.map((report) => report.precision)) / full.length;
}

function recall(reports: readonly Report[]): number {
  return sum(reports.map((report) => report.recall)) / reports.length;
}

function share(ratios: readonly string[]): number {
  return sum(ratios.map(hit)) / sum(ratios.map(of));
}

const percent = (value: number) => (100 * value).toFixed(1).padStart(6);

/** Print the figures of some pages, with intervals. */
export function print(name: string, pages: readonly TruePage[], guesses: readonly Prediction[]): void {
  const whole = reportOf(pages, guesses);
  console.log(`\n${name}: ${whole.pages} pages, ${whole.empty} empty, body F1 ${whole.f1}`);
  const single = pages.map((page, i) => reportOf([page], guesses.slice(i, i + 1)));
  const random = randomFrom(7);
  const draws = Array.from({ length: SAMPLES }, () =>
    single.flatMap(() => single[Math.floor(random() * single.length)] ?? []),
  );
  for (const [figure, read] of FIGURES) {
    const values = draws.map(read).sort((a, b) => a - b);
    const [low, high] = [values[SAMPLES * 0.025] ?? 0, values[SAMPLES * 0.975] ?? 0];
    console.log(`${figure.padEnd(16)} ${percent(read(single))}   [${percent(low)}, ${percent(high)}]`);
  }
  console.log(`kept ${whole.mustContain}, title ${whole.title}, day ${whole.publishedDay}`);
  console.log(`leaked ${JSON.stringify(whole.leaked)}`);
}
