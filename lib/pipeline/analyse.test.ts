import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { Analysis } from "#lib/domain/analysis";
import { checkedSuggestion } from "#lib/domain/suggestions";
import { AppError } from "#lib/errors";
import { contains, overlap } from "#lib/text/span";
import { analyse } from "./analyse";

// Hundreds of pages a test: a loaded machine takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

/** What must hold of every page whatsoever. */

const CUES = [
  "said",
  "told",
  "reportedly",
  "according to",
  "in a joint statement",
  "agreed",
  "sources say",
  "I think",
  "will",
  "memo",
];
const SCRAPS = [
  "Baghdad / NINA / ",
  "No comments:",
  "Related",
  "By Jo Hale",
  "July 25, 2024",
  "TNT 18 Sept. “",
  "”",
  '"',
  "\n\n",
  "\n",
  ". ",
  ", ",
  "...",
  "The ministry ",
  "he ",
  "U.S. ",
  "🙂",
  "م",
  "\uD800",
  "<p>",
  "</div>",
  "&amp;",
];
const words = fc.oneof(
  fc.constantFrom(...CUES, ...SCRAPS),
  fc.lorem({ maxCount: 6 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
/** Enough English before it that the page is read. */
const ENGLISH = "The ministry said on Monday that the plan was dead, and that it will not be back. ";
const pages = fc.array(words, { minLength: 1, maxLength: 60 }).map((parts) => ENGLISH + parts.join(" "));
const formats = fc.constantFrom("text" as const, "html" as const);

function analysed(format: "text" | "html", content: string): Analysis | null {
  try {
    return analyse({ format, content, url: null, publisher: null });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

describe("for every page", () => {
  test("the analysis is of the stored shape, and every proposal may be stored", () => {
    fc.assert(
      fc.property(formats, pages, (format, content) => {
        const analysis = analysed(format, content);
        if (analysis === null) return;
        Analysis.parse(analysis);
        for (const statement of analysis.statements) {
          const exact = analysis.text.slice(statement.start, statement.end);
          const proposal = checkedSuggestion({ ...statement, exact }, analysis.text, analysis.segments);
          expect(proposal).toEqual({ ...statement, exact });
        }
      }),
      { numRuns: 300 },
    );
  });

  test("segments are in order, apart, tight, and inside the text", () => {
    fc.assert(
      fc.property(formats, pages, (format, content) => {
        const analysis = analysed(format, content);
        if (analysis === null) return;
        let last = 0;
        for (const { start, end, post } of analysis.segments) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(analysis.text.length);
          expect(analysis.text.slice(start, end)).toBe(analysis.text.slice(start, end).trim());
          expect(analysis.posts[post]).toBeDefined();
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the cue that vouches for a sentence stands in it, and source and cue are apart", () => {
    fc.assert(
      fc.property(pages, (content) => {
        const analysis = analysed("text", content);
        for (const statement of analysis?.statements ?? []) {
          for (const [place, index] of statement.attributions.entries()) {
            const credit = analysis?.attributions[index];
            const [begin] = credit?.cue ?? [];
            if (
              place === 0 &&
              begin !== undefined &&
              statement.attributedTo !== null &&
              statement.attributionScope === "SENTENCE"
            )
              expect(contains(statement, { start: begin[0], end: begin[0] + 1 })).toBe(true);
            const [source, cue] = [credit?.source[0], credit?.cue[0]];
            if (source === undefined || cue === undefined) continue;
            expect(overlap({ start: source[0], end: source[1] }, { start: cue[0], end: cue[1] })).toBe(0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the same page gives the same analysis, and its own text gives the same segments' text again", () => {
    fc.assert(
      fc.property(pages, (content) => {
        const first = analysed("text", content);
        expect(analysed("text", content)).toEqual(first);
        if (first !== null) expect(analysed("text", first.text)).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });

  test("no string makes it throw anything but a refusal", () => {
    fc.assert(
      fc.property(formats, fc.string({ unit: "binary", maxLength: 400 }), (format, content) => {
        analysed(format, content);
      }),
      { numRuns: 500 },
    );
  });
});

test("what is known of where the page was found is kept", () => {
  const content = "The bridge is open\n\nThe council said on Monday that the bridge is open to all again.";
  const found = analyse({
    format: "text",
    content,
    url: "https://www.example.org/2025/03/11/bridge/",
    publisher: null,
  });
  expect([found.publisher, found.publishedAt]).toEqual(["example.org", "2025-03-11"]);
  expect(
    analyse({ format: "text", content, url: "https://example.org/", publisher: "The Bridge" }).publisher,
  ).toBe("The Bridge");
});

test("without a date of the post nothing is resolved", () => {
  const content = "The bridge is open\n\nThe council said that the bridge will be painted by Friday.";
  const { statements } = analyse({ format: "text", content, url: null, publisher: null });
  expect(statements[0]?.prediction).toMatchObject({ text: "by Friday", dueFrom: null, dueTo: null });
});
