import Link from "next/link";
import { langOf } from "#lib/words/lists";

/** Pages by their titles. */
export function PageLinks({
  pages,
}: {
  pages: readonly { readonly title: string; readonly href: string }[];
}) {
  return (
    <ul>
      {pages.map(({ title, href }) => (
        <li key={href}>
          <Link href={href} dir="auto" lang={langOf(title)} prefetch={false}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
