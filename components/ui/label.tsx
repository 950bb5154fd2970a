import Link from "next/link";
import type { ReactNode } from "react";
import { LABELS, type ReaderLabel } from "#lib/domain/labels";
import * as words from "#lib/words";

/** Words over the line of their label, and nothing around them where it has none. */
export function Lined({ label, children }: { label: ReaderLabel; children: ReactNode }) {
  const { line, tone } = LABELS[label];
  if (line === "plain") return children;
  return (
    <span className="line" data-line={line} data-tone={tone}>
      {children}
    </span>
  );
}

/**
 * Words of a page over the line of their label. The line is spoken too: hidden words stand around a statement that has one.
 * The hidden words name their own direction, so that `dir="auto"` around them goes by the page's words alone. Inside an
 * excerpt an underline means a label and nothing else, so nothing in here is ever a link.
 */
export function LabelledWords({ label, children }: { label: ReaderLabel; children: ReactNode }) {
  return (
    <Told label={label}>
      <Lined label={label}>{children}</Lined>
    </Told>
  );
}

/** The same of a statement that may stand in pieces: the line lies under what is said, and what lies between is told to be no part of it. */
export function LabelledPieces({
  label,
  pieces,
}: {
  label: ReaderLabel;
  pieces: readonly { readonly text: string; readonly isSaid: boolean }[];
}) {
  const { gap, gapEnd } = words.spokenLines;
  let at = 0;
  const placed = pieces.map((piece) => {
    const key = at;
    at += piece.text.length;
    return { ...piece, key };
  });
  return (
    <Told label={label}>
      {placed.map(({ key, text, isSaid }) =>
        isSaid ? (
          <Lined key={key} label={label}>
            {text}
          </Lined>
        ) : (
          <span key={key} className="gap">
            <Spoken>{gap}</Spoken>
            {text}
            <Spoken>{gapEnd}</Spoken>
          </span>
        ),
      )}
    </Told>
  );
}

/** Between the hidden words of its label's line; with none around it where it has no line. */
function Told({ label, children }: { label: ReaderLabel; children: ReactNode }) {
  const { line } = LABELS[label];
  if (line === "plain") return children;
  const { lines, end } = words.spokenLines;
  return (
    <>
      <Spoken>{lines[line]}</Spoken>
      {children}
      <Spoken>{end}</Spoken>
    </>
  );
}

function Spoken({ children }: { children: string }) {
  return (
    <span className="sr" dir={words.direction} lang={words.language}>
      {children}
    </span>
  );
}

/** The label's word in the label's line. `text` replaces the word where a sentence needs another one ("No source given"). */
export function LabelBadge(props: { label: ReaderLabel; text?: string; link?: boolean }) {
  const { line, tone, anchor } = LABELS[props.label];
  const drawn = {
    className: line === "plain" ? "badge" : "badge line",
    "data-line": line,
    "data-tone": tone,
  };
  const text = props.text ?? words.labels[props.label].badge;
  if (!props.link) return <span {...drawn}>{text}</span>;
  return (
    <Link {...drawn} href={`/method#${anchor}`}>
      {text}
    </Link>
  );
}

/** The label's word drawn as it is drawn under a statement: for legends. */
export function LabelSample({ label }: { label: ReaderLabel }) {
  return <Lined label={label}>{words.labels[label].badge}</Lined>;
}
