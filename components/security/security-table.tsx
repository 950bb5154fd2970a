import Link from "next/link";
import { TableHead } from "#components/ui/table-head";
import type { SecurityAsked, SecurityView } from "#lib/domain/security";
import * as words from "#lib/words";
import { dayWords, timeWords } from "#lib/words/moments";

const { columns, ...say } = words.securityLog;

interface Props {
  readonly events: readonly SecurityView[];
  readonly timeZone: string;
  readonly asked: SecurityAsked;
  /** Where the next page begins; null on the last one. */
  readonly before: string | null;
}

/** A page of the log, and the way to the older ones. */
export function SecurityTable({ events, timeZone, asked, before }: Props) {
  return (
    <section className="mt-6" aria-label={say.events}>
      {events.length === 0 ? (
        <p className="small muted">{say.empty}</p>
      ) : (
        <table className="cards">
          <TableHead columns={columns} />
          <tbody>
            {events.map((event) => (
              <Row key={event.id} event={event} timeZone={timeZone} />
            ))}
          </tbody>
        </table>
      )}
      <nav className="cluster mt-4" aria-label={say.pages}>
        {asked.before !== null && <Link href={addressOf(asked, null)}>{say.newest}</Link>}
        {before !== null && (
          <Link href={addressOf(asked, before)} rel="next">
            {say.older}
          </Link>
        )}
      </nav>
    </section>
  );
}

function Row({ event, timeZone }: { event: SecurityView; timeZone: string }) {
  const { at, kind, actor, person, client, requestId, detail } = event;
  return (
    <tr>
      <th scope="row" className="regular nowrap">
        {dayWords(at, timeZone)}, {timeWords(at, timeZone)}
      </th>
      <td data-l={columns.what}>
        {kind === null ? say.unknownKind : say.kinds[kind]}
        {detail !== null && (
          <>
            <br />
            <span className="xs muted wrap-anywhere">{say.detail(detail)}</span>
          </>
        )}
      </td>
      <td data-l={columns.who} className="wrap-anywhere">
        <bdi>{actor ?? (client === null ? say.byItself : say.stranger)}</bdi>
        {person !== null && person !== actor && (
          <>
            <br />
            <span className="xs muted" dir="auto">
              {say.about(person)}
            </span>
          </>
        )}
      </td>
      <td data-l={columns.client}>{client === null ? say.none : <code className="xs">{client}</code>}</td>
      <td data-l={columns.request} className="wrap-anywhere">
        {requestId === null ? say.none : <code className="xs">{requestId}</code>}
      </td>
    </tr>
  );
}

function addressOf({ kind, personId }: SecurityAsked, before: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ kind, personId, before })) {
    if (value !== null) query.set(name, value);
  }
  return query.size === 0 ? "/admin/security" : `/admin/security?${query}`;
}
