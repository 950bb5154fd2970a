import { database } from "#lib/db/core/client";
import { type Shares, shareBetween, sharesIn } from "#lib/db/core/shares";
import { typedWords } from "#lib/db/core/typed-words";
import { Prisma } from "#lib/db/generated/client";
import { type Actor, may } from "#lib/domain/actor";
import { type Facet, facet } from "#lib/domain/queue-facets";
import type { QueueFilters, QueueName, QueueQuery } from "#lib/domain/queue-query";
import { questionOf } from "#lib/domain/search";

/** What a list of the queue is narrowed to, as conditions on a row `q` of `QueueItem`. Each is one that an index serves. */
export interface QueueConditions {
  readonly view: Prisma.Sql;
  /** What narrows the view; empty where nothing does. */
  readonly narrowed: readonly Prisma.Sql[];
  readonly shares: () => Promise<SharesOfItems>;
}

/** Which share of all items has each of what narrows a view, as far as PostgreSQL knows. */
export interface SharesOfItems {
  readonly shares: readonly number[];
  readonly items: number;
}

/** Null where nothing can be in the list: a name that nobody has, a view that isn't this person's. */
export async function conditionsOf(
  { view, filters }: QueueQuery,
  actor: Actor,
): Promise<QueueConditions | null> {
  const ofView = VIEWS[view](actor);
  if (ofView === null) return null;
  const speakers = filters.speaker === undefined ? [] : await speakersCalled(filters.speaker);
  if (filters.speaker !== undefined && speakers.length === 0) return null;
  const claims = filters.claim === undefined ? [] : await claimsOneWith(filters.claim);
  const question = filters.search === undefined ? undefined : questionOf(filters.search);
  if (question === null) return null;
  const facets = facetsOf(filters);
  const narrowed = [
    ...(facets.length === 0 ? [] : [Prisma.sql`q."facets" @> ${facets}::text[]`]),
    ...(speakers.length === 0 ? [] : [Prisma.sql`q."facets" && ${speakers}::text[]`]),
    ...(filters.claim === undefined ? [] : [Prisma.sql`q."facets" && ${claims}::text[]`]),
    ...(question === undefined ? [] : [Prisma.sql`q."words" @@ ${typedWords(question)}`]),
    ...(filters.from === undefined ? [] : [Prisma.sql`q."day" >= ${filters.from}::date`]),
    ...(filters.to === undefined ? [] : [Prisma.sql`q."day" <= ${filters.to}::date`]),
  ];
  const alike = [
    ...facets.map((one) => [one]),
    ...(filters.speaker === undefined ? [] : [speakers]),
    ...(filters.claim === undefined ? [] : [claims]),
  ];
  const shares = () =>
    sharesOf({ alike, words: question?.parts.flat() ?? [], from: filters.from, to: filters.to });
  return { view: ofView, narrowed, shares };
}

interface Narrowed {
  /** Facets of which an item has one at least, for each condition. */
  readonly alike: readonly (readonly string[])[];
  readonly words: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

async function sharesOf({ alike, words, from, to }: Narrowed): Promise<SharesOfItems> {
  const [facets, common, days] = await Promise.all([
    sharesIn("QueueItem", "facets"),
    sharesIn("QueueItem", "words"),
    sharesIn("QueueItem", "day"),
  ]);
  const shares = [
    ...alike.map((some) => some.reduce((sum, one) => sum + (facets.of.get(one) ?? 0), 0)),
    ...words.map((word) => shareOfWord(word, common)),
    ...(from === undefined && to === undefined ? [] : [shareBetween(days, from ?? "0", to ?? "9")]),
  ];
  return { shares, items: facets.rows };
}

/** So many letters of a word its stem has at least, and so long is what common words are compared by. */
const LETTERS = 4;

/** Of the commonest words that begin alike, as a word is found by its stem or its beginning; 1 where PostgreSQL may write it in other letters. */
function shareOfWord(word: string, { of }: Shares): number {
  const begins = word.toLowerCase().slice(0, LETTERS);
  if (!/^[a-z0-9]+$/i.test(word)) return 1;
  let most = 0;
  for (const [each, share] of of) if (share > most && each.startsWith(begins)) most = share;
  return most;
}

const WAITS_TO_BE_READ = ({ id }: Actor) =>
  Prisma.sql`q."place" = 'SUBMITTED' AND NOT q."hasReader" AND NOT ${id}::uuid = ANY (q."writers")`;

const VIEWS: Readonly<Record<QueueName, (actor: Actor) => Prisma.Sql | null>> = {
  mine: ({ id }) => Prisma.sql`q."assigneeId" = ${id}::uuid`,
  unassigned: () => Prisma.sql`q."place" = 'OPEN'`,
  "needs-reader": WAITS_TO_BE_READ,
  // Nobody settles what they read, and nobody else is told of it once somebody began to.
  disagreements: ({ id, role }) =>
    may(role, "reading.settle")
      ? Prisma.sql`q."dissenters" <> '{}' AND NOT ${id}::uuid = ANY (q."dissenters")
          AND (q."state" IS NULL OR ${id}::uuid = ANY (q."writers"))`
      : null,
  "to-publish": ({ id, role }) =>
    may(role, "review.publish")
      ? Prisma.sql`q."place" = 'SUBMITTED' AND NOT ${id}::uuid = ANY (q."writers")
          AND (NOT q."hasReader" OR q."assigneeId" = ${id}::uuid)`
      : null,
  returned: ({ id }) => Prisma.sql`q."assigneeId" = ${id}::uuid AND q."state" = 'RETURNED'`,
  due: () => Prisma.sql`q."isDue"`,
  others: (
    actor,
  ) => Prisma.sql`q."place" IN ('HELD', 'SUBMITTED') AND q."assigneeId" IS DISTINCT FROM ${actor.id}::uuid
    AND NOT (${WAITS_TO_BE_READ(actor)})`,
  published: () => Prisma.sql`q."place" = 'PUBLISHED'`,
  dismissed: () => Prisma.sql`q."place" = 'DISMISSED'`,
  // As the indexes of this view have it.
  all: () => Prisma.sql`q."kind" IN ('ARTICLE', 'CLAIM')`,
};

const PLAIN = [
  "kind",
  "state",
  "label",
  "sourcing",
  "unsure",
  "prediction",
  "publisher",
  "language",
  "feed",
  "person",
] as const satisfies readonly (Facet & keyof QueueFilters)[];

function facetsOf(filters: QueueFilters): string[] {
  return PLAIN.flatMap((name) => {
    const value = filters[name];
    return value === undefined ? [] : [facet(name, value)];
  });
}

/** Facets of everybody who goes by this name, with all who were found to be one with them. */
async function speakersCalled(name: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT m."id"::text AS id FROM "Speaker" m WHERE m."rootId" IN (
      SELECT s."rootId" FROM "Speaker" s WHERE s."name" = ${name} OR s."shownName" = ${name})`;
  return rows.map(({ id }) => facet("speaker", id));
}

/** Facets of a claim, with all that were joined with it. */
async function claimsOneWith(claimId: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT m."id"::text AS id FROM "Claim" m
    WHERE m."rootId" = (SELECT c."rootId" FROM "Claim" c WHERE c."id" = ${claimId}::uuid)`;
  return rows.map(({ id }) => facet("claim", id));
}
