"use client";

import Link from "next/link";
import { useId } from "react";
import { DraftMark, type Drafts, useDrafts } from "#components/ui/drafts";
import { TextField } from "#components/ui/field";
import { onceSent } from "#components/ui/send";
import { SendKey } from "#components/ui/send-key";
import type { FormAction, FormState } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { BatchList, type ImportActs } from "./batch-list";
import { field, GivenField, ModeChoice } from "./give-fields";
import { isTooLongToKeep } from "./page-draft";
import { MODES, type PageGiven } from "./page-given";
import { PlainFile } from "./plain-file";
import { type Batch, useBatch } from "./use-batch";
import { type GiveFormAtWork, howMany, useGiveForm } from "./use-give-form";

const posts = words.posts;
const several = words.severalImports;
const said = words.importing;

const FIELDS: readonly string[] = [...MODES, "url", "publisher"];

interface Props {
  readonly send: (form: FormData) => Promise<FormState>;
  /** For a browser without scripts. */
  readonly plain: FormAction;
  readonly acts: ImportActs;
  readonly kept: Parameters<typeof useDrafts>[0];
}

/** Give a page, or several. Several have a screen of their own while they are on their way; then the form is there again. */
export function ImportForm({ acts, kept, ...props }: Props) {
  const batch = useBatch();
  const drafts = useDrafts(kept);
  if (batch.items.length > 0) return <BatchList batch={batch} acts={acts} />;
  return <GiveForm {...props} batch={batch} drafts={drafts} />;
}

function GiveForm(props: Omit<Props, "acts" | "kept"> & { batch: Batch; drafts: Drafts }) {
  const form = useGiveForm(props);
  const { given, set, complaint, isBusy, progress } = form;
  const statusId = useId();
  const error = (field: string) => (complaint?.field === field ? complaint.message : null);
  return (
    <form
      className="import"
      action={form.sendPlain}
      onSubmit={(event) => void form.submit(event)}
      noValidate
      aria-busy={isBusy}
    >
      <SendKey done={form.importId} />
      {progress?.kind === "refused" && <Refused message={progress.message} />}
      <ModeChoice given={given} set={set} />
      <GivenField given={given} set={set} error={error} />
      <PlainFile />
      {hasOneAddress(given) && (
        <TextField
          {...field("url", error)}
          type="url"
          label={said.url}
          hint={said.urlHint}
          value={form.about.url}
          onText={(url) => form.tell({ url })}
        />
      )}
      <TextField
        {...field("publisher", error)}
        label={said.publisher}
        hint={said.publisherHint}
        value={form.about.publisher}
        onText={(publisher) => form.tell({ publisher })}
      />
      <OfNoField complaint={complaint} />
      {isTooLongToKeep(given) && <p className="small muted">{said.tooLongToKeep}</p>}
      <p className="small">
        <DraftMark state={props.drafts.state} />
      </p>
      <div className="cluster">
        <button
          type="submit"
          className="btn btn--main"
          aria-disabled={isBusy}
          aria-describedby={statusId}
          onClick={onceSent}
        >
          {howMany(given) > 1 ? several.submit : said.submit}
        </button>
        <p role="status" id={statusId} className="small">
          <Progress form={form} />
        </p>
      </div>
    </form>
  );
}

function Refused({ message }: { message: string }) {
  return (
    <div className="note" role="alert">
      <p>
        <b>{said.refused}</b> {message}
      </p>
      <p>{said.refusedKept}</p>
    </div>
  );
}

/** Several pages have no one address, and one that is given by its address has it. */
function hasOneAddress(given: PageGiven): boolean {
  return given.mode !== "address" && given.mode !== "addresses" && howMany(given) < 2;
}

/** How far the page is that was sent. */
function Progress({ form: { isSending, progress, importId } }: { form: GiveFormAtWork }) {
  return (
    <>
      {isSending && said.sending}
      {progress?.kind === "waiting" && (
        <>
          {progress.trouble} {progress.saying}{" "}
          {progress.trouble && <Link href={`/desk/import/${importId}`}>{words.desk.queue.seeImport}</Link>}
        </>
      )}
      {progress?.kind === "cancelled" && words.oneImport.is.CANCELLED}
      {progress?.kind === "lost" && (
        <>
          {said.errors.lost} <Link href="/desk">{words.desk.queue.desk}</Link>
        </>
      )}
      {progress?.kind === "done" && (
        <>
          {said.done}{" "}
          <Link href={progress.href}>{progress.count > 1 ? posts.count(progress.count) : said.opens}</Link>
        </>
      )}
    </>
  );
}

/** What is wrong and about no field that the form has. */
function OfNoField({ complaint }: Pick<ReturnType<typeof useGiveForm>, "complaint">) {
  if (!complaint || FIELDS.includes(complaint.field ?? "")) return null;
  return (
    <p className="error" role="alert">
      {complaint.message}
    </p>
  );
}
