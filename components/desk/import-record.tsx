"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import type { ImportView } from "#lib/domain/desk-view";
import { type Act, settle } from "#lib/domain/outcome";
import { words } from "#lib/domain/words";
import { dayWords, timeWords } from "#lib/text/moments";
import { headWords, isMoving } from "./import-words";
import { useLookAgain } from "./use-look-again";

const said = words.desk.oneImport;

interface Props {
  readonly given: ImportView;
  readonly timeZone: string;
  /** Null where this person may not. */
  readonly retry: Act | null;
}

/** One page on its way in: how it stands, why, and what can be done. Looks again while it moves. */
export function ImportRecord({ given, timeZone, retry }: Props) {
  const head = useRef<HTMLHeadingElement>(null);
  useLookAgain(isMoving(given));
  return (
    <>
      <h1 className="page-title" aria-live="polite" tabIndex={-1} ref={head}>
        {headWords(given)}
      </h1>
      <div className="import">
        {given.message && (
          <p className="note">
            <b>{given.state === "REFUSED" ? said.why : said.whyNotYet}:</b> {given.message}
          </p>
        )}
        {isMoving(given) && <p>{said.goesOn}</p>}
        <div className="cluster">
          {given.versionId && (
            <Link className="btn btn--main" href={`/desk/articles/${given.versionId}`}>
              {said.open}
            </Link>
          )}
          {given.state === "REFUSED" && retry && (
            <RetryButton given={given} retry={retry} onDone={() => head.current?.focus()} />
          )}
          {given.state === "REFUSED" && <Link href="/desk/import">{said.another}</Link>}
        </div>
        <Facts given={given} timeZone={timeZone} />
      </div>
    </>
  );
}

/** Goes away once it worked: `onDone` finds the focus another place. */
function RetryButton(props: { given: ImportView; retry: Act; onDone: () => void }) {
  const { given, retry, onDone } = props;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  async function press() {
    if (busy) return;
    setBusy(true);
    const outcome = await settle(retry({ importId: given.id }));
    setBusy(false);
    setError(outcome.ok ? null : outcome.message);
    if (outcome.ok) onDone();
  }
  return (
    <>
      <button
        type="button"
        className="btn btn--main"
        aria-disabled={busy}
        aria-describedby="retry-hint"
        onClick={() => void press()}
      >
        {said.retry}
      </button>
      <small id="retry-hint">{given.way === "ADDRESS" ? said.retryHint : said.retryHintGiven}</small>
      <p className="error" role="alert">
        {error}
      </p>
    </>
  );
}

function Facts({ given, timeZone }: Omit<Props, "retry">) {
  const moment = (at: string) => said.at(dayWords(new Date(at), timeZone), timeWords(new Date(at), timeZone));
  const rows = [
    given.url === null ? [words.desk.importing.file, given.name] : [said.address, given.url],
    ...(given.finalUrl === null || given.finalUrl === given.url ? [] : [[said.cameFrom, given.finalUrl]]),
    [said.given, moment(given.requestedAt)],
    ...(given.found === null ? [] : [[said.found, words.versions.found[given.found]]]),
    ...(given.attempts === 0 ? [] : [[said.tries, String(given.attempts)]]),
    ...(given.nextTryAt === null ? [] : [[said.nextTry, moment(given.nextTryAt)]]),
  ];
  return (
    <dl className="facts" aria-label={said.facts}>
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd className="wrap-anywhere">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
