import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Analysis } from "#lib/domain/analysis";
import { analyse } from "./analyse";
import { decode } from "./decode";

/**
 * One folder of `fixtures/` a page: `source.html` and `expected.json`. To add one, write both by hand: what the page must
 * give, never what it happens to give.
 */
const FIXTURES = new URL("./fixtures/", import.meta.url);
const Golden = z.object({
  url: z.string().nullable(),
  title: z.string(),
  publishedAt: z.string().nullable(),
  publisher: z.string().nullable(),
  agency: z.string().nullable(),
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  /** Type, and the words that the segment begins and ends with. */
  segments: z.array(z.tuple([z.string(), z.string(), z.string()])),
  /** Label, and the words that the statement begins with. */
  statements: z.array(z.tuple([z.string(), z.string()])),
});

const folders = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(folders.map(({ name }) => name))("the page in %s", (name) => {
  const bytes = readFileSync(new URL(`${name}/source.html`, FIXTURES));
  const golden = Golden.parse(JSON.parse(readFileSync(new URL(`${name}/expected.json`, FIXTURES), "utf8")));
  const { format, content } = decode(bytes, { format: null, mediaType: null });
  const analysis = Analysis.parse(analyse({ format, content, url: golden.url, publisher: null }));
  const { text } = analysis;

  test("says of itself what it should", () => {
    const { title, publishedAt, publisher, agency, language, direction } = golden;
    expect(analysis).toMatchObject({ title, publishedAt, publisher, agency, language, direction });
  });

  test("is cut into its parts", () => {
    const parts = analysis.segments.map(({ type, start, end }, i) => {
      const [, begins, ends] = golden.segments[i] ?? ["", "", ""];
      const words = text.slice(start, end);
      return [type, words.slice(0, begins.length), ends === "" ? "" : words.slice(-ends.length)];
    });
    expect(parts).toEqual(golden.segments);
  });

  test("gives its statements, and no other", () => {
    const found = analysis.statements.map(({ label, start, end }, i) => {
      const begins = golden.statements[i]?.[1] ?? "";
      return [label, text.slice(start, end).slice(0, begins.length)];
    });
    expect(found).toEqual(golden.statements);
  });
});
