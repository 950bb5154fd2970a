"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { type Bound, Field } from "#components/ui/field";
import { nameAtCursor, peopleBeginning } from "#lib/domain/mentions";
import { COMMENT_LENGTH } from "#lib/domain/threads";
import * as words from "#lib/words";

const said = words.threads;
const MOST_CHOICES = 6;

interface Props {
  readonly field: Bound;
  readonly label: string;
  /** Everybody who can be named. */
  readonly people: readonly { readonly name: string }[];
}

/**
 * A field for a comment, with the people of the newsroom in a list below as soon as an `@` is typed. The focus stays in the field: arrow keys go
 * through the list, Enter takes a name, Escape leaves the list. Without scripts it is a field like any other.
 */
export function CommentField({ field, label, people }: Props) {
  const listId = useId();
  const { area, names, active, ask, close, choose, onKeyDown } = useNames(people);
  const optionId = (name: string) => `${listId}-${names.indexOf(name)}`;
  return (
    <div className="combo">
      <Field label={label} hint={said.commentHint} error={field.error ?? null} maxLength={COMMENT_LENGTH}>
        {(control) => (
          <textarea
            {...control}
            ref={area}
            name={field.name}
            defaultValue={field.defaultValue}
            dir="auto"
            rows={2}
            required
            aria-autocomplete="list"
            aria-controls={names.length > 0 ? listId : undefined}
            aria-activedescendant={active === undefined ? undefined : optionId(active)}
            onInput={ask}
            onClick={ask}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
        )}
      </Field>
      <div role="listbox" id={listId} aria-label={said.people} hidden={names.length === 0}>
        {names.map((name) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard, and its keys choose
          // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option, which takes no focus
          <div
            key={name}
            id={optionId(name)}
            role="option"
            aria-selected={name === active}
            // The focus stays in the field when the list is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(name)}
          >
            <bdi>{name}</bdi>
          </div>
        ))}
      </div>
      <p className="sr" role="status">
        {said.choices(names.length)}
      </p>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Whose names go on as what stands before the cursor, and what the keys do with them. */
function useNames(people: Props["people"]) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [names, setNames] = useState<readonly string[]>([]);
  const [at, setAt] = useState(0);
  const close = () => setNames([]);
  const typed = () => {
    const field = area.current;
    return field && field.selectionStart === field.selectionEnd
      ? nameAtCursor(field.value, field.selectionStart)
      : null;
  };
  const ask = () => {
    const part = typed();
    setAt(0);
    setNames(part === null ? [] : peopleBeginning(people, part.typed, MOST_CHOICES).map(({ name }) => name));
  };
  const choose = (name: string) => {
    const [field, part] = [area.current, typed()];
    if (field === null || part === null) return;
    field.setRangeText(`@${name} `, part.at, field.selectionStart, "end");
    close();
    // As if it were typed: what keeps the form hears of it.
    field.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const active = names[at];
    const step = STEPS[event.key];
    if (active === undefined || event.nativeEvent.isComposing) return;
    if (step !== undefined) setAt((at + step + names.length) % names.length);
    else if (event.key === "Enter") choose(active);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };
  return { area, names, active: names[at], ask, close, choose, onKeyDown };
}
