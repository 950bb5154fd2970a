import { database, type Tx } from "#lib/db/core/client";
import type { SavedList } from "#lib/domain/saved-lists";

/** Lists of the queue that people come back to. */

const MOST_SHOWN = 100;

/** One's own first, then those that others share, each by name. */
export async function savedListsOf(personId: string): Promise<SavedList[]> {
  const select = { id: true, name: true, query: true, isShared: true, owner: { select: { name: true } } };
  const of = { orderBy: [{ name: "asc" as const }, { id: "asc" as const }], take: MOST_SHOWN, select };
  const [own, shared] = await Promise.all([
    database().savedList.findMany({ ...of, where: { ownerId: personId } }),
    database().savedList.findMany({ ...of, where: { isShared: true, ownerId: { not: personId } } }),
  ]);
  return [
    ...own.map(({ owner: _owner, ...list }) => ({ ...list, ownerName: null })),
    ...shared.map(({ owner, ...list }) => ({ ...list, ownerName: owner.name })),
  ];
}

/** How many lists somebody has; nobody adds one for them meanwhile. */
export async function countLists(tx: Tx, ownerId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${ownerId}::uuid FOR NO KEY UPDATE`;
  return tx.savedList.count({ where: { ownerId } });
}

/** Has this person another list of this name? */
export async function isListNamed(tx: Tx, ownerId: string, name: string, listId?: string): Promise<boolean> {
  const others = listId === undefined ? {} : { id: { not: listId } };
  return (await tx.savedList.count({ where: { ownerId, name, ...others } })) > 0;
}

export async function keepList(
  tx: Tx,
  list: {
    readonly ownerId: string;
    readonly name: string;
    readonly query: string;
    readonly isShared: boolean;
  },
  now: Date,
): Promise<string> {
  return (await tx.savedList.create({ data: { ...list, createdAt: now }, select: { id: true } })).id;
}

/** False where this person has no such list. */
export async function renameOwnList(tx: Tx, ownerId: string, id: string, name: string): Promise<boolean> {
  return (await tx.savedList.updateMany({ where: { id, ownerId }, data: { name } })).count === 1;
}

/** False where this person has no such list. */
export async function deleteOwnList(tx: Tx, ownerId: string, id: string): Promise<boolean> {
  return (await tx.savedList.deleteMany({ where: { id, ownerId } })).count === 1;
}
