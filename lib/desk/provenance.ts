import type { Tx } from "#lib/db/core/client";
import { keepDecision, keepNamed, type LockedEdge, lockEdge, lockNaming } from "#lib/db/provenance/edges";
import type { ProvenanceKind } from "#lib/domain/labels";
import {
  AddProvenance,
  ConfirmProvenance,
  DismissProvenance,
  refuseAdding,
  refuseConfirming,
  refuseDismissingEdge,
  refuseUndoing,
  UndoProvenance,
} from "#lib/domain/provenance";
import { RefusedError } from "#lib/domain/refusals";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { firstWords } from "#lib/words/lists";
import { verb } from "./verb";

/** Where texts are from: what the machine proposes is confirmed or dismissed, and what it doesn't know is named. Readers see what is confirmed once the page is published. */

async function found(tx: Tx, edgeId: string): Promise<LockedEdge> {
  const edge = await lockEdge(tx, edgeId);
  if (edge === null) throw new AppError("not_found", words.errors.notFound);
  return edge;
}

/** Also what was confirmed as another kind, or dismissed. */
export const confirmProvenance = verb("provenance.confirm", {
  input: ConfirmProvenance,
  load: ({ tx, input }) => found(tx, input.edgeId),
  change: (locked, { input }) => refuseConfirming(locked, input),
  save: async ({ tx, actor, input: { edgeId, kind }, now }, { edge, title }) => {
    await keepDecision(tx, edgeId, { kind, state: "CONFIRMED", byId: actor.id, at: now, reason: null });
    return outcome(edge, { before: edge.kind, kind, quote: told(kind, title, null) });
  },
});

export const dismissProvenance = verb("provenance.dismiss", {
  input: DismissProvenance,
  load: ({ tx, input }) => found(tx, input.edgeId),
  change: ({ edge }, { input }) => refuseDismissingEdge(edge, input),
  save: async ({ tx, actor, input: { edgeId, reason }, now }, { edge, title }) => {
    const { kind } = edge;
    await keepDecision(tx, edgeId, { kind, state: "DISMISSED", byId: actor.id, at: now, reason });
    return outcome(edge, { kind, reason, quote: told(kind, title, reason) });
  },
});

/** What was decided is a proposal again. */
export const undoProvenance = verb("provenance.undo", {
  input: UndoProvenance,
  load: ({ tx, input }) => found(tx, input.edgeId),
  change: (locked, { input }) => refuseUndoing(locked, input),
  save: async ({ tx, input: { edgeId } }, { edge, title }) => {
    const { kind, state } = edge;
    await keepDecision(tx, edgeId, { kind, state: "PROPOSED", byId: null, at: null, reason: null });
    return outcome(edge, { before: state, quote: told(kind, title, null) });
  },
});

/** Name a page that the machine didn't find. It stands at once, and is compared in its turn. */
export const addProvenance = verb("provenance.add", {
  input: AddProvenance,
  load: async ({ tx, input }) => {
    const naming = await lockNaming(tx, input.versionId, input.upstream);
    if (naming === null) throw new AppError("not_found", words.errors.notFound);
    return naming;
  },
  change: ({ articleId, upstream, isNamed, closesCircle, isFull }) => {
    if (isFull) throw new RefusedError("conflict", { reason: "manyUpstream" });
    return refuseAdding({ articleId, upstreamId: upstream?.articleId ?? null, isNamed, closesCircle });
  },
  save: async ({ tx, actor, input, now }, { articleId, upstream }) => {
    if (upstream === null) throw new AppError("not_found", words.errors.notFound);
    const { versionId, kind, reason } = input;
    const named = { versionId, articleId, upstream, kind, reason, byId: actor.id, at: now };
    const edgeId = await keepNamed(tx, named);
    return outcome(
      { id: edgeId, articleId, upstreamId: upstream.articleId },
      { kind, reason, quote: told(kind, upstream.title, reason) },
    );
  },
});

const told = (kind: ProvenanceKind, title: string | null, reason: string | null): string =>
  words.provenance.told(kind, firstWords(title ?? words.provenance.untitled, 120), reason);

function outcome(
  {
    id,
    articleId,
    upstreamId,
  }: { readonly id: string; readonly articleId: string; readonly upstreamId: string },
  payload: object,
) {
  return {
    result: { edgeId: id },
    subject: `provenance:${articleId}`,
    payload: { edgeId: id, articleId, upstreamId, ...payload },
  };
}
