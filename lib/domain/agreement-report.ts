import { z } from "zod";
import {
  alpha,
  type Confusion,
  confusion,
  type Figure,
  kappa,
  markedAgreement,
  NOMINAL,
  type Pattern,
  type Scale,
} from "./agreement";
import { bootstrapInterval, type Interval } from "./agreement-interval";
import { FACTUALITIES, READER_LABELS, SOURCINGS, TIMES } from "./labels";
import { PASS_STARTS, type PassStart } from "./readings";

/** How far blind readers agree, field by field, from counts of who said what. Pure. */

export const AgreementField = z.enum(["SPAN", "LABEL", "SOURCING", "CERTAINTY", "TIME"]);
export type AgreementField = z.infer<typeof AgreementField>;

/** How often one of two readers gave `first` where the other gave `second`. */
export interface SaidTogether {
  readonly field: AgreementField;
  readonly first: string;
  readonly second: string;
  readonly count: number;
}

export interface AgreementCount extends SaidTogether {
  /** The first day of the month. */
  readonly month: string;
  readonly start: PassStart;
  readonly readerA: string;
  readonly readerB: string;
}

export interface Told {
  readonly figure: Figure;
  readonly interval: Interval | null;
}

/** Below so many things nobody is told a figure: no reader of the pages, and none of the desk. */
export const FEWEST = 10;

/**
 * Certainty from surely not to surely so. What nobody commits to, and what is known and not told, lie in the middle.
 *
 * Source   the scale from -3 to +3 on which G. Stanovsky and others, "Integrating deep linguistic features in factuality prediction over
 *          unified datasets" (2017), put FactBank's codes.
 */
const CERTAINTY: Scale = {
  kind: "ordinal",
  ranks: [["CT-"], ["PR-"], ["PS-"], ["Uu", "CTu"], ["PS+"], ["PR+"], ["CT+"]],
};

const MARKED = "MARKED";

const patternsOf = (rows: readonly SaidTogether[]): Pattern[] =>
  rows.map(({ first, second, count }) => ({ values: [first, second], count }));

const marksOf = (patterns: readonly Pattern[]): Pattern[] =>
  patterns.map(({ values, count }) => ({
    count,
    values: values.map((value) => (value === MARKED ? value : null)),
  }));

/** Krippendorff's alpha; of spans, positive specific agreement. */
function overall(field: AgreementField): (patterns: readonly Pattern[]) => Figure {
  if (field === "SPAN") return (patterns) => markedAgreement(marksOf(patterns));
  const scale = field === "CERTAINTY" ? CERTAINTY : NOMINAL;
  return (patterns) => alpha(patterns, scale);
}

/** Cohen's kappa; of spans as above. */
function ofPair(field: AgreementField): (patterns: readonly Pattern[]) => Figure {
  return field === "SPAN" ? overall(field) : kappa;
}

function told(
  rows: readonly SaidTogether[],
  figure: (patterns: readonly Pattern[]) => Figure,
  replicates = 1000,
): Told {
  const patterns = patternsOf(rows);
  return { figure: figure(patterns), interval: bootstrapInterval(patterns, figure, { replicates }) };
}

const inField = <Row extends SaidTogether>(rows: readonly Row[], field: AgreementField): Row[] =>
  rows.filter((row) => row.field === field);

/** All fields, whoever read. */
export function fieldFigures(rows: readonly SaidTogether[]): (Told & { readonly field: AgreementField })[] {
  return AgreementField.options.map((field) => ({ field, ...told(inField(rows, field), overall(field)) }));
}

/** One field in every way that it is looked at. */
export interface FieldReport {
  readonly byStart: readonly (Told & { readonly start: PassStart })[];
  /** The latest first. */
  readonly byMonth: readonly (Told & { readonly month: string })[];
  /** The pairs that compared the most first. */
  readonly byPair: readonly (Told & { readonly readerA: string; readonly readerB: string })[];
  /** Rows are what one reader gave, columns what the other did; each two readers count both ways, as nobody is the first. */
  readonly confusion: Confusion;
}

/** As many pairs as are told apart. */
const MOST_PAIRS = 40;
/** Of many small tables: each interval is drawn from fewer samples, so that a page of them is quick. */
const FEW_REPLICATES = 300;

export function fieldReport(all: readonly AgreementCount[], field: AgreementField): FieldReport {
  const rows = inField(all, field);
  const figure = overall(field);
  const grouped = (key: (row: AgreementCount) => string) => {
    const groups = new Map<string, AgreementCount[]>();
    for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
    return [...groups];
  };
  const pairs = grouped(({ readerA, readerB }) => `${readerA} ${readerB}`)
    .map(([, some]) => some)
    .sort((a, b) => sumOf(b) - sumOf(a))
    .slice(0, MOST_PAIRS);
  return {
    byStart: PASS_STARTS.map((start) => ({
      start,
      ...told(
        rows.filter((row) => row.start === start),
        figure,
        FEW_REPLICATES,
      ),
    })),
    byMonth: grouped(({ month }) => month)
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([month, some]) => ({ month, ...told(some, figure, FEW_REPLICATES) })),
    byPair: pairs.flatMap((some) => {
      const [one] = some;
      if (one === undefined) return [];
      const { readerA, readerB } = one;
      return [{ readerA, readerB, ...told(some, ofPair(field), FEW_REPLICATES) }];
    }),
    confusion: confusion(patternsOf([...rows, ...rows.map(turned)]), ORDER[field]),
  };
}

const sumOf = (rows: readonly SaidTogether[]): number => rows.reduce((sum, { count }) => sum + count, 0);
const turned = (row: AgreementCount): AgreementCount => ({ ...row, first: row.second, second: row.first });

const ORDER: Record<AgreementField, readonly string[]> = {
  SPAN: [MARKED, "NOT_MARKED"],
  LABEL: READER_LABELS,
  SOURCING: SOURCINGS,
  CERTAINTY: FACTUALITIES,
  TIME: TIMES,
};
