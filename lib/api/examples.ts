import { publishedClaims, publishedPages } from "#lib/db/readers/published";
import type { ArticlePublication } from "#lib/domain/publications";
import type { TrackKind } from "#lib/domain/track-records";
import { trackLinks } from "#lib/publish/track-links";
import { annotationName } from "./annotations";
import { filled, type Operation } from "./operation";
import { DESCRIBED } from "./operations";
import type { Where } from "./present";
import { ProblemError } from "./problems";

/** A request as anybody can send it, and what is answered now. */
export interface Example {
  readonly operation: Operation;
  /** Path and query. */
  readonly href: string;
  /** With every list cut to its first part; null where nothing is published that it could show. */
  readonly answer: unknown;
}

type Known = Readonly<Record<string, string>>;

/** An example of each operation, made of what stands published. */
export async function examples(where: Where): Promise<readonly Example[]> {
  const known = await knownNow();
  return Promise.all(DESCRIBED.filter(isShown).map((operation) => exampleOf(operation, known, where)));
}

async function exampleOf(operation: Operation, known: Known, where: Where): Promise<Example> {
  const params = Object.fromEntries(
    namesIn(operation).map((name) => [name, known[`${operation.id} ${name}`] ?? "…"]),
  );
  const query = new URLSearchParams(
    Object.keys(operation.query).flatMap((name) => {
      const value = known[`${operation.id} ${name}`];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const asked = query.size === 0 ? "" : `?${query}`;
  const answer = await answerOf(operation, params, query, where);
  return {
    operation,
    href: `${operation.base}${filled(operation.path, params)}${asked}`,
    answer: shortened(answer),
  };
}

async function answerOf(
  operation: Operation,
  params: Known,
  query: URLSearchParams,
  where: Where,
): Promise<object | null> {
  try {
    return await operation.answerTo(params, query, where);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

const namesIn = ({ path }: Operation): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

const WORD = /[\p{L}\p{N}]{4,}/u;

/** The document about the API is linked, not shown. */
const isShown = ({ id }: Operation): boolean => id !== "document";

/** What stands in the examples' addresses, by the operation and the name there. */
async function knownNow(): Promise<Known> {
  const [{ pages }, { claims }] = await Promise.all([publishedPages(null), publishedClaims(null)]);
  const page = pages.find(({ content }) => content.statements.length > 0)?.content;
  const [statement] = page?.statements ?? [];
  const [claim] = claims;
  const template = pages.flatMap(({ content }) => content.statements).find((one) => one.template)?.template;
  return {
    "predictions state": "overdue",
    "statements label": statement?.label ?? "UNSOURCED_SPECULATION",
    "search q": WORD.exec(page?.article.title ?? "")?.[0] ?? "said",
    ...(page && {
      "article slug": page.article.slug,
      "articleAnnotations slug": page.article.slug,
      "statement slug": page.article.slug,
    }),
    ...trackIds(page),
    ...(statement && { "statement number": `${statement.number}` }),
    ...(page && statement && annotationIds(page, statement.number)),
    ...(claim && {
      "claim slug": claim.slug,
      "claimReviewSearch query": WORD.exec(claim.wording)?.[0] ?? claim.wording,
    }),
    ...(template && { "template key": template.key }),
  };
}

/** A statement of the page as an annotation, and the address of the page, where it has one. */
function annotationIds({ article: { slug, url } }: ArticlePublication, number: number): Known {
  const id = annotationName(slug, number);
  return {
    "annotation id": id,
    "hypothesisAnnotation id": id,
    ...(url === null ? {} : { "hypothesisSearch uri": url }),
  };
}

/** A record that the page belongs to. Of its publisher there is one where it is named. */
function trackIds(page: ArticlePublication | undefined): Known {
  const links = page === undefined ? [] : trackLinks(page);
  const idOf = (kind: TrackKind) =>
    links
      .find((link) => link.kind === kind)
      ?.href.split("/")
      .at(-1);
  const [publisher, author, speaker] = [idOf("PUBLISHER"), idOf("AUTHOR"), idOf("SPEAKER")];
  return {
    ...(publisher && { "publisher id": publisher, "publisherStatements id": publisher }),
    ...(author && { "author id": author, "authorStatements id": author }),
    ...(speaker && { "speaker id": speaker, "speakerStatements id": speaker }),
  };
}

/** Every list cut to its first part. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shortened(part)]));
}
