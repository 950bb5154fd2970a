import Link from "next/link";
import type { ReactNode } from "react";
import { SEND_CLAIM } from "#lib/domain/error-reports";
import type { Theme } from "#lib/domain/themes";
import * as words from "#lib/words";
import { NavLink } from "./nav-link";
import { READER_LINKS } from "./reader-links";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

/** Masthead, content and footer. `nav` comes last in the readers' navigation; `deskNav` stands in place of all of it, under `end`. */
export function PageFrame(props: {
  theme: Theme;
  wide?: boolean;
  nav?: ReactNode;
  deskNav?: ReactNode;
  end?: ReactNode;
  children: ReactNode;
}) {
  const wrap = props.wide ? "wrap wrap--wide" : "wrap";
  return (
    <>
      <header className="masthead">
        <div className={wrap}>
          <Wordmark />
          {props.deskNav ? null : <ReaderNav>{props.nav}</ReaderNav>}
          {props.end}
          {props.deskNav}
        </div>
      </header>
      <main id="main" className={wrap}>
        {props.children}
      </main>
      <footer className="foot" dir={words.direction} lang={words.language}>
        <div className={wrap}>
          <FootLinks />
          <ThemeSwitch initial={props.theme} />
        </div>
      </footer>
    </>
  );
}

const FOOT = [
  ["/method", words.frame.howWeLabel],
  ["/corrections", words.frame.corrections],
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

function ReaderNav({ children }: { children: ReactNode }) {
  return (
    <nav className="nav" aria-label={words.topBar.mainNavigation}>
      {READER_LINKS.map((link) => (
        <NavLink key={link.href} href={link.href}>
          {link.words}
        </NavLink>
      ))}
      {children}
    </nav>
  );
}
