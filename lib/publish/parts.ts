import type { Part, PublishedPart } from "#lib/domain/credits";
import type { ArticlePublication, PublicationContent, PublishedStatement } from "#lib/domain/publications";

type Article = ArticlePublication["article"];

/**
 * The parts of published content that people write and read: each statement by its number (`3`), the wording of each claim that a page
 * joins (`claim:<slug>`), the facts of the page that were put right (`page`), and of a claim its wording, what was joined with it,
 * its verdict, its evidence and its searches.
 */
export function partsOf(content: PublicationContent): Part[] {
  if (content.kind === "CLAIM") {
    const { claim, joined = [], verdict, evidence, searches } = content;
    return [
      wordingPart(claim.slug, claim.wording),
      part("unknowns", claim.unknowns),
      part("joined", joined),
      part("verdict", verdict),
      part(
        "evidence",
        evidence.map(({ noteSign: _sign, copyKept: _copy, ...piece }) => piece),
      ),
      part("searches", searches),
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
        start: _start,
        end: _end,
        post: _post,
        noteSigns: _signs,
        template,
        claim,
        ...facts
      }) => ({
        name: String(number),
        key: `statement:${JSON.stringify({ ...facts, ...chosenTemplate(template), claim: claim?.slug ?? null })}`,
        place: `statement:${facts.exact}`,
      }),
    ),
    ...[...claims].map(([slug, wording]) => wordingPart(slug, wording)),
    ...pageParts(content.article),
  ];
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
