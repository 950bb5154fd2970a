import type { Metadata } from "next";
import { FactorRules } from "#components/people/factor-rules";
import { InviteForm } from "#components/people/invite-form";
import { PeopleTable } from "#components/people/people-table";
import { isMailOn } from "#lib/db/mail/outbox";
import { peoplePage } from "#lib/db/people/people";
import type { PersonChange } from "#lib/domain/people";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { dayWords } from "#lib/words/moments";
import * as actions from "./actions";

const say = words.people;

export const metadata: Metadata = { title: `${say.page.title}.`, robots: { index: false } };

export default async function PeoplePage() {
  await requirePage("ADMIN");
  const now = new Date();
  const { people, invitations, changes, rolesThatNeedFactor } = await peoplePage(now);
  return (
    <>
      <p className="kicker">{say.page.kicker}</p>
      <h1 className="page-title">{say.page.title}</h1>
      <PeopleTable
        people={people}
        invitations={invitations}
        clock={{ now, timeZone: timeZone() }}
        actions={{
          renew: actions.renewAction,
          withdraw: actions.withdrawAction,
          passwordLink: actions.passwordLinkAction,
          setRole: actions.setRoleAction,
          disable: actions.disableAction,
          enable: actions.enableAction,
        }}
      />
      <div className="cols sect">
        <section aria-labelledby="invite">
          <h2 className="ruled" id="invite">
            {say.invite.title}
          </h2>
          <InviteForm action={actions.inviteAction} isMailed={isMailOn()} />
          <h2 className="ruled mt-6" id="second-factor">
            {words.secondFactor.rules.title}
          </h2>
          <FactorRules needed={rolesThatNeedFactor} action={actions.requireFactorAction} />
        </section>
        <aside aria-labelledby="changes">
          <h2 className="ruled ruled--s" id="changes">
            {say.changes.title}
          </h2>
          <Changes changes={changes} />
        </aside>
      </div>
    </>
  );
}

function Changes({ changes }: { changes: readonly PersonChange[] }) {
  if (changes.length === 0) return <p className="small muted">{say.changes.none}</p>;
  return (
    <ol className="stack-3 small">
      {changes.map(({ sequence, at, action, actorName, payload, hash }) => (
        <li key={sequence} dir="auto">
          {say.changes.sentence(action, actorName ?? say.changes.byProduct, payload)}
          <br />
          <span className="muted">
            {dayWords(at, timeZone())},{" "}
            <span className="hash">
              {hash.slice(0, 4)} {hash.slice(4, 8)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
