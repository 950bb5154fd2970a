import Link from "next/link";
import type { RelatedPage } from "#lib/domain/provenance";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";

const said = words.provenance;

/** A page at the other end of an edge: what it is called, with the way there, who published it and when. */
export function PageName({ page, href }: { readonly page: RelatedPage; readonly href: string }) {
  return (
    <p className="wrap-anywhere">
      <Link href={href} dir="auto" prefetch={false}>
        {page.title ?? words.desk.queue.untitled}
      </Link>{" "}
      <span className="small muted" dir="auto">
        ({said.page(page.publisher, page.postedAt && longDay(page.postedAt))})
      </span>
    </p>
  );
}
