import type { Tx } from "#lib/db/core/client";
import type { Publication } from "#lib/db/generated/client";
import {
  type ArticlePublication,
  PublicationContent,
  type PublishedStatement,
} from "#lib/domain/publications";
import { facetKey, facetPeriods } from "#lib/domain/search-filter";

/**
 * What a search has to be narrowed by, and what statements have to be found by, told from parsed content; the database takes both out of the JSON
 * by itself (migration `search_facets_guards`). How a name and a word are folded is told by the database alone.
 */

/** As many characters of a statement, with who said it, are searched. */
const SEARCHED = 20_000;

/** `plain` are facets as they are kept; names are folded first. */
export interface FacetsOf {
  readonly plain: readonly string[];
  readonly publishers: readonly string[];
  readonly speakers: readonly string[];
  readonly topics: readonly string[];
}

const NONE: FacetsOf = { plain: [], publishers: [], speakers: [], topics: [] };

/** Of a page, or of a claim as this publication says of it. */
export function facetsOf(content: PublicationContent, ofClaim: boolean): FacetsOf {
  if (content.kind === "CLAIM")
    return { ...NONE, plain: [facetKey("verdict", content.verdict.code)], topics: topicNames(content) };
  if (ofClaim) return { ...NONE, plain: [facetKey("verdict", "NO_VERDICT")] };
  const { article, statements } = content;
  return together(onPage(content, article.postedAt), ...statements.map((statement) => saidFacets(statement)));
}

function together(...all: readonly FacetsOf[]): FacetsOf {
  return {
    plain: all.flatMap(({ plain }) => plain),
    publishers: all.flatMap(({ publishers }) => publishers),
    speakers: all.flatMap(({ speakers }) => speakers),
    topics: all.flatMap(({ topics }) => topics),
  };
}

const topicNames = ({ topics = [] }: PublicationContent): string[] => topics.map(({ name }) => name);

function onPage(content: ArticlePublication, day: string | null): FacetsOf {
  const { publisher, language } = content.article;
  const spoken = language === null ? [] : [facetKey("language", language.slice(0, 35).toLowerCase())];
  return {
    plain: [...spoken, ...facetPeriods("date", day)],
    publishers: publisher === null ? [] : [publisher],
    speakers: [],
    topics: topicNames(content),
  };
}

function saidFacets({ label, sourcing, speaker, prediction }: PublishedStatement): FacetsOf {
  const { dueFrom, dueTo } = prediction ?? { dueFrom: null, dueTo: null };
  const isDated = dueFrom !== null && dueTo !== null;
  const due = isDated ? facetPeriods("due", dueTo) : prediction === null ? [] : [facetKey("due", "none")];
  return {
    plain: [facetKey("label", label), facetKey("sourcing", sourcing), ...due],
    publishers: [],
    speakers: speaker === null ? [] : [speaker.name],
    topics: [],
  };
}

interface Row extends FacetsOf {
  readonly publicationId: string;
  readonly number: number;
  readonly publishedAt: string;
  readonly text: string;
}

/** The rows that a publication which stands has to have. */
function rowsOf({ id, publishedAt, content }: Publication): Row[] {
  const page = PublicationContent.safeParse(content).data;
  if (page?.kind !== "ARTICLE") return [];
  return page.statements.map((statement) => ({
    publicationId: id,
    number: statement.number,
    publishedAt: publishedAt.toISOString(),
    text: [statement.exact, statement.speaker?.name ?? null].filter((part) => part !== null).join("\n"),
    ...together(onPage(page, page.posts[statement.post]?.date ?? null), saidFacets(statement)),
  }));
}

/** Of the publications `ids`, of which `standing` stand: those whose statements, as the search has them, aren't the published ones. */
export async function wronglySaid(
  tx: Tx,
  standing: readonly Publication[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = standing.flatMap(rowsOf);
  const wrong = await tx.$queryRaw<{ id: string }[]>`
    WITH made AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one("publicationId" uuid, number int,
        "publishedAt" timestamptz, text text, plain text[], publishers text[], speakers text[], topics text[])
    ), kept AS (
      SELECT * FROM "StandingSaid" WHERE "publicationId" = ANY (${[...ids]}::uuid[])
    )
    SELECT DISTINCT "publicationId" AS id FROM kept FULL JOIN made USING ("publicationId", number)
    WHERE kept.number IS NULL OR made.number IS NULL OR kept."publishedAt" <> made."publishedAt"
      OR kept.words IS DISTINCT FROM search_vector(left(made.text, ${SEARCHED}))
      OR kept.facets IS DISTINCT FROM facets_told(made.plain, made.publishers, made.speakers, made.topics)`;
  return new Set(wrong.map(({ id }) => id));
}
