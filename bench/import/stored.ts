import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { disconnect } from "#lib/db/core/client";
import type { PageToStore } from "#lib/db/storing/page-to-store";
import { store } from "#lib/db/storing/store";
import type { AnalysedStatement, Analysis } from "#lib/domain/analysis";
import { sentencesOf, titleOf } from "./made";
import { benchServer, processorSeconds } from "./server";

/** Statements of a made page. */
const SENTENCES = 6;
/** How many pages are on their way at the same time, as they are with some workers. */
const LANES = 32;
/** The rate at a size is that of so many pages from there on. */
const SAMPLE = 1000;

const reason = {
  axis: "SOURCING",
  rule: "source/cue-verb",
  version: "1",
  score: 0.9,
  words: "Whoever is the subject of “said” stands behind the rest.",
} as const;

/** An analysis without an analyser: every sentence is a statement, every second one has a speaker. */
function analysisOf(page: number): Analysis {
  const title = titleOf(page);
  const sentences = sentencesOf(page, SENTENCES);
  const text = `${title}\n\n${sentences.join(" ")}`;
  let at = title.length + 2;
  const spans = sentences.map((words) => {
    const span = { start: at, end: at + words.length };
    at = span.end + 1;
    return span;
  });
  const sourced = spans.filter((_, index) => index % 2 === 0);
  return {
    text,
    title,
    publishedAt: "2024-09-16",
    dates: { published: null, updated: null },
    publisher: "Bench Gazette",
    author: null,
    agency: null,
    agencyDate: null,
    place: null,
    canonical: null,
    language: "en",
    direction: "ltr",
    links: [],
    engine: { name: "bench", version: "1" },
    normalizerVersion: "1",
    body: "",
    posts: [{ headline: title, date: "2024-09-16", isTeaser: false }],
    segments: [
      { start: 0, end: title.length, type: "HEADLINE", post: 0, reason: { ...reason, axis: "SEGMENT" } },
      {
        start: title.length + 2,
        end: text.length,
        type: "BODY",
        post: 0,
        reason: { ...reason, axis: "SEGMENT" },
      },
    ],
    statements: spans.map((span, index) => statementOf(span, index)),
    attributions: sourced.map(({ start, end }, index) => ({
      source: [[start, start + 4]],
      cue: [[start + 5, start + 9]],
      content: [[start + 10, end]],
      speaker: `Speaker ${(page * 7 + index) % 5000}`,
      speakerKind: "PERSON",
      type: "ASSERTION",
      quoteMode: "INDIRECT",
      confidence: 0.8,
    })),
    notes: [],
  };
}

function statementOf({ start, end }: { start: number; end: number }, index: number): AnalysedStatement {
  const isSourced = index % 2 === 0;
  return {
    start,
    end,
    label: isSourced ? "REPORTED" : "UNSOURCED_ASSERTION",
    sourcing: isSourced ? "NAMED_PERSON" : "NONE",
    factuality: { writer: "CT+", source: isSourced ? "CT+" : null },
    time: "PAST",
    flags: {},
    reasons: [reason],
    confidence: 0.8,
    isSure: false,
    postedAt: "2024-09-16",
    attributions: isSourced ? [index / 2] : [],
    attributionScope: "SENTENCE",
    relayDepth: isSourced ? 0 : null,
    attributedTo: null,
    post: 0,
    segment: 1,
  };
}

function storableOf(page: number): PageToStore {
  const analysis = analysisOf(page);
  const reading = { analysis, matches: analysis.statements.map(() => null), isTrivialChange: () => false };
  return {
    ...reading,
    posts: [{ ...reading, heading: `Page ${page}`, name: `page ${page}` }],
    isCut: false,
    bytes: new TextEncoder().encode(analysis.text),
    mediaType: null,
    url: `https://bench.example/${page}`,
    isSample: false,
    requestedBy: "SYSTEM",
  };
}

/** What storing alone takes, page by page, as the database grows. `sizes` are how many pages there are already. */
export async function storeGrowth(sizes: readonly number[]): Promise<void> {
  const server = await benchServer();
  process.env.DATABASE_URL = server.url;
  process.env.ONRECORD_SNAPSHOTS = join(server.folder, "snapshots");
  try {
    let next = 0;
    const upTo = async (end: number) => {
      const now = new Date();
      await Promise.all(
        Array.from({ length: LANES }, async () => {
          while (next < end) {
            const page = next;
            next += 1;
            await store(storableOf(page), now);
          }
        }),
      );
    };
    await upTo(200);
    for (const size of sizes) {
      await upTo(size - SAMPLE);
      const processors = () => processorSeconds("self") + processorSeconds(server.pid);
      const [before, began] = [processors(), performance.now()];
      await upTo(size);
      const [spent, seconds] = [processors() - before, (performance.now() - began) / 1000];
      console.log(
        `storing, up to ${size} pages`.padEnd(34),
        `${(SAMPLE / seconds).toFixed(0)} a second, ${((1000 * spent) / SAMPLE).toFixed(2)} ms of processor a page`,
      );
    }
  } finally {
    await disconnect();
    await server.stop();
  }
}
