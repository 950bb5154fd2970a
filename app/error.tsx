"use client";

import Link from "next/link";
import { Wordmark } from "#components/ui/wordmark";
import * as words from "#lib/words";

/** Shown where a page threw: calm words and no details, which are in the server's log. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <>
      <header className="masthead">
        <div className="wrap">
          <Wordmark />
        </div>
      </header>
      <main id="main" className="wrap">
        <title>{`${words.trouble.errorTitle}. ${words.common.name}`}</title>
        <h1 className="answer">{words.trouble.errorTitle}</h1>
        <p className="lede">{words.trouble.error}</p>
        <p className="cluster mt-6">
          <button className="btn btn--main" type="button" onClick={reset}>
            {words.trouble.tryAgain}
          </button>
          <Link href="/">{words.trouble.toHome}</Link>
        </p>
      </main>
    </>
  );
}
