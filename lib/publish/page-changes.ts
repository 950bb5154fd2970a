import type { PageLooks, StatementsNow } from "#lib/domain/page-looks";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { listed } from "#lib/words/lists";

const w = words.record.about;

export interface ChangesSince {
  readonly looks: PageLooks;
  readonly now: StatementsNow | null;
}

/** So many days of changes are named; of more, the last one. */
const MOST_DAYS = 4;

/** How often a page was looked at, whether it changed, and what that means for its record: sentences in a row. `fetchedAt`, `timeZone`: of the published version. */
export function changesInWords({ looks, now }: ChangesSince, fetchedAt: string, timeZone: string): string {
  const day = (at: string) => longDay(dayOf(at, timeZone));
  const { last, isSame, version } = looks;
  const isOnce = looks.looks <= 1 && looks.changes.length === 0;
  const said = [
    isOnce || last === null
      ? w.seenOnce(day(last?.at ?? fetchedAt))
      : w.seen(looks.looks, looks.areAllCounted, day(last.at)),
    last?.result === "GONE" ? w.gone : null,
    last?.result === "MOVED" ? w.moved : null,
    ...(isOnce ? [] : changed(looks, day)),
    looks.changes.length === 0 ? null : isSame ? w.isOfShown : w.isOfEarlier(version),
    isSame ? null : whereStatementsAre(now),
  ];
  return said.filter((sentence) => sentence !== null).join(" ");
}

function changed({ changes, areAllChanges }: PageLooks, day: (at: string) => string): string[] {
  const [newest] = changes;
  if (newest === undefined) return [w.noChange];
  const days = [...new Set(changes.map(day))].reverse();
  const isFew = areAllChanges && days.length <= MOST_DAYS;
  return [isFew ? w.changedOn(listed(days)) : w.changedOften(changes.length, areAllChanges, day(newest))];
}

/** Nothing where a section of the page tells it. */
function whereStatementsAre(now: StatementsNow | null): string | null {
  if (now === null) return w.notCompared;
  return now.changed.length === 0 && now.unclear === 0 ? w.allStand : null;
}
