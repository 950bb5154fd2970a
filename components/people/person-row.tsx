"use client";

import { useState } from "react";
import { ActButton } from "#components/ui/act-button";
import { AskDialog } from "#components/ui/ask-dialog";
import { ChoiceField } from "#components/ui/choice-field";
import { TextField } from "#components/ui/field";
import { ROLES, type Role } from "#lib/domain/actor";

import type { PersonRow } from "#lib/domain/people";
import * as words from "#lib/words";
import type { Clock } from "#lib/words/moments";
import { daysAgo, dayWords, timeWords } from "#lib/words/moments";
import { linkTold, type PeopleActions, type Told } from "./people-acts";

const { columns, ...say } = words.people.page;

interface Props {
  readonly person: PersonRow;
  readonly clock: Clock;
  readonly actions: PeopleActions;
  readonly tell: (told: Told) => void;
}

export function Person(props: Props) {
  const { person, clock } = props;
  return (
    <tr className={person.disabled === null ? undefined : "muted"}>
      <th scope="row">
        <bdi>{person.name}</bdi>
        <br />
        <span className="regular xs muted">
          <bdi>{person.email}</bdi>
        </span>
      </th>
      <td data-l={columns.role}>{words.people.roles[person.role]}</td>
      <td data-l={columns.state}>
        <State person={person} clock={clock} />
      </td>
      <td data-l={columns.lastSeen}>{lastSeen(person.lastSeenAt, clock)}</td>
      <td data-l={columns.openItems}>{person.openItems}</td>
      <td data-l="">{person.isLastAdmin ? <LastAdmin {...props} /> : <Actions {...props} />}</td>
    </tr>
  );
}

function State({ person, clock }: { person: PersonRow; clock: Clock }) {
  if (person.disabled !== null) {
    const { at, byName, reason } = person.disabled;
    return (
      <span className="wrap-words state state--off" dir="auto">
        {say.disabled(dayWords(at, clock.timeZone), byName, reason)}
      </span>
    );
  }
  const ends = person.passwordLinkEnds;
  return (
    <span className="wrap-words state state--on">
      {ends === null ? say.active : say.activeWithLink(dayWords(ends, clock.timeZone))}
      {person.hasSecondFactor && ` ${say.withSecondFactor}`}
    </span>
  );
}

/** To the minute today, and to the day before that. */
function lastSeen(at: Date | null, { now, timeZone }: Clock): string {
  if (at === null) return say.never;
  const days = daysAgo(at, now, timeZone);
  if (days <= 0) return say.today(timeWords(at, timeZone));
  return days === 1 ? say.yesterday : dayWords(at, timeZone);
}

/** The buttons stay in reach of the keyboard and lead nowhere; what they are described by says why. */
function LastAdmin(props: Props) {
  return (
    <span className="cluster cluster--tight">
      <PasswordLink {...props} />
      <button className="btn btn--s" type="button" aria-disabled="true" aria-describedby="last-admin">
        {say.disable}
        <span className="sr">{words.signedIn.of(props.person.name)}</span>
      </button>
    </span>
  );
}

function PasswordLink({ person, actions, tell }: Props) {
  return (
    <ActButton
      action={actions.passwordLink}
      hidden={{ userId: person.id }}
      label={say.passwordLink}
      of={person.name}
      onDone={({ data }) => {
        const told = linkTold(data, person.name);
        if (told !== null) tell(told);
      }}
    />
  );
}

function Actions(props: Props) {
  const { person, actions, tell } = props;
  const [asks, setAsks] = useState<"role" | "disable" | null>(null);
  const hidden = { userId: person.id, revision: String(person.revision) };
  const close = () => setAsks(null);
  if (person.disabled !== null) {
    return (
      <ActButton
        action={actions.enable}
        hidden={hidden}
        label={say.enable}
        of={person.name}
        onDone={() => tell({ said: say.isEnabled(person.name) })}
      />
    );
  }
  return (
    <span className="cluster cluster--tight">
      <button className="btn btn--s" type="button" onClick={() => setAsks("role")}>
        {say.changeRole}
        <span className="sr">{words.signedIn.of(person.name)}</span>
      </button>
      <PasswordLink {...props} />
      <button className="btn btn--s btn--danger" type="button" onClick={() => setAsks("disable")}>
        {say.disable}
        <span className="sr">{words.signedIn.of(person.name)}</span>
      </button>
      {asks === "role" && <RoleDialog {...props} hidden={hidden} onClose={close} />}
      {asks === "disable" && (
        <AskDialog
          draft={`disable:${person.id}`}
          action={actions.disable}
          hidden={hidden}
          title={say.disableWho(person.name)}
          note={<p className="small">{say.disableNote(person.name)}</p>}
          confirm={say.disable}
          isDanger
          onClose={close}
          onDone={() => tell({ said: say.isDisabled(person.name) })}
        >
          {({ field }) => (
            <TextField
              {...field("reason")}
              label={say.disableReason}
              hint={say.disableReasonHint}
              autoComplete="off"
              maxLength={500}
              required
            />
          )}
        </AskDialog>
      )}
    </span>
  );
}

interface RoleProps extends Props {
  readonly hidden: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

function RoleDialog({ person, actions, tell, hidden, onClose }: RoleProps) {
  const [role, setRole] = useState<Role>(person.role);
  return (
    <AskDialog
      draft={`role:${person.id}`}
      action={actions.setRole}
      hidden={hidden}
      title={say.changeRoleOf(person.name)}
      note={<p className="small">{say.changeRoleNote(person.name)}</p>}
      confirm={say.save}
      onClose={onClose}
      onDone={() => tell({ said: say.roleChanged(person.name, role) })}
    >
      {({ field }) => (
        <ChoiceField
          {...field("role")}
          label={words.people.fields.role}
          options={ROLES}
          names={words.people.rolesMean}
          value={role}
          onText={(chosen) => setRole(ROLES.find((one) => one === chosen) ?? role)}
        />
      )}
    </AskDialog>
  );
}
