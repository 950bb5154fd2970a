import { z } from "zod";
import { rootOf } from "#lib/db/claims/merging";
import { standingVerdict } from "#lib/db/claims/verdicts";
import type { Tx } from "#lib/db/core/client";
import { isAffirmable } from "#lib/domain/affirmable-matches";
import { MatchDecisionKind, MatchReason } from "#lib/domain/matching";
import type { MatchedClaim } from "#lib/domain/statement-views";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import type { SuggestionRow } from "./rows";

/** What the machine matched suggestions with, and what became of that. A decision is never rewritten: it is taken back, and another made. */

const MatchColumn = z.union([
  z.object({
    score: z.number(),
    relation: z.enum(["SAME", "TEMPLATE", "CONTRADICTION", "SIMILAR"]),
    isSure: z.boolean(),
    isOwn: z.boolean(),
    reasons: z.array(MatchReason),
  }),
  // As it was stored before statements were judged: likeness, and a sentence.
  z.object({ score: z.number(), why: z.string() }),
]);

type Decision = NonNullable<MatchedClaim["decision"]>;

/** What the machine says that both are to each other, how sure it is, and why in words. */
export function matchTold(match: unknown): Pick<MatchedClaim, "score" | "relation" | "isSure" | "why"> {
  const found = MatchColumn.parse(match);
  if ("why" in found) return { score: found.score, relation: null, isSure: false, why: [found.why] };
  const { score, relation, isSure, reasons } = found;
  return { score, relation, isSure, why: reasons.map(words.matching.reason) };
}

/** A suggestion's match as the desk shows it; null where it has none. */
export function matchView(
  { match, matchedClaim }: Pick<SuggestionRow, "match" | "matchedClaim">,
  decision: Decision | null,
): MatchedClaim | null {
  if (matchedClaim === null) return null;
  const { id, wording, verdicts } = matchedClaim.root;
  const [verdict] = verdicts;
  return {
    id,
    wording,
    ...matchTold(match),
    decision,
    verdict: verdict ? { ...standingVerdict(verdict), explanation: verdict.explanation } : null,
  };
}

/** The claim that a suggestion is joined to as it is accepted; null where the machine isn't sure enough, or a person said otherwise. */
export async function sureMatch(tx: Tx, reviewId: string, suggestion: SuggestionRow): Promise<string | null> {
  const match = matchView(suggestion, null);
  if (match === null || !match.isSure) return null;
  const refused = { reviewId, suggestionId: suggestion.id, kind: "REFUSED", undoneAt: null } as const;
  return (await tx.matchDecision.count({ where: refused })) > 0 ? null : match.id;
}

/** What holds in a review, by suggestion. */
export async function matchDecisions(tx: Tx, reviewId: string): Promise<ReadonlyMap<string, Decision>> {
  const rows = await tx.matchDecision.findMany({
    where: { reviewId, undoneAt: null },
    include: { decidedBy: { select: { name: true } } },
  });
  return new Map(
    rows.map(({ suggestionId, kind, isMachines, decidedBy, decidedAt }) => [
      suggestionId,
      {
        kind: MatchDecisionKind.parse(kind),
        isMachines,
        byName: decidedBy.name,
        at: decidedAt.toISOString(),
      },
    ]),
  );
}

interface Decided {
  readonly reviewId: string;
  readonly suggestionId: string;
  readonly claimId: string;
  readonly kind: MatchDecisionKind;
  readonly isMachines: boolean;
}

interface By {
  readonly personId: string;
  readonly now: Date;
}

