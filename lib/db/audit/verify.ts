import { z } from "zod";
import { database, inOneView, type Tx } from "#lib/db/core/client";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import type { AuditEvent, AuditPayload, Publication } from "#lib/db/generated/client";
import { PublicationContent } from "#lib/domain/publications";
import type { RecordFault } from "#lib/domain/record-checks";
import { ERASE, eventHash, eventSubject, GENESIS, payloadHash } from "./audit";
import { strayRows, wronglyStanding } from "./standing";

/**
 * Does the record prove itself? Every event follows the one before it, every payload is the one that was hashed, and what readers see
 * is what somebody published. Reads in batches: memory doesn't grow with the record.
 */

const EVENTS_AT_ONCE = 1000;
const PUBLICATIONS_AT_ONCE = 50;
/** More are counted and not listed. */
const MOST_FAULTS = 100;

/** A place in the chain: everything up to `sequence` was checked, and ended with `hash`. */
export interface ChainPoint {
  readonly sequence: number;
  readonly hash: string;
}

export const START: ChainPoint = { sequence: 0, hash: GENESIS };

export interface RecordState {
  /** How far the chain was walked, and the hash that it ended with. */
  readonly head: ChainPoint;
  readonly events: number;
  readonly publications: number;
  /** In the order in which they were found, the first broken link first; at most a hundred. */
  readonly faults: readonly RecordFault[];
  readonly faultCount: number;
}

