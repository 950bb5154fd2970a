import { performance } from "node:perf_hooks";
import { Client } from "pg";
import { store } from "#lib/db/storing/store";
import { readPage } from "#lib/ingest";
import { compareSaid } from "#lib/ingest/said-before";
import { matchModel } from "#lib/pipeline/match/match-model";
import { pageOf, SENTENCES } from "./import";
import type { Made, Maker } from "./made";

/** Pages of each kind; they come in by turns, so that both meet the same machine. */
const PAGES = 40;
const RETOLD = 5;
const TRIGGER = `TABLE "Suggestion" %s TRIGGER "Suggestion_wordings_added"`;

/** What keeping the words of a page's suggestions adds to storing it, and what comparing them with other pages costs afterwards. */
export async function timeSaid(maker: Maker, known: readonly Made[], url: string): Promise<void> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  const took = { with: 0, without: 0 };
  for (let n = 0; n < 2 * PAGES; n += 1) {
    const kind = n % 2 === 0 ? "with" : "without";
    await owner.query(`ALTER ${TRIGGER.replace("%s", kind === "with" ? "ENABLE" : "DISABLE")}`);
    const sentences = Array.from({ length: SENTENCES }, (_, i) => {
      const told = i < RETOLD ? known[(n * RETOLD + i) % known.length] : undefined;
      return (told === undefined ? maker.statement() : maker.retold(told)).text;
    });
    const content = pageOf(n, sentences);
    const { analysis } = readPage({ format: "html", content, url: null, publisher: null }, "MODELS");
    const reading = { analysis, matches: analysis.statements.map(() => null), isTrivialChange: () => false };
    const page = {
      ...reading,
      posts: [{ ...reading, heading: `Report ${n}`, name: `said ${n}` }],
      isCut: false,
      bytes: new TextEncoder().encode(content),
      mediaType: null,
      url: `https://said.example/${n}`,
      isSample: false,
      requestedBy: "SYSTEM" as const,
    };
    const began = performance.now();
    await store(page, new Date());
    took[kind] += performance.now() - began;
  }
  await owner.query(`ALTER ${TRIGGER.replace("%s", "ENABLE")}`);
  await copyClaims(owner);
  await owner.end();
  const began = performance.now();
  const compared = await compareSaid(Number.POSITIVE_INFINITY);
  const each = (performance.now() - began) / Math.max(1, compared);
  const of = (ms: number) => `${(ms / PAGES).toFixed(1)} ms`;
  console.log(
    `  keeping a page's words: storing takes ${of(took.with)} with it and ${of(took.without)} without; comparing afterwards ${each.toFixed(2)} ms a wording (${compared})`,
  );
}

/** What claims are known by stands for what as many other pages say: the same words and keys. */
async function copyClaims(owner: Client): Promise<void> {
  await owner.query(
    `INSERT INTO "SuggestionWording" ("text", "day", "words", "keys", "isKeyed", "judge")
     SELECT "text", "day", "words", "keys", true, $1 FROM "ClaimWording" WHERE "isKeyed" ON CONFLICT ("words") DO NOTHING`,
    [matchModel().version],
  );
  await owner.query(`DELETE FROM "SuggestionKey"`);
  await owner.query(
    `INSERT INTO "SuggestionKey" SELECT key, count(*) FROM "SuggestionWording", unnest("keys") AS key WHERE "isKeyed" GROUP BY key
     UNION ALL SELECT 0, count(*) FROM "SuggestionWording" WHERE "isKeyed"`,
  );
  await owner.query(`VACUUM ANALYZE "SuggestionWording", "SuggestionKey"`);
}
