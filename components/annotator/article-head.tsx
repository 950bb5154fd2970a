import Link from "next/link";
import type { ReactNode } from "react";
import { PartLooking } from "#components/parts/part-looking";
import { AskReading } from "#components/readings/ask-reading";
import type { ReviewActions, ReviewCase } from "#components/reviews/review-panel";
import { TagField } from "#components/topics/tag-field";
import { CarryOver } from "#components/versions/carry-over";
import { CorrectFacts } from "#components/versions/correct-fact";
import { PageFacts } from "#components/versions/page-facts";
import { PostsBeside } from "#components/versions/post-links";
import { VersionStrip } from "#components/versions/version-strip";
import type { Actor } from "#lib/domain/actor";
import type { ArticleDesk } from "#lib/domain/article-desk";
import { assessmentOf, isAnalysed } from "#lib/domain/assessment";
import { READER_LABELS } from "#lib/domain/labels";
import { mayPublish } from "#lib/domain/review-rules";
import { spanKey } from "#lib/domain/version-views";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { Dismissal } from "./dismissal";
import { canWrite } from "./use-annotator";
import type { Workplace } from "./workplace";

const said = words.desk.annotator;

interface HeadProps {
  readonly desk: ArticleDesk;
  readonly place: Workplace;
  readonly drafts: ReviewCase["drafts"];
  /** Accepts all that is sure. */
  readonly sure: ReactNode;
  /** Who else is at this page. */
  readonly here: ReactNode;
  /** Says what was done. */
  readonly onDone: (text: string) => void;
  readonly children: ReactNode;
}

/** The page's headline, where it is from, how far its review is, and who acts next. */
export function ArticleHead(props: HeadProps) {
  const { desk, place } = props;
  const { actor, versions, timeZone } = place;
  const { article, version, statements } = desk;
  const suggested = desk.suggestions.filter(({ decision }) => decision === null).length;
  const inPart = inPartWords(version);
  const facts = [
    article.publisher,
    version.postedAt && longDay(version.postedAt),
    said.version(version.number),
  ].filter(Boolean);
  return (
    <div className="t-head">
      <div>
        <p className="t-title" dir="auto" aria-hidden="true">
          {version.title ?? words.desk.queue.untitled}
        </p>
        <p className="xs muted">
          {facts.join(", ")}. {said.counts(statements.length + suggested, statements.length, suggested)}{" "}
          <b className="ink">{nextSentence(desk, actor)}</b>
        </p>
        {props.here}
        <PartLooking desk={desk} lookAgain={place.parts.lookAgain} />
        <PageActs {...props} />
        {inPart && <p className="note xs">{inPart}</p>}
        <PageTopics {...props} />
        <Remarks notes={version.notes} />
        <PostsBeside posts={versions.posts} here={versions.shown.id} />
        <PageFacts
          versions={versions}
          fetchedAt={version.fetchedAt}
          lookActs={place.lookActs}
          timeZone={timeZone}
        >
          <CorrectFacts versionId={version.id} facts={desk.facts} correct={place.correctFact} />
        </PageFacts>
      </div>
      {props.children}
      {place.carryOver && versions.carry && desk.review && canWrite(desk, actor.id) && (
        <CarryOver reviewId={desk.review.id} from={versions.carry} carry={place.carryOver} />
      )}
      <VersionStrip versions={versions} here={version.id} keys={standingKeys(desk)} timeZone={timeZone} />
    </div>
  );
}

/** What can be done with the page as a whole. */
function PageActs({ desk, place, drafts, sure }: Omit<HeadProps, "children" | "here">) {
  const { article, review, publishedHref, version } = desk;
  return (
    <div className="cluster">
      {sure}
      <Dismissal
        articleId={article.id}
        dismissedFor={article.dismissedFor}
        isFree={publishedHref === null && (review === null || review.state === "WITHDRAWN")}
        acts={place.dismissal}
        drafts={drafts}
      />
      {place.askReading && review === null && article.dismissedFor === null && (
        <AskReading versionId={version.id} ask={place.askReading} />
      )}
      {place.provenance && (
        <Link className="small" href={`/desk/articles/${version.id}/sources`} prefetch={false}>
          {words.versions.textSources(place.provenance.proposed, place.provenance.confirmed)}
        </Link>
      )}
      {place.takesMarks && (
        <Link className="small" href={`/desk/articles/${version.id}/marks`} prefetch={false}>
          {place.hasModel ? words.navigation.page.marksWithModel : words.navigation.page.marks}
        </Link>
      )}
    </div>
  );
}

