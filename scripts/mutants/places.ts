import { existsSync, readFileSync } from "node:fs";
import type { Fault } from "./faults";

/** What keeps a fault from being planted, in words; null where nothing does. */
export function misplaced({ file, find, replace }: Fault): string | null {
  if (!existsSync(file)) return "there is no such file any more";
  const count = readFileSync(file, "utf8").split(find).length - 1;
  if (count === 0) return "its source text is not in the file any more";
  if (count > 1) return `its source text stands ${count} times in the file`;
  return find === replace ? "it changes nothing" : null;
}
