"use client";

import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import type { Is } from "#lib/text/plain-data";
import { Field } from "./field";
import { useChoices } from "./use-choices";

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props<Choice extends Named> {
  readonly id: string;
  readonly name?: string;
  /** Where what is typed is looked up, and what is answered there. Both stay the same from one drawing to the next. */
  readonly address: string;
  readonly isChoice: Is<Choice>;
  /** What the list is called, how much is in it, and that it is empty. */
  readonly said: {
    readonly known: string;
    readonly count: (n: number) => string;
    readonly none: string;
  };
  /** What stands beside a name in the list. */
  readonly about: (choice: Choice) => string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error?: string | null;
  readonly maxLength: number;
  readonly onText: (text: string) => void;
  readonly onChoose: (choice: Choice) => void;
}

/**
 * A field in which a name is typed, with what is known by such a name in a list below. The focus stays in the field: the arrow keys go
 * through the list, Enter chooses, Escape closes it.
 *
 * Source   ARIA Authoring Practices, "Combobox": an editable one whose list of suggestions the person chooses from by hand.
 */
export function Combobox<Choice extends Named>(props: Props<Choice>) {
  const { said } = props;
  const listId = useId();
  const list = useSuggestions(props);
  const { choices, active, isOpen } = list;
  return (
    <div className="combo">
      <Field
        id={props.id}
        label={props.label}
        hint={props.hint}
        error={props.error}
        maxLength={props.maxLength}
      >
        {(control) => (
          <input
            {...control}
            role="combobox"
            dir="auto"
            autoComplete="off"
            {...(props.name === undefined ? {} : { name: props.name })}
            value={props.value}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-activedescendant={active && optionId(listId, active)}
            onChange={({ target }) => {
              list.ask();
              props.onText(target.value);
            }}
            onKeyDown={list.onKeyDown}
            onBlur={list.close}
          />
        )}
      </Field>
      <div role="listbox" ref={list.box} id={listId} aria-label={said.known} hidden={!isOpen}>
        {choices.map((choice) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard, and its keys choose
          // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option, which takes no focus
          <div
            key={choice.id}
            id={optionId(listId, choice)}
            role="option"
            aria-selected={choice === active}
            // The focus stays in the field when the list is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => list.choose(choice)}
          >
            <bdi>{choice.name}</bdi>
            <small dir="auto">{props.about(choice)}</small>
          </div>
        ))}
      </div>
      {/* An open list shows how much is in it; that nothing was found has to be read by everybody. */}
      <p className={list.isAnswered && !isOpen ? "xs muted" : "sr"} role="status">
        {list.isAnswered && (isOpen ? said.count(choices.length) : said.none)}
      </p>
    </div>
  );
}

const optionId = (listId: string, { id }: Named) => `${listId}-${id}`;

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** What is suggested for the words in the field, which of it the keys have reached, and what the keys do. */
function useSuggestions<Choice extends Named>({
  value,
  address,
  isChoice,
  onChoose,
}: Pick<Props<Choice>, "value" | "address" | "isChoice" | "onChoose">) {
  const [isAsked, setAsked] = useState(false);
  const [at, setAt] = useState(-1);
  const found = useChoices(address, isAsked ? value : "", isChoice);
  const choices = found ?? [];
  const isOpen = isAsked && choices.length > 0;
  const active = isOpen ? choices[at] : undefined;
  const box = useRef<HTMLDivElement>(null);
  useInView(box, choices.length, at);
  const reset = (asks: boolean) => {
    setAsked(asks);
    setAt(-1);
  };
  const open = () => {
    setAsked(true);
    setAt(0);
  };
  const choose = (choice: Choice) => {
    reset(false);
    onChoose(choice);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (isOpen) setAt(stepped(at, step, choices.length));
      // Closed, the list opens with its first; it may be on its way yet.
      else if (step > 0) open();
    } else if (event.key === "Enter" && active !== undefined) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      reset(false);
    }
  };
  const [ask, close] = [() => reset(true), () => reset(false)];
  return {
    choices,
    isOpen,
    active,
    box,
    isAnswered: isAsked && found !== null,
    ask,
    close,
    choose,
    onKeyDown,
  };
}

/** The list comes into view as it fills, and then what the keys have reached in it. `shown` are the choices that there are. */
function useInView(box: RefObject<HTMLElement | null>, shown: number, at: number): void {
  useEffect(() => {
    if (shown > 0) box.current?.scrollIntoView({ block: "nearest" });
  }, [box, shown]);
  useEffect(() => {
    if (shown > 0) box.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [box, shown, at]);
}

/** Round and round, by way of the field itself (-1). */
function stepped(at: number, step: number, length: number): number {
  const next = at + step;
  if (next >= length) return -1;
  return next < -1 ? length - 1 : next;
}
