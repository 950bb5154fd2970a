import { z } from "zod";
import { askedText } from "./complaints";
import type { Relation } from "./matching";
import { RefusedError } from "./refusals";
import { Id, Revision } from "./reviews";

/** What the machine doubts of claims: what is likely joined wrongly, and what was likely missed. Plain data. Instants are ISO strings. */

/** WRONGLY_JOINED: in one claim, and likely not the same. MISSED: two claims, and likely the same. */
export const DoubtKind = z.enum(["WRONGLY_JOINED", "MISSED"]);
export type DoubtKind = z.infer<typeof DoubtKind>;

/** SETTLED: joined or parted meanwhile. DISMISSED: somebody said that it is right as it is. GONE: what was compared is no more. */
export type DoubtState = "OPEN" | "SETTLED" | "DISMISSED" | "GONE";

/** The lists: what is open of each kind, and what was dismissed. */
export const DoubtView = z.enum(["wrong", "missed", "dismissed"]);
export type DoubtView = z.infer<typeof DoubtView>;

/** In UTF-16 units. */
const REASON_LENGTH = 500;

/** They are right as they are. */
export const DismissDoubt = z.object({
  doubtId: Id,
  revision: Revision,
  reason: askedText("doubtReason", REASON_LENGTH),
});
export const ReopenDoubt = z.object({ doubtId: Id, revision: Revision });

/** A doubt, as the rules see it. */
export interface KnownDoubt {
  readonly state: DoubtState;
  /** Is there still what was compared, joined or apart as it was? */
  readonly stands: boolean;
}

/** Throws   RefusedError `conflict` where it was settled or dismissed meanwhile, or what was compared is gone. */
export function refuseDismissing({ state, stands }: KnownDoubt): void {
  if (state !== "OPEN" || !stands) throw new RefusedError("conflict", { reason: "doubtClosed" });
}

/** Throws   RefusedError `conflict` where it isn't dismissed, or what was compared is gone. */
export function refuseReopening({ state, stands }: KnownDoubt): void {
  if (state !== "DISMISSED" || !stands) throw new RefusedError("conflict", { reason: "doubtGone" });
}

export interface DoubtSide {
  readonly text: string;
  /** The day that its words of time are read at. */
  readonly day: string | null;
  readonly claim: { readonly id: string; readonly wording: string };
}

export interface DoubtRow {
  readonly id: string;
  readonly revision: number;
  readonly kind: DoubtKind;
  readonly relation: Relation;
  /** How likely the two are the same, 0 to 1. */
  readonly score: number;
  /** Reasons, in words. */
  readonly why: readonly string[];
  readonly one: DoubtSide;
  readonly other: DoubtSide;
  /** The claim that counts for the first: where work on it goes on. */
  readonly rootId: string;
  readonly foundAt: string;
  /** Null while it is open. */
  readonly dismissed: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

export interface DoubtsPage {
  readonly doubts: readonly DoubtRow[];
  readonly newer: string | null;
  readonly older: string | null;
}

/** How many are open; more than `MOST_COUNTED` aren't counted. */
export interface DoubtCounts {
  readonly wrong: number;
  readonly missed: number;
}
export const MOST_COUNTED = 1000;

/** Where one decides on a doubt, with the preview of what would move. */
export function doubtHref({
  kind,
  one,
  other,
  rootId,
}: Pick<DoubtRow, "kind" | "one" | "other" | "rootId">): string {
  // The later claim is looked at as a part of the earlier one.
  if (kind === "MISSED") return `/desk/claims/${other.claim.id}?with=${one.claim.id}`;
  if (one.claim.id === other.claim.id) return `/desk/claims/${rootId}#c-appearances`;
  return `/desk/claims/${rootId}?part=${one.claim.id}`;
}
