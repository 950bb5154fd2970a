import { lockNames, type Tx } from "#lib/db/core/client";
import { freeSlugs } from "#lib/db/core/slugs";
import type { MergingTopic, TopicTag } from "#lib/domain/topics";

/** Topics, merged and parted. What points to a topic is never rewritten: `rootId`, which the database keeps, says whose it is. */

export interface LockedTopic extends MergingTopic {
  readonly revision: number;
  readonly definition: string | null;
  readonly mergedIntoId: string | null;
}

/** The name that the database's own guard takes, too. */
const lockTopics = (tx: Tx) => lockNames(tx, ["topics"]);

/** These topics, and nobody makes, names, merges or parts any until the transaction ends. Null in the place of one that isn't there. */
export async function lockedTopics(tx: Tx, ids: readonly string[]): Promise<(LockedTopic | null)[]> {
  await lockTopics(tx);
  const rows = await tx.topic.findMany({
    where: { id: { in: [...ids] } },
    include: { root: { select: { name: true } }, _count: { select: { members: true } } },
  });
  return ids.map((asked) => {
    const row = rows.find(({ id }) => id === asked);
    if (row === undefined) return null;
    const { id, name, definition, revision, mergedIntoId, root, _count } = row;
    const mergedInto = mergedIntoId === null ? null : root.name;
    return { id, name, definition, revision, mergedIntoId, mergedInto, size: _count.members };
  });
}

interface By {
  readonly by: string;
  readonly at: Date;
}

/** The topic that is called so by now, whatever it was merged into; null for none. Names that fold to one are one. */
export async function topicCalled(tx: Pick<Tx, "$queryRaw">, name: string): Promise<TopicTag | null> {
  const [row] = await tx.$queryRaw<TopicTag[]>`
    SELECT r."id"::text, r."name" FROM "Topic" t JOIN "Topic" r ON r."id" = t."rootId"
    WHERE topic_key(t."name") = topic_key(${name})`;
  return row ?? null;
}

/** The topic that is called so, a new one where there is none. Nobody makes, names, merges or parts any until the transaction ends. */
export async function topicToTag(
  tx: Tx,
  name: string,
  { by, at }: By,
): Promise<TopicTag & { readonly isNew: boolean }> {
  await lockTopics(tx);
  const known = await topicCalled(tx, name);
  if (known !== null) return { ...known, isNew: false };
  const [slug = ""] = await freeSlugs(tx, "topic", [{ title: name, fallback: "topic" }]);
  const { id } = await tx.topic.create({ data: { slug, name, createdById: by, createdAt: at } });
  return { id, name, isNew: true };
}

/** The other topic that is called so; null where nobody else is. */
export async function othersName(tx: Tx, id: string, name: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "Topic" WHERE topic_key("name") = topic_key(${name}) AND "id" <> ${id}::uuid`;
  return row?.name ?? null;
}

interface Looked {
  readonly id: string;
  readonly revision: number;
}

/** What a topic is called from now on. False where it was changed since it was looked at. */
export async function keepTopicName(
  tx: Tx,
  { id, revision }: Looked,
  called: { readonly name: string; readonly definition: string | null },
  { by, at }: By,
): Promise<boolean> {
  const { count } = await tx.topic.updateMany({
    where: { id, revision },
    data: { ...called, namedById: by, namedAt: at, revision: { increment: 1 } },
  });
  return count === 1;
}

/** False where either was changed since it was looked at. */
export async function keepTopicMerging(tx: Tx, from: Looked, into: Looked, { by, at }: By): Promise<boolean> {
  const { count } = await tx.topic.updateMany({
    where: { id: from.id, revision: from.revision, mergedIntoId: null },
    data: { mergedIntoId: into.id, mergedById: by, mergedAt: at, revision: { increment: 1 } },
  });
  return count === 1 && touch(tx, into);
}

/** False where it was changed since it was looked at. */
export async function keepTopicParting(
  tx: Tx,
  { id, revision, mergedIntoId }: Pick<LockedTopic, "id" | "revision" | "mergedIntoId">,
): Promise<boolean> {
  const { count } = await tx.topic.updateMany({
    where: { id, revision },
    data: { mergedIntoId: null, mergedById: null, mergedAt: null, revision: { increment: 1 } },
  });
  if (mergedIntoId !== null) {
    await tx.topic.updateMany({ where: { id: mergedIntoId }, data: { revision: { increment: 1 } } });
  }
  return count === 1;
}

async function touch(tx: Tx, { id, revision }: Looked): Promise<boolean> {
  const { count } = await tx.topic.updateMany({
    where: { id, revision },
    data: { revision: { increment: 1 } },
  });
  return count === 1;
}
