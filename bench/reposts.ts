/**
 * Many reposts of one report at once: `node --import tsx bench/reposts.ts [COPIES]` (10000).
 *
 * A report's first statement is a claim of the newsroom. Then so many copies of its text come in, each at an address of its own, read once and stored like any
 * other. Printed is what comes of it: how long storing takes, and comparing them afterwards; of how many claims their statements are, how many of them wait for
 * an editor's decision, and of how many pages their texts are. It ends with 1 where the copies aren't one list of one claim, and one upstream for all.
 */
import { performance } from "node:perf_hooks";
import { SYSTEM } from "#lib/db/audit/audit";
import { database, disconnect } from "#lib/db/core/client";
import { edgesDownstream } from "#lib/db/provenance/views";
import { createClaim } from "#lib/desk/claims";
import { openReview } from "#lib/desk/reviews";
import { acceptSuggestion } from "#lib/desk/statements";
import { person, suggestionsOf } from "#lib/desk/testing/newsroom";
import { ingest, type ReadPage, readPage } from "#lib/ingest";
import { relateWaiting } from "#lib/ingest/provenance";
import { benchServer } from "./import/server";

/** How many pages are on their way at the same time, as they are with some workers. */
const LANES = 32;
const NOW = new Date("2024-09-20T08:00:00.000Z");
const at = { now: NOW };

const copies = Number(process.argv[2] ?? 10_000);
const server = await benchServer();
process.env.DATABASE_URL = server.url;
process.env.ONRECORD_STATEMENT_TIMEOUT = "0";

const REPORT = [
  "The Eldmouth council will close the northern bridge to lorries on 2 October 2024.",
  "Engineers found cracks in two of its nine pillars, the mayor, Lina Aziz, told reporters on Monday.",
  "Ships go on passing below, the harbour office said in a statement.",
  "Repairs begin in the spring and will cost four million, according to the ministry of transport.",
];
const textOf = (day: string, headline: string) => [day, headline, REPORT.join(" ")].join("\n\n");

let copied: ReadPage | null = null;
async function take(text: string, url: string, publisher: string, isCopy: boolean) {
  return ingest(
    {
      bytes: new TextEncoder().encode(text),
      format: "text",
      mediaType: null,
      url,
      publisher,
      isSample: false,
      requestedBy: SYSTEM,
    },
    {
      ...at,
      engine: "RULES",
      read: async (page, engine) => {
        if (!isCopy) return readPage(page, engine);
        copied ??= readPage(page, engine);
        return copied;
      },
    },
  );
}

const report = await take(
  textOf("September 16, 2024", "Council closes the northern bridge"),
  "https://agency.example/1",
  "agency.example",
  false,
);
const editor = await person("Ida");
const { reviewId } = await openReview(editor, { versionId: report.versionId }, at);
const [first] = await suggestionsOf(report.versionId);
if (first === undefined) throw new Error("the report has no statement");
const { statementId } = await acceptSuggestion(editor, { reviewId, suggestionId: first.id }, at);
const { claimId } = await createClaim(
  editor,
  { wording: first.exact, statementId, statementRevision: 1 },
  at,
);
await relateWaiting(10, () => NOW);

const text = textOf("September 18, 2024", "They close the bridge!");
const begun = performance.now();
let next = 0;
const lane = async () => {
  while (next < copies) {
    next += 1;
    await take(text, `https://mill.example/${next}`, "mill.example", true);
  }
};
await Promise.all(Array.from({ length: LANES }, lane));
const stored = performance.now();
let compared = 0;
for (let done = -1; done !== 0; compared += done) done = await relateWaiting(1000, () => NOW);
const ended = performance.now();

const [counts] = await database().$queryRaw<Record<string, number>[]>`
  SELECT count(DISTINCT s."matchedClaimId")::int AS claims,
    count(s."matchedClaimId")::int AS matched,
    count(*) FILTER (WHERE s."matchedClaimId" IS NOT NULL AND (s."match"->>'isSure')::boolean IS NOT TRUE)::int AS asked,
    (SELECT count(*)::int FROM "ProvenanceEdge") AS edges,
    (SELECT count(DISTINCT "upstreamId")::int FROM "ProvenanceEdge") AS upstream,
    (SELECT count(*)::int FROM "TextSample" WHERE "keys" <> '{}') AS found,
    (SELECT count(*)::int FROM "Claim") AS known,
    (SELECT count(*)::int FROM "Doubt") AS doubts
  FROM "Suggestion" s WHERE s."versionId" <> ${report.versionId}::uuid`;
const downstream = await edgesDownstream(report.articleId);
const took = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
console.log(
  `${copies} copies stored in ${took(begun, stored)}, compared in ${took(stored, ended)} (${compared} turns)`,
);
console.log(
  `claims that their statements are matched with: ${counts?.claims} (${counts?.known} known), statements matched: ${counts?.matched}, of which an editor is asked: ${counts?.asked}`,
);
console.log(
  `pages upstream that are named: ${counts?.upstream}, edges: ${counts?.edges}, texts in the index: ${counts?.found}, doubts: ${counts?.doubts}`,
);
console.log(
  `the report's page lists ${downstream.downstream.length} and counts ${downstream.downstreamCount}`,
);

const isRight =
  counts?.claims === 1 &&
  counts.known === 1 &&
  counts.asked === 0 &&
  counts.matched === copies &&
  counts.upstream === 1 &&
  counts.edges === copies;
if (!isRight) console.error(`not one list: claim ${claimId}`);
await disconnect();
await server.stop();
process.exitCode = isRight ? 0 : 1;
