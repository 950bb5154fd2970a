import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { WebhookRecord } from "#components/webhooks/webhook-record";
import { webhookPage } from "#lib/db/webhooks/deliveries";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import * as actions from "./actions";

const say = words.webhooks;

export const metadata: Metadata = { title: `${say.title}.`, robots: { index: false } };

interface Props {
  readonly params: Promise<{ readonly webhookId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const ACTIONS = {
  test: actions.testAction,
  pause: actions.pauseAction,
  resume: actions.resumeAction,
  rotate: actions.rotateAction,
  delete: actions.deleteAction,
  resend: actions.resendAction,
};

/** One webhook, with what it was told. */
export default async function OneWebhookPage({ params, searchParams }: Props) {
  await requirePage("ADMIN");
  const id = Id.safeParse((await params).webhookId);
  const before = Id.safeParse((await searchParams).before).data ?? null;
  const page = id.success ? await webhookPage(id.data, before) : null;
  if (page === null) notFound();
  return (
    <>
      <p className="kicker">
        <Link href="/admin/webhooks">{say.back}</Link>
      </p>
      <h1 className="page-title wrap-anywhere">
        <bdi>{new URL(page.webhook.address).host}</bdi>
      </h1>
      <WebhookRecord
        page={page}
        now={new Date().toISOString()}
        timeZone={timeZone()}
        isOlder={before !== null}
        actions={ACTIONS}
      />
    </>
  );
}
