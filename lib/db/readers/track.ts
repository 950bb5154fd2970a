import { z } from "zod";
import { calendarDay } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import type { CalendarDate } from "#lib/domain/analysis";
import { READER_LABELS } from "#lib/domain/labels";
import { ReaderLabel } from "#lib/domain/labels-shapes";
import type { ArticlePublication } from "#lib/domain/publications";
import { authorSubject, publisherSubject } from "#lib/domain/publisher-subject";
import {
  FEWEST,
  type MonthCount,
  NO_DAY,
  type PromiseCounts,
  type TrackKind,
  type TrackRecord,
} from "#lib/domain/track-records";
import { askedTwice, Shown } from "./shown";

/** The record of a publisher, an author or a speaker, from the numbers that are kept of it. No question walks its statements. */

interface Asked {
  readonly kind: TrackKind;
  readonly id: string;
  /** The day that promises are held against. */
  readonly today: CalendarDate;
}

/** Null where no page that stands belongs to it. */
export async function trackRecord(asked: Asked): Promise<TrackRecord | null> {
  const answer = await askedTwice(async () => {
    const record = await recordOnce(asked);
    return { record, isProven: record?.isProven ?? true };
  });
  return answer.record;
}

async function recordOnce({ kind, id, today }: Asked): Promise<TrackRecord | null> {
  const [who, numbers, promises] = await Promise.all([
    whoIs(kind, id),
    plainNumbers(kind, id),
    promiseNumbers(kind, id, today),
  ]);
  return who === null ? null : { kind, id, ...who, ...numbers, ...promises };
}

/** The record that an address names, whatever stands there; null where there is none. */
export async function trackAt({ kind, id, today }: Asked): Promise<TrackRecord | null> {
  return z.uuid().safeParse(id).success ? trackRecord({ kind, id: id.toLowerCase(), today }) : null;
}

type Who = Pick<TrackRecord, "name" | "publisher" | "publisherKind" | "speakerKind" | "role" | "isProven">;

/** Who it is, as published. Null where no page that stands belongs to it. */
async function whoIs(kind: TrackKind, subjectId: string): Promise<Who | null> {
  const latest = await database().trackPage.findFirst({
    where: { kind, subjectId },
    orderBy: [{ publishedAt: "desc" }, { publicationId: "desc" }],
    select: { publicationId: true },
  });
  if (latest === null) return null;
  return WHO[kind](subjectId, latest.publicationId);
}

async function publisherOf(subjectId: string, latest: string): Promise<Who> {
  const shown = await Shown.of([latest]);
  const content = shown.article(latest);
  const name = content?.article.publisher ?? null;
  if (name === null || publisherSubject(name) !== subjectId) return NOBODY;
  const publisherKind = content?.sources?.publisherKind ?? null;
  return { ...NOBODY, name, publisherKind, isProven: shown.isProven };
}

/** An author is called as the byline has it, and nothing is known of them but whose pages it stands on. */
async function authorOf(subjectId: string, latest: string): Promise<Who> {
  const shown = await Shown.of([latest]);
  const { publisher = null, author = null } = shown.article(latest)?.article ?? {};
  if (publisher === null || author === null || authorSubject(publisher, author) !== subjectId) return NOBODY;
  return { ...NOBODY, name: author, publisher, isProven: shown.isProven };
}

/** A speaker is called as they were published last. */
async function speakerOf(subjectId: string, latest: string): Promise<Who> {
  const shown = await Shown.of([latest]);
  const content = shown.article(latest);
  const named = content === null ? null : speakerIn(content, subjectId);
  return named === null ? NOBODY : { ...NOBODY, ...named, isProven: shown.isProven };
}

/** What is told where nothing can be proven. */
const NOBODY: Who = {
  name: "",
  publisher: null,
  publisherKind: null,
  speakerKind: null,
  role: null,
  isProven: false,
};

const WHO = { PUBLISHER: publisherOf, AUTHOR: authorOf, SPEAKER: speakerOf } as const satisfies Readonly<
  Record<TrackKind, (subjectId: string, latest: string) => Promise<Who>>
>;

