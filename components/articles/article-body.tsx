import Link from "next/link";
import type { ReactNode } from "react";
import { Section } from "#components/ui/section";
import type { ArticleView } from "#lib/domain/reader-view";
import type { TrackLink } from "#lib/publish/track-links";
import * as words from "#lib/words";
import { Chain } from "./chain";
import { Excerpt } from "./excerpt";
import { Legend } from "./legend";
import { Strip } from "./strip";
import { TextSources } from "./text-sources";

const w = words.article;

/** All that an article's page says of the article: what readers see, and what its publisher looks at before. */
export function ArticleBody(props: {
  view: ArticleView;
  language: string | null;
  /** What the answer is on the page that it stands on. */
  heading: "h1" | "h2";
  /** The record of the author of a page that readers can open. */
  author?: TrackLink | null;
  /** Where the page is from, below what was found in it. */
  origin?: ReactNode;
}) {
  const { view, language, heading: Heading } = props;
  return (
    <>
      <p className="kicker" dir="auto">
        {props.author == null ? view.kicker : <Byline parts={view.byline} author={props.author} />}
      </p>
      <Heading className="answer">{view.answer}</Heading>
      <p className="lede">{view.lede}</p>
      {props.origin}
      {view.strip === null ? null : <Strip view={view.strip} />}
      {view.chain.length === 0 ? null : (
        <Section id="chain" title={w.chain.heading}>
          <Chain rows={view.chain} />
        </Section>
      )}
      {view.sources === null ? null : <TextSources view={view.sources} />}
      <Section id="excerpt" className="excerpt" title={w.excerpt.heading}>
        <Excerpt posts={view.posts} direction={view.direction} language={language} />
      </Section>
      <Section id="legend" title={w.legend}>
        <Legend entries={view.legend} />
        <p className="mt-6 small muted">
          {w.legendNote} <Link href="/method">{w.legendLink}</Link>
        </p>
      </Section>
    </>
  );
}

/** Where the page is from, with the way from its author's name to their record. */
function Byline(props: { parts: ArticleView["byline"]; author: TrackLink }) {
  const [before, name, after] = props.parts;
  return (
    <>
      {before}
      <Link href={props.author.href}>{name}</Link>
      {after}
    </>
  );
}
