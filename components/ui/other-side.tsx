"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import * as words from "#lib/words";
import type { DraftBody } from "./draft-outbox";
import { differencesFrom, type FieldDifference } from "./form-body";
import { controlsOf, inWords } from "./form-controls";

const said = words.desk.drafts;

/** What another side says in the form around this: field by field, where it isn't what stands in the form now. */
export function OtherSide({ body }: { readonly body: DraftBody }) {
  const place = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<readonly FieldDifference[]>([]);
  const look = () => {
    const form = place.current?.closest("form");
    if (!form) return;
    const now = differencesFrom(controlsOf(form).map(inWords), body);
    setFound((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
  };
  // What stands in the fields is the browser's: it is looked at after every drawing, and as somebody types.
  useLayoutEffect(look);
  useEffect(() => {
    const form = place.current?.closest("form");
    form?.addEventListener("input", look);
    return () => form?.removeEventListener("input", look);
  });
  return (
    <div ref={place}>
      <Differences found={found.map(({ value, ...field }) => ({ ...field, theirs: spoken(value) }))} />
    </div>
  );
}

function spoken(value: FieldDifference["value"]): string {
  if (typeof value === "boolean") return value ? said.ticked : said.unticked;
  return value.trim() === "" ? said.empty : value;
}

interface Different {
  /** Tells it from others of its name. */
  readonly key?: string;
  /** What stands at the field; empty where it has no field here. */
  readonly name: string;
  readonly theirs: string;
}

/** The fields in which two sides differ, with what the other one says. */
export function Differences({ found }: { readonly found: readonly Different[] }) {
  if (found.length === 0) return <p>{words.desk.form.same}</p>;
  return (
    <dl className="facts facts--stack">
      {found.map(({ name, theirs, key = name }) => (
        <div key={key}>
          <dt>{name || said.noField}</dt>
          <dd className="pre" dir="auto">
            {theirs}
          </dd>
        </div>
      ))}
    </dl>
  );
}
