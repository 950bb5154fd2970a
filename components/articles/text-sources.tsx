import Link from "next/link";
import { webAddress } from "#components/claims/evidence";
import { ListPages } from "#components/ui/list-pages";
import { Section } from "#components/ui/section";
import type { TextSourcesView, UpstreamItem } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { langOf } from "#lib/words/lists";
import { SourcesPicture } from "./sources-picture";

const w = words.textSources;

/** Where a page's text is from, in sentences, as a picture and page by page; and who has it from here. */
export function TextSources({ view: { upstream, downstream, picture } }: { readonly view: TextSourcesView }) {
  const drawn = (
    <>
      <p className="mt-3 small muted measure" role="note">
        {w.vouches}
      </p>
      <SourcesPicture picture={picture} />
    </>
  );
  return (
    <>
      {upstream && (
        <Section id="text-sources" title={w.heading}>
          {upstream.sentences.map((sentence) => (
            <p key={sentence} className="measure">
              {sentence}
            </p>
          ))}
          {drawn}
          <ul className="stack-4 mt-4" aria-label={w.list}>
            {upstream.items.map((item) => (
              <li key={item.key}>
                <Upstream item={item} />
              </li>
            ))}
          </ul>
          {upstream.more && <p className="mt-3">{upstream.more}</p>}
        </Section>
      )}
      {downstream && (
        <Section id="copied-by" title={w.downstream}>
          <p>{downstream.sentence}</p>
          {upstream === null && drawn}
          <Downstream items={downstream.items} />
          {downstream.more && <p className="mt-3">{downstream.more}</p>}
          <ListPages
            href={downstream.href}
            of={w.downstreamPages}
            newer={downstream.earlier}
            older={downstream.later}
            at="copied-by"
            say={{ newer: w.earlierOnes, older: w.laterOnes }}
          />
        </Section>
      )}
    </>
  );
}

type DownstreamItems = NonNullable<TextSourcesView["downstream"]>["items"];

function Downstream({ items }: { readonly items: DownstreamItems }) {
  return (
    <ul className="stack-3 mt-4" aria-label={w.downstreamList}>
      {items.map(({ href, title, what }) => (
        <li key={href} className="wrap-anywhere">
          <Link href={href} dir="auto" lang={langOf(title)}>
            {title}
          </Link>
          <p className="small muted">{what}</p>
        </li>
      ))}
    </ul>
  );
}

function Upstream({ item }: { readonly item: UpstreamItem }) {
  const { title, href, what, lines, since } = item;
  const address = webAddress(item.address);
  return (
    <>
      <p className="wrap-anywhere">
        {href === null ? (
          <bdi lang={langOf(title)}>{title}</bdi>
        ) : (
          <Link href={href} dir="auto" lang={langOf(title)}>
            {title}
          </Link>
        )}
      </p>
      <p className="small muted wrap-anywhere">
        {what}
        {address === null ? null : (
          <>
            {". "}
            <a href={address} rel="ugc nofollow noopener" dir="auto">
              {w.original}
            </a>
          </>
        )}
      </p>
      {since.length > 0 && <p className="note mt-2">{since.join(" ")}</p>}
      <ul className="small bullets mt-2">
        {lines.map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}
