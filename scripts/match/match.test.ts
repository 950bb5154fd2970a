import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";

// Every case starts a process of its own.
vi.setConfig({ testTimeout: 120_000 });

/** The command as a person runs it: from another folder, with nothing built and no database. */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "match-"));

function run(args: readonly string[], lines: readonly string[] = []) {
  const { DATABASE_URL: _, ...env } = process.env;
  const result = spawnSync(process.execPath, ["--import", "tsx", "scripts/match.ts", ...args], {
    cwd: ROOT,
    env: { ...env, INIT_CWD: FOLDER },
    input: lines.join("\n"),
    encoding: "utf8",
  });
  const out = result.stdout.split("\n").filter((line) => line !== "");
  return { status: result.status, out: out.map((line) => JSON.parse(line)), err: result.stderr };
}

const STATEMENTS = [
  '{"id":"a","text":"Lendria puts new banknotes into use tomorrow","postedAt":"2024-03-05"}',
  '{"id":"b","text":"LENDRIA PUTS NEW BANKNOTES INTO USE TODAY!!","postedAt":"2024-03-06"}',
  "no JSON",
  '{"id":"c","text":"Lendria puts new banknotes into use tomorrow","postedAt":"2019-03-05"}',
  '{"id":"d","text":""}',
  '{"id":"e","text":"The dam burst.","postedAt":"2024-02-30"}',
  '{"id":"a","text":"The dam burst."}',
  '{"id":7,"text":"The Harlen dam burst on Sunday."}',
];
const Answer = z.object({
  id: z.union([z.string(), z.number()]),
  candidates: z.array(
    z.object({
      id: z.union([z.string(), z.number()]),
      relation: z.string(),
      score: z.number(),
      reasons: z.array(z.string()),
    }),
  ),
});

describe("npm run match", () => {
  test("answers every statement with its nearest others, in order; lines that can't be read keep their place", () => {
    const { status, out, err } = run(["--jsonl", "--k", "2"], STATEMENTS);
    expect([status, err]).toEqual([0, ""]);
    expect(out.map(({ id, error }) => [id, error === undefined])).toEqual([
      ["a", true],
      ["b", true],
      [null, false],
      ["c", true],
      ["d", false],
      ["e", false],
      ["a", false],
      [7, true],
    ]);
    const first = Answer.parse(out[0]);
    expect(first.candidates.map(({ id, relation }) => [id, relation])).toEqual([
      ["b", "SAME"],
      ["c", "TEMPLATE"],
    ]);
    expect(first.candidates[1]?.reasons.join(" ")).toContain(
      "The times differ: 6 March 2019 and 6 March 2024.",
    );
  });

  test("judges the pairs of a file, found from the person's own folder; the rest of the input has no say", () => {
    writeFileSync(
      join(FOLDER, "pairs"),
      ['{"a":"b","b":"a"}', '{"a":"a","b":"c"}', "{", '{"a":"a","b":"nobody"}'].join("\n"),
    );
    const whole = run(
      ["--jsonl", "--pairs", "pairs"],
      STATEMENTS.filter((line) => line.startsWith("{") && !/"(?:d|e)"|burst/.test(line)),
    );
    expect([whole.status, whole.err]).toEqual([0, ""]);
    expect(whole.out.map(({ relation, error }) => relation ?? typeof error)).toEqual([
      "SAME",
      "TEMPLATE",
      "string",
      "string",
    ]);
    const few = run(["--jsonl", "--pairs", "pairs"], STATEMENTS.slice(0, 2));
    expect(few.out[0]).toEqual(whole.out[0]);
  });

  test("aligns reposts, a line each", () => {
    const original = { text: "", sentences: ["The dam burst.", "Nobody was hurt."] };
    const repost = { text: "", sentences: ["The dam burst.", "The bank is next."] };
    const { out } = run(["--jsonl", "--reposts"], [JSON.stringify({ id: 1, original, repost }), '{"id":2}']);
    expect(out[0]).toEqual({
      id: 1,
      alignment: [
        { repost: 0, original: [0], change: "VERBATIM" },
        { repost: 1, original: null, change: "ADDED" },
        { repost: null, original: [1], change: "DROPPED" },
      ],
    });
    expect(out[1]).toMatchObject({ id: 2, error: expect.stringContaining("sentences") });
  });

  test.each([
    ["no --jsonl", []],
    ["no number", ["--jsonl", "--k", "many"]],
    ["two modes", ["--jsonl", "--reposts", "--pairs", "x"]],
    ["an option that isn't there", ["--jsonl", "--xml"]],
  ])("used wrongly (%s): status 2, and how to use it", (_, args) => {
    const { status, out, err } = run(args);
    expect([status, out]).toEqual([2, []]);
    expect(err).toContain("Usage: npm run match");
  });

  test("a file that isn't there: status 1 and one sentence", () => {
    const { status, out, err } = run(["--jsonl", "--pairs", "nowhere"], []);
    expect([status, out]).toEqual([1, []]);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});
