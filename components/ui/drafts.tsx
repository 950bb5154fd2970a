"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Act } from "#lib/domain/form-state";
import { FORM_DRAFTS } from "#lib/domain/form-state";
import type { DraftView } from "#lib/domain/review-views";
import * as words from "#lib/words";
import { waitForOutcome } from "#lib/words/wait-for-outcome";
import { type DraftBody, DraftOutbox, type DraftState } from "./draft-outbox";
import { browserStore } from "./draft-store";
import { SignInAgain } from "./sign-in-again";

export type { DraftBody };
export type Drafts = Omit<DraftOutbox, "load" | "stop"> & {
  readonly state: DraftState;
  /** Goes up where forms have to take what the outbox holds: what was found in this browser after the page was drawn, or a discard. */
  readonly turn: number;
  /** Forget the draft of a form, and empty the form. */
  readonly discard: (subject: string) => void;
};

interface Given {
  readonly personId: string;
  readonly drafts: readonly DraftView[];
  readonly save: Act;
  /** True for the drafts of forms that keep themselves, which stand beside those of the page. */
  readonly isOfForms?: boolean;
}

/**
 * The drafts of one screen (see `DraftOutbox`). They are sent at once when the page is hidden, when it is shown again, and when
 * the connection is back.
 */
export function useDrafts({ personId, drafts, save, isOfForms = false }: Given): Drafts {
  const [outbox] = useState(
    () =>
      new DraftOutbox({
        personId,
        drafts,
        store: browserStore(),
        send: (draft) => waitForOutcome(save(draft)),
        later: (work, milliseconds) => {
          const timer = setTimeout(work, milliseconds);
          return () => clearTimeout(timer);
        },
        now: () => new Date(),
        isOurs: (subject) => subject.startsWith(FORM_DRAFTS) === isOfForms,
      }),
  );
  const state = useSyncExternalStore(outbox.subscribe, outbox.stateNow, () => NOTHING);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isHere = true;
    void outbox.load().then(() => isHere && setTurn((n) => n + 1));
    const sendWaiting = () => {
      if (outbox.isSending()) void outbox.sendNow();
    };
    document.addEventListener("visibilitychange", sendWaiting);
    window.addEventListener("online", sendWaiting);
    return () => {
      isHere = false;
      outbox.stop();
      document.removeEventListener("visibilitychange", sendWaiting);
      window.removeEventListener("online", sendWaiting);
    };
  }, [outbox]);
  const discard = (subject: string) => {
    outbox.forget(subject);
    setTurn((n) => n + 1);
  };
  return { ...outbox, state, turn, discard };
}

const NOTHING: DraftState = { kind: "none" };

/** "Draft saved 08:31". Said to screen readers politely, and only when it changes. */
export function DraftMark({ state }: { state: DraftState }) {
  const text = markWords(state);
  const isWell = state.kind === "saved" || state.kind === "saving";
  return (
    <span role="status">
      {text !== "" && (
        <span className={isWell ? "state muted" : "state state--wait"}>
          {text} {state.kind === "signedOut" && <SignInAgain />}
        </span>
      )}
    </span>
  );
}

function markWords(state: DraftState): string {
  const said = words.desk.drafts;
  switch (state.kind) {
    case "none":
      return "";
    case "saved":
      return said.saved(timeOfDay(state.at));
    case "refused":
      return said.refused(state.message);
    default:
      return said[state.kind];
  }
}

function timeOfDay(at: Date): string {
  return at.toLocaleTimeString(words.dates.locale, { hour: "2-digit", minute: "2-digit" });
}
