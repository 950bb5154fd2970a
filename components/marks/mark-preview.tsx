import { ActButton } from "#components/ui/act-button";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/domain/form-state";
import {
  type GivenMark,
  isUnchosen,
  type MarkChoices,
  MarkKind,
  type MarkTool,
  type PlannedMark,
} from "#lib/domain/marks";
import * as words from "#lib/words";

const said = words.marks;

type Shown = PlannedMark & { readonly exact: string | null };

interface Props {
  readonly preview: {
    readonly id: string;
    readonly tool: MarkTool;
    readonly tags: readonly string[];
    readonly choices: MarkChoices;
    readonly plan: readonly Shown[];
    readonly suggestions: number;
  };
  readonly acts: { readonly import: FormAction; readonly takeBack: FormAction };
}

/** What would come of a file: the choices, then each mark with the words that it would be suggested on, or why it wouldn't. */
export function MarkPreview({ preview, acts }: Props) {
  const { id, tool, tags, choices, plan, suggestions } = preview;
  const fits = plan.filter(({ trouble }) => trouble === null);
  const left = plan.filter(({ trouble }) => trouble !== null);
  return (
    <Section id="preview" title={said.preview}>
      <p>{said.from(tool, plan.length)}</p>
      <Choices id={id} tags={tags} choices={choices} />
      <div className="cluster mt-4">
        {isUnchosen(plan) && <p>{said.chooseFirst}</p>}
        {suggestions > 0 && !isUnchosen(plan) && (
          <ActButton
            action={acts.import}
            hidden={{ fileId: id, choices: JSON.stringify(importable(choices)) }}
            label={said.import(suggestions)}
          />
        )}
        <ActButton action={acts.takeBack} hidden={{ fileId: id }} label={said.putAway} />
      </div>
      <h3 className="mt-6">{said.suggested(fits.length)}</h3>
      {fits.length > suggestions && <p className="small muted">{said.several(suggestions)}</p>}
      <Marks marks={fits} none={said.noneSuggested} />
      <h3 className="mt-6">{said.left(left.length)}</h3>
      <Marks marks={left} none={said.noneLeft} />
    </Section>
  );
}

/** Where nothing asks what becomes of the rest, nothing is made of it. */
const importable = ({ kinds, otherwise }: MarkChoices): MarkChoices => ({
  kinds,
  otherwise: otherwise ?? "LEAVE_OUT",
});

/** What each tag says, and what is made of marks whose tags say nothing. It asks the same address, and needs no script. */
function Choices({ id, tags, choices }: { id: string; tags: readonly string[]; choices: MarkChoices }) {
  return (
    // What was chosen stands in the fields of another file, too, until they are drawn anew.
    <form className="stack-4 measure mt-4" action="#preview" key={id}>
      <input type="hidden" name="file" value={id} />
      {tags.length > 0 && (
        <fieldset className="stack-4">
          <legend>{said.tagsTitle}</legend>
          <p className="small muted">{said.tagsHint}</p>
          {tags.map((tag, index) => (
            <KindField
              key={tag}
              name={`k${index}`}
              label={said.tag(tag)}
              chosen={choices.kinds[index] ?? ""}
              first={["", said.nothing]}
            />
          ))}
        </fieldset>
      )}
      <KindField
        name="otherwise"
        label={said.otherwise}
        chosen={choices.otherwise ?? ""}
        first={["", said.choose]}
        last={["LEAVE_OUT", said.leaveOut]}
      />
      <p>
        <button className="btn" type="submit">
          {said.show}
        </button>
      </p>
    </form>
  );
}

interface KindProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly first: readonly [string, string];
  readonly last?: readonly [string, string];
}

function KindField({ name, label, chosen, first, last }: KindProps) {
  const options = [
    first,
    ...MarkKind.options.map((kind) => [kind, said.kinds[kind]] as const),
    ...(last ? [last] : []),
  ];
  return (
    <div className="field">
      <label htmlFor={`mark-${name}`} dir="auto" className="wrap-anywhere">
        {label}
      </label>
      <select className="input" id={`mark-${name}`} name={name} defaultValue={chosen} key={chosen}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function Marks({ marks, none }: { readonly marks: readonly Shown[]; readonly none: string }) {
  if (marks.length === 0) return <p className="muted">{none}</p>;
  return (
    <ol className="stack-4 mt-3">
      {marks.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks have no name, and their order never changes
        <li key={index}>
          <MarkItem {...one} />
        </li>
      ))}
    </ol>
  );
}

/** So much of a mark's words is shown, in characters. */
const SHOWN = 300;

function MarkItem({ mark, exact, isExact, kind, trouble }: Shown) {
  const quoted = shortened(exact ?? mark.exact.trim());
  return (
    <>
      {quoted === "" ? (
        <p className="muted">{said.noWords}</p>
      ) : (
        <q className="wrap-anywhere" dir="auto">
          {quoted}
        </q>
      )}
      <p className="small">
        {trouble === null && kind !== null ? (
          <b>{said.kinds[kind]}.</b>
        ) : (
          <b>{trouble && said.troubles[trouble]}</b>
        )}{" "}
        {exact !== null && !isExact && said.approximately}
      </p>
      <p className="small muted measure wrap-anywhere" dir="auto">
        {sourceWords(mark).map(ended).join(" ")}
      </p>
    </>
  );
}

function sourceWords({ by, day, tags, note }: GivenMark): string[] {
  return [
    said.madeBy(by, day),
    ...(tags.length > 0 ? [tags.map((tag) => said.tag(tag)).join(", ")] : []),
    ...(note === "" ? [] : [`${said.note}: ${note}`]),
  ];
}

const ended = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= SHOWN ? text : `${characters.slice(0, SHOWN).join("")}…`;
}
