"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";
import { AskDialog, asked } from "#components/ui/ask-dialog";
import { useDrafts } from "#components/ui/drafts";
import { FormError } from "#components/ui/form-error";
import { Guarded } from "#components/ui/guarded-button";
import { onceClicked, send } from "#components/ui/send";
import type { Act, FormState, Outcome } from "#lib/domain/form-state";
import type { ReadingView } from "#lib/domain/reading-views";
import type { DraftView } from "#lib/domain/review-views";
import type { Decided, SettlingView, UnitView } from "#lib/domain/settling";
import * as words from "#lib/words";
import { Place } from "./place";

const said = words.readings.settle;

export interface SettleActs {
  readonly settle: Act;
  readonly decide: Act;
  readonly finish: Act;
  readonly saveDraft: Act;
}

interface Props {
  readonly personId: string;
  readonly reading: ReadingView;
  readonly settling: SettlingView;
  readonly drafts: readonly DraftView[];
  /** Null where this person may not settle at all. */
  readonly acts: SettleActs | null;
}

/** Two passes side by side: what both say alike, where they differ, and what was settled on. */
export function SettleBoard(props: Props) {
  const { reading, settling, acts } = props;
  const { units, readers } = settling;
  const drafts = useDrafts({
    personId: props.personId,
    drafts: props.drafts,
    save: acts?.saveDraft ?? nothingSaved,
  });
  const [refused, setRefused] = useState<FormState>(null);
  const [told, setTold] = useState({ text: "", turn: 0 });
  const alike = units.filter(({ differences, choice }) => differences.length === 0 && choice !== null);
  const differ = units.filter((unit) => !alike.includes(unit));
  const waiting = units.filter(({ choice }) => choice === null).length;
  const columns = [...readers.map(nameOf), said.final];
  const isMine = reading.state === "SETTLING" && settling.settler?.isYou === true && acts !== null;
  const decide = async (unit: UnitView, decided: Decided): Promise<Outcome> => {
    const outcome = await send(acts?.decide ?? nothingSaved, {
      unitId: unit.id,
      revision: unit.revision,
      ...decided,
    });
    setRefused(outcome);
    if (outcome.ok) setTold(({ turn }) => ({ text: said.done, turn: turn + 1 }));
    return outcome;
  };
  const places = { columns, drafts, onDecide: isMine ? decide : null };
  return (
    <section className="sect" aria-labelledby="side-by-side">
      <h2 id="side-by-side">{said.title}</h2>
      {units.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <p>
          {said.counts(units.length, units.filter((unit) => unit.differences.length === 0).length, waiting)}
        </p>
      )}
      <Stands {...props} waiting={waiting} onRefused={setRefused} />
      <FormError refused={refused?.ok === false ? refused : null} isOfField={false} />
      <p className="sr" role="status">
        <span key={told.turn}>{told.text}</span>
      </p>
      {differ.length > 0 && (
        <>
          <h2 className="mt-5">{said.differ}</h2>
          {isMine && <p className="small muted">{said.keys}</p>}
          <Places units={differ} {...places} />
        </>
      )}
      {alike.length > 0 && (
        <details className="mt-5">
          <summary>{said.alike(alike.length)}</summary>
          <Places units={alike} {...places} />
        </details>
      )}
    </section>
  );
}

function Places({
  units,
  ...given
}: { units: readonly UnitView[] } & Omit<ComponentProps<typeof Place>, "unit">) {
  return (
    <ol className="mt-3">
      {units.map((unit) => (
        <Place key={`${unit.id} ${given.drafts.turn}`} unit={unit} {...given} />
      ))}
    </ol>
  );
}

const nothingSaved: Act = async () => ({ ok: true });

function nameOf({ name, isYou }: SettlingView["readers"][number], at: number): string {
  const called = said.readers[at] ?? "";
  if (isYou) return said.you(called);
  return name === null ? called : `${called}: ${name}`;
}

/** Who settles, and the way to begin, to finish, or to the review. */
function Stands(props: Props & { waiting: number; onRefused: (refused: FormState) => void }) {
  const { reading, settling, acts, waiting, onRefused } = props;
  const [isAsking, setAsking] = useState(false);
  const given = { readingId: reading.id, revision: reading.revision };
  const { settler, whyNot } = settling;
  if (reading.state === "SETTLED")
    return (
      <p>
        {settler && said.by(settler.name)}{" "}
        <Link href={`/desk/articles/${reading.versionId}`}>{words.readings.page.review}</Link>
      </p>
    );
  if (settler !== null && !settler.isYou) return <p>{said.by(settler.name)}</p>;
  if (whyNot !== null) return <p>{words.refusals[whyNot]}</p>;
  if (acts === null) return null;
  if (settler === null)
    return (
      <p className="cluster">
        <button
          type="button"
          className="btn btn--main"
          onClick={onceClicked(() => void send(acts.settle, given).then(onRefused))}
        >
          {said.begin}
        </button>
        <span className="small muted">{said.beginNote}</span>
      </p>
    );
  return (
    <>
      <p className="cluster">
        <span>{said.byYou}</span>
        <Guarded why={waiting > 0 ? words.refusals.unitsWait(waiting) : null} onClick={() => setAsking(true)}>
          {said.finish}
        </Guarded>
      </p>
      {isAsking && (
        <AskDialog
          undrafted="nothing-typed"
          title={said.finishTitle}
          note={<p>{said.finishBody}</p>}
          confirm={said.finish}
          action={asked(() => send(acts.finish, given))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
