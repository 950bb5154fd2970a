import { PiecesText } from "#components/versions/pieces-text";
import type { ShownSentence } from "#lib/domain/provenance";
import * as words from "#lib/words";

const said = words.provenance;

/** The headline, then sentence by sentence: here, upstream, and what became of it. Words that were changed are struck out upstream and underlined here. */
export function SentenceTable(props: {
  /** Null where the page has none. */
  readonly headline: ShownSentence | null;
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
        {props.headline && <Row pair={props.headline} name={said.headline(props.headline.change)} />}
        {props.sentences.map((sentence, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and sentences may be alike
          <Row key={at} pair={sentence} name={said.changes[sentence.change]} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ pair, name }: { readonly pair: ShownSentence; readonly name: string }) {
  return (
    <tr data-change={pair.change}>
      <th scope="row">{name}</th>
      <Side pieces={pair.here} name={said.columns.here} />
      <Side pieces={pair.there} name={said.columns.there} />
    </tr>
  );
}

function Side({ pieces, name }: { readonly pieces: ShownSentence["here"]; readonly name: string }) {
  return (
    <td data-side={name}>
      <p dir="auto">{pieces.length === 0 ? said.nothing : <PiecesText pieces={pieces} />}</p>
    </td>
  );
}
