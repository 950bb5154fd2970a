import Link from "next/link";
import { DeskHistory } from "#components/ui/desk-history";
import { KeptFocus } from "#components/ui/kept-focus";
import { LabelBadge } from "#components/ui/label";
import { NavLinks } from "#components/ui/nav-links";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/domain/form-state";
import { READER_LABELS, type ReaderLabel } from "#lib/domain/labels";
import { MOST_COUNTED, type SpeakerDesk, type SpeakerStatements } from "#lib/domain/speaker-desk";
import * as words from "#lib/words";
import { firstWords, isolated } from "#lib/words/lists";
import { momentWords } from "#lib/words/moments";
import { calledWords } from "#lib/words/speaker-words";
import { JustMerged, JustParted, MergePreview, PartPreview } from "./merging";
import { SameAs } from "./same-as";
import { NameForm } from "./speaker-forms";

const said = words.speakers.one;
const QUOTED = 300;

export interface SpeakerActions {
  readonly name: FormAction;
  readonly merge: FormAction;
  readonly part: FormAction;
}

interface Props {
  readonly desk: SpeakerDesk;
  readonly statements: SpeakerStatements;
  readonly shown: { readonly label: ReaderLabel | null; readonly isFirst: boolean };
  /** Another speaker, each null where the address names none: whom this one may be merged into, and who is to be parted from it. */
  readonly into: SpeakerDesk | null;
  readonly parting: SpeakerDesk | null;
  /** Who was just merged into this one, or parted from it. */
  readonly merged: SpeakerDesk | null;
  readonly parted: SpeakerDesk | null;
  readonly timeZone: string;
  /** Null where this person may not. */
  readonly actions: SpeakerActions | null;
}

/** One speaker on the desk: who they are, the names that are one, what they said, and what was done. */
export function SpeakerRecord(props: Props) {
  const { desk, into, parting, merged, parted, actions } = props;
  const isMerged = desk.mergedInto !== null;
  return (
    <KeptFocus heading="speaker-name">
      <p className="kicker">
        <Link href="/desk/speakers">{said.back}</Link>
      </p>
      <h1 className="claim-words wrap-anywhere" id="speaker-name" dir="auto">
        {desk.name}
      </h1>
      <WhoItIs desk={desk} />
      {desk.mergedInto && (
        <p className="note mt-4">
          <span dir="auto">{said.mergedAway(isolated(desk.mergedInto.name))}</span>{" "}
          <Link href={`/desk/speakers/${desk.mergedInto.id}`}>{said.toRoot}</Link>
        </p>
      )}
      {merged?.mergedInto?.id === desk.id && <JustMerged other={merged} part={actions?.part ?? null} />}
      {parted?.mergedInto === null && <JustParted desk={desk} other={parted} />}
      {into && actions && <MergePreview from={desk} into={into} merge={actions.merge} />}
      {parting && actions && parting.mergedInto?.id === desk.id && (
        <PartPreview desk={desk} member={parting} part={actions.part} />
      )}
      {actions && !isMerged && <NameForm desk={desk} name={actions.name} />}
      <Names {...props} />
      {actions && !isMerged && <SameAs desk={desk} />}
      <Statements {...props} />
      <DeskHistory
        id="s-history"
        history={props.desk.history}
        empty={said.noHistory}
        timeZone={props.timeZone}
      />
    </KeptFocus>
  );
}

function WhoItIs({ desk }: { desk: SpeakerDesk }) {
  const { kind, role, writtenName } = desk;
  return (
    <dl className="facts mt-4" aria-label={said.facts}>
      <dt>{said.kind}</dt>
      <dd>{words.desk.speakerKinds[kind]}</dd>
      <dt>{said.role}</dt>
      <dd className="wrap-anywhere">
        <bdi>{role ?? words.speaker.row.noRole}</bdi>
      </dd>
      {writtenName === null ? null : (
        <>
          <dt>{said.written}</dt>
          <dd className="wrap-anywhere">
            <bdi>{writtenName}</bdi>
          </dd>
        </>
      )}
    </dl>
  );
}

/** The names that were merged into this speaker, each with the way to part it again. */
function Names({ desk, actions, timeZone }: Props) {
  return (
    <Section id="s-names" title={said.names}>
      {desk.merged.length === 0 ? (
        <p className="muted">{said.noNames}</p>
      ) : (
        <ul className="stack-3">
          {desk.merged.map(({ id, name, role, by, at, statements }) => (
            <li key={id} className="wrap-anywhere">
              <b>{calledWords({ name, role })}</b>{" "}
              <span className="small muted">
                {words.speaker.row.counts(statements, 1, MOST_COUNTED)}.{" "}
                {said.mergedBy(by, momentWords(at, timeZone))}
              </span>{" "}
              {actions && (
                <Link
                  href={`/desk/speakers/${desk.id}?part=${id}`}
                  aria-label={said.partOf(name)}
                  prefetch={false}
                >
                  {said.part}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Statements({ desk, statements, shown }: Props) {
  const href = `/desk/speakers/${desk.id}`;
  const { statements: total } = desk.moves;
  const count = total > MOST_COUNTED ? `${MOST_COUNTED}+` : String(total);
  const ofLabels = READER_LABELS.flatMap((label) => {
    const n = desk.labels[label] ?? 0;
    const name = said.ofLabel(words.labels[label].badge, n);
    return n === 0 ? [] : [{ href: `${href}?label=${label}`, words: name, isHere: shown.label === label }];
  });
  const here = shown.label === null ? href : `${href}?label=${shown.label}`;
  return (
    <Section id="s-statements" title={said.statements}>
      {total === 0 ? (
        <p className="muted">{said.noStatements}</p>
      ) : (
        <NavLinks
          of={said.labels}
          links={[{ href, words: said.allLabels(count), isHere: shown.label === null }, ...ofLabels]}
        />
      )}
      <ul className="stack-3 mt-4">
        {statements.statements.map(({ statementId, versionId, exact, label, title, isPublished }) => (
          <li key={statementId}>
            <blockquote className="quote-s wrap-anywhere" dir="auto">
              {firstWords(exact, QUOTED)}
            </blockquote>
            <p className="small cluster">
              <LabelBadge label={label} />
              <Link href={`/desk/articles/${versionId}`} dir="auto" prefetch={false}>
                {title ?? words.desk.queue.untitled}
              </Link>
              {isPublished && <span className="muted">{said.published}</span>}
            </p>
          </li>
        ))}
      </ul>
      {shown.isFirst && statements.more === null ? null : (
        <nav className="cluster mt-6" aria-label={said.statements}>
          {shown.isFirst ? null : <Link href={here}>{said.first}</Link>}
          {statements.more && (
            <Link href={`${here}${shown.label === null ? "?" : "&"}after=${statements.more}`} rel="next">
              {said.more}
            </Link>
          )}
        </nav>
      )}
    </Section>
  );
}
