"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ClipboardEvent, type FormEvent, useActionState, useId, useState } from "react";
import type { FormAction, FormState } from "#lib/domain/form-state";
import { MOST_AT_ONCE } from "#lib/domain/imports";
import { words } from "#lib/words";
import { waitForOutcome } from "#lib/words/wait-for-outcome";
import { batchOfAddresses, batchOfFiles, linesOf } from "./batch";
import { BatchList, type ImportActs } from "./batch-list";
import { FilePicker } from "./file-picker";
import { complaintOfPage, type PageGiven } from "./page-given";
import { PlainFile } from "./plain-file";
import { type Batch, useBatch } from "./use-batch";
import { useImport } from "./use-import";

const { posts } = words;
const several = words.severalImports;

const said = words.desk.importing;
const MODES = ["text", "html", "file", "address", "addresses"] as const;
const FIELDS: readonly string[] = [...MODES, "url", "publisher"];

const NOTHING: PageGiven = { mode: "text", text: "", html: "", address: "", addresses: "", files: [] };

interface Props {
  readonly send: (form: FormData) => Promise<FormState>;
  /** For a browser without scripts. */
  readonly plain: FormAction;
  readonly acts: ImportActs;
}

/** Give a page, or several. Several have a screen of their own while they are on their way; then the form is there again. */
export function ImportForm({ acts, ...props }: Props) {
  const batch = useBatch();
  if (batch.items.length > 0) return <BatchList batch={batch} acts={acts} />;
  return <GiveForm {...props} batch={batch} />;
}

/** What was given stays in the form until the page is read: a refusal loses nothing. */
function GiveForm({ send, plain, batch }: Omit<Props, "acts"> & { batch: Batch }) {
  const [answer, sendPlain] = useActionState(plain, null);
  const [given, setGiven] = useState<PageGiven>({ ...NOTHING, ...keptOf(answer) });
  const [complaint, setComplaint] = useState<{ field: string | undefined; message: string } | null>(
    answer && !answer.ok ? { field: undefined, message: answer.message } : null,
  );
  const [sending, setSending] = useState(false);
  const [importId, setImportId] = useState<string | null>(null);
  const router = useRouter();
  const progress = useImport(importId, (href) => router.push(href));
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
    if (given.files[0]) form.set("file", given.files[0]);
    setImportId(null);
    const early = (await complaintOfPage(given)) ?? complaintOfCount(howMany(given));
    if (early) return refuse(given.mode, early);
    if (howMany(given) > 1) {
      const items =
        given.mode === "file" ? await batchOfFiles(given.files) : batchOfAddresses(given.addresses);
      return batch.start(items, String(form.get("publisher") ?? ""));
    }
    if (given.mode === "addresses") {
      form.set("mode", "address");
      form.set("address", given.addresses.trim());
    }
    setSending(true);
    setComplaint(null);
    const outcome = await waitForOutcome(send(form));
    setSending(false);
    if (outcome.ok) setImportId(outcome.data?.importId ?? null);
    else refuse(fieldOf(outcome.field, given), outcome.message);
  }

  const error = (field: string) => (complaint?.field === field ? complaint.message : null);
  return (
    <form
      className="import"
      action={sendPlain}
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-busy={busy}
    >
      {refused && (
        <div className="note" role="alert">
          <p>
            <b>{said.refused}</b> {refused}
          </p>
          <p>{said.refusedKept}</p>
        </div>
      )}
      <fieldset className="field needs-script">
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
        <FilePicker files={given.files} error={error("file")} onFiles={(files) => set({ files })} />
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
          onLines={(addresses) => {
            set({ mode: "addresses", addresses });
            setTimeout(() => document.getElementById("import-addresses")?.focus());
          }}
        />
      )}
      {given.mode === "addresses" && (
        <PasteField
          name="addresses"
          label={several.addresses}
          hint={several.addressesHint}
          rows={8}
          value={given.addresses}
          error={error("addresses")}
          onChange={(addresses) => set({ addresses })}
        />
      )}
      {(given.mode === "text" || given.mode === "html") && (
        <PasteField
          key={given.mode}
          name={given.mode}
          label={said[given.mode]}
          hint={given.mode === "html" ? said.htmlHint : said.textHint}
          rows={14}
          value={given[given.mode]}
          error={error(given.mode)}
          onChange={(value) => set({ [given.mode === "html" ? "html" : "text"]: value })}
        />
      )}
      <PlainFile />
      {hasOneAddress(given) && (
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
          {howMany(given) > 1 ? several.submit : said.submit}
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
          {progress?.kind === "cancelled" && words.desk.oneImport.is.CANCELLED}
          {progress?.kind === "lost" && (
            <>
              {said.errors.lost} <Link href="/desk">{words.desk.queue.desk}</Link>
            </>
          )}
          {progress?.kind === "done" && (
            <>
              {said.done}{" "}
              <Link href={progress.href}>
                {progress.count > 1 ? posts.count(progress.count) : said.opens}
              </Link>
            </>
          )}
        </p>
      </div>
    </form>
  );
}

/** How many pages are given: one import each. */
function howMany({ mode, files, addresses }: PageGiven): number {
  if (mode === "file") return files.length;
  return mode === "addresses" ? linesOf(addresses).length : 1;
}

function complaintOfCount(n: number): string | null {
  return n > MOST_AT_ONCE ? several.tooMany(n, MOST_AT_ONCE) : null;
}

/** Several pages have no one address, and one that is given by its address has it. */
function hasOneAddress(given: PageGiven): boolean {
  return given.mode !== "address" && given.mode !== "addresses" && howMany(given) < 2;
}

/** The field that is shown for the one that is to blame. */
function fieldOf(field: string | undefined, { mode }: PageGiven): string | undefined {
  return field === "address" && mode === "addresses" ? mode : field;
}

/** What a browser without scripts had sent, when it was refused. */
function keptOf(answer: FormState): Partial<PageGiven> {
  return answer === null || answer.ok ? {} : { text: answer.kept.text ?? "" };
}

function PasteField(props: {
  name: "text" | "html" | "addresses";
  label: string;
  hint: string;
  rows: number;
  value: string;
  error: string | null;
  onChange: (value: string) => void;
}) {
  const id = `import-${props.name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <small id={`${id}-hint`}>{props.hint}</small>
      <textarea
        id={id}
        name={props.name}
        className="input"
        rows={props.rows}
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
  /** Several lines were pasted, which one line can't hold. */
  onLines?: (text: string) => void;
}) {
  const id = `import-${props.name}`;
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData("text");
    if (props.onLines === undefined || linesOf(text).length < 2) return;
    event.preventDefault();
    props.onLines(text);
  }
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
        onPaste={paste}
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
