import { SYSTEM, verifyChain } from "#lib/db/audit/audit";
import { database } from "#lib/db/core/client";
import type { HistoryEntry } from "#lib/domain/publications";
import type { PublicHistory } from "#lib/domain/published";
import { words } from "#lib/words";

/** A verified head is believed for this long; then the whole chain is walked again, so that a change behind it is found. */
const BELIEVED_FOR_MS = 5 * 60 * 1000;

interface Checked {
  readonly head: string | null;
  readonly at: number;
  readonly isWhole: Promise<boolean>;
}

let checked: Checked | null = null;

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
  const [events, isWhole, named] = await Promise.all([
    database().auditEvent.findMany({
      where: { subjectId: { in: ids }, at: { lte: subjects.until } },
      orderBy: { sequence: "asc" },
      select: { sequence: true, at: true, actorId: true, action: true, hash: true },
    }),
    isChainWhole(),
    peopleNamed(subjects.reviewIds),
  ]);
  const entries = events
    .filter(({ action }) => words.reader.record.history.done(action, 1) !== null)
    .map(
      (event): HistoryEntry => ({
        sequence: Number(event.sequence),
        at: event.at.toISOString(),
        action: event.action,
        actorName: nameOf(event.actorId, named),
        hash: event.hash,
      }),
    );
  return { entries, isWhole };
}

function nameOf(actorId: string, named: ReadonlyMap<string, string>): string {
  if (actorId === SYSTEM) return words.reader.record.history.system;
  return named.get(actorId) ?? words.reader.record.history.editor;
}

async function peopleNamed(reviewIds: readonly string[]): Promise<Map<string, string>> {
  const reviewId = { in: [...reviewIds] };
  const people = await database().user.findMany({
    where: {
      OR: [{ contributions: { some: { reviewId } } }, { publications: { some: { reviewId } } }],
    },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Does the chain of all events add up? Walked anew when an event was added, and every few minutes; never twice at once. */
async function isChainWhole(): Promise<boolean> {
  const last = await database().auditEvent.findFirst({
    orderBy: { sequence: "desc" },
    select: { hash: true },
  });
  const head = last?.hash ?? null;
  const now = Date.now();
  if (checked === null || checked.head !== head || now - checked.at > BELIEVED_FOR_MS) {
    const isWhole = verifyChain().then((state) => state.ok);
    checked = { head, at: now, isWhole };
    isWhole.catch(() => {
      checked = null;
    });
  }
  return checked.isWhole;
}
