import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { Analysis } from "#lib/domain/analysis";

// Every case starts a process of its own.
vi.setConfig({ testTimeout: 120_000 });

/** The command as a person runs it: from another folder, with nothing built and no database. */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGE = `${ROOT}seed/page.txt`;

function run(args: readonly string[], input = "") {
  const { DATABASE_URL: _, ...env } = process.env;
  const result = spawnSync(process.execPath, ["--import", "tsx", "scripts/analyse.ts", ...args], {
    cwd: ROOT,
    env: { ...env, INIT_CWD: tmpdir() },
    input,
    encoding: "utf8",
  });
  return { status: result.status, out: result.stdout, err: result.stderr };
}

describe("npm run analyse", () => {
  test("prints a table that fits a terminal, with labels in words", () => {
    const { status, out, err } = run([PAGE]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/TEASER +3583–3725/);
    expect(out).toContain("16  UNSOURCED SPECULATION, attributed to nobody");
    expect(out).toContain("Due: “this morning” is 2024-09-18, read from 2024-09-18");
  });

  test("prints one JSON document of the stored shape", () => {
    const { status, out } = run(["--json", "--url", "https://example.org/a", PAGE]);
    expect(status).toBe(0);
    expect(Analysis.parse(JSON.parse(out)).publisher).toBe("example.org");
  });

  test("reads standard input", () => {
    const { status, out } = run(["--json", "-"], "The council said that the bridge is open again.");
    expect(status).toBe(0);
    expect(Analysis.parse(JSON.parse(out)).statements).toHaveLength(1);
  });

  test("filters JSON lines in order; a line that fails says so and the rest goes on", () => {
    const lines = [
      '{"id":1,"text":"The council said that the bridge is open."}',
      "not json",
      '{"id":"b","text":""}',
      '{"id":"c"}',
      "",
      '{"id":4,"html":"<p>The council said that the road is open.</p>","url":"https://example.org/"}',
    ];
    const { status, out, err } = run(["--jsonl"], lines.join("\n"));
    expect([status, err]).toEqual([0, ""]);
    const Line = z.looseObject({
      id: z.union([z.string(), z.number(), z.null()]),
      error: z.string().optional(),
    });
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => Line.parse(JSON.parse(line)));
    expect(answers.map(({ id }) => id)).toEqual([1, null, "b", "c", 4]);
    expect(answers.map(({ error }) => error === undefined)).toEqual([true, false, false, false, true]);
    expect(Analysis.safeParse(answers[4]).success).toBe(true);
  });

  test.each([
    ["no file", []],
    ["two files", ["a", "b"]],
    ["an option that isn't there", ["--xml", PAGE]],
    ["a file and --jsonl", ["--jsonl", PAGE]],
    ["two shapes", ["--json", "--jsonl"]],
  ])("used wrongly (%s): status 2, and how to use it", (_, args) => {
    const { status, out, err } = run(args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("Usage: npm run analyse");
  });

  test.each([
    ["a file that isn't there", ["nowhere.txt"], ""],
    ["a folder", [ROOT], ""],
    ["nothing", ["-"], ""],
    ["a program", [process.execPath], ""],
  ])("%s: status 1 and one sentence", (_, args, input) => {
    const { status, out, err } = run(args, input);
    expect([status, out]).toEqual([1, ""]);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });
});
