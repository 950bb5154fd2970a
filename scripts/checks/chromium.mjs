import { existsSync } from "node:fs";
import { runTool } from "#scripts/start/tool.mjs";

/** Debian's, as playwright.config.ts looks for it. */
const CHROMIUM = "/usr/bin/chromium";

/** A browser for the journeys: Debian's where root may install it, else the one that Playwright keeps. Throws where neither can be had. */
export async function ensureChromium() {
  if (existsSync(CHROMIUM)) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium (once, about a minute)");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await runTool("apt-get", ["update", "-qq"], { env, quiet: true });
    const { said } = await runTool("apt-get", ["install", "-y", "-qq", "chromium"], { env, quiet: true });
    if (existsSync(CHROMIUM)) return;
    console.log(said);
  }
  const { code } = await runTool("npx", ["playwright", "install", "chromium"]);
  if (code !== 0) {
    throw new Error(
      "The journeys need a browser, and none could be installed. Install the package chromium, then try again.",
    );
  }
}
