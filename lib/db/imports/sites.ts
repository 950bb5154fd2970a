import { database } from "#lib/db/core/client";
import type { Robots, SeenPage } from "#lib/domain/retrieval";

/** What all workers know together of other people's servers. */

/** Between the beginnings of two pages of one host, in milliseconds. */
const HOST_DELAY = 2_000;
/** How late a worker may come to its turn, in milliseconds. */
const TURN_HELD = 60_000;
/** Rules that nobody asked for in so long are forgotten, in milliseconds. */
const ROBOTS_KEPT = 7 * 86_400_000;

/**
 * The next free moment of a host, which is the caller's from here on: of any number of workers that ask at once each gets
 * another one. A moment that isn't used is lost, and nothing else is.
 */
export async function takeTurn(host: string, now: Date): Promise<Date> {
  const after = new Date(now.getTime() + HOST_DELAY);
  const [row] = await database().$queryRaw<{ freeAt: Date }[]>`
    INSERT INTO "FetchHost" ("name", "freeAt") VALUES (${host}, ${after})
    ON CONFLICT ("name") DO UPDATE
      SET "freeAt" = GREATEST("FetchHost"."freeAt", ${now}) + make_interval(secs => ${HOST_DELAY / 1000})
    RETURNING "freeAt"`;
  if (row === undefined) throw new RangeError("a host's turn was neither made nor moved");
  return new Date(row.freeAt.getTime() - HOST_DELAY);
}

/** Is a turn that was taken earlier still good? After a long stop all of them would be used at once. */
export function holdsTurn(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < TURN_HELD;
}

/** A host that asked us to stay away gets no new visit before then. Turns that were taken already stand. */
export async function leaveAlone(host: string, until: Date): Promise<void> {
  await database().$executeRaw`
    INSERT INTO "FetchHost" ("name", "freeAt") VALUES (${host}, ${until})
    ON CONFLICT ("name") DO UPDATE SET "freeAt" = GREATEST("FetchHost"."freeAt", ${until})`;
}

export function readRobots(origin: string): Promise<Robots | null> {
  return database().robotsFile.findUnique({ where: { origin } });
}

export async function keepRobots(origin: string, robots: Robots, now: Date): Promise<void> {
  const { access, rules, freshUntil } = robots;
  await database().robotsFile.upsert({
    where: { origin },
    create: { origin, access, rules, freshUntil },
    update: { access, rules, freshUntil },
  });
  const forgotten = new Date(now.getTime() - ROBOTS_KEPT);
  await database().robotsFile.deleteMany({ where: { freshUntil: { lt: forgotten } } });
}

/** The latest state of a page that was fetched from this address and can be asked about; null where there is none. */
export async function seenPage(finalUrl: string): Promise<SeenPage | null> {
  const row = await database().import.findFirst({
    where: { finalUrl, fetchedAt: { not: null } },
    orderBy: { fetchedAt: "desc" },
  });
  if (row === null || row.snapshotSha256 === null || (row.etag === null && row.lastModified === null)) {
    return null;
  }
  const { snapshotSha256, mediaType, etag, lastModified } = row;
  return { finalUrl, snapshotSha256, mediaType: mediaType ?? "", etag, lastModified };
}
