"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** A link of the main navigation that says when it leads to the page, or the part, that is open. */
export function NavLink({ href, children }: { href: string; children: string }) {
  const pathname = usePathname();
  const here = pathname === href ? "page" : pathname.startsWith(`${href}/`) ? "true" : undefined;
  return (
    <Link href={href} aria-current={here}>
      {children}
    </Link>
  );
}
