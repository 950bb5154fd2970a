import type { Metadata } from "next";
import Link from "next/link";
import { Section } from "#components/ui/section";
import { scaleOfReaders } from "#lib/db/readers/scale";
import * as words from "#lib/words";
import { inWords } from "#lib/words/verdicts";

const w = words.termsPage;
const groups = Object.entries(words.terms) as [keyof typeof words.terms, object][];

export const metadata: Metadata = { title: `${w.title}.` };

/** The one list of words, for readers and for editors. Verdicts are those of the newsroom's scale. */
export default async function WordsPage() {
  const { codes } = await scaleOfReaders();
  const verdicts = codes.map(({ word, definition }) => {
    const name = inWords(word);
    return { reader: name, editor: name, meaning: inWords(definition) };
  });
  return (
    <>
      <p className="kicker">{w.title}</p>
      <h1 className="answer">{w.answer}</h1>
      <p className="lede">
        {w.lede} <Link href="/method">{words.method.title}</Link>
      </p>
      {groups.map(([name, group]) => (
        <Section key={name} id={name} title={w.groups[name]}>
          <Terms terms={name === "verdicts" ? verdicts : Object.values<Term>({ ...group })} />
        </Section>
      ))}
    </>
  );
}

type Term = (typeof words.terms.labels)["REPORTED"];

/** A language without a desk has no names of the desk's. */
const hasDesk = groups.some(([, group]) =>
  Object.values<Term>({ ...group }).some(({ editor, reader }) => editor !== reader),
);

function Terms({ terms }: { terms: readonly Term[] }) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{w.columns.reader}</th>
          {hasDesk && <th scope="col">{w.columns.editor}</th>}
          <th scope="col">{w.columns.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map(({ reader, editor, meaning }) => (
          <tr key={editor + reader}>
            <th scope="row">{reader}</th>
            {hasDesk && (
              <td data-l={w.columns.editor}>
                {editor === reader ? <span className="muted">{w.same}</span> : editor}
              </td>
            )}
            <td data-l={w.columns.meaning}>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
