import Link from "next/link";
import type { BeforeView } from "#lib/domain/reader-view";
import * as words from "#lib/words";

/** How often the same was promised before, and what became of it. Only of what is published. */
export function PromisedBefore({ view }: { view: BeforeView }) {
  return (
    <p className="promised-before" dir={words.direction} lang={words.language}>
      {view.sentences} <Link href={view.href}>{words.promiseTemplates.see}</Link>.
    </p>
  );
}
