import Link from "next/link";
import type { Neighbours as Both, Neighbour } from "#lib/domain/published";
import * as words from "#lib/words";
import { langOf } from "#lib/words/lists";

const w = words.find.neighbours;

/** The way to what was published next and before; nothing where neither is. */
export function Neighbours({ kind, of }: { readonly kind: "ARTICLE" | "CLAIM"; readonly of: Both }) {
  if (of.newer === null && of.older === null) return null;
  return (
    <nav className="neighbours no-print" aria-label={w.name[kind]}>
      <One rel="prev" words={w.newer} to={of.newer} />
      <One rel="next" words={w.older} to={of.older} />
    </nav>
  );
}

function One(props: {
  readonly rel: "prev" | "next";
  readonly words: string;
  readonly to: Neighbour | null;
}) {
  if (props.to === null) return null;
  return (
    <Link href={props.to.href} rel={props.rel}>
      <small>{props.words}</small>{" "}
      <span dir="auto" lang={langOf(props.to.title)}>
        {props.to.title}
      </span>
    </Link>
  );
}
