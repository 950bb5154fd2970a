import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

/** Debian's Chromium where it is installed, else Playwright's own. */
const CHROMIUM = "/usr/bin/chromium";
const isCi = process.env.CI === "true";

/** Whole journeys against the built product, one at a time: each file starts a product of its own (e2e/journey.ts). */
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/filled.ts",
  testMatch: "**/*.spec.ts",
  workers: 1,
  forbidOnly: process.env.CI !== undefined,
  // A journey waits for a worker, a database and a browser on a busy machine: there it may try once more, and the report names it.
  retries: isCi ? 1 : 0,
  timeout: 120_000,
  // A worker that has just begun loads its weights before it reads its first page.
  expect: { timeout: 30_000 },
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    actionTimeout: 15_000,
    // Recording takes a good part of a journey's time.
    trace: isCi ? "on-first-retry" : "retain-on-failure",
    launchOptions: {
      ...(existsSync(CHROMIUM) ? { executablePath: CHROMIUM } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
