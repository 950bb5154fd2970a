import { database, lockNames, type Tx } from "#lib/db/core/client";
import type { SearchPlaceView } from "#lib/domain/place-links";
import { MOST_OFTEN, MOST_PLACES, OFTEN, RECORDS_LOOKED_AT } from "#lib/domain/search-places";

/** Where the newsroom usually looks. */

/** By name. */
export function searchPlaces(): Promise<SearchPlaceView[]> {
  return database().searchPlace.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_PLACES,
    select: { id: true, name: true, address: true },
  });
}

/**
 * Names that people typed often lately and that aren't among `kept`, the most frequent first. Reads the latest records alone, by their ids, however
 * many there are.
 */
export async function typedOften(kept: readonly Pick<SearchPlaceView, "name">[]): Promise<string[]> {
  const names = kept.map(({ name }) => name.toLowerCase());
  const rows = await database().$queryRaw<{ place: string }[]>`
    SELECT min("place") AS place FROM (SELECT "place" FROM "SearchRecord" ORDER BY "id" DESC LIMIT ${RECORDS_LOOKED_AT}) latest
    WHERE lower("place") <> ALL (${names}::text[])
    GROUP BY lower("place") HAVING count(*) >= ${OFTEN} ORDER BY count(*) DESC, lower("place") LIMIT ${MOST_OFTEN}`;
  return rows.map(({ place }) => place);
}

/** How many places are kept; nobody keeps another meanwhile. */
export async function countPlaces(tx: Tx): Promise<number> {
  await lockNames(tx, ["search places"]);
  return tx.searchPlace.count();
}

export async function isPlaceNamed(tx: Tx, name: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ there: boolean }[]>`
    SELECT EXISTS (SELECT FROM "SearchPlace" WHERE lower("name") = lower(${name})) AS there`;
  return row?.there === true;
}

/** Returns its id. */
export async function keepPlace(
  tx: Tx,
  place: { readonly name: string; readonly address: string | null; readonly addedById: string },
  addedAt: Date,
): Promise<string> {
  return (await tx.searchPlace.create({ data: { ...place, addedAt } })).id;
}

/** What it was called; null where it isn't there. */
export async function deletePlace(tx: Tx, id: string): Promise<string | null> {
  const place = await tx.searchPlace.findUnique({ where: { id } });
  if (place === null) return null;
  const { count } = await tx.searchPlace.deleteMany({ where: { id } });
  return count === 0 ? null : place.name;
}
