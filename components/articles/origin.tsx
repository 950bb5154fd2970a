import { webAddress } from "#components/claims/evidence";
import type { ArticlePublication } from "#lib/domain/publications";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";

const w = words.find.origin;

/** The day on which the page was read, and the way to its original. */
export function Origin(props: {
  readonly article: ArticlePublication["article"];
  readonly timeZone: string;
}) {
  const { article, timeZone } = props;
  const address = webAddress(article.url);
  return (
    <p className="mt-3 small muted">
      {w.read(longDay(dayOf(article.fetchedAt, timeZone)))}
      {address === null ? null : (
        <>
          {" "}
          <a href={address} rel="ugc nofollow noopener" dir="auto">
            {w.link(article.publisher ?? new URL(address).host)}
          </a>
        </>
      )}
    </p>
  );
}
