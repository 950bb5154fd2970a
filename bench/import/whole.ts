import { spawn } from "node:child_process";
import { mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { htmlOf } from "./made";
import { benchServer, processorSeconds } from "./server";

/** Sentences of a made page: some 450 words, 25 statements. */
const SENTENCES = 25;

interface Spent {
  readonly wall: number;
  readonly processor: number;
}

/**
 * The command `import`, database and all, against `analyse --jsonl` on the same pages: as many processes of it as `import` has
 * workers, each with its share of the pages. Turn by turn, so that what else the machine does falls on both.
 */
export async function wholeImport(size: number, rounds: number): Promise<void> {
  const workers = availableParallelism();
  const folder = mkdtempSync(join(tmpdir(), "onrecord-pages-"));
  const server = await benchServer();
  const totals = { analyse: { wall: 0, processor: 0 }, import: { wall: 0, processor: 0 } };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const lines = Array.from({ length: size }, (_, at) => {
        const page = round * size + at;
        return JSON.stringify({ html: htmlOf(page, SENTENCES), url: `https://bench.example/${page}` });
      });
      const shares = Array.from({ length: workers }, (_, lane) => {
        const file = join(folder, `share-${lane}.jsonl`);
        writeFileSync(file, lines.filter((_, at) => at % workers === lane).join("\n"));
        return file;
      });
      add(totals.analyse, await spent(() => Promise.all(shares.map(analyse)), null));
      const env = {
        DATABASE_URL: server.url,
        ONRECORD_DATA: join(folder, "data"),
        ONRECORD_SNAPSHOTS: join(folder, "snapshots"),
      };
      add(
        totals.import,
        await spent(() => run(["scripts/import.mjs", ...shares], "ignore", env), server.pid),
      );
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const count = size * rounds;
  const rate = ({ wall }: Spent) => (count / wall).toFixed(1);
  const each = ({ processor }: Spent) => ((1000 * processor) / count).toFixed(1);
  const { analyse: alone, import: whole } = totals;
  console.log(`${size} pages of ${SENTENCES} sentences, ${workers} processes, ${rounds} rounds`);
  console.log(
    `analyse --jsonl           ${rate(alone)} pages a second, ${each(alone)} ms of processor a page`,
  );
  console.log(
    `import                    ${rate(whole)} pages a second, ${each(whole)} ms of processor a page`,
  );
  console.log(`import against analyse    ${(alone.wall / whole.wall).toFixed(2)} × its rate`);
  console.log(`by processor time         ${(alone.processor / whole.processor).toFixed(2)} ×`);
}

function add(to: { wall: number; processor: number }, { wall, processor }: Spent): void {
  to.wall += wall;
  to.processor += processor;
}

async function spent(work: () => Promise<unknown>, serverPid: number | null): Promise<Spent> {
  const processors = () => processorSeconds("self") + (serverPid === null ? 0 : processorSeconds(serverPid));
  const before = processors();
  const began = performance.now();
  await work();
  return { wall: (performance.now() - began) / 1000, processor: processors() - before };
}

const analyse = (file: string) =>
  run(
    ["--max-semi-space-size=4", "--import", "tsx", "scripts/analyse.ts", "--jsonl"],
    openSync(file, "r"),
    {},
  );

function run(args: readonly string[], input: "ignore" | number, env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: [input, args[0] === "scripts/import.mjs" ? "inherit" : "ignore", "inherit"],
    });
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(" ")}: ${code}`))));
  });
}
