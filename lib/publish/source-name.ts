import type { SpeakerKind } from "#lib/domain/labels";
import { isBarePaper, issuerOf } from "#lib/english/issuers";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";

const { note } = words.article;

interface Credited {
  readonly exact: string;
  readonly speaker: { readonly name: string; readonly kind: SpeakerKind } | null;
}

/** Who issued the paper that a statement is credited to; null where it is credited to no paper, or nobody says. */
export function issuerOfPaper({ speaker, exact }: Credited): string | null {
  return speaker?.kind === "DOCUMENT" ? issuerOf(speaker.name, exact) : null;
}

/** Who said it: a name that fits after "Attributed to"; null where there is none. "A statement" goes with whose it is. */
export function sourceName(statement: Credited): string | null {
  const { speaker } = statement;
  if (speaker === null) return null;
  const issuer = isBarePaper(speaker.name) ? issuerOfPaper(statement) : null;
  return issuer === null ? isolated(speaker.name) : note.issuedBy(isolated(speaker.name), isolated(issuer));
}
