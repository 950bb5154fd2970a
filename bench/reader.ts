/**
 * What the size of the archive costs readers: `node --import tsx bench/reader.ts [pages] [rounds] [words]`. All that readers' pages, the proofs and the
 * record's heads ask, at a thousand published pages and at a hundred thousand of ten statements each, asked in turn so that the
 * machine's moods meet both; the 95th percentile of each, and how one is to the other. No round asks for the same page as the last one.
 * With words, only the questions whose name holds them, and no check of the record.
 */
import { performance } from "node:perf_hooks";
import { verifyRecord } from "#lib/db/audit/verify";
import { disconnect } from "#lib/db/core/client";
import { articleProof, claimProof, signedHeads } from "#lib/db/readers/evidence";
import { promiseCounts, promisesForCalendar, publishedPromises } from "#lib/db/readers/promises";
import {
  homeFeed,
  publicCorrections,
  publishedArticle,
  publishedClaim,
  publishedClaims,
  publishedPages,
} from "#lib/db/readers/published";
import { searchPublished } from "#lib/db/readers/search";
import { searchCounts } from "#lib/db/readers/search-counts";
import { publishedTemplate, timesTold } from "#lib/db/readers/templates";
import { publishedTopic, publishedTopics } from "#lib/db/readers/topics";
import { trackRecord } from "#lib/db/readers/track";
import { trackedStatements } from "#lib/db/readers/track-lists";
import { archive } from "#lib/db/testing/archive";
import { PlaceCursor, TimeCursor } from "#lib/domain/cursors";
import { EVERY_PROMISE, type LedgerFilter } from "#lib/domain/promise-ledger";
import { publisherSubject } from "#lib/domain/publisher-subject";
import { questionOf } from "#lib/domain/search";
import { askedOf, EVERYTHING, type SearchFilter } from "#lib/domain/search-filter";
import { benchServer } from "./import/server";

const FEW = 1_000;
const MANY = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 200);
const WORDS = process.argv[4] ?? "";
const SEED = 7;
const MOST = 1.5;

type Known = Awaited<ReturnType<typeof archive>>;

function sought(filter: Partial<SearchFilter>) {
  const asked = askedOf({ ...EVERYTHING, ...filter });
  if (asked === null) throw new RangeError("nothing is asked for");
  return asked;
}
const search = (q: string) => searchPublished(sought({ q }), null);
const narrowed = (filter: Partial<SearchFilter>) => searchPublished(sought(filter), null);
const counted = (filter: Partial<SearchFilter>) => searchCounts(sought(filter));

const HELD = "2026-11-23";
const promises = (filter: Partial<LedgerFilter>) => ({
  ...EVERY_PROMISE,
  ...filter,
  question: filter.q ? questionOf(filter.q) : null,
  today: HELD,
});

/** Each round has pages of its own: the archive makes them in twenties that are alike. */
const at = (pages: number, round: number) => (round * 20) % (pages - 100);

const LABELLED = { filter: { label: "REPORTED", period: null, promises: null }, today: HELD } as const;
const publisher = (known: Known) => ({ kind: "PUBLISHER" as const, id: publisherSubject(known.publisher) });
const author = (known: Known) => ({ kind: "AUTHOR" as const, id: known.author });
const speaker = (known: Known) => ({ kind: "SPEAKER" as const, id: known.speaker });

