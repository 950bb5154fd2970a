import * as words from "#lib/words";

/** A way in that leaves this screen as it is: what was typed stays in it. */
export function SignInAgain() {
  return (
    <a href="/sign-in" target="_blank" rel="noreferrer">
      {words.desk.said.signInAgain}
    </a>
  );
}
