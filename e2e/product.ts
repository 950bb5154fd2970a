import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { ownerUrl } from "#scripts/start/roles.mjs";

/** What runs inside a started product: `running.json` of its data folder. Process ids. */
const Running = z.object({
  databaseUrl: z.string(),
  processes: z.object({
    launcher: z.number(),
    web: z.number(),
    worker: z.number(),
    database: z.number().optional(),
  }),
});
export type Running = z.infer<typeof Running>;

export interface Product {
  readonly origin: string;
  /** The one-time link with which the first admin chooses a password; null where an admin exists. */
  readonly setUpLink: string | null;
  /** Everything it printed so far, line by line. */
  readonly printed: readonly string[];
  readonly data: string;
  running(): Running;
  /** The address of the embedded database for its owner, who may do what the program may not. */
  ownerUrl(): string;
  /** Ends the launcher the way a shell does, and waits until it is gone. The data folder stays. */
  stop(): Promise<void>;
  /** Ends the launcher with SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
}

/** A data folder of a test's own. The database server may run as another user, who has to get through. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  chmodSync(folder, 0o755);
  return folder;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port to be had");
  return address.port;
}

/**
 * Start the whole product as a new user would, on a free port, and wait until it says where it is.
 *
 * `printed`   what was printed when its data folder was filled, for those who look up an account
 *
 * Throws   Error with everything that was printed, when it ends before it says so.
 */
export async function startProduct(options: {
  data: string;
  port?: number;
  args?: readonly string[];
  printed?: readonly string[];
  env?: Readonly<Record<string, string>>;
}): Promise<Product> {
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, ["scripts/start.mjs", ...(options.args ?? [])], {
    env: {
      ...process.env,
      HOST: "127.0.0.1",
      PORT: String(port),
      ONRECORD_DATA: options.data,
      ONRECORD_URL: "",
      // Journeys hurry, and all of them come from one address.
      ONRECORD_CLIENT_REQUESTS: "0",
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = [...(options.printed ?? [])];
  const ended = once(child, "exit");
  const origin = await Promise.race([
    announced(child, printed),
    ended.then(([code]) => {
      throw new Error(`the product ended with ${code} before it was ready:\n${printed.join("\n")}`);
    }),
  ]);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  const running = () => Running.parse(JSON.parse(readFileSync(join(options.data, "running.json"), "utf8")));
  return {
    origin,
    setUpLink: printed.map((line) => line.trim()).find((line) => line.startsWith(`${origin}/join/`)) ?? null,
    printed,
    data: options.data,
    running,
    ownerUrl: () => ownerUrl(running().databaseUrl),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

export function removeData(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Resolves with the address once it is printed; goes on collecting lines after. */
function announced(child: ChildProcess, printed: string[]): Promise<string> {
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on("line", (line) => {
        printed.push(line);
        const address = /^Onrecord is at (\S+)/.exec(line)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
  });
}
