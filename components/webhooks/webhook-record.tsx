"use client";

import { useEffect, useRef, useState } from "react";
import { Facts } from "#components/ui/facts";
import { Section } from "#components/ui/section";
import { useLookAgain } from "#components/ui/use-look-again";
import { DELIVERIES_KEPT, DELIVERY_DAYS, MOST_WAITING } from "#lib/domain/bounds";
import type { WebhookPage, WebhookView } from "#lib/domain/webhooks";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";
import { DeliveryLog } from "./delivery-log";
import { type WebhookActions, WebhookActs } from "./webhook-acts";
import { standing } from "./webhook-words";

const say = words.webhooks;

interface Props {
  readonly page: WebhookPage;
  /** When the page was drawn, as JSON writes instants. */
  readonly now: string;
  readonly timeZone: string;
  readonly isOlder: boolean;
  readonly actions: WebhookActions;
}

/** One webhook: how it stands, what can be done, and what it was told. Looks again while something is on its way. */
export function WebhookRecord({ page, now, timeZone, isOlder, actions }: Props) {
  const { webhook, deliveries } = page;
  const [told, setTold] = useState<string | null>(null);
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (told !== null) box.current?.focus();
  }, [told]);
  const soon = new Date(Date.parse(now) + SOON).toISOString();
  useLookAgain(deliveries.some(({ nextTryAt }) => nextTryAt !== null && nextTryAt <= soon));
  return (
    <>
      <Section id="settings" title={say.facts.title}>
        <p className={told === null ? undefined : "note mb-4"} ref={box} tabIndex={-1} role="status">
          {told}
        </p>
        <WebhookFacts webhook={webhook} timeZone={timeZone} />
        <WebhookActs webhook={webhook} actions={actions} tell={setTold} />
      </Section>
      <Section id="log" title={say.log.title}>
        <p className="small muted measure">{say.log.kept(DELIVERIES_KEPT, DELIVERY_DAYS)}</p>
        <DeliveryLog
          page={page}
          timeZone={timeZone}
          isOlder={isOlder}
          resend={webhook.stop === null ? actions.resend : null}
          tell={setTold}
        />
      </Section>
    </>
  );
}

/** What is tried so soon is waited for, in milliseconds. */
const SOON = 15_000;

function WebhookFacts({ webhook, timeZone }: { webhook: WebhookView; timeZone: string }) {
  const { facts } = say;
  const { address, note, events, createdAt, createdBy, waiting, missed, oldSecretUntil } = webhook;
  const moment = (at: string) => momentWords(at, timeZone);
  const secrets = oldSecretUntil === null ? facts.oneSecret : facts.twoSecrets(moment(oldSecretUntil));
  return (
    <Facts
      rows={[
        [say.add.address, address],
        [facts.note, note],
        [facts.state, standing(webhook, timeZone)],
        [facts.events, events.map((event) => say.short[event]).join(", ")],
        [facts.waiting, waiting === 0 ? null : facts.messages(waiting)],
        [facts.missed, missed === 0 ? null : facts.missedWhy(missed, MOST_WAITING)],
        [facts.secrets, secrets],
        [facts.added, facts.by(moment(createdAt), createdBy)],
      ]}
    />
  );
}