/** What the page is about: changed by whoever writes its review. */
function PageTopics({ desk, place, drafts, onDone }: HeadProps) {
  const { review, topics } = desk;
  if (review === null) return null;
  const mayWrite = canWrite(desk, place.actor.id);
  if (!mayWrite && topics.length === 0) return null;
  return (
    <details className="xs" open={topics.length > 0 || drafts.bodyOf(`article:${review.id}:topics`) !== null}>
      <summary>{words.topicTags.tags.heading}</summary>
      <TagField
        of={{ reviewId: review.id }}
        tags={topics}
        acts={mayWrite ? place.tags : null}
        drafts={drafts}
        onDone={onDone}
      />
    </details>
  );
}

/** What the machine remarked while it read the page. */
function Remarks({ notes }: Pick<ArticleDesk["version"], "notes">) {
  if (notes.length === 0) return null;
  return (
    <details className="xs">
      <summary>{said.remarks}</summary>
      <ul>
        {notes.map((note) => (
          <li key={note.stage + note.remark}>{note.remark}</li>
        ))}
      </ul>
    </details>
  );
}

/** What was looked at of a page that wasn't as a whole; null for one that was. */
function inPartWords(version: ArticleDesk["version"]): string | null {
  if (assessmentOf(version) === "WHOLE") return null;
  const { cut, otherLanguage } = words.deskAssessment;
  return isAnalysed(version.language) ? cut : otherLanguage(version.language);
}

/** The statements that count on this page: those that stand, and those that nobody decided on. */
function standingKeys({ statements, suggestions }: ArticleDesk): string[] {
  return [...statements, ...suggestions.filter(({ decision }) => decision === null)].map(spanKey);
}

/** Who has to act next on this page, for this person. */
export function nextSentence(desk: Pick<ArticleDesk, "review">, actor: Actor): string {
  const next = words.desk.queue.next;
  const { review } = desk;
  if (!review || review.state === "WITHDRAWN") return next.you;
  if (review.state === "PUBLISHED") return next.nobody;
  if (review.state === "SUBMITTED") {
    const writers = review.writers.map((writer) => writer.id);
    return mayPublish(actor.id, writers) && actor.role !== "CONTRIBUTOR" ? next.you : next.anotherEditor;
  }
  return canWrite(desk, actor.id) ? next.you : next.person(review.author.name);
}

/** What the review panel is given: the numbers that say what will be published. */
export function reviewCase(
  desk: ArticleDesk,
  { actor, timeZone }: Pick<Workplace, "actor" | "timeZone">,
  actions: ReviewActions,
  { openForms, drafts }: Pick<ReviewCase, "openForms" | "drafts">,
): ReviewCase {
  const suggested = desk.suggestions.filter(({ decision }) => decision === null).length;
  const labels = READER_LABELS.map(
    (label) => [words.labels[label].badge, desk.statements.filter((s) => s.label === label).length] as const,
  ).filter(([, count]) => count > 0);
  const notes = [...desk.annotations, ...desk.statements.flatMap(({ annotations }) => annotations)];
  const said = words.desk.review;
  const unready =
    desk.partReading?.state === "WAITING"
      ? words.unready.lookingNow
      : suggested > 0
        ? words.unready.suggestionsWait(suggested)
        : desk.statements.length === 0
          ? words.unready.noStatement
          : null;
  return {
    review: desk.review,
    actor,
    actions,
    timeZone,
    subject: { versionId: desk.version.id },
    otherPublishers: desk.otherPublishers,
    publishedHref: desk.publishedHref,
    publication: desk.publication,
    unready,
    drafts,
    openForms,
    counts: [
      [said.statements, String(desk.statements.length)] as const,
      ...labels.map(([name, count]) => [name, String(count)] as const),
      [said.notes, String(notes.filter(({ isPublic }) => isPublic).length)],
      [said.links, String(desk.statements.filter(({ claim }) => claim !== null).length)],
    ],
  };
}
