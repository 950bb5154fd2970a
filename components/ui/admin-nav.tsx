import { words } from "#lib/words";
import { NavLink } from "./nav-link";

const { tokens } = words;

/** The parts of the admins' pages. */
export function AdminNav() {
  return (
    <nav className="nav nav--sub" aria-label={words.people.page.navigation}>
      <NavLink href="/admin/people">{words.people.page.people}</NavLink>
      <NavLink href="/admin/jobs">{words.jobs.nav}</NavLink>
      <NavLink href="/admin/tokens">{tokens.nav}</NavLink>
      <NavLink href="/admin/security">{words.securityLog.nav}</NavLink>
    </nav>
  );
}
