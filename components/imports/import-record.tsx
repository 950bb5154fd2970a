"use client";

import Link from "next/link";
import { useRef } from "react";
import { Facts } from "#components/ui/facts";
import { useLookAgain } from "#components/ui/use-look-again";
import { PostLinks } from "#components/versions/post-links";
import type { Act } from "#lib/domain/form-state";
import type { ImportView } from "#lib/domain/import-views";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";
import { ImportButton } from "./import-button";
import { hasFailed, headWords, isMoving } from "./import-words";

const posts = words.posts;

const said = words.oneImport;

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
  // A look at one of them that found it gone has found the others.
  const isParted = given.posts.length > 1 || (given.posts.length > 0 && given.state === "REFUSED");
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
        {isParted && (
          <div>
            <p>{given.state === "DONE" ? posts.holds(given.posts.length) : posts.othersTaken}</p>
            <PostLinks posts={given.posts} />
          </div>
        )}
        <div className="cluster">
          {given.versionId && !isParted && (
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
        <ImportFacts given={given} timeZone={timeZone} />
      </div>
    </>
  );
}

function ImportFacts({ given, timeZone }: Omit<Props, "retry" | "cancel">) {
  const moment = (at: string) => momentWords(at, timeZone);
  const rows: readonly (readonly [string, string | null])[] = [
    given.url === null ? [said.file, given.name] : [said.address, given.url],
    [said.cameFrom, given.finalUrl === given.url ? null : given.finalUrl],
    [said.given, moment(given.requestedAt)],
    [said.found, given.found && words.versions.found[given.found]],
    [said.tries, given.attempts === 0 ? null : String(given.attempts)],
    [said.nextTry, given.nextTryAt && moment(given.nextTryAt)],
    [said.ended, given.finishedAt && moment(given.finishedAt)],
  ];
  return <Facts rows={rows} label={said.facts} />;
}
