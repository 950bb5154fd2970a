import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import { database, type Tx } from "#lib/db/core/client";
import { Prisma, type Publisher } from "#lib/db/generated/client";
import { historyOf } from "#lib/db/reviews/views";
import type { ListedPlace } from "#lib/domain/desk-lists";
import { factsIn } from "#lib/domain/page-facts";
import {
  MOST_PAGES_COUNTED,
  type PublisherArticle,
  type PublisherDesk,
  type PublisherKind,
  type PublisherRow,
  type PublishersPage,
} from "#lib/domain/publishers";

/** Publishers on the desk: their list, one of them, and which kind it is. */

const ON_A_PAGE = 30;
/** Of the parts of what is typed as many must stand in a name. */
const ENOUGH = 0.6;

const KEY = Prisma.sql`speaker_key(NULL, p."name") COLLATE "C"`;
const ROW = Prisma.sql`p."id"::text, p."name", p."kind"::text, (
  SELECT count(*)::int FROM (SELECT 1 FROM "Article" a WHERE a."publisherId" = p."id" LIMIT ${MOST_PAGES_COUNTED + 1}) part
) AS "pages"`;

/** A part of the list, by name, read on from the row of one publisher in either direction. */
export async function publishersPage(place: ListedPlace | null): Promise<PublishersPage> {
  const isBack = place?.way === "before";
  const from =
    place === null
      ? Prisma.empty
      : Prisma.sql`WHERE (${KEY}, p."id") ${isBack ? Prisma.sql`<` : Prisma.sql`>`}
          (SELECT speaker_key(NULL, o."name") COLLATE "C", o."id" FROM "Publisher" o WHERE o."id" = ${place.id}::uuid)`;
  const order = isBack ? Prisma.sql`${KEY} DESC, p."id" DESC` : Prisma.sql`${KEY}, p."id"`;
  const found = await database().$queryRaw<PublisherRow[]>`
    SELECT ${ROW} FROM "Publisher" p ${from} ORDER BY ${order} LIMIT ${ON_A_PAGE + 1}`;
  const goesOn = found.length > ON_A_PAGE;
  const rows = isBack ? found.slice(0, ON_A_PAGE).reverse() : found.slice(0, ON_A_PAGE);
  return {
    publishers: rows,
    before: (isBack ? goesOn : place !== null) ? (rows[0]?.id ?? null) : null,
    after: isBack || goesOn ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** Publishers with a name like this, the likest first. */
export async function findPublishers(search: string): Promise<PublisherRow[]> {
  return database().$queryRaw<PublisherRow[]>`
    WITH asked AS MATERIALIZED (SELECT name_grams(${search}) AS grams),
    named AS (
      SELECT p."id", cardinality(name_grams(p."name")) AS size,
        (SELECT count(*) FROM unnest(asked.grams) AS gram WHERE gram = ANY(name_grams(p."name")))::float
          / cardinality(asked.grams) AS share
      FROM asked, "Publisher" p WHERE name_grams(p."name") && asked.grams
    )
    SELECT ${ROW} FROM named JOIN "Publisher" p ON p."id" = named."id" WHERE named.share >= ${ENOUGH}
    ORDER BY named.share DESC, named.size, ${KEY}, p."id" LIMIT ${ON_A_PAGE}`;
}

/** Null where there is no such publisher. `after` is the article that its pages go on from, the latest first. */
export async function publisherDesk(id: string, after: string | null): Promise<PublisherDesk | null> {
  const [row] = await database().$queryRaw<(PublisherRow & { revision: number })[]>`
    SELECT ${ROW}, p."revision" FROM "Publisher" p WHERE p."id" = ${id}::uuid`;
  if (row === undefined) return null;
  const found = await database().article.findMany({
    where: { publisherId: id, ...(after === null ? {} : { id: { lt: after } }) },
    // Ids of version 7 are in the order of time.
    orderBy: { id: "desc" },
    take: ON_A_PAGE + 1,
    select: {
      id: true,
      dismissedAt: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { ...SAID, id: true } },
    },
  });
  const shown = found.slice(0, ON_A_PAGE);
  const facts = await factsOfVersions(
    database(),
    shown.flatMap(({ versions }) => versions),
  );
  const held = new Map(
    shown.flatMap(({ versions }) => versions).map(({ id }, i) => [id, factsIn(facts[i] ?? [])]),
  );
  return {
    ...row,
    articles: shown.map(({ id: articleId, dismissedAt, versions: [version] }): PublisherArticle => {
      const said = held.get(version?.id ?? "");
      return {
        id: articleId,
        versionId: version?.id ?? null,
        title: said?.TITLE ?? null,
        putRight: said === undefined || said.PUBLISHER === row.name ? undefined : said.PUBLISHER,
        isDismissed: dismissedAt !== null,
      };
    }),
    more: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    history: await historyOf([`publisher:${id}`]),
  };
}

/** A publisher, locked until the transaction ends; null where there is none. */
export async function lockPublisher(tx: Tx, id: string): Promise<Publisher | null> {
  await tx.$queryRaw`SELECT 1 FROM "Publisher" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.publisher.findUnique({ where: { id } });
}

export async function keepPublisherKind(tx: Tx, id: string, kind: PublisherKind | null): Promise<void> {
  await tx.publisher.update({ where: { id }, data: { kind, revision: { increment: 1 } } });
}
