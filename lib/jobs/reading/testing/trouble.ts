import type { Engine, Page } from "#lib/domain/analysis";
import answer, { type ReadAnswer } from "#lib/jobs/reading/read-page";

/** Reads pages, but for one that never ends and one that fills the memory. */
export default function trouble(given: { readonly page: Page; readonly engine: Engine }): ReadAnswer {
  const { content } = given.page;
  const kept: number[][] = [];
  while (content === "for ever" || content === "too much") {
    if (content === "too much") kept.push(Array.from({ length: 100_000 }, (_, i) => i + kept.length));
  }
  return answer(given);
}
