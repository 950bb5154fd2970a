import Link from "next/link";

/** Ways to look at the same thing; the one that is open says so. `of` names them. */
export function NavLinks(props: {
  readonly of: string;
  readonly links: readonly { readonly href: string; readonly words: string; readonly isHere: boolean }[];
}) {
  return (
    <nav className="nav mt-5" aria-label={props.of}>
      {props.links.map(({ href, words, isHere }) => (
        <Link key={href} href={href} aria-current={isHere ? "page" : undefined}>
          {words}
        </Link>
      ))}
    </nav>
  );
}
