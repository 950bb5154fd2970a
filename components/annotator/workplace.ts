import type { PartActs } from "#components/parts/part-section";
import type { ThreadPlace } from "#components/threads/thread";
import type { TagActs } from "#components/topics/tag-field";
import type { LookActs } from "#components/versions/look-forms";
import type { Actor } from "#lib/domain/actor";
import type { Act } from "#lib/domain/form-state";
import type { GuidelinePlaces } from "#lib/domain/guideline";
import type { LivePlace } from "#lib/domain/live-shapes";
import type { PassStart } from "#lib/domain/readings";
import type { DraftView } from "#lib/domain/review-views";
import type { ThreadView } from "#lib/domain/threads";
import type { VersionsView } from "#lib/domain/version-views";
import type { AnnotatorActions } from "./annotator-actions";
import type { DismissalActs } from "./dismissal";

/** Where the annotator stands: who works, on which day, with which actions, and what they had typed before. */
export interface Workplace {
  readonly actor: Actor;
  /** Today as a calendar date. */
  readonly today: string;
  /** IANA name of the zone that days are said in. */
  readonly timeZone: string;
  /** When the page was drawn. */
  readonly now: Date;
  /** How many notices of theirs are unread. */
  readonly unread: number;
  /** Is a language model set? */
  readonly hasModel: boolean;
  readonly actions: AnnotatorActions;
  readonly drafts: readonly DraftView[];
  /** Forms of what became of promises on this page that hold words which weren't saved. */
  readonly promiseForms: readonly {
    readonly subject: string;
    readonly statementId: string;
    readonly exact: string;
  }[];
  readonly versions: VersionsView;
  /** Null where this person may not. */
  readonly carryOver: Act | null;
  /** Each null where this person may not. */
  readonly lookActs: LookActs;
  readonly dismissal: DismissalActs;
  /** Null where this person may not. */
  readonly correctFact: Act | null;
  readonly parts: PartActs;
  /** Null where this person may not. */
  readonly tags: TagActs | null;
  /** Has the page read blind by two; null where this person may not. */
  readonly askReading: Act | null;
  /** How many pages are held to be where this one's text is from; null while it is read blind. */
  readonly provenance: { readonly proposed: number; readonly confirmed: number } | null;
  /** May this person take in marks from other programs, here and now? */
  readonly takesMarks: boolean;
  /** The newest version of the newsroom's guideline, for help; null where there is none. */
  readonly guideline: GuidelinePlaces | null;
  /** What the newsroom says of this page; null while it is read blind. */
  readonly threads: PageThreads | null;
  /** The last act before the page was read: all until then are on it. */
  readonly since: number;
  /** Where others at this page are heard of; null in a blind pass, where nobody is. */
  readonly live: LivePlace | null;
  /** What this person does here is a blind pass of theirs; null where it is a review. */
  readonly pass: PassCase | null;
}

/** Threads on a page, and what they need. */
export interface PageThreads {
  readonly all: readonly ThreadView[];
  readonly place: ThreadPlace;
}

/** A blind pass of the person who works here. */
export interface PassCase {
  readonly readingId: string;
  readonly start: PassStart;
  readonly handIn: Act;
  readonly giveUp: Act;
}