class Faults {
  readonly listed: RecordFault[] = [];
  readonly #named = new Set<string>();
  count = 0;
  /** Once each: an event and the publication that it made may both lead to the same row. */
  add(fault: RecordFault): void {
    const name = JSON.stringify(fault);
    if (this.#named.has(name)) return;
    if (this.#named.size < MOST_FAULTS) this.#named.add(name);
    this.count += 1;
    if (this.listed.length < MOST_FAULTS) this.listed.push(fault);
  }
}

/** Check the events after `from` and what they published. From the start, every publication is looked at as well, whether an event tells of it or not. */
export async function verifyRecord(from: ChainPoint = START): Promise<RecordState> {
  const faults = new Faults();
  const head = await verifyEvents(from, faults);
  const publications = from.sequence === 0 ? await verifyPublications(faults) : 0;
  return {
    head,
    events: head.sequence - from.sequence,
    publications,
    faults: faults.listed,
    faultCount: faults.count,
  };
}

/** The events after `from`. The walk goes on behind a broken link, from what stands there, so that later ones are named too. */
export async function verifyEvents(from: ChainPoint, faults: Pick<Faults, "add">): Promise<ChainPoint> {
  let point = from;
  for (;;) {
    const events = await database().auditEvent.findMany({
      where: { sequence: { gt: BigInt(point.sequence) } },
      orderBy: { sequence: "asc" },
      take: EVENTS_AT_ONCE,
      include: { payload: true },
    });
    const last = events.at(-1);
    if (last === undefined) return point;
    let previous = point;
    for (const event of events) {
      const sequence = Number(event.sequence);
      if (!follows(previous, event)) faults.add({ kind: "EVENT", sequence });
      if (!holdsPayload(event)) faults.add({ kind: "PAYLOAD", sequence });
      previous = { sequence, hash: event.hash };
    }
    for (const fault of await missingPayloads(events)) faults.add(fault);
    for (const fault of await changedVersions(events)) faults.add(fault);
    for (const fault of await changedPublications(events)) faults.add(fault);
    point = previous;
  }
}

type Linked = AuditEvent & { readonly payload: AuditPayload | null };

function follows(previous: ChainPoint, event: AuditEvent): boolean {
  return (
    event.sequence === BigInt(previous.sequence + 1) &&
    event.previous === previous.hash &&
    event.hash === eventHash(previous.hash, event)
  );
}

function holdsPayload({ payload, payloadHash: hash }: Linked): boolean {
  return payload === null || payloadHash(payload.salt, payload.payload) === hash;
}

/** A payload may be gone only where an event says that it was erased. */
async function missingPayloads(events: readonly Linked[]): Promise<RecordFault[]> {
  const gone = events.filter(({ payload }) => payload === null).map(({ sequence }) => Number(sequence));
  if (gone.length === 0) return [];
  const erasures = await database().auditEvent.findMany({
    where: { action: ERASE, subjectId: { in: gone.map(eventSubject) } },
    select: { subjectId: true },
  });
  const recorded = new Set(erasures.map(({ subjectId }) => subjectId));
  return gone
    .filter((sequence) => !recorded.has(eventSubject(sequence)))
    .map((sequence) => ({ kind: "PAYLOAD_GONE", sequence }));
}

/** A version's text is the one that was stored: its event keeps the hash. */
async function changedVersions(events: readonly Linked[]): Promise<RecordFault[]> {
  const stored = events.flatMap(({ action, subjectId, payload }) => {
    const hash = textOf(payload, "textSha256");
    return action === "version.store" && hash !== null ? [{ id: idOf(subjectId), hash }] : [];
  });
  if (stored.length === 0) return [];
  const found = await database().$queryRaw<{ id: string }[]>`
    SELECT asked.id FROM unnest(${stored.map(({ id }) => id)}::uuid[], ${stored.map(({ hash }) => hash)}::text[]) AS asked(id, hash)
    LEFT JOIN "ArticleVersion" v ON v."id" = asked.id
      AND v."textSha256" = asked.hash AND encode(sha256(convert_to(v."text", 'UTF8')), 'hex') = asked.hash
    WHERE v."id" IS NULL`;
  return found.map(({ id }) => ({ kind: "VERSION", id }));
}

/** What these events published is still there, as it was published. */
async function changedPublications(events: readonly Linked[]): Promise<RecordFault[]> {
  const named = events.flatMap(({ action, payload }) => {
    const id = textOf(payload, "publicationId");
    return (action === PUBLISH || action === WITHDRAW) && id !== null ? [id] : [];
  });
  const ids = [...new Set(named)];
  const faults: RecordFault[] = [];
  for (let from = 0; from < ids.length; from += PUBLICATIONS_AT_ONCE) {
    const some = ids.slice(from, from + PUBLICATIONS_AT_ONCE);
    await inOneView(async (tx) => {
      const rows = await tx.publication.findMany({ where: { id: { in: some } } });
      const there = new Set(rows.map(({ id }) => id));
      for (const id of some) if (!there.has(id)) faults.push({ kind: "PUBLICATION_GONE", id });
      faults.push(...(await faultsOf(tx, rows)));
    });
  }
  return faults;
}

/** Every publication, and everything that stands. */
async function verifyPublications(faults: Faults): Promise<number> {
  let count = 0;
  let after: string | undefined = "00000000-0000-0000-0000-000000000000";
  while (after !== undefined) {
    const id: { gt: string } = { gt: after };
    after = await inOneView(async (tx): Promise<string | undefined> => {
      const rows: Publication[] = await tx.publication.findMany({
        where: { id },
        orderBy: { id: "asc" },
        take: PUBLICATIONS_AT_ONCE,
      });
      for (const fault of await faultsOf(tx, rows)) faults.add(fault);
      count += rows.length;
      return rows.at(-1)?.id;
    });
  }
  for (const fault of await inOneView(strayRows)) faults.add(fault);
  for (const fault of await falseChecks()) faults.add(fault);
  return count;
}

/** Checks that say they went to an event which the chain doesn't hold: readers are told "verified" on their word. */
async function falseChecks(): Promise<RecordFault[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT c.id::text AS id FROM "RecordCheck" c LEFT JOIN "AuditEvent" e ON e.sequence = c."upTo"
    WHERE c."upTo" > 0 AND e.hash IS DISTINCT FROM c.head LIMIT ${MOST_FAULTS}`;
  return rows.map(({ id }) => ({ kind: "CHECK", id }));
}

/** Names are never changed, and readers see in a page's history those of who wrote and published it: they are the ones that it was published with. */
async function otherNames(tx: Tx, rows: readonly Publication[]): Promise<RecordFault[]> {
  const writers = await tx.reviewWriter.findMany({
    where: { reviewId: { in: rows.map(({ reviewId }) => reviewId) } },
  });
  const ids = [...rows.map(({ publishedById }) => publishedById), ...writers.map(({ userId }) => userId)];
  const people = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.flatMap(({ id, reviewId, publishedById, content }): RecordFault[] => {
    const parsed = PublicationContent.safeParse(content).data;
    if (parsed === undefined) return [];
    const known = new Set(parsed.writers.map(({ name }) => name));
    const own = writers.filter((one) => one.reviewId === reviewId);
    const isSame =
      names.get(publishedById) === parsed.publishedBy.name &&
      own.length > 0 &&
      own.every(({ userId }) => known.has(names.get(userId) ?? ""));
    return isSame ? [] : [{ kind: "PERSON", publicationId: id }];
  });
}

async function faultsOf(tx: Tx, rows: readonly Publication[]): Promise<RecordFault[]> {
  const unproven = await unprovenPublications(rows, tx);
  const wrong = await wronglyStanding(tx, rows);
  return [
    ...(await otherNames(tx, rows)),
    ...[...unproven].map((id) => ({ kind: "PUBLICATION" as const, id })),
    ...[...wrong].map((id) => ({ kind: "STANDING" as const, of: "publication" as const, id })),
  ];
}

/**
 * Those of these publications that aren't what somebody published: the hash of their content isn't the one in the event that published
 * them, or who published, when, the correction's reason, the address, the claims that are linked or the withdrawal differ from the record.
 */
export async function unprovenPublications(
  rows: readonly Publication[],
  db: Tx = database(),
): Promise<ReadonlySet<string>> {
  const ids = rows.map(({ id }) => id);
  const [events, articles, links] = await Promise.all([
    db.auditEvent.findMany({
      where: {
        subjectId: { in: rows.map(({ reviewId }) => `review:${reviewId}`) },
        action: { in: [PUBLISH, WITHDRAW] },
      },
      include: { payload: true },
    }),
    db.article.findMany({
      where: { id: { in: rows.flatMap(({ articleId }) => articleId ?? []) } },
      select: { id: true, slug: true },
    }),
    db.publicationClaim.findMany({ where: { publicationId: { in: ids } } }),
  ]);
  // Asked by themselves, so that a link to nothing is a fault and no error.
  const claims = await db.claim.findMany({
    where: { id: { in: links.map(({ claimId }) => claimId) } },
    select: { id: true, slug: true },
  });
  const claimSlug = new Map(claims.map(({ id, slug }) => [id, slug]));
  const slugs = new Map(articles.map(({ id, slug }) => [id, slug]));
  const isProven = (row: Publication): boolean => {
    const content = PublicationContent.safeParse(row.content);
    if (!content.success) return false;
    const linked = links
      .filter(({ publicationId }) => publicationId === row.id)
      .map(({ claimId }) => claimSlug.get(claimId) ?? "");
    return (
      isAsPublished(row, events) &&
      isAsWithdrawn(row, events) &&
      isSameSet(claimSlugs(content.data), linked) &&
      (content.data.kind === "CLAIM" || slugs.get(row.articleId ?? "") === content.data.article.slug)
    );
  };
  return new Set(rows.filter((row) => !isProven(row)).map(({ id }) => id));
}

export const PUBLISH = "review.publish";
export const WITHDRAW = "review.withdraw";

function isAsPublished(row: Publication, events: readonly Linked[]): boolean {
  const hash = sha256(canonicalJson(row.content));
  const event = events.find(
    ({ action, payload }) => action === PUBLISH && textOf(payload, "publicationId") === row.id,
  );
  return (
    event !== undefined &&
    isIntact(event) &&
    row.sha256 === hash &&
    textOf(event.payload, "sha256") === hash &&
    textOf(event.payload, "versionId") === row.versionId &&
    textOf(event.payload, "claimId") === row.claimId &&
    event.subjectId === `review:${row.reviewId}` &&
    event.actorId === row.publishedById &&
    event.at.getTime() === row.publishedAt.getTime() &&
    textOf(event.payload, "correction") === row.correction
  );
}

function isAsWithdrawn(row: Publication, events: readonly Linked[]): boolean {
  const event = events.find(
    ({ action, payload }) => action === WITHDRAW && textOf(payload, "publicationId") === row.id,
  );
  if (event === undefined) return row.withdrawnAt === null;
  return (
    isIntact(event) &&
    event.at.getTime() === row.withdrawnAt?.getTime() &&
    textOf(event.payload, "reason") === row.withdrawnReason
  );
}

/** Whether an event holds in itself, whatever stands before it: its own hash, and that of its payload. */
export function isIntact(event: Linked): boolean {
  return event.hash === eventHash(event.previous, event) && holdsPayload(event);
}

function claimSlugs(content: PublicationContent): readonly string[] {
  if (content.kind === "CLAIM")
    return [content.claim.slug, ...(content.joined ?? []).map(({ slug }) => slug)];
  return content.statements.flatMap(({ claim }) => claim?.slug ?? []);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((one) => right.has(one));
}

/** The id behind the noun of an event's subject. */
function idOf(subjectId: string): string {
  return subjectId.slice(subjectId.indexOf(":") + 1);
}

/** A text of an event's payload; null where the payload was erased or has none of that name. */
function textOf(payload: AuditPayload | null, name: string): string | null {
  const value = Payload.safeParse(payload?.payload).data?.[name];
  return typeof value === "string" ? value : null;
}

const Payload = z.record(z.string(), z.unknown());
