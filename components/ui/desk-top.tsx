import Link from "next/link";
import type { ReactNode } from "react";
import { AccountLink, SignOut } from "#components/account";
import { DeskNav, MenuButton } from "#components/ui/desk-nav";
import { Wordmark } from "#components/ui/wordmark";
import type { Actor } from "#lib/domain/actor";
import * as words from "#lib/words";

/** The bar over every screen of the desk: where one is, and who one is. `end` stands before the name. */
export function DeskTop(props: {
  actor: Actor;
  unread: number;
  hasModel: boolean;
  where?: ReactNode;
  end?: ReactNode;
}) {
  return (
    <header className="desk-top">
      <Wordmark />
      <Link href="/desk" prefetch={false}>
        {words.desk.queue.desk}
      </Link>
      <MenuButton unread={props.unread} />
      <DeskNav actor={props.actor} unread={props.unread} hasModel={props.hasModel} isMenu />
      {props.where && <div className="where">{props.where}</div>}
      <div className="end">
        {props.end}
        <span className="nowrap me">
          <AccountLink>{words.signedIn.who(props.actor.name, props.actor.role)}</AccountLink>
        </span>
        <SignOut />
      </div>
    </header>
  );
}
