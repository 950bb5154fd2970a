import type { Tx } from "#lib/db/core/client";
import { cancelImport, reopenImport } from "#lib/db/imports/imports";
import { dropJob, failedSubjects, failedTask, lockFailed, reviveJob } from "#lib/db/jobs/jobs";
import { AllJobs, type JobSubject, OneJob } from "#lib/domain/jobs";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

const refusals = words.refusals;

/** What admins may do about jobs that failed. A page is tried again as from its own screen; any other job by its number. */

const gone = () => new AppError("conflict", refusals.jobGone);

export const retryJob = verb("job.retry", {
  input: OneJob,
  run: async ({ tx, input: { subject } }) => {
    await lockFailed(tx);
    const task = await failedTask(tx, subject);
    if (task === null || !(await retry(tx, subject))) throw gone();
    return { result: { subject }, subject, payload: { task } };
  },
});

/** Every failed job that is shown. Whatever somebody else was first with is left out. */
export const retryAllJobs = verb("job.retryAll", {
  input: AllJobs,
  run: async ({ tx }) => {
    await lockFailed(tx);
    const retried: JobSubject[] = [];
    for (const subject of await failedSubjects(tx)) {
      if (await retry(tx, subject)) retried.push(subject);
    }
    if (retried.length === 0) throw gone();
    return { result: { retried: retried.length }, subject: "job:all", payload: { retried } };
  },
});

/** Off the list. A page counts as cancelled from then on, and can still be tried again on its own screen; another job is gone. */
export const removeJob = verb("job.remove", {
  input: OneJob,
  run: async ({ tx, input: { subject }, now }) => {
    await lockFailed(tx);
    const task = await failedTask(tx, subject);
    const [kind, id = ""] = split(subject);
    const isRemoved =
      task !== null &&
      (kind === "import" ? await cancelImport(tx, id, "giveUp", now) : await dropJob(tx, id));
    if (!isRemoved) throw gone();
    return { result: { subject }, subject, payload: { task } };
  },
});

function retry(tx: Tx, subject: JobSubject): Promise<boolean> {
  const [kind, id = ""] = split(subject);
  return kind === "import" ? reopenImport(tx, id) : reviveJob(tx, id);
}

function split(subject: JobSubject): readonly string[] {
  return subject.split(":");
}
