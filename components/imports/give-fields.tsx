"use client";

import type { ClipboardEvent } from "react";
import { type Bound, TextField } from "#components/ui/field";
import * as words from "#lib/words";
import { linesOf } from "./batch";
import { FilePicker } from "./file-picker";
import { MODES, type PageGiven } from "./page-given";

const several = words.severalImports;
const said = words.importing;

interface Props {
  readonly given: PageGiven;
  readonly set: (change: Partial<PageGiven>) => void;
  readonly error: (field: string) => string | null;
}

/** What a field of the form is given. The focus goes to it by its id where it is to blame. */
export function field(name: string, error: Props["error"]): Bound {
  return { name, id: `import-${name}`, error: error(name), isSpoken: true };
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
        <TextField
          {...field("address", error)}
          type="url"
          label={said.address}
          hint={said.addressHint}
          value={given.address}
          onText={(address) => set({ address })}
          onPaste={(event) => pasteLines(event, set)}
        />
      );
    case "addresses":
      return (
        <TextField
          {...field("addresses", error)}
          label={several.addresses}
          hint={several.addressesHint}
          isHintFirst
          rows={8}
          spellCheck={false}
          value={given.addresses}
          onText={(addresses) => set({ addresses })}
        />
      );
    default: {
      const { mode } = given;
      return (
        <TextField
          key={mode}
          {...field(mode, error)}
          label={said[mode]}
          hint={mode === "html" ? said.htmlHint : said.textHint}
          isHintFirst
          rows={14}
          spellCheck={false}
          value={given[mode]}
          onText={(value) => set({ [mode]: value })}
        />
      );
    }
  }
}

/** Several lines were pasted, which a field of one line can't hold: they go to the field of several addresses. */
function pasteLines(event: ClipboardEvent<HTMLInputElement>, set: Props["set"]): void {
  const addresses = event.clipboardData.getData("text");
  if (linesOf(addresses).length < 2) return;
  event.preventDefault();
  set({ mode: "addresses", addresses });
  setTimeout(() => document.getElementById("import-addresses")?.focus());
}
