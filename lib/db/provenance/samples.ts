import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import { partsOfVersions } from "#lib/db/articles/parts";
import { calendarDate } from "#lib/db/core/calendar";
import { database, lockNames, transaction } from "#lib/db/core/client";
import { type PageLink, PageLinks } from "#lib/domain/analysis";
import { factsIn } from "#lib/domain/page-facts";
import type { Span } from "#lib/text/span";

/** What articles are found by that share text: `TextSample`, whose rows the database keeps and the program fills. */

/** Of those that share a run of words so many are looked at. */
const READ_OF_A_KEY = 40;
/** Only so much of a text is compared, in characters. */
const MOST_TEXT = 200_000;

/** Before every id. */
const NIL = "00000000-0000-0000-0000-000000000000";

/** An article as far as comparing goes: its latest version. */
export interface ComparedArticle {
  readonly articleId: string;
  readonly versionId: string;
  readonly text: string;
  /** Its own running text, in UTF-16 units. */
  readonly body: readonly Span[];
  readonly day: string | null;
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly url: string | null;
  /** What it links to, as `articleAddress` writes it; other posts and comments on its page aren't it. */
  readonly links: readonly string[];
  /** False where its latest version was compared before. */
  readonly isNew: boolean;
}

/** Articles whose latest version waits to be compared, in the order in which they came in; `after` is the last one that was looked at. */
export async function waitingArticles(after: string | null, most: number): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT "articleId"::text AS id FROM "TextSample"
    WHERE "isWaiting" AND "articleId" > ${after ?? NIL}::uuid ORDER BY "articleId" LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** By their ids, in that order; those that aren't there are left out. */
export async function comparedArticles(ids: readonly string[]): Promise<ComparedArticle[]> {
  if (ids.length === 0) return [];
  const samples = await database().textSample.findMany({
    where: { articleId: { in: [...ids] } },
    select: {
      articleId: true,
      comparedAt: true,
      version: { select: { ...SAID, id: true, links: true } },
      article: { select: { url: true } },
    },
  });
  const versions = samples.map(({ version }) => version);
  const versionIds = versions.map(({ id }) => id);
  const [facts, parts, texts] = await Promise.all([
    factsOfVersions(database(), versions),
    partsOfVersions(database(), versionIds),
    textsOf(versionIds),
  ]);
  const found = samples.map(({ articleId, comparedAt, version, article }, i): ComparedArticle => {
    const held = factsIn(facts[i] ?? []);
    const { posts = [], segments = [] } = parts.get(version.id) ?? {};
    return {
      articleId,
      versionId: version.id,
      text: texts.get(version.id) ?? "",
      body: segments.filter(({ type, post }) => type === "BODY" && posts[post]?.isTeaser !== true),
      day: held.DATE,
      publisher: held.PUBLISHER,
      agency: held.AGENCY,
      url: article.url,
      links: linksIn(PageLinks.parse(version.links), segments),
      isNew: comparedAt === null,
    };
  });
  return ids.flatMap((id) => found.find(({ articleId }) => articleId === id) ?? []);
}

const OTHERS: ReadonlySet<string> = new Set(["TEASER", "COMMENT"]);

/** Those whose line is the article's own as its parts stand: somebody may have put them right since it was read. */
function linksIn(
  links: readonly PageLink[],
  segments: readonly (Span & { readonly type: string })[],
): string[] {
  const others = segments.filter(({ type }) => OTHERS.has(type));
  const isOwn = ({ at }: PageLink) => !others.some(({ start, end }) => at >= start && at < end);
  return links.filter(isOwn).map(({ address }) => address);
}

async function textsOf(versionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database().$queryRaw<{ id: string; text: string }[]>`
    SELECT "id"::text, left("text", ${MOST_TEXT}) AS text FROM "ArticleVersion" WHERE "id" = ANY (${[...versionIds]}::uuid[])`;
  return new Map(rows.map(({ id, text }) => [id, text]));
}

export interface NewSample {
  readonly keys: readonly number[];
  /** Of the words that the keys are of; null where there are none. */
  readonly textHash: string | null;
  /** Addresses that it names or links to, by which whatever is taken in later at one of them finds it. */
  readonly links: readonly string[];
}

