import { ChooseStatement, PutElsewhere } from "#components/articles/put-elsewhere";
import { shareOf } from "#lib/api/embeds";
import type { EmbedPlace } from "#lib/domain/embeds";
import type { PublishedArticle } from "#lib/domain/published";
import { whereNow } from "#lib/next/where";
import { cardOfArticle, cardOfStatement } from "#lib/publish/embeds/card";
import * as words from "#lib/words";

const w = words.embeds.put.which;

/** This page, or the statement that was asked for, for other sites' pages. `asked` is a number, or anything that an address holds. */
export function PutArticle({ article, asked }: { article: PublishedArticle; asked: unknown }) {
  const { slug } = article.content.article;
  const where = whereNow();
  const number = typeof asked === "string" && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
  const one = number === null ? null : cardOfStatement(article, number, where);
  const last = Math.max(0, ...article.content.statements.map((statement) => statement.number));
  const place: EmbedPlace =
    number === null || one === null
      ? { kind: "article", slug }
      : { kind: "statement", slug, number, mark: null };
  const share = shareOf(place, one ?? cardOfArticle(article, where), where);
  const which = place.kind === "statement" ? w.statement(place.number) : w.article;
  return (
    <PutElsewhere {...share} which={which} isOpen={asked !== undefined}>
      {last === 0 ? null : <ChooseStatement slug={slug} last={last} chosen={one === null ? null : number} />}
    </PutElsewhere>
  );
}
