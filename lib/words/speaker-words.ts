import { MOST_COUNTED, type SpeakerRow } from "#lib/domain/speaker-desk";
import { words } from "#lib/words";

const { row } = words.speakers;

/** What a list says of a speaker beside the name: the role, else what they are; how many statements; the page that they were last on. */
export function speakerWords({ kind, role, statements, pages, lastPage }: SpeakerRow): string {
  const what = role ?? words.desk.speakerKinds[kind];
  const last = lastPage === null ? [] : [row.lastOn(lastPage)];
  return [what, row.counts(statements, pages, MOST_COUNTED), ...last].join("; ");
}
