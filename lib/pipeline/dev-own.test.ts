import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Analysis } from "#lib/domain/analysis";
import { overlap } from "#lib/text/span";
import { analyse } from "./analyse";

/** Eight pages written for this product: wires, blogs, a chat, a rumour about a river and one about a coin. */

const Row = z.object({
  id: z.string(),
  text: z.string(),
  gold: z.object({
    segments: z.array(z.object({ start: z.number(), end: z.number(), type: z.string() })),
    statements: z.array(
      z.object({
        start: z.number(),
        end: z.number(),
        label: z.string(),
        prediction: z.object({ text: z.string(), due: z.string().optional() }).optional(),
      }),
    ),
  }),
});
const file = readFileSync(new URL("./fixtures/dev-own.jsonl", import.meta.url), "utf8");
const rows = file
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => Row.parse(JSON.parse(line)));

const CLASS: Record<string, string> = {
  REPORTED_UNNAMED: "REPORTED",
  OPINION: "UNSOURCED_SPECULATION",
  UNSOURCED_ASSERTION: "OTHER",
  BACKGROUND: "OTHER",
};
const TYPE: Record<string, string> = {
  HEADLINE: "headline",
  DATELINE: "dateline_or_byline",
  BODY: "body",
  CAPTION: "caption_or_credit",
  CHROME: "site_chrome",
  TEASER: "teaser_other_post",
  COMMENT: "reader_comment",
};
/** "When the unlock hits" is due on a day that another sentence names: not resolved. */
const UNRESOLVED = new Set(["when the unlock hits"]);

/** What the models get wrong on these pages today, by place among the statements; it must be taken out once it is right. */
const KNOWN_WRONG: Readonly<Record<string, readonly number[]>> = { m04: [5], m05: [8] };

test("there are eight of them", () => expect(rows).toHaveLength(8));

const cases = rows.flatMap((row) => (["RULES", "MODELS"] as const).map((engine) => ({ ...row, engine })));

describe.each(cases)("page $id with $engine", ({ id, text, gold, engine }) => {
  const analysis = Analysis.parse(
    analyse({ format: "text", content: text, url: null, publisher: null }, engine),
  );
  const pairs = gold.statements.map((truth) => ({
    truth,
    found: analysis.statements.find((s) => s.start === truth.start && s.end === truth.end),
  }));

  test("every part of the page has its type", () => {
    for (const part of gold.segments) {
      const here = analysis.segments.filter((segment) => overlap(segment, part) > 0);
      expect(here.map(({ type }) => TYPE[type])).toEqual(here.map(() => part.type));
      const covered = here.reduce((sum, segment) => sum + overlap(segment, part), 0);
      expect(part.end - part.start - covered).toBeLessThanOrEqual(2);
    }
  });

  test("every statement is found with its span and its class, and no other", () => {
    const known = engine === "MODELS" ? (KNOWN_WRONG[id] ?? []) : [];
    const wrong = pairs.flatMap(({ found, truth }, i) =>
      (CLASS[found?.label ?? ""] ?? found?.label) === truth.label ? [] : [i],
    );
    expect(wrong).toEqual(known);
    expect(analysis.statements).toHaveLength(gold.statements.length);
  });

  test("nothing unsourced is called reported", () => {
    const leaks = pairs.filter(
      ({ truth, found }) => truth.label === "UNSOURCED_SPECULATION" && found?.label.startsWith("REPORTED"),
    );
    expect(leaks).toEqual([]);
  });

  test("windows are due on the day that the post's own date gives", () => {
    const dated = pairs.filter(
      ({ truth }) => truth.prediction?.due !== undefined && !UNRESOLVED.has(truth.prediction.text),
    );
    expect(dated.map(({ found }) => found?.prediction?.dueTo)).toEqual(
      dated.map(({ truth }) => truth.prediction?.due),
    );
  });
});
