import * as words from "#lib/words";

const said = words.importing;

/** A file beside the text, for a browser without scripts: with them the form shows one way at a time. */
export function PlainFile() {
  return (
    <noscript>
      <div className="field">
        <label htmlFor="plain-file">{said.filePlain}</label>
        <input id="plain-file" type="file" name="file" accept=".html,.htm,.xhtml,.txt,.text" />
        <small>{said.fileHintPlain}</small>
      </div>
    </noscript>
  );
}
