import type { z } from "zod";
import { APART } from "#lib/domain/content-pieces";
import type { ArticleLine, ClaimLine, CorrectionLine, StatementLine } from "./answers";

/** What a table of an export has in its columns, in this order. A new column goes to the end: programs count them. */
export interface Column<Line> {
  readonly name: string;
  of(line: Line): string | number | boolean | null;
}

/** In one cell, as people read it; a program that needs each by itself takes the lines of JSON. */
const topicCell = (topics: readonly { readonly name: string }[]): string | null =>
  topics.length === 0 ? null : topics.map(({ name }) => name).join("; ");

export const ARTICLE_COLUMNS: readonly Column<z.infer<typeof ArticleLine>>[] = [
  { name: "slug", of: ({ slug }) => slug },
  { name: "title", of: ({ title }) => title },
  { name: "url", of: ({ url }) => url },
  { name: "publisher", of: ({ publisher }) => publisher },
  { name: "author", of: ({ author }) => author },
  { name: "agency", of: ({ agency }) => agency },
  { name: "postedAt", of: ({ postedAt }) => postedAt },
  { name: "language", of: ({ language }) => language },
  { name: "publishedAt", of: ({ publishedAt }) => publishedAt },
  { name: "statementCount", of: ({ statementCount }) => statementCount },
  { name: "isProven", of: ({ isProven }) => isProven },
  { name: "page", of: ({ page }) => page },
  { name: "topics", of: ({ topics }) => topicCell(topics) },
];

export const STATEMENT_COLUMNS: readonly Column<StatementLine>[] = [
  { name: "article", of: ({ article }) => article.slug },
  { name: "number", of: ({ number }) => number },
  { name: "exact", of: ({ exact }) => exact },
  { name: "label", of: ({ label }) => label },
  { name: "labelReason", of: ({ labelReason }) => labelReason },
  { name: "sourcing", of: ({ sourcing }) => sourcing },
  { name: "speaker", of: ({ speaker }) => speaker?.name ?? null },
  { name: "speakerKind", of: ({ speaker }) => speaker?.kind ?? null },
  { name: "writerFactuality", of: ({ factuality }) => factuality.writer },
  { name: "sourceFactuality", of: ({ factuality }) => factuality.source },
  { name: "time", of: ({ time }) => time },
  { name: "dueFrom", of: ({ prediction }) => prediction?.dueFrom ?? null },
  { name: "dueTo", of: ({ prediction }) => prediction?.dueTo ?? null },
  { name: "promise", of: ({ prediction }) => prediction?.state ?? null },
  { name: "outcome", of: ({ prediction }) => prediction?.outcome?.result ?? null },
  { name: "saidOn", of: ({ post }) => post.date },
  { name: "claim", of: ({ claim }) => claim?.slug ?? null },
  { name: "claimWording", of: ({ claim }) => claim?.wording ?? null },
  { name: "title", of: ({ article }) => article.title },
  { name: "url", of: ({ article }) => article.url },
  { name: "publisher", of: ({ article }) => article.publisher },
  { name: "publishedAt", of: ({ publishedAt }) => publishedAt },
  { name: "isProven", of: ({ isProven }) => isProven },
  { name: "page", of: ({ page }) => page },
  { name: "said", of: ({ pieces }) => pieces.map(({ exact }) => exact).join(APART) },
];

export const CLAIM_COLUMNS: readonly Column<ClaimLine>[] = [
  { name: "slug", of: ({ slug }) => slug },
  { name: "wording", of: ({ wording }) => wording },
  { name: "verdict", of: ({ verdict }) => verdict?.code ?? null },
  { name: "explanation", of: ({ verdict }) => verdict?.explanation ?? null },
  { name: "verdictPublishedAt", of: ({ verdict }) => verdict?.publishedAt ?? null },
  { name: "firstSaidOn", of: ({ firstSaid }) => firstSaid?.post.date ?? null },
  { name: "firstSaidBy", of: ({ firstSaid }) => firstSaid?.speaker?.name ?? null },
  { name: "firstSaidLabel", of: ({ firstSaid }) => firstSaid?.label ?? null },
  { name: "firstSaidPage", of: ({ firstSaid }) => firstSaid?.page ?? null },
  { name: "publishedAt", of: ({ publishedAt }) => publishedAt },
  { name: "isProven", of: ({ isProven }) => isProven },
  { name: "page", of: ({ page }) => page },
  { name: "topics", of: ({ topics }) => topicCell(topics) },
  { name: "verdictWord", of: ({ verdict }) => verdict?.word ?? null },
  { name: "verdictMeaning", of: ({ verdict }) => verdict?.meaning ?? null },
];

export const CORRECTION_COLUMNS: readonly Column<z.infer<typeof CorrectionLine>>[] = [
  { name: "at", of: ({ at }) => at },
  { name: "kind", of: ({ kind }) => kind },
  { name: "isWithdrawal", of: ({ isWithdrawal }) => isWithdrawal },
  { name: "title", of: ({ what }) => what?.title ?? null },
  { name: "reason", of: ({ reason }) => reason },
  { name: "withdrawnByWriter", of: ({ withdrawnByWriter }) => withdrawnByWriter },
  { name: "isProven", of: ({ isProven }) => isProven },
  { name: "page", of: ({ what }) => what?.page ?? null },
];
