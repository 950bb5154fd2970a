"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { type Actor, may } from "#lib/domain/actor";
import { MOST_UNREAD } from "#lib/domain/notices";
import * as words from "#lib/words";
import { INDEX_LISTS } from "./desk-index";
import { NavLink } from "./nav-link";
import { READER_LINKS } from "./reader-links";

const { groups, menu, places } = words.navigation;
const NAV = "desk-nav";

const WORK = [
  { href: "/desk/import", words: words.desk.queue.importPage },
  { href: "/desk/assigning", words: places.assigning },
  { href: "/desk/promises", words: places.promises },
  { href: "/desk/readings", words: places.readings },
  { href: "/desk/suggestions", words: places.suggestions },
  { href: "/desk/reports", words: places.reports },
  { href: "/desk/guideline", words: places.guideline },
  { href: "/desk/scale", words: places.scale },
];
const ARCHIVE = [
  { href: "/desk/speakers", words: places.index, also: INDEX_LISTS },
  { href: "/desk/feeds", words: places.feeds },
];
const ADMIN = [
  { href: "/admin/people", words: places.people },
  { href: "/admin/jobs", words: places.jobs },
  { href: "/admin/tokens", words: places.tokens },
  { href: "/admin/webhooks", words: places.webhooks },
  { href: "/admin/security", words: places.security },
];
const MODEL = { href: "/admin/language-model", words: places.model };
const INBOX = "/desk/inbox";
/** What is under the desk's address and has a link of its own. */
const APART = [...WORK, ...ARCHIVE].map(({ href }) => href);
const DESK = {
  href: "/desk",
  words: words.desk.queue.desk,
  but: [...APART, INBOX, ...INDEX_LISTS, "/desk/account"],
};

/** What there is to do comes first, then what there is, then who may do what, and last what comes of it. */
function groupsOf({ actor, unread, hasModel }: Props) {
  const admin = hasModel ? [...ADMIN, MODEL] : ADMIN;
  const inbox = { href: INBOX, words: words.navigation.inbox(unread, MOST_UNREAD) };
  return [
    { key: "work", name: groups.work, links: [DESK, inbox, ...WORK] },
    { key: "archive", name: groups.archive, links: ARCHIVE },
    ...(may(actor.role, "person.invite") ? [{ key: "admin", name: groups.admin, links: admin }] : []),
    { key: "readers", name: groups.readers, links: READER_LINKS },
  ];
}

interface Props {
  readonly actor: Actor;
  /** How many of their notices are unread. */
  readonly unread: number;
  /** Is a language model set? */
  readonly hasModel: boolean;
  readonly isMenu?: boolean;
}

/** Opens the ways through the desk where they don't stand open. It works without a script; the browser closes them on Escape and on a click beside them. */
export function MenuButton({ unread }: Pick<Props, "unread">) {
  return (
    <button type="button" className="btn btn--s menu-button" popoverTarget={NAV}>
      {menu(unread, MOST_UNREAD)}
    </button>
  );
}

/** Where somebody who is signed in can go. It stands open where there is room; where there is none, or `isMenu` says so, MenuButton opens it. */
export function DeskNav(props: Props) {
  const nav = useRef<HTMLElement>(null);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever arrives elsewhere has chosen
  useEffect(() => {
    const open = nav.current;
    if (open !== null && isOpenPopover(open)) open.hidePopover();
  }, [pathname]);
  return (
    <nav
      id={NAV}
      ref={nav}
      className={props.isMenu ? "nav-groups nav-groups--menu" : "nav-groups"}
      aria-label={words.topBar.mainNavigation}
      popover="auto"
    >
      {groupsOf(props).map(({ key, name, links }) => (
        <div key={key}>
          <p className="nav-name" id={`${NAV}-${key}`}>
            {name}
          </p>
          <ul className="nav" aria-labelledby={`${NAV}-${key}`}>
            {links.map(({ words: said, ...link }) => (
              <li key={link.href}>
                <NavLink {...link}>{said}</NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** Older browsers know no popover: there the links always stand open. */
function isOpenPopover(element: HTMLElement): boolean {
  return CSS.supports("selector(:popover-open)") && element.matches(":popover-open");
}
