"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

interface Props {
  readonly href: string;
  /** Parts of this part that have links of their own. */
  readonly but?: readonly string[];
  /** Further parts that this link stands for. */
  readonly also?: readonly string[];
  readonly children: string;
}

/** A link of the main navigation that says when it leads to the page, or the part, that is open. It is on every page: fetched ahead, each page would ask for all. */
export function NavLink({ href, but = [], also = [], children }: Props) {
  const pathname = usePathname();
  const isIn = (part: string) => `${pathname}/`.startsWith(`${part}/`);
  const isPart = [href, ...also].some(isIn) && !but.some(isIn);
  const here = pathname === href ? "page" : isPart ? "true" : undefined;
  return (
    <Link href={href} prefetch={false} aria-current={here}>
      {children}
    </Link>
  );
}
