"use client";

import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { z } from "zod";
import { Field } from "#components/ui/field";
import { useChoices } from "#components/ui/use-choices";
import { SpeakerKind } from "#lib/domain/labels";
import { SPEAKER_SEARCH_LENGTH, type SpeakerRow } from "#lib/domain/speaker-desk";
import { words } from "#lib/words";
import { speakerWords } from "#lib/words/speaker-words";

const said = words.speakers.choose;

const Choices = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    kind: SpeakerKind,
    role: z.string().nullable(),
    statements: z.number(),
    pages: z.number(),
    lastPage: z.string().nullable(),
  }),
);

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error?: string | null;
  readonly maxLength?: number;
  readonly onText: (text: string) => void;
  readonly onChoose: (speaker: SpeakerRow) => void;
}

/**
 * A field in which a name is typed, with the speakers that are called like it in a list below. The focus stays in the field: the arrow keys go
 * through the list, Enter chooses, Escape closes it.
 *
 * Source   ARIA Authoring Practices, "Combobox": an editable one whose list of suggestions the person chooses from by hand.
 */
export function SpeakerCombobox(props: Props) {
  const listId = useId();
  const list = useSuggestions(props.value, props.onChoose);
  const { choices, active, isOpen } = list;
  return (
    <div className="combo">
      <Field id={props.id} label={props.label} hint={props.hint} error={props.error}>
        {(control) => (
          <input
            {...control}
            role="combobox"
            dir="auto"
            autoComplete="off"
            maxLength={props.maxLength ?? SPEAKER_SEARCH_LENGTH}
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
        {choices.map((speaker) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard, and its keys choose
          // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option, which takes no focus
          <div
            key={speaker.id}
            id={optionId(listId, speaker)}
            role="option"
            aria-selected={speaker === active}
            // The focus stays in the field when the list is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => list.choose(speaker)}
          >
            <bdi>{speaker.name}</bdi>
            <small dir="auto">{speakerWords(speaker)}</small>
          </div>
        ))}
      </div>
      <p className="sr" role="status">
        {list.isAnswered && (isOpen ? said.count(choices.length) : said.none)}
      </p>
    </div>
  );
}

const optionId = (listId: string, { id }: SpeakerRow) => `${listId}-${id}`;

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** What is suggested for the words in the field, which of it the keys have reached, and what the keys do. */
function useSuggestions(value: string, onChoose: (speaker: SpeakerRow) => void) {
  const [isAsked, setAsked] = useState(false);
  const [at, setAt] = useState(-1);
  const found = useChoices("/desk/speakers/choices", isAsked ? value : "", Choices);
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
  const choose = (speaker: SpeakerRow) => {
    reset(false);
    onChoose(speaker);
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
