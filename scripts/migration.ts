/**
 * Writes the next migration, offline: `npm run db:migration -- NAME`.
 *
 * Prisma's own schema engine (as WebAssembly) replays prisma/migrations in an in-memory PostgreSQL and says which SQL leads
 * from there to prisma/schema.prisma. `--check` writes nothing: it fails when the two don't agree. What Prisma can't say
 * (triggers, check constraints, partial indexes) stands in hand-written migrations beside the generated ones.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { schemaEngine } from "./schema-engine";
import { shadowDatabase } from "./shadow-database";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SCHEMA = join(ROOT, "prisma/schema.prisma");
const MIGRATIONS = join(ROOT, "prisma/migrations");
const LOCK = "migration_lock.toml";

/** The SQL that leads from the migrations to the schema; empty where they agree. */
async function difference(): Promise<string> {
  let printed = "";
  const engine = await (await schemaEngine()).new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(shadowDatabase),
  );
  try {
    const result = await engine.diff({
      from: {
        tag: "migrations",
        baseDir: MIGRATIONS,
        lockfile: { path: LOCK, content: readFileSync(join(MIGRATIONS, LOCK), "utf8") },
        shadowDbInitScript: "",
        migrationDirectories: migrationNames().map((name) => ({
          path: name,
          migrationFile: {
            path: "migration.sql",
            content: { tag: "ok", value: readFileSync(join(MIGRATIONS, name, "migration.sql"), "utf8") },
          },
        })),
      },
      to: { tag: "schemaDatamodel", files: [{ path: SCHEMA, content: readFileSync(SCHEMA, "utf8") }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    if (result.exitCode !== 0) printed = result.stdout ?? "";
  } finally {
    engine.free();
  }
  return printed.trim();
}

function migrationNames(): string[] {
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** `20240924101502_name`, later than every migration there is, as Prisma names them. */
function nextName(name: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const last = migrationNames().at(-1)?.slice(0, 14) ?? "";
  return `${stamp > last ? stamp : String(BigInt(last) + 1n)}_${name}`;
}

async function main(args: readonly string[]): Promise<number> {
  const [argument = ""] = args;
  if (argument !== "--check" && !/^[a-z0-9_]+$/.test(argument)) {
    console.error("Name the migration in small letters, digits and _: npm run db:migration -- add_evidence");
    return 2;
  }
  const sql = await difference();
  if (argument === "--check") {
    if (sql === "") return 0;
    console.error(
      `prisma/schema.prisma and prisma/migrations differ. Run npm run db:migration -- NAME.\n\n${sql}`,
    );
    return 1;
  }
  if (sql === "") {
    console.log("Nothing to write: the migrations already lead to prisma/schema.prisma.");
    return 0;
  }
  const folder = join(MIGRATIONS, nextName(argument));
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), `${sql}\n`);
  console.log(`Wrote ${join(folder, "migration.sql")}. Read it before you commit it.`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
