import type { ScaleChange } from "#lib/domain/scale";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";
import { inWords } from "#lib/words/verdicts";

const say = words.scale.changes;

/** What differs between two versions. `open`, where given, counts the reviews that are still open by the codes of their verdicts. */
export function ScaleChanges(props: {
  readonly changes: readonly ScaleChange[];
  readonly open?: Readonly<Record<string, number>>;
}) {
  const { changes, open = {} } = props;
  if (changes.length === 0) return <p className="mt-2">{say.none}</p>;
  return (
    <ul className="bullets mt-2">
      {changes.map((change) => (
        <li key={keyOf(change)}>
          <Change change={change} open={change.kind === "REMOVED" ? (open[change.code.code] ?? 0) : 0} />
        </li>
      ))}
    </ul>
  );
}

function keyOf(change: ScaleChange): string {
  if (change.kind === "MOVED") return change.kind;
  const { kind, code } = change;
  return kind === "REWORDED" ? `${code.code} ${change.field} ${change.language}` : `${kind} ${code.code}`;
}

function Change({ change, open }: { readonly change: ScaleChange; readonly open: number }) {
  switch (change.kind) {
    case "ADDED": {
      const { word, code, definition } = change.code;
      return (
        <>
          {say.added(isolated(inWords(word)), code)}. {inWords(definition)}
        </>
      );
    }
    case "REMOVED":
      return (
        <>
          {say.removed(isolated(inWords(change.code.word)), change.code.code)}. {say.stays}
          {open > 0 && ` ${say.open(open)}`}
        </>
      );
    case "REWORDED": {
      const { code, field, language, before, after } = change;
      const name = isolated(inWords(code.word));
      return (
        <>
          {say.reworded[field](name, words.scale.table.languages[language])},{" "}
          {say.from(isolated(before ?? say.nothing), isolated(after ?? say.nothing))}
        </>
      );
    }
    case "MOVED":
      return <>{say.moved(change.codes.map(({ word }) => isolated(inWords(word))).join(", "))}</>;
  }
}
