"use client";

import { useEffect, useRef, useState } from "react";
import { TableHead } from "#components/ui/table-head";
import type { InvitationRow, PersonRow } from "#lib/domain/people";
import * as words from "#lib/words";
import type { Clock } from "#lib/words/moments";
import { Invited } from "./invited-row";
import { NewLink } from "./new-link";
import type { PeopleActions, Told } from "./people-acts";
import { Person } from "./person-row";

const say = words.people;

interface Props {
  readonly people: readonly PersonRow[];
  readonly invitations: readonly InvitationRow[];
  readonly clock: Clock;
  readonly actions: PeopleActions;
}

export function PeopleTable({ people, invitations, clock, actions }: Props) {
  const [showsDisabled, setShowsDisabled] = useState(true);
  const [told, setTold] = useState<Told | null>(null);
  const disabled = people.filter((person) => person.disabled !== null);
  const active = people.filter((person) => person.disabled === null);
  const row = { clock, actions, tell: setTold };
  const lastAdmin = people.find((person) => person.isLastAdmin);

  return (
    <section className="mt-6" aria-labelledby="people">
      <div className="bar">
        <h2 id="people">{say.page.counts(active.length, invitations.length, disabled.length)}</h2>
        {disabled.length > 0 && (
          <label className="inline-flex items-center gap-2 small">
            <input
              type="checkbox"
              autoComplete="off"
              checked={showsDisabled}
              onChange={(event) => setShowsDisabled(event.target.checked)}
            />{" "}
            {say.page.showDisabled}
          </label>
        )}
      </div>
      <Message told={told} onDone={() => setTold(null)} />
      <table className="cards">
        <TableHead columns={say.page.columns} />
        <tbody>
          {active.map((person) => (
            <Person key={person.id} person={person} {...row} />
          ))}
          {invitations.map((invitation) => (
            <Invited key={invitation.id} invitation={invitation} {...row} />
          ))}
          {showsDisabled && disabled.map((person) => <Person key={person.id} person={person} {...row} />)}
        </tbody>
      </table>
      {lastAdmin && (
        <p className="mt-3 small muted" id="last-admin">
          {say.lastAdmin(lastAdmin.name)}
        </p>
      )}
    </section>
  );
}

/** The focus comes here: the row that was acted on may have changed or gone. */
function Message({ told, onDone }: { told: Told | null; onDone: () => void }) {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (told !== null) box.current?.focus();
  }, [told]);

  if (told === null) return null;
  return (
    <div className="mb-4">
      {"link" in told ? (
        <NewLink key={told.link} {...told} onDone={onDone} />
      ) : (
        <p className="note" ref={box} tabIndex={-1} role="status">
          {told.said}
        </p>
      )}
    </div>
  );
}
