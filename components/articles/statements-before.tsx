import { Section } from "#components/ui/section";
import type { ChangedStatement, StatementsNow } from "#lib/domain/page-looks";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { langOf } from "#lib/words/lists";

const w = words.record.since;

interface Props {
  /** Null where the page shows what was published, or nothing was compared. */
  readonly now: StatementsNow | null;
  /** An IANA name. */
  readonly timeZone: string;
}

/** Published statements that are gone from their page, or reworded there: their own words, and since when. */
export function StatementsBefore({ now, timeZone }: Props) {
  if (now === null || (now.changed.length === 0 && now.unclear === 0)) return null;
  const counts = [
    now.moreChanged > 0 ? w.more(now.moreChanged) : null,
    now.standing > 0 ? w.standing(now.standing) : null,
    now.unclear > 0 ? w.unclear(now.unclear) : null,
    now.areOfOneEngine ? null : w.otherRules,
  ].filter((sentence) => sentence !== null);
  return (
    <Section id="before" title={w.heading}>
      <p>{now.changed.length > 0 ? w.lede : w.none}</p>
      {now.changed.length > 0 && (
        <ul className="bullets mt-3">
          {now.changed.map((statement) => (
            <Changed key={statement.number} statement={statement} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {counts.length > 0 && <p className="mt-3 small muted">{counts.join(" ")}</p>}
    </Section>
  );
}

function Changed({ statement, timeZone }: { statement: ChangedStatement; timeZone: string }) {
  const { number, exact, kind, since, isAtLeast } = statement;
  return (
    <li>
      <a href={`#s${number}`} dir="auto" lang={langOf(exact)}>
        {words.lists.quoted(exact)}
      </a>{" "}
      {w.kinds[kind](longDay(dayOf(since, timeZone)))}
      {isAtLeast ? ` ${w.atLeast}` : null}
    </li>
  );
}
