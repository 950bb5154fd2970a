import { guidelinePlaces } from "#lib/db/guideline/guideline";
import { countUnread } from "#lib/db/notices/notices";
import { provenanceCounts } from "#lib/db/provenance/views";
import { queuePane } from "#lib/db/queue/list";
import { threadsOnPage } from "#lib/db/threads/views";
import { draftsOfPromises, draftsUnder, underQuestions } from "#lib/desk/drafts";
import { versionsView } from "#lib/desk/page-versions";
import type { Actor } from "#lib/domain/actor";
import type { ArticleDesk } from "#lib/domain/article-desk";
import { FORM_DRAFTS } from "#lib/domain/form-state";
import { askedQueue, openedAt } from "#lib/domain/queue-query";

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** What the page's screen shows beside the page itself; null where its version isn't there any more. It is drawn anew often: each question here is asked once. */
export async function besideDesk(actor: Actor, desk: ArticleDesk, asked: Asked) {
  const { article, version, review, publication, statements, suggestions } = desk;
  const open = { versionId: version.id };
  const queue = await queuePane(actor, askedQueue(asked).query, open, openedAt(asked));
  const promises = await draftsOfPromises(actor, version.id);
  const questions = underQuestions([article.id, review?.id, publication?.reviewId]);
  const ofReview = review === null ? [] : [`article:${review.id}:`];
  const kept = await draftsUnder(actor, FORM_DRAFTS, ...ofReview, ...questions);
  const isForm = ({ subject }: { readonly subject: string }) => subject.startsWith(FORM_DRAFTS);
  const versions = await versionsView(actor.id, version.id, [...statements, ...suggestions]);
  if (versions === null) return null;
  return {
    queue,
    formDrafts: kept.filter(isForm),
    drafts: [...promises, ...kept.filter((draft) => !isForm(draft))],
    promiseForms: promises.map(({ subject, statementId, exact }) => ({ subject, statementId, exact })),
    versions,
    threads: await threadsOnPage(actor, article.id, version.id),
    unread: await countUnread(actor.id),
    guideline: await guidelinePlaces(),
    provenance: await provenanceCounts(article.id),
  };
}
