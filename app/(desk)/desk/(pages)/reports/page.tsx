import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportsDesk } from "#components/reports/reports-desk";
import { ListPages } from "#components/ui/list-pages";
import { NavLinks } from "#components/ui/nav-links";
import { reportsPage } from "#lib/db/reports/error-reports";
import { draftsUnder } from "#lib/desk/drafts";
import { may } from "#lib/domain/actor";
import { listPlace } from "#lib/domain/cursors";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import { words } from "#lib/words";
import { answerReportAction, eraseReportAction, saveDraftAction } from "./actions";

const w = words.reports.desk;
const HREF = "/desk/reports";

export const metadata: Metadata = { title: `${w.title}.` };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What readers say is wrong, and what became of it. */
export default async function ReportsPage({ searchParams }: Props) {
  const actor = await requirePage();
  const asked = await searchParams;
  const place = listPlace(asked);
  if (place === undefined) notFound();
  const state = asked.state === "answered" ? "answered" : "open";
  const { reports, older, newer, open } = await reportsPage(state, place);
  const answered = `${HREF}?state=answered`;
  return (
    <>
      <h1 className="page-title">{w.title}</h1>
      <p className="lede">{w.lede}</p>
      <NavLinks
        of={w.filter}
        links={[
          { href: HREF, words: w.states.open(open), isHere: state === "open" },
          { href: answered, words: w.states.answered, isHere: state === "answered" },
        ]}
      />
      {reports.length === 0 ? <p className="mt-6 muted">{w.empty[state]}</p> : null}
      <ReportsDesk
        key={state}
        personId={actor.id}
        reports={reports}
        drafts={await draftsUnder(actor, "report:")}
        timeZone={timeZone()}
        mayAnswer={may(actor.role, "errorReport.answer")}
        actions={{ answer: answerReportAction, erase: eraseReportAction, saveDraft: saveDraftAction }}
      />
      <ListPages href={state === "open" ? HREF : answered} of={w.pages} older={older} newer={newer} />
    </>
  );
}
