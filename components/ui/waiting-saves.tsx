"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Act, Outcome } from "#lib/domain/form-state";
import { SEND_KEY } from "#lib/domain/send-key";
import type { WaitingAct } from "#lib/domain/waiting-saves";
import * as words from "#lib/words";
import { waitForOutcome } from "#lib/words/wait-for-outcome";
import { mayWait, SaveOutbox, type WaitingSave, waits } from "./save-outbox";
import { browserSaves } from "./save-store";
import { keyOf, onceClicked, send } from "./send";

const said = words.desk.waiting;
const Outbox = createContext<SaveOutbox | null>(null);
/** The forms that say themselves that their save waits. */
const Shown = createContext<((subject: string) => () => void) | null>(null);

/** Around all forms of a signed-in person: what was saved without an answer waits here, whichever page it was pressed on. */
export function WaitingSaves(props: {
  readonly personId: string;
  readonly send: Act;
  readonly children: ReactNode;
}) {
  const { personId, children } = props;
  const [outbox] = useState(
    () =>
      new SaveOutbox({
        personId,
        store: browserSaves(),
        send: ({ act, input, key }) =>
          waitForOutcome(props.send({ personId, act, input: { ...input, [SEND_KEY]: key } })),
        later: (work, milliseconds) => {
          const timer = setTimeout(work, milliseconds);
          return () => clearTimeout(timer);
        },
        now: Date.now,
      }),
  );
  useEffect(() => {
    void outbox.load();
    const sendWaiting = () => void outbox.sendNow();
    document.addEventListener("visibilitychange", sendWaiting);
    window.addEventListener("online", sendWaiting);
    return () => {
      outbox.stop();
      document.removeEventListener("visibilitychange", sendWaiting);
      window.removeEventListener("online", sendWaiting);
    };
  }, [outbox]);
  const [shown, setShown] = useState<readonly string[]>([]);
  const [show] = useState(() => (subject: string) => {
    setShown((before) => [...before, subject]);
    return () => setShown((before) => before.filter((_, at) => at !== before.indexOf(subject)));
  });
  return (
    <Outbox value={outbox}>
      <Shown value={show}>
        {children}
        <Elsewhere outbox={outbox} shown={shown} />
      </Shown>
    </Outbox>
  );
}

/** What waits, or was refused, whose form isn't on the screen. */
function Elsewhere({ outbox, shown }: { readonly outbox: SaveOutbox; readonly shown: readonly string[] }) {
  const all = useAll(outbox).filter(({ subject }) => !shown.includes(subject));
  const waiting = all.filter(waits).length;
  const refused = all.filter(({ outcome }) => outcome?.ok === false);
  if (waiting + refused.length === 0) return null;
  return (
    <div className="later note stack-2" role="status">
      {waiting > 0 && <p>{said.elsewhere(waiting)}</p>}
      {refused.map(({ subject, href, outcome }) => (
        <p key={subject}>
          {said.refused(outcome?.ok === false ? outcome.message : "")} <a href={href}>{said.goThere}</a>
        </p>
      ))}
    </div>
  );
}

const NONE: readonly WaitingSave[] = [];

function useAll(outbox: SaveOutbox | null): readonly WaitingSave[] {
  return useSyncExternalStore(
    outbox?.subscribe ?? (() => () => undefined),
    outbox?.all ?? (() => NONE),
    () => NONE,
  );
}

export interface Saving {
  /** Send a save, which waits where nobody answers: then it is answered that it waits (`isWaiting`). */
  readonly save: (form: { subject: string; as: WaitingAct }, act: Act, input: object) => Promise<Outcome>;
  /** The same of one that was sent already. */
  readonly waitFor: (
    form: { subject: string; as: WaitingAct },
    input: object,
    outcome: Outcome,
  ) => Promise<Outcome>;
  readonly changed: (subject: string) => void;
  readonly drop: (subject: string, key?: string) => void;
  /** Those that wait, and those that were answered and whose form hasn't heard. */
  readonly all: readonly WaitingSave[];
}

/** The saves of this person that wait in this browser. Without `WaitingSaves` around it nothing waits. */
export function useSaving(): Saving {
  const outbox = useContext(Outbox);
  const all = useAll(outbox);
  const waitFor: Saving["waitFor"] = async ({ subject, as }, input, outcome) => {
    if (outbox === null || !mayWait(outcome)) {
      outbox?.drop(subject);
      return outcome;
    }
    const href = window.location.pathname + window.location.search;
    const told = await outbox.wait({ subject, act: as, input, key: keyOf(input), href });
    return told.isWaiting && outcome.code === "not_signed_in" ? { ...told, code: outcome.code } : told;
  };
  return {
    save: async (form, act, input) => waitFor(form, input, await send(act, input)),
    waitFor,
    changed: (subject) => outbox?.changed(subject),
    drop: (subject, key) => outbox?.drop(subject, key),
    all,
  };
}

/**
 * What became of saves that waited, of the forms whose subjects begin so: each is told once, to whoever shows them then. Where somebody typed on since
 * (`isChanged`), what stands in the form is a draft still.
 */
export function useAnswered(
  saving: Saving,
  subject: string,
  hear: (outcome: Outcome, isChanged: boolean, subject: string) => void,
): void {
  const { all, drop } = saving;
  const latest = useRef(hear);
  const heard = useRef(new Set<string>());
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    for (const { outcome, key, isChanged = false, ...save } of all) {
      if (outcome === undefined || !save.subject.startsWith(subject) || heard.current.has(key)) continue;
      heard.current.add(key);
      drop(save.subject, key);
      latest.current(outcome, isChanged, save.subject);
    }
  });
}

/** Says in a form that its save waits. It is there before anything waits, so that it is read aloud. */
export function WaitingNote({ saving, subject }: { readonly saving: Saving; readonly subject: string }) {
  const show = useContext(Shown);
  useEffect(() => show?.(subject), [show, subject]);
  const save = saving.all.find((one) => one.subject === subject && waits(one));
  return (
    <div role="status">
      {save && (
        <div className="note stack-2">
          <p>
            {said.waits} {save.isChanged && said.changed}
          </p>
          <p className="cluster">
            <button type="button" className="btn btn--s" onClick={onceClicked(() => saving.drop(subject))}>
              {said.callOff}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
