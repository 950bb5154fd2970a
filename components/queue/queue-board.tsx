"use client";

import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { Field } from "#components/ui/field";
import { Form, type FormAtWork } from "#components/ui/form";
import { onceSent } from "#components/ui/send";
import { type Actor, may } from "#lib/domain/actor";
import { MOST_CHOSEN } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import { URGENCIES } from "#lib/domain/labels";
import type { QueueItem } from "#lib/domain/queue";
import { chosenItem, type LastAct } from "#lib/domain/queue-acts";
import type { QueueQuery } from "#lib/domain/queue-query";
import { MOST_TOGETHER } from "#lib/domain/sureness";
import * as words from "#lib/words";
import { type Clock, momentWords } from "#lib/words/moments";
import { allOf, type Choosing, keptOf, NOTHING_CHOSEN, ranged, toggled } from "./choosing";
import type { Named } from "./queue-filters";
import { QueueItemLink } from "./queue-item";

const said = words.queueList;

interface Props {
  readonly items: readonly QueueItem[];
  readonly query: QueueQuery;
  readonly clock: Clock;
  readonly actor: Pick<Actor, "id" | "role">;
  /** Whom work can be given to. */
  readonly people: readonly Named[];
  /** What can be taken back of what one did before; null where nothing can. */
  readonly last: LastAct | null;
  readonly action: FormAction;
}

/**
 * The items of a list, to be opened, or to be chosen and given away, hurried or dismissed together. It is one form, which works without a
 * script; with one, ranges and keys choose too.
 */
