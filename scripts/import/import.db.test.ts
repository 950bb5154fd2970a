import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { pageText, person } from "#lib/desk/testing/newsroom";
import * as words from "#lib/words";

const bulk = words.bulkImports;

// Every case starts processes of its own.
vi.setConfig({ testTimeout: 180_000 });

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
let db: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let number = 0;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-import-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(async () => {
  await disconnect();
  await db.close();
});

/** A page that no other test has. */
const freshPage = () => {
  number += 1;
  return pageText(`bulk ${number}`);
};
const write = (name: string, content: string | Uint8Array) => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), content);
};

function begin(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["scripts/import.mjs", "--workers", "1", ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: db.url,
      ONRECORD_DATA: join(folder, "data"),
      ONRECORD_ENGINE: "rules",
      INIT_CWD: folder,
      ...env,
    },
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (piece) => {
    said.out += String(piece);
  });
  child.stderr.on("data", (piece) => {
    said.err += String(piece);
  });
  return { child, said, ended: once(child, "close").then(([status]) => ({ status, ...said })) };
}
const run = (args: readonly string[], env?: Record<string, string>) => begin(args, env).ended;

const counts = async () => ({
  versions: await database().articleVersion.count(),
  imports: await database().import.count(),
  events: await database().auditEvent.count(),
  snapshots: await database().snapshot.count(),
});
const Report = z.object({
  file: z.string(),
  line: z.number().optional(),
  id: z.unknown().optional(),
  outcome: z.enum(["stored", "there", "refused"]),
  version: z.uuid().optional(),
  why: z.string().optional(),
});
const reportOf = (name: string) =>
  readFileSync(join(folder, name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => Report.parse(JSON.parse(line)));

test("files, folders and JSON lines are stored; a second run stores nothing and reads nothing", async () => {
  const [a, b, c, d] = [freshPage(), freshPage(), freshPage(), freshPage()];
  write("pages/a.txt", a);
  write("pages/below/b.html", `<article><p>${b.replaceAll("\n\n", "</p><p>")}</p></article>`);
  write(
    "more.jsonl",
    [c, d]
      .map((text, id) => JSON.stringify({ id, text, url: `https://n.example/${number}-${id}` }))
      .join("\n"),
  );
  const before = await counts();
  const first = await run(["pages", "more.jsonl", "--report", "report.jsonl", "--publisher", "Gazette"]);
  expect([first.status, first.out]).toEqual([0, expect.stringMatching(/^Stored 4 pages in /)]);
  const after = await counts();
  expect(after.versions - before.versions).toBe(4);
  expect(after.events - before.events).toBe(8);
  const report = reportOf("report.jsonl");
  expect(report.map(({ outcome }) => outcome)).toEqual(["stored", "stored", "stored", "stored"]);
  expect(report.find(({ line }) => line === 2)).toMatchObject({ file: "more.jsonl", id: 1 });
  const stored = await database().articleVersion.findMany({
    where: { id: { in: report.map(({ version }) => version ?? "") } },
    include: { article: { include: { publisher: true } } },
  });
  expect(stored.map(({ article }) => article.publisher?.name)).toEqual(Array(4).fill("Gazette"));

  const second = await run(["more.jsonl", "pages", "--report", "again.jsonl"]);
  expect([second.status, second.out]).toEqual([
    0,
    expect.stringMatching(/^Stored 0 pages in .* There already: 4\./),
  ]);
  expect(await counts()).toEqual(after);
  expect(new Set(reportOf("again.jsonl").map(({ version }) => version))).toEqual(
    new Set(report.map(({ version }) => version)),
  );
  expect((await verifyRecord()).faults).toEqual([]);
});

test("what can’t be taken is refused by file and line, and the rest goes on", async () => {
  write("pages/fine.txt", freshPage());
  write("pages/empty.txt", "");
  write("pages/picture.html", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]));
  write(
    "lines.jsonl",
    [
      "not json",
      JSON.stringify({ text: "a".repeat(10_000_000) }),
      '{"text":"\\ud800"}',
      JSON.stringify({ text: freshPage() }),
    ].join("\n"),
  );
  const { status, out } = await run(["pages", "lines.jsonl", "--report", "report.jsonl"]);
  expect(status).toBe(1);
  expect(out).toMatch(/^Stored 2 pages in .* Refused: 5\./);
  const where = ["pages/empty.txt", "pages/picture.html", "lines.jsonl:1", "lines.jsonl:2", "lines.jsonl:3"];
  for (const name of where) expect(out).toMatch(new RegExp(`^  ${name}: \\S.*[.!?]$`, "m"));
  const refused = reportOf("report.jsonl").filter(({ outcome }) => outcome === "refused");
  expect(refused.map(({ file, line }) => (line === undefined ? file : `${file}:${line}`)).sort()).toEqual(
    where.sort(),
  );
});

