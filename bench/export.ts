/**
 * What an export of everything costs in memory: `node --import tsx bench/export.ts [pages] [file…]`. A made archive of a hundred thousand published pages
 * with a million statements, a web server of its own in a process of its own that answers as the product does, and each file read to its
 * end by a reader that takes what comes. Prints the highest memory that the server held, and at most how much is asked.
 */
import { spawn } from "node:child_process";
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

/** The process that is measured. `/memory` says what it held at the highest, and holds now, in MB. */
function serve(): void {
  const server = createServer(async (request, response) => {
    if (request.url === "/memory") {
      const highest = process.resourceUsage().maxRSS / 1024;
      response.end(JSON.stringify({ highest, now: process.memoryUsage.rss() / MB }));
      return;
    }
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

async function measure(pages: number, files: readonly string[]): Promise<void> {
  const database = await benchServer();
  try {
    const began = performance.now();
    await archive(database.url, { pages, seed: 7 });
    console.log(`${pages} pages made in ${seconds(began)} s`);
    const env = environmentFor(database.url);
    const child = spawn(process.execPath, ["--import", "tsx", import.meta.filename, SERVE], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const [port] = await createInterface({ input: child.stdout })
        [Symbol.asyncIterator]()
        .next()
        .then(({ value }) => [value]);
      await readAll(`http://127.0.0.1:${port}`, files);
    } finally {
      child.kill();
    }
  } finally {
    await database.stop();
  }
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

async function readAll(origin: string, files: readonly string[]): Promise<void> {
  const memory = async () =>
    (await fetch(`${origin}/memory`)).json() as Promise<{ highest: number; now: number }>;
  console.log(`Before the first: ${(await memory()).highest.toFixed(0)} MB`);
  console.log(
    "| file | MB | lines | seconds | memory of the server at the highest until then |\n|---|---|---|---|---|",
  );
  for (const path of files) {
    const began = performance.now();
    let [bytes, lines] = [0, 0];
    const { body } = await fetch(`${origin}/api/v1${path}`);
    for await (const piece of body ?? []) {
      bytes += piece.length;
      for (const byte of piece) if (byte === 10) lines += 1;
    }
    const { highest } = await memory();
    console.log(
      `| ${path} | ${(bytes / MB).toFixed(0)} | ${lines} | ${seconds(began)} | ${highest.toFixed(0)} MB |`,
    );
  }
  const { highest } = await memory();
  console.log(`${highest.toFixed(0)} MB at the highest; at most ${MOST} MB is asked.`);
}

const seconds = (began: number): string => ((performance.now() - began) / 1000).toFixed(0);

if (process.argv[2] === SERVE) serve();
else {
  const [pages = "100000", ...files] = process.argv.slice(2);
  await measure(Number(pages), files.length > 0 ? files : EXPORTS.map(({ path }) => path));
}
