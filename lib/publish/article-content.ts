import type { Credit } from "#lib/domain/credits";
import type { SegmentType } from "#lib/domain/labels";
import type { PageParts } from "#lib/domain/page-parts";
import type { TemplateChoice } from "#lib/domain/promise-template";
import { ArticlePublication } from "#lib/domain/publications";
import type { PublisherKind } from "#lib/domain/publishers";
import type { FactSpeaker, StatementFacts } from "#lib/domain/statement-views";
import type { PublishedTopic } from "#lib/domain/topics-shapes";
import { anchorsOf } from "#lib/text/selector";
import { templateOfStatement } from "./promise-template";

/** A statement as it stands in the review that is published. */
export interface ReviewedStatement extends StatementFacts {
  readonly id: string;
  readonly segmentType: SegmentType;
  /** Index into the posts. */
  readonly post: number;
  /** Set where an editor overrode the derived label. */
  readonly labelReason: string | null;
  /** Public notes, oldest first. */
  readonly notes: readonly string[];
  /** Who wrote each note, and on which day. */
  readonly noteSigns?: readonly { readonly by: string; readonly on: string }[];
  readonly claim: { readonly slug: string; readonly wording: string } | null;
  /** What a person chose in place of the template that the words make. */
  readonly templateChoice?: TemplateChoice | null;
}

export interface ReviewedArticle {
  readonly article: ArticlePublication["article"];
  /** The version's text, in which the statements stand. */
  readonly text: string;
  readonly publisherKind: PublisherKind | null;
  readonly posts: PageParts["posts"];
  readonly statements: readonly ReviewedStatement[];
  readonly topics?: readonly PublishedTopic[];
  readonly writers: readonly string[];
  readonly publishedBy: string;
  readonly credits?: readonly Credit[];
}

/**
 * What readers will see of a page: its standing statements in page order, numbered from 1. Pure; nothing else of the review
 * goes in, and of the page's text only the statements' own words, with a little of what stands around each so that it can be found again.
 */
export function articleContent(reviewed: ReviewedArticle): ArticlePublication {
  const inOrder = [...reviewed.statements].sort((a, b) => a.start - b.start || a.end - b.end);
  return ArticlePublication.parse({
    kind: "ARTICLE",
    schema: 1,
    article: reviewed.article,
    posts: reviewed.posts,
    statements: inOrder.map((statement, index) => ({
      ...statement,
      number: index + 1,
      factuality: { writer: statement.factualityWriter, source: statement.factualitySource },
      ...templateIn(statement),
    })),
    sources: {
      publisherKind: reviewed.publisherKind,
      speakers: inOrder.flatMap(({ speaker }, index) =>
        speaker?.id && isSomebody(speaker)
          ? [{ number: index + 1, id: speaker.rootId ?? speaker.id, role: speaker.role ?? null }]
          : [],
      ),
    },
    ...(reviewed.topics === undefined ? {} : { topics: reviewed.topics }),
    anchors: anchorsOf(reviewed.text, inOrder).map((anchor, index) => ({ number: index + 1, ...anchor })),
    writers: reviewed.writers.map((name) => ({ name })),
    publishedBy: { name: reviewed.publishedBy },
    ...(reviewed.credits === undefined ? {} : { credits: reviewed.credits }),
  });
}

/** What varies in a promise is taken out of its words: nobody writes that, and everybody can work it out anew. What a person chose comes first. */
function templateIn(statement: ReviewedStatement) {
  const { prediction, templateChoice } = statement;
  if (prediction === null) return {};
  if (templateChoice) {
    const { key, words, by } = templateChoice;
    return { template: key === null || words === null ? null : { key, words, by } };
  }
  const { template } = templateOfStatement(statement);
  return template ? { template } : {};
}

/** Papers are another one on each page, and so is whoever has no name of their own ("officials", "the ministry"). */
const isSomebody = ({ kind, name }: FactSpeaker): boolean =>
  kind !== "DOCUMENT" && kind !== "UNNAMED" && /[\p{Lu}\p{Lt}\p{Lo}]/u.test(name);
