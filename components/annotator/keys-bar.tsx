import * as words from "#lib/words";
import type { KeyCommand } from "./keyboard";

const said = words.desk.keys;

/** The keys at the foot of the desk. Where letters are turned off only the way to turn them on is offered. */
export function KeysBar({ letters, onAll }: { letters: boolean; onAll: () => void }) {
  return (
    <section className="keys" aria-label={said.bar}>
      {letters &&
        BAR.map(({ keys, name }) => (
          <span key={name}>
            {keys.map((key, index) => (
              <span key={key}>
                {index > 0 && (name === said.list.sourcing ? "–" : " ")}
                <kbd>{key}</kbd>
              </span>
            ))}{" "}
            {name}
          </span>
        ))}
      <span className="end">
        <button type="button" className="btn btn--s" onClick={onAll}>
          {letters && <kbd>?</kbd>} {said.list.all}
        </button>
      </span>
    </section>
  );
}

const BAR: readonly { readonly keys: readonly string[]; readonly name: string }[] = [
  { keys: ["j", "k"], name: said.list.sentence },
  { keys: ["[", "]"], name: said.list.statement },
  { keys: ["n"], name: said.list.new },
  { keys: ["1", "0"], name: said.list.sourcing },
  { keys: ["c"], name: said.list.certainty },
  { keys: ["f"], name: said.list.promise },
  { keys: ["e"], name: said.list.evidence },
  { keys: ["g"], name: said.list.nextSuggestion },
  { keys: ["a"], name: said.list.accept },
  { keys: ["x"], name: said.list.reject },
  { keys: ["Ctrl Z"], name: said.list.undo },
];

/** Every key with what it does and a button that does the same. */
export const ALL_KEYS: readonly {
  readonly keys: string;
  readonly name: string;
  readonly command: KeyCommand | null;
}[] = [
  { keys: "j", name: said.long.nextSentence, command: { kind: "sentence", way: "next" } },
  { keys: "k", name: said.long.previousSentence, command: { kind: "sentence", way: "previous" } },
  { keys: "]", name: said.long.nextStatement, command: { kind: "statement", way: "next" } },
  { keys: "[", name: said.long.previousStatement, command: { kind: "statement", way: "previous" } },
  { keys: "g", name: said.long.nextSuggestion, command: { kind: "next-suggestion" } },
  { keys: "a", name: said.long.accept, command: { kind: "accept" } },
  { keys: "Enter", name: said.long.edit, command: { kind: "edit" } },
  { keys: "x", name: said.long.reject, command: { kind: "reject" } },
  { keys: "Ctrl Enter", name: said.long.save, command: { kind: "save" } },
  { keys: "n", name: said.long.new, command: { kind: "new" } },
  { keys: "<", name: said.long.startEarlier, command: { kind: "end", edge: "start", way: "earlier" } },
  { keys: ">", name: said.long.startLater, command: { kind: "end", edge: "start", way: "later" } },
  { keys: ",", name: said.long.endEarlier, command: { kind: "end", edge: "end", way: "earlier" } },
  { keys: ".", name: said.long.endLater, command: { kind: "end", edge: "end", way: "later" } },
  { keys: "u", name: said.long.unit, command: { kind: "unit" } },
  { keys: "o", name: said.long.whose, command: { kind: "whose" } },
  { keys: "l", name: said.long.leaveOut, command: { kind: "leave-out" } },
  { keys: "1 – 0", name: said.long.sourcing, command: null },
  { keys: "c", name: said.long.certainty, command: { kind: "certainty" } },
  { keys: "f", name: said.long.promise, command: { kind: "promise" } },
  { keys: "s", name: said.long.speaker, command: { kind: "speaker" } },
  { keys: "m", name: said.long.claim, command: { kind: "claim" } },
  { keys: "e", name: said.long.evidence, command: { kind: "evidence" } },
  { keys: "r", name: said.long.search, command: null },
  { keys: "p", name: said.long.part, command: { kind: "part" } },
  { keys: "v", name: words.matches.key, command: { kind: "verdict" } },
  { keys: "h", name: said.long.help, command: { kind: "help" } },
  { keys: "Ctrl Z", name: said.long.undo, command: { kind: "undo" } },
  { keys: "Esc", name: said.long.leave, command: { kind: "leave" } },
  { keys: "?", name: said.long.all, command: null },
];
