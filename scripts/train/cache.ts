import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";

/** Where stages leave what later stages need; never part of the project. */
export function cacheFolder(): string {
  const folder = resolve(process.env.ONRECORD_TRAINING ?? ".onrecord/training");
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function keep(name: string, value: unknown): void {
  writeFileSync(join(cacheFolder(), name), serialize(value));
}

/** What an earlier stage kept; the caller names its type, as the same program wrote it. */
export function kept<T>(name: string): T {
  const path = join(cacheFolder(), name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run the earlier stages first (npm run train)`);
  return deserialize(readFileSync(path)) as T;
}
