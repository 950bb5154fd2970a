"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import type { Act } from "#lib/domain/form-state";
import type { ImportView } from "#lib/domain/import-views";
import * as words from "#lib/words";
import { type BatchItem, isSending, progressOf, tally } from "./batch";
import { ImportButton } from "./import-button";
import { isMoving, stateWords } from "./import-words";
import type { Batch } from "./use-batch";

const posts = words.posts;
const several = words.severalImports;

export interface ImportActs {
  readonly cancel: Act;
  readonly retry: Act;
}

/** Several pages on their way: how far all of them are, and what became of each. */
export function BatchList({ batch, acts }: { batch: Batch; acts: ImportActs }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { items } = batch;
  const counts = tally(items);
  const sentence = several.sentence(counts);
  const progress = progressOf(items);
  return (
    <section className="import" aria-labelledby="batch">
      <h2 id="batch" tabIndex={-1} ref={head}>
        {several.title(items.length)}
      </h2>
      <div className="stack-2">
        <progress max={1} value={progress} aria-label={several.progress} className="whole" />
        <p className="small">{sentence}</p>
        {/* Told at every quarter of the way, not at every page. */}
        <div role="status" className="sr">
          <Told key={`${Math.floor(progress * 4)} ${counts.unsent}`} sentence={sentence} />
        </div>
        <p className="small muted">{items.some(isSending) ? several.stayForNow : several.goesOn}</p>
      </div>
      <div className="cluster">
        {counts.unsent > 0 && (
          <button type="button" className="btn btn--main" onClick={batch.again}>
            {several.again(counts.unsent)}
          </button>
        )}
        {!items.some(isSending) && (
          <button type="button" className="btn" onClick={batch.clear}>
            {several.others}
          </button>
        )}
      </div>
      <ul className="batch" aria-labelledby="batch">
        {items.map((item) => (
          <Item key={item.key} item={item} batch={batch} acts={acts} />
        ))}
      </ul>
    </section>
  );
}

/** What was to be said when it began to be said. */
function Told({ sentence }: { sentence: string }) {
  const [said] = useState(sentence);
  return said;
}

interface ItemProps {
  readonly item: BatchItem;
  readonly batch: Batch;
  readonly acts: ImportActs;
}

function Item({ item, batch, acts }: ItemProps) {
  const { name, state } = item;
  const view = state.kind === "sent" ? state.seen : null;
  const message = view?.message ?? ("message" in state ? state.message : null);
  return (
    <li>
      <span className={`state ${toneOf(item)}`}>{sayingOf(item)}</span>{" "}
      <b dir="auto" className="wrap-anywhere">
        {name}
      </b>
      {message && <p className="small">{message}</p>}
      <div className="cluster small">
        {state.kind === "waiting" && (
          <Small
            name={name}
            label={several.leaveOut}
            onPress={() => batch.set(item.key, { kind: "leftOut" })}
          />
        )}
        {state.kind === "leftOut" && (
          <Small
            name={name}
            label={several.takeBack}
            onPress={() => batch.set(item.key, { kind: "waiting" })}
          />
        )}
        {state.kind === "sent" && (
          <Sent importId={state.importId} view={view} item={item} batch={batch} acts={acts} />
        )}
      </div>
    </li>
  );
}

/** What can be done about one that has arrived. Cancelling is taken back by trying again. */
function Sent(props: ItemProps & { importId: string; view: ImportView | null }) {
  const { importId, view, item, batch, acts } = props;
  const of = <span className="sr">{several.of(item.name)}</span>;
  const { state } = view ?? { state: "QUEUED" as const };
  const count = view?.posts.length ?? 0;
  const isEnded = state === "REFUSED" || state === "CANCELLED";
  return (
    <>
      {state === "DONE" ? (
        <Link href={count > 1 ? `/desk/import/${importId}` : `/desk/articles/${view?.versionId}`}>
          {count > 1 ? posts.count(count) : several.open}
          {of}
        </Link>
      ) : (
        <>
          <ImportButton
            importId={importId}
            act={isEnded ? acts.retry : acts.cancel}
            label={isEnded ? several.retry : several.cancel}
            of={item.name}
            className="btn btn--s"
            onAnswer={batch.look}
          />
          <Link href={`/desk/import/${importId}`}>
            {several.look}
            {of}
          </Link>
        </>
      )}
    </>
  );
}

function Small(props: { name: string; label: string; onPress: () => void }) {
  return (
    <button type="button" className="btn btn--s" onClick={props.onPress}>
      {props.label}
      <span className="sr">{several.of(props.name)}</span>
    </button>
  );
}

function sayingOf({ state }: BatchItem): string {
  if (state.kind !== "sent") return several.states[state.kind];
  return state.seen === null ? several.states.arrived : stateWords(state.seen);
}

function toneOf({ state }: BatchItem): string {
  if (state.kind === "sending" || state.kind === "waiting") return "state--wait";
  if (state.kind !== "sent") return "state--off";
  if (state.seen === null || isMoving(state.seen)) return "state--wait";
  return state.seen.state === "DONE" ? "state--on" : "state--off";
}
