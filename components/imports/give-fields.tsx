"use client";

import type { ClipboardEvent } from "react";
import { words } from "#lib/words";
import { linesOf } from "./batch";
import { FilePicker } from "./file-picker";
import { MODES, type PageGiven } from "./page-given";

const several = words.severalImports;
const said = words.desk.importing;

interface Props {
  readonly given: PageGiven;
  readonly set: (change: Partial<PageGiven>) => void;
  readonly error: (field: string) => string | null;
}

/** How a page is given. */
export function ModeChoice({ given, set }: Pick<Props, "given" | "set">) {
  return (
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
  );
}

/** What the page is given in: a file, an address, several addresses, or its text. */
export function GivenField({ given, set, error }: Props) {
  switch (given.mode) {
    case "file":
      return <FilePicker files={given.files} error={error("file")} onFiles={(files) => set({ files })} />;
    case "address":
      return (
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
      );
    case "addresses":
      return (
        <PasteField
          name="addresses"
          label={several.addresses}
          hint={several.addressesHint}
          rows={8}
          value={given.addresses}
          error={error("addresses")}
          onChange={(addresses) => set({ addresses })}
        />
      );
    default: {
      const { mode } = given;
      return (
        <PasteField
          key={mode}
          name={mode}
          label={said[mode]}
          hint={mode === "html" ? said.htmlHint : said.textHint}
          rows={14}
          value={given[mode]}
          error={error(mode)}
          onChange={(value) => set({ [mode]: value })}
        />
      );
    }
  }
}

/** A field of many lines. */
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

/** A field of one line. */
export function LineField(props: {
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
