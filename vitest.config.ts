import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const ELSEWHERE = ["**/node_modules/**", ".next/**", ".onrecord/**"];
const SETUP = ["lib/testing/seed.ts", "lib/testing/left-as-found.ts"];

const PURE = { setupFiles: SETUP, testTimeout: 30_000 };

const DB = {
  setupFiles: SETUP,
  globalSetup: ["lib/db/testing/server.ts"],
  env: {
    NEXTAUTH_SECRET: "a secret for tests alone, long enough",
    ONRECORD_SEALING_KEY: "a key for tests alone, which is long enough",
    ONRECORD_URL: "http://127.0.0.1:3000",
  },
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** They put another module in the place of one that files before them have loaded, so they load everything anew. */
const REPLACING = ["lib", "app", "components", "scripts"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name}`)
    .filter((path) => /\.test\.(?:tsx?|mjs)$/.test(path) && !path.endsWith(".kill.test.ts"))
    .filter((path) => /vi\.(?:mock|doMock|resetModules)\(/.test(readFileSync(path, "utf8"))),
);
const isOfDatabase = (path: string) => path.endsWith(".db.test.ts");

/**
 * `pure`: no database, no network but servers of its own on 127.0.0.1. `db`: a real PostgreSQL, one database for each file
 * (lib/db/testing). `…-replacing` are the same for files that replace a module. `kill`: the whole product, started and killed.
 */
export default defineConfig({
  test: {
    // By default one core is left idle, which is half of a small machine; the database server waits more than it works.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...PURE,
          name: "pure",
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: [...ELSEWHERE, "**/*.db.test.ts", "**/*.kill.test.ts", ...REPLACING],
          // Files share what they have loaded.
          isolate: false,
        },
      },
      {
        test: {
          ...PURE,
          name: "pure-replacing",
          include: REPLACING.filter((path) => !isOfDatabase(path)),
          exclude: ELSEWHERE,
        },
      },
      {
        test: {
          ...DB,
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: [...ELSEWHERE, ...REPLACING],
          // Each has a database of its own, and `disconnect` forgets it.
          isolate: false,
        },
      },
      { test: { ...DB, name: "db-replacing", include: REPLACING.filter(isOfDatabase), exclude: ELSEWHERE } },
      {
        test: {
          name: "kill",
          include: ["**/*.kill.test.ts"],
          exclude: ELSEWHERE,
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
