import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Analysis } from "#lib/domain/analysis";
import { AppError } from "#lib/errors";
import { analyse } from "./analyse";
import { faultsIn, readAsEnglish } from "./testing/whole";

vi.setConfig({ testTimeout: 600_000 });

/** HTML that nobody would write but to break a reader: it is read whole, or refused with a sentence. `ONRECORD_ATTACK=all` makes more of it. */

const RUNS = process.env.ONRECORD_ATTACK === "all" ? 5000 : 150;

const NAMES =
  "p div span a b i table tr td th tbody caption ul li ol dl dt h1 h2 article section main aside nav header footer blockquote q time figure figcaption script style svg math mi foreignObject template noscript select option textarea title plaintext iframe object frameset frame form button input br hr img video base meta link body html head xmp listing nobr marquee details dialog slot custom-element font center";
const ATTRIBUTES = [
  "",
  ' class="article-body comment"',
  " class=byline id=x id=y",
  ' hidden style="display:none"',
  ' href="javascript:alert(1)"',
  ' href="http://[::1"',
  ' datetime="9999-99-99T99:99:99Z"',
  ' lang="xx-\u0000"',
  ' dir="rtl"',
  " =x ==y '\"<",
  ' content="2024-02-31" property="article:published_time" name="date"',
  ' rel="canonical" href="//"',
  ' type="application/ld+json"',
  ' colspan="999999999"',
  ` data-x="${"x".repeat(300)}"`,
];
const TEXTS = [
  "The mayor said on Monday that the bridge over the river is open again. ",
  "“No,” he said. ",
  "By Ana Sorel, March 3, 2021",
  "&amp;&lt;&#0;&#xD800;&#x10FFFF;&#99999999999;&notanentity;&ampsaid",
  "<!--",
  "-->",
  "<!DOCTYPE html PUBLIC",
  "<![CDATA[ said ]]>",
  "<?xml version='1.0'?>",
  "\u0000\uFFFF\uD83D",
  "\u202E\u0301\u0301\u200B",
  "</",
  "<",
  ">",
  "]]>",
  '{"@type":"NewsArticle","datePublished":{"@type":[[[{}]]]},"author":[null,1,{"name":{"name":[]}}],"@graph":"x"}',
  '{"@type":"NewsArticle","headline":"\\ud800","datePublished":"99999-01-01"}',
  "\r\n\t\f\v",
  "said that he said that ",
];

const name = fc.constantFrom(...NAMES.split(" "));
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(name, fc.constantFrom(...ATTRIBUTES)).map(([tag, with_]) => `<${tag}${with_}>`),
  },
  { weight: 3, arbitrary: name.map((tag) => `</${tag}>`) },
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  {
    weight: 1,
    arbitrary: fc.tuple(name, fc.integer({ min: 2, max: 60 })).map(([tag, n]) => `<${tag}>`.repeat(n)),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);
/** Cut anywhere: in the middle of a tag too. */
const page = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 80 }), fc.nat(4000), fc.boolean())
  .map(([pieces, at, isCut]) => (isCut ? pieces.join("").slice(0, at) : pieces.join("")));

test(`${RUNS} pages`, () => {
  fc.assert(
    fc.property(page, (content) => {
      try {
        expect(faultsIn(readAsEnglish("html", content, "RULES"))).toEqual([]);
        Analysis.parse(
          analyse({ format: "html", content, url: "https://a.example/x", publisher: null }, "RULES"),
        );
      } catch (error) {
        // A page without a word is refused.
        if (!(error instanceof AppError)) throw error;
      }
    }),
    { numRuns: RUNS },
  );
});
