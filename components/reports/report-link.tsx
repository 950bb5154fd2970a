import Link from "next/link";
import * as words from "#lib/words";

/** The way to say that something is wrong on this page of ours; `about` is its path. */
export function ReportLink({ about }: { readonly about: string }) {
  return (
    <p className="mt-6 small no-print">
      <Link href={`/report?about=${encodeURIComponent(about)}`}>{words.reports.send.link}</Link>
    </p>
  );
}
