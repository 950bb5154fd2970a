"use client";

import { useState } from "react";
import { onceClicked, send } from "#components/ui/send";
import type { Act } from "#lib/domain/form-state";
import type { VersionsView } from "#lib/domain/version-views";
import * as words from "#lib/words";

const said = words.versions;

interface Props {
  /** One's own open review of the version on the screen. */
  readonly reviewId: string;
  readonly from: NonNullable<VersionsView["carry"]>;
  readonly carry: Act;
}

/** Offer one's own labels of an earlier version. Nothing is lost by it, so it asks nothing first. */
export function CarryOver({ reviewId, from, carry }: Props) {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<{ readonly ok: boolean; readonly text: string } | null>(null);
  async function press() {
    if (busy) return;
    setBusy(true);
    const outcome = await send(carry, { reviewId, fromReviewId: from.fromReviewId });
    setBusy(false);
    const { count = "0", left = "0" } = (outcome.ok && outcome.data) || {};
    setAnswer({
      ok: outcome.ok,
      text: outcome.ok ? said.carried(Number(count), Number(left)) : outcome.message,
    });
  }
  return (
    <div className="carry-over xs">
      <p className="cluster">
        <button
          type="button"
          className="btn btn--s"
          aria-disabled={busy}
          aria-describedby="carry-hint"
          onClick={onceClicked(() => void press())}
        >
          {said.carry(from.number)}
        </button>
        <span className="muted" id="carry-hint">
          {said.carryHint}
        </span>
      </p>
      <p role="status">{answer?.ok ? answer.text : null}</p>
      <p className="error" role="alert">
        {answer?.ok === false ? answer.text : null}
      </p>
    </div>
  );
}
