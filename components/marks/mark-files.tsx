import Link from "next/link";
import { ActButton } from "#components/ui/act-button";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/domain/form-state";
import type { MarkFileView } from "#lib/domain/marks";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const said = words.marks;

interface Props {
  readonly files: readonly MarkFileView[];
  /** Null where this person may not. */
  readonly takeBack: FormAction | null;
  readonly timeZone: string;
}

/** The files of marks that a version was given, and what became of each. */
export function MarkFiles({ files, takeBack, timeZone }: Props) {
  return (
    <Section id="files" title={said.files}>
      {files.length === 0 ? (
        <p className="muted">{said.noFiles}</p>
      ) : (
        <ul className="stack-4">
          {files.map((file) => (
            <li key={file.id}>
              <FileItem file={file} takeBack={takeBack} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function FileItem({ file, takeBack, timeZone }: Omit<Props, "files"> & { readonly file: MarkFileView }) {
  const { id, name, tool, count, givenBy, givenAt, imported, ended, isDecided } = file;
  const when = (at: string) => momentWords(at, timeZone);
  return (
    <>
      <p className="wrap-anywhere" dir="auto">
        <b>{name ?? said.unnamed}</b>
      </p>
      <p className="small">{said.given(count, tool, givenBy, when(givenAt))}</p>
      {imported && (
        <p className="small">{said.imported(imported.suggestions, imported.by, when(imported.at))}</p>
      )}
      {ended && <p className="small">{(imported ? said.ended : said.putAwayBy)(ended.by, when(ended.at))}</p>}
      {!imported && !ended && (
        <p className="small">
          {said.waits} {takeBack && <Link href={`?file=${id}#preview`}>{said.look}</Link>}
        </p>
      )}
      {imported && !ended && isDecided && <p className="small muted">{said.decided}</p>}
      {imported && !ended && !isDecided && takeBack && (
        <>
          <p className="small muted">{said.takeBackHint}</p>
          <ActButton
            action={takeBack}
            hidden={{ fileId: id }}
            label={said.takeBack}
            of={name ?? said.unnamed}
          />
        </>
      )}
    </>
  );
}
