import type { Metadata } from "next";
import Link from "next/link";
import { EraseForm } from "#components/reports/erase-form";
import { NotHere } from "#components/ui/not-here";
import { Section } from "#components/ui/section";
import type { ReportReceipt } from "#lib/domain/error-reports";
import { eraseOwnReportAction } from "#lib/next/reader-reports";
import { reportReceipt } from "#lib/next/report-receipts";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { momentWords } from "#lib/words/moments";

const w = words.reports.receipt;

/** Whoever has the address sees the report: it is told to no other site (the header says so; nothing stricter here, or its own form would come from nowhere and be refused), and to no search engine. */
export const metadata: Metadata = {
  title: `${w.title}.`,
  robots: { index: false, follow: false },
};

export default async function ReceiptPage({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>;
}) {
  const { token } = await params;
  const report = await reportReceipt(token);
  if (report === null) return <NotHere />;
  const { kind, answer, answerPath, answeredAt, erasedAt } = report;
  const zone = timeZone();
  const day = (at: string) => longDay(dayOf(at, zone));
  return (
    <>
      <p className="kicker">{w.kicker[kind]}</p>
      <h1 className="answer">
        {erasedAt !== null
          ? w.erased(day(erasedAt))
          : answeredAt !== null
            ? w.answered(day(answeredAt))
            : w.open}
      </h1>
      {erasedAt === null ? <p className="lede">{w.keep}</p> : null}
      {answer === null ? null : (
        <Section id="became" title={w.answer}>
          <p className="pre measure wrap-anywhere" dir="auto">
            {answer}
          </p>
          {answerPath === null ? null : (
            <p className="mt-3 wrap-anywhere">
              {w.named} <Link href={answerPath}>{answerPath}</Link>
            </p>
          )}
        </Section>
      )}
      <Written report={report} />
      {erasedAt === null ? (
        <Section id="erase" title={w.erase}>
          <EraseForm action={eraseOwnReportAction} token={token} />
          <p className="mt-3 small muted">{w.kept}</p>
        </Section>
      ) : null}
    </>
  );
}

/** What the sender wrote; nothing once it was erased. */
function Written({ report: { path, words: written, source, sentAt } }: { readonly report: ReportReceipt }) {
  if (written === null) return null;
  return (
    <Section id="written" title={w.words}>
      <p className="small muted">
        {w.sent} {momentWords(sentAt, timeZone())}
        {path === null ? null : (
          <>
            . {w.about} <Link href={path}>{path}</Link>
          </>
        )}
      </p>
      <p className="mt-3 pre measure wrap-anywhere" dir="auto">
        {written}
      </p>
      {source === null ? null : (
        <p className="mt-3 small wrap-anywhere">
          {w.source} <bdi>{source}</bdi>
        </p>
      )}
    </Section>
  );
}
