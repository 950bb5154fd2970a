import { words } from "#lib/domain/words";

const said = words.desk.importing;

/** The other ways to give a page, for a browser without scripts: with them the form shows one way at a time. */
export function PlainFields() {
  return (
    <noscript>
      <div className="import">
        <div className="field">
          <label htmlFor="plain-file">{said.filePlain}</label>
          <input id="plain-file" type="file" name="file" accept=".html,.htm,.xhtml,.txt,.text" />
          <small>{said.fileHintPlain}</small>
        </div>
        <div className="field">
          <label htmlFor="plain-address">{said.addressPlain}</label>
          <input id="plain-address" type="url" name="address" className="input" dir="auto" />
          <small>{said.addressHint}</small>
        </div>
      </div>
    </noscript>
  );
}
