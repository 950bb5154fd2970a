import { READER_LABELS, type ReaderLabel, SOURCINGS, type Sourcing } from "./labels";

/**
 * The few marks that a guideline is written with, read into blocks. Pure, and linear in the text: every line is looked at once, and no mark nests
 * in another. What is no mark is a word, so that nothing that somebody types is lost or becomes anything but text.
 *
 *   # Title, ## Section, ### Part     - item     1. step     > quoted words
 *   **bold**   *stressed*   `code`   [words](https://address)
 */

/** What a section may be about: a reader's label, or a kind of source. */
export type LabelCode = ReaderLabel | Sourcing;

export type Inline =
  | { readonly kind: "text" | "strong" | "stressed" | "code"; readonly text: string }
  /** `href` is an address of the web, or a path of ours. */
  | { readonly kind: "link"; readonly text: string; readonly href: string };

export type Block =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3;
      /** What the heading is found by on its page; unlike that of any other. */
      readonly id: string;
      readonly words: readonly Inline[];
    }
  | { readonly kind: "paragraph" | "quote"; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: "list" | "steps"; readonly items: readonly (readonly Inline[])[] };

const CODES: ReadonlySet<string> = new Set([...READER_LABELS, ...SOURCINGS]);
const isLabelCode = (text: string): text is LabelCode => CODES.has(text);

const LINE = /^(?:(?:(?<hashes>#{1,3})|(?<bullet>[-*])|(?<step>\d{1,3})[.)]) |(?<quote>>))(?<rest>.*)$/;
const INLINE =
  /\*\*(?<strong>[^*\n]{1,500})\*\*|\*(?<stressed>[^\s*][^*\n]{0,499})\*|`(?<code>[^`\n]{1,200})`|\[(?<words>[^[\]\n]{1,300})\]\((?<href>[^()\s]{1,1000})\)/g;

/** Read a guideline's text. The levels of its headings follow one another without a gap, whatever it begins with. */
export function readGuideline(text: string): Block[] {
  const groups = groupsOf(text);
  const used = LEVELS.filter((level) =>
    groups.some((group) => group.kind === "heading" && group.level === level),
  );
  const ids = new Set<string>();
  let above = 0;
  return groups.map(({ kind, level, lines }): Block => {
    if (kind === "heading") {
      above = Math.min(used.indexOf(level) + 1, above + 1);
      return heading(lines[0] ?? "", LEVELS[above - 1] ?? 1, ids);
    }
    if (kind === "list" || kind === "steps") return { kind, items: lines.map(readInline) };
    return { kind, lines: lines.map(readInline) };
  });
}

const LEVELS = [1, 2, 3] as const;

interface Group {
  readonly kind: Exclude<Line["kind"], "blank">;
  readonly level: 1 | 2 | 3;
  readonly lines: string[];
}

/** Lines of one kind that follow one another; a line without a mark goes on with the item above it. */
function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let isOpen = false;
  for (const line of text.split("\n")) {
    const { kind, words, level } = lineOf(line);
    const last = isOpen ? groups.at(-1) : undefined;
    isOpen = kind !== "blank" && kind !== "heading";
    if (kind === "blank") continue;
    const isItem = last?.kind === "list" || last?.kind === "steps";
    if (last !== undefined && isItem && kind === "paragraph")
      last.lines.push(`${last.lines.pop() ?? ""} ${words.trim()}`);
    else if (last?.kind === kind) last.lines.push(words);
    else groups.push({ kind, level, lines: [words] });
  }
  return groups;
}

interface Line {
  readonly kind: Block["kind"] | "blank";
  readonly words: string;
  readonly level: 1 | 2 | 3;
}

function lineOf(line: string): Line {
  if (line.trim() === "") return { kind: "blank", words: "", level: 1 };
  const { hashes, bullet, step, quote, rest: said = "" } = LINE.exec(line)?.groups ?? {};
  const rest = said.trim();
  const level = hashes?.length === 2 ? 2 : hashes?.length === 3 ? 3 : 1;
  if (hashes !== undefined) return { kind: "heading", words: rest, level };
  if (bullet !== undefined) return { kind: "list", words: rest, level };
  if (step !== undefined) return { kind: "steps", words: rest, level };
  if (quote !== undefined) return { kind: "quote", words: rest, level };
  return { kind: "paragraph", words: line, level };
}

/** Its id is the first code that it names and no heading above it does; else its place among the headings. */
function heading(text: string, level: 1 | 2 | 3, ids: Set<string>): Block {
  const words = readInline(text);
  const code = words.find((one) => one.kind === "code" && isLabelCode(one.text) && !ids.has(one.text));
  const id = code?.text ?? `section-${ids.size + 1}`;
  ids.add(id);
  return { kind: "heading", level, id, words };
}

function readInline(text: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  const addText = (end: number) => {
    if (end > at) found.push({ kind: "text", text: text.slice(at, end) });
  };
  for (const match of text.matchAll(INLINE)) {
    const { strong, stressed, code, words, href } = match.groups ?? {};
    if (href !== undefined && !isSafe(href)) continue;
    addText(match.index);
    at = match.index + match[0].length;
    if (strong !== undefined) found.push({ kind: "strong", text: strong });
    else if (stressed !== undefined) found.push({ kind: "stressed", text: stressed });
    else if (code !== undefined) found.push({ kind: "code", text: code });
    else if (words !== undefined && href !== undefined) found.push({ kind: "link", text: words, href });
  }
  addText(text.length);
  return found;
}

/** An address of the web, or a path of ours: no other scheme, and no other host by two slashes or a backslash. */
function isSafe(href: string): boolean {
  if (/^\/(?![/\\])/.test(href) || /^#[\w-]+$/.test(href)) return true;
  return /^https?:\/\//i.test(href) && URL.canParse(href);
}

/** The codes that a guideline has a section for, in the order of their headings. */
export function codesIn(blocks: readonly Block[]): LabelCode[] {
  return blocks.flatMap((block) => (block.kind === "heading" && isLabelCode(block.id) ? [block.id] : []));
}

/** What headings name like a code and is none: likely mistyped, so that help finds no section. */
export function unknownCodesIn(blocks: readonly Block[]): string[] {
  const named = blocks.flatMap((block) => (block.kind === "heading" ? block.words : []));
  const codes = named.filter(({ kind, text }) => kind === "code" && /^[A-Z_]+$/.test(text));
  return [...new Set(codes.map(({ text }) => text).filter((text) => !isLabelCode(text)))];
}
