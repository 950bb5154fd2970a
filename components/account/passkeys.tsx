"use client";

import { startRegistration } from "@simplewebauthn/browser";
import { useRef, useState } from "react";
import { AskDialog } from "#components/ui/ask-dialog";
import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { Section } from "#components/ui/section";
import { TableHead } from "#components/ui/table-head";
import type { FormAction } from "#lib/domain/form-state";
import type { PasskeyRow } from "#lib/domain/passkeys";
import * as words from "#lib/words";
import { type Clock, dayWords } from "#lib/words/moments";
import { RecoveryCodes } from "./recovery-codes";

const say = words.passkeys;

interface Props {
  readonly passkeys: readonly PasskeyRow[];
  /** False where this Onrecord is reached in a way in which browsers make none. */
  readonly isPossible: boolean;
  readonly clock: Clock;
  readonly actions: Readonly<Record<"begin" | "add" | "remove", FormAction>>;
}

/** One's own passkeys: those that there are, and a new one. */
export function Passkeys({ passkeys, isPossible, clock, actions }: Props) {
  const [removes, setRemoves] = useState<PasskeyRow | null>(null);
  const [told, setTold] = useState("");
  return (
    <Section id="passkeys" title={say.title}>
      <div className="stack-4">
        <p className="small measure">{say.about}</p>
        {passkeys.length === 0 && <p className="small muted">{say.none}</p>}
        {passkeys.length > 0 && (
          <table className="cards">
            <TableHead columns={say.columns} />
            <tbody>
              {passkeys.map((passkey) => (
                <Row key={passkey.id} passkey={passkey} clock={clock} onRemove={() => setRemoves(passkey)} />
              ))}
            </tbody>
          </table>
        )}
        <p role="status" className="small">
          {told}
        </p>
        {isPossible ? (
          <NewPasskey begin={actions.begin} add={actions.add} />
        ) : (
          <p className="small measure">{say.impossible}</p>
        )}
        {removes !== null && (
          <AskDialog
            undrafted="nothing-typed"
            action={actions.remove}
            hidden={{ passkeyId: removes.id }}
            title={say.removeWhich(removes.name)}
            note={<p className="small">{say.removeNote}</p>}
            confirm={say.remove}
            isDanger
            onClose={() => setRemoves(null)}
            onDone={() => setTold(say.isRemoved(removes.name))}
          />
        )}
      </div>
    </Section>
  );
}

function Row({ passkey, clock, onRemove }: { passkey: PasskeyRow; clock: Clock; onRemove: () => void }) {
  const { name, createdAt, lastUsedAt } = passkey;
  return (
    <tr>
      <th scope="row" className="wrap-anywhere">
        <bdi>{name}</bdi>
      </th>
      <td data-l={say.columns.made}>{dayWords(createdAt, clock.timeZone)}</td>
      <td data-l={say.columns.used}>
        {lastUsedAt === null ? say.never : dayWords(lastUsedAt, clock.timeZone)}
      </td>
      <td data-l="">
        <button className="btn btn--s btn--danger" type="button" onClick={onRemove}>
          {say.remove}
          <span className="sr">{say.of(name)}</span>
        </button>
      </td>
    </tr>
  );
}

/** Asks the server first, which may ask who somebody is; then the device; then keeps what it made. */
function NewPasskey({ begin, add }: { begin: FormAction; add: FormAction }) {
  return (
    <Form
      undrafted="nothing-typed"
      action={begin}
      after={({ data }, again) =>
        data?.options && <Make key={data.options} options={data.options} action={add} onDone={again} />
      }
    >
      <SubmitButton className="btn btn--main" working={say.working} label={say.begin} />
    </Form>
  );
}

function Make(props: { options: string; action: FormAction; onDone: () => void }) {
  const made = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState("");
  const [isAsking, setAsking] = useState(false);

  async function make() {
    const form = made.current?.form;
    if (isAsking || !made.current || !form?.reportValidity()) return;
    setAsking(true);
    setTrouble("");
    try {
      // The server made it, and it is what the browser is asked with.
      const optionsJSON: Parameters<typeof startRegistration>[0]["optionsJSON"] = JSON.parse(props.options);
      made.current.value = JSON.stringify(await startRegistration({ optionsJSON }));
      form.requestSubmit();
    } catch {
      setTrouble(say.notMadeHere);
    } finally {
      setAsking(false);
    }
  }

  return (
    <Form
      draft="passkey-name"
      className="form"
      action={props.action}
      after={({ data }) => <Made name={data?.name ?? ""} codes={data?.codes ?? ""} onDone={props.onDone} />}
    >
      {({ field }) => (
        <>
          <TextField {...field("name")} label={say.name} hint={say.nameHint} maxLength={80} required />
          <input type="hidden" name="made" ref={made} />
          <p role="alert" className={trouble === "" ? "contents" : "error"}>
            {trouble}
          </p>
          <div>
            <button
              className="btn btn--main"
              type="button"
              onClick={make}
              aria-disabled={isAsking || undefined}
            >
              {isAsking ? say.waiting : say.make}
            </button>
          </div>
        </>
      )}
    </Form>
  );
}

function Made({ name, codes, onDone }: { name: string; codes: string; onDone: () => void }) {
  return (
    <div className="stack-4">
      <p role="status">{say.isMade(name)}</p>
      {codes === "" ? (
        <div>
          <button className="btn" type="button" onClick={onDone}>
            {say.begin}
          </button>
        </div>
      ) : (
        <RecoveryCodes codes={codes} onDone={onDone} />
      )}
    </div>
  );
}