const QUESTIONS: Readonly<Record<string, (known: Known, pages: number, round: number) => Promise<unknown>>> =
  {
    home: () => homeFeed("2026-11-23"),
    claims: () => publishedClaims(null),
    "claims, in the middle": (known) =>
      publishedClaims({ way: "after", cursor: TimeCursor.parse(known.middle) }),
    pages: () => publishedPages(null),
    "search, what one page says": (_, pages, round) => search(`page ${at(pages, round) + 1}`),
    "search, what every page says": () => search("gazette"),
    "search, a mistyped word": () => search("gazete"),
    "search, statements": () => narrowed({ q: "harbour", kind: "statements" }),
    "search, a publisher's pages": () => narrowed({ q: "gazette", publisher: "Gazette 7" }),
    "search, statements under a label": () => narrowed({ label: "REPORTED", kind: "statements" }),
    "numbers of a search": () => counted({ q: "gazette" }),
    "numbers of a search for statements": () => counted({ q: "harbour", kind: "statements" }),
    "numbers of one that is narrowed twice": () =>
      counted({ q: "gazette", label: "REPORTED", speaker: "the two sides" }),
    claim: (_, pages, round) => publishedClaim(`claim-${at(pages, round) + 4}`),
    "claim with a verdict": (_, pages, round) => publishedClaim(`claim-${at(pages, round)}`),
    "claim that many pages make": (known) => publishedClaim(known.manyPlaces),
    "its places further on": (known) => publishedClaim(known.manyPlaces, FURTHER),
    article: (_, pages, round) => publishedArticle(`page-${at(pages, round) + 1}`),
    corrections: () => publicCorrections(null),
    "corrections, in the middle": (known) =>
      publicCorrections({ way: "after", cursor: TimeCursor.parse(known.middle) }),
    "proof of a page": (_, pages, round) => articleProof(`page-${at(pages, round) + 1}`),
    "proof of a verdict": (_, pages, round) => claimProof(`claim-${at(pages, round)}`),
    "record of a publisher": (known) => trackRecord({ ...publisher(known), today: HELD }),
    "record of an author": (known) => trackRecord({ ...author(known), today: HELD }),
    "record of whoever speaks on every page": (known) => trackRecord({ ...speaker(known), today: HELD }),
    "statements of a record": (known) => trackedStatements({ ...speaker(known), ...LABELLED, after: null }),
    "statements of an author": (known) => trackedStatements({ ...author(known), ...LABELLED, after: null }),
    topics: () => publishedTopics(null),
    "topic of one page in four": (known) => publishedTopic(known.topic, null),
    // One page in twenty-five was withdrawn, and with it all pages of some topics: of these none is asked for.
    "topic of one page in three hundred": (_, __, round) =>
      publishedTopic(`topic-${1 + ((round * 25) % 300)}`, null),
    promises: () => publishedPromises(promises({}), null),
    "promises, overdue": () => publishedPromises(promises({ state: "overdue" }), null),
    "promises that say what every page says": () => publishedPromises(promises({ q: "gazette" }), null),
    "promises of a publisher, overdue": () =>
      publishedPromises(promises({ publisher: "Gazette 7", state: "overdue" }), null),
    "numbers of promises": () => promiseCounts(promises({})),
    "numbers of promises of a publisher": () => promiseCounts(promises({ publisher: "Gazette 7" })),
    "numbers of promises that say a word": () => promiseCounts(promises({ q: "gazette" })),
    "calendar of promises": async () => (await promisesForCalendar(promises({ state: "overdue" }))).length,
    "template of promises": (known) => publishedTemplate(known.template, null),
    "how often promises were told": (known) => timesTold([known.template]),
    heads: () => signedHeads(),
  };

const FURTHER = PlaceCursor.parse(
  "2025-06-01_2025-01-01T00:00:00.000Z_00000000-0000-7000-8000-000000000000_1",
);

async function timed(url: string, ask: () => Promise<unknown>): Promise<number> {
  process.env.DATABASE_URL = url;
  await signedHeads(); // each address has a pool of its own: the first question pays for it
  const began = performance.now();
  if ((await ask()) === null) throw new Error("the archive has no such page");
  return performance.now() - began;
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

async function compare(archives: readonly { url: string; pages: number; known: Known }[]): Promise<number> {
  let worst = 0;
  console.log(
    `| page | median, ${FEW} | median, ${MANY} | 95th, ${FEW} | 95th, ${MANY} | 95th, how many times |\n|---|---|---|---|---|---|`,
  );
  for (const [name, ask] of Object.entries(QUESTIONS).filter(([name]) => name.includes(WORDS))) {
    const times = archives.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [i, { url, pages, known }] of archives.entries()) {
        times[i]?.push(await timed(url, () => ask(known, pages, round)));
      }
    }
    const [few = [], many = []] = times;
    const ratio = percentile(many, 0.95) / percentile(few, 0.95);
    worst = Math.max(worst, ratio);
    const shown = [
      percentile(few, 0.5),
      percentile(many, 0.5),
      percentile(few, 0.95),
      percentile(many, 0.95),
    ];
    console.log(
      `| ${name} | ${shown.map((ms) => `${ms.toFixed(1)} ms`).join(" | ")} | ${ratio.toFixed(2)} |`,
    );
  }
  return worst;
}

async function checkRecord(): Promise<void> {
  const began = performance.now();
  const state = await verifyRecord();
  console.log(
    `A whole check of the larger one: ${((performance.now() - began) / 1000).toFixed(0)} s, faults ${state.faultCount}`,
  );
}

const servers = [await benchServer(), await benchServer()];
try {
  const archives = [];
  for (const [i, pages] of [FEW, MANY].entries()) {
    const url = servers[i]?.url ?? "";
    const began = performance.now();
    const known = await archive(url, { pages, seed: SEED });
    console.log(`${pages} pages made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    archives.push({ url, pages, known });
  }
  const worst = await compare(archives);
  console.log(`The worst is ${worst.toFixed(2)} times; at most ${MOST} is asked.`);
  if (WORDS === "") await checkRecord();
} finally {
  await disconnect();
  for (const server of servers) await server.stop();
}
