import type { Metadata } from "next";
import { NoticeMail } from "#components/account/notice-mail";
import { Passkeys } from "#components/account/passkeys";
import { PasswordSection } from "#components/account/password";
import { SecondFactor } from "#components/account/second-factor";
import { SessionsSection } from "#components/account/sessions";
import { isMailOn } from "#lib/db/mail/outbox";
import { wantsMail } from "#lib/db/notices/notices";
import { ownSessions } from "#lib/db/people/own-sessions";
import { passkeysOf } from "#lib/db/people/passkeys";
import { emailOf } from "#lib/db/people/people";
import { factorPage } from "#lib/db/people/second-factors";
import { passkeySite } from "#lib/next/passkey-site";
import { shownSecret } from "#lib/next/qr-code";
import { currentSessionId, requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import * as actions from "./actions";

const say = words.signedIn;

export const metadata: Metadata = { title: `${say.label}.`, robots: { index: false } };

/** One's own account: a section for each thing that one looks after oneself. */
export default async function AccountPage() {
  const actor = await requirePage();
  const now = new Date();
  const [email, factor, passkeys, sessions, byMail] = await Promise.all([
    emailOf(actor.id),
    factorPage(actor, now),
    passkeysOf(actor.id),
    ownSessions(actor.id, await currentSessionId(), now),
    wantsMail(actor.id),
  ]);
  return (
    <>
      <p className="kicker">{say.who(actor.name, actor.role)}</p>
      <h1 className="page-title">{say.label}</h1>
      <NoticeMail byMail={byMail} isOn={isMailOn()} action={actions.noticeMailAction} />
      <PasswordSection action={actions.changePasswordAction} email={email} />
      <SecondFactor
        {...factor}
        role={actor.role}
        waiting={shownSecret(factor.waiting)}
        actions={{
          begin: actions.beginFactorAction,
          confirm: actions.confirmFactorAction,
          newCodes: actions.newCodesAction,
          remove: actions.removeFactorAction,
        }}
      />
      <Passkeys
        passkeys={passkeys}
        isPossible={passkeySite() !== null}
        clock={{ now, timeZone: timeZone() }}
        actions={{
          begin: actions.beginPasskeyAction,
          add: actions.addPasskeyAction,
          remove: actions.removePasskeyAction,
        }}
      />
      <SessionsSection
        sessions={sessions}
        clock={{ now, timeZone: timeZone() }}
        actions={{ end: actions.endSessionAction, endOthers: actions.endOthersAction }}
      />
    </>
  );
}
