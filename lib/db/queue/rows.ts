import { dateColumn } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { facet } from "#lib/domain/queue-facets";
import { priorityOf } from "#lib/domain/queue-priority";
import { type Work, workOf } from "#lib/domain/queue-work";
import {
  countPieces,
  countSubjects,
  type Piece,
  type PieceCounts,
  pieceKey,
  type SubjectCounts,
} from "./counts";
import { type Subject, subjectsOf, type VersionOfWork } from "./subjects";

/** Rows of the queue as they have to be, worked out of the other tables. */

/** In the place of a time that nobody gave: after all others. */
export const NEVER_DUE = new Date("9999-12-31T00:00:00.000Z");

export type QueueRow = Awaited<ReturnType<typeof queueRows>>[number];

type WorkOfSubject = Work<VersionOfWork>;

/** Of these pages and claims; `now` says which promises fell due. */
export async function queueRows(tx: Tx, subjectIds: readonly string[], now: Date) {
  const subjects = await subjectsOf(tx, subjectIds);
  const works = subjects.map((subject) => ({ subject, works: workOf(subject) }));
  const counts = await countPieces(
    tx,
    works.flatMap(({ works }) => works.flatMap((work) => pieceOf(work) ?? [])),
  );
  const beside = await countSubjects(tx, subjects);
  return works.flatMap(({ subject, works }) =>
    works.map((work) => {
      const piece = pieceOf(work);
      const all = (piece && counts.get(pieceKey(piece))) ?? NOTHING;
      const { total, waiting, wordsMark } = all;
      const counted = work.version.isReadBlind ? { ...NOTHING, total, waiting, wordsMark } : all;
      return rowOf(subject, work, counted, beside.get(subject.id) ?? ALONE, now);
    }),
  );
}

function pieceOf({ version, review }: WorkOfSubject): Piece | null {
  const { versionId, aside, facts } = version;
  const publisher = facts.PUBLISHER;
  return versionId === null ? null : { versionId, reviewId: review?.id ?? null, aside, publisher };
}

const NOTHING: PieceCounts = {
  waiting: 0,
  total: 0,
  labels: [],
  sourcings: [],
  speakerIds: [],
  claimIds: [],
  unsourced: 0,
  knownClaims: 0,
  manyOutlets: 0,
  unsure: 0,
  promises: false,
  wordsMark: "",
};
const ALONE: SubjectCounts = { reports: 0, promiseDue: null, feedIds: [] };

function rowOf(
  subject: Subject,
  work: WorkOfSubject,
  counted: PieceCounts,
  beside: SubjectCounts,
  now: Date,
) {
  const { place, version, review, assigneeId, lostId, hasReader, alsoVersions } = work;
  const { assignment, standing } = subject;
  const isPublished = place === "PUBLISHED";
  const promiseDue = isPublished ? beside.promiseDue : null;
  const isDue = promiseDue !== null && promiseDue <= now;
  const urgency = assignment?.urgency ?? null;
  const { priority, reasons } = priorityOf(
    {
      REPORTED: beside.reports,
      FELL_DUE: isDue ? 1 : 0,
      KNOWN_CLAIM: isPublished ? 0 : counted.knownClaims,
      MANY_OUTLETS: isPublished ? 0 : counted.manyOutlets,
      UNSOURCED: counted.unsourced,
      NOT_SURE: counted.unsure,
    },
    urgency,
  );
  return {
    id: review?.id ?? version.versionId ?? subject.id,
    subjectId: subject.id,
    kind: subject.kind,
    place,
    state: review?.state ?? null,
    versionId: version.versionId,
    version: version.versionId === null ? null : version.number,
    alsoVersions: [...alsoVersions],
    title: version.facts.TITLE,
    publisher: version.facts.PUBLISHER,
    day: dateColumn(version.facts.DATE),
    waiting: counted.waiting,
    total: counted.total,
    authorId: review?.author.id ?? null,
    assigneeId,
    lostId,
    hasReader,
    writers: review?.writers.map(({ id }) => id).sort() ?? [],
    priority,
    reasons: [...reasons],
    urgency,
    dueAt: assignment?.dueAt ?? NEVER_DUE,
    changedAt: changedAt(subject, work, standing?.publishedAt ?? null),
    promiseDue,
    isDue,
    dismissedFor: place === "DISMISSED" ? subject.dismissedFor : null,
    revision: assignment?.revision ?? 0,
    facets: facetsOf(subject, work, counted, beside),
    dissenters: place === "PUBLISHED" ? [] : [...version.dissenters].sort(),
    wordsMark: sha256(JSON.stringify([version.facts.TITLE, version.facts.PUBLISHER, counted.wordsMark])),
  };
}

function changedAt(
  subject: Subject,
  { place, version, review }: WorkOfSubject,
  publishedAt: Date | null,
): Date {
  if (place === "PUBLISHED" && publishedAt !== null) return publishedAt;
  if (place === "DISMISSED" && subject.dismissedAt !== null) return subject.dismissedAt;
  return review?.updatedAt ?? version.at;
}

function facetsOf(
  subject: Subject,
  { version, review, assigneeId }: WorkOfSubject,
  counted: PieceCounts,
  beside: SubjectCounts,
): string[] {
  const { PUBLISHER, LANGUAGE } = version.facts;
  const claimIds = subject.kind === "CLAIM" ? [subject.id] : counted.claimIds;
  const people = [assigneeId, review?.author.id, ...(review?.writers.map(({ id }) => id) ?? [])];
  const facets = [
    facet("kind", subject.kind),
    facet("state", review?.state ?? "NONE"),
    ...counted.labels.map((label) => facet("label", label)),
    ...counted.sourcings.map((sourcing) => facet("sourcing", sourcing)),
    ...(counted.unsure > 0 ? [facet("unsure", "yes")] : []),
    ...(counted.promises ? [facet("prediction", "yes")] : []),
    ...(PUBLISHER === null ? [] : [facet("publisher", PUBLISHER)]),
    ...(LANGUAGE === null ? [] : [facet("language", LANGUAGE)]),
    ...beside.feedIds.map((id) => facet("feed", id)),
    ...counted.speakerIds.map((id) => facet("speaker", id)),
    ...claimIds.map((id) => facet("claim", id)),
    ...people.flatMap((id) => (id == null ? [] : [facet("person", id)])),
  ];
  return [...new Set(facets)].sort();
}
