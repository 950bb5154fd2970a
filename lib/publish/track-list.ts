import type { CalendarDate } from "#lib/domain/analysis";
import { saidWords } from "#lib/domain/content-pieces";
import type { ReaderLabel } from "#lib/domain/labels";
import type { Appearance } from "#lib/domain/published";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { firstWords, isolated } from "#lib/words/lists";
import { promiseLine } from "./due";
import { sourceName } from "./source-name";

/** A statement in a list of a record, and where it stands. */
export interface TrackedStatement {
  readonly href: string;
  readonly words: string;
  readonly language: string | null;
  readonly label: ReaderLabel;
  readonly where: string;
  readonly title: string;
  readonly credited: string | null;
  /** Where its promise stands; null where it promises nothing. */
  readonly promise: string | null;
}

const w = words.trackRecords.list;

/** UTF-16 units of a statement that a list shows. */
const MOST_WORDS = 400;

export function trackedStatement(place: Appearance, today: CalendarDate): TrackedStatement {
  const { article, post, statement } = place;
  const name = sourceName(statement);
  return {
    href: `/articles/${article.slug}#s${statement.number}`,
    words: firstWords(saidWords(statement), MOST_WORDS),
    language: article.language,
    label: statement.label,
    where: w.of(
      article.publisher === null ? null : isolated(article.publisher),
      post.date === null ? null : longDay(post.date),
    ),
    title: article.title,
    credited: name === null ? null : w.credited(name),
    promise: statement.prediction === null ? null : promiseLine(statement.prediction, today),
  };
}
