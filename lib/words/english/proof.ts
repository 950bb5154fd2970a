/** Asking again who somebody is, before an act that opens a way in or closes one. */
export const proof = {
  ask: "This opens a way in or closes one: show that it is you, then send it again. You are asked once in ten minutes. If you have no password here, sign out and in again.",
  wrong: "That is neither your password nor a code of your app. Try again.",
  label: "Your password again, or a code from your app",
};
