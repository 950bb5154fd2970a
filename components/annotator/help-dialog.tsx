import { type ReactNode, useId } from "react";
import { Dialog } from "#components/ui/dialog";
import { ReaderLabel, type Sourcing } from "#lib/domain/labels";
import { words } from "#lib/words";
import { keyOfSourcing, SOURCING_KEYS } from "./keyboard";
import type { Row } from "./rows";

const said = words.help;

/** What each kind of source and each label means, with a case and a case that only looks like one; those of the current row come first. */
export function HelpDialog({ row, onClose }: { row: Row | null; onClose: () => void }) {
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
          </p>
          {facts && (
            <Part title={said.here}>
              <SourcingHelp sourcing={facts.sourcing} />
              <LabelHelp label={facts.label} />
            </Part>
          )}
          <Part title={said.sourcing}>
            {SOURCING_KEYS.map((sourcing) => (
              <SourcingHelp key={sourcing} sourcing={sourcing} />
            ))}
          </Part>
          <Part title={said.labels}>
            {ReaderLabel.options.map((label) => (
              <LabelHelp key={label} label={label} />
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

function SourcingHelp({ sourcing }: { sourcing: Sourcing }) {
  const { editor, meaning } = words.terms.sourcing[sourcing];
  const cases = said.cases.sourcing[sourcing];
  return <Explained name={editor} keyName={keyOfSourcing(sourcing)} meaning={meaning} {...cases} />;
}

function LabelHelp({ label }: { label: ReaderLabel }) {
  const { badge, meaning, example } = words.labels[label];
  const cases = said.cases.labels[label];
  return <Explained name={badge} meaning={meaning} example={example.text} {...cases} />;
}

interface Explanation {
  readonly name: string;
  readonly keyName?: string;
  readonly meaning: string;
  readonly example: string;
  readonly but: string;
  readonly since: string;
}

function Explained({ name, keyName, meaning, example, but, since }: Explanation) {
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
      </dd>
    </div>
  );
}
