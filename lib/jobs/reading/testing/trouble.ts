import { existsSync, writeFileSync } from "node:fs";
import type { Engine, Page } from "#lib/domain/analysis";
import answer, { type ReadAnswer } from "#lib/jobs/reading/read-page";

/** Reads pages, but for one that never ends, one that fills the memory, and one whose publisher names a file: where that isn't there yet, the process is ended. */
export default function trouble(given: { readonly page: Page; readonly engine: Engine }): ReadAnswer {
  const { publisher } = given.page;
  const content = given.page.content.trim();
  if (publisher !== null && !existsSync(publisher)) {
    writeFileSync(publisher, "");
    process.kill(process.pid, "SIGKILL");
  }
  const kept: number[][] = [];
  while (content === "for ever" || content === "too much") {
    if (content === "too much") kept.push(Array.from({ length: 100_000 }, (_, i) => i + kept.length));
  }
  return answer(given);
}
