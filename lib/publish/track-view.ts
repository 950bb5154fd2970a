import { labelsBy, type ReaderLabel } from "#lib/domain/labels";
import {
  bucketsOf,
  FEWEST,
  labelCounts,
  PromiseList,
  shareOf,
  sumOf,
  type TrackRecord,
} from "#lib/domain/track-records";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";
import { type TrackChart, trackChart } from "./track-chart";
import { claimsHref, pagesHref, publisherLink, statementsHref, type TrackLink } from "./track-links";
import { periodInWords, shareInWords } from "./track-words";

/** A number of a record, and the list behind it; no list stands behind none. */
export interface TrackNumber {
  readonly value: number | string;
  readonly href: string | null;
}

export interface TrackView {
  readonly kicker: string;
  readonly answer: string;
  readonly lede: string;
  /** What is known of who it is; null is left out. */
  readonly facts: readonly (readonly [name: string, value: string | null])[];
  /** Other records that this one has to do with. */
  readonly links: readonly TrackLink[];
  readonly labels: readonly {
    readonly label: ReaderLabel;
    readonly count: TrackNumber;
    readonly share: string;
  }[];
  readonly total: TrackNumber;
  readonly shareNote: string;
  readonly chart: TrackChart | null;
  readonly noDay: string | null;
  /** The labels that there are, and for each stretch of time how many of each. */
  readonly columns: readonly ReaderLabel[];
  readonly rows: readonly {
    readonly name: string;
    readonly counts: readonly TrackNumber[];
    readonly total: TrackNumber;
  }[];
  readonly promises: readonly { readonly name: string; readonly count: TrackNumber }[];
  readonly promiseNotes: readonly string[];
  readonly more: readonly { readonly name: string; readonly value: TrackNumber }[];
  readonly definitions: readonly string[];
}

const w = words.trackRecords;

export function trackView(record: TrackRecord): TrackView {
  const labels = labelCounts(record.months);
  const n = sumOf(labels);
  const columns = labelsBy("placeInStrip").filter((label) => labels[label] > 0);
  const buckets = bucketsOf(record.months);
  const undated = buckets.find(({ period }) => period === "none");
  const number = (value: number, href: string): TrackNumber => ({ value, href: value === 0 ? null : href });
  return {
    kicker: w.kicker[record.kind],
    answer: w.answer(isolated(record.name), n, record.pages),
    lede: w.lede[record.kind],
    facts: facts(record),
    links: record.publisher === null ? [] : [publisherLink(record.publisher)],
    labels: columns.map((label) => ({
      label,
      count: number(labels[label], statementsHref(record, { label })),
      share: shareInWords(shareOf(labels[label], n)),
    })),
    total: number(n, statementsHref(record, {})),
    shareNote: w.shareNote(n, FEWEST),
    chart: trackChart(buckets),
    noDay: undated === undefined ? null : w.noDay(sumOf(undated.labels)),
    columns,
    rows: buckets.map(({ period, labels: counted }) => ({
      name: periodInWords(period),
      counts: columns.map((label) => number(counted[label], statementsHref(record, { label, period }))),
      total: number(sumOf(counted), statementsHref(record, { period })),
    })),
    promises: PromiseList.options.map((list) => ({
      name: w.promises[list],
      count: number(record.promises[list], statementsHref(record, { promises: list })),
    })),
    promiseNotes: promiseNotes(record),
    more: more(record),
    definitions: [...w.definitions[record.kind], ...w.definitions.both],
  };
}

function facts({ name, publisher, publisherKind, speakerKind, role }: TrackRecord): TrackView["facts"] {
  const kind =
    publisherKind !== null
      ? words.publisherKinds[publisherKind]
      : speakerKind === null
        ? null
        : w.mediaKinds[speakerKind];
  return [
    [w.name, name],
    [w.on, publisher],
    [w.kind, kind],
    [w.role, role],
  ];
}

function promiseNotes({ promises, medianDaysOverdue }: TrackRecord): string[] {
  const known = promises.happened + promises["did-not-happen"] + promises.partly;
  const share = shareOf(promises.happened, known);
  const kept = share.share === null ? w.keptFew(promises.happened, known) : w.kept(shareInWords(share));
  const late =
    medianDaysOverdue === null ? w.medianFew : w.median(Math.floor(medianDaysOverdue), promises.overdue);
  return [...(known === 0 ? [] : [kept]), ...(promises.overdue === 0 ? [] : [late])];
}

function more(record: TrackRecord): TrackView["more"] {
  const { saidAgain, claimsAgain, corrections, correctedPages, pages, pagesInPart } = record;
  return [
    {
      name: w.again,
      value: {
        value: w.againValue(saidAgain, claimsAgain),
        href: saidAgain === 0 ? null : claimsHref(record),
      },
    },
    {
      name: w.corrections,
      value: {
        value: w.correctionsValue(corrections, correctedPages, pages),
        href: corrections === 0 ? null : pagesHref(record, "corrected"),
      },
    },
    { name: w.counted, value: { value: pages, href: pages === 0 ? null : pagesHref(record, "counted") } },
    {
      name: w.inPart,
      value: { value: pagesInPart, href: pagesInPart === 0 ? null : pagesHref(record, "in-part") },
    },
  ];
}
