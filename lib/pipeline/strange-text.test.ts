import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { Analysis } from "#lib/domain/analysis";
import { AppError } from "#lib/errors";
import { analyse } from "./analyse";
import { sureFragments } from "./attribute/proposals/blend";
import { faultsIn, readAsEnglish } from "./testing/whole";

// A loaded machine is slow; a rule that runs away takes hours.
vi.setConfig({ testTimeout: 120_000 });

/** Text as nobody wrote the rules for: nothing is thrown, and every span lies whole in the text. Read as English, whatever it is. */

const LEAD =
  "The bridge is open\n\nThe mayor said on Monday that the bridge over the river will be open by Friday.\n\n";
const times = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length));

const STRANGE: readonly (readonly [name: string, text: string])[] = [
  ["no sentence", "Home\nNews\nSport\nWeather\nAbout us"],
  [
    "one sentence of 60,000 characters",
    `The minister said that ${times("rain fell and ", 60_000)}it stopped.`,
  ],
  ["a line of a megabyte", times("uninterrupted rainfall overwhelmed waterworks and ", 1_000_000)],
  ["a word of a megabyte", times("a", 1_000_000)],
  ["all capitals", times("THE MINISTER SAID THAT THE PLAN WAS DEAD. HE WILL SPEAK BY FRIDAY. ", 8000)],
  [
    "no capitals and no stops",
    times("the minister said that the plan was dead he will speak by friday ", 8000),
  ],
  ["emoji", times("The 👩‍👩‍👧‍👦 said 🏳️‍🌈 that “🇮🇶🇬🇧” won’t 👍🏽 by Friday. 🙂", 4000)],
  ["emoji alone", times("👩‍👩‍👧‍👦🇮🇶", 4000)],
  ["zero-width characters", times("The may\u200Bor s\u200Daid\u2060 that\uFEFF it \u00ADrained. ", 4000)],
  ["direction marks", times("\u202BThe mayor\u202C said \u2067that\u2069 it \u200Frained\u200E. ", 4000)],
  ["unclosed direction marks", times("\u202E\u2067said ", 4000)],
  [
    "English, Arabic, Hebrew and Chinese",
    times("The mayor said “قال الوزير إن الجسر مفتوح” and השר אמר, 市长说桥开了. ", 8000),
  ],
  ["combining marks", times(`Z\u0351\u036B${"\u0300".repeat(60)}algo said that it rained. `, 4000)],
  ["letters of the astral planes", times("𝓣𝓱𝓮 𝓶𝓪𝔂𝓸𝓻 said that 𝟙𝟚 𝕓𝕣𝕚𝕕𝕘𝕖𝕤 are open. ", 4000)],
  ["lone surrogates", times("\uD83DThe mayor\uDE42 said \uD800\uD800 that it rained\uDC00. ", 4000)],
  [
    "a transcript",
    times("ANCHOR: Good evening. What did he say?\nGUEST (laughs): He said—well, “no.”\n[crosstalk]\n", 4000),
  ],
  ["a chat", times('[21:04] jo_99: they said friday lol\n[21:05] <ann> "who said"???\n', 4000)],
  ["a list", times("- The mayor said no\n  * rain\n    1. wind, said Jo Hale\n• by Friday\n", 4000)],
  ["a table", times("| Party | Seats | Said |\n|---|---:|---|\n| Red\t| 12 | “no” |\n", 4000)],
  ["a poem", times("The mayor said\nthat rain\n  fell\n\nand fell,\nhe said, and\n\n", 4000)],
  [
    "source code",
    times('if (said === "no") { return `he: "that"`; } // said Jo Hale\n/* “x” */ <b>&amp;</b>\n', 4000),
  ],
  ["only line ends between words", times("the\nmayor\nsaid\nthat\nrain\nfell\n", 8000)],
  ["other line ends", times("The mayor said\u2028that rain fell.\u2029He said so.\u0085\u000B\u000C", 4000)],
  ["50,000 quotation marks", '"'.repeat(50_000)],
  ["opening marks", "“".repeat(20_000)],
  ["marks of all kinds", times("“”\"'‘’«»„‚‹›「」``''", 20_000)],
  ["deep quotations", `${"He said “she said ‘".repeat(400)}no${"’ he said” she said ".repeat(400)}.`],
  ["deep brackets", `The mayor said ${"(".repeat(5000)}no${")".repeat(5000)}.`],
  ["control characters", times("The \u0007mayor\u001B[31m said\u0008 that\u0000 it rained.\u007F ", 4000)],
  ["numbers", times("12,000.50 ٣٤ Ⅳ ½ 1e9 2024-07-24 24/7 €5 ", 4000)],
  ["dates", times("On 31 February 2024 he said that by 99/99/9999 or 0000-00-00 it will end. ", 4000)],
];

test.each(STRANGE)("%s", (_, text) => {
  expect(faultsIn(readAsEnglish("text", LEAD + text))).toEqual([]);
  const analysis = analyse({ format: "text", content: text, url: null, publisher: null }, "RULES");
  expect(() => Analysis.parse(analysis)).not.toThrow();
  expect(faultsIn(analysis)).toEqual([]);
});

describe("of pieces of everything", () => {
  const pieces = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...STRANGE.map(([, text]) => text.slice(0, 90))) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(LEAD, "said ", "he ", "“", "”", '"', ", ", ". ", "\n", "\n\n", "by Friday "),
    },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
    // A piece cut anywhere: in the middle of a character too.
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...STRANGE.map(([, text]) => text.slice(0, 300))), fc.nat(300), fc.nat(40))
        .map(([text, from, length]) => text.slice(from, from + length)),
    },
  );
  const content = fc
    .tuple(fc.array(pieces, { minLength: 1, maxLength: 40 }), fc.constantFrom("", " ", "\n", "\n\n"))
    .map(([list, glue]) => list.join(glue));

  test.each(["text", "html"] as const)("spans lie whole in the text, as %s", (format) => {
    fc.assert(
      fc.property(content, (text) => {
        try {
          expect(faultsIn(readAsEnglish(format, text))).toEqual([]);
        } catch (error) {
          // A page without a word is refused.
          if (!(error instanceof AppError)) throw error;
        }
      }),
      { numRuns: 150 },
    );
  });
});

test("lists that grow with the page are no arguments of a call", () => {
  const page = (format: "text" | "html", content: string) => () =>
    analyse({ format, content, url: null, publisher: null });
  const prose = "<p>The mayor said on Monday that the bridge over the river is open again.</p>";
  const linked = (json: string) => `<script type="application/ld+json">${json}</script>${prose}`;
  expect(page("text", "a\n".repeat(1_000_000))).toThrow(AppError);
  const tokens = Array.from({ length: 300_000 }, (_, i) => i);
  expect(sureFragments(tokens, new Float32Array(300_000).fill(1), 0.5)).toHaveLength(300_000);
  expect(page("html", linked(`{"@type":${"[".repeat(200_000)}1${"]".repeat(200_000)}}`))).not.toThrow();
  expect(page("html", linked(`[${'{"@type":"Article"},'.repeat(20_000)}{}]`))).not.toThrow();
});

test("a title and a name are cut between characters", () => {
  const title = `a${"🙂".repeat(600)}`;
  const html = `<title>${title}</title><p>The mayor said on Monday that the bridge is open again to all.</p>`;
  const analysis = analyse({ format: "html", content: html, url: null, publisher: null });
  expect(title.startsWith(analysis.title ?? "?")).toBe(true);
  expect(analysis.title).not.toMatch(/[\uD800-\uDBFF]$/);
});
