import { z } from "zod";
import { mergingEvents } from "#lib/db/claims/merging";
import type { Tx } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import { readersOfStatements } from "#lib/db/readings/units";
import type { Writer } from "#lib/domain/credits";

/** Who wrote what a review will publish, part by part, as far as the record tells. Parts are named as `lib/publish/parts.ts` names them. */

/**
 * Who wrote each statement of a review: whoever changed it last, whoever the history names, the authors of its public notes, and of what two
 * people read blind those whose words were taken. By the statement's id.
 */
export async function statementWriters(
  tx: Tx,
  reviewId: string,
): Promise<ReadonlyMap<string, readonly Writer[]>> {
  const [statements, events] = await Promise.all([
    tx.statement.findMany({
      where: { reviewId, removedAt: null },
      select: {
        id: true,
        changedBy: WRITER,
        annotations: { where: { removedAt: null, isPublic: true }, select: { author: WRITER } },
      },
    }),
    eventsOf(tx, `review:${reviewId}`),
  ]);
  const acted = await writersById(tx, events);
  const readers = await readersOfStatements(tx, reviewId);
  return new Map(
    statements.map(({ id, changedBy, annotations }) => [
      id,
      distinct([
        ...(readers.get(id) ?? []),
        ...events.filter(({ about }) => about === id).flatMap(({ actorId }) => acted.get(actorId) ?? []),
        changedBy,
        ...annotations.map(({ author }) => author),
      ]),
    ]),
  );
}

const WRITER = { select: { id: true, name: true } } as const;

/** Who gave each of these claims the wording that it has. By the claim's slug. */
export async function wordingWriters(
  tx: Tx,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Writer[]>> {
  const claims = await tx.claim.findMany({
    where: { id: { in: [...claimIds] } },
    select: { id: true, slug: true, wording: true },
  });
  const events = await tx.auditEvent.findMany({
    where: {
      subjectId: { in: claims.map(({ id }) => `claim:${id}`) },
      action: { in: ["claim.create", "claim.edit"] },
    },
    orderBy: { sequence: "desc" },
    include: { payload: true },
  });
  const acted = await writersById(tx, events);
  return new Map(
    claims.map(({ id, slug, wording }) => {
      const own = events.filter(({ subjectId }) => subjectId === `claim:${id}`);
      // Whoever wrote these very words; where an event was erased, whoever changed the claim at all.
      const same = own.filter(({ payload }) => Payload.safeParse(payload?.payload).data?.wording === wording);
      const writers = (same.length > 0 ? same : own).flatMap(({ actorId }) => acted.get(actorId) ?? []);
      return [slug, distinct(writers)];
    }),
  );
}

/** Who wrote the verdict, the evidence and the searches of a claim's review. By the part's name. */
export async function claimPartWriters(
  tx: Tx,
  { id: reviewId, claimId }: { readonly id: string; readonly claimId: string },
): Promise<ReadonlyMap<string, readonly Writer[]>> {
  const own = await eventsOf(tx, `claim:${claimId}`);
  const mergings = await eventsIn(tx, await mergingEvents(claimId, tx));
  const events = [...own, ...mergings].filter((event) => event.reviewId === reviewId);
  const counted = { claim: { rootId: claimId }, removedAt: null };
  const [acted, evidence, searches, verdict] = await Promise.all([
    writersById(tx, events),
    tx.evidence.findMany({ where: counted, select: { addedBy: WRITER } }),
    tx.searchRecord.findMany({ where: counted, select: { by: WRITER } }),
    tx.verdict.findUnique({ where: { reviewId }, select: { author: WRITER } }),
  ]);
  const actors = (...actions: readonly string[]) =>
    events
      .filter(({ action }) => actions.some((one) => action.startsWith(one)))
      .flatMap(({ actorId }) => acted.get(actorId) ?? []);
  // Whoever joins or parts claims moves evidence and searches too.
  const moving = ["claim.merge", "claim.part"];
  return new Map([
    ["verdict", distinct([...actors("verdict."), ...(verdict === null ? [] : [verdict.author])])],
    ["joined", distinct(actors(...moving))],
    ["evidence", distinct([...actors("evidence.", ...moving), ...evidence.map(({ addedBy }) => addedBy)])],
    ["searches", distinct([...actors("search.", ...moving), ...searches.map(({ by }) => by)])],
    ["unknowns", distinct(actors("claim.create", "claim.edit"))],
  ]);
}

const Payload = z.object({
  statementId: z.string().nullish(),
  reviewId: z.string().nullish(),
  wording: z.string().nullish(),
});

async function eventsOf(tx: Tx, subjectId: string) {
  return toldOf(
    await tx.auditEvent.findMany({
      where: { subjectId },
      orderBy: { sequence: "asc" },
      include: { payload: true },
    }),
  );
}

async function eventsIn(tx: Tx, sequences: readonly bigint[]) {
  return toldOf(
    await tx.auditEvent.findMany({
      where: { sequence: { in: [...sequences] } },
      orderBy: { sequence: "asc" },
      include: { payload: true },
    }),
  );
}

function toldOf(events: readonly Prisma.AuditEventGetPayload<{ include: { payload: true } }>[]) {
  return events.map(({ actorId, action, payload }) => {
    const { statementId, reviewId } = Payload.safeParse(payload?.payload).data ?? {};
    return { actorId, action, about: statementId ?? null, reviewId: reviewId ?? null };
  });
}

async function writersById(
  tx: Tx,
  events: readonly { readonly actorId: string }[],
): Promise<ReadonlyMap<string, Writer>> {
  const ids = [...new Set(events.map(({ actorId }) => actorId))].filter(
    (id) => z.uuid().safeParse(id).success,
  );
  const people = await tx.user.findMany({ where: { id: { in: ids } }, ...WRITER });
  return new Map(people.map((person) => [person.id, person]));
}

function distinct(writers: readonly Writer[]): Writer[] {
  return [...new Map(writers.map((writer) => [writer.id, writer])).values()];
}
