"use client";

import Link from "next/link";
import { ActButton } from "#components/ui/act-button";
import { TableHead } from "#components/ui/table-head";
import type { FormAction } from "#lib/domain/form-state";
import type { DeliveryView, WebhookPage } from "#lib/domain/webhooks";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const { log: say, short } = words.webhooks;
const { columns } = say;

interface Props {
  readonly page: WebhookPage;
  readonly timeZone: string;
  /** Does the page begin at an older message? */
  readonly isOlder: boolean;
  /** Null where the webhook sends nothing. */
  readonly resend: FormAction | null;
  readonly tell: (told: string) => void;
}

/** What a webhook was told, the latest first: how it stands, and what came back. */
export function DeliveryLog({ page, timeZone, isOlder, resend, tell }: Props) {
  const { webhook, deliveries, before } = page;
  const address = `/admin/webhooks/${webhook.id}`;
  return (
    <>
      {deliveries.length === 0 ? (
        <p className="small muted">{say.none}</p>
      ) : (
        <table className="cards">
          <TableHead columns={columns} />
          <tbody>
            {deliveries.map((delivery) => (
              <Row key={delivery.id} delivery={delivery} timeZone={timeZone} resend={resend} tell={tell} />
            ))}
          </tbody>
        </table>
      )}
      <nav className="cluster mt-4" aria-label={say.pages}>
        {isOlder && <Link href={address}>{say.newest}</Link>}
        {before !== null && (
          <Link href={`${address}?before=${before}`} rel="next">
            {say.older}
          </Link>
        )}
      </nav>
    </>
  );
}

function Row({
  delivery,
  timeZone,
  resend,
  tell,
}: Pick<Props, "timeZone" | "resend" | "tell"> & { delivery: DeliveryView }) {
  const { id, event, at, path, state, tries, nextTryAt, triedAt } = delivery;
  const moment = momentWords(at, timeZone);
  return (
    <tr>
      <th scope="row">
        {short[event]}, <time dateTime={at}>{moment}</time>
        {path !== null && (
          <>
            <br />
            <Link className="regular xs wrap-anywhere" href={path} prefetch={false}>
              <bdi>{path}</bdi>
            </Link>
          </>
        )}
      </th>
      <td data-l={columns.state}>
        <span className={`state ${state === "FAILED" ? "state--off" : "state--on"}`}>
          {say.states[state]}
        </span>
        {triedAt !== null && (
          <p className="xs muted">
            {say.tries(tries)}, {say.last(momentWords(triedAt, timeZone))}
          </p>
        )}
        {state === "WAITING" && nextTryAt !== null && (
          <p className="xs muted">{say.next(momentWords(nextTryAt, timeZone))}</p>
        )}
      </td>
      <td data-l={columns.answer}>
        <WhatCameBack delivery={delivery} />
      </td>
      <td data-l="">
        {resend !== null && (
          <ActButton
            action={resend}
            hidden={{ deliveryId: id }}
            label={say.resend}
            of={say.ofMessage(short[event], moment)}
            onDone={() => tell(say.resent)}
          />
        )}
      </td>
    </tr>
  );
}

/** What stands here was written by a stranger: it is text, apart from ours. */
function WhatCameBack({ delivery: { status, ms, said, trouble } }: { delivery: DeliveryView }) {
  if (ms === null) return say.nothing;
  return (
    <div className="job-why">
      {status === null ? say.noStatus(ms) : say.status(status, ms)}
      {trouble !== null && <p className="wrap-anywhere">{trouble}</p>}
      {said !== null && (
        <details>
          <summary>{words.webhooks.log.said}</summary>
          <pre dir="ltr">
            <bdi>{said}</bdi>
          </pre>
        </details>
      )}
    </div>
  );
}
