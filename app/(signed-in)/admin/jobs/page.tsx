import type { Metadata } from "next";
import { JobLists } from "#components/jobs/job-lists";
import { jobsPage } from "#lib/db/jobs/jobs";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import * as actions from "./actions";

export const metadata: Metadata = { title: `${words.jobs.title}.`, robots: { index: false } };

/** What waits, what runs, and what failed. */
export default async function JobsScreen() {
  await requirePage("ADMIN");
  return (
    <>
      <p className="kicker">{words.people.page.kicker}</p>
      <h1 className="page-title">{words.jobs.title}</h1>
      <JobLists
        jobs={await jobsPage()}
        timeZone={timeZone()}
        actions={{
          retry: actions.retryAction,
          retryAll: actions.retryAllAction,
          remove: actions.removeAction,
        }}
      />
    </>
  );
}
