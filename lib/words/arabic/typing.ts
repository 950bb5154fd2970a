import type { ReaderWords } from "#lib/words/english";
import { count } from "./count";

export const typing: ReaderWords["typing"] = {
  left: (n) => (n === 0 ? "لا يتسع لمزيد." : `بقي ${count(n, "character")}.`),
  tooLong: (n) => `أطول مما يتسع له، والزائد ${count(n, "character")}. لم يُقطع منه شيء: اختصره ثم أرسله.`,
};
