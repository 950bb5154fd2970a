"use client";

import { useState } from "react";
import { ActButton } from "#components/ui/act-button";
import { AskDialog } from "#components/ui/ask-dialog";
import type { InvitationRow } from "#lib/domain/people";
import * as words from "#lib/words";
import type { Clock } from "#lib/words/moments";
import { dayWords } from "#lib/words/moments";
import { linkTold, type PeopleActions, type Told } from "./people-acts";

const { columns, ...say } = words.people.page;

interface Props {
  readonly invitation: InvitationRow;
  readonly clock: Clock;
  readonly actions: PeopleActions;
  readonly tell: (told: Told) => void;
}

/** Somebody who holds a link and hasn't used it, or whose link has ended. */
export function Invited({ invitation, clock, actions, tell }: Props) {
  const { id, email, role, expiresAt } = invitation;
  const [asks, setAsks] = useState(false);
  const day = dayWords(expiresAt, clock.timeZone);
  const hidden = { invitationId: id };
  return (
    <tr>
      <th scope="row">
        <bdi>{email}</bdi>
      </th>
      <td data-l={columns.role}>{words.people.roles[role]}</td>
      <td data-l={columns.state}>
        <span className="wrap-words state state--wait">
          {expiresAt > clock.now ? say.invited(day) : say.ended(day)}
        </span>
      </td>
      <td data-l={columns.lastSeen}>{say.none}</td>
      <td data-l={columns.openItems}>{say.none}</td>
      <td data-l="">
        <span className="cluster cluster--tight">
          <ActButton
            action={actions.renew}
            hidden={hidden}
            label={say.newLink}
            of={email}
            onDone={({ data }) => {
              const told = linkTold(data, email);
              if (told !== null) tell(told);
            }}
          />
          <button className="btn btn--s btn--danger" type="button" onClick={() => setAsks(true)}>
            {say.withdraw}
            <span className="sr">{words.signedIn.of(email)}</span>
          </button>
          {asks && (
            <AskDialog
              undrafted="nothing-typed"
              action={actions.withdraw}
              hidden={hidden}
              title={say.withdrawWho(email)}
              note={<p className="small">{say.withdrawNote}</p>}
              confirm={say.withdraw}
              isDanger
              onClose={() => setAsks(false)}
              onDone={() => tell({ said: say.isWithdrawn(email) })}
            />
          )}
        </span>
      </td>
    </tr>
  );
}
