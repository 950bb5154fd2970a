import { Dialog } from "#components/ui/dialog";
import * as words from "#lib/words";
import type { KeyCommand } from "./keyboard";
import { ALL_KEYS } from "./keys-bar";

const said = words.desk.keys;

interface Props {
  readonly letters: boolean;
  readonly onLetters: (on: boolean) => void;
  readonly onAsk: (command: KeyCommand) => void;
  readonly onClose: () => void;
}

/** All keys. Each line is a button too; a key of one letter can be turned off for all. */
export function KeysDialog({ letters, onLetters, onAsk, onClose }: Props) {
  return (
    <Dialog title={said.title} onClose={onClose}>
      {(close) => (
        <>
          <p className="mt-3">
            <label className="tick">
              <input
                type="checkbox"
                checked={letters}
                onChange={(event) => onLetters(event.target.checked)}
              />
              {said.on}
            </label>
            <small className="block muted">{said.onHint}</small>
          </p>
          <ul className="keys-list mt-3">
            {ALL_KEYS.map(({ keys, name, command }) => (
              <li key={keys}>
                <kbd>{keys}</kbd>
                {command === null ? (
                  <span>{name}</span>
                ) : (
                  <button
                    type="button"
                    className="plain-button"
                    onClick={() => {
                      close();
                      onAsk(command);
                    }}
                  >
                    {name}
                  </button>
                )}
              </li>
            ))}
          </ul>
          <p className="mt-4">
            <button type="button" className="btn" onClick={close}>
              {words.desk.actions.close}
            </button>
          </p>
        </>
      )}
    </Dialog>
  );
}
