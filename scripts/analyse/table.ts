import type { AnalysedStatement, Analysis } from "#lib/domain/analysis";
import * as words from "#lib/words";
import { reasonWords } from "#lib/words/reason-words";

const NARROWEST = 60;
const WIDEST = 120;
const command = words.command;

/** The analysis for a person at a terminal `columns` wide: segments, then numbered statements with label, source and reason. */
export function tableOf(analysis: Analysis, columns: number): string {
  const width = Math.min(Math.max(columns, NARROWEST), WIDEST);
  const lines = [
    ...headOf(analysis, width),
    "",
    ...segmentsOf(analysis, width),
    "",
    ...statementsOf(analysis, width),
  ];
  const notes = analysis.notes.flatMap((note) => wrapped(note.remark, width - 2).map((line) => `  ${line}`));
  if (notes.length > 0) lines.push("", command.notes, ...notes);
  return `${lines.join("\n")}\n`;
}

function headOf(analysis: Analysis, width: number): string[] {
  const { publishedAt, publisher, author, agency, agencyDate, place, language, engine } = analysis;
  const wire = [agency, agencyDate, place].filter((part) => part !== null).join(" ");
  const facts = [publishedAt, publisher, author, wire, language, `${engine.name} ${engine.version}`];
  const known = facts.filter((fact) => fact !== null && fact !== "").join(" · ");
  return [...wrapped(analysis.title ?? command.noTitle, width), ...wrapped(known, width)];
}

function segmentsOf({ text, segments }: Analysis, width: number): string[] {
  const rows = segments.map(({ start, end, type }) => {
    const head = `  ${type.padEnd(9)} ${`${start}–${end}`.padStart(13)}  `;
    return head + clipped(plain(text.slice(start, Math.min(end, start + 400))), width - head.length);
  });
  return [command.segments, ...rows];
}

function statementsOf(analysis: Analysis, width: number): string[] {
  const { statements } = analysis;
  const digits = String(statements.length).length;
  const rows = statements.flatMap((statement, i) => {
    const number = String(i + 1).padStart(digits + 2);
    const indent = " ".repeat(number.length + 2);
    const body = [
      headline(statement),
      ...wrapped(plain(analysis.text.slice(statement.start, statement.end)), width - indent.length),
    ];
    const why = wrapped(`${command.why}: ${whyOf(statement)}`, width - indent.length);
    const due = wrapped(dueWords(statement), width - indent.length);
    return [`${number}  ${body[0]}`, ...[...body.slice(1), ...why, ...due].map((line) => indent + line), ""];
  });
  return [command.statements, ...(rows.length > 0 ? rows.slice(0, -1) : [`  ${command.noStatements}`])];
}

/** The first reason, which says who stands behind it. */
function whyOf({ reasons: [first] }: AnalysedStatement): string {
  return first === undefined ? "" : reasonWords(first);
}

function headline({ label, attributedTo, attributionScope }: AnalysedStatement): string {
  const who = attributedTo === null ? command.attributedToNobody : command.attributedTo(plain(attributedTo));
  const carried = attributedTo !== null && attributionScope === "CARRIED_OVER" ? `, ${command.carried}` : "";
  return `${words.labels[label].badge.toUpperCase()}, ${who}${carried}`;
}

function dueWords({ prediction, postedAt }: AnalysedStatement): string {
  if (prediction === undefined) return "";
  const { text, dueFrom, dueTo } = prediction;
  if (dueTo === null) return command.dueOpen(plain(text));
  return command.due(
    plain(text),
    dueFrom === dueTo || dueFrom === null ? dueTo : `${dueFrom} to ${dueTo}`,
    postedAt,
  );
}

/** One line, and no control character: a page must not steer the terminal it is printed on. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "\uFFFD");
}

function clipped(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of plain(text).split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}
