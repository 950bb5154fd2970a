import { pick } from "./slots";

type Random = () => number;

const PREFIXES = ["BREAKING: ", "RT @newsdesk: ", "FWD: ", "Just in: ", "🚨 ", "عاجل: "];
const SUFFIXES = [
  " 😱",
  " #breaking",
  " https://short.example/x1",
  " (source: link)",
  " pls share",
  "!!",
  "",
];

/** A text as reposts spoil it: case, a typing error, emoji, what they put around it. */
export function noisy(text: string, random: Random): string {
  let out = text;
  const kind = random();
  if (kind < 0.25) out = out.toUpperCase();
  else if (kind < 0.55)
    out = out
      .toLowerCase()
      .replace(/[,.]/gu, (mark, at: number) => (/\d/u.test(out[at + 1] ?? "") ? mark : ""));
  else if (kind < 0.8) out = withTypo(out, random);
  if (random() < 0.5) out = pick(PREFIXES, random) + out;
  return out + pick(SUFFIXES, random);
}

function withTypo(text: string, random: Random): string {
  const words = text.split(" ");
  const long = words.flatMap((word, i) => (/^\p{L}{6,}$/u.test(word) ? [i] : []));
  if (long.length === 0) return text;
  const at = pick(long, random);
  const word = words[at] ?? "";
  const i = 1 + Math.floor(random() * (word.length - 3));
  words[at] =
    random() < 0.5
      ? word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2)
      : word.slice(0, i) + word.slice(i + 1);
  return words.join(" ");
}
