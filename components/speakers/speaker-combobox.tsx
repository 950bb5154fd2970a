"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
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
 * through the list, Enter chooses, Escape closes it (the combobox of the ARIA practices, with a list that pops up).
 */
export function SpeakerCombobox(props: Props) {
  const { id, value, onText, onChoose } = props;
  const listId = useId();
  const [isAsked, setAsked] = useState(false);
  const [at, setAt] = useState(-1);
  const found = useChoices("/desk/speakers/choices", isAsked ? value : "", Choices);
  const choices = found ?? [];
  const isOpen = isAsked && choices.length > 0;
  const active = isOpen ? choices[at] : undefined;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) (list.current?.children[at] ?? list.current)?.scrollIntoView({ block: "nearest" });
  }, [isOpen, at]);
  const close = () => {
    setAsked(false);
    setAt(-1);
  };
  const choose = (speaker: SpeakerRow) => {
    close();
    onChoose(speaker);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined && !event.altKey) {
      event.preventDefault();
      if (isOpen) setAt(stepped(at, step, choices.length));
      else setAsked(true);
    } else if (event.key === "Enter" && active !== undefined) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    }
  };
  return (
    <div className="combo">
      <Field id={id} label={props.label} hint={props.hint} error={props.error}>
        {(control) => (
          <input
            {...control}
            role="combobox"
            dir="auto"
            autoComplete="off"
            maxLength={props.maxLength ?? SPEAKER_SEARCH_LENGTH}
            value={value}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-activedescendant={active && `${listId}-${active.id}`}
            onChange={({ target }) => {
              setAsked(true);
              setAt(-1);
              onText(target.value);
            }}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
        )}
      </Field>
      <div role="listbox" ref={list} id={listId} aria-label={said.known} hidden={!isOpen}>
        {choices.map((speaker, i) => (
          // The field has the keyboard: the list takes no focus, and a press of the mouse leaves it there.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option
          <div
            key={speaker.id}
            id={`${listId}-${speaker.id}`}
            role="option"
            aria-selected={i === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(speaker)}
          >
            <bdi>{speaker.name}</bdi>
            <small dir="auto">{speakerWords(speaker)}</small>
          </div>
        ))}
      </div>
      <p className="sr" role="status">
        {isAsked && found !== null && (isOpen ? said.count(choices.length) : said.none)}
      </p>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Round and round, by way of the field itself (-1). */
function stepped(at: number, step: number, length: number): number {
  const next = at + step;
  if (next >= length) return -1;
  return next < -1 ? length - 1 : next;
}
