"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import type { FormState } from "#lib/domain/form-state";
import { settle } from "#lib/domain/outcome";
import { words } from "#lib/domain/words";
import { FilePicker } from "./file-picker";
import { complaintOfPage, type PageGiven } from "./page-given";
import { useImport } from "./use-import";

const said = words.desk.importing;
const MODES = ["text", "html", "file", "address"] as const;
const FIELDS: readonly string[] = [...MODES, "url", "publisher"];

const NOTHING: PageGiven = { mode: "text", text: "", html: "", file: null, address: "" };

/** Give a page. What was given stays in the form until the page is read: a refusal loses nothing. */
export function ImportForm({ send }: { send: (form: FormData) => Promise<FormState> }) {
  const [given, setGiven] = useState<PageGiven>(NOTHING);
  const [complaint, setComplaint] = useState<{ field: string | undefined; message: string } | null>(null);
  const [sending, setSending] = useState(false);
  const [importId, setImportId] = useState<string | null>(null);
  const router = useRouter();
  const progress = useImport(importId, (versionId) => router.push(`/desk/articles/${versionId}`));
  const id = useId();
  // What is tried again by itself, perhaps for long, keeps nobody from giving another page.
  const isUnderWay = progress?.kind === "waiting" && progress.trouble === null;
  const busy = sending || isUnderWay || progress?.kind === "done";
  const refused = progress?.kind === "refused" ? progress.message : null;

  const set = (change: Partial<PageGiven>) => {
    setGiven({ ...given, ...change });
    setComplaint(null);
  };
  const refuse = (field: string | undefined, message: string) => {
    setComplaint({ field, message });
    document.getElementById(`import-${field ?? given.mode}`)?.focus();
  };

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    form.set("mode", given.mode);
    if (given.file) form.set("file", given.file);
    setImportId(null);
    const early = await complaintOfPage(given);
    if (early) return refuse(given.mode, early);
    setSending(true);
    setComplaint(null);
    const outcome = await settle(send(form));
    setSending(false);
    if (outcome.ok) setImportId(outcome.data?.importId ?? null);
    else refuse(outcome.field, outcome.message);
  }

  const error = (field: string) => (complaint?.field === field ? complaint.message : null);
  return (
    <form className="import" onSubmit={(event) => void submit(event)} noValidate aria-busy={busy}>
      {refused && (
        <div className="note" role="alert">
          <p>
            <b>{said.refused}</b> {refused}
          </p>
          <p>{said.refusedKept}</p>
        </div>
      )}
      <fieldset className="field">
        <legend className="legend-label">{said.how}</legend>
        <div className="row-5 flex-wrap">
          {MODES.map((mode) => (
            <label key={mode} className="tick">
              <input type="radio" name="mode" checked={given.mode === mode} onChange={() => set({ mode })} />
              {said.modes[mode]}
            </label>
          ))}
        </div>
      </fieldset>
      {given.mode === "file" && (
        <FilePicker file={given.file} error={error("file")} onFile={(file) => set({ file })} />
      )}
      {given.mode === "address" && (
        <LineField
          name="address"
          type="url"
          label={said.address}
          hint={said.addressHint}
          error={error("address")}
          value={given.address}
          onChange={(address) => set({ address })}
        />
      )}
      {(given.mode === "text" || given.mode === "html") && (
        <PasteField
          key={given.mode}
          mode={given.mode}
          value={given[given.mode]}
          error={error(given.mode)}
          onChange={(value) => set({ [given.mode === "html" ? "html" : "text"]: value })}
        />
      )}
      {given.mode !== "address" && (
        <LineField name="url" type="url" label={said.url} hint={said.urlHint} error={error("url")} />
      )}
      <LineField
        name="publisher"
        type="text"
        label={said.publisher}
        hint={said.publisherHint}
        error={error("publisher")}
      />
      {complaint && !FIELDS.includes(complaint.field ?? "") && (
        <p className="error" role="alert">
          {complaint.message}
        </p>
      )}
      <div className="cluster">
        <button
          type="submit"
          className="btn btn--main"
          aria-disabled={busy}
          aria-describedby={`${id}-progress`}
        >
          {said.submit}
        </button>
        <p role="status" id={`${id}-progress`} className="small">
          {sending && said.sending}
          {progress?.kind === "waiting" && (
            <>
              {progress.trouble} {progress.saying}{" "}
              {progress.trouble && (
                <Link href={`/desk/import/${importId}`}>{words.desk.queue.seeImport}</Link>
              )}
            </>
          )}
          {progress?.kind === "lost" && (
            <>
              {said.errors.lost} <Link href="/desk">{words.desk.queue.desk}</Link>
            </>
          )}
          {progress?.kind === "done" && (
            <>
              {said.done} <Link href={`/desk/articles/${progress.versionId}`}>{said.opens}</Link>
            </>
          )}
        </p>
      </div>
    </form>
  );
}

function PasteField(props: {
  mode: "text" | "html";
  value: string;
  error: string | null;
  onChange: (value: string) => void;
}) {
  const id = `import-${props.mode}`;
  return (
    <div className="field">
      <label htmlFor={id}>{said[props.mode]}</label>
      <small id={`${id}-hint`}>{props.mode === "html" ? said.htmlHint : said.textHint}</small>
      <textarea
        id={id}
        name={props.mode}
        className="input"
        rows={14}
        dir="auto"
        spellCheck={false}
        value={props.value}
        aria-invalid={props.error !== null}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <p className="error" id={`${id}-error`} role="alert">
        {props.error}
      </p>
    </div>
  );
}

function LineField(props: {
  name: string;
  type: string;
  label: string;
  hint: string;
  error: string | null;
  value?: string;
  onChange?: (value: string) => void;
}) {
  const id = `import-${props.name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        name={props.name}
        type={props.type}
        className="input"
        dir="auto"
        value={props.value}
        onChange={(event) => props.onChange?.(event.target.value)}
        aria-invalid={props.error !== null}
        aria-describedby={`${id}-hint ${id}-error`}
      />
      <small id={`${id}-hint`}>{props.hint}</small>
      <p className="error" id={`${id}-error`} role="alert">
        {props.error}
      </p>
    </div>
  );
}
