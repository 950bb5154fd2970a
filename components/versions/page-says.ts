import type { HeldFact } from "#lib/domain/page-facts";
import * as words from "#lib/words";

const said = words.desk.correctFact;

/** What the page itself says of a fact that was put right. */
export function pageSays({ said: own }: HeldFact): string {
  return own === null ? said.pageSaysNothing : said.pageSays(own);
}
