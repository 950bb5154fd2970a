"use client";

import { useId } from "react";
import type { EvidenceView } from "#lib/domain/claim-desk";
import { fileComplaint } from "#lib/domain/evidence-files";
import type { Outcome } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { sizeWords } from "#lib/words/sizes";

const said = words.claimEditor;

/** So many bytes tell what a file is, as far as that is told before it is sent. */
const FIRST_BYTES = 4096;

interface FieldProps {
  readonly file: File | null;
  readonly error: string | null;
  readonly onFile: (file: File | null) => void;
}

/** A document in place of an address. It can't be kept as a draft: what is typed beside it is. */
export function FileField({ file, error, onFile }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{said.file}</label>
      <input
        id={id}
        type="file"
        accept=".pdf,.html,.htm,.xhtml,.txt,.text,application/pdf,text/html,text/plain"
        aria-invalid={error !== null}
        aria-describedby={`${id}-hint ${id}-chosen ${id}-error`}
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
      />
      <small id={`${id}-hint`}>{said.fileHint}</small>
      <p className="small wrap-anywhere" id={`${id}-chosen`} role="status">
        {file && <bdi>{said.fileChosen(file.name, sizeWords(file.size))}</bdi>}
      </p>
      <p className="error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  );
}

/** What is wrong with a file before it is sent, as the record would say it; null where nothing is. */
export async function complaintOf(file: File): Promise<Extract<Outcome, { ok: false }> | null> {
  const refused = (message: string) =>
    ({ ok: false, code: "invalid_input", message, field: "file", kept: {} }) as const;
  try {
    const bytes = new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer());
    const complaint = fileComplaint(bytes, file.name, file.size);
    return complaint === null ? null : refused(`${words.complaints[complaint]}.`);
  } catch {
    // It was moved, deleted or taken away since it was chosen.
    return refused(said.fileGone);
  }
}

/** A file as it is sent; what tells it from another one stands beside it, as bytes aren't compared. */
export function sentFile(file: File | null): Readonly<Record<string, unknown>> {
  return file === null ? {} : { file, fileMark: `${file.name} ${file.size} ${file.lastModified}` };
}

/** A document that the newsroom holds. No address hands it out. */
export function EvidenceFile({
  file: { name, sha256, cameFrom },
}: {
  file: NonNullable<EvidenceView["file"]>;
}) {
  return (
    <>
      <p className="small" dir="auto">
        {said.document(name)} {said.documentFrom(cameFrom)}
      </p>
      <p className="small muted wrap-anywhere">
        {said.documentHash} <code dir="ltr">{sha256}</code>
      </p>
    </>
  );
}
