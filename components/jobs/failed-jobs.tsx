"use client";

import { useEffect, useRef, useState } from "react";
import { ActButton } from "#components/ui/act-button";
import { AskDialog } from "#components/ui/ask-dialog";
import { TableHead } from "#components/ui/table-head";
import type { FailedJob } from "#lib/domain/jobs";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";
import type { JobActions } from "./job-acts";
import { JobName } from "./job-name";

const say = words.jobs.failed;

interface Props {
  readonly failed: readonly FailedJob[];
  readonly all: number;
  readonly timeZone: string;
  readonly actions: JobActions;
}

/** What nobody tries again by itself, with what can be done about it. */
export function FailedJobs({ failed, all, timeZone, actions }: Props) {
  const [told, setTold] = useState<string | null>(null);
  return (
    <section className="mt-6" aria-labelledby="failed">
      <div className="bar">
        <h2 id="failed">{say.title(all)}</h2>
        {failed.length > 1 && (
          <ActButton
            action={actions.retryAll}
            hidden={{}}
            label={say.retryAll(failed.length)}
            onDone={({ data }) => setTold(say.retriedAll(Number(data?.retried ?? 0)))}
          />
        )}
      </div>
      <Told said={told} />
      {failed.length === 0 ? (
        <p className="small muted">{say.empty}</p>
      ) : (
        <>
          <p className="small muted">{say.why}</p>
          {failed.length < all && <p className="small">{say.only(failed.length, all)}</p>}
          <table className="cards">
            <TableHead columns={say.columns} />
            <tbody>
              {failed.map((job) => (
                <Row key={job.subject} job={job} timeZone={timeZone} actions={actions} tell={setTold} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

/** The focus comes here: the row that was acted on is gone. */
function Told({ said }: { said: string | null }) {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said !== null) box.current?.focus();
  }, [said]);
  if (said === null) return null;
  return (
    <p className="note mb-4" ref={box} tabIndex={-1} role="status" dir="auto">
      {said}
    </p>
  );
}

interface RowProps {
  readonly job: FailedJob;
  readonly timeZone: string;
  readonly actions: JobActions;
  readonly tell: (said: string) => void;
}

function Row({ job, timeZone, actions, tell }: RowProps) {
  const { task, page, endedAt, addedAt, tries } = job;
  const { columns } = say;
  return (
    <tr>
      <th scope="row">
        <JobName task={task} page={page} />
      </th>
      <td data-l={columns.why}>
        <Why job={job} />
      </td>
      <td data-l={columns.when}>
        {endedAt === null
          ? say.added(momentWords(addedAt, timeZone))
          : say.ended(momentWords(endedAt, timeZone))}
      </td>
      <td data-l={columns.tries}>{tries ?? words.jobs.none}</td>
      <td data-l="">
        <Acts job={job} actions={actions} tell={tell} />
      </td>
    </tr>
  );
}

/** Whose fault, what people were told, and what the program said: that is long, and for few. */
function Why({ job: { fault, message, error, endedAt } }: { job: FailedJob }) {
  return (
    <div className="job-why">
      <b>{say.faults[fault]}</b>
      {message && <p dir="auto">{message}</p>}
      {error === null && endedAt === null && <p>{say.stopped}</p>}
      {error && (
        <details>
          <summary>{say.said}</summary>
          <pre dir="ltr">{error}</pre>
        </details>
      )}
    </div>
  );
}

function Acts({ job, actions, tell }: Omit<RowProps, "timeZone">) {
  const [asks, setAsks] = useState(false);
  const name = job.page?.name ?? words.jobs.task(job.task);
  const hidden = { subject: job.subject };
  return (
    <span className="cluster cluster--tight">
      <ActButton
        action={actions.retry}
        hidden={hidden}
        label={say.retry}
        of={name}
        onDone={() => tell(say.retried(name))}
      />
      <button className="btn btn--s btn--danger" type="button" onClick={() => setAsks(true)}>
        {say.remove}
        <span className="sr">{words.signedIn.of(name)}</span>
      </button>
      {asks && (
        <AskDialog
          undrafted="nothing-typed"
          action={actions.remove}
          hidden={hidden}
          title={say.removeTitle}
          note={<p className="small">{job.page ? say.removePage(name) : say.removeJob(name)}</p>}
          confirm={say.remove}
          isDanger
          onClose={() => setAsks(false)}
          onDone={() => tell(say.removed(name))}
        />
      )}
    </span>
  );
}
