import { database } from "#lib/db/core/client";
import type { Prisma, SecurityEvent } from "#lib/db/generated/client";
import { type SecurityAsked, SecurityKind, type SecurityPage } from "#lib/domain/security";

const SHOWN = 50;

/**
 * One page of the security log, the latest first: `SHOWN` events before the one that `asked.before` names. Each is asked for by a key, so
 * the last page of a year costs what the first does.
 */
export async function securityPage({ kind, personId, before }: SecurityAsked): Promise<SecurityPage> {
  const [rows, people] = await Promise.all([
    personId === null ? latest(about(kind), before) : latestOf(personId, kind, before),
    database().user.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  const names = new Map(people.map((person) => [person.id, person.name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const shown = rows.slice(0, SHOWN);
  return {
    people,
    before: rows.length > SHOWN ? (shown.at(-1)?.id ?? null) : null,
    events: shown.map(({ id, at, kind: told, actorId, personId: whom, client, requestId, detail }) => {
      const known = SecurityKind.safeParse(told).data ?? null;
      return { id, at, kind: known, actor: nameOf(actorId), person: nameOf(whom), client, requestId, detail };
    }),
  };
}

const about = (kind: SecurityAsked["kind"]): Prisma.SecurityEventWhereInput =>
  kind === null ? {} : { kind };

/** One more than is shown, to know whether there are more. */
function latest(where: Prisma.SecurityEventWhereInput, before: string | null): Promise<SecurityEvent[]> {
  const older = before === null ? {} : { id: { lt: before } };
  return database().securityEvent.findMany({
    where: { ...where, ...older },
    orderBy: { id: "desc" },
    take: SHOWN + 1,
  });
}

/** What somebody did and what concerned them: each by its own index, then put together. */
async function latestOf(
  personId: string,
  kind: SecurityAsked["kind"],
  before: string | null,
): Promise<SecurityEvent[]> {
  const [did, concerned] = await Promise.all([
    latest({ ...about(kind), actorId: personId }, before),
    latest({ ...about(kind), personId }, before),
  ]);
  const byId = new Map([...did, ...concerned].map((row) => [row.id, row]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, SHOWN + 1);
}
