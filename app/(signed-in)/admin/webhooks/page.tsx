import type { Metadata } from "next";
import { NewWebhook } from "#components/webhooks/new-webhook";
import { WebhookList } from "#components/webhooks/webhook-list";
import { webhooks } from "#lib/db/webhooks/webhooks";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { addAction } from "./actions";

const say = words.webhooks;

export const metadata: Metadata = { title: `${say.title}.`, robots: { index: false } };

/** The addresses that are told what happens to what is published, and the form that adds one. */
export default async function WebhooksPage() {
  await requirePage("ADMIN");
  const all = await webhooks();
  return (
    <>
      <p className="kicker">{say.kicker}</p>
      <h1 className="page-title">{say.title}</h1>
      <p className="measure mt-6">{say.intro}</p>
      <div className="cols sect">
        <section aria-labelledby="webhooks">
          <h2 className="ruled" id="webhooks">
            {say.count(all.length)}
          </h2>
          <WebhookList webhooks={all} timeZone={timeZone()} />
        </section>
        <aside aria-labelledby="add">
          <h2 className="ruled" id="add">
            {say.add.title}
          </h2>
          <NewWebhook action={addAction} />
        </aside>
      </div>
    </>
  );
}
