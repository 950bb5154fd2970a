import type { ReactNode } from "react";
import { Account } from "#components/account";
import { NavLink } from "#components/ui/nav-link";
import { PageFrame } from "#components/ui/page-frame";
import { may } from "#lib/domain/actor";
import { words } from "#lib/domain/words";
import { feedWords } from "#lib/domain/words/feeds";
import { currentActor } from "#lib/next/session";
import { currentTheme } from "#lib/next/theme";

/** The frame only: what a page shows, and to whom, each page decides itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  const nav = actor && (
    <>
      <NavLink href="/desk" but="/desk/feeds">
        {words.desk.queue.desk}
      </NavLink>
      <NavLink href="/desk/feeds">{feedWords.title}</NavLink>
      {may(actor.role, "person.invite") && <NavLink href="/admin/people">{words.desk.queue.people}</NavLink>}
    </>
  );
  return (
    <PageFrame theme={await currentTheme()} wide nav={nav} end={actor && <Account actor={actor} />}>
      {children}
    </PageFrame>
  );
}
