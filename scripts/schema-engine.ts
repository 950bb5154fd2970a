import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's schema engine, loaded by hand: its own entry imports the `.wasm` file as a module, which Node 20 doesn't do.
 *
 * The engine is no supported interface, so its version is pinned in package.json and moves with Prisma's.
 */
export async function schemaEngine(): Promise<typeof glue.SchemaEngine> {
  const file = import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  // The glue's functions are the module's imports and nothing else is; its types leave out the two that only we call.
  const bindings = glue as unknown as WebAssembly.ModuleImports & { __wbg_set_wasm(exports: unknown): void };
  const { instance } = await WebAssembly.instantiate(await readFile(fileURLToPath(file)), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== "function") throw new TypeError("the schema engine's module has changed its shape");
  start();
  return glue.SchemaEngine;
}
