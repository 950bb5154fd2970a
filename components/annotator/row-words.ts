import type { ArticleDesk } from "#lib/domain/article-desk";
import { gapsOf } from "#lib/domain/content-pieces";
import type { Prediction } from "#lib/domain/predictions";
import type { StatementFacts } from "#lib/domain/statement-views";
import { promiseLine } from "#lib/publish/due";
import { sourceName } from "#lib/publish/source-name";
import * as words from "#lib/words";
import { dayRange, longDay } from "#lib/words/date-words";

const said = words.desk.annotator;

/** Who is behind a statement, in the few words beside its row. */
export function behindIt(facts: Behind): string {
  const promise = facts.prediction ? promiseShort(facts.prediction) : null;
  const name = sourceName(facts) ?? markedSource(facts);
  return [words.labels[facts.label].behind(name), promise].filter(Boolean).join("; ");
}

/** What is left out of a statement, for whoever can't see the gap in its line; null where nothing is. */
export function leftOutWords(facts: StatementFacts): string | null {
  const gone = gapsOf(facts).map(({ start, end }) =>
    facts.exact.slice(start - facts.start, end - facts.start).trim(),
  );
  return gone.length === 0 ? null : said.leftOut(gone);
}

type Behind = Pick<StatementFacts, "label" | "speaker" | "prediction" | "exact" | "start" | "source">;

/** The words that are marked as the source, where nobody said yet whom they mean. */
function markedSource({ exact, start, source }: Behind): string | null {
  const marked = source.map((span) => exact.slice(span.start - start, span.end - start)).join(" … ");
  return marked.trim() === "" ? null : `“${marked}”`;
}

function promiseShort({ dueFrom, dueTo }: Prediction): string {
  return dueFrom && dueTo ? said.promised(dayRange(dueFrom, dueTo)) : said.plan;
}

/** What a promise says and where it stands today. `today` is a calendar date. */
export function promiseWords(prediction: Prediction, today: string): { value: string; state: string } {
  const { dueFrom, dueTo } = prediction;
  const value = dueFrom && dueTo ? said.promiseDue(dayRange(dueFrom, dueTo)) : said.promiseOpen;
  const state = promiseLine(prediction, today);
  return { value, state };
}

/** "Teaser: another post, 18 September 2024": the segment by name, with its post's date where it is not the page's own. */
export function segmentWords(desk: Pick<ArticleDesk, "posts" | "segments">, index: number): string {
  const segment = desk.segments[index];
  if (!segment) return "";
  const name = said.segments[segment.type];
  const date = segment.type === "TEASER" ? desk.posts[segment.post]?.date : null;
  return date ? said.segmentOf(name, longDay(date)) : name;
}

/** How sure the machine is, in the design's three steps. */
export function sureWords(score: number): string {
  return score >= 0.9 ? said.sure.sure : score >= 0.75 ? said.sure.fairly : said.sure.unsure;
}
