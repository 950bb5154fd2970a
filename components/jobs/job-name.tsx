import Link from "next/link";
import type { JobPage } from "#lib/domain/jobs";
import * as words from "#lib/words";

/** What a job does, and the page that it is about as a link. */
export function JobName({ task, page }: { task: string; page: JobPage | null }) {
  return (
    <>
      {words.jobs.task(task)}
      {page && (
        <>
          <br />
          <Link className="regular wrap-anywhere" href={`/desk/import/${page.importId}`}>
            <bdi>{page.name}</bdi>
          </Link>
        </>
      )}
    </>
  );
}
