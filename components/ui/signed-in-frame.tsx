import type { ReactNode } from "react";
import { Account } from "#components/account";
import { type Actor, may } from "#lib/domain/actor";
import type { Act, FormAction } from "#lib/domain/form-state";
import type { DraftView } from "#lib/domain/review-views";
import type { Theme } from "#lib/domain/themes";
import { words } from "#lib/words";
import { ActButton } from "./act-button";
import { INDEX_LISTS } from "./desk-index";
import { FormDrafts } from "./form-drafts";
import { NavLink } from "./nav-link";
import { PageFrame } from "./page-frame";

const feedWords = words.feeds;

/** The frame of all that is for signed-in people. `actor` null: the page asks them to sign in. `notices` stand above every page. */
export function SignedInFrame(props: {
  actor: Actor | null;
  theme: Theme;
  notices: { readonly alarms: readonly string[]; readonly linkUsed: string | null };
  confirmLinkUse: FormAction;
  /** What this person was typing into forms. */
  formDrafts: readonly DraftView[];
  saveFormDraft: Act;
  children: ReactNode;
}) {
  const { actor, theme, notices, children } = props;
  const nav = actor && (
    <>
      <NavLink
        href="/desk"
        but={["/desk/feeds", "/desk/promises", "/desk/readings", "/desk/reports", ...INDEX_LISTS]}
      >
        {words.desk.queue.desk}
      </NavLink>
      <NavLink href="/desk/promises">{words.promises.desk.nav}</NavLink>
      <NavLink href="/desk/readings">{words.readings.list.title}</NavLink>
      <NavLink href="/desk/speakers" also={INDEX_LISTS}>
        {words.speakers.list.index}
      </NavLink>
      <NavLink href="/desk/feeds">{feedWords.title}</NavLink>
      <NavLink href="/desk/reports">{words.reports.desk.title}</NavLink>
      {may(actor.role, "person.invite") && <NavLink href="/admin">{words.desk.queue.admin}</NavLink>}
    </>
  );
  const frame = (
    <PageFrame theme={theme} wide nav={nav} end={actor && <Account actor={actor} />}>
      {notices.linkUsed !== null && (
        <div className="alarm stack-3" role="alert">
          <p>{notices.linkUsed}</p>
          <ActButton action={props.confirmLinkUse} label={words.people.linkKnown} />
        </div>
      )}
      {notices.alarms.map((notice) => (
        <p key={notice} className="alarm" role="alert">
          {notice}
        </p>
      ))}
      {children}
    </PageFrame>
  );
  if (actor === null) return frame;
  return (
    <FormDrafts personId={actor.id} drafts={props.formDrafts} save={props.saveFormDraft}>
      {frame}
    </FormDrafts>
  );
}
