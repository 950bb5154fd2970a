import { existsSync, writeFileSync } from "node:fs";
import answer, { type ReadTask } from "#lib/jobs/reading/read-page";

/** Reads pages, but for one that never ends, one that fills the memory, and one whose publisher names a file: where that isn't there yet, the process is ended. */
export default function trouble(given: ReadTask): ReturnType<typeof answer> {
  if ("checks" in given) return answer(given);
  const { publisher } = "page" in given ? given.page : given.cut;
  const content = ("page" in given ? given.page.content : given.cut.text).trim();
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
