import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, removeData, startProduct } from "./product";

/**
 * The demo's newsroom is made once for a run, stopped, and copied for each product that starts with it.
 * ONRECORD_FILLED names its folder from here to the processes that run the journeys.
 */
export default function setUp(): () => void {
  const folder = dataFolder();
  process.env.ONRECORD_FILLED = folder;
  return () => removeData(folder);
}

/** Fill a data folder that is empty. Returns what the demo printed: its accounts, line by line. */
export async function fill(data: string): Promise<readonly string[]> {
  const folder = process.env.ONRECORD_FILLED;
  if (folder === undefined)
    throw new Error("Playwright's configuration names no global set-up (e2e/filled.ts)");
  const said = join(folder, "said.json");
  const newsroom = join(folder, "newsroom");
  if (!existsSync(said)) {
    rmSync(newsroom, { recursive: true, force: true }); // of a start that failed
    const product = await startProduct({ data: newsroom, args: ["--demo"] });
    await product.stop();
    writeFileSync(said, JSON.stringify(product.printed));
  }
  // The database's files belong to the account that it runs as, and must go on doing so.
  execFileSync("cp", ["-a", `${newsroom}/.`, data]);
  return JSON.parse(readFileSync(said, "utf8"));
}
