import { z } from "zod";
import { Complaint } from "./complaints";
import type { ImportFault } from "./imports";

/** The queue as admins see it: plain data, safe to hand to a client component. Instants are ISO strings. */

/** Of what a failed job is told by: a page on its way in, or any other job by the queue's own number. */
export const JobSubject = z
  .string()
  .max(60, Complaint.enum.staleJob)
  .regex(/^(import:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|job:[1-9]\d{0,17})$/, Complaint.enum.staleJob);
export type JobSubject = z.infer<typeof JobSubject>;

export const OneJob = z.object({ subject: JobSubject });
export const AllJobs = z.object({});

/** As many failed jobs as are shown, and tried again together. */
export const FAILED_SHOWN = 200;

/** The page that a job is about. */
export interface JobPage {
  readonly importId: string;
  readonly name: string;
}

export interface WaitingJobs {
  readonly task: string;
  /** How many could begin now, and how many wait for a later moment of theirs. */
  readonly due: number;
  readonly later: number;
  /** When the oldest of them was added. */
  readonly oldest: string;
}

export interface RunningJob {
  readonly id: string;
  readonly task: string;
  readonly page: JobPage | null;
  readonly worker: string;
  readonly since: string;
  /** Which try it is, from 1, of how many. */
  readonly attempt: number;
  readonly attempts: number;
}

/** A job that nobody tries again by itself. */
export interface FailedJob {
  readonly subject: JobSubject;
  readonly task: string;
  readonly page: JobPage | null;
  readonly fault: ImportFault;
  /** When it was given up; where the queue doesn't tell, null. */
  readonly endedAt: string | null;
  readonly addedAt: string;
  /** How often it was tried; null where nobody counted. */
  readonly tries: number | null;
  /** What whoever asked for it was told; null where nobody was. */
  readonly message: string | null;
  /** What the program said, in its own words. For admins alone. */
  readonly error: string | null;
}

export interface JobsPage {
  readonly waiting: readonly WaitingJobs[];
  readonly running: readonly RunningJob[];
  readonly failed: readonly FailedJob[];
  /** All that failed, also what isn't shown. */
  readonly failedCount: number;
}
