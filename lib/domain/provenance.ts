import { z } from "zod";
import type { CalendarDate } from "./analysis";
import { askedText } from "./complaints";
import { ProvenanceKind } from "./labels-shapes";
import { RepostChange } from "./matching";
import { RefusedError, refuseStale } from "./refusals";
import { Id, Revision } from "./reviews";
import type { ShownPiece } from "./version-views";

/** Whose text an article's is: edges between articles, from the one downstream to the one that it is from. The machine proposes, editors decide. */
export const ProvenanceState = z.enum(["PROPOSED", "CONFIRMED", "DISMISSED"]);
export type ProvenanceState = z.infer<typeof ProvenanceState>;

/** So many articles upstream are kept of one: those that explain most of its text. */
export const MOST_UPSTREAM = 8;
/** Beyond this many downstream nobody counts on. */
export const MOST_DOWNSTREAM_COUNTED = 10_000;

/**
 * Why two articles are held to be related, and why one of them is held to be upstream. `credits`: the text names who published the other. `links`: it
 * gives its address. `posted-earlier`: the other is older by so many days. `taken-in-earlier`: no day tells, so the order in which they came in does.
 */
export const ProvenanceReason = z.discriminatedUnion("code", [
  z.object({ code: z.literal("credits"), name: z.string().max(200) }),
  z.object({ code: z.literal("links"), address: z.string().max(2000) }),
  z.object({ code: z.literal("posted-earlier"), days: z.int().positive() }),
  z.object({ code: z.literal("taken-in-earlier") }),
  z.object({ code: z.literal("word-for-word"), count: z.int().positive(), of: z.int().positive() }),
  z.object({ code: z.literal("changed"), count: z.int().positive() }),
]);
export type ProvenanceReason = z.infer<typeof ProvenanceReason>;
export const ProvenanceReasons = z.array(ProvenanceReason).max(6);

const Place = z.tuple([z.int().min(0), z.int().min(0)]);
/** One sentence that was compared: `[start, end)` in UTF-16 units of the text downstream (`here`, null for what was left out) and of that upstream (`there`, empty for what isn't there). */
export const ComparedSentence = z.object({
  change: RepostChange,
  here: Place.nullable(),
  there: z.array(Place).max(2),
});
export type ComparedSentence = z.infer<typeof ComparedSentence>;
export const ComparedSentences = z.array(ComparedSentence);

export interface ProvenanceCounts {
  /** Sentences that stand upstream word for word, typography apart. */
  readonly verbatim: number;
  /** That stand there in other words, or with another number, name or source. */
  readonly changed: number;
  /** That don't stand there. */
  readonly added: number;
  /** Of the text upstream, that weren't taken over. */
  readonly dropped: number;
}

const ADDRESS_LENGTH = 2000;
const REASON_LENGTH = 500;

export const ConfirmProvenance = z.object({ edgeId: Id, revision: Revision, kind: ProvenanceKind });
export const DismissProvenance = z.object({
  edgeId: Id,
  revision: Revision,
  reason: askedText("provenanceReason", REASON_LENGTH),
});
export const UndoProvenance = z.object({ edgeId: Id, revision: Revision });
/** `upstream`: the address of the page, on the web or on this desk. */
export const AddProvenance = z.object({
  versionId: Id,
  upstream: askedText("upstream", ADDRESS_LENGTH),
  kind: ProvenanceKind,
  reason: askedText("provenanceReason", REASON_LENGTH),
});

/** An edge as it stands, for whoever decides on it. */
export interface StandingEdge {
  readonly id: string;
  readonly articleId: string;
  readonly upstreamId: string;
  readonly kind: ProvenanceKind;
  readonly state: ProvenanceState;
  readonly revision: number;
}

/** Throws RefusedError `conflict`: somebody changed it meanwhile, it is so already, or an article would be its own source over others. */
export function refuseConfirming(
  { edge, closesCircle }: { readonly edge: StandingEdge; readonly closesCircle: boolean },
  { revision, kind }: z.infer<typeof ConfirmProvenance>,
): void {
  refuseStale(edge, revision);
  if (edge.state === "CONFIRMED" && edge.kind === kind)
    throw new RefusedError("conflict", { reason: "provenanceStands" });
  if (closesCircle) throw new RefusedError("conflict", { reason: "ownSource" });
}

