import type { Metadata } from "next";
import Link from "next/link";
import { ReportForm } from "#components/reports/report-form";
import { reportedPage } from "#lib/domain/error-reports";
import { sendReportAction } from "#lib/next/reader-reports";
import { words } from "#lib/words";

const w = words.reports.send;

export const metadata: Metadata = { title: `${w.title}.`, robots: { index: false } };

interface Props {
  readonly searchParams: Promise<{ readonly about?: string | string[] }>;
}

export default async function ReportPage({ searchParams }: Props) {
  const about = reportedPage((await searchParams).about);
  return (
    <>
      <p className="kicker">{w.title}</p>
      <h1 className="answer">{w.answer}</h1>
      <p className="lede">{w.lede}</p>
      {about === null ? null : (
        <p className="mt-4 small">
          {w.about} <Link href={about}>{about}</Link>
        </p>
      )}
      <ReportForm action={sendReportAction} about={about} />
    </>
  );
}
