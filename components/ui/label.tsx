import Link from "next/link";
import type { ReactNode } from "react";
import type { ReaderLabel } from "#lib/domain/labels";
import { labelAnchor, lineOf, toneOf } from "#lib/domain/line";
import { words } from "#lib/words";

/**
 * Words of a page over the line of their label. The line is spoken too: hidden words stand around a statement that has one.
 * The hidden words name their own direction, so that
 * `dir="auto"` around them goes by the page's words alone. Inside an excerpt an underline means a label and nothing else, so nothing in here is ever a link.
 */
export function LabelledWords({ label, children }: { label: ReaderLabel; children: ReactNode }) {
  const line = lineOf(label);
  if (line === "plain") return children;
  return (
    <>
      <span className="sr" dir="ltr" lang={words.language}>
        {words.reader.article.excerpt.spoken[line]}
      </span>
      <span className={`line line--${line}`}>{children}</span>
      <span className="sr" dir="ltr" lang={words.language}>
        {words.reader.article.excerpt.spokenEnd}
      </span>
    </>
  );
}

/** The label's word in the label's line. `text` replaces the word where a sentence needs another one ("No source given"). */
export function LabelBadge(props: { label: ReaderLabel; text?: string; link?: boolean }) {
  const line = lineOf(props.label);
  const className =
    line === "plain"
      ? "badge badge--plain"
      : `badge badge--${line === "unnamed" ? "unnamed" : toneOf(props.label)} line line--${line}`;
  const text = props.text ?? words.labels[props.label].badge;
  if (!props.link) return <span className={className}>{text}</span>;
  return (
    <Link className={className} href={`/method#${labelAnchor(props.label)}`}>
      {text}
    </Link>
  );
}

/** The label's word drawn as it is drawn under a statement: for legends. */
export function LabelSample({ label }: { label: ReaderLabel }) {
  const line = lineOf(label);
  const text = words.labels[label].badge;
  return line === "plain" ? text : <span className={`line line--${line}`}>{text}</span>;
}
