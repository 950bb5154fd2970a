import Link from "next/link";

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
          <Link href={href} dir="auto" prefetch={false}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
