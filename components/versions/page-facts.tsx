import { LookForms, type Looks } from "#components/desk/look-forms";
import type { FoundDate } from "#lib/domain/analysis";
import type { VersionsView } from "#lib/domain/versions-view";
import { words } from "#lib/domain/words";
import { longDay } from "#lib/text/date-words";
import { dayWords, timeWords } from "#lib/text/moments";

const said = words.versions;

interface Props {
  readonly versions: VersionsView;
  /** Of the version on the screen. */
  readonly fetchedAt: string;
  readonly looks: Looks;
  readonly timeZone: string;
}

/** Where the page is from, what it says of its dates, when it was looked at, and the buttons that look again. */
export function PageFacts({ versions, fetchedAt, looks, timeZone }: Props) {
  const { facts, watch } = versions;
  const moment = (at: string) =>
    words.desk.oneImport.at(dayWords(new Date(at), timeZone), timeWords(new Date(at), timeZone));
  const dates = facts.dates;
  const rows: readonly (readonly [string, string])[] = [
    ...(facts.url === null ? [] : [[said.address, facts.url] as const]),
    ...(facts.canonicalUrl === null || facts.canonicalUrl === facts.url
      ? []
      : [[said.canonical, `${facts.canonicalUrl} (${said.canonicalNote})`] as const]),
    [said.published, dates === null ? said.notKept : dateWords(dates.published)],
    [said.updated, dates === null ? said.notKept : dateWords(dates.updated)],
    [said.fetched, moment(fetchedAt)],
    [
      said.checked,
      watch.lastCheck === null
        ? said.neverChecked
        : said.checkedOn(moment(watch.lastCheck.at), watch.lastCheck.result),
    ],
  ];
  return (
    <details className="xs page-facts">
      <summary>{said.about}</summary>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="wrap-anywhere">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {watch.trouble && (
        <p className="note mt-2">{said.failed(moment(watch.trouble.at), watch.trouble.message)}</p>
      )}
      {facts.url !== null && (
        <LookForms articleId={versions.articleId} watch={watch} looks={looks} moment={moment} />
      )}
    </details>
  );
}

function dateWords(date: FoundDate | null): string {
  if (date === null) return said.noDate;
  return `${longDay(date.day)} (${said.dateFound(said.foundIn[date.foundIn], date.certainty === "CERTAIN")})`;
}
