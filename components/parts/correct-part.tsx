"use client";

import { useMemo, useState } from "react";
import { AskDialog } from "#components/ui/ask-dialog";
import { ChoiceField } from "#components/ui/choice-field";
import { Field, TextField } from "#components/ui/field";
import type { FormAtWork } from "#components/ui/form";
import { send } from "#components/ui/send";
import type { Act, FormAction } from "#lib/domain/form-state";
import type { SegmentType } from "#lib/domain/labels";
import type { PagePart } from "#lib/domain/page-parts";
import type { PartAct, PartChange } from "#lib/domain/page-parts-shapes";
import { isCalendarDate } from "#lib/text/calendar";
import * as words from "#lib/words";
import { quoteAt } from "#lib/words/part-words";
import { actsFor, foreseenParts, likelyType, type PartDesk, placesToSplit, typesFor } from "./part-asks";
import { WhatFollowsOfParts } from "./what-follows-of-parts";

const said = words.desk.correctParts;

interface Asked {
  readonly act: PartAct;
  readonly type: SegmentType;
  /** Where it is parted, in UTF-16 units of the text. */
  readonly place: number;
  readonly date: string;
}

interface Props {
  readonly desk: PartDesk;
  readonly part: PagePart;
  /** Where the editor stands in it: the first place to part it at. */
  readonly at: number;
  readonly correct: Act;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What is wrong with a part of the page, what is right, and what follows from it: said before anything is saved. */
export function CorrectPart({ desk, part, at, correct, onDone, onClose }: Props) {
  const { text } = desk.version;
  const places = useMemo(() => placesToSplit(desk, part), [desk, part]);
  const acts = useMemo(() => actsFor(desk, part, places), [desk, part, places]);
  const day = desk.posts[part.post]?.date ?? null;
  const [asked, setAsked] = useState<Asked>({
    act: "TYPE",
    type: likelyType(part),
    place: places.includes(at) ? at : (places[0] ?? at),
    date: day ?? "",
  });
  const change = changeOf(part.start, asked);
  return (
    <AskDialog
      draft={`part:${desk.version.id}:${part.start}`}
      title={said.title}
      note={
        <>
          <p>{said.body}</p>
          <blockquote dir="auto">{quoteAt(text, part.start, part.end)}</blockquote>
          <p>{said.partIs(words.desk.annotator.segments[part.type])}</p>
        </>
      }
      confirm={said.save}
      action={correctionOf(correct, desk, change, asked.date)}
      onDone={onDone}
      onClose={onClose}
    >
      {(form) => (
        <>
          <ChoiceField
            name="act"
            label={said.what}
            options={acts}
            names={said.acts}
            value={asked.act}
            onText={(chosen) => setAsked({ ...asked, act: acts.find((one) => one === chosen) ?? asked.act })}
          />
          <HowFields
            form={form}
            desk={desk}
            part={part}
            places={places}
            asked={asked}
            onAsked={(more) => setAsked({ ...asked, ...more })}
          />
          {change && <WhatFollowsOfParts foreseen={foreseenParts(desk, change)} desk={desk} />}
          <TextField
            {...form.field("reason")}
            label={said.reason}
            hint={said.reasonHint}
            rows={2}
            maxLength={500}
            required
          />
        </>
      )}
    </AskDialog>
  );
}

/** What the act that is chosen needs to know. */
function HowFields(props: {
  readonly form: FormAtWork;
  readonly desk: PartDesk;
  readonly part: PagePart;
  readonly places: readonly number[];
  readonly asked: Asked;
  readonly onAsked: (more: Partial<Asked>) => void;
}) {
  const { form, desk, part, places, asked, onAsked } = props;
  switch (asked.act) {
    case "TYPE":
      return (
        <ChoiceField
          {...errorOf(form.refused, "change.type")}
          name="type"
          label={said.type}
          options={typesFor(part)}
          names={words.desk.annotator.segments}
          value={asked.type}
          onText={(chosen) => onAsked({ type: typesFor(part).find((one) => one === chosen) ?? asked.type })}
        />
      );
    case "SPLIT":
      return (
        <PlaceField
          desk={desk}
          part={part}
          places={places}
          place={asked.place}
          onPlace={(place) => onAsked({ place })}
        />
      );
    case "DATE":
      return (
        <TextField
          {...form.field("date", asked.date)}
          label={said.date}
          hint={said.dateHint}
          maxLength={10}
          onText={(date) => onAsked({ date })}
        />
      );
    case "MERGE":
    case "JOIN":
      return <Above desk={desk} part={part} />;
    default:
      return null;
  }
}

function errorOf(refused: FormAtWork["refused"], path: string) {
  return { error: refused?.field === path ? refused.message : null };
}

function PlaceField(props: {
  desk: PartDesk;
  part: PagePart;
  places: readonly number[];
  place: number;
  onPlace: (place: number) => void;
}) {
  const { desk, part, places } = props;
  return (
    <Field label={said.place}>
      {(control) => (
        <select
          {...control}
          dir="auto"
          value={props.place}
          onChange={(event) => props.onPlace(Number(event.target.value))}
        >
          {places.map((place, i) => (
            <option key={place} value={place}>
              {quoteAt(desk.version.text, place, places[i + 1] ?? part.end)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The part that this one would be one with. */
function Above({ desk, part }: { desk: PartDesk; part: PagePart }) {
  const above = desk.segments[desk.segments.findIndex(({ start }) => start === part.start) - 1];
  if (above === undefined) return null;
  return (
    <p className="small" dir="auto">
      {words.desk.annotator.segments[above.type]}.{" "}
      {said.above(quoteAt(desk.version.text, above.start, above.end))}
    </p>
  );
}

/** Null while the day that is typed is none. */
function changeOf(start: number, { act, type, place, date }: Asked): PartChange | null {
  switch (act) {
    case "TYPE":
      return { act, start, type };
    case "SPLIT":
      return { act, start, place };
    case "DATE": {
      const day = date.trim();
      if (day === "") return { act, start, date: null };
      return isCalendarDate(day) ? { act, start, date: day } : null;
    }
    default:
      return { act, start };
  }
}

function correctionOf(
  correct: Act,
  { version, partCorrections }: PartDesk,
  change: PartChange | null,
  date: string,
): FormAction {
  return async (_, form) => {
    const kept = { date, reason: String(form.get("reason") ?? "") };
    if (change === null)
      return {
        ok: false,
        code: "invalid_input",
        message: words.desk.correctParts.noCalendarDay,
        field: "date",
        kept,
      };
    const seen = partCorrections.length;
    const outcome = await send(correct, { versionId: version.id, seen, change, reason: kept.reason });
    if (outcome.ok) return outcome;
    return { ...outcome, ...(outcome.field === "change.date" ? { field: "date" } : {}), kept };
  };
}
