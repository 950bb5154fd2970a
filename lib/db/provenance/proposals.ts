import { lockNames, type Tx, transaction } from "#lib/db/core/client";
import type { ProvenanceKind } from "#lib/domain/labels";
import type { ComparedSentence, ProvenanceCounts, ProvenanceReason } from "#lib/domain/provenance";

/** What the machine proposes of an article: each time it is compared, all of it anew. What an editor decided stays as it is. */

/** Held by whoever adds an edge, so that no two of them close a circle together. */
export const EDGES = "provenance";

export interface Comparison {
  readonly upstreamId: string;
  readonly upstreamVersionId: string;
  readonly kind: ProvenanceKind;
  readonly reasons: readonly ProvenanceReason[];
  readonly sentences: readonly ComparedSentence[];
  readonly counts: ProvenanceCounts;
  readonly isCut: boolean;
}

export interface Proposals {
  readonly articleId: string;
  readonly versionId: string;
  readonly engineVersion: string;
  readonly proposals: readonly Comparison[];
  /** For edges that an editor named and nobody compared. */
  readonly asked: readonly Comparison[];
  /** Articles that turned out to be later: they are compared anew. */
  readonly later: readonly string[];
}

/** Edges from an article that an editor named and that are still to be compared: the articles upstream. */
export async function uncompared(tx: Pick<Tx, "provenanceEdge">, articleId: string): Promise<string[]> {
  const rows = await tx.provenanceEdge.findMany({
    where: { articleId, isMachines: false, engineVersion: null },
    select: { upstreamId: true },
    take: 50,
  });
  return rows.map(({ upstreamId }) => upstreamId);
}

/** All of it, or nothing where the article has another version by now: that one waits in its turn. */
export function keepProposals(
  { articleId, versionId, engineVersion, proposals, asked, later }: Proposals,
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    await lockNames(tx, [EDGES]);
    const sample = await tx.textSample.findUnique({ where: { articleId }, select: { versionId: true } });
    if (sample?.versionId !== versionId) return;
    const here = { articleId, versionId, engineVersion };
    for (const one of asked)
      await tx.provenanceEdge.updateMany({
        where: { articleId, upstreamId: one.upstreamId, isMachines: false, engineVersion: null },
        data: { ...columnsOf(one), versionId, engineVersion },
      });
    await tx.provenanceEdge.deleteMany({
      where: {
        articleId,
        isMachines: true,
        state: "PROPOSED",
        upstreamId: { notIn: proposals.map(({ upstreamId }) => upstreamId) },
      },
    });
    for (const one of proposals) await keepProposal(tx, here, one, now);
    await tx.textSample.update({ where: { articleId }, data: { isWaiting: false, comparedAt: now } });
    if (later.length > 0)
      await tx.textSample.updateMany({
        where: { articleId: { in: [...later] } },
        data: { isWaiting: true },
      });
  });
}

interface Here {
  readonly articleId: string;
  readonly versionId: string;
  readonly engineVersion: string;
}

async function keepProposal(tx: Tx, here: Here, one: Comparison, now: Date): Promise<void> {
  const { articleId, versionId, engineVersion } = here;
  const { upstreamId } = one;
  const there = await tx.provenanceEdge.findUnique({
    where: { articleId_upstreamId: { articleId, upstreamId } },
  });
  if (there === null) {
    if (await leadsTo(tx, upstreamId, articleId)) return;
    const data = { ...here, ...columnsOf(one), kind: one.kind, reasons: [...one.reasons], upstreamId };
    await tx.provenanceEdge.create({ data: { ...data, isMachines: true, proposedAt: now } });
    return;
  }
  const isSame =
    there.versionId === versionId &&
    there.upstreamVersionId === one.upstreamVersionId &&
    there.engineVersion === engineVersion &&
    there.kind === one.kind;
  if (there.state !== "PROPOSED" || !there.isMachines || isSame) return;
  await tx.provenanceEdge.update({
    where: { id: there.id },
    // Between which articles it stands never changes.
    data: {
      versionId,
      engineVersion,
      ...columnsOf(one),
      kind: one.kind,
      reasons: [...one.reasons],
      proposedAt: now,
      revision: { increment: 1 },
    },
  });
}

function columnsOf({ upstreamVersionId, sentences, counts, isCut }: Comparison) {
  return { upstreamVersionId, sentences: sentences.map((one) => ({ ...one })), ...counts, isCut };
}

/** Does the way upstream from `lower` lead to `upper`? What was dismissed leads nowhere. */
export async function leadsTo(tx: Tx, lower: string, upper: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ leads: boolean }[]>`
    SELECT provenance_leads(${lower}::uuid, ${upper}::uuid) AS leads`;
  return row?.leads ?? false;
}
