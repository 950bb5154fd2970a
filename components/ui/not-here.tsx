import Link from "next/link";
import { words } from "#lib/words";

/** What stands where nothing stands: calm words and the way back. Without a frame, for layouts that have one. */
export function NotHere() {
  return (
    <>
      <h1 className="answer">{words.reader.trouble.notFoundTitle}</h1>
      <p className="lede">{words.reader.trouble.notFound}</p>
      <p className="mt-6">
        <Link href="/">{words.reader.trouble.toHome}</Link>
      </p>
    </>
  );
}
