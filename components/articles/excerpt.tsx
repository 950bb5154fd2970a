import type { ReadPost } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { Elided, Statement } from "./statement";

/** What the page says, post by post. Text of another post stands in a band of its own where its labels differ. */
export function Excerpt(props: {
  posts: readonly ReadPost[];
  direction: "ltr" | "rtl";
  language: string | null;
}) {
  const { direction, language } = props;
  return props.posts.map((post) =>
    post.boundary === null ? (
      <div key={keyOf(post)} dir={direction}>
        <PostWords post={post} language={language} />
      </div>
    ) : (
      <div key={keyOf(post)} className="other" dir={direction}>
        <div className="boundary" role="note">
          <p dir={words.direction} lang={words.language}>
            {post.boundary.title}
          </p>
          <p dir={words.direction} lang={words.language}>
            {post.boundary.text}
          </p>
        </div>
        <PostWords post={post} language={language} />
      </div>
    ),
  );
}

function PostWords({ post, language }: { post: ReadPost; language: string | null }) {
  return (
    <>
      <p className="seg-name">
        <span dir="auto" lang={words.language}>
          {post.name}
        </span>
      </p>
      {post.items.map((item) =>
        item.kind === "statement" ? (
          <Statement key={item.statement.number} statement={item.statement} language={language} />
        ) : (
          <Elided
            key={`e${item.statements[0]?.number ?? 0}`}
            words={item.words}
            statements={item.statements}
            language={language}
          />
        ),
      )}
    </>
  );
}

/** Posts may share a name; the number of their first statement is theirs alone. */
function keyOf({ items: [first] }: ReadPost): number {
  if (first === undefined) return 0;
  return first.kind === "statement" ? first.statement.number : (first.statements[0]?.number ?? 0);
}
