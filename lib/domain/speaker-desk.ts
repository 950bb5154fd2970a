import type { ReaderLabel, SpeakerKind } from "./labels";
import { RefusedError } from "./refusals";
import type { HistoryView } from "./review-views";

/**
 * Speakers on the desk: who they are, and what an editor does when two are one, or one is two. Plain data, safe to hand to a client
 * component. Instants are ISO strings.
 */

export const NAME_LENGTH = 300;
export const ROLE_LENGTH = 200;
export const SPEAKER_REASON_LENGTH = 500;
/** What is typed to find a speaker; more isn't looked at. UTF-16 units. */
export const SPEAKER_SEARCH_LENGTH = 200;
/** So many names may be merged into one speaker. */
export const MOST_NAMES = 200;

/** A speaker, as the rules of merging see it. */
export interface MergingSpeaker {
  readonly id: string;
  /** What an editor calls them, else as they were first written. */
  readonly shown: string;
  readonly kind: SpeakerKind;
  readonly role: string | null;
  /** What the one is called that they were merged into; null for who stands for themselves. */
  readonly mergedInto: string | null;
  /** How many names stand for this speaker, their own among them. */
  readonly names: number;
}

/** Throws   RefusedError `conflict` where the speaker was merged into another, who is named. */
export function refuseMergedAway({ mergedInto }: MergingSpeaker): void {
  if (mergedInto !== null) throw new RefusedError("conflict", { reason: "mergedAway", name: mergedInto });
}

/**
 * May the one be merged into the other?
 *
 * Throws   RefusedError: a speaker is not merged with itself, nor one that stands for another already, nor a name with words that name nobody,
 *          nor more than can be looked over.
 */
export function refuseMerging(from: MergingSpeaker, into: MergingSpeaker): void {
  if (from.id === into.id) throw new RefusedError("invalid_input", { reason: "mergedIntoItself" });
  refuseMergedAway(from);
  refuseMergedAway(into);
  if ((from.kind === "UNNAMED") !== (into.kind === "UNNAMED")) {
    throw new RefusedError("invalid_input", { reason: "namedAndUnnamed" });
  }
  if (from.names + into.names > MOST_NAMES) throw new RefusedError("invalid_input", { reason: "manyMerged" });
}

/** Throws   RefusedError `conflict` where the speaker is merged into nobody, or another has its name and role by now. */
export function refuseParting(speaker: MergingSpeaker, isNameTaken: boolean): void {
  if (speaker.mergedInto === null) throw new RefusedError("conflict", { reason: "notMerged" });
  if (isNameTaken) throw new RefusedError("conflict", { reason: "nameTaken", name: speaker.shown });
}

/** A speaker in a list. */
export interface SpeakerRow {
  readonly id: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly role: string | null;
  /** In reviews that stand; no more than `MOST_COUNTED` and one are counted. */
  readonly statements: number;
  readonly pages: number;
  /** The page that they were last on; null where they are on none. */
  readonly lastPage: string | null;
}

export const MOST_COUNTED = 1000;

export interface SpeakersPage {
  readonly speakers: readonly SpeakerRow[];
  /** Ids of the rows that the neighbouring parts of the list go on from; null where there are none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What a merging or a parting moves. */
export interface SpeakerMoves {
  readonly statements: number;
  readonly pages: number;
  /** Pages that readers see, which keep the name that they were published with; no more than `MOVES_SHOWN` are listed. */
  readonly published: readonly { readonly title: string; readonly href: string }[];
  readonly publishedCount: number;
  /** Reviews that were handed in, and have to be handed in again. */
  readonly waiting: number;
}

export const MOVES_SHOWN = 20;

/** A name that was merged into a speaker. */
export interface MergedName {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly role: string | null;
  readonly mergedInto: string;
  readonly by: string;
  readonly at: string;
  readonly statements: number;
}

export interface SpeakerStatement {
  readonly statementId: string;
  readonly versionId: string;
  readonly exact: string;
  readonly label: ReaderLabel;
  readonly title: string | null;
  readonly isPublished: boolean;
}

export interface SpeakerStatements {
  readonly statements: readonly SpeakerStatement[];
  /** The cursor of the next part; null where there is none. */
  readonly more: string | null;
}

export interface SpeakerDesk {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  /** As it was first written, where an editor calls them otherwise. */
  readonly writtenName: string | null;
  readonly kind: SpeakerKind;
  readonly role: string | null;
  /** Who they were merged into; null where they stand for themselves. */
  readonly mergedInto: { readonly id: string; readonly name: string } | null;
  readonly merged: readonly MergedName[];
  readonly moves: SpeakerMoves;
  readonly labels: Readonly<Partial<Record<ReaderLabel, number>>>;
  /** Others who may be the same: the same name first, then names that are like it. */
  readonly alike: readonly SpeakerRow[];
  readonly history: readonly HistoryView[];
}
