import { Section } from "#components/ui/section";
import type { WithdrawnItem } from "#lib/domain/published";
import { historyLines } from "#lib/publish/history-view";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { isolated, quoted } from "#lib/words/lists";
import { History } from "./history";
import { Unverified } from "./unverified";

const w = words.reader.withdrawn;

/** In place of what was taken back: what it was, when and why, and all that happened to it. `timeZone` is an IANA name. */
export function Withdrawn({ item, timeZone }: { item: WithdrawnItem; timeZone: string }) {
  const lines = historyLines(item.history.entries, timeZone);
  return (
    <>
      <Unverified proof={item.history.proof} />
      <p className="kicker">{w.kicker[item.kind]}</p>
      <h1 className="answer">{w.heading[item.kind](longDay(dayOf(item.at, timeZone)))}</h1>
      <p className="lede">
        {w.was[item.kind]} {quoted(isolated(item.title))}.
      </p>
      <Section id="why" title={w.why}>
        <WithdrawnReason item={item} />
        <p className="mt-3 small muted">{w.note}</p>
      </Section>
      <Section id="history" title={words.record.history.heading}>
        <p className="mb-3 small muted">
          {words.record.history.entries(lines.length)}{" "}
          <b className="ink">{words.record.history.proof[item.history.proof]}</b>
        </p>
        <History lines={lines} marks={item.history.entries} />
      </Section>
    </>
  );
}

/** Why it was withdrawn, and who did it where they had written part of it. */
export function WithdrawnReason({ item }: { item: WithdrawnItem }) {
  return (
    <>
      <p className="measure" dir="auto">
        {item.reason}
      </p>
      {item.withdrawnByWriter !== null && (
        <p className="small muted">{words.reader.corrections.byWriter(isolated(item.withdrawnByWriter))}</p>
      )}
    </>
  );
}