/** Throws RefusedError `conflict`. */
export function refuseDismissingEdge(edge: StandingEdge, { revision }: { readonly revision: number }): void {
  refuseStale(edge, revision);
  if (edge.state === "DISMISSED") throw new RefusedError("conflict", { reason: "provenanceDismissed" });
}

/** Throws RefusedError `conflict`: nothing was decided, or it can't be proposed again since an article would be its own source. */
export function refuseUndoing(
  { edge, closesCircle }: { readonly edge: StandingEdge; readonly closesCircle: boolean },
  { revision }: { readonly revision: number },
): void {
  refuseStale(edge, revision);
  if (edge.state === "PROPOSED") throw new RefusedError("conflict", { reason: "provenanceUndecided" });
  if (closesCircle) throw new RefusedError("conflict", { reason: "ownSource" });
}

/** Throws RefusedError: there is no such page, it is this one, it is named already, or it has its text from this one. */
export function refuseAdding(asked: {
  readonly articleId: string;
  /** Null where no page has this address. */
  readonly upstreamId: string | null;
  readonly isNamed: boolean;
  readonly closesCircle: boolean;
}): void {
  const { upstreamId } = asked;
  if (upstreamId === null) throw new RefusedError("invalid_input", { reason: "noSuchUpstream" }, "upstream");
  if (upstreamId === asked.articleId)
    throw new RefusedError("invalid_input", { reason: "itselfUpstream" }, "upstream");
  if (asked.isNamed) throw new RefusedError("conflict", { reason: "provenanceNamed" });
  if (asked.closesCircle) throw new RefusedError("conflict", { reason: "ownSource" });
}

/** The page at the other end of an edge. */
export interface RelatedPage {
  readonly versionId: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly postedAt: CalendarDate | null;
  readonly url: string | null;
}

/** What became of a page since it was compared. */
export interface PageSince {
  /** The number of its latest version, where that is another one than was compared; else null. */
  readonly newerVersion: number | null;
  readonly isGone: boolean;
}

/** One sentence of a comparison, in words. What was changed is told apart word by word; both are empty strings where nothing stands. */
export interface ShownSentence {
  readonly change: RepostChange;
  readonly here: readonly ShownPiece[];
  readonly there: readonly ShownPiece[];
}

/** One edge upstream, on the desk. */
export interface ProvenanceView {
  readonly id: string;
  readonly kind: ProvenanceKind;
  readonly state: ProvenanceState;
  readonly revision: number;
  readonly isMachines: boolean;
  readonly reasons: readonly ProvenanceReason[];
  readonly counts: ProvenanceCounts;
  /** Null while it is still to be compared. */
  readonly sentences: readonly ShownSentence[] | null;
  /** What became of the headline upstream; null where this page has none. */
  readonly headline: ShownSentence | null;
  /** Only the beginning of one of the texts was compared. */
  readonly isCut: boolean;
  /** The version of this article that was compared is another one than the latest. */
  readonly isOfOlder: boolean;
  readonly page: RelatedPage;
  readonly since: PageSince;
  readonly decided: { readonly by: string; readonly at: string; readonly reason: string | null } | null;
  readonly engineVersion: string | null;
}

/** One that has its text from the article. */
export interface DownstreamView {
  readonly id: string;
  readonly kind: ProvenanceKind;
  readonly state: ProvenanceState;
  readonly counts: ProvenanceCounts;
  readonly page: RelatedPage;
}

export interface ProvenanceDesk {
  readonly articleId: string;
  readonly versionId: string;
  readonly title: string | null;
  /** True while its text is still to be compared. */
  readonly isWaiting: boolean;
  readonly upstream: readonly ProvenanceView[];
  /** A part of them, in the order in which they were found. */
  readonly downstream: readonly DownstreamView[];
  /** How many there are downstream, up to `MOST_DOWNSTREAM_COUNTED`. */
  readonly downstreamCount: number;
  /** Edges: where the parts of the list before and after this one begin; null where there is none. */
  readonly earlier: string | null;
  readonly later: string | null;
}
