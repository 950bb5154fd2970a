import Link from "next/link";
import type { ListedPage } from "#lib/domain/published";
import { answerSentence } from "#lib/publish/article-view";
import { stripView } from "#lib/publish/strip";
import * as words from "#lib/words";
import { dayOf, longDay, shortDay } from "#lib/words/date-words";
import { Strip } from "./strip";

/** Pages in a list: what each is and what was found in it, and its statements as strokes where `strips` asks for them. */
export function PageItems(props: {
  readonly pages: readonly ListedPage[];
  readonly timeZone: string;
  readonly strips: "all" | "first";
  readonly heading?: "h2" | "h3";
}) {
  return (
    <ul className="items">
      {props.pages.map((page, i) => (
        <PageItem
          key={page.content.article.slug}
          page={page}
          timeZone={props.timeZone}
          hasStrip={props.strips === "all" || i === 0}
          heading={props.heading ?? "h3"}
        />
      ))}
    </ul>
  );
}

function PageItem(props: {
  readonly page: ListedPage;
  readonly timeZone: string;
  readonly hasStrip: boolean;
  readonly heading: "h2" | "h3";
}) {
  const { content, publishedAt } = props.page;
  const { article } = content;
  const strip = props.hasStrip ? stripView(content) : null;
  const Heading = props.heading;
  const posted = article.postedAt === null ? null : longDay(article.postedAt);
  const where = words.reader.home.pageMeta(article.publisher, posted);
  return (
    <li>
      <div>
        <Heading className="item-title">
          <Link href={`/articles/${article.slug}`} dir="auto" lang={article.language ?? undefined}>
            {article.title}
          </Link>
        </Heading>
        <p className="meta">
          {where === "" ? null : <span dir="auto">{where}. </span>}
          {answerSentence(content)}
        </p>
        {strip === null ? null : <Strip view={strip} caption={false} />}
      </div>
      <p className="side">
        {strip === null ? null : `${strip.legend} `}
        {words.find.pages.published(shortDay(dayOf(publishedAt, props.timeZone)))}
      </p>
    </li>
  );
}
