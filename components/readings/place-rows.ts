import { saidWords } from "#lib/domain/content-pieces";
import type { Difference, MarkView, UnitView } from "#lib/domain/settling";
import { flagsOf } from "#lib/domain/statement-rules";
import * as words from "#lib/words";

const said = words.readings.settle;

type Row = keyof typeof said.names;

/** One line of the table of a place: what it is of, what each says in words, and whether the two differ in it. */
export interface PlaceRow {
  readonly name: string;
  readonly row: Row;
  readonly cells: readonly (string | null)[];
  readonly differs: boolean;
}

const ALWAYS: readonly Row[] = ["LABEL", "SOURCING", "WRITER", "TIME"];
const ORDER: readonly Row[] = [
  "WORDS",
  "LABEL",
  "SOURCING",
  "WRITER",
  "SOURCE",
  "TIME",
  "PROMISE",
  "SPEAKER",
  "QUOTE",
  "FLAGS",
  "NOTES",
];

/** The lines that tell the two apart, and the four that say what a statement is. `null` in a cell: nothing was marked there. */
export function placeRows({ left, right, final, choice, differences }: UnitView): PlaceRow[] {
  const marks = [left, right, ...(choice === null ? [] : [final])];
  const differing = new Set<Difference>(differences);
  const isOne = left === null || right === null;
  return ORDER.filter((row) => isShown(row)).map((row) => ({
    row,
    name: said.names[row],
    cells: marks.map((mark) => mark && wordsOf(row, mark)),
    differs: row !== "NOTES" && (isOne || differing.has(row as Difference)), // every row but NOTES names a difference
  }));

  function isShown(row: Row): boolean {
    if (row === "NOTES") return marks.some((mark) => mark !== null && mark.notes.length > 0);
    if (ALWAYS.includes(row)) return true;
    if (isOne)
      return marks.some((mark) => mark !== null && row !== "WORDS" && wordsOf(row, mark) !== said.noValue);
    return differing.has(row as Difference); // as above
  }
}

function wordsOf(row: Row, { exact, label, fields, notes }: MarkView): string {
  const desk = words.desk;
  switch (row) {
    case "LABEL":
      return words.labels[label].badge;
    case "SOURCING":
      return desk.sourcing[fields.sourcing];
    case "WRITER":
      return desk.factuality[fields.factualityWriter];
    case "SOURCE":
      return fields.factualitySource === null ? said.noValue : desk.factuality[fields.factualitySource];
    case "TIME":
      return desk.time[fields.time];
    case "PROMISE":
      return promiseWords(fields);
    case "SPEAKER":
      return fields.speaker === null
        ? said.noValue
        : `${fields.speaker.name} (${desk.speakerKinds[fields.speaker.kind]})`;
    case "QUOTE":
      return quoteWords(fields);
    case "FLAGS":
      return (
        flagsOf(fields)
          .map((flag) => desk.flags[flag as keyof typeof desk.flags]) // a flag that is set has a name
          .join(". ") || said.noValue
      );
    case "NOTES":
      return notes.join(" · ") || said.noValue;
    default:
      return `“${saidWords({ ...fields, exact })}”`;
  }
}

function promiseWords({ prediction }: MarkView["fields"]): string {
  if (prediction === null) return said.noValue;
  const { text, dueFrom, dueTo, precision } = prediction;
  return [text, dueFrom, dueTo, words.desk.precision[precision]].filter(Boolean).join(", ");
}

function quoteWords({ quoteMode, attributionScope, relayDepth }: MarkView["fields"]): string {
  const { form, annotator } = words.desk;
  const parts = [
    quoteMode === null ? form.noQuote : form.quoteModes[quoteMode],
    form.scopes[attributionScope],
    relayDepth === null ? null : annotator.relay(relayDepth),
  ];
  return parts.filter(Boolean).join(". ");
}
