import { factsOfVersion, SAID, type SayingVersion } from "#lib/db/articles/facts";
import { lockNames, type Tx } from "#lib/db/core/client";
import type { ProvenanceKind } from "#lib/domain/labels";
import { factsIn } from "#lib/domain/page-facts";
import type { ProvenanceState, StandingEdge } from "#lib/domain/provenance";
import { Id } from "#lib/domain/reviews";
import { EDGES, leadsTo } from "./proposals";

/** Edges, for the verbs. */

export interface LockedEdge {
  readonly edge: StandingEdge;
  /** Would an article be its own source, over others, if this one stood? */
  readonly closesCircle: boolean;
  /** What the page upstream is called. */
  readonly title: string | null;
}

/** Nobody adds or changes an edge until the transaction ends. Null where there is none. */
export async function lockEdge(tx: Tx, id: string): Promise<LockedEdge | null> {
  await lockNames(tx, [EDGES]);
  const row = await tx.provenanceEdge.findUnique({
    where: { id },
    select: {
      id: true,
      articleId: true,
      upstreamId: true,
      kind: true,
      state: true,
      revision: true,
      upstreamVersion: { select: SAID },
    },
  });
  if (row === null) return null;
  const { upstreamVersion, ...edge } = row;
  const closesCircle = edge.state === "DISMISSED" && (await leadsTo(tx, edge.upstreamId, edge.articleId));
  return { edge, closesCircle, title: await titleOf(tx, upstreamVersion) };
}

const titleOf = async (tx: Tx, version: SayingVersion) => factsIn(await factsOfVersion(tx, version)).TITLE;

export interface Decision {
  readonly kind: ProvenanceKind;
  readonly state: ProvenanceState;
  /** Both null where nothing is decided any more. */
  readonly byId: string | null;
  readonly at: Date | null;
  readonly reason: string | null;
}

export async function keepDecision(
  tx: Tx,
  id: string,
  { kind, state, byId, at, reason }: Decision,
): Promise<void> {
  await tx.provenanceEdge.update({
    where: { id },
    data: { kind, state, decidedById: byId, decidedAt: at, reason, revision: { increment: 1 } },
  });
}

/** So many edges may people name of one article. */
const MOST_NAMED = 50;

/** For whoever names a page upstream: what is there already. Nobody adds an edge until the transaction ends. */
export async function lockNaming(tx: Tx, versionId: string, address: string) {
  await lockNames(tx, [EDGES]);
  const version = await tx.articleVersion.findUnique({
    where: { id: versionId },
    select: { articleId: true },
  });
  if (version === null) return null;
  const { articleId } = version;
  const upstream = await articleAt(tx, address);
  const own = await tx.provenanceEdge.findMany({
    where: { articleId, isMachines: false },
    select: { id: true },
    take: MOST_NAMED,
  });
  const isNamed =
    upstream !== null &&
    (await tx.provenanceEdge.count({ where: { articleId, upstreamId: upstream.articleId } })) > 0;
  const closesCircle =
    upstream !== null &&
    upstream.articleId !== articleId &&
    (await leadsTo(tx, upstream.articleId, articleId));
  return { articleId, upstream, isNamed, closesCircle, isFull: own.length === MOST_NAMED };
}

const DESK = /\/desk\/articles\/([0-9a-f-]{36})(?:[/?#]|$)/iu;

/** The latest version of the article at an address: on the web, or on this desk. Null where there is none. */
async function articleAt(tx: Tx, address: string) {
  const asked = Id.safeParse(DESK.exec(address)?.[1]?.toLowerCase());
  const article = asked.success
    ? await tx.article.findFirst({
        where: { versions: { some: { id: asked.data } } },
        select: { id: true },
      })
    : await tx.article.findFirst({
        where: { url: address },
        orderBy: { id: "asc" },
        select: { id: true },
      });
  if (article === null) return null;
  const version = await tx.articleVersion.findFirst({
    where: { articleId: article.id },
    orderBy: { number: "desc" },
    select: { ...SAID, id: true },
  });
  return version && { articleId: article.id, versionId: version.id, title: await titleOf(tx, version) };
}

/** One that an editor names: it stands at once, and its sentences are compared in their turn. */
export async function keepNamed(
  tx: Tx,
  {
    versionId,
    articleId,
    upstream,
    kind,
    reason,
    byId,
    at,
  }: {
    readonly versionId: string;
    readonly articleId: string;
    readonly upstream: { readonly articleId: string; readonly versionId: string };
    readonly kind: ProvenanceKind;
    readonly reason: string;
    readonly byId: string;
    readonly at: Date;
  },
): Promise<string> {
  const { id } = await tx.provenanceEdge.create({
    data: {
      articleId,
      versionId,
      upstreamId: upstream.articleId,
      upstreamVersionId: upstream.versionId,
      kind,
      state: "CONFIRMED",
      isMachines: false,
      reasons: [],
      reason,
      proposedAt: at,
      decidedById: byId,
      decidedAt: at,
    },
    select: { id: true },
  });
  await tx.textSample.updateMany({ where: { articleId }, data: { isWaiting: true } });
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('relate', '{}'::json, job_key := 'relate', queue_name := 'relate', max_attempts := 6, priority := 10)`;
  return id;
}
