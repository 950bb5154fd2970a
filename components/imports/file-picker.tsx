"use client";

import { type DragEvent, useEffect, useRef, useState } from "react";
import * as words from "#lib/words";
import { sizeWords } from "#lib/words/sizes";
import { filesOfDrop } from "./dropped-files";
import { complaintOfFile } from "./page-given";

const several = words.severalImports;

const said = words.importing;

interface Props {
  readonly files: readonly File[];
  readonly error: string | null;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Choose files, or drop them, or a folder. The field itself is the browser's own, so that keyboard and screen reader know it. */
export function FilePicker({ files, error, onFiles }: Props) {
  const [over, setOver] = useState(false);
  const [note, setNote] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  async function drop(event: DragEvent) {
    drag(event, false);
    const dropping = filesOfDrop(event.dataTransfer);
    setNote(several.reading);
    try {
      const { files, leftOut, hasFolder, isTooLarge } = await dropping;
      if (isTooLarge) return setNote(several.folderTooLarge);
      if (files.length === 0) return setNote(hasFolder ? several.noneInFolder : null);
      setNote(leftOut > 0 ? several.leftOut(leftOut) : null);
      if (field.current) field.current.files = fileList(files);
      onFiles(files);
    } catch {
      setNote(several.unreadable);
    }
  }
  const [only] = files;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same
    <div
      className={over ? "field drop drop--over" : "field drop"}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => void drop(event)}
    >
      <label htmlFor="import-file">{said.file}</label>
      <input
        id="import-file"
        ref={field}
        type="file"
        multiple
        accept=".html,.htm,.xhtml,.txt,.text,text/html,text/plain"
        aria-invalid={error !== null}
        aria-describedby="import-file-hint import-file-chosen import-file-error"
        onChange={(event) => {
          setNote(null);
          onFiles([...(event.target.files ?? [])]);
        }}
      />
      <small id="import-file-hint">{said.fileHint}</small>
      <p className="small" id="import-file-chosen" role="status">
        {over && said.drop}
        {!over && only && files.length === 1 && said.chosen(only.name, sizeWords(only.size))}
        {!over && files.length > 1 && several.chosen(files.length)} {!over && note}
      </p>
      {files.length > 1 && <Chosen files={files} />}
      <p className="error" id="import-file-error" role="alert">
        {error}
      </p>
    </div>
  );
}

/** So that the field itself says what was dropped. */
function fileList(files: readonly File[]): FileList {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer.files;
}

/** Several, each by its name, and what is wrong with it as far as that can be told here. */
function Chosen({ files }: { files: readonly File[] }) {
  const [complaints, setComplaints] = useState<readonly (string | null)[]>([]);
  useEffect(() => {
    let isLate = false;
    void Promise.all(files.map(complaintOfFile)).then((found) => {
      if (!isLate) setComplaints(found);
    });
    return () => {
      isLate = true;
    };
  }, [files]);
  return (
    <ul className="stack-2 small" aria-label={several.chosenList}>
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two of them may have one name, and their order stays
        <li key={index} className="wrap-anywhere">
          <bdi>{file.name}</bdi>, {sizeWords(file.size)}
          {complaints[index] && <span className="error block">{complaints[index]}</span>}
        </li>
      ))}
    </ul>
  );
}
