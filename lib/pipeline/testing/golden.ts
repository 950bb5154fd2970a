import { existsSync, readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { Analysis } from "#lib/domain/analysis";
import { analyse } from "#lib/pipeline/analyse";
import { decode } from "#lib/pipeline/decode";
import type { Span } from "#lib/text/span";

/**
 * Golden pages: a folder each with the page (`source.html` or `source.txt`) and what it must give (`expected.json`), as far as
 * it matters and a person can read it.
 */
export const GOLDEN = new URL("../golden/", import.meta.url);

const Part = z.union([z.tuple([z.string(), z.string()]), z.tuple([z.string(), z.string(), z.string()])]);

const Described = z.strictObject({
  title: z.string().nullable(),
  publishedAt: z.string().nullable(),
  publisher: z.string().nullable(),
  agency: z.string().nullable(),
  language: z.string().nullable(),
  direction: z.enum(["ltr", "rtl"]),
  /** Headline and day of each post. */
  posts: z.array(z.tuple([z.string().nullable(), z.string().nullable()])),
  /** Type and words; long ones are shortened in the middle. Of a second post or a later one, its number from 1 stands third. */
  segments: z.array(Part),
  statements: z.array(
    z.strictObject({
      quote: z.string(),
      sourcing: z.string(),
      label: z.string(),
      /** How certain the writer is, and behind the slash how certain the source. */
      certainty: z.string(),
      speaker: z.string().nullable(),
      /** DIRECT or MIXED; left out where nobody is credited, or nothing is quoted. */
      quoted: z.string().optional(),
      /** When it falls due: a day, or two with "to" between them. Left out where no time is named. */
      due: z.string().optional(),
    }),
  ),
});
export type Described = z.infer<typeof Described>;

export const Golden = Described.extend({
  /** Where the page was found; null where nobody says. */
  url: z.string().nullable(),
  /** RULES where it is read without the models; left out where it is read with them. */
  engine: z.enum(["MODELS", "RULES"]).optional(),
  /** What the page gives today and should not: where it stands above (`statements.2.label`), and what would be right. */
  knownWrong: z.array(z.strictObject({ at: z.string(), right: z.unknown(), why: z.string() })).optional(),
});
export type Golden = z.infer<typeof Golden>;

export function goldenNames(): string[] {
  return readdirSync(GOLDEN).sort();
}

export function goldenPage(name: string): { golden: Golden; described: Described } {
  const golden = Golden.parse(JSON.parse(readFileSync(new URL(`${name}/expected.json`, GOLDEN), "utf8")));
  return { golden, described: describePage(name, golden) };
}

/** What the page in this folder gives today. */
export function describePage(name: string, { url, engine }: Pick<Golden, "url" | "engine">): Described {
  const format = existsSync(new URL(`${name}/source.html`, GOLDEN)) ? "html" : "text";
  const file = new URL(`${name}/source.${format === "html" ? "html" : "txt"}`, GOLDEN);
  const { content } = decode(readFileSync(file), { format, mediaType: null });
  return describe(Analysis.parse(analyse({ format, content, url, publisher: null }, engine)));
}

function describe(analysis: Analysis): Described {
  const { title, publishedAt, publisher, agency, language, direction, text } = analysis;
  return {
    title,
    publishedAt,
    publisher,
    agency,
    language,
    direction,
    posts: analysis.posts.map(({ headline, date }) => [headline, date]),
    segments: analysis.segments.map(({ type, post, ...span }) =>
      post === 0 ? [type, shortened(text, span)] : [type, shortened(text, span), `post ${post + 1}`],
    ),
    statements: analysis.statements.map((statement) => {
      const { sourcing, label, factuality, attributedTo, prediction } = statement;
      const credit = analysis.attributions[statement.attributions[0] ?? -1];
      const isQuoted = attributedTo !== null && credit !== undefined && credit.quoteMode !== "INDIRECT";
      return {
        quote: shortened(text, statement),
        sourcing,
        label,
        certainty:
          factuality.source === null ? factuality.writer : `${factuality.writer}/${factuality.source}`,
        speaker: attributedTo,
        ...(isQuoted ? { quoted: credit.quoteMode } : {}),
        ...(prediction === undefined ? {} : { due: dueIn(prediction) }),
      };
    }),
  };
}

function dueIn({ text, dueFrom, dueTo }: NonNullable<Analysis["statements"][number]["prediction"]>): string {
  if (dueFrom === null || dueTo === null) return `no day (“${text}”)`;
  return dueFrom === dueTo ? dueFrom : `${dueFrom} to ${dueTo}`;
}

const LONGEST = 90;
const KEPT = 40;

/** The words under a span on one line; of a long one its beginning and its end. */
function shortened(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/\s+/g, " ");
  return words.length <= LONGEST
    ? words
    : `${words.slice(0, KEPT).trimEnd()} … ${words.slice(-KEPT).trimStart()}`;
}

/** What is here and should be otherwise, each in a line of words; a fault that is known and still there is none. */
export function differences(
  { knownWrong = [], url: _, engine: __, ...expected }: Golden,
  found: Described,
): string[] {
  const lines = comparison("", expected, found);
  for (const { at, right } of knownWrong) {
    const now = at.split(".").reduce<unknown>((value, key) => partOf(value, key), found);
    if (JSON.stringify(now) === JSON.stringify(right))
      lines.push(`${at} is right now (${JSON.stringify(right)}): take it out of knownWrong`);
  }
  return lines;
}

function partOf(value: unknown, key: string): unknown {
  return new Map(Object.entries(value ?? {})).get(key);
}

function comparison(at: string, expected: unknown, found: unknown): string[] {
  if (isBranch(expected) && isBranch(found)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
    return keys.flatMap((key) =>
      comparison(at === "" ? key : `${at}.${key}`, partOf(expected, key), partOf(found, key)),
    );
  }
  if (expected === found) return [];
  return [
    `${at}: expected ${JSON.stringify(expected) ?? "nothing"}, found ${JSON.stringify(found) ?? "nothing"}`,
  ];
}

const isBranch = (value: unknown): value is object => typeof value === "object" && value !== null;

/** As `expected.json` is written: one segment and one statement a line. */
export function written(golden: Golden): string {
  const lines = Object.entries(golden).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0)
      return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    return `  ${JSON.stringify(key)}: [\n${value.map((item) => `    ${spaced(item)}`).join(",\n")}\n  ]`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** On one line, with a space after each comma and colon between the values. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (!isBranch(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${spaced(inner)}`);
  return `{ ${members.join(", ")} }`;
}
