import { trackAt } from "#lib/db/readers/track";
import { trackedStatements } from "#lib/db/readers/track-lists";
import { ReaderLabel } from "#lib/domain/labels-shapes";
import { DueCursor } from "#lib/domain/promise-desk";
import {
  bucketsOf,
  daysOf,
  labelCounts,
  Period,
  PromiseList,
  shareOf,
  sumOf,
  type TrackFilter,
  type TrackKind,
  type TrackRecord,
} from "#lib/domain/track-records";
import { trackHref } from "#lib/publish/track-links";
import * as words from "#lib/words";
import { StatementList } from "./answers";
import { type Operation, operation } from "./operation";
import { API, statement, type Where } from "./present";
import { ProblemError } from "./problems";
import { TrackAnswer } from "./track-answers";

/** The records of publishers, authors and speakers: the numbers that readers' pages have, and the statements behind them. */

const query = {
  label: ReaderLabel.optional(),
  period: Period.optional(),
  promises: PromiseList.optional(),
};

const publisher = operation({
  id: "publisher",
  path: "/publishers/{id}",
  answer: TrackAnswer,
  ask: async ({ params: { id }, where }) => answerOf(await recordAt("PUBLISHER", id, where), where),
});

const publisherStatements = operation({
  id: "publisherStatements",
  path: "/publishers/{id}/statements",
  isPaged: true,
  query,
  answer: StatementList,
  ask: async ({ params: { id }, ...asked }) => listOf(await recordAt("PUBLISHER", id, asked.where), asked),
});

const author = operation({
  id: "author",
  path: "/authors/{id}",
  answer: TrackAnswer,
  ask: async ({ params: { id }, where }) => answerOf(await recordAt("AUTHOR", id, where), where),
});

const authorStatements = operation({
  id: "authorStatements",
  path: "/authors/{id}/statements",
  isPaged: true,
  query,
  answer: StatementList,
  ask: async ({ params: { id }, ...asked }) => listOf(await recordAt("AUTHOR", id, asked.where), asked),
});

const speaker = operation({
  id: "speaker",
  path: "/speakers/{id}",
  answer: TrackAnswer,
  ask: async ({ params: { id }, where }) => answerOf(await recordAt("SPEAKER", id, where), where),
});

const speakerStatements = operation({
  id: "speakerStatements",
  path: "/speakers/{id}/statements",
  isPaged: true,
  query,
  answer: StatementList,
  ask: async ({ params: { id }, ...asked }) => listOf(await recordAt("SPEAKER", id, asked.where), asked),
});

export const TRACK_OPERATIONS: readonly Operation[] = [
  publisher,
  publisherStatements,
  author,
  authorStatements,
  speaker,
  speakerStatements,
];

async function recordAt(kind: TrackKind, id: string, { today }: Where): Promise<TrackRecord> {
  const found = await trackAt({ kind, id, today });
  if (found === null) throw new ProblemError(404, "not_found", words.publicApi.notFound);
  return found;
}

function answerOf(record: TrackRecord, { origin }: Where): TrackAnswer {
  const { months, promises, isProven, ...rest } = record;
  const labels = labelCounts(months);
  const n = sumOf(labels);
  const at = `${origin}${API}${trackHref(record)}`;
  const told = promises.happened + promises["did-not-happen"] + promises.partly;
  return {
    ...rest,
    href: at,
    page: `${origin}${trackHref(record)}`,
    statementCount: n,
    labels: {
      REPORTED: shareOf(labels.REPORTED, n),
      REPORTED_UNNAMED: shareOf(labels.REPORTED_UNNAMED, n),
      UNSOURCED_SPECULATION: shareOf(labels.UNSOURCED_SPECULATION, n),
      OPINION: shareOf(labels.OPINION, n),
      UNSOURCED_ASSERTION: shareOf(labels.UNSOURCED_ASSERTION, n),
      BACKGROUND: shareOf(labels.BACKGROUND, n),
    },
    time: bucketsOf(months).map(({ period, labels: counted }) => {
      const { from, to } = period === "none" ? { from: null, to: null } : daysOf(period);
      return { period, from, to, labels: { ...counted } };
    }),
    promises: { ...promises },
    happened: shareOf(promises.happened, told),
    statements: `${at}/statements`,
    isProven,
  };
}

interface ListAsked {
  readonly query: {
    readonly label?: ReaderLabel | undefined;
    readonly period?: Period | undefined;
    readonly promises?: PromiseList | undefined;
  };
  readonly key: string | null;
  readonly where: Where;
  next(key: string | null): string | null;
}

async function listOf({ kind, id }: TrackRecord, { query: asked, key, where, next }: ListAsked) {
  const { label = null, period = null, promises = null } = asked;
  if (promises !== null && (label !== null || period !== null))
    throw new ProblemError(400, "invalid_input", words.publicApi.promisesAlone, { field: "promises" });
  const filter: TrackFilter = { label, period, promises };
  const after = key === null ? null : DueCursor.parse(key);
  const found = await trackedStatements({ kind, id, filter, today: where.today, after });
  return {
    data: found.places.map((place) => statement(place, where)),
    next: next(found.more),
    isProven: found.isProven,
  };
}
