/**
 * What an export of everything costs in memory: `node --import tsx bench/export.ts [pages] [file…]`. A made archive of a hundred thousand published pages
 * with a million statements, a web server of its own that answers as the product does, and each file read to its end by a reader that takes
 * what comes. Prints the highest memory of the process that makes the file, and what the server that hands it on held. Linux alone tells that.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { EXPORTS } from "#lib/api/exports";
import { archive } from "#lib/db/testing/archive";
import { answerPublicRead } from "#lib/next/public-read";
import { benchServer } from "./import/server";

const SERVE = "serve";
const MOST = 200;
const MB = 1_048_576;
/** In milliseconds. */
const LOOK_EVERY = 50;

function serve(): void {
  const server = createServer(async (request, response) => {
    const answer = await answerPublicRead(new Request(new URL(request.url ?? "/", "http://127.0.0.1")));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    // The body of a Response is a stream of the same standard, under another type.
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response);
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    console.log(typeof address === "object" ? address?.port : "");
  });
}

/** As the product's web server has it (`scripts/start/programs.mjs`). */
function environmentFor(url: string): NodeJS.ProcessEnv {
  const own = {
    NODE_ENV: "production",
    MALLOC_ARENA_MAX: "2",
    ONRECORD_URL: "https://onrecord.example",
  } as const;
  return { ...process.env, ...own, DATABASE_URL: url };
}

async function measure(pages: number, files: readonly string[]): Promise<void> {
  const database = await benchServer();
  try {
    const began = performance.now();
    await archive(database.url, { pages, seed: 7 });
    console.log(`${pages} pages made in ${seconds(began)} s`);
    const server = spawn(process.execPath, ["--import", "tsx", import.meta.filename, SERVE], {
      env: environmentFor(database.url),
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const { value: port } = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
      await readAll(`http://127.0.0.1:${port}`, server.pid ?? 0, files);
    } finally {
      server.kill();
    }
  } finally {
    await database.stop();
  }
}

async function readAll(origin: string, server: number, files: readonly string[]): Promise<void> {
  console.log(`The server before the first: ${highestOf(server).toFixed(0)} MB`);
  console.log(
    "| file | MB | lines | seconds | its process at the highest | the server |\n|---|---|---|---|---|---|",
  );
  let worst = 0;
  for (const path of files) {
    const began = performance.now();
    const looking = watch(server);
    const { bytes, lines } = await readWhole(`${origin}/api/v1${path}`);
    const highest = looking.end();
    worst = Math.max(worst, highest);
    console.log(
      `| ${path} | ${(bytes / MB).toFixed(0)} | ${lines} | ${seconds(began)} | ${highest.toFixed(0)} MB | ${highestOf(server).toFixed(0)} MB |`,
    );
  }
  console.log(`${worst.toFixed(0)} MB at the highest; at most ${MOST} MB is asked.`);
}

async function readWhole(url: string): Promise<{ bytes: number; lines: number }> {
  let [bytes, lines] = [0, 0];
  const { body } = await fetch(url);
  for await (const piece of body ?? []) {
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) lines += 1;
  }
  return { bytes, lines };
}

/** Looks after the children of a process; `end` gives the most that one of them held, in MB. */
function watch(parent: number): { end(): number } {
  let highest = 0;
  const look = () => {
    for (const child of childrenOf(parent)) highest = Math.max(highest, highestOf(child));
  };
  const timer = setInterval(look, LOOK_EVERY);
  return {
    end: () => {
      clearInterval(timer);
      return highest;
    },
  };
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
}

/** The most that a process held until now, in MB; 0 where it has just ended. */
function highestOf(pid: number): number {
  try {
    const [, kilobytes = "0"] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

const seconds = (began: number): string => ((performance.now() - began) / 1000).toFixed(0);

if (process.argv[2] === SERVE) serve();
else {
  const [pages = "100000", ...files] = process.argv.slice(2);
  await measure(Number(pages), files.length > 0 ? files : EXPORTS.map(({ path }) => path));
}
