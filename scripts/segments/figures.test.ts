import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { segmentBlocks } from "#lib/pipeline/blocks/segment-blocks";
import { EVAL, HELD_OUT, htmlOf, linesOf, type TrueText, thirdOf, truePages } from "./corpus";

const isHere = existsSync(join(EVAL, "pages/pages.jsonl"));
const why = isHere ? "" : ` (skipped: there is no evaluation data at ${EVAL}; set ONRECORD_EVAL)`;

function scored(script: string, gold: readonly unknown[], guess: readonly unknown[], ...options: string[]): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), "figures-"));
  const write = (name: string, rows: readonly unknown[]) => {
    writeFileSync(join(folder, name), rows.map((row) => JSON.stringify(row)).join("\n"));
    return join(folder, name);
  };
  const report = execFileSync("node", [join(EVAL, script), write("gold.jsonl", gold), write("guess.jsonl", guess), ...options], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return JSON.parse(report);
}

test.skipIf(!isHere)(`pages never seen in training keep their figures${why}`, { timeout: 300_000 }, () => {
  const pages = truePages().filter((page) => thirdOf(page) === HELD_OUT);
  const guess = pages.map((page) => {
    const { text, segments, metadata } = segmentBlocks({ format: "html", content: htmlOf(page), url: page.url });
    const body = segments.filter((s) => s.type === "BODY").map((s) => text.slice(s.start, s.end)).join("\n");
    return { id: page.id, body, title: metadata.title, publishedAt: metadata.published?.day ?? null };
  });
  const report = scored("pages/score-pages.mjs", pages, guess);
  expect(report.empty).toBe(0);
  expect(report.f1).toBeGreaterThanOrEqual(FLOORS.f1);
  expect(report.leaked).toMatchObject({ comment: expect.stringMatching(/^0\//) });
});

test.skipIf(!isHere)(`pages of plain text keep their figures${why}`, () => {
  const pages = linesOf("claims/dev.jsonl").map((line): TrueText => JSON.parse(line));
  const guess = pages.map(({ id, text }) => ({ id, segments: segmentBlocks({ format: "text", content: text, url: null }).segments, statements: [] }));
  const { segments } = scored("claims/score-claims.mjs", pages, guess, "--json");
  expect(segments).toMatchObject({ accuracy: expect.any(Number), macroF1: expect.any(Number) });
  // What the line above has just checked.
  const { accuracy, macroF1 } = segments as { accuracy: number; macroF1: number };
  expect(accuracy).toBeGreaterThanOrEqual(FLOORS.characters);
  expect(macroF1).toBeGreaterThanOrEqual(FLOORS.types);
});

/** A little under what the model reaches, so that only a real loss fails. */
const FLOORS = { f1: 0.935, characters: 0.9, types: 0.72 };
