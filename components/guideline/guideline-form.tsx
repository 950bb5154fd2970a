"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { GUIDELINE_LENGTH, GUIDELINE_NOTE_LENGTH } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import type { GuidelineVersion } from "#lib/domain/guideline";
import { codesIn, readGuideline, unknownCodesIn } from "#lib/domain/guideline-text";
import { READER_LABELS, SOURCINGS } from "#lib/domain/labels";
import * as words from "#lib/words";
import { listed } from "#lib/words/lists";
import { GuidelineText } from "./guideline-text";

const say = words.guideline.write;

/** What a person began from: the number of that version, 0 for none, and the words that stand in the field at first. */
interface Beginning {
  readonly number: number;
  readonly text: string;
}

/**
 * Writes the next version. It stays with the version that it was begun from, also when the page is drawn anew: where there is a newer one by then, both
 * sides are shown before anything is saved over.
 */
export function GuidelineForm(props: {
  readonly from: Beginning;
  readonly newest: GuidelineVersion | null;
  readonly action: FormAction;
}) {
  const { newest, action } = props;
  const [from] = useState(props.from);
  const [text, setText] = useState(from.text);
  const router = useRouter();
  const theirs = newest !== null && newest.number !== from.number ? newest : null;
  return (
    <Form
      draft={`guideline:${from.number}`}
      className="stack-4 mt-6 measure"
      action={action}
      hidden={{ seen: String(newest?.number ?? 0) }}
      onDone={() => router.push("/desk/guideline")}
    >
      {({ field }) => (
        <>
          {theirs && <Theirs version={theirs} began={from.number} />}
          <TextField
            {...field("text", from.text)}
            label={say.text}
            hint={say.textHint}
            isHintFirst
            rows={24}
            maxLength={GUIDELINE_LENGTH}
            onText={setText}
            required
          />
          <Codes />
          <Look text={text} />
          <TextField
            {...field("note")}
            label={say.note}
            hint={say.noteHint}
            rows={2}
            maxLength={GUIDELINE_NOTE_LENGTH}
            required
          />
          <div>
            <SubmitButton
              className="btn btn--main"
              working={words.signedIn.working}
              label={theirs ? say.saveOver : say.save}
            />
          </div>
        </>
      )}
    </Form>
  );
}

/** What somebody else saved since this was begun: as it stands, and what they changed. */
function Theirs({ version, began }: { version: GuidelineVersion; began: number }) {
  const { number, byName, note, text } = version;
  const { theirs } = say;
  return (
    <div className="note" role="alert">
      <p>
        <b>{theirs.title(number, byName)}</b>
      </p>
      <p>
        {words.guideline.note} <span dir="auto">{note}</span>
      </p>
      <p>{theirs.both}</p>
      {began > 0 && (
        <p className="mt-2">
          <Link href={`/desk/guideline/${number}/changes?from=${began}`} target="_blank">
            {theirs.changes(began, number)}
          </Link>
        </p>
      )}
      <details className="mt-2">
        <summary>{theirs.whole(number)}</summary>
        <p className="pre" dir="auto">
          {text}
        </p>
      </details>
      <p className="mt-2">
        <Link href={`/admin/guideline?from=${number}`}>{theirs.begin(number)}</Link>
      </p>
    </div>
  );
}

/** How it will look, and what help won't find in it. */
function Look({ text }: { text: string }) {
  const shown = useDeferredValue(text);
  const [isOpen, setOpen] = useState(false);
  const blocks = readGuideline(shown);
  const known: ReadonlySet<string> = new Set(codesIn(blocks));
  const unknown = unknownCodesIn(blocks);
  const missing = NAMES.filter(({ code }) => !known.has(code)).map(({ name }) => name);
  return (
    <>
      {unknown.length > 0 && <p className="small">{say.unknown(listed(unknown))}</p>}
      {missing.length > 0 && <p className="small muted">{say.missing(listed(missing))}</p>}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{say.preview}</summary>
        {isOpen && <GuidelineText text={shown} />}
      </details>
    </>
  );
}

const NAMES = [
  ...SOURCINGS.map((code) => ({ code, name: words.terms.sourcing[code].editor })),
  ...READER_LABELS.map((code) => ({ code, name: words.labels[code].badge })),
];

function Codes() {
  return (
    <details>
      <summary>{say.codes}</summary>
      <ul className="small mt-2">
        {NAMES.map(({ code, name }) => (
          <li key={code}>
            <code>{code}</code> {name}
          </li>
        ))}
      </ul>
    </details>
  );
}
