import { saidWords } from "#lib/domain/content-pieces";
import type { Part, PublishedPart } from "#lib/domain/credits";
import type {
  ArticlePublication,
  ClaimPublication,
  PublicationContent,
  PublishedStatement,
} from "#lib/domain/publications";
import type { PublishedUpstream } from "#lib/domain/published-upstream";
import { givenOf } from "#lib/words/verdicts";

type Article = ArticlePublication["article"];

/**
 * The parts of published content that people write and read: each statement by its number (`3`), the wording of each claim that a page
 * joins (`claim:<slug>`), the facts of the page that were put right (`page`), each page that its text is from (`upstream:<article>`), and of a claim its wording, what was joined with it,
 * its verdict, its evidence and its searches; of both what they are about (`topics`).
 */
export function partsOf(content: PublicationContent): Part[] {
  if (content.kind === "CLAIM") {
    const { claim, joined = [], verdict, evidence, searches, topics = [] } = content;
    return [
      wordingPart(claim.slug, claim.wording),
      part("unknowns", claim.unknowns),
      part("joined", joined),
      part("verdict", verdictAsRead(verdict)),
      part(
        "evidence",
        evidence.map(({ noteSign: _sign, copyKept: _copy, pdfPages: _pages, ...piece }) => piece),
      ),
      part("searches", searches),
      part("topics", topics),
    ].filter(({ key, name }) => key !== `${name}:[]`);
  }
  const claims = new Map(
    content.statements.flatMap(({ claim }) => (claim ? [[claim.slug, claim.wording]] : [])),
  );
  return [
    ...content.statements.map(
      ({
        id: _id,
        number,
        start,
        end,
        post: _post,
        content,
        noteSigns: _signs,
        template,
        claim,
        ...facts
      }) => ({
        name: String(number),
        key: `statement:${JSON.stringify({
          ...facts,
          // Where its pieces stand is another place on each version; what is said is not.
          ...(content === undefined ? {} : { said: saidWords({ start, end, content, exact: facts.exact }) }),
          ...chosenTemplate(template),
          claim: claim?.slug ?? null,
        })}`,
        place: `statement:${facts.exact}`,
      }),
    ),
    ...[...claims].map(([slug, wording]) => wordingPart(slug, wording)),
    ...pageParts(content.article),
    ...(content.provenance ?? []).map(upstreamPart),
    ...(content.topics === undefined ? [] : [part("topics", content.topics)]),
  ];
}

/** A verdict as readers have it: a version of the scale that says the same of it makes it no other one. */
function verdictAsRead(verdict: ClaimPublication["verdict"]) {
  const { code, explanation } = verdict;
  const { version: _version, ...said } = givenOf(verdict);
  return { code, explanation, ...said };
}

/** A template that a person chose is their writing; one that the words make is nobody's. */
const chosenTemplate = (template: PublishedStatement["template"]) =>
  template === null || template?.by !== undefined ? { template } : {};

/** What an editor put right of the page. What the page itself says is nobody's writing. */
function pageParts({
  corrected,
  parts,
  title,
  publisher,
  author,
  agency,
  postedAt,
  language,
}: Article): Part[] {
  if (corrected === undefined && parts === undefined) return [];
  const facts = corrected && { corrected, title, publisher, author, agency, postedAt, language };
  return [part("page", { ...facts, ...(parts && { parts }) })];
}

export const upstreamPartName = (articleId: string): string => `upstream:${articleId}`;

/** What an editor decided of a page upstream. What became of each statement follows from both texts, and is nobody's writing. */
function upstreamPart({ page, kind, reason }: PublishedUpstream): Part {
  return part(upstreamPartName(page.id), { kind, reason });
}

export const claimPartName = (slug: string): string => `claim:${slug}`;

function wordingPart(slug: string, wording: string): Part {
  const name = claimPartName(slug);
  return { name, key: `${name}:${wording}`, place: name };
}

function part(name: string, value: unknown): Part {
  return { name, key: `${name}:${JSON.stringify(value)}`, place: name };
}

/** The parts of something published, with who wrote and read them. Content from before credits were kept was written and read as a whole. */
export function publishedParts(content: PublicationContent): PublishedPart[] {
  const whole = { writtenBy: content.writers.map(({ name }) => name), readBy: content.publishedBy.name };
  return partsOf(content).map((one) => {
    const credit = content.credits?.find(({ parts }) => parts.includes(one.name));
    const { writtenBy, readBy } = credit ?? whole;
    return { ...one, writtenBy, readBy };
  });
}
