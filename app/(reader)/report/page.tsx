import type { Metadata } from "next";
import Link from "next/link";
import { ReportForm } from "#components/reports/report-form";
import { type ReportKind, reportedPage } from "#lib/domain/error-reports";
import { sendReportAction } from "#lib/next/reader-reports";
import * as words from "#lib/words";

interface Props {
  readonly searchParams: Promise<{ readonly about?: string | string[]; readonly kind?: string | string[] }>;
}

const wordsOf = (kind: ReportKind) => (kind === "CLAIM" ? words.reports.sendClaim : words.reports.send);

async function kindOf(searchParams: Props["searchParams"]): Promise<ReportKind> {
  return (await searchParams).kind === "claim" ? "CLAIM" : "ERROR";
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: `${wordsOf(await kindOf(searchParams)).title}.`, robots: { index: false } };
}

export default async function ReportPage({ searchParams }: Props) {
  const kind = await kindOf(searchParams);
  const about = kind === "CLAIM" ? null : reportedPage((await searchParams).about);
  const w = wordsOf(kind);
  const { sendClaim } = words.reports;
  return (
    <>
      <p className="kicker">{w.title}</p>
      <h1 className="answer">{w.answer}</h1>
      <p className="lede">{w.lede}</p>
      {about === null ? null : (
        <p className="mt-4 small">
          {words.reports.send.about} <Link href={about}>{about}</Link>
        </p>
      )}
      {kind === "CLAIM" && (
        <p className="mt-4 small">
          {sendClaim.search} <Link href="/search">{sendClaim.searchLink}</Link>.
        </p>
      )}
      <ReportForm action={sendReportAction} kind={kind} about={about} />
    </>
  );
}
