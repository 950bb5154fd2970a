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
          <FootLinks />
          <ThemeSwitch initial={props.theme} />
        </div>
      </footer>
    </>
  );
}

const FOOT = [
  ["/method", words.reader.frame.howWeLabel],
  ["/corrections", words.reader.frame.corrections],
  ["/about", words.about.title],
  ["/report", words.reports.send.title],
  [SEND_CLAIM, words.reports.sendClaim.title],
] as const;

function FootLinks() {
  return (
    <ul>
      {FOOT.map(([href, name]) => (
        <li key={href}>
          <Link href={href} prefetch={false}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
