import type { ReactNode } from "react";
import { Facts } from "#components/ui/facts";
import type { FoundDate } from "#lib/domain/analysis";
import type { VersionsView } from "#lib/domain/version-views";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { momentWords } from "#lib/words/moments";
import { type LookActs, LookForms } from "./look-forms";

const said = words.versions;

interface Props {
  readonly versions: VersionsView;
  /** Of the version on the screen. */
  readonly fetchedAt: string;
  readonly lookActs: LookActs;
  readonly timeZone: string;
  /** What is said of the page, and can be put right. */
  readonly children: ReactNode;
}

/** Where the page is from, what it says of its dates, when it was looked at, and the buttons that look again. */
export function PageFacts({ versions, fetchedAt, lookActs, timeZone, children }: Props) {
  const { facts, watch } = versions;
  const moment = (at: string) => momentWords(at, timeZone);
  const dates = facts.dates;
  const rows: readonly (readonly [string, string | null])[] = [
    [said.address, facts.url],
    [
      said.canonical,
      facts.canonicalUrl === null || facts.canonicalUrl === facts.url
        ? null
        : `${facts.canonicalUrl} (${said.canonicalNote})`,
    ],
    [said.published, dates === null ? said.notKept : dateWords(dates.published)],
    [said.updated, dates === null ? said.notKept : dateWords(dates.updated)],
    [said.fetched, moment(fetchedAt)],
    [
      said.checked,
      watch.lastCheck === null
        ? said.neverChecked
        : said.checkedOn(moment(watch.lastCheck.at), watch.lastCheck.result, watch.isPageThere),
    ],
  ];
  return (
    <details className="xs page-facts">
      <summary>{said.about}</summary>
      {children}
      <Facts rows={rows} />
      {watch.trouble && (
        <p className="note mt-2">{said.failed(moment(watch.trouble.at), watch.trouble.message)}</p>
      )}
      {facts.url !== null && (
        <LookForms articleId={versions.articleId} watch={watch} lookActs={lookActs} moment={moment} />
      )}
    </details>
  );
}

function dateWords(date: FoundDate | null): string {
  if (date === null) return said.noDate;
  return `${longDay(date.day)} (${said.dateFound(said.foundIn[date.foundIn], date.certainty === "CERTAIN")})`;
}
