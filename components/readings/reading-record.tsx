"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AskDialog, asked, askedWords } from "#components/ui/ask-dialog";
import { type Drafts, useDrafts } from "#components/ui/drafts";
import { FormError } from "#components/ui/form-error";
import { onceClicked, send } from "#components/ui/send";
import type { Act, FormState } from "#lib/domain/form-state";
import type { PassState, ReadingView } from "#lib/domain/reading-views";
import type { DraftView } from "#lib/domain/review-views";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const said = words.readings.page;

interface Props {
  readonly personId: string;
  readonly reading: ReadingView;
  readonly timeZone: string;
  readonly drafts: readonly DraftView[];
  readonly acts: {
    readonly take: Act;
    /** Each null where this person may not. */
    readonly callOff: Act | null;
    readonly release: Act | null;
    readonly saveDraft: Act;
  };
}

/** How far a blind reading is, and what whoever looks can do about it. */
export function ReadingRecord(props: Props) {
  const { reading, acts, timeZone } = props;
  const drafts = useDrafts({ personId: props.personId, drafts: props.drafts, save: acts.saveDraft });
  const when = momentWords(reading.askedAt, timeZone);
  return (
    <>
      <p className="lede">{said.states[reading.state]}</p>
      <p className="mt-3">
        {reading.askedBy === null ? said.byRule(when) : said.askedBy(reading.askedBy, when)}{" "}
        {words.readings.list.starts(reading.start)}
      </p>
      {reading.calledOffFor !== null && <p dir="auto">{said.calledOff(reading.calledOffFor)}</p>}
      {reading.state === "CALLED_OFF" && (
        <p>
          <Link href={`/desk/articles/${reading.versionId}`}>{said.review}</Link>
        </p>
      )}
      {reading.state === "READING" && <Passes {...props} kept={drafts} />}
    </>
  );
}

function Passes({ reading, acts, kept }: Props & { kept: Drafts }) {
  const [asking, setAsking] = useState<PassState | "callOff" | null>(null);
  const subject = `ask:${reading.id}:callOff`;
  return (
    <section className="sect" aria-labelledby="passes">
      <h2 id="passes">{said.passes}</h2>
      <ul className="stack-3">
        {reading.passes.map((pass, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are two, in the order in which they were taken
          <li key={at} className="cluster">
            <span dir="auto">{passWords(pass)}</span>
            {acts.release && pass.id !== null && !pass.isHandedIn && (
              <button type="button" className="btn btn--s" onClick={() => setAsking(pass)}>
                {said.release}
              </button>
            )}
          </li>
        ))}
        <FreePlaces count={2 - reading.passes.length} />
      </ul>
      <Own reading={reading} take={acts.take} />
      {acts.callOff && (
        <p className="mt-5">
          <button type="button" className="btn btn--s btn--danger" onClick={() => setAsking("callOff")}>
            {said.callOff}
          </button>
        </p>
      )}
      {asking === "callOff" && acts.callOff && (
        <AskDialog
          undrafted="asked-words"
          title={said.callOffTitle}
          note={<p>{said.callOffBody}</p>}
          confirm={said.callOff}
          isDanger
          action={asked(callingOff(acts.callOff, reading))}
          onDone={() => kept.forget(subject)}
          onClose={() => setAsking(null)}
        >
          {askedWords({ label: said.callOffReason, maxLength: 500 }, { drafts: kept, subject })}
        </AskDialog>
      )}
      {asking !== null && asking !== "callOff" && acts.release && (
        <AskDialog
          undrafted="nothing-typed"
          title={said.releaseTitle(asking.name ?? "")}
          note={<p>{said.releaseBody}</p>}
          confirm={said.release}
          isDanger
          action={asked(releasing(acts.release, asking))}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}

function FreePlaces({ count }: { count: number }) {
  return Array.from({ length: count }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: these are alike
    <li key={`free ${at}`} className="muted">
      {said.free}
    </li>
  ));
}

const callingOff =
  (callOff: Act, { id, revision }: ReadingView) =>
  (reason: string) =>
    send(callOff, { readingId: id, revision, reason });
const releasing = (release: Act, pass: PassState) => () =>
  send(release, { passId: pass.id, revision: pass.revision });

function passWords({ name, isHandedIn, isYours }: PassState): string {
  if (isYours) return said.yours(isHandedIn);
  return name === null ? said.unnamed(isHandedIn) : said.named(name, isHandedIn);
}

/** The way to one's own pass; why there is none, where one can't read. */
function Own({ reading, take }: { reading: ReadingView; take: Act }) {
  const { mine, whyNot, id } = reading;
  const router = useRouter();
  const [refused, setRefused] = useState<FormState>(null);
  const href = `/desk/readings/${id}/pass`;
  if (mine !== null && !mine.isGivenUp)
    return (
      <p className="mt-4">
        <Link className={mine.isHandedIn ? "btn" : "btn btn--main"} href={href}>
          {mine.isHandedIn ? said.look : said.goOn}
        </Link>
      </p>
    );
  if (whyNot !== null) return <p className="mt-4">{words.refusals[whyNot]}</p>;
  const begin = async () => {
    const outcome = await send(take, { readingId: id });
    if (outcome.ok) router.push(href);
    else setRefused(outcome);
  };
  return (
    <div className="mt-4 stack-3">
      <p className="cluster">
        <button type="button" className="btn btn--main" onClick={onceClicked(() => void begin())}>
          {said.take}
        </button>
        <span className="small muted">{said.takeNote}</span>
      </p>
      <FormError refused={refused?.ok === false ? refused : null} isOfField={false} />
    </div>
  );
}