/** The match of the suggestion that a statement came from, and what stands of it in its review; null where it came from none, or that has no match. */
export async function matchOfStatement(
  tx: Pick<Tx, "suggestion">,
  { reviewId, suggestionId }: { readonly reviewId: string; readonly suggestionId: string | null },
): Promise<StatementMatch | null> {
  if (suggestionId === null) return null;
  const found = await tx.suggestion.findUnique({
    where: { id: suggestionId },
    select: {
      match: true,
      matchedClaim: { select: { rootId: true } },
      matches: {
        where: { reviewId, undoneAt: null },
        select: { kind: true, decidedBy: { select: { name: true } } },
      },
    },
  });
  if (!found?.matchedClaim) return null;
  const [decision] = found.matches;
  const { relation, why } = matchTold(found.match);
  return {
    suggestionId,
    claimId: found.matchedClaim.rootId,
    relation,
    why,
    decision: decision ? { kind: decision.kind, byName: decision.decidedBy.name } : null,
  };
}

export interface StatementMatch extends Pick<MatchedClaim, "relation" | "why"> {
  readonly suggestionId: string;
  /** The claim that it counts for. */
  readonly claimId: string;
  readonly decision: Pick<Decision, "kind" | "byName"> | null;
}

/** Another decision in place of the one that stands. */
export async function decideMatch(tx: Tx, decided: Decided, { personId, now }: By): Promise<void> {
  await takeMatchBack(tx, decided, now);
  await tx.matchDecision.create({ data: { ...decided, decidedById: personId, decidedAt: now } });
}

/** `decidedAt`: only one of that very moment. Returns  whether there was a decision. */
export async function takeMatchBack(
  tx: Tx,
  { reviewId, suggestionId }: Pick<Decided, "reviewId" | "suggestionId">,
  now: Date,
  kinds: readonly MatchDecisionKind[] = MatchDecisionKind.options,
  decidedAt?: Date,
): Promise<boolean> {
  const { count } = await tx.matchDecision.updateMany({
    where: {
      reviewId,
      suggestionId,
      undoneAt: null,
      kind: { in: [...kinds] },
      ...(decidedAt === undefined ? {} : { decidedAt }),
    },
    data: { undoneAt: now },
  });
  return count > 0;
}

/** Throws AppError `not_found` for a suggestion without a match, `conflict` where the match is decided in this review. */
export async function undecidedMatch(
  tx: Tx,
  reviewId: string,
  { id, match, matchedClaim }: SuggestionRow,
): Promise<{ readonly claimId: string; readonly relation: MatchedClaim["relation"] }> {
  if (matchedClaim === null) throw new AppError("not_found", words.errors.notFound);
  const standing = await tx.matchDecision.count({ where: { reviewId, suggestionId: id, undoneAt: null } });
  if (standing > 0) throw new AppError("conflict", words.refusals.alreadyDecided);
  return { claimId: matchedClaim.root.id, relation: matchTold(match).relation };
}

/**
 * A person joined a statement to a claim, to another one, or took it from one. Where the machine had matched it, that says what becomes of the match.
 */
export async function settleMatch(
  tx: Tx,
  {
    reviewId,
    suggestionId,
    claimId,
  }: { readonly reviewId: string; readonly suggestionId: string | null; readonly claimId: string | null },
  by: By,
): Promise<void> {
  if (suggestionId === null) return;
  const { match, matchedClaim } = await tx.suggestion.findUniqueOrThrow({
    where: { id: suggestionId },
    select: { match: true, matchedClaim: { select: { rootId: true } } },
  });
  if (matchedClaim === null) return;
  const standing = await tx.matchDecision.findFirst({ where: { reviewId, suggestionId, undoneAt: null } });
  const isSame = claimId !== null && (await rootOf(tx, claimId)) === matchedClaim.rootId;
  const kind = isSame ? "JOINED" : "REFUSED";
  // Nobody has said anything of it: nothing is taken away that was there.
  if (claimId === null && standing === null) return;
  if (standing?.kind === kind) return;
  // What contradicts a claim, or promises it for another time, is joined to a claim of its own: that refuses nothing.
  if (kind === "REFUSED" && isAffirmable(matchTold(match).relation)) {
    await takeMatchBack(tx, { reviewId, suggestionId }, by.now, ["JOINED"]);
    return;
  }
  await decideMatch(
    tx,
    { reviewId, suggestionId, claimId: matchedClaim.rootId, kind, isMachines: false },
    by,
  );
}
