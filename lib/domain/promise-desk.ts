import { z } from "zod";
import type { MatchDecisionKind } from "./matching";
import type { Prediction } from "./predictions";
import type { PromiseTemplate, TemplateChoice } from "./promise-template";
import type { StatementFacts } from "./statement-views";

/** Promises, as signed-in people see them. Plain data, safe to hand to a client component. */

/** Where the list of promises goes on: the day on which its last row fell due, that publication, and the statement's number in it. */
export const DueCursor = z
  .string()
  .max(70)
  .transform((text) => text.split("_"))
  .pipe(z.tuple([z.iso.date(), z.uuid(), z.string().regex(/^[1-9]\d{0,8}$/)]))
  .transform(([day, id, number]) => ({ day, id, number: Number(number) }));
export type DueCursor = z.infer<typeof DueCursor>;

export function dueCursor({ day, id, number }: DueCursor): string {
  return `${day}_${id}_${number}`;
}

/** A promise of a page that stands, whose last day has come and of which nothing is recorded. */
export interface DuePromise {
  readonly statementId: string;
  readonly exact: string;
  readonly prediction: Prediction;
  readonly title: string;
  /** Who reviews the page now; null where nobody does. */
  readonly reviewer: string | null;
}

export interface DueInbox {
  /** The oldest first. */
  readonly promises: readonly DuePromise[];
  /** The cursor of the next part; null where there is none. */
  readonly more: string | null;
  /** How many fell due before today, and how many today: no more than `most` and one are counted. */
  readonly counts: { readonly overdue: number; readonly today: number; readonly most: number };
}

/** Why a person may or may not write of a promise now. */
export type PromiseAccess =
  /** In the review that they write. */
  | { readonly kind: "OPEN" }
  /** The page stands published: its review is opened anew. */
  | { readonly kind: "ANEW" }
  | { readonly kind: "ELSEWHERE"; readonly name: string }
  | { readonly kind: "WAITS" }
  | { readonly kind: "REPLACED" };

export interface PromiseDesk {
  readonly statementId: string;
  readonly revision: number;
  readonly exact: string;
  readonly prediction: Prediction;
  /** All that its review says of it: what its template is made of. */
  readonly facts: StatementFacts;
  readonly title: string;
  readonly versionId: string;
  readonly publishedHref: string | null;
  readonly access: PromiseAccess;
  /** What a person chose in place of the template that the machine makes of its words; null where nobody did. */
  readonly templateChoice: TemplateChoice | null;
  /** Templates that its words may be told under: those of a claim that the machine matched it with, with the reasons in words; null for none. */
  readonly templateProposals: {
    readonly reviewId: string;
    readonly suggestionId: string;
    readonly why: readonly string[];
    /** What became of the match in the promise’s review; null while nobody decided. */
    readonly decision: { readonly kind: MatchDecisionKind; readonly byName: string } | null;
    readonly templates: readonly PromiseTemplate[];
  } | null;
}