test("the same page several times in one run, and in other bytes, is stored once", async () => {
  const text = freshPage();
  write(
    "a.jsonl",
    [text, text, text.replaceAll("\n", "\r\n")].map((one) => JSON.stringify({ text: one })).join("\n"),
  );
  const before = await counts();
  const { status, out } = await run(["a.jsonl", "a.jsonl"]);
  expect([status, out]).toEqual([0, expect.stringMatching(/^Stored 1 page in .* There already: 5\./)]);
  expect((await counts()).versions - before.versions).toBe(1);
});

test("with --as it is that person’s work", async () => {
  const mara = await person("Mara");
  const { email } = await database().user.findUniqueOrThrow({ where: { id: mara.id } });
  write("a.txt", freshPage());
  const { status } = await run(["a.txt", "--as", email.toUpperCase()]);
  expect(status).toBe(0);
  const actions = await database().auditEvent.findMany({
    where: { actorId: mara.id },
    orderBy: { sequence: "asc" },
  });
  expect(actions.map(({ action }) => action)).toEqual(["import.request", "version.store"]);
  await database().user.update({ where: { id: mara.id }, data: { disabledAt: new Date() } });
  const refused = await run(["a.txt", "--as", email]);
  expect([refused.status, refused.err.trim()]).toEqual([2, bulk.noPerson(email)]);
});

test("a refused page is tried again by the next run, as the same import", async () => {
  write("a.txt", freshPage());
  await run(["a.txt"]);
  const [row] = await database().import.findMany({ orderBy: { requestedAt: "desc" }, take: 1 });
  await database().import.update({
    where: { id: row?.id ?? "" },
    data: { state: "REFUSED", versionId: null, message: "Something went wrong." },
  });
  const before = await counts();
  expect((await run(["a.txt"])).status).toBe(0);
  expect(await database().import.findUnique({ where: { id: row?.id ?? "" } })).toMatchObject({
    state: "DONE",
  });
  expect((await counts()).imports).toBe(before.imports);
});

/** Settles when so many imports are done. */
async function whenDone(count: number): Promise<void> {
  while ((await database().import.count({ where: { state: "DONE" } })) < count) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const give = (child: ChildProcess, texts: readonly string[]) =>
  child.stdin?.write(texts.map((text) => `${JSON.stringify({ text })}\n`).join(""));

test.each<[NodeJS.Signals, number | null]>([
  ["SIGINT", 130],
  ["SIGKILL", null],
])(
  "ended by %s in the middle, it loses nothing that it took, and goes on when run again",
  async (signal, status) => {
    const texts = Array.from({ length: 6 }, freshPage);
    const before = await counts();
    const done = await database().import.count({ where: { state: "DONE" } });
    const { child, ended } = begin(["-"]);
    give(child, texts.slice(0, 3));
    await whenDone(done + 1);
    give(child, texts.slice(3, 4));
    child.kill(signal);
    const first = await ended;
    expect(first.status).toBe(status);
    if (status !== null) expect(first.err).toContain("Run the same command again to go on");
    write("all.jsonl", texts.map((text) => JSON.stringify({ text })).join("\n"));
    const second = await run(["all.jsonl"]);
    expect(second.status).toBe(0);
    const after = await counts();
    expect(after.versions - before.versions).toBe(6);
    expect(after.imports - before.imports).toBe(6);
    // Where the texts are from, and what other pages say like them, is compared by the worker, whenever there is one.
    const jobs = await database().$queryRaw`
      SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier NOT IN ('relate', 'compare')`;
    expect(jobs).toEqual([{ n: 0 }]);
  },
);

test("used wrongly: status 2, and how to use it", async () => {
  const { status, out, err } = await run(["nowhere"]);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toBe(`${bulk.missingPath("nowhere")}\n${bulk.usage}\n`);
});

test("without a database: status 2 and a sentence", async () => {
  write("a.txt", freshPage());
  const missing = await run(["a.txt"], { DATABASE_URL: "mysql://x/" });
  expect([missing.status, missing.out]).toEqual([2, ""]);
  expect(missing.err).toMatch(/^DATABASE_URL must be .*\.\n$/);
  const report = await run(["a.txt", "--report", "no/such/folder.jsonl"]);
  expect([report.status, report.err.trim()]).toEqual([2, bulk.noReport("no/such/folder.jsonl")]);
});
