"use client";

import { TableHead } from "#components/ui/table-head";
import { useLookAgain } from "#components/ui/use-look-again";
import type { JobsPage, RunningJob, WaitingJobs } from "#lib/domain/jobs";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";
import { FailedJobs } from "./failed-jobs";
import type { JobActions } from "./job-acts";
import { JobName } from "./job-name";

const say = words.jobs;

interface Props {
  readonly jobs: JobsPage;
  readonly timeZone: string;
  readonly actions: JobActions;
}

/** The queue as it stands. Looks again while something in it moves. */
export function JobLists({ jobs, timeZone, actions }: Props) {
  const { waiting, running, failed, failedCount } = jobs;
  useLookAgain(waiting.length + running.length > 0);
  const waitingCount = waiting.reduce((sum, { due, later }) => sum + due + later, 0);
  return (
    <>
      <p className="lede">
        {say.summary(waitingCount, running.length, failedCount)} {say.lede}
      </p>
      <FailedJobs failed={failed} all={failedCount} timeZone={timeZone} actions={actions} />
      <Running jobs={running} timeZone={timeZone} />
      <Waiting jobs={waiting} timeZone={timeZone} />
    </>
  );
}

function Running({ jobs, timeZone }: { jobs: readonly RunningJob[]; timeZone: string }) {
  const { title, empty, columns, attempt } = say.running;
  return (
    <section className="sect" aria-labelledby="running">
      <h2 id="running">{title}</h2>
      {jobs.length === 0 ? (
        <p className="small muted">{empty}</p>
      ) : (
        <table className="cards">
          <TableHead columns={columns} />
          <tbody>
            {jobs.map((job) => (
              <tr key={job.id}>
                <th scope="row">
                  <JobName task={job.task} page={job.page} />
                </th>
                <td data-l={columns.worker} className="wrap-anywhere">
                  <bdi>{job.worker}</bdi>
                </td>
                <td data-l={columns.since}>{momentWords(job.since, timeZone)}</td>
                <td data-l={columns.attempt}>{attempt(job.attempt, job.attempts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Waiting({ jobs, timeZone }: { jobs: readonly WaitingJobs[]; timeZone: string }) {
  const { title, empty, columns } = say.waiting;
  return (
    <section className="sect" aria-labelledby="waiting">
      <h2 id="waiting">{title}</h2>
      {jobs.length === 0 ? (
        <p className="small muted">{empty}</p>
      ) : (
        <table className="cards">
          <TableHead columns={columns} />
          <tbody>
            {jobs.map(({ task, due, later, oldest }) => (
              <tr key={task}>
                <th scope="row">{say.task(task)}</th>
                <td data-l={columns.due}>{due}</td>
                <td data-l={columns.later}>{later}</td>
                <td data-l={columns.oldest}>{momentWords(oldest, timeZone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
