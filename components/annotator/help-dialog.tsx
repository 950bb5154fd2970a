import { type ReactNode, useId } from "react";
import { Dialog } from "#components/ui/dialog";
import type { GuidelinePlaces } from "#lib/domain/guideline";
import type { LabelCode } from "#lib/domain/guideline-text";
import { READER_LABELS, type ReaderLabel, type Sourcing } from "#lib/domain/labels";
import * as words from "#lib/words";
import { keyOfSourcing, SOURCING_KEYS } from "./keyboard";
import type { Row } from "./rows";

const said = words.help;
const GUIDELINE = "/desk/guideline";

/** What each kind of source and each label means, with a case and a case that only looks like one; those of the current row come first. */
export function HelpDialog(props: {
  readonly row: Row | null;
  /** Where the newsroom says more of a word; null where it has no guideline. */
  readonly guideline: GuidelinePlaces | null;
  readonly onClose: () => void;
}) {
  const { row, guideline, onClose } = props;
  const facts = row?.statement ?? row?.suggestion ?? null;
  return (
    <Dialog title={said.title} onClose={onClose}>
      {(close) => (
        <div className="stack-4 mt-3">
          {/* First, so that the dialog opens at its top and not at the first thing below that takes the focus. */}
          <p className="cluster">
            <button type="button" className="btn" onClick={close}>
              {words.desk.actions.close}
            </button>
            <a href="/method/words" target="_blank" rel="noreferrer">
              {said.all}
            </a>
            {guideline && (
              <a href={GUIDELINE} target="_blank" rel="noreferrer">
                {words.guideline.help.all}
              </a>
            )}
          </p>
          {facts && (
            <Part title={said.here}>
              <SourcingHelp sourcing={facts.sourcing} guideline={guideline} />
              <LabelHelp label={facts.label} guideline={guideline} />
            </Part>
          )}
          <Part title={said.sourcing}>
            {SOURCING_KEYS.map((sourcing) => (
              <SourcingHelp key={sourcing} sourcing={sourcing} guideline={guideline} />
            ))}
          </Part>
          <Part title={said.labels}>
            {READER_LABELS.map((label) => (
              <LabelHelp key={label} label={label} guideline={guideline} />
            ))}
          </Part>
        </div>
      )}
    </Dialog>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <dl className="stack-3 mt-2 small">{children}</dl>
    </section>
  );
}

interface Said {
  readonly guideline: GuidelinePlaces | null;
}

function SourcingHelp({ sourcing, guideline }: Said & { sourcing: Sourcing }) {
  const { editor, meaning } = words.terms.sourcing[sourcing];
  const cases = said.cases.sourcing[sourcing];
  const section = sectionOf(sourcing, guideline);
  return (
    <Explained
      name={editor}
      keyName={keyOfSourcing(sourcing)}
      meaning={meaning}
      section={section}
      {...cases}
    />
  );
}

function LabelHelp({ label, guideline }: Said & { label: ReaderLabel }) {
  const { badge, meaning, example } = words.labels[label];
  const cases = said.cases.labels[label];
  const section = sectionOf(label, guideline);
  return <Explained name={badge} meaning={meaning} section={section} example={example.text} {...cases} />;
}

/** The address of the guideline's section on this word; null where it has none. */
const sectionOf = (code: LabelCode, guideline: GuidelinePlaces | null): string | null =>
  guideline?.codes.includes(code) ? `${GUIDELINE}#${code}` : null;

interface Explanation {
  readonly name: string;
  readonly keyName?: string;
  readonly meaning: string;
  readonly section: string | null;
  readonly example: string;
  readonly but: string;
  readonly since: string;
}

function Explained({ name, keyName, meaning, section, example, but, since }: Explanation) {
  return (
    <div>
      <dt>
        {keyName && (
          <>
            <kbd>{keyName}</kbd>{" "}
          </>
        )}
        <b>{name}</b>
      </dt>
      <dd>
        <p>{meaning}</p>
        <p>
          <b>{said.example}</b> “{example}”
        </p>
        <p>
          <b>{said.but}</b> “{but}” <span className="muted">{since}</span>
        </p>
        {section !== null && (
          <p>
            <a href={section} target="_blank" rel="noreferrer">
              {words.guideline.help.section}
              <span className="sr">{words.guideline.help.of(name)}</span>
            </a>
          </p>
        )}
      </dd>
    </div>
  );
}
