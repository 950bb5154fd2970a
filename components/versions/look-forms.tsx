"use client";

import Link from "next/link";
import { useState } from "react";
import { Field } from "#components/ui/field";
import { onceClicked, send } from "#components/ui/send";
import { useLookAgain } from "#components/ui/use-look-again";
import { WATCH_PACES, type WatchPace } from "#lib/domain/articles";
import type { Act } from "#lib/domain/form-state";
import type { WatchView } from "#lib/domain/version-views";
import * as words from "#lib/words";

const said = words.versions;

/** Each null where this person may not. */
export interface LookActs {
  readonly refetch: Act | null;
  readonly watch: Act | null;
}

interface Props {
  readonly articleId: string;
  readonly watch: WatchView;
  readonly lookActs: LookActs;
  readonly moment: (at: string) => string;
}

type Answer =
  | { readonly ok: true; readonly to: "fetch" | WatchPace }
  | { readonly ok: false; readonly text: string };

/** Have the page fetched again now, or at a pace. Looks again by itself while it is being fetched. */
export function LookForms({ articleId, watch, lookActs, moment }: Props) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, setBusy] = useState(false);
  useLookAgain(watch.openImportId !== null);
  async function ask(act: Act, input: object, to: "fetch" | WatchPace) {
    if (busy) return;
    setBusy(true);
    const outcome = await send(act, input);
    setBusy(false);
    setAnswer(outcome.ok ? { ok: true, to } : { ok: false, text: outcome.message });
  }
  const { refetch, watch: setPace } = lookActs;
  return (
    <div className="stack-2">
      {refetch && (
        <p className="cluster">
          <button
            type="button"
            className="btn btn--s"
            aria-disabled={busy || watch.openImportId !== null}
            onClick={onceClicked(() => {
              if (watch.openImportId === null) void ask(refetch, { articleId }, "fetch");
            })}
          >
            {watch.openImportId === null ? said.refetch : said.refetching}
          </button>
          {watch.openImportId !== null && (
            <Link href={`/desk/import/${watch.openImportId}`}>{said.refetchSeen}</Link>
          )}
        </p>
      )}
      <PaceForm
        watch={watch}
        moment={moment}
        onPace={setPace && ((pace) => void ask(setPace, { articleId, pace }, pace))}
      />
      <p role="status">{answer?.ok ? doneWords(answer.to, watch, moment) : null}</p>
      <p className="error" role="alert">
        {answer?.ok === false ? answer.text : null}
      </p>
    </div>
  );
}

function doneWords(to: "fetch" | WatchPace, watch: WatchView, moment: Props["moment"]): string {
  if (to !== "fetch") return to === "NEVER" ? said.watchSet.NEVER : said.watchSet.OTHER;
  if (watch.openImportId !== null) return said.refetchAsked;
  if (watch.trouble !== null) return said.failed(moment(watch.trouble.at), watch.trouble.message);
  if (watch.lastCheck === null) return said.neverChecked;
  return said.refetchDone(
    said.checkedOn(moment(watch.lastCheck.at), watch.lastCheck.result, watch.isPageThere),
  );
}

function PaceForm(props: {
  watch: WatchView;
  moment: (at: string) => string;
  onPace: ((pace: WatchPace) => void) | null;
}) {
  const { watch, moment, onPace } = props;
  const [pace, setPace] = useState<WatchPace>(watch.pace);
  const next = watch.nextCheckAt === null ? null : said.next(moment(watch.nextCheckAt));
  if (onPace === null) {
    return (
      <p>
        {said.watch}: {said.paces[watch.pace]}. {next}
      </p>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onPace(pace);
      }}
    >
      <Field label={said.watch} hint={`${said.watchHint} ${next ?? ""}`}>
        {(control) => (
          <span className="cluster">
            <select
              {...control}
              className="input pace"
              value={pace}
              onChange={({ target }) => setPace(WATCH_PACES.find((one) => one === target.value) ?? pace)}
            >
              {WATCH_PACES.map((option) => (
                <option key={option} value={option}>
                  {said.paces[option]}
                </option>
              ))}
            </select>
            <button type="submit" className="btn btn--s">
              {said.saveWatch}
            </button>
          </span>
        )}
      </Field>
    </form>
  );
}
