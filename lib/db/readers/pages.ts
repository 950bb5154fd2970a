import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { ListPlace } from "#lib/domain/cursors";
import {
  ALONE,
  type ListedPage,
  type Neighbour,
  type Neighbours,
  type PagesPage,
} from "#lib/domain/published";
import { listPart, totalOf } from "./lists";
import { Shown } from "./shown";

/** Pages that stand, the latest published first. */

const PAGES_ON_A_PAGE = 20;

interface PageRow {
  readonly at: Date;
  /** The publication. */
  readonly id: string;
}

export async function pagesPage(place: ListPlace | null): Promise<PagesPage> {
  const [{ rows, older, newer }, total] = await Promise.all([
    listPart(place, PAGES_ON_A_PAGE, pageRows),
    totalOf("StandingPage"),
  ]);
  return { ...(await listedPages(rows)), total, older, newer };
}

export async function latestPages(take: number): Promise<Pick<PagesPage, "pages" | "isProven">> {
  return listedPages(await pageRows(null, take));
}

/** The pages that were published next before and next after a publication that stands. */
export async function pageNeighbours(row: PageRow): Promise<Neighbours> {
  const [[older], [newer]] = await Promise.all([
    pageRows({ way: "after", cursor: row }, 1),
    pageRows({ way: "before", cursor: row }, 1),
  ]);
  if (older === undefined && newer === undefined) return ALONE;
  const shown = await Shown.of([older, newer].flatMap((one) => one?.id ?? []));
  const link = (one: PageRow | undefined): Neighbour | null => {
    const content = one && shown.provenArticle(one.id);
    return content ? { href: `/articles/${content.article.slug}`, title: content.article.title } : null;
  };
  return { older: link(older), newer: link(newer) };
}

export function pageRows(place: ListPlace | null, take: number): Promise<PageRow[]> {
  const isBack = place?.way === "before";
  const from =
    place === null
      ? Prisma.empty
      : Prisma.sql`AND (s."publishedAt", s."publicationId") ${isBack ? Prisma.sql`>` : Prisma.sql`<`}
          (${place.cursor.at}::timestamptz, ${place.cursor.id}::uuid)`;
  const order = isBack
    ? Prisma.sql`s.kind, s."publishedAt", s."publicationId"`
    : Prisma.sql`s.kind DESC, s."publishedAt" DESC, s."publicationId" DESC`;
  return database().$queryRaw<PageRow[]>`
    SELECT s."publicationId" AS id, s."publishedAt" AS at FROM "Standing" s
    WHERE s.kind = 'ARTICLE' ${from} ORDER BY ${order} LIMIT ${take}`;
}

export async function listedPages(rows: readonly PageRow[]): Promise<Pick<PagesPage, "pages" | "isProven">> {
  const shown = await Shown.of(rows.map(({ id }) => id));
  const pages = rows.flatMap(({ id, at }): ListedPage[] => {
    const content = shown.article(id);
    return content === null ? [] : [{ content, publishedAt: at.toISOString() }];
  });
  return { pages, isProven: shown.isProven };
}
