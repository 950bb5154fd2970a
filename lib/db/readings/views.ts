import { factsOfVersion, factsOfVersions, SAID } from "#lib/db/articles/facts";
import { database } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import { type Actor, may } from "#lib/domain/actor";
import { factsIn } from "#lib/domain/page-facts";
import type { ReadingLists, ReadingRow, ReadingView } from "#lib/domain/reading-views";
import { type ReadingRule, whyNotRead } from "#lib/domain/readings";
import { readReadingRule, whoSawLabels } from "./readings";

/** Blind readings for the desk: how far each is, and what there is to do. No word of what a pass says. */

const READING = {
  version: { select: { ...SAID, id: true } },
  askedBy: { select: { name: true } },
  passes: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { reader: { select: { name: true } } },
  },
} as const satisfies Prisma.BlindReadingInclude;

/** Null where there is none. */
export async function readingView(actor: Actor, id: string): Promise<ReadingView | null> {
  const row = await database().blindReading.findUnique({ where: { id }, include: READING });
  if (row === null) return null;
  const { TITLE } = factsIn(await factsOfVersion(database(), row.version));
  const { versionId, start, state, revision, reviewId, calledOffFor, askedById } = row;
  const passes = row.passes.map(({ readerId, handedInAt, givenUpAt }) => {
    return { readerId, isHandedIn: handedInAt !== null, isGivenUp: givenUpAt !== null };
  });
  const own = row.passes.find(({ readerId }) => readerId === actor.id);
  const isBoth = state === "SETTLING" || state === "SETTLED";
  const seesWho = isBoth || (own === undefined && may(actor.role, "reading.callOff"));
  return {
    id,
    versionId,
    title: TITLE,
    start,
    state,
    revision,
    reviewId,
    calledOffFor,
    askedBy: row.askedBy?.name ?? null,
    askedAt: row.createdAt.toISOString(),
    passes: row.passes
      .filter(({ givenUpAt }) => givenUpAt === null)
      .map((pass) => ({
        id: seesWho ? pass.id : null,
        name: seesWho ? pass.reader.name : null,
        revision: pass.revision,
        isHandedIn: pass.handedInAt !== null,
        isYours: pass.readerId === actor.id,
      })),
    mine: own
      ? {
          id: own.id,
          revision: own.revision,
          isHandedIn: own.handedInAt !== null,
          isGivenUp: own.givenUpAt !== null,
        }
      : null,
    whyNot: whyNotRead({ state, askedById, passes }, await whoSawLabels(database(), versionId), actor.id),
  };
}

/** The blind reading that a version is in: two people read it, or nobody has begun to settle it. Null where there is none. */
export async function openReadingOf(versionId: string): Promise<string | null> {
  const reading = await database().blindReading.findFirst({
    where: { versionId, OR: [{ state: "READING" }, { state: "SETTLING", reviewId: null }] },
    select: { id: true },
  });
  return reading?.id ?? null;
}

export const currentRule = (): Promise<ReadingRule> => readReadingRule(database());

/** As many lines as a list shows. */
const MOST = 100;

const LINE = {
  version: { select: { ...SAID, id: true } },
  _count: { select: { passes: { where: { handedInAt: { not: null } } } } },
} as const satisfies Prisma.BlindReadingInclude;

/** What there is to read and to settle for this person. Each list ends after a hundred lines. */
export async function readingLists({ id: readerId }: Actor): Promise<ReadingLists> {
  const list = (
    where: Prisma.BlindReadingWhereInput,
    orderBy: Prisma.BlindReadingOrderByWithRelationInput = { createdAt: "asc" },
  ) => database().blindReading.findMany({ where, orderBy, take: MOST, include: LINE });
  const own = (pass: Prisma.BlindPassWhereInput) => ({ passes: { some: { readerId, ...pass } } });
  const [mine, waiting, toRead, toSettle, settled] = await Promise.all([
    list({ state: "READING", ...own({ handedInAt: null, givenUpAt: null }) }),
    list({ state: "READING", ...own({ handedInAt: { not: null } }) }),
    list({ state: "READING", NOT: { askedById: readerId }, passes: { none: { readerId } } }),
    list({ state: "SETTLING", passes: { none: { readerId } } }),
    list({ state: "SETTLED" }, { endedAt: "desc" }),
  ]);
  const rows = await rowsOf([...mine, ...waiting, ...toRead, ...toSettle, ...settled]);
  const of = (some: readonly { readonly id: string }[]) => some.flatMap(({ id }) => rows.get(id) ?? []);
  return {
    mine: of(mine),
    waiting: of(waiting),
    toRead: of(toRead),
    toSettle: of(toSettle),
    settled: of(settled),
  };
}

/** The oldest of those that two people read and this person didn't, and which nobody else settles. */
export async function readingsToSettle({ id }: Actor, most: number): Promise<ReadingRow[]> {
  const found = await database().blindReading.findMany({
    where: {
      state: "SETTLING",
      passes: { none: { readerId: id } },
      OR: [{ reviewId: null }, { review: { writers: { some: { userId: id } } } }],
    },
    orderBy: { createdAt: "asc" },
    take: most,
    include: LINE,
  });
  return [...(await rowsOf(found)).values()];
}

type Line = Prisma.BlindReadingGetPayload<{ include: typeof LINE }>;

async function rowsOf(readings: readonly Line[]): Promise<ReadonlyMap<string, ReadingRow>> {
  const facts = await factsOfVersions(
    database(),
    readings.map(({ version }) => version),
  );
  return new Map(
    readings.map(({ id, versionId, start, state, createdAt, endedAt, _count }, i) => {
      const { TITLE: title, PUBLISHER: publisher } = factsIn(facts[i] ?? []);
      const at = (endedAt ?? createdAt).toISOString();
      return [id, { id, versionId, title, publisher, start, state, passesIn: _count.passes, at }];
    }),
  );
}
