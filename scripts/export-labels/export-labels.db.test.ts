import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { openReview, publishReview, submitReview } from "#lib/desk/reviews";
import { addStatement, editStatement, rejectSuggestion } from "#lib/desk/statements";
import {
  acceptAll,
  at,
  draftReview,
  narration,
  person,
  publishedReview,
  storedPage,
  suggestionsOf,
} from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { readNewsroomPages } from "#scripts/train/newsroom-labels";

/** What editors did by the desk's own verbs, exported by the command, is what the trainer reads. */

// The command is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
let db: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let writer: Actor;
let publisher: Actor;
let page: { versionId: string; text: string };
let draft: string;
beforeAll(async () => {
  db = await freshDatabase();
  [writer, publisher] = [await person("Mara"), await person("Avan")];
  page = await changedPage();
  await publishedReview(writer, publisher);
  ({ versionId: draft } = await draftReview(writer));
  await storedPage();
}, 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-labels-"));
  return () => rmSync(folder, { recursive: true, force: true });
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

/** One suggestion made an opinion, one rejected, the rest accepted; and a statement that nobody suggested. */
async function changedPage() {
  const versionId = await storedPage();
  const { text } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  const { reviewId } = await openReview(writer, { versionId }, at);
  const [first, second] = await suggestionsOf(versionId);
  const rejected = { reviewId, suggestionId: first?.id, reason: "Not a statement." };
  await rejectSuggestion(writer, rejected, at);
  await acceptAll(writer, versionId, reviewId);
  const changed = await database().statement.findFirstOrThrow({
    where: { reviewId, suggestionId: second?.id ?? "" },
  });
  const fields = { ...narration(changed.start, changed.end), flags: { opinion: true } };
  await editStatement(writer, { statementId: changed.id, revision: 1, fields }, at);
  const start = text.indexOf("built in 1931");
  const own = narration(start, start + "built in 1931".length);
  await addStatement(writer, { reviewId, suggestionId: null, fields: own }, at);
  const { revision } = await submitReview(writer, { reviewId, revision: 1 }, at);
  await publishReview(publisher, { reviewId, revision }, at);
  return { versionId, text };
}

async function run(...args: string[]) {
  const child = spawn(process.execPath, ["scripts/export-labels.mjs", ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: db.url, ONRECORD_DATA: join(folder, "data") },
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (piece) => {
    said.out += String(piece);
  });
  child.stderr.on("data", (piece) => {
    said.err += String(piece);
  });
  const [status] = await once(child, "close");
  return { status, ...said };
}

describe("exported", () => {
  test("are published pages alone, as the trainer reads them", async () => {
    const file = join(folder, "labels.jsonl");
    const { status, out, err } = await run(file);
    expect([status, out]).toEqual([0, ""]);
    expect(err).toMatch(/^2 pages with \d+ statements and \d+ decided suggestions\. /);
    expect(statSync(file).mode & 0o077).toBe(0);
    const read = readNewsroomPages(file);
    expect(read.map(({ isWhole }) => isWhole)).toEqual([true, true]);
    const own = read.find(({ id }) => id === page.versionId);
    expect(own).toMatchObject({ text: page.text, domain: "harbour.example" });

    const suggested = await suggestionsOf(page.versionId);
    const said = (exact: string) =>
      own?.labels.find(({ start, end }) => page.text.slice(start, end) === exact)?.code;
    expect(said(suggested[0]?.exact ?? "")).toBe("x");
    expect(said(suggested[1]?.exact ?? "")).toBe("author_opinion_or_prediction");
    expect(said("built in 1931")).toBe("author_assertion");
    // Accepted as they were: NAMED, OFFICIAL and plain ones keep their kind.
    const CODES: Record<string, string> = {
      NAMED_PERSON: "named_source",
      NAMED_ORGANIZATION: "named_source",
      UNNAMED_QUALIFIED: "official_unnamed",
      UNNAMED_BARE: "anonymous_hearsay",
      NONE: "author_assertion",
    };
    const kept = suggested.slice(2).filter(({ flags }) => !/opinion|forecast/.test(JSON.stringify(flags)));
    expect(kept.length).toBeGreaterThan(1);
    for (const { exact, sourcing } of kept) expect([exact, said(exact)]).toEqual([exact, CODES[sourcing]]);
  });

  test("is each suggestion with what it became, to standard output", async () => {
    const { status, out } = await run();
    expect(status).toBe(0);
    const rows = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const { decisions, gold } = rows.find(({ id }) => id === page.versionId);
    const suggested = await suggestionsOf(page.versionId);
    expect(decisions).toHaveLength(suggested.length);
    expect(decisions[0]).toMatchObject({ said: null, suggested: { label: suggested[0]?.label } });
    expect(decisions[1].said).toMatchObject({ label: "OPINION", sourcing: "NONE" });
    expect(decisions[1].suggested.by[0]).toMatchObject({ rule: expect.stringMatching(/^source\//) });
    for (const { type } of gold.segments)
      expect([
        "headline",
        "dateline_or_byline",
        "body",
        "site_chrome",
        "teaser_other_post",
        "reader_comment",
      ]).toContain(type);
    // Who decided it, and why, is nobody's label.
    expect(out).not.toContain("Not a statement.");
    expect(out).not.toContain(writer.id);
  });

  test("are drafts where they are asked for; their rest was not read", async () => {
    const file = join(folder, "labels.jsonl");
    expect((await run("--drafts", file)).status).toBe(0);
    const read = readNewsroomPages(file);
    expect(read).toHaveLength(3);
    expect(read.find(({ id }) => id === draft)).toMatchObject({ isWhole: false });
  });

  test("is nothing since a later day", async () => {
    const file = join(folder, "labels.jsonl");
    const { status, err } = await run("--since", "2024-09-21", file);
    expect([status, err]).toEqual([0, expect.stringMatching(/^0 pages /)]);
    expect(readFileSync(file, "utf8")).toBe("");
    const { err: all } = await run("--since", "2024-09-20", file);
    expect(all).toMatch(/^2 pages /);
  });
});

test.each([
  ["an option that isn’t known", ["--everything"]],
  ["a day that isn’t one", ["--since", "yesterday"]],
  ["two files", ["a.jsonl", "b.jsonl"]],
])("%s is told how it is used", async (_, args) => {
  const { status, out, err } = await run(...args);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(/^Usage: npm run export:labels/);
});

test("a folder that isn’t there is named, and nothing is left", async () => {
  const file = join(folder, "none", "labels.jsonl");
  const { status, err } = await run(file);
  expect([status, err]).toEqual([2, expect.stringContaining(`${file} can’t be written`)]);
  expect(existsSync(join(folder, "none"))).toBe(false);
});

describe("the trainer refuses", () => {
  const row = {
    id: "a",
    domain: "a.example",
    isWhole: true,
    text: "Rain fell.",
    gold: { statements: [{ start: 0, end: 10, sourcing: "author_assertion" }] },
    removed: [],
  };
  test.each<[string, object]>([
    ["a code that it doesn’t know", { gold: { statements: [{ start: 0, end: 10, sourcing: "sure" }] } }],
    ["words outside of the text", { gold: { statements: [{ start: 0, end: 11, sourcing: "document" }] } }],
    ["no words", { removed: [{ start: 4, end: 4 }] }],
    ["a page that doesn’t say whether it was read whole", { isWhole: null }],
  ])("%s, and names the line", (_, change) => {
    const file = join(folder, "labels.jsonl");
    writeFileSync(file, `${JSON.stringify(row)}\n`);
    expect(readNewsroomPages(file)).toHaveLength(1);
    writeFileSync(file, `${JSON.stringify(row)}\n${JSON.stringify({ ...row, ...change })}\n`);
    expect(() => readNewsroomPages(file)).toThrow(`${file}, line 2: `);
  });
});
