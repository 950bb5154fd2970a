import { writtenDates } from "#lib/pipeline/metadata/written-dates";
import { wellFormed } from "./block-writer";
import { type Block, EMPTY_HEAD, type PageDocument } from "./page-document";

/**
 * Read plain text into blocks: one a line, without the spaces at its ends. The text stays as it is, but NFC, with `\n` line
 * ends and nothing that a database can't hold. A line that runs from a date line into the story is two blocks.
 */
export function readText(raw: string): PageDocument {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for
  const lines = raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").replace(/\u0000/g, "\uFFFD");
  const text = wellFormed(lines).normalize("NFC");
  const blocks: Block[] = [];
  let empty = 0;
  let at = 0;
  while (at <= text.length) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, end);
    if (line.trim() === "") empty += 1;
    else {
      for (const [from, to] of piecesOf(line)) {
        blocks.push(blockOf(text, at + from, at + to, empty));
        empty = 0;
      }
    }
    at = end + 1;
  }
  return { format: "text", text, blocks, elements: [], head: EMPTY_HEAD, notes: [] };
}

function blockOf(text: string, from: number, to: number, emptyLinesBefore: number): Block {
  const line = text.slice(from, to);
  const start = from + (line.length - line.trimStart().length);
  const end = start + line.trim().length;
  return {
    start,
    end,
    text: text.slice(start, end),
    element: -1,
    linked: 0,
    linkCount: 0,
    emphasised: 0,
    inlineWords: "",
    hasTime: false,
    isAfterBreak: false,
    isAfterRule: false,
    imagesBefore: 0,
    emptyLinesBefore,
    indent: start - from,
  };
}

/** "Baghdad / NINA / ", "BAGHDAD (Reuters) - ": where a wire's story begins. */
const SLUG = /(?<=^|[\s\d])(?:\p{L}[\p{L}'-]*\s){0,2}\p{L}[\p{L}'-]*\s*(?:\/\s?[\p{L} ]{2,30}\s?\/|\([\p{L} ]{2,25}\)\s*[-–—])\s/u;
const LONGEST_DATELINE = 140;

/** "Wednesday 24 July 2024 | Politics Number of readings: 192  Baghdad / NINA / Iraq and …": the date line, then the story. */
function piecesOf(line: string): [number, number][] {
  const whole: [number, number][] = [[0, line.length]];
  if (line.length < 160) return whole;
  const start = line.slice(0, LONGEST_DATELINE + 60);
  const date = writtenDates(start.slice(0, LONGEST_DATELINE))[0];
  if (date === undefined || date.start > 40) return whole;
  const slug = SLUG.exec(start.slice(date.end));
  const gap = /\S( {2,})\S/.exec(start.slice(date.end));
  const cut = slug !== null ? date.end + slug.index : gap !== null ? date.end + gap.index + 1 : -1;
  if (cut <= 0 || cut > LONGEST_DATELINE || /[.!?؟]\s/.test(line.slice(date.end, cut))) return whole;
  return [
    [0, cut],
    [cut, line.length],
  ];
}
