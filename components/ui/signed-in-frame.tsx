import type { ReactNode } from "react";
import { Account } from "#components/account";
import type { Actor } from "#lib/domain/actor";
import type { Act, FormAction } from "#lib/domain/form-state";
import type { DraftView } from "#lib/domain/review-views";
import type { Theme } from "#lib/domain/themes";
import * as words from "#lib/words";
import { ActButton } from "./act-button";
import { DeskLanguage } from "./desk-language";
import { DeskNav, MenuButton } from "./desk-nav";
import { FormDrafts } from "./form-drafts";
import { PageFrame } from "./page-frame";

/** The frame of all that is for signed-in people. `actor` null: the page asks them to sign in. `notices` stand above every page. */
export function SignedInFrame(props: {
  actor: Actor | null;
  theme: Theme;
  notices: { readonly alarms: readonly string[]; readonly linkUsed: string | null };
  confirmLinkUse: FormAction;
  /** How many notices of this person's are unread. */
  unread: number;
  /** Is a language model set? */
  hasModel: boolean;
  /** What this person was typing into forms. */
  formDrafts: readonly DraftView[];
  saveFormDraft: Act;
  /** Takes a save that waited in the browser. */
  sendWaiting: Act;
  children: ReactNode;
}) {
  const { actor, theme, notices, children } = props;
  const who = actor && (
    <>
      <MenuButton unread={props.unread} />
      <Account actor={actor} />
    </>
  );
  const frame = (
    <PageFrame
      theme={theme}
      wide
      end={who}
      deskNav={actor && <DeskNav actor={actor} unread={props.unread} hasModel={props.hasModel} />}
    >
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
  if (actor === null) return <DeskLanguage>{frame}</DeskLanguage>;
  return (
    <DeskLanguage>
      <FormDrafts
        personId={actor.id}
        drafts={props.formDrafts}
        save={props.saveFormDraft}
        sendWaiting={props.sendWaiting}
      >
        {frame}
      </FormDrafts>
    </DeskLanguage>
  );
}
