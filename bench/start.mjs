// How long a start takes until the first request is answered, with the build done: `node bench/start.mjs [RUNS]`.
// Each run starts on an empty data folder (the database is made and the sample taken in), then again on the same one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { makeReady } from "#scripts/start/make-ready.mjs";

const RUNS = Number(process.argv[2] ?? 3);

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** Milliseconds until `/` answers 200, and until the address is printed. @param {string} data */
async function timeStart(data) {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, PORT: String(port), ONRECORD_DATA: data, DATABASE_URL: "", ONRECORD_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const printed = new Promise((/** @type {(value: number) => void} */ resolve) => {
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.includes("Onrecord is at")) resolve(performance.now() - begun);
    });
    child.once("exit", () => {
      throw new Error(`the start ended early:\n${said}`);
    });
  });
  let answered = 0;
  while (answered === 0) {
    const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    await response?.text();
    if (response?.status === 200) answered = performance.now() - begun;
    else await pause(10);
  }
  const announced = await printed;
  child.removeAllListeners("exit");
  const stopping = performance.now();
  child.kill("SIGTERM");
  await once(child, "exit");
  return { answered, announced, stopped: performance.now() - stopping };
}

await makeReady();
for (let run = 1; run <= RUNS; run += 1) {
  const data = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  chmodSync(data, 0o755);
  try {
    for (const which of ["first ", "second"]) {
      const { answered, announced, stopped } = await timeStart(data);
      console.log(
        `${which} start: ${(answered / 1000).toFixed(2)} s to the first answer, ${(announced / 1000).toFixed(2)} s to the address, ${(stopped / 1000).toFixed(2)} s to stop`,
      );
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
