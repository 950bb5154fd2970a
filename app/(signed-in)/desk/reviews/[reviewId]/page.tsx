import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ArticleBody } from "#components/articles/article-body";
import { Origin } from "#components/articles/origin";
import { ClaimFindings } from "#components/claims/claim-findings";
import { Verdict } from "#components/claims/verdict";
import { ChangeList } from "#components/reviews/change-list";
import { TopicLinks } from "#components/topics/topic-links";
import { Section } from "#components/ui/section";
import { textNeighbours } from "#lib/db/readers/provenance";
import { toldBefore } from "#lib/db/readers/templates";
import { previewReview, type ReviewPreview } from "#lib/desk/preview";
import type { PublicationContent } from "#lib/domain/publications";
import { NO_NEIGHBOURS } from "#lib/domain/published";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import { articleView } from "#lib/publish/article-view";
import { type Compared, changeLines } from "#lib/publish/change-words";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";

const w = words.desk.preview;

export const metadata: Metadata = { title: `${w.title}.` };

interface Props {
  readonly params: Promise<{ readonly reviewId: string }>;
}

/** A review as its readers will see it, in their own components, and what that changes. */
export default async function PreviewPage({ params }: Props) {
  await requirePage();
  const id = Id.safeParse((await params).reviewId);
  const preview = id.success ? await previewReview(id.data) : null;
  if (preview === null) notFound();
  return (
    <>
      <p className="kicker">
        <Link href={preview.href}>{w.back}</Link>
      </p>
      <h1 className="page-title">{w.title}</h1>
      <p className="lede">{w.states[preview.state]}</p>
      {preview.content === null ? (
        <p className="note">
          {w.unready} {preview.unready}
        </p>
      ) : (
        <Seen preview={preview} content={preview.content} />
      )}
    </>
  );
}

async function Seen({ preview, content }: { preview: ReviewPreview; content: PublicationContent }) {
  const { standing, suggested } = preview;
  const isArticle = content.kind === "ARTICLE";
  const before = isArticle ? await toldBefore(content) : new Map();
  // What isn't published has no address of its own that leads on in a list.
  const around = isArticle
    ? { ...(await textNeighbours(content)), earlier: null, later: null }
    : NO_NEIGHBOURS;
  return (
    <>
      <Section id="changes" title={w.against}>
        {standing === null ? (
          <p>{w.first}</p>
        ) : (
          <Changes before={standing} after={content} with="PUBLISHED" />
        )}
      </Section>
      {suggested !== null && (
        <Section id="suggested" title={w.machine}>
          {suggested.statements.length === 0 ? (
            <p>{w.none}</p>
          ) : (
            <Changes before={suggested} after={content} with="SUGGESTED" />
          )}
        </Section>
      )}
      <section className="sect" aria-label={w.title}>
        {content.kind === "ARTICLE" ? (
          <div lang={words.language} dir={words.direction}>
            <ArticleBody
              heading="h2"
              view={articleView(content, dayOf(new Date(), timeZone()), before, around)}
              language={content.article.language}
              origin={
                <>
                  <Origin article={content.article} timeZone={timeZone()} />
                  <TopicLinks topics={content.topics ?? []} isPreview />
                </>
              }
            />
          </div>
        ) : (
          <ClaimSeen content={content} />
        )}
      </section>
    </>
  );
}

function Changes(props: { before: PublicationContent; after: PublicationContent; with: Compared }) {
  const changes = changeLines(props.before, props.after, props.with);
  return changes.length === 0 ? (
    <p>{w.same}</p>
  ) : (
    <details open={changes.length <= 12}>
      <summary>{w.count(changes.length)}</summary>
      <ChangeList changes={changes} />
    </details>
  );
}

function ClaimSeen({ content }: { content: Extract<PublicationContent, { kind: "CLAIM" }> }) {
  return (
    <>
      <h2 className="claim-words" dir="auto">
        {content.claim.wording}
      </h2>
      <TopicLinks topics={content.topics ?? []} isPreview />
      <Verdict heading={words.claimEditor.verdict} verdict={content.verdict} by={null} />
      <ClaimFindings claim={{ own: { content, publishedAt: "" } }} />
    </>
  );
}
