/**
 * What the length of the history costs: `node --import tsx bench/record.ts [events]`. A reader's page of the same content at a thousand
 * events and at a million, asked in turn so that the machine's moods meet both; and a whole check of the longer chain, with its memory.
 */
import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { appendAudits, SYSTEM } from "#lib/db/audit/audit";
import { checkRecord } from "#lib/db/audit/checks";
import { verifyRecord } from "#lib/db/audit/verify";
import { disconnect, transaction } from "#lib/db/core/client";
import { publishedArticle } from "#lib/db/readers/published";
import { articleRow, person, publishArticle } from "#lib/db/testing/publication-rows";
import { foundingPublication } from "#lib/publish/testing/founding-publication";
import { benchServer } from "./import/server";

const SHORT = 1_000;
const LONG = Number(process.argv[2] ?? 1_000_000);
const BATCH = 5_000;
const ROUNDS = 300;

/** A database with one published page and this many events. */
async function filled(url: string, events: number): Promise<void> {
  process.env.DATABASE_URL = url;
  const [writer, publisher] = [await person("Ruth Okafor"), await person("Jonas Weber")];
  const row = await articleRow("bench");
  const { article, statements, ...content } = foundingPublication();
  const page = {
    ...content,
    article: { ...article, slug: "bench" },
    statements: statements.map((statement) => ({ ...statement, claim: null })),
  };
  await publishArticle(row, page, [], {
    writer,
    publisher,
    at: new Date(),
  });
  for (let done = 0; done < events; done += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, events - done) }, () => ({
      at: new Date(),
      actorId: SYSTEM,
      action: "import.request",
      subjectId: `import:${randomUUID()}`,
      payload: { url: "https://bench.example/", fileName: null },
    }));
    await transaction((tx) => appendAudits(tx, batch), { timeout: 60_000 });
  }
  await checkRecord(() => new Date());
}

async function timed(url: string): Promise<number> {
  process.env.DATABASE_URL = url;
  const began = performance.now();
  await publishedArticle("bench");
  return performance.now() - began;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const servers = [await benchServer(), await benchServer()];
try {
  const [short = "", long = ""] = servers.map(({ url }) => url);
  await filled(short, SHORT);
  await filled(long, LONG);
  const times = { short: [] as number[], long: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, url] of [
      ["short", short],
      ["long", long],
    ] as const) {
      await timed(url); // each address has a pool of its own: the first question pays for it
      times[name].push(await timed(url));
    }
  }
  const [a, b] = [median(times.short), median(times.long)];
  console.log(
    `A reader's page: ${a.toFixed(2)} ms at ${SHORT} events, ${b.toFixed(2)} ms at ${LONG}: ${(b / a).toFixed(2)} x`,
  );
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 100);
  const began = performance.now();
  const state = await verifyRecord();
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `A whole check: ${state.events} events in ${seconds.toFixed(1)} s, ${Math.round((most - before) / 1e6)} MB more than before, faults ${state.faultCount}`,
  );
} finally {
  await disconnect();
  for (const server of servers) await server.stop();
}
