"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActButton } from "#components/ui/act-button";
import { AskDialog } from "#components/ui/ask-dialog";
import { ShownOnce } from "#components/ui/shown-once";
import type { FormAction } from "#lib/domain/form-state";
import type { WebhookView } from "#lib/domain/webhooks";
import * as words from "#lib/words";
import { hostOf } from "./webhook-words";

const say = words.webhooks;
const { label: labelOf, ...made } = say.secret;

export interface WebhookActions {
  readonly test: FormAction;
  readonly pause: FormAction;
  readonly resume: FormAction;
  readonly rotate: FormAction;
  readonly delete: FormAction;
  readonly resend: FormAction;
}

interface Props {
  readonly webhook: WebhookView;
  readonly actions: WebhookActions;
  readonly tell: (told: string) => void;
}

/** What can be done about a webhook. A new secret is shown here, once. */
export function WebhookActs({ webhook, actions, tell }: Props) {
  const [secret, setSecret] = useState<string | null>(null);
  const [asks, setAsks] = useState<"rotate" | "delete" | null>(null);
  const hidden = { webhookId: webhook.id };
  const isStopped = webhook.stop !== null;
  return (
    <div className="stack-3 mt-4">
      <div className="cluster">
        {!isStopped && (
          <ActButton action={actions.test} hidden={hidden} label={say.test} onDone={() => tell(say.tested)} />
        )}
        {isStopped ? (
          <ActButton
            action={actions.resume}
            hidden={hidden}
            label={say.resume}
            onDone={() => tell(say.resumed)}
          />
        ) : (
          <ActButton
            action={actions.pause}
            hidden={hidden}
            label={say.pause}
            onDone={() => tell(say.paused)}
          />
        )}
        <button className="btn btn--s" type="button" onClick={() => setAsks("rotate")}>
          {say.rotate.act}
        </button>
        <button className="btn btn--s btn--danger" type="button" onClick={() => setAsks("delete")}>
          {say.delete.act}
        </button>
      </div>
      {secret !== null && (
        <ShownOnce
          value={secret}
          label={labelOf(hostOf(webhook))}
          say={made}
          onDone={() => setSecret(null)}
        />
      )}
      {asks === "rotate" && (
        <AskDialog
          undrafted="nothing-typed"
          action={actions.rotate}
          hidden={hidden}
          title={say.rotate.title}
          note={<p className="small">{say.rotate.note}</p>}
          confirm={say.rotate.act}
          onClose={() => setAsks(null)}
          onDone={({ data }) => setSecret(data?.secret ?? null)}
        />
      )}
      {asks === "delete" && (
        <Deleting webhook={webhook} action={actions.delete} onClose={() => setAsks(null)} />
      )}
    </div>
  );
}

function Deleting(props: { webhook: WebhookView; action: FormAction; onClose: () => void }) {
  const router = useRouter();
  const { webhook, action, onClose } = props;
  return (
    <AskDialog
      undrafted="nothing-typed"
      action={action}
      hidden={{ webhookId: webhook.id }}
      title={say.delete.title(hostOf(webhook))}
      note={<p className="small">{say.delete.note}</p>}
      confirm={say.delete.act}
      isDanger
      onClose={onClose}
      onDone={() => router.push("/admin/webhooks")}
    />
  );
}
