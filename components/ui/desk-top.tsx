import Link from "next/link";
import type { ReactNode } from "react";
import { AccountLink, SignOut } from "#components/account";
import { Wordmark } from "#components/ui/wordmark";
import { type Actor, may } from "#lib/domain/actor";
import { words } from "#lib/words";

const feedWords = words.feeds;

/** The bar over every screen of the desk: where one is, and who one is. `end` stands before the name. */
export function DeskTop(props: { actor: Actor; where?: ReactNode; end?: ReactNode }) {
  return (
    <header className="desk-top">
      <Wordmark />
      <nav className="nav" aria-label={words.desk.queue.title}>
        <Link href="/desk" prefetch={false}>
          {words.desk.queue.desk}
        </Link>
        <Link href="/desk/import" prefetch={false}>
          {words.desk.queue.importPage}
        </Link>
        <Link href="/desk/promises" prefetch={false}>
          {words.promises.desk.nav}
        </Link>
        <Link href="/desk/readings" prefetch={false}>
          {words.readings.list.title}
        </Link>
        <Link href="/desk/speakers" prefetch={false}>
          {words.speakers.list.index}
        </Link>
        <Link href="/desk/feeds" prefetch={false}>
          {feedWords.title}
        </Link>
        <Link href="/desk/reports" prefetch={false}>
          {words.reports.desk.title}
        </Link>
        {may(props.actor.role, "person.invite") && (
          <Link href="/admin" prefetch={false}>
            {words.desk.queue.admin}
          </Link>
        )}
      </nav>
      {props.where && <div className="where">{props.where}</div>}
      <div className="end">
        {props.end}
        <span className="nowrap me">
          <AccountLink>{words.people.account.who(props.actor.name, props.actor.role)}</AccountLink>
        </span>
        <SignOut />
      </div>
    </header>
  );
}
