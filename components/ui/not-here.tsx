import Link from "next/link";
import * as words from "#lib/words";

/**
 * What stands where nothing stands: calm words and the way back. Without a frame, for layouts that have one. A readers' page returns it rather
 * than throw `notFound`, which Next.js shows by a script alone; `data-not-here` makes its status 404 where it leaves (`lib/next/gate/documents.ts`).
 */
export function NotHere() {
  return (
    <>
      <h1 className="answer" data-not-here="">
        {words.trouble.notFoundTitle}
      </h1>
      <p className="lede">{words.trouble.notFound}</p>
      <p className="mt-6">
        <Link href="/">{words.trouble.toHome}</Link>
      </p>
    </>
  );
}
