import { describe, expect, test, vi } from "vitest";
import { Analysis, MOST_SPANS } from "#lib/domain/analysis";
import { LONGEST_SENTENCE } from "#lib/english/sentences";
import { AppError } from "#lib/errors";
import { analyse } from "./analyse";
import { READ_IN_PART } from "./attribute/sentence";

// A loaded machine is slow; a rule that runs away takes hours.
vi.setConfig({ testTimeout: 120_000 });

/** What is no page, or a page made to break us: a clear refusal, or an analysis that is whole. Never a crash, never a wait. */

const text = (content: string) => analyse({ format: "text", content, url: null, publisher: null });
const html = (content: string) => analyse({ format: "html", content, url: null, publisher: null });

function refusal(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("refused with a sentence", () => {
  test.each([
    ["nothing", () => text(""), "invalid_input"],
    ["white space", () => text(" \n\t\u00A0\n "), "invalid_input"],
    [
      "markup without a word",
      () => html("<html><body><div><img src=x></div></body></html>"),
      "invalid_input",
    ],
    ["five megabytes of text", () => text("It rained again. ".repeat(300_000)), "too_large"],
    ["a line for every letter", () => text("a\n\n".repeat(60_000)), "too_large"],
    ["100,000 nested tags", () => html(`${"<div>".repeat(100_000)}x`), "too_large"],
    [
      "100,000 nested formatting tags",
      () => html(Array.from({ length: 100_000 }, (_, i) => `<b id=${i}>`).join("")),
      "too_large",
    ],
    ["half a million elements", () => html("<br>".repeat(500_000)), "too_large"],
  ])("%s", (_, run, code) => {
    const error = refusal(run);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[A-Z].{20,}\.$/);
  });
});

describe("hostile markup is bounded", () => {
  test.each([
    ["unclosed paragraphs in a deep tree", `${"<div>".repeat(900)}${"</p>".repeat(20_000)}words of a page`],
    [
      "formatting tags reopened in every paragraph",
      `${"<i><b><u><s>".repeat(3)}${"<p>word ".repeat(20_000)}`,
    ],
    ["text that a table pushes out", `<table>${"<a href=x>word</a>".repeat(20_000)}`],
    [
      "half a million attributes",
      `<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}`).join(" ")}>word of a page</p>`,
    ],
    ["misnested links", "<a><div>word ".repeat(400)],
    ["unclosed comment", `<p>word of a page</p><!-- ${"-".repeat(200_000)}`],
    ["character references", "<p>word &amp;&lt;&#0;&#xD800;&#x110000; of a page</p>"],
  ])("%s", (_, page) => {
    const analysis = html(page);
    expect(() => Analysis.parse(analysis)).not.toThrow();
    expect(analysis.text).toMatch(/word/);
  });

  test("scripts, styles and hidden words are no text of the page", () => {
    const page = `<title>T</title><script>alert("one")</script><style>p{}</style><p hidden>two</p><p style="display:none">three</p>
      <p onclick="x()">The harbour opened again on Monday after a storm of two days, the town council said.</p>
      <p>&lt;script&gt;alert(4)&lt;/script&gt; was written on the wall of the harbour master's office, the council added.</p>`;
    const analysis = html(page);
    expect(analysis.text).not.toMatch(/one|two days? and|three|p\{\}/);
    expect(analysis.text).toContain("<script>alert(4)</script>");
  });
});

describe("strange text is read whole", () => {
  test("a page with no statement is valid, and says so", () => {
    const analysis = text("Is it open?");
    expect(analysis.statements).toEqual([]);
    expect(analysis.notes.map(({ remark }) => remark)).toContain("No statement was found on this page.");
  });

  test("one sentence of 200,000 characters is read in parts", () => {
    const sentence = `The minister said that ${"rain fell and ".repeat(14_300)}then it stopped.`;
    const { statements, attributions, notes } = text(sentence);
    for (const { start, end } of statements) expect(end - start).toBeLessThanOrEqual(LONGEST_SENTENCE);
    expect(statements.map(({ start, end }) => sentence.slice(start, end)).join(" ")).toBe(sentence);
    expect(notes.map(({ remark }) => remark)).toContain(
      "A sentence of more than 2000 characters was read in parts.",
    );
    for (const { source, cue, content } of attributions)
      for (const spans of [source, cue, content]) expect(spans.length).toBeLessThanOrEqual(MOST_SPANS);
  });

  test("lone surrogates become replacement characters, one for one", () => {
    const analysis = text("The minister said \uD800 that it rained \uDC00 today.\u0000");
    expect(analysis.text).toBe("The minister said \uFFFD that it rained \uFFFD today.\uFFFD");
  });

  test("direction marks, zero-width characters and no-break spaces stay where they are", () => {
    const page = "\u202BThe mayor\u00A0said\u200B that the \u2067bridge\u2069 is open again, 🙂 and safe.";
    const analysis = text(page);
    expect(analysis.text).toBe(page);
    expect(analysis.statements).toHaveLength(1);
  });

  test("a long page is read up to a limit, and a note says so", () => {
    const analysis = text(
      Array.from(
        { length: 6000 },
        (_, i) => `The mayor said that house ${i} was painted white last year.`,
      ).join("\n"),
    );
    expect(analysis.statements.length).toBe(5000);
    expect(analysis.notes.some(({ remark }) => remark.includes("5000"))).toBe(true);
  });

  test("so is one without an end to its sentences", () => {
    const { statements, notes } = text(
      `The mayor said that the bridge is open. ${"The mayor said said said that it rained, ".repeat(50_000)}`,
    );
    const last = statements.at(-1)?.end ?? 0;
    expect(last).toBeGreaterThan(495_000);
    expect(last).toBeLessThan(505_000);
    expect(notes.map(({ remark }) => remark)).toContain(READ_IN_PART);
  });
});