function speakerIn({ statements, sources }: ArticlePublication, subjectId: string) {
  const named = sources?.speakers.findLast(({ id }) => id === subjectId);
  const speaker = statements.find(({ number }) => number === named?.number)?.speaker;
  if (named === undefined || !speaker) return null;
  return { name: speaker.name, speakerKind: speaker.kind, role: named.role };
}

const SINGLE = ["PAGES", "IN_PART", "CORRECTED", "CORRECTIONS", "CLAIMS_AGAIN", "AGAIN"];

async function plainNumbers(kind: TrackKind, subjectId: string) {
  const rows = await database().trackTotal.findMany({
    where: { kind, subjectId, measure: { in: [...READER_LABELS, ...SINGLE] } },
    orderBy: [{ day: "asc" }, { measure: "asc" }],
  });
  const months = rows.flatMap(({ measure, day, count }): MonthCount[] => {
    const label = ReaderLabel.safeParse(measure).data;
    return label === undefined ? [] : [{ label, month: calendarDay(day), count }];
  });
  const single = (name: string) => rows.find(({ measure }) => measure === name)?.count ?? 0;
  return {
    months,
    pages: single("PAGES"),
    pagesInPart: single("IN_PART"),
    correctedPages: single("CORRECTED"),
    corrections: single("CORRECTIONS"),
    claimsAgain: single("CLAIMS_AGAIN"),
    saidAgain: single("AGAIN"),
  };
}

interface PromiseRow {
  readonly made: number;
  readonly undated: number;
  readonly open: number;
  readonly overdue: number;
  readonly fell: number;
  readonly happened: number;
  readonly not: number;
  readonly partly: number;
  readonly unresolvable: number;
  readonly median: number | null;
}

/** Promises by what became of them and by the clock; the median is that of whole days, each promise counted once. */
async function promiseNumbers(
  kind: TrackKind,
  subjectId: string,
  today: CalendarDate,
): Promise<{ promises: PromiseCounts; medianDaysOverdue: number | null }> {
  const [row] = await database().$queryRaw<PromiseRow[]>`
    WITH promised AS (
      SELECT measure, day, count, day = ${NO_DAY}::date AS undated, day < ${today}::date AND day <> ${NO_DAY}::date AS past
      FROM "TrackTotal" WHERE kind = ${kind}::"TrackKind" AND "subjectId" = ${subjectId}::uuid
        AND measure IN ('WAITS', 'HAPPENED', 'DID_NOT_HAPPEN', 'PARTLY', 'UNRESOLVABLE')
    ), late AS (
      SELECT ${today}::date - day AS days, count, sum(count) OVER (ORDER BY day DESC) AS upto, sum(count) OVER () AS n
      FROM promised WHERE measure = 'WAITS' AND past
    )
    SELECT coalesce(sum(count), 0)::int AS made,
      coalesce(sum(count) FILTER (WHERE measure = 'WAITS' AND undated), 0)::int AS undated,
      coalesce(sum(count) FILTER (WHERE measure = 'WAITS' AND NOT undated AND NOT past), 0)::int AS open,
      coalesce(sum(count) FILTER (WHERE measure = 'WAITS' AND past), 0)::int AS overdue,
      coalesce(sum(count) FILTER (WHERE past), 0)::int AS fell,
      coalesce(sum(count) FILTER (WHERE measure = 'HAPPENED'), 0)::int AS happened,
      coalesce(sum(count) FILTER (WHERE measure = 'DID_NOT_HAPPEN'), 0)::int AS not,
      coalesce(sum(count) FILTER (WHERE measure = 'PARTLY'), 0)::int AS partly,
      coalesce(sum(count) FILTER (WHERE measure = 'UNRESOLVABLE'), 0)::int AS unresolvable,
      (SELECT avg(days)::float8 FROM late CROSS JOIN LATERAL (VALUES ((n + 1)::int / 2), ((n + 2)::int / 2)) AS middle(place)
        WHERE place > upto - count AND place <= upto) AS median
    FROM promised`;
  if (row === undefined) throw new TypeError("a sum is always one row");
  const { made, open, overdue, undated, fell, happened, not, partly, unresolvable, median } = row;
  return {
    promises: {
      made,
      open,
      overdue,
      undated,
      happened,
      partly,
      unresolvable,
      "fell-due": fell,
      "did-not-happen": not,
    },
    medianDaysOverdue: overdue < FEWEST ? null : median,
  };
}
