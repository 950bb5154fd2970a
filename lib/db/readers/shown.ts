import { isSameRow, type PlaceRow, placeRow } from "#lib/db/audit/standing";
import { unprovenPublications } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import type { Publication } from "#lib/db/generated/client";
import { type ArticlePublication, type ClaimPublication, PublicationContent } from "#lib/domain/publications";
import type { Appearance } from "#lib/domain/published";
import { appearanceOf } from "./rows";

/**
 * The publications that a reader's list is drawn from. The rows of what stands only say where words are: each row is compared with its
 * publication before a word of it is shown, and each publication with the record.
 */
export class Shown {
  /** False once anything wasn't what was published. What doesn't stand is not shown, whatever a row says. */
  isProven: boolean;
  readonly #standing: ReadonlyMap<
    string,
    { readonly row: Publication; readonly content: PublicationContent }
  >;

  readonly #unproven: ReadonlySet<string>;

  private constructor(
    standing: ReadonlyMap<string, { row: Publication; content: PublicationContent }>,
    isProven: boolean,
    unproven: ReadonlySet<string>,
  ) {
    this.#standing = standing;
    this.isProven = isProven;
    this.#unproven = unproven;
  }

  static async of(named: readonly (string | null)[]): Promise<Shown> {
    const ids = [...new Set(named.filter((id) => id !== null))];
    if (ids.length === 0) return new Shown(new Map(), true, new Set());
    const [rows, now] = await Promise.all([
      database().publication.findMany({ where: { id: { in: ids } } }),
      standingAmong(ids),
    ]);
    const unproven = await unprovenPublications(rows);
    const standing = rows.flatMap((row) => {
      const content = now.has(row.id) ? PublicationContent.safeParse(row.content).data : undefined;
      return content === undefined ? [] : [[row.id, { row, content }] as const];
    });
    return new Shown(new Map(standing), unproven.size === 0 && standing.length === ids.length, unproven);
  }

  /** A page that stands; null, and not proven, where it doesn't. */
  article(id: string): ArticlePublication | null {
    const content = this.#standing.get(id)?.content;
    return content?.kind === "ARTICLE" ? content : this.#nothing();
  }

  /** The same where nothing around it says whether it is proven: what isn't is left out. */
  provenArticle(id: string): ArticlePublication | null {
    return this.#unproven.has(id) ? this.#nothing() : this.article(id);
  }

  /** A verdict that stands; null, and not proven, where it doesn't. */
  claim(id: string): { content: ClaimPublication; publishedAt: string } | null {
    const found = this.#standing.get(id);
    if (found?.content.kind !== "CLAIM") return this.#nothing();
    return { content: found.content, publishedAt: found.row.publishedAt.toISOString() };
  }

  /** What stands, a page or a verdict; null, and not proven, where it doesn't. */
  content(id: string): PublicationContent | null {
    return this.#standing.get(id)?.content ?? this.#nothing();
  }

  /** A statement in its place; null, and not proven, where the row says anything else than its publication. */
  place(row: PlaceRow): Appearance | null {
    const found = this.#standing.get(row.publicationId);
    const appearance = found?.content.kind === "ARTICLE" ? appearanceOf(found.content, row.number) : null;
    if (found?.content.kind !== "ARTICLE" || appearance === null) return this.#nothing();
    const expected = placeRow(found.row, found.content, appearance.statement);
    return isSameRow(row, expected) ? appearance : this.#nothing();
  }

  /** Say that something isn't what was published. */
  #nothing(): null {
    this.isProven = false;
    return null;
  }
}

async function standingAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Publication" p CROSS JOIN LATERAL (
      SELECT one.id FROM "Publication" one
      WHERE coalesce(one."articleId", one."claimId") = coalesce(p."articleId", p."claimId")
      ORDER BY one."publishedAt" DESC, one.id DESC LIMIT 1
    ) latest
    WHERE p.id = ANY (${ids}::uuid[]) AND latest.id = p.id AND p."withdrawnAt" IS NULL`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Ask, and ask once more where the answer isn't proven: somebody may have published between two questions of the first time. What was
 * changed behind the program's back stays unproven.
 */
export async function askedTwice<Answer extends { readonly isProven: boolean }>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const first = await ask();
  return first.isProven ? first : ask();
}