/** What is found by: of those with the same words the earliest alone, by its day and then by when it came in. Whatever it replaces is compared anew. */
export function keepSample(
  { articleId, versionId }: Pick<ComparedArticle, "articleId" | "versionId">,
  { keys, textHash, links }: NewSample,
): Promise<void> {
  return transaction(async (tx) => {
    const own = await tx.textSample.findUnique({
      where: { articleId },
      select: { versionId: true, textHash: true, day: true, keys: true },
    });
    if (own === null || own.versionId !== versionId) return;
    await lockNames(
      tx,
      [own.textHash, textHash].flatMap((hash) => (hash === null ? [] : [`sample:${hash}`])),
    );
    const [holder] = await tx.$queryRaw<{ id: string; day: Date | null }[]>`
      SELECT "articleId"::text AS id, "day" FROM "TextSample"
      WHERE "textHash" = ${textHash} AND "keys" <> '{}' AND "articleId" <> ${articleId}::uuid`;
    const isFirst =
      holder === undefined || isBefore({ id: articleId, day: own.day }, { id: holder.id, day: holder.day });
    if (isFirst && holder !== undefined)
      await tx.textSample.update({ where: { articleId: holder.id }, data: { keys: [], isWaiting: true } });
    await tx.textSample.update({
      where: { articleId },
      data: { textHash, keys: isFirst ? [...keys] : [], links: [...links] },
    });
    if (own.textHash === null || own.textHash === textHash || own.keys.length === 0) return;
    // It was found for all with its former words: the next of them takes its place.
    await tx.$executeRaw`
      UPDATE "TextSample" SET "isWaiting" = true WHERE "articleId" = (
        SELECT "articleId" FROM "TextSample" WHERE "textHash" = ${own.textHash} ORDER BY "day", "articleId" LIMIT 1)`;
  });
}

interface Dated {
  readonly id: string;
  readonly day: Date | null;
}

/** One without a day is later than all that have one. Ids of version 7 are in the order of time. */
function isBefore(one: Dated, other: Dated): boolean {
  const [a, b] = [calendarDate(one.day) ?? "9999", calendarDate(other.day) ?? "9999"];
  return a === b ? one.id < other.id : a < b;
}

/**
 * Articles that share most keys with these, but for one; those with most first. Half of them are the earliest of those that share at least half as much: among many copies
 * that differ a little, what they are all from shares less with each than they do with each other. `least`: what shares fewer isn't named.
 */
export async function nearArticles(
  keys: readonly number[],
  except: string,
  { least, most }: { readonly least: number; readonly most: number },
): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await database().$queryRaw<{ id: string }[]>`
    WITH near AS (
      SELECT one."articleId", count(*) AS shared, max(count(*)) OVER () AS best, min(one."day") AS day
      FROM unnest(${[...keys]}::int[]) AS asked(key)
      CROSS JOIN LATERAL (
        SELECT t."articleId", t."day" FROM "TextSample" t WHERE t."keys" @> ARRAY[asked.key] LIMIT ${READ_OF_A_KEY}
      ) one
      WHERE one."articleId" <> ${except}::uuid GROUP BY one."articleId" HAVING count(*) >= ${least}
    ), ranked AS (
      SELECT "articleId", shared, row_number() OVER (ORDER BY shared DESC, "articleId") AS alike,
        row_number() OVER (ORDER BY shared * 2 < best, "day", "articleId") AS early FROM near
    )
    SELECT "articleId"::text AS id FROM ranked ORDER BY least(alike, early), shared DESC, "articleId" LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** Articles that name or link to this address, but for one. */
export async function articlesLinkingTo(address: string, except: string, most: number): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT "articleId"::text AS id FROM "TextSample"
    WHERE "links" @> ARRAY[${address}]::text[] AND "articleId" <> ${except}::uuid LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** So many publishers are taken for those that are named, and of each so many of the articles that came in last are looked at. */
const MOST_NAMED = 5;
const READ_OF_A_PUBLISHER = 200;

/**
 * Articles of the publishers whose name, or whose address up to its first dot, is one of `names` (lower case), posted up to three days before `day` or on the next, since days are of time zones; but for one.
 * None where no day is known. Of a publisher the articles that came in last are looked at alone.
 */
export async function articlesOfNamed(
  names: readonly string[],
  { day, except, most }: { readonly day: string | null; readonly except: string; readonly most: number },
): Promise<string[]> {
  if (names.length === 0 || day === null) return [];
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT one."id"::text FROM (
      SELECT "id" FROM "Publisher"
      WHERE split_part(regexp_replace(lower("name"), ${"^www\\."}, ''), '.', 1) = ANY (${[...names]}::text[]) LIMIT ${MOST_NAMED}
    ) p CROSS JOIN LATERAL (
      SELECT a."id" FROM "Article" a WHERE a."publisherId" = p."id" ORDER BY a."id" DESC LIMIT ${READ_OF_A_PUBLISHER}
    ) one JOIN "TextSample" t ON t."articleId" = one."id"
    WHERE one."id" <> ${except}::uuid AND t."day" BETWEEN ${day}::date - 3 AND ${day}::date + 1
    ORDER BY t."day" DESC, one."id" DESC LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** Articles at these addresses, whichever way they were written. */
export async function articlesAt(addresses: readonly string[], most: number): Promise<string[]> {
  if (addresses.length === 0) return [];
  const rows = await database().article.findMany({
    where: { OR: [{ url: { in: [...addresses] } }, { identity: { in: [...addresses] } }] },
    orderBy: { id: "asc" },
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
