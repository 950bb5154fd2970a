import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { articleView } from "#lib/publish/article-view";
import { sideNote } from "#lib/publish/side-note";
import { foundingPublication } from "#lib/publish/testing/founding-publication";
import { LANGUAGES } from "#lib/words/languages";
import {
  FACTUALITIES,
  LABELS,
  type LabelLook,
  READER_LABELS,
  type ReaderLabel,
  readerLabel,
  SOURCINGS,
} from "./labels";

type Table = Readonly<Record<string, LabelLook>>;
/** The table as a plain one, so that a label can be asked for that isn't in it. */
const TABLE: Table = LABELS;

const TOKENS = readFileSync("app/tokens.css", "utf8");
const STYLES = readFileSync("app/styles/labels.css", "utf8");
const ENUM = /^enum ReaderLabel \{([^}]*)\}/m.exec(readFileSync("prisma/schema.prisma", "utf8"))?.[1] ?? "";
const PUBLICATION = foundingPublication();

const GIVEN = new Set<string>(
  SOURCINGS.flatMap((sourcing) =>
    FACTUALITIES.flatMap((factualityWriter) =>
      [{}, { opinion: true }].map((flags) => readerLabel({ sourcing, factualityWriter, flags })),
    ),
  ),
);

/** Whatever a label needs outside of the table. */
const NEEDS: Readonly<Record<string, (label: string, table: Table) => boolean>> = {
  "a rule that gives it": (label) => GIVEN.has(label),
  "its name in the database": (label) => ENUM.split(/\s+/).includes(label),
  "words in every language": (label) =>
    Object.values(LANGUAGES).every((words) => Object.hasOwn(words.labels, label)),
  "words for its line": (label, table) =>
    Object.values(LANGUAGES).every(({ article, spokenLines }) => {
      const { line } = lookOf(label, table);
      const isHeard = line === "plain" || Object.hasOwn(spokenLines.lines, line);
      return isHeard && !article.strip.stroke(line, []).includes("undefined");
    }),
  "a side note": (label) => {
    const [statement] = PUBLICATION.statements;
    const place = { article: PUBLICATION.article, isMain: true, isFirstReported: true };
    // A label of the copy is none of the type, which is what this asks about.
    const labelled = statement && { ...statement, label: label as ReaderLabel };
    try {
      return labelled !== undefined && sideNote(labelled, place).length > 0;
    } catch {
      return false;
    }
  },
  "an entry in the legend": (label) =>
    articleView(PUBLICATION, "2026-11-28").legend.some((entry) => entry.label === label),
  "a colour by day and by night, which print takes by day": (label, table) => {
    const { tone } = lookOf(label, table);
    const isPrintLight = /@media print \{\s*:root[^}]*\{\s*color-scheme: light;/.test(TOKENS);
    const isDefined = new RegExp(`--${tone}: light-dark\\(#[0-9a-f]{6}, #[0-9a-f]{6}\\);`).test(TOKENS);
    return isPrintLight && (tone === "plain" || isDefined);
  },
  "a style for its colour": (label, table) => STYLES.includes(`[data-tone="${lookOf(label, table).tone}"] {`),
  "a style for its line": (label, table) => {
    const { line } = lookOf(label, table);
    if (line === "plain") return true;
    return (
      STYLES.includes(`[data-line="${line}"] {`) &&
      TOKENS.includes(`--line-${line}: `) &&
      TOKENS.includes(`--line-${line}-w: `)
    );
  },
  "places of its own": (label, table) => {
    const { placeInStrip, placeInLede, anchor } = lookOf(label, table);
    const others = Object.entries(table).filter(([other]) => other !== label);
    return others.every(
      ([, look]) =>
        look.placeInStrip !== placeInStrip && look.placeInLede !== placeInLede && look.anchor !== anchor,
    );
  },
};

function lookOf(label: string, table: Table): LabelLook {
  const look = table[label];
  if (look === undefined) throw new RangeError(`${label} is not in the table`);
  return look;
}

const lackedBy = (label: string, table: Table) =>
  Object.entries(NEEDS)
    .filter(([, isThere]) => !isThere(label, table))
    .map(([name]) => name);

test.each(READER_LABELS)("%s lacks nothing", (label) => expect(lackedBy(label, TABLE)).toEqual([]));

test("a label that was put into the table and nowhere else lacks all of it", () => {
  // Neither its line nor its colour is one of the type.
  const look = { ...LABELS.REPORTED, line: "zigzag", tone: "rumour" } as unknown as LabelLook;
  expect(lackedBy("RUMOUR", { ...TABLE, RUMOUR: look })).toEqual(Object.keys(NEEDS));
});

test("the database knows no label that isn't in the table", () => {
  expect(ENUM.trim().split(/\s+/).sort()).toEqual([...READER_LABELS].sort());
});
