import type { Period, Share, TrackFilter } from "#lib/domain/track-records";
import * as words from "#lib/words";

const w = words.trackRecords;

/** "July 2024", "2024", "Before 2010", "No day". */
export function periodInWords(period: Period): string {
  if (period === "none") return w.period.none;
  const [, before] = /^before-(\d{4})$/.exec(period) ?? [];
  if (before !== undefined) return w.period.before(Number(before));
  const [year = 0, month] = period.split("-").map(Number);
  return month === undefined ? w.period.year(year) : words.dates.month({ year, month });
}

const hundredths = (part: number): string => String(Math.round(part * 100));

/** "32 % (21 to 45 %)"; "too few to tell" where there are fewer than are told of. */
export function shareInWords({ share, low, high }: Share): string {
  if (share === null || low === null || high === null) return w.tooFew;
  return w.percent(hundredths(share), hundredths(low), hundredths(high));
}

/** What a list of statements holds, inside its heading. */
export function filterInWords({ label, period, promises }: TrackFilter): string {
  if (promises !== null) return w.list.promises[promises];
  const what = label === null ? w.list.everything : w.list.labelled(words.labels[label].name);
  return period === null ? what : w.list.when(what, periodInWords(period));
}
