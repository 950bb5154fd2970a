"use client";

import Link from "next/link";
import { useRef } from "react";
import { useLookAgain } from "#components/ui/use-look-again";
import type { ImportView } from "#lib/domain/desk-view";
import type { Act } from "#lib/domain/outcome";
import { words } from "#lib/domain/words";
import { dayWords, timeWords } from "#lib/text/moments";
import { ImportButton } from "./import-button";
import { hasFailed, headWords, isMoving } from "./import-words";

const said = words.desk.oneImport;

interface Props {
  readonly given: ImportView;
  readonly timeZone: string;
  /** Null where this person may not. */
  readonly retry: Act | null;
  readonly cancel: Act | null;
}

/** One page on its way in: how it stands, why, and what can be done. Looks again while it moves. */
export function ImportRecord({ given, timeZone, retry, cancel }: Props) {
  const head = useRef<HTMLHeadingElement>(null);
  // The button goes away once it worked: the focus finds what it came to.
  const toHead = (isDone: boolean) => isDone && head.current?.focus();
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
        {given.state === "CANCELLED" && <p>{said.isCancelled}</p>}
        <div className="cluster">
          {given.versionId && (
            <Link className="btn btn--main" href={`/desk/articles/${given.versionId}`}>
              {said.open}
            </Link>
          )}
          {hasFailed(given) && retry && (
            <ImportButton
              importId={given.id}
              act={retry}
              label={said.retry}
              hint={given.way === "ADDRESS" ? said.retryHint : said.retryHintGiven}
              className="btn btn--main"
              onAnswer={toHead}
            />
          )}
          {isMoving(given) && cancel && (
            <ImportButton
              importId={given.id}
              act={cancel}
              label={said.cancel}
              hint={said.cancelHint}
              className="btn"
              onAnswer={toHead}
            />
          )}
          {hasFailed(given) && <Link href="/desk/import">{said.another}</Link>}
        </div>
        <Facts given={given} timeZone={timeZone} />
      </div>
    </>
  );
}

function Facts({ given, timeZone }: Omit<Props, "retry" | "cancel">) {
  const moment = (at: string) => said.at(dayWords(new Date(at), timeZone), timeWords(new Date(at), timeZone));
  const rows = [
    given.url === null ? [said.file, given.name] : [said.address, given.url],
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
