import { calendarDay } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import type { CalendarDate } from "#lib/domain/analysis";
import { LOOKS_TO_SAY } from "#lib/domain/evidence-watch";
import { Id } from "#lib/domain/reviews";

/**
 * Which of these pieces of evidence have an address whose server says, look after look, that there is no page: by their ids, the day since when. It is as things are now, and stands in
 * nothing that was published. What only changed, or doesn't answer, is for editors to judge. An id that is none of ours has no look.
 */
export async function lostLinks(
  evidenceIds: readonly string[],
): Promise<Readonly<Record<string, CalendarDate>>> {
  const ours = evidenceIds.filter((id) => Id.safeParse(id).success);
  const rows = await database().evidenceWatch.findMany({
    where: { evidenceId: { in: ours }, trouble: "GONE", looks: { gte: LOOKS_TO_SAY } },
    select: { evidenceId: true, since: true },
  });
  return Object.fromEntries(
    rows.flatMap(({ evidenceId, since }) => (since === null ? [] : [[evidenceId, calendarDay(since)]])),
  );
}
