import Link from "next/link";
import { countFates, type VersionsView } from "#lib/domain/version-views";
import * as words from "#lib/words";
import { dayWords } from "#lib/words/moments";

const said = words.versions;

interface Props {
  readonly versions: VersionsView;
  /** The version on the screen. */
  readonly here: string;
  /** Its statements that count, as `spanKey`s. */
  readonly keys: readonly string[];
  readonly timeZone: string;
}

/** Which version this is, what became of its statements, and whether its page is still there; nothing where there is nothing to say. */
export function VersionStrip({ versions, here, keys, timeZone }: Props) {
  const { watch } = versions;
  const day = (at: string) => dayWords(new Date(at), timeZone);
  const isOne = versions.versions.length < 2;
  if (isOne && watch.goneSince === null && watch.moved === null) return null;
  return (
    <section className="versions-strip" aria-label={said.panel}>
      {!isOne && <Which versions={versions} here={here} keys={keys} day={day} />}
      {watch.goneSince !== null && (
        <p className="note">{(watch.isPageThere ? said.goneFromPage : said.gone)(day(watch.goneSince))}</p>
      )}
      {watch.moved !== null && (
        <p className="note">
          {said.moved(day(watch.moved.since))} <bdi className="wrap-anywhere">{watch.moved.to}</bdi>
        </p>
      )}
    </section>
  );
}

function Which(props: Omit<Props, "timeZone"> & { day: (at: string) => string }) {
  const { versions, here, keys, day } = props;
  const all = versions.versions;
  const own = all.find(({ id }) => id === here);
  const shown = all.find(({ id }) => id === versions.shown.id);
  if (!own || !shown) return null;
  const { reworded, removed, unclear } = countFates(versions.fates, keys);
  return (
    <>
      <p>
        <b>{said.of(own.number, all.length)}</b>{" "}
        {shown.id === own.id
          ? said.latest
          : shown.number > own.number
            ? said.newer(day(versions.shown.since))
            : said.shownAgain(shown.number, day(versions.shown.since))}{" "}
        {shown.id !== own.id && keys.length > 0 && said.fates(reworded, removed, unclear)}{" "}
        <Link href={`/desk/articles/${here}/changes`}>{said.changes}</Link>
      </p>
      <ul className="cluster versions-list">
        {all.map(({ id, number, fetchedAt }) => (
          <li key={id}>
            <Link
              href={`/desk/articles/${id}`}
              aria-current={id === here ? "page" : undefined}
              aria-label={said.linkLong(number, day(fetchedAt))}
            >
              {said.link(number)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
