import type { ArticlePublication, PublishedStatement } from "#lib/domain/publications";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";
import { sourceName } from "./source-name";

const { note } = words.article;

/** Where a statement stands. */
export interface Place {
  readonly article: ArticlePublication["article"];
  /** In the post that the page is about. */
  readonly isMain: boolean;
  /** The first of its post that is reported: there the agency that relayed it is named once. */
  readonly isFirstReported: boolean;
}

/**
 * What stands beside a statement: who is behind it, one sentence each, in the design's exact words. Then what the editors
 * chose to say: why the label differs from what the sourcing gives, a plan without a date, their public notes.
 */
export function sideNote(statement: PublishedStatement, place: Place): string[] {
  return [
    ...who(statement, place),
    ...(statement.flags.cutOff ? [note.cutOff] : []),
    ...(statement.labelReason === null ? [] : [note.override(statement.labelReason)]),
    ...(isUndated(statement) ? [note.undated(isolated(statement.prediction.text))] : []),
    ...statement.notes,
  ];
}

/** "No source given.", or who it is, is followed by what is missing, from the facts that the label was derived from. */
export function whatIsMissing(statement: PublishedStatement): string[] {
  const { sourcing, flags } = statement;
  const missing: string[] = [];
  if (sourcing === "UNNAMED_BARE" || sourcing === "SECOND_HAND" || sourcing === "FIRST_HAND") {
    missing.push(note.missing[sourcing]);
  } else if (flags.forecast) missing.push(note.missing.forecast);
  if (flags.documentMentionedNotProduced) missing.push(note.missing.document);
  return missing.length > 0 ? missing : fallback(statement);
}

function fallback({ flags, factuality, speaker }: PublishedStatement): string[] {
  if (flags.insiderWording) return [note.missing.insider];
  // Somebody is named, and the editors chose the label: their reason says what is missing.
  if (speaker !== null && speaker.kind !== "UNNAMED") return [];
  return [factuality.writer.startsWith("CT") ? note.missing.other : note.missing.uncertain];
}

function who(statement: PublishedStatement, place: Place): string[] {
  switch (statement.label) {
    case "REPORTED":
      return reported(statement, place);
    case "REPORTED_UNNAMED": {
      const name = sourceName(statement);
      return [name === null ? note.someoneUnnamed : note.unnamed(name)];
    }
    case "UNSOURCED_SPECULATION":
      return [unsourced(statement), ...whatIsMissing(statement)];
    case "OPINION":
      return [note.opinion];
    case "BACKGROUND":
      return [note.background];
    case "UNSOURCED_ASSERTION": {
      const voice = place.isMain ? (place.article.agency ?? place.article.publisher) : null;
      return [voice === null ? note.narrationUnknown : note.narration(isolated(voice))];
    }
  }
}

/** Where somebody is marked as the source, they are told, and what is missing is that they can be found. */
function unsourced(statement: PublishedStatement): string {
  const name = sourceName(statement);
  if (name === null || statement.speaker === null) return note.noSource;
  const { kind } = statement.speaker;
  return kind === "UNNAMED" || kind === "DOCUMENT" ? note.attributed(name) : note.saidBy(name);
}

function reported(statement: PublishedStatement, place: Place): string[] {
  const name = sourceName(statement);
  if (name === null) return [];
  const { agency } = place.article;
  const isRelayed =
    place.isMain && place.isFirstReported && agency !== null && agency !== statement.speaker?.name;
  return [
    isRelayed ? note.attributedBy(name, isolated(agency)) : note.attributed(name),
    ...(statement.attributionScope === "CARRIED_OVER" ? [note.carried] : []),
  ];
}

function isUndated(
  statement: PublishedStatement,
): statement is PublishedStatement & { prediction: NonNullable<PublishedStatement["prediction"]> } {
  const { prediction } = statement;
  return prediction !== null && prediction.dueTo === null && prediction.outcome === undefined;
}
