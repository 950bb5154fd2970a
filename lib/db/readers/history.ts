import { SYSTEM } from "#lib/db/audit/audit";
import { lastCheck } from "#lib/db/audit/checks";
import { isIntact } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import type { AuditEvent, AuditPayload } from "#lib/db/generated/client";
import type { HistoryEntry } from "#lib/domain/publications";
import type { Proof, PublicHistory } from "#lib/domain/published";
import * as words from "#lib/words";

interface Subjects {
  readonly reviewIds: readonly string[];
  readonly versionIds: readonly string[];
  readonly claimIds: readonly string[];
  /** Nothing later is told: it belongs to work that is not published. */
  readonly until: Date;
}

/**
 * What happened to these subjects up to `until`, oldest first: who and what, never a payload. People are named where they
 * wrote or published one of the reviews, as their publication names them; anybody else is "An editor".
 */
export async function publicHistory(subjects: Subjects): Promise<PublicHistory> {
  const ids = [
    ...subjects.reviewIds.map((id) => `review:${id}`),
    ...subjects.versionIds.map((id) => `version:${id}`),
    ...subjects.claimIds.map((id) => `claim:${id}`),
  ];
  const [events, named] = await Promise.all([
    database().auditEvent.findMany({
      where: { subjectId: { in: ids }, at: { lte: subjects.until } },
      orderBy: { sequence: "asc" },
      include: { payload: true },
    }),
    peopleNamed(subjects.reviewIds),
  ]);
  const entries = events
    .filter(({ action }) => words.record.history.done(action, 1) !== null)
    .map(
      (event): HistoryEntry => ({
        sequence: Number(event.sequence),
        at: event.at.toISOString(),
        action: event.action,
        actorName: nameOf(event.actorId, named),
        hash: event.hash,
      }),
    );
  return { entries, proof: await proofOf(events) };
}

/** Of a claim without a verdict, so many pages that make it tell when they were published. */
const PAGES_TOLD = 50;

/** The claim's own acts up to its verdict; where it has none, the publishing of the pages that make it, the latest, and no more. */
export async function claimHistory(claimId: string, until: Date | null): Promise<PublicHistory> {
  if (until !== null) {
    const own = await database().publication.findMany({
      where: { claimId, kind: "CLAIM", publishedAt: { lte: until } },
      select: { reviewId: true },
    });
    const reviewIds = own.map(({ reviewId }) => reviewId);
    return publicHistory({ reviewIds, versionIds: [], claimIds: [claimId], until });
  }
  const pages = await database().$queryRaw<{ reviewId: string; publishedAt: Date }[]>`
    SELECT p."reviewId", p."publishedAt" FROM (
      SELECT "publicationId" FROM "StandingStatement" WHERE "claimId" = ${claimId}::uuid
      ORDER BY "claimId" DESC, "publishedAt" DESC, "publicationId" DESC, number DESC LIMIT ${PAGES_TOLD}
    ) place JOIN "Publication" p ON p.id = place."publicationId"`;
  const latest = new Date(Math.max(0, ...pages.map(({ publishedAt }) => publishedAt.getTime())));
  const reviewIds = [...new Set(pages.map(({ reviewId }) => reviewId))];
  const history = await publicHistory({ reviewIds, versionIds: [], claimIds: [], until: latest });
  return { ...history, entries: history.entries.filter(({ action }) => action === "review.publish") };
}

function nameOf(actorId: string, named: ReadonlyMap<string, string>): string {
  if (actorId === SYSTEM) return words.record.history.system;
  return named.get(actorId) ?? words.record.history.editor;
}

/** Those of the people who wrote or published these reviews whom a publication of them names, by that name. */
async function peopleNamed(reviewIds: readonly string[]): Promise<Map<string, string>> {
  if (reviewIds.length === 0) return new Map();
  const people = await database().$queryRaw<{ id: string; name: string }[]>`
    WITH published AS MATERIALIZED (
      SELECT "reviewId", "publishedById", content #>> '{publishedBy,name}' AS publisher, content -> 'writers' AS writers
      FROM "Publication" WHERE "reviewId" = ANY (${[...reviewIds]}::uuid[])
    ), told AS (
      SELECT "publishedById" AS id, publisher AS name FROM published
      UNION
      SELECT w."userId", writer ->> 'name' FROM published p JOIN "ReviewWriter" w ON w."reviewId" = p."reviewId"
      CROSS JOIN LATERAL jsonb_array_elements(p.writers) AS writer
    )
    SELECT u.id, u.name FROM told JOIN "User" u ON u.id = told.id AND u.name = told.name`;
  return new Map(people.map(({ id, name }) => [id, name]));
}

/**
 * What the record proves of these events: each holds in itself, and the last check of the whole record went beyond them and found nothing wrong. The check
 * is made in the background, so that a page costs the same however many events there are.
 */
async function proofOf(events: readonly (AuditEvent & { payload: AuditPayload | null })[]): Promise<Proof> {
  if (!events.every(isIntact)) return "BROKEN";
  const check = await lastCheck();
  if (check !== null && check.faultCount > 0) return "BROKEN";
  const last = Number(events.at(-1)?.sequence ?? 0);
  return check !== null && last <= check.head.sequence ? "VERIFIED" : "UNCHECKED";
}
