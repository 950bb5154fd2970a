import { PiecesText } from "#components/versions/pieces-text";
import type { ShownSentence } from "#lib/domain/provenance";
import { words } from "#lib/words";

const said = words.provenance;

/** Sentence by sentence: here, upstream, and what became of it. Words that were changed are struck out upstream and underlined here. */
export function SentenceTable(props: {
  readonly sentences: readonly ShownSentence[];
  readonly label: string;
}) {
  return (
    <table className="sources mt-3" aria-label={`${said.sentences}: ${props.label}`}>
      <thead>
        <tr>
          <th scope="col">{said.columns.change}</th>
          <th scope="col">{said.columns.here}</th>
          <th scope="col">{said.columns.there}</th>
        </tr>
      </thead>
      <tbody>
        {props.sentences.map((sentence, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and sentences may be alike
          <tr key={at} data-change={sentence.change}>
            <th scope="row">{said.changes[sentence.change]}</th>
            <Side pieces={sentence.here} name={said.columns.here} />
            <Side pieces={sentence.there} name={said.columns.there} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ pieces, name }: { readonly pieces: ShownSentence["here"]; readonly name: string }) {
  return (
    <td data-side={name}>
      <p dir="auto">{pieces.length === 0 ? said.nothing : <PiecesText pieces={pieces} />}</p>
    </td>
  );
}
