import { z } from "zod";

/**
 * The settings of a language model that proposes wordings and searches. There is none unless somebody sets it, and then nothing of it is shown and nothing leaves
 * the house. It may stand anywhere that its operator names, this machine and its network too: they chose it, no page and no person of the newsroom can.
 */

export interface LanguageModel {
  /** Of its API, without a slash at its end; `/chat/completions` comes behind it. */
  readonly url: string;
  /** Null where its server asks for none. */
  readonly key: string | null;
  readonly name: string;
  /** For a million tokens, in the currency. */
  readonly priceIn: number;
  readonly priceOut: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly budget: Budget;
  /** How long one request may take, in milliseconds. */
  readonly timeLimit: number;
}

/** For a calendar month (UTC), in tokens or in the currency. */
export interface Budget {
  readonly unit: "TOKENS" | "MONEY";
  readonly most: number;
}

const MOST_MONEY = 1_000_000;
const MOST_TOKENS = 1_000_000_000;

const text = z.string().trim().default("");

/** Encrypted; unless it is a name without a dot, of a home or office network, or an address of this machine or a private network. */
const NEARBY =
  /^(?:localhost|[^.:]+|.+\.(?:local|internal|lan|localhost)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[::1\]|\[f[cd][\da-f:]+\])$/;

function isEndpoint(value: string): boolean {
  if (!URL.canParse(value) || value.length > 500) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  if (`${username}${password}${search}${hash}` !== "" || hostname === "") return false;
  return protocol === "https:" || (protocol === "http:" && NEARBY.test(hostname));
}

const price = (name: string) => {
  const sentence = `${name} must be what a million tokens cost, like 0.15; 0 for a model of your own.`;
  return text
    .transform((value) => (value === "" ? null : Number(value)))
    .pipe(z.number(sentence).min(0, sentence).max(MOST_MONEY, sentence).nullable());
};

const SECONDS = "ONRECORD_LLM_SECONDS must be a whole number of seconds from 5 to 300.";
const BUDGET =
  "ONRECORD_LLM_BUDGET must be what may be spent in a month: an amount like 20, or a number of tokens like 2000000 tokens.";

/** `20`, or `2000000 tokens`; null for nothing, undefined for anything else. */
function budgetOf(value: string): Budget | null | undefined {
  if (value === "") return null;
  const [, amount = "", tokens] = /^(\d{1,12}(?:\.\d{1,6})?)( tokens)?$/.exec(value) ?? [];
  const most = Number(amount);
  if (amount === "" || most <= 0 || most > (tokens ? MOST_TOKENS : MOST_MONEY)) return undefined;
  if (tokens && !Number.isInteger(most)) return undefined;
  return { unit: tokens ? "TOKENS" : "MONEY", most };
}

/** As the environment names them. */
export const LANGUAGE_MODEL_SETTINGS = {
  ONRECORD_LLM_URL: text
    .transform((value) => value || null)
    .refine(
      (value) => value === null || isEndpoint(value),
      "ONRECORD_LLM_URL must be the address of an OpenAI-compatible API, like https://llm.example.org/v1: with https where it isn’t in your own network, and without a name, a password, ? or #.",
    ),
  ONRECORD_LLM_KEY: text
    .transform((value) => value || null)
    .refine(
      (value) => value === null || /^[\x21-\x7e]{1,1000}$/.test(value),
      "ONRECORD_LLM_KEY must be the key as its server gave it, in one line.",
    ),
  ONRECORD_LLM_MODEL: text
    .transform((value) => value || null)
    .refine(
      (value) => value === null || /^[\x20-\x7e]{1,200}$/.test(value),
      "ONRECORD_LLM_MODEL must be the model’s name as its server knows it, at most 200 characters.",
    ),
  ONRECORD_LLM_PRICE_IN: price("ONRECORD_LLM_PRICE_IN"),
  ONRECORD_LLM_PRICE_OUT: price("ONRECORD_LLM_PRICE_OUT"),
  ONRECORD_LLM_CURRENCY: text
    .transform((value) => value || "USD")
    .refine(
      (value) => /^[A-Z]{3}$/.test(value),
      "ONRECORD_LLM_CURRENCY must be three letters, like EUR (ISO 4217).",
    ),
  ONRECORD_LLM_BUDGET: text.transform((value, context) => {
    const budget = budgetOf(value);
    if (budget !== undefined) return budget;
    context.addIssue({ code: "custom", message: BUDGET });
    return z.NEVER;
  }),
  ONRECORD_LLM_SECONDS: text
    .transform((value) => (value === "" ? 60 : Number(value)))
    .pipe(z.number(SECONDS).int(SECONDS).min(5, SECONDS).max(300, SECONDS)),
};
const Settings = z.object(LANGUAGE_MODEL_SETTINGS);
type Settings = z.infer<typeof Settings>;

/** Settings that are nothing without each other. */
export const LANGUAGE_MODEL_NAMES = [
  "ONRECORD_LLM_URL",
  "ONRECORD_LLM_MODEL",
  "ONRECORD_LLM_PRICE_IN",
  "ONRECORD_LLM_PRICE_OUT",
  "ONRECORD_LLM_BUDGET",
] as const;

/** What is wrong with a budget in money where nothing costs any: it would never be spent. Null where nothing is. */
export function budgetTrouble(given: Settings): string | null {
  const { ONRECORD_LLM_PRICE_IN: priceIn, ONRECORD_LLM_PRICE_OUT: priceOut } = given;
  if (given.ONRECORD_LLM_BUDGET?.unit !== "MONEY" || priceIn !== 0 || priceOut !== 0) return null;
  return "ONRECORD_LLM_BUDGET is in money and both prices are 0: it would never be spent. Give it in tokens, like 2000000 tokens.";
}

/** The model that is set; null where none is, or only a part of what it needs. */
export function languageModel(env: NodeJS.ProcessEnv = process.env): LanguageModel | null {
  const parsed = Settings.safeParse(env);
  if (!parsed.success) return null;
  const { ONRECORD_LLM_URL: url, ONRECORD_LLM_MODEL: name, ONRECORD_LLM_BUDGET: budget } = parsed.data;
  const { ONRECORD_LLM_PRICE_IN: priceIn, ONRECORD_LLM_PRICE_OUT: priceOut } = parsed.data;
  if (url === null || name === null || budget === null || priceIn === null || priceOut === null) return null;
  return {
    url: url.endsWith("/") ? url.slice(0, -1) : url,
    key: parsed.data.ONRECORD_LLM_KEY,
    name,
    priceIn,
    priceOut,
    currency: parsed.data.ONRECORD_LLM_CURRENCY,
    budget,
    timeLimit: parsed.data.ONRECORD_LLM_SECONDS * 1000,
  };
}
