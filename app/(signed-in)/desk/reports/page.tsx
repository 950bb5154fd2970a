import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportsDesk } from "#components/reports/reports-desk";
import { ListPages } from "#components/ui/list-pages";
import { NavLinks } from "#components/ui/nav-links";
import { MOST_COUNTED, reportsPage } from "#lib/db/reports/error-reports";
import { draftsUnder } from "#lib/desk/drafts";
import { may } from "#lib/domain/actor";
import { listPlace } from "#lib/domain/cursors";
import { ReportKind } from "#lib/domain/error-reports";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { answerReportAction, eraseReportAction, saveDraftAction } from "./actions";

const w = words.deskReports;
const HREF = "/desk/reports";

export const metadata: Metadata = { title: `${w.title}.` };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The list in an address: answered or open, of one kind or of both. */
function listHref(state: "open" | "answered", kind: ReportKind | null): string {
  const asked = new URLSearchParams();
  if (state === "answered") asked.set("state", state);
  if (kind !== null) asked.set("kind", kind);
  return asked.size === 0 ? HREF : `${HREF}?${asked}`;
}

/** What readers say is wrong and claims that they send, and what became of them. */
export default async function ReportsPage({ searchParams }: Props) {
  const actor = await requirePage();
  const asked = await searchParams;
  const place = listPlace(asked);
  if (place === undefined) notFound();
  const state = asked.state === "answered" ? "answered" : "open";
  const kind = asked.kind === undefined ? null : ReportKind.safeParse(asked.kind).data;
  if (kind === undefined) notFound();
  const { reports, older, newer, open } = await reportsPage({ state, kind }, place);
  return (
    <>
      <h1 className="page-title">{w.title}</h1>
      <p className="lede">{w.lede}</p>
      <NavLinks
        of={w.filter}
        links={[
          {
            href: listHref("open", kind),
            words: w.states.open(open, open === MOST_COUNTED),
            isHere: state === "open",
          },
          { href: listHref("answered", kind), words: w.states.answered, isHere: state === "answered" },
        ]}
      />
      <NavLinks
        of={w.kindFilter}
        links={[null, ...ReportKind.options].map((one) => ({
          href: listHref(state, one),
          words: w.kinds[one ?? "all"],
          isHere: one === kind,
        }))}
      />
      {reports.length === 0 ? <p className="mt-6 muted">{w.empty[state]}</p> : null}
      <ReportsDesk
        key={listHref(state, kind)}
        personId={actor.id}
        reports={reports}
        drafts={await draftsUnder(actor, "report:")}
        timeZone={timeZone()}
        mayAnswer={may(actor.role, "errorReport.answer")}
        actions={{ answer: answerReportAction, erase: eraseReportAction, saveDraft: saveDraftAction }}
      />
      <ListPages href={listHref(state, kind)} of={w.pages} older={older} newer={newer} />
    </>
  );
}
