"use client";

import Link from "next/link";
import type { KeyboardEvent } from "react";
import { type Bound, TextField } from "#components/ui/field";
import { type PlacesAtHand, placeHref } from "#lib/domain/place-links";
import * as words from "#lib/words";

const said = words.claimEditor;
const say = words.searchPlaces.atHand;
/** So many have a key. */
const KEYS = 9;

interface Props {
  readonly bound: Bound;
  readonly lookedFor: string;
  readonly places: PlacesAtHand;
}

/** Where somebody looked: typed, or chosen among the usual places by one click or key; and where such a place has an address, the way to look there. */
export function PlaceField({ bound, lookedFor, places }: Props) {
  const { kept, often, mayKeep } = places;
  const names = [...kept.map(({ name }) => name), ...often];
  const chosen = kept.find(({ name }) => name === bound.value);
  const href = chosen?.address == null ? null : placeHref(chosen.address, lookedFor);
  const fill = (name: string) => bound.onText?.(name);
  const onKeyDown = (event: KeyboardEvent) => {
    const name = names[Number(/^Digit([1-9])$/.exec(event.code)?.[1] ?? 0) - 1];
    if (!event.altKey || event.ctrlKey || event.metaKey || name === undefined) return;
    event.preventDefault();
    fill(name);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys work from the field and from each button inside
    <div className="stack-2" onKeyDown={onKeyDown}>
      <TextField {...bound} label={said.place} maxLength={300} />
      {names.length > 0 && (
        <fieldset>
          <legend className="small">
            {say.usual} <span className="muted">{say.hint}</span>
          </legend>
          <div className="cluster cluster--tight mt-2">
            {names.map((name, i) => (
              <button
                key={name}
                type="button"
                className="btn btn--s"
                aria-label={say.fill(name)}
                aria-pressed={name === bound.value}
                aria-keyshortcuts={i < KEYS ? `Alt+${i + 1}` : undefined}
                onClick={() => fill(name)}
              >
                <bdi>{name}</bdi>
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {(href !== null || mayKeep) && (
        <p className="cluster small">
          {href !== null && (
            <a href={href} target="_blank" rel="noopener noreferrer">
              {say.look(chosen?.name ?? "")}
              <span className="sr"> ({say.newWindow})</span>
            </a>
          )}
          {mayKeep && <Link href="/desk/places">{say.keep}</Link>}
        </p>
      )}
    </div>
  );
}
