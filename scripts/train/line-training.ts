import type { SegmentType } from "#lib/domain/labels";
import { BLOCK_TYPES } from "#lib/pipeline/segment/classifier/block-types";
import { factsOf } from "#lib/pipeline/segment/classifier/page-facts";
import { pageOfHtml } from "#lib/pipeline/segment/html/html-page";
import { textFacts } from "#lib/pipeline/segment/text/text-facts";
import { ruledLines } from "#lib/pipeline/segment/text/typed-text";
import { normalise } from "#lib/text/normalise";
import { labelsOf } from "./block-labels";
import { type Example, exampleOf } from "./block-training";
import { htmlOf, type TruePage } from "./page-corpus";
import { type SourcingPage, type TypedSpan, typedSpansOf } from "./sourcing-pages";

interface WeighedSpan extends TypedSpan {
  readonly weight: number;
}

/** Each type counts alike in the figure, and some are rare. */
const SHARES: Readonly<Partial<Record<SegmentType, number>>> = {
  BODY: 0.6,
  CAPTION: 3,
  DATELINE: 2,
  HEADLINE: 2,
};

/** A text with typed stretches as the trainer sees it: each line has the type of most of it. */
export function lineExample(id: string, content: string, spans: readonly WeighedSpan[]): Example {
  const text = normalise(content);
  const { blocks, verdicts } = ruledLines(text);
  const facts = textFacts(text, blocks, verdicts);
  const types = new Uint8Array(blocks.length);
  const weights = new Float64Array(blocks.length);
  let from = 0;
  blocks.forEach(({ start, end }, i) => {
    while ((spans[from]?.end ?? Number.POSITIVE_INFINITY) <= start) from += 1;
    let most = 0;
    for (let k = from; (spans[k]?.start ?? end) < end; k += 1) {
      const span = spans[k];
      if (span === undefined) break;
      const shared = Math.min(end, span.end) - Math.max(start, span.start);
      if (shared <= most) continue;
      most = shared;
      types[i] = BLOCK_TYPES.indexOf(span.type);
      weights[i] = span.weight * (SHARES[span.type] ?? 1) * (0.4 + Math.min(3, (end - start) / 150));
    }
  });
  return exampleOf(id, facts, { types, weights });
}

/** The lines of a text, with blank lines put between them by `isApart`; spans move along. */
function spaced(
  text: string,
  spans: readonly WeighedSpan[],
  isApart: (at: number) => boolean,
): { text: string; spans: WeighedSpan[] } {
  const moved: number[] = [];
  let out = "";
  for (let i = 0; i < text.length; i += 1) {
    moved.push(out.length);
    out += text[i];
    if (text[i] === "\n" && isApart(i)) out += "\n";
  }
  moved.push(out.length);
  return {
    text: out,
    spans: spans.map((span) => ({
      ...span,
      start: moved[span.start] ?? 0,
      end: moved[span.end] ?? out.length,
    })),
  };
}

export function sourcingExamples(page: SourcingPage): Example[] {
  const spans = typedSpansOf(page).map((span) => ({ ...span, weight: 1 }));
  const own = lineExample(page.id, page.text, spans);
  if (page.set !== "fundus") return [own];
  const half = spans.map((span) => ({ ...span, weight: 0.4 }));
  const apart = spaced(page.text, half, () => true);
  return [own, lineExample(`${page.id} apart`, apart.text, apart.spans)];
}

/** A made page as somebody would paste it. */
export function madeExample({ id, facts, labels }: Example, share: number): Example {
  const spans = facts.page.blocks.map(({ start, end }, i) => ({
    start,
    end,
    type: BLOCK_TYPES[labels.types[i] ?? 0] ?? "CHROME",
    weight: share,
  }));
  return lineExample(`${id} pasted`, facts.page.text, spans);
}

/** A page of HTML as somebody would paste it. */
export function pastedExample(page: TruePage, random: () => number, share: number): Example {
  const facts = factsOf(pageOfHtml(htmlOf(page)));
  const { types, weights } = labelsOf(page, facts);
  const spans = facts.page.blocks.map(({ start, end }, i) => {
    const type = BLOCK_TYPES[types[i] ?? 0] ?? "CHROME";
    const isSure = (weights[i] ?? 0) > 0.05;
    return { start, end, type, weight: isSure ? (type === "BODY" ? share : share * 0.6) : 0.02 };
  });
  const kind = random();
  if (kind < 0.5) return lineExample(page.id, facts.page.text, spans);
  const { text } = facts.page;
  const isProse = (at: number) =>
    text.indexOf("\n", at + 1) - at > 80 || at - text.lastIndexOf("\n", at - 1) > 80;
  const apart = spaced(text, spans, kind < 0.75 ? () => true : isProse);
  return lineExample(page.id, apart.text, apart.spans);
}
