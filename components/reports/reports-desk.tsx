"use client";

import { useState } from "react";
import { AskDialog, asked } from "#components/ui/ask-dialog";
import { DraftForm } from "#components/ui/draft-form";
import { DraftMark, type Drafts, useDrafts } from "#components/ui/drafts";
import { TextField } from "#components/ui/field";
import { send } from "#components/ui/send";
import { MOST_ANSWERED } from "#lib/domain/bounds";
import type { ReportRow } from "#lib/domain/error-reports";
import type { Act } from "#lib/domain/form-state";
import type { DraftView } from "#lib/domain/review-views";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const w = words.deskReports;

interface Props {
  readonly personId: string;
  readonly reports: readonly ReportRow[];
  readonly drafts: readonly DraftView[];
  readonly timeZone: string;
  readonly mayAnswer: boolean;
  readonly actions: { readonly answer: Act; readonly erase: Act; readonly saveDraft: Act };
}

/** Reports of readers with the answers of the desk. */
export function ReportsDesk(props: Props) {
  const drafts = useDrafts({ personId: props.personId, drafts: props.drafts, save: props.actions.saveDraft });
  const [told, setTold] = useState({ text: "", turn: 0 });
  const [leaving, setLeaving] = useState<ReportRow | null>(null);
  const tell = (text: string) => setTold(({ turn }) => ({ text, turn: turn + 1 }));
  return (
    <>
      <p className="mt-3 small">
        <DraftMark state={drafts.state} />
      </p>
      <p className="note-line" role="status">
        <span key={told.turn}>{told.text}</span>
      </p>
      <ul className="stack-6 mt-4">
        {props.reports.map((report) => (
          <li key={report.id} className="sect">
            <Report report={report} timeZone={props.timeZone} />
            {props.mayAnswer && (
              <Answer
                report={report}
                drafts={drafts}
                answer={props.actions.answer}
                onDone={tell}
                onErase={() => setLeaving(report)}
              />
            )}
          </li>
        ))}
      </ul>
      {leaving && (
        <AskDialog
          undrafted="nothing-typed"
          title={w.eraseTitle}
          confirm={w.erase}
          isDanger
          note={<p>{w.eraseBody}</p>}
          action={asked(() => send(props.actions.erase, { reportId: leaving.id }))}
          onDone={() => tell(w.erased)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

function Report({ report, timeZone }: { readonly report: ReportRow; readonly timeZone: string }) {
  const { kind, path, source, sentAt, answer, answerPath, answeredAt, answeredBy } = report;
  return (
    <>
      <p className="small muted">
        <strong>{w.kind[kind]}</strong> · {w.sent(momentWords(sentAt, timeZone))}
        {kind === "CLAIM" ? null : <> · {path === null ? w.noPage : <a href={path}>{path}</a>}</>}
      </p>
      <p className="mt-2 pre measure wrap-anywhere" dir="auto">
        {report.words}
      </p>
      {kind === "CLAIM" && (
        <p className="mt-2 small wrap-anywhere">
          {source === null ? (
            w.noSource
          ) : (
            <>
              {w.source} <bdi>{source}</bdi>
            </>
          )}
        </p>
      )}
      {answer === null || answeredAt === null ? null : (
        <div className="note mt-3">
          <p className="small muted">{w.answered(momentWords(answeredAt, timeZone), answeredBy)}</p>
          <p className="pre wrap-anywhere" dir="auto">
            {answer}
          </p>
          {answerPath === null ? null : (
            <p className="small wrap-anywhere">
              {w.named} <a href={answerPath}>{answerPath}</a>
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** Whoever pastes a whole address of ours means its path. */
function pathOf(typed: string): string {
  const own = `${window.location.origin}/`;
  return typed.trim().startsWith(own) ? typed.trim().slice(own.length - 1) : typed;
}

function Answer(props: {
  readonly report: ReportRow;
  readonly drafts: Drafts;
  readonly answer: Act;
  readonly onDone: (text: string) => void;
  readonly onErase: () => void;
}) {
  const { report, drafts } = props;
  const subject = `report:${report.id}`;
  const isAnswered = report.answer !== null;
  return (
    <details className="mt-3" open={!isAnswered || drafts.bodyOf(subject) !== null}>
      <summary>{isAnswered ? w.again : w.answer}</summary>
      <div className="stack-4 mt-3 measure">
        <DraftForm
          subject={subject}
          drafts={drafts}
          saved={{ answer: report.answer ?? "", answerPath: report.answerPath ?? "" }}
          send={(values, save) =>
            save("report.answer", props.answer, {
              reportId: report.id,
              revision: report.revision,
              answer: values.answer,
              answerPath: pathOf(values.answerPath ?? ""),
            })
          }
          submit={w.submit}
          done={w.done}
          onDone={props.onDone}
        >
          {(form) => (
            <>
              <TextField {...form.field("answer")} label={w.answer} rows={3} maxLength={MOST_ANSWERED} />
              <TextField
                {...form.field("answerPath")}
                label={w.answerPath}
                hint={w.answerPathHint}
                maxLength={400}
              />
            </>
          )}
        </DraftForm>
        <p>
          <button type="button" className="btn btn--s" onClick={props.onErase}>
            {w.erase}
          </button>
        </p>
      </div>
    </details>
  );
}
