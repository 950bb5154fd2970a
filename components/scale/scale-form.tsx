"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { TextField } from "#components/ui/field";
import { Form, type FormAtWork, SubmitButton } from "#components/ui/form";
import { SCALE_NOTE_LENGTH } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import { type ScaleCode, type ScaleVersion, scaleChanges, VERDICT_MEANINGS } from "#lib/domain/scale";
import { SLOT_FIELDS, SLOTS, slotName, typedCodes } from "#lib/domain/scale-form";
import * as words from "#lib/words";
import { ScaleChanges } from "./scale-changes";
import { Slot, stoodIn } from "./scale-slot";
import { ScaleTable } from "./scale-table";

const say = words.scale.write;

/**
 * Writes the next version. It stays with the version that it was begun from, also when the page is drawn anew: where there is a newer one by then, that is said
 * before anything is saved over.
 */
export function ScaleForm(props: {
  readonly from: ScaleVersion;
  readonly newest: ScaleVersion;
  /** The reviews that are still open, by the codes of their verdicts. */
  readonly open: Readonly<Record<string, number>>;
  readonly action: FormAction;
}) {
  const { newest, open, action } = props;
  const [from] = useState(props.from);
  const router = useRouter();
  return (
    <Form
      draft={`scale:${from.number}`}
      className="stack-4 mt-6"
      action={action}
      hidden={{ seen: String(newest.number) }}
      onDone={() => router.push("/desk/scale")}
    >
      {(form) => {
        // The form knows of its fields before they are drawn, so that it says nothing a second time that one of them says.
        for (const slot of SLOTS) for (const name of SLOT_FIELDS) form.field(slotName(slot, name));
        return (
          <>
            {newest.number !== from.number && <Theirs version={newest} />}
            <Slots form={form} from={from} newest={newest} open={open} />
            <TextField
              {...form.field("note")}
              label={say.note}
              hint={say.noteHint}
              rows={2}
              maxLength={SCALE_NOTE_LENGTH}
              required
            />
            <div>
              <SubmitButton
                className="btn btn--main"
                working={words.signedIn.working}
                label={newest.number === from.number ? say.save : say.saveOver}
              />
            </div>
          </>
        );
      }}
    </Form>
  );
}

/** Somebody else saved since this was begun. */
function Theirs({ version: { number, byName, note } }: { readonly version: ScaleVersion }) {
  const { theirs } = say;
  return (
    <div className="note measure" role="alert">
      <p>
        <b>{theirs.title(number, byName ?? words.common.name)}</b>
      </p>
      <p>
        {words.scale.note} <span dir="auto">{note}</span>
      </p>
      <p>{theirs.both}</p>
      <p className="mt-2">
        <Link href={`/desk/scale/${number}`} target="_blank">
          {theirs.read(number)}
        </Link>
      </p>
      <p className="mt-2">
        <Link href={`/admin/scale?from=${number}`}>{theirs.begin(number)}</Link>
      </p>
    </div>
  );
}

interface SlotsProps {
  readonly form: FormAtWork;
  readonly from: ScaleVersion;
  readonly newest: ScaleVersion;
  readonly open: Readonly<Record<string, number>>;
}

/** A slot for each verdict, and what saving them would change. */
function Slots({ form, from, newest, open }: SlotsProps) {
  const fields = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<Typed>({ codes: from.codes, slots: [] });
  const look = () => {
    const element = fields.current?.closest("form");
    if (!element) return;
    const { codes, slots } = typedIn(new FormData(element), from);
    // Whoever types what stood there goes on typing: it stays open.
    setTyped((before) => ({ codes, slots: [...new Set([...before.slots, ...slots])] }));
  };
  return (
    <>
      <div ref={fields} className="stack-4" onInput={look}>
        {SLOTS.map((slot) => (
          <Slot
            key={slot}
            slot={slot}
            code={from.codes[slot] ?? null}
            field={form.field}
            isTyped={typed.slots.includes(slot)}
          />
        ))}
      </div>
      <details onToggle={look}>
        <summary>{say.preview}</summary>
        <div className="scale-preview">
          <ScaleChanges changes={scaleChanges(newest.codes, typed.codes)} open={open} />
          <ScaleTable codes={typed.codes} />
        </div>
      </details>
    </>
  );
}

interface Typed {
  readonly codes: readonly ScaleCode[];
  /** Those that something was changed in. */
  readonly slots: readonly number[];
}

/** As it would be kept, so far as it can be read: what is wrong with it saving says. */
function typedIn(form: FormData, from: ScaleVersion): Typed {
  const said = (told: { readonly en: string; readonly ar: string }) => ({
    en: told.en.trim(),
    ar: told.ar.trim() || null,
  });
  const { codes } = typedCodes((name) => form.get(name));
  const slots = SLOTS.filter((slot) =>
    SLOT_FIELDS.some(
      (name) => (form.get(slotName(slot, name)) ?? "") !== stoodIn(slot, from.codes[slot] ?? null, name),
    ),
  );
  const readable = codes.flatMap(({ code, meaning, word, definition }) => {
    const counted = VERDICT_MEANINGS.find((one) => one === meaning);
    if (counted === undefined || code.trim() === "") return [];
    return [
      {
        code: code.trim().toUpperCase(),
        meaning: counted,
        word: said(word),
        definition: said(definition),
      },
    ];
  });
  return { codes: readable, slots };
}
