import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PromiseEditor } from "#components/promises/promise-editor";
import { promiseDesk } from "#lib/db/outcomes/desk";
import { tellingsBefore } from "#lib/db/readers/templates";
import { promiseSubject } from "#lib/db/reviews/drafts";
import { draftsUnder } from "#lib/desk/drafts";
import type { PromiseTemplate, TemplateChoice } from "#lib/domain/promise-template";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import { dueView } from "#lib/publish/due";
import { templateOfStatement } from "#lib/publish/promise-template";
import { beforeView } from "#lib/publish/template-view";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import * as actions from "./actions";

export const metadata: Metadata = { title: `${words.deskPromises.form}.` };

interface Props {
  readonly params: Promise<{ readonly statementId: string }>;
}

/** One promise, and what became of it. */
export default async function PromisePage({ params }: Props) {
  const actor = await requirePage();
  const id = Id.safeParse((await params).statementId);
  const desk = id.success ? await promiseDesk(actor, id.data) : null;
  if (desk === null || !id.success) notFound();
  const subject = promiseSubject(id.data);
  const today = dayOf(new Date(), timeZone());
  const { facts, prediction, publishedHref } = desk;
  const made = templateOfStatement(facts);
  const template = chosenOf(desk.templateChoice) ?? (desk.templateChoice === null ? made.template : null);
  const slug = publishedHref?.replace("/articles/", "") ?? null;
  const told = template && (await tellingsBefore(template.key, prediction.resolvedFrom ?? today, slug));
  return (
    <PromiseEditor
      template={{
        words: template?.words ?? null,
        refusal: desk.templateChoice === null ? made.refusal : null,
        before: beforeView(told, today),
      }}
      desk={desk}
      subject={subject}
      personId={actor.id}
      view={dueView(prediction, today)}
      drafts={await draftsUnder(actor, subject)}
      actions={{
        record: actions.recordAction,
        reopen: actions.reopenAction,
        saveDraft: actions.saveDraftAction,
        join: actions.joinAction,
        refuseMatch: actions.refuseMatchAction,
        undoMatch: actions.undoMatchAction,
        part: actions.partAction,
        leave: actions.leaveAction,
      }}
    />
  );
}

function chosenOf(choice: TemplateChoice | null): PromiseTemplate | null {
  return choice === null || choice.key === null || choice.words === null
    ? null
    : { key: choice.key, words: choice.words };
}
