import type { LabelledPage } from "#lib/db/trials/labelled-pages";
import type { SegmentType } from "#lib/domain/labels";
import type { StatementFacts } from "#lib/domain/statement-views";
import { classOf, type SourcingClass } from "#lib/pipeline/classify/model-judgement";
import { CLASS_OF, type SourcingCode } from "#scripts/train/article-labels";

/** A page as `npm run train` reads it: the shape of the evaluation set's `sourcing/labelled.jsonl`, with what was suggested beside it. */

const CODE_OF: Readonly<Record<Exclude<SourcingClass, "NO_STATEMENT">, SourcingCode>> = {
  NAMED: "named_source",
  DOCUMENT: "document",
  MEDIA_REPORT: "media_report",
  UNNAMED_QUALIFIED: "official_unnamed",
  UNNAMED_BARE: "anonymous_hearsay",
  NARRATION: "author_assertion",
  FORECAST: "author_opinion_or_prediction",
  OPINION: "author_opinion_or_prediction",
};

const TYPE_OF: Readonly<Record<SegmentType, string>> = {
  HEADLINE: "headline",
  DATELINE: "dateline_or_byline",
  BODY: "body",
  CAPTION: "caption_or_credit",
  CHROME: "site_chrome",
  TEASER: "teaser_other_post",
  COMMENT: "reader_comment",
};

/**
 * One line of the export, without its end. Spans are UTF-16 units of `text`, end-exclusive; `content` are a statement's pieces, where it stands in several. `gold` is what people said; `removed` are suggestions
 * that are no statement; `decisions` is each suggestion that was decided, and what it became. `isWhole` false: what nothing covers was not
 * read. `domain` is what is held out together.
 */
export function pageRow(page: LabelledPage) {
  const { versionId, text, segments, statements, decisions, publishedAt, isWhole } = page;
  return {
    id: versionId,
    set: "newsroom",
    domain: domainOf(page),
    publishedAt: publishedAt?.toISOString() ?? null,
    isWhole,
    text,
    gold: {
      segments: segments.map(({ start, end, type }) => ({ start, end, type: TYPE_OF[type] })),
      statements: statements.map((one) => statementRow(one, text)),
    },
    removed: decisions
      .filter(
        ({ said, start, end }) =>
          said === null && !statements.some((one) => one.start < end && start < one.end),
      )
      .map(({ start, end }) => ({ start, end })),
    decisions,
  };
}

function statementRow(facts: StatementFacts, text: string) {
  const { start, end, content, sourcing, flags, factualityWriter: writer, prediction } = facts;
  const found = classOf({ sourcing, flags, writer });
  const code = CODE_OF[found === "NO_STATEMENT" ? "NARRATION" : found];
  const source = facts.source.find((span) => isOnItsLine(span, facts, text));
  return {
    start,
    end,
    ...(content && { content: content.map((piece) => [piece.start, piece.end]) }),
    sourcing: code,
    label: CLASS_OF[code],
    ...(source && { source: [source.start, source.end] }),
    ...(prediction && {
      prediction: { text: prediction.text, ...(prediction.dueTo !== null && { due: prediction.dueTo }) },
    }),
  };
}

type Place = { readonly start: number; readonly end: number };

function isOnItsLine(source: Place, statement: Place, text: string): boolean {
  const from = Math.min(source.start, statement.start);
  return !text.slice(from, Math.max(source.end, statement.end)).includes("\n");
}

/** An outlet’s pages are held out together: by the host of their address, else by who published them. */
function domainOf({ url, publisher, versionId }: LabelledPage): string {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
  return host || publisher || versionId;
}