export function QueueBoard({ items, query, clock, actor, people, last, action }: Props) {
  const ids = items.map(({ id }) => id);
  const [kept, setChoosing] = useState<Choosing>(NOTHING_CHOSEN);
  const choosing = keptOf(kept, ids);
  const clear = useCallback(() => setChoosing(NOTHING_CHOSEN), []);
  const list = useRef<HTMLUListElement>(null);
  const choose = (id: string, isRange: boolean) =>
    setChoosing(isRange ? ranged(choosing, ids, id, MOST_CHOSEN) : toggled(choosing, id));

  const onKeys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = idOf(event.target);
    const key = event.key.toLowerCase();
    if (here === null || !["j", "k", "x"].includes(key)) return;
    event.preventDefault();
    if (key === "x") return choose(here, false);
    const next = ids[ids.indexOf(here) + (key === "j" ? 1 : -1)];
    if (next === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-id="${next}"] a`)?.focus();
    if (event.shiftKey) {
      const begun = choosing.anchor === null ? toggled(choosing, here) : choosing;
      setChoosing(ranged(begun, ids, next, MOST_CHOSEN));
    }
  };
  return (
    <Form draft="queue" action={action} refusalAt="first">
      {(form) => (
        <>
          <Undo form={form} last={last} timeZone={clock.timeZone} onDone={clear} />
          {items.length > 0 && (
            <>
              <Acts form={form} chosen={choosing.chosen.size} actor={actor} people={people} clock={clock} />
              <ChooseAll
                isAll={ids.every((id) => choosing.chosen.has(id))}
                onAll={() => setChoosing(allOf(choosing, ids, MOST_CHOSEN))}
              />
            </>
          )}
          <ul className="q-list" ref={list} onKeyDown={onKeys}>
            {items.map((item) => (
              <li key={item.id} data-id={item.id}>
                <input
                  type="checkbox"
                  name="items"
                  data-undrafted
                  value={chosenItem(item)}
                  aria-label={said.choose(item.title)}
                  checked={choosing.chosen.has(item.id)}
                  onClick={(event: MouseEvent) => choose(item.id, event.shiftKey)}
                  onChange={() => undefined}
                />
                <QueueItemLink item={item} query={query} clock={clock} />
              </li>
            ))}
          </ul>
          {items.length > 0 && <p className="small muted">{said.keys}</p>}
        </>
      )}
    </Form>
  );
}

function ChooseAll({ isAll, onAll }: { readonly isAll: boolean; readonly onAll: () => void }) {
  return (
    <p className="q-all small">
      <label className="tick">
        <input type="checkbox" checked={isAll} onChange={onAll} />
        {said.chooseAll}
      </label>
    </p>
  );
}

function idOf(target: EventTarget): string | null {
  const item = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-id]") : null;
  return item?.dataset.id ?? null;
}

interface ActsProps extends Pick<Props, "actor" | "people" | "clock"> {
  readonly form: FormAtWork;
  readonly chosen: number;
}

/** What became of an act, and the way to take it back; after a reload, of the last one that can be. */
function Undo(props: {
  readonly form: FormAtWork;
  readonly last: LastAct | null;
  readonly timeZone: string;
  readonly onDone: () => void;
}) {
  const { last, onDone, timeZone } = props;
  const { done } = props.form;
  useEffect(() => {
    if (done !== null) onDone();
  }, [done, onDone]);
  const actId = done?.data?.actId;
  const undo = (id: string) => (
    <>
      {" "}
      <input type="hidden" name="actId" value={id} />
      <ActOf act="undo" label={said.undo} />
    </>
  );
  return (
    <>
      <p role="status" className={done ? "note small" : undefined}>
        {done?.message}
        {actId !== undefined && undo(actId)}
      </p>
      {actId === undefined && last !== null && (
        <p className="small">
          {said.lastAct(last.action, last.items, momentWords(last.at, timeZone))}
          {undo(last.actId)}
        </p>
      )}
    </>
  );
}

/** What can be done with what is chosen. */
function Acts({ form, chosen, actor, people, clock }: ActsProps) {
  const { refused, field } = form;
  const isEditor = may(actor.role, "queue.setUrgency");
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="q-acts"
      open={isOpen || refused !== null}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {said.acts}. <span className="muted">{said.chosen(chosen)}</span>
      </summary>
      <div className="q-filters">
        {isEditor && (
          <Group act="assign" label={said.giveButton}>
            <Select
              label={said.give}
              bound={field("assigneeId")}
              options={[["", said.nobody], ...people.map(({ id, name }) => optionOf(id, name, actor))]}
            />
          </Group>
        )}
        <Group act="take" label={said.takeButton}>
          <p className="small muted">{said.takeHint}</p>
        </Group>
        {isEditor && (
          <Group act="urgency" label={said.set}>
            <Select label={said.urgency} bound={field("urgency")} options={URGENCY_CHOICES} />
          </Group>
        )}
        {isEditor && (
          <Group act="due" label={said.setDue}>
            <Field label={said.dueAt} hint={said.dueHint(clock.timeZone)} error={field("dueAt").error}>
              {(control) => <input {...control} type="datetime-local" name="dueAt" />}
            </Field>
          </Group>
        )}
        <Group act="acceptSure" label={said.acceptSure}>
          <p className="small muted">{said.acceptSureHint(MOST_TOGETHER)}</p>
        </Group>
        <Group act="dismiss" label={said.dismiss}>
          <Reason bound={field("reason")} />
        </Group>
      </div>
    </details>
  );
}

const optionOf = (id: string, name: string, actor: Pick<Actor, "id">) =>
  [id, id === actor.id ? said.me(name) : name] as const;

const URGENCY_CHOICES = [
  ["", said.asCounted],
  ...URGENCIES.map((one) => [one, words.queueActs.urgencies[one]] as const),
] as const;

function Group(props: { readonly act: string; readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="q-act">
      {props.children}
      <ActOf act={props.act} label={props.label} />
    </div>
  );
}

/** Sends the form for one of its acts. */
function ActOf({ act, label }: { act: string; label: string }) {
  return (
    <button className="btn btn--s" type="submit" name="act" value={act} onClick={onceSent}>
      {label}
    </button>
  );
}

interface SelectProps {
  readonly label: string;
  readonly bound: ReturnType<FormAtWork["field"]>;
  readonly options: readonly (readonly [value: string, words: string])[];
}

function Select({ label, bound: { name, defaultValue, error }, options }: SelectProps) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <select {...control} key={String(defaultValue)} name={name} defaultValue={defaultValue}>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Reason({ bound: { name, defaultValue, error } }: { bound: SelectProps["bound"] }) {
  return (
    <Field label={said.reason} error={error} maxLength={500}>
      {(control) => (
        <input {...control} key={String(defaultValue)} name={name} defaultValue={defaultValue} dir="auto" />
      )}
    </Field>
  );
}
