import { type KeyboardEvent, useState } from "react";
import { ThirdForm } from "#components/annotator/third-form";
import type { Drafts } from "#components/ui/drafts";
import { onceClicked } from "#components/ui/send";
import type { Outcome } from "#lib/domain/form-state";
import type { Decided, UnitView } from "#lib/domain/settling";
import * as words from "#lib/words";
import { placeRows } from "./place-rows";

const said = words.readings.settle;

interface Props {
  readonly unit: UnitView;
  /** What the first, the second and the settled column are called. */
  readonly columns: readonly string[];
  readonly drafts: Drafts;
  /** Null where whoever looks doesn't decide. */
  readonly onDecide: ((unit: UnitView, decided: Decided) => Promise<Outcome>) | null;
}

const placeId = (unit: Pick<UnitView, "id">): string => `place-${unit.id}`;

/** One place that either reader marked: what each says, what differs, and what may be taken. */
export function Place({ unit, columns, drafts, onDecide }: Props) {
  const subject = `unit:${unit.id}`;
  const [isThird, setThird] = useState(drafts.bodyOf(subject) !== null);
  const quoted = unit.left ?? unit.right;
  const take = (choice: Decided["choice"]) =>
    choice === "THIRD" ? setThird(true) : void onDecide?.(unit, { choice });
  return (
    <li
      id={placeId(unit)}
      className="place"
      // The keys of a place work where the focus is on it: it is no control, and holds some.
      tabIndex={-1}
      aria-labelledby={`${placeId(unit)}-title`}
      onKeyDown={onDecide ? (event) => onKey(event, take) : undefined}
    >
      <h3 id={`${placeId(unit)}-title`}>{said.place(unit.number)}</h3>
      <p className="small">{stateWords(unit)}</p>
      {unit.reason !== null && (
        <p className="small" dir="auto">
          {said.because(unit.reason)}
        </p>
      )}
      <blockquote className="diff-quote" dir="auto">
        {quoted?.exact}
      </blockquote>
      <PlaceTable unit={unit} columns={columns} />
      {onDecide && (
        <>
          <p className="cluster mt-3">
            {CHOICES.map(({ choice, name, key }) => (
              <button
                key={choice}
                type="button"
                className="btn btn--s"
                aria-pressed={unit.choice === choice}
                aria-describedby={`${placeId(unit)}-title`}
                onClick={onceClicked(() => take(choice))}
              >
                {name} <kbd>{key}</kbd>
              </button>
            ))}
          </p>
          {isThird && (
            <ThirdForm
              unit={unit}
              subject={subject}
              drafts={drafts}
              onSend={(decided) => onDecide(unit, decided)}
              onDone={() => setThird(false)}
            />
          )}
        </>
      )}
    </li>
  );
}

const CHOICES = [
  { choice: "LEFT", name: said.takeLeft, key: "1" },
  { choice: "RIGHT", name: said.takeRight, key: "2" },
  { choice: "THIRD", name: said.takeThird, key: "3" },
  { choice: "NEITHER", name: said.takeNeither, key: "0" },
] as const;

/** Letters and numbers act only while the focus is on a place or on one of its buttons, and no field is typed in. */
function onKey(event: KeyboardEvent<HTMLElement>, take: (choice: Decided["choice"]) => void): void {
  const isTyped =
    event.target instanceof HTMLElement && event.target.closest("input, select, textarea") !== null;
  if (isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
  const chosen = CHOICES.find(({ key }) => key === event.key);
  const step = { j: "nextElementSibling", k: "previousElementSibling" } as const;
  if (chosen) take(chosen.choice);
  else if (event.key === "j" || event.key === "k") {
    const neighbour = event.currentTarget[step[event.key]];
    if (neighbour instanceof HTMLElement) neighbour.focus();
  } else return;
  event.preventDefault();
}

function stateWords(unit: UnitView): string {
  const { differences, choice, decidedBy } = unit;
  const differing = differences.map((name) => said.names[name].toLowerCase()).join(", ");
  const apart = differences.length === 0 ? said.same : said.differences(differing);
  if (choice === null) return `${apart} ${said.waits}`;
  return `${apart} ${said.decided(said.choices[choice], decidedBy ?? "")}`;
}

function PlaceTable({ unit, columns }: Pick<Props, "unit" | "columns">) {
  const shown = columns.slice(0, unit.choice === null ? 2 : 3);
  return (
    <table className="mt-3">
      <caption className="sr">{said.place(unit.number)}</caption>
      <thead>
        <tr>
          <th scope="col">{said.field}</th>
          {shown.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {placeRows(unit).map(({ row, name, cells, differs }) => (
          <tr key={row} className={differs ? "differs" : undefined}>
            <th scope="row">
              {name} {differs && <span className="differs-word">{said.differs}</span>}
            </th>
            {shown.map((column, at) => (
              <td key={column} data-column={column} dir="auto" className={at === 2 ? "settled" : undefined}>
                {cells[at] ?? (at === 2 ? said.choices.NEITHER : said.nothing)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
