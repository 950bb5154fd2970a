import Link from "next/link";
import type { ReactNode } from "react";
import { SEND_CLAIM } from "#lib/domain/error-reports";
import type { Theme } from "#lib/domain/themes";
import { words } from "#lib/words";
import { NavLink } from "./nav-link";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

/** Masthead, content and footer. `nav` comes last in the main navigation, for what only signed-in people have; `end` after it. */
export function PageFrame(props: {
  theme: Theme;
  wide?: boolean;
  nav?: ReactNode;
  end?: ReactNode;
  children: ReactNode;
}) {
  const wrap = props.wide ? "wrap wrap--wide" : "wrap";
  return (
    <>
      <header className="masthead">
        <div className={wrap}>
          <Wordmark />
          <nav className="nav" aria-label={words.reader.frame.mainNavigation}>
            <NavLink href="/articles">{words.reader.frame.pages}</NavLink>
            <NavLink href="/claims">{words.reader.frame.claims}</NavLink>
            <NavLink href="/promises">{words.reader.frame.promises}</NavLink>
            <NavLink href="/search">{words.reader.frame.search}</NavLink>
            <NavLink href="/method">{words.reader.frame.method}</NavLink>
            {props.nav}
          </nav>
          {props.end}
        </div>
      </header>
      <main id="main" className={wrap}>
        {props.children}
      </main>
      <footer className="foot">
        <div className={wrap}>
          <ul>
            <li>
              <Link href="/method" prefetch={false}>
                {words.reader.frame.howWeLabel}
              </Link>
            </li>
            <li>
              <Link href="/corrections" prefetch={false}>
                {words.reader.frame.corrections}
              </Link>
            </li>
            <li>
              <Link href="/about" prefetch={false}>
                {words.about.title}
              </Link>
            </li>
            <li>
              <Link href="/report" prefetch={false}>
                {words.reports.send.title}
              </Link>
            </li>
            <li>
              <Link href={SEND_CLAIM} prefetch={false}>
                {words.reports.sendClaim.title}
              </Link>
            </li>
          </ul>
          <ThemeSwitch initial={props.theme} />
        </div>
      </footer>
    </>
  );
}
