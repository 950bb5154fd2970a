"use client";

import { useEffect, useRef, useState } from "react";
import { ActButton } from "#components/ui/act-button";
import { Section } from "#components/ui/section";
import { TableHead } from "#components/ui/table-head";
import { THIS_MACHINE } from "#lib/domain/actor";
import type { FormAction } from "#lib/domain/form-state";
import type { OwnSession } from "#lib/domain/people";
import * as words from "#lib/words";
import { type Clock, dayWords, timeWords } from "#lib/words/moments";

const say = words.ownAccount.sessions;

interface Props {
  readonly sessions: readonly OwnSession[];
  readonly clock: Clock;
  readonly actions: { readonly end: FormAction; readonly endOthers: FormAction };
}

/** The browsers that are signed in as oneself, each with the way to end it. */
export function SessionsSection({ sessions, clock, actions }: Props) {
  const [told, setTold] = useState<string | null>(null);
  const box = useRef<HTMLParagraphElement>(null);
  // The row that was acted on is gone, and the focus with it.
  useEffect(() => {
    if (told !== null) box.current?.focus();
  }, [told]);
  return (
    <Section id="sessions" title={say.title}>
      <p className="small mt-3 measure">{say.note}</p>
      {told !== null && (
        <p className="note mt-3" ref={box} tabIndex={-1} role="status">
          {told}
        </p>
      )}
      <table className="cards mt-3">
        <TableHead columns={say.columns} />
        <tbody>
          {sessions.map((session) => (
            <Row key={session.id} session={session} clock={clock} end={actions.end} tell={setTold} />
          ))}
        </tbody>
      </table>
      <div className="mt-4">
        {sessions.some(({ isHere }) => !isHere) ? (
          <ActButton
            action={actions.endOthers}
            hidden={{}}
            label={say.endOthers}
            onDone={({ data }) => setTold(say.othersEnded(Number(data?.ended ?? 0)))}
          />
        ) : (
          <p className="small muted">{say.noOthers}</p>
        )}
      </div>
    </Section>
  );
}

interface RowProps {
  readonly session: OwnSession;
  readonly clock: Clock;
  readonly end: FormAction;
  readonly tell: (told: string) => void;
}

function Row({ session, clock, end, tell }: RowProps) {
  const device = say.device(session.browser, session.system);
  const moment = (at: Date) => `${dayWords(at, clock.timeZone)}, ${timeWords(at, clock.timeZone)}`;
  return (
    <tr>
      <th scope="row">
        <bdi>{device}</bdi>
      </th>
      <td data-l={say.columns.network}>{networkWords(session.network)}</td>
      <td data-l={say.columns.since}>{moment(session.createdAt)}</td>
      <td data-l={say.columns.seen}>{moment(session.lastSeenAt)}</td>
      <td data-l="">
        {session.isHere ? (
          <span className="state state--on">{say.here}</span>
        ) : (
          <ActButton
            action={end}
            hidden={{ sessionId: session.id }}
            label={say.end}
            of={device}
            onDone={() => tell(say.isEnded(device))}
          />
        )}
      </td>
    </tr>
  );
}

function networkWords(network: OwnSession["network"]): string {
  if (network === null) return say.unknownNetwork;
  return network === THIS_MACHINE ? say.thisMachine : network;
}
