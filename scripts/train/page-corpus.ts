import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { hash } from "#lib/pipeline/segment/classifier/signatures";

export interface TruePage {
  readonly id: string;
  readonly url: string;
  readonly html: string;
  readonly title: string;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly body: string;
  readonly mustNotContain: readonly { readonly text: string; readonly kind: string }[];
}

/** Where the data with truth lies; nothing of it is ever copied into the project. */
export const EVAL = process.env.ONRECORD_EVAL ?? join(import.meta.dirname, "../../../shared/eval");

export function linesOf(path: string): string[] {
  return readFileSync(join(EVAL, path), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
}

export function truePages(): TruePage[] {
  return linesOf("pages/pages.jsonl").map((line) => JSON.parse(line));
}

export function htmlOf(page: TruePage): string {
  return gunzipSync(readFileSync(join(EVAL, "pages", page.html))).toString("utf8");
}

/** Which third a page falls in, by its site: pages of one site are never on both sides. The last third is held out. */
export function thirdOf(page: TruePage): number {
  const host = new URL(page.url).hostname.replace(/^www\./, "");
  return ((hash(host) >>> 8) & 0xffff) % 3;
}

export const HELD_OUT = 2;

/** Which of `folds` parts a page falls in, by its site, independently of its third. */
export function siteFold(page: TruePage, folds: number): number {
  const host = new URL(page.url).hostname.replace(/^www\./, "");
  return (hash(host, 7) >>> 6) % folds;
}
