import type { NextActor } from "#lib/domain/queue";
import * as words from "#lib/words";

/** Who has to act next, as a sentence. */
export function nextWords(next: NextActor): string {
  const said = words.desk.queue.next;
  switch (next.kind) {
    case "you":
      return said.you;
    case "person":
      return said.person(next.name);
    case "another-editor":
      return said.anotherEditor;
    case "nobody":
      return said.nobody;
  }
}
