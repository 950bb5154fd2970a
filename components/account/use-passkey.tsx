"use client";

import { useEffect, useRef, useState } from "react";
import { AGAIN_KEY } from "#lib/domain/actor";
import * as words from "#lib/words";

const say = words.passkeys;

/** Where the server asks for a key. */
const ASK = "/sign-in/passkey";

/** Browsers have passkeys for names alone. */
const NUMBER = /^\[|^[\d.]+$/;

interface Props {
  /** The field that what was shown is sent in. */
  readonly name: string;
  readonly label: string;
}

/**
 * A button in a form: asks the browser for a passkey, and sends the form with it. Nothing is there where the browser has no passkeys, or
 * runs no scripts.
 */
export function UsePasskey({ name, label }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [isOffered, setOffered] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState("");
  useEffect(() => setOffered("PublicKeyCredential" in window && !NUMBER.test(window.location.hostname)), []);

  async function show() {
    const form = field.current?.form;
    if (isAsking || !field.current || !form) return;
    setAsking(true);
    setTrouble("");
    try {
      const answer = await fetch(ASK, { method: "POST" });
      const asked = await answer.json();
      if (!answer.ok) throw new Error(asked.message);
      // Most people who see this button leave it: its scripts come when it is pressed.
      const { startAuthentication } = await import("@simplewebauthn/browser");
      field.current.value = JSON.stringify(await startAuthentication({ optionsJSON: asked }));
      form.noValidate = true; // what the passkey stands for may be left empty
      form.requestSubmit();
    } catch {
      setTrouble(say.notShown);
    } finally {
      setAsking(false);
    }
  }

  if (!isOffered) return null;
  return (
    <div className="stack-3">
      <input type="hidden" name={name} ref={field} />
      <button className="btn btn--full" type="button" onClick={show} aria-disabled={isAsking || undefined}>
        {isAsking ? say.waiting : label}
      </button>
      <p role="alert" className={trouble === "" ? "contents" : "error"}>
        {trouble}
      </p>
    </div>
  );
}

/** The same for whoever is asked again who they are. */
export const UsePasskeyAgain = () => <UsePasskey name={AGAIN_KEY} label={say.useAgain} />;
