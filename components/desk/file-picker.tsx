"use client";

import { type DragEvent, useState } from "react";
import { words } from "#lib/domain/words";
import { sizeWords } from "./page-given";

const said = words.desk.importing;

/** Choose a file, or drop it. The field itself is the browser's own, so that keyboard and screen reader know it. */
export function FilePicker(props: {
  file: File | null;
  error: string | null;
  onFile: (file: File | null) => void;
}) {
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same
    <div
      className={over ? "field drop drop--over" : "field drop"}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        props.onFile(event.dataTransfer.files[0] ?? null);
      }}
    >
      <label htmlFor="import-file">{said.file}</label>
      <input
        id="import-file"
        type="file"
        accept=".html,.htm,.xhtml,.txt,.text,text/html,text/plain"
        aria-invalid={props.error !== null}
        aria-describedby="import-file-hint import-file-chosen import-file-error"
        onChange={(event) => props.onFile(event.target.files?.[0] ?? null)}
      />
      <small id="import-file-hint">{said.fileHint}</small>
      <p className="small" id="import-file-chosen" role="status">
        {over ? said.drop : props.file && said.chosen(props.file.name, sizeWords(props.file.size))}
      </p>
      <p className="error" id="import-file-error" role="alert">
        {props.error}
      </p>
    </div>
  );
}
