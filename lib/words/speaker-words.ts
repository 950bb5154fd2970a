import { MOST_COUNTED, type SpeakerRow } from "#lib/domain/speaker-desk";
import * as words from "#lib/words";
import { isolated } from "./lists";

const { row } = words.speaker;

/** A name with its role, for a sentence that may run in another direction. */
export function calledWords({ name, role }: Pick<SpeakerRow, "name" | "role">): string {
  return words.speaker.called({ name: isolated(name), role: role && isolated(role) });
}

/** What a list says of a speaker beside the name: the role, else what they are; how many statements; the page that they were last on. */
export function speakerWords({ kind, role, statements, pages, lastPage }: SpeakerRow): string {
  const what = role === null ? words.desk.speakerKinds[kind] : isolated(role);
  const last = lastPage === null ? [] : [row.lastOn(isolated(lastPage))];
  return [what, row.counts(statements, pages, MOST_COUNTED), ...last].join("; ");
}
