import type { CalendarDate } from "#lib/domain/analysis";
import { LABELS } from "#lib/domain/labels";
import { directionOf, isDrawable, type Picture } from "#lib/domain/pictures";
import type { PublishedArticle, PublishedClaim } from "#lib/domain/published";
import * as words from "#lib/words";
import { firstWords } from "#lib/words/lists";
import { verdictMeaning } from "#lib/words/verdicts";
import { articleView } from "./article-view";
import { verdictWord } from "./claim-view";
import { STRIP_WIDTH } from "./strip";
import { breakPath, strokeShape } from "./stroke";

/** What the picture of a page or a claim shows. There is none of what can't be verified, and of words that there is no font for. */

/** In UTF-16 units: more than this has no room. */
const MOST = 260;

const OURS = words.direction === "rtl" ? "rtl" : "ltr";

export function pictureOfArticle(article: PublishedArticle, today: CalendarDate): Picture | null {
  const { title, direction } = article.content.article;
  if (article.history.proof === "BROKEN" || !isDrawable(title)) return null;
  const { kicker, strip, answer } = articleView(article.content, today);
  return {
    kicker,
    text: firstWords(title, MOST),
    direction,
    ours: OURS,
    strokes: (strip?.strokes ?? []).map((stroke) => ({ ...strokeShape(stroke), tone: stroke.tone })),
    breaks: (strip?.breaks ?? []).map(breakPath),
    label: null,
    answer: strip === null ? answer : `${answer} ${strip.legend}`,
    name: words.common.name,
  };
}

export function pictureOfClaim(claim: PublishedClaim): Picture | null {
  if (claim.history.proof === "BROKEN" || !isDrawable(claim.wording)) return null;
  const label = claim.appearances[0]?.statement.label ?? null;
  const { line, tone } = label === null ? { line: null, tone: null } : LABELS[label];
  const word = claim.withdrawn === null ? verdictWord(claim) : words.reader.withdrawn.noVerdict;
  const meaning = claim.own === null ? "" : verdictMeaning(claim.own.content.verdict);
  return {
    kicker: words.record.claim.kicker,
    text: firstWords(claim.wording, MOST),
    direction: directionOf(claim.wording),
    ours: OURS,
    strokes: line === null ? [] : [{ ...strokeShape({ line, tone, from: 0, to: STRIP_WIDTH }), tone }],
    breaks: [],
    label: label === null || line === null ? null : { word: words.labels[label].badge, line, tone },
    answer: `${words.record.verdict.none}: ${word}. ${meaning}`.trim(),
    name: words.common.name,
  };
}
