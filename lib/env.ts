import { z } from "zod";
import { budgetTrouble, LANGUAGE_MODEL_NAMES, LANGUAGE_MODEL_SETTINGS } from "#lib/domain/language-model";
import { QuotaSetting } from "#lib/domain/quotas";
import { AppError } from "#lib/errors";

const given = (sentence: string) => z.string({ error: sentence }).min(1, sentence);

/** Null where it isn't set or empty. */
const optional = z
  .string()
  .default("")
  .transform((value) => value || null);

const sentenceOf = (name: string, most: number) =>
  optional.refine(
    (value) => value === null || value.length <= most,
    `${name} must be at most ${most} characters: it stands on the page about the newsroom.`,
  );

const isAddressOf = (value: string, protocol: RegExp): boolean =>
  URL.canParse(value) && protocol.test(new URL(value).protocol) && new URL(value).hostname !== "";

/** Over a plain connection only on this machine, for trying it out. */
const isIssuer = (value: string): boolean =>
  (isAddressOf(value, /^https:$/) ||
    (isAddressOf(value, /^http:$/) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(value).hostname))) &&
  !/[?#]/.test(value);

/** An address, or a name with the address behind it in angle brackets; on one line. */
const MAIL_FROM = /^(?:[^\s<>@]+@[^\s<>@]+|[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>)$/;

const SECURITY_LOG_DAYS = "ONRECORD_SECURITY_LOG_DAYS must be a whole number from 30 to 3650.";

const wholeNumber = (name: string, what: string, otherwise: number) =>
  z
    .string()
    .default("")
    .transform((value) => (value.trim() === "" ? otherwise : Number(value)))
    .pipe(
      z
        .number(`${name} must be ${what}, like ${otherwise}.`)
        .int(`${name} must be ${what}, like ${otherwise}.`)
        .min(0, `${name} must be ${what}, like ${otherwise}.`)
        .max(1_000_000_000, `${name} must be ${what}, like ${otherwise}.`),
    );

/** `host` or `host:port` as `URL.host` writes it; null for anything else, wildcards too. */
function hostOfEntry(entry: string): string | null {
  const address = `http://${entry}`;
  if (/[@/?#*\\]/.test(entry) || !URL.canParse(address)) return null;
  return new URL(address).host;
}

/**
 * What the web server and the worker need from their environment. `npm start` sets all of it; whoever runs the two without
 * it (a container for each, say) sets it themselves. docs/operations.md describes every one.
 */
export const Environment = z.object({
  DATABASE_URL: given("DATABASE_URL is not set: give the address of a PostgreSQL database.").refine(
    (value) => URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol),
    "DATABASE_URL must be like postgresql://user:password@host:5432/onrecord.",
  ),
  NEXTAUTH_SECRET: given("NEXTAUTH_SECRET is not set: give a random text that every process shares.").min(
    32,
    "NEXTAUTH_SECRET is too short: give at least 32 random characters.",
  ),
  ONRECORD_SEALING_KEY: given(
    "ONRECORD_SEALING_KEY is not set: give a random text that every process shares, and keep it.",
  ).min(32, "ONRECORD_SEALING_KEY is too short: give at least 32 random characters."),
  ONRECORD_URL: given("ONRECORD_URL is not set: give the address that people reach Onrecord at.").refine(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    "ONRECORD_URL must be like https://onrecord.example.org.",
  ),
  /** Where the key that signs the record's heads lies, and the file of heads. Nothing is signed where none is given. */
  ONRECORD_DATA: z
    .string()
    .default("")
    .transform((value) => value || null),
  /** The server that takes mail, and the sender: both, or none where nothing is mailed. */
  ONRECORD_SMTP_URL: optional.refine(
    (value) => value === null || isAddressOf(value, /^smtps?:$/),
    "ONRECORD_SMTP_URL must be like smtps://account:password@mail.example.org:465.",
  ),
  ONRECORD_MAIL_FROM: optional.refine(
    (value) => value === null || MAIL_FROM.test(value),
    "ONRECORD_MAIL_FROM must be an address, like onrecord@example.org or Onrecord <onrecord@example.org>.",
  ),
  /** An organisation's own sign-in, by OpenID Connect: the first three, or none. */
  ONRECORD_OIDC_ISSUER: optional.refine(
    (value) => value === null || isIssuer(value),
    "ONRECORD_OIDC_ISSUER must be an https address without ? and #, like https://login.example.org/newsroom.",
  ),
  ONRECORD_OIDC_CLIENT_ID: optional,
  ONRECORD_OIDC_CLIENT_SECRET: optional,
  ONRECORD_OIDC_NAME: optional.refine(
    (value) => value === null || value.length <= 60,
    "ONRECORD_OIDC_NAME must be at most 60 characters: it stands on a button.",
  ),
  /** What readers are told of the newsroom, on the page about it: its name, who it is, who pays for it, how to reach it. */
  ONRECORD_NEWSROOM: sentenceOf("ONRECORD_NEWSROOM", 120),
  ONRECORD_NEWSROOM_ABOUT: sentenceOf("ONRECORD_NEWSROOM_ABOUT", 2_000),
  ONRECORD_NEWSROOM_FUNDING: sentenceOf("ONRECORD_NEWSROOM_FUNDING", 2_000),
  ONRECORD_NEWSROOM_CONTACT: sentenceOf("ONRECORD_NEWSROOM_CONTACT", 500),
  /** Whether passwords sign people in. */
  ONRECORD_PASSWORDS: z
    .enum(["on", "off", ""], { error: "ONRECORD_PASSWORDS is on (the default) or off." })
    .default("on"),
  /** For how many days the security log is kept. */
  ONRECORD_SECURITY_LOG_DAYS: z
    .string()
    .default("")
    .transform((value) => (value === "" ? 365 : Number(value)))
    .pipe(
      z
        .number(SECURITY_LOG_DAYS)
        .int(SECURITY_LOG_DAYS)
        .min(30, SECURITY_LOG_DAYS)
        .max(3650, SECURITY_LOG_DAYS),
    ),
  /** Below so many MB of free disk nothing new is taken in; 0 for no floor. */
  ONRECORD_DISK_FLOOR: wholeNumber("ONRECORD_DISK_FLOOR", "a number of MB", 500),
  /** After how many seconds the database cuts a question off; 0 for never. */
  ONRECORD_STATEMENT_TIMEOUT: wholeNumber("ONRECORD_STATEMENT_TIMEOUT", "a number of seconds", 30),
  ONRECORD_SNAPSHOTS: z
    .string()
    .default("")
    .transform((value) => value || null),
  /** "1" where this worker is the only one on its database, so that what a killed one held is free at once. */
  ONRECORD_SOLE_WORKER: z.string().default(""),
  /** "reading" for a worker that helps an import in bulk: it reads many pages at a time, and fetches none. */
  ONRECORD_WORKER: z
    .enum(["all", "reading"], { error: "ONRECORD_WORKER is all (the default) or reading." })
    .default("all"),
  /** How many requests of one client the web server takes in ten seconds; 0 for no limit. */
  ONRECORD_CLIENT_REQUESTS: z
    .string()
    .default("")
    .transform((value) => Number(value || 150))
    .refine(
      (value) => Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000,
      "ONRECORD_CLIENT_REQUESTS must be a whole number: how many requests of one client are taken in ten seconds, or 0 for no limit.",
    ),
  /** How much one person or token may ask of what all share. */
  ONRECORD_QUOTAS: QuotaSetting,
  /** What finds attributions in pages that come in: the trained models with the rules, or the rules alone. */
  ONRECORD_ENGINE: z
    .enum(["models", "rules"], { error: "ONRECORD_ENGINE is models (the default) or rules." })
    .default("models"),
  /** A language model that proposes wordings and searches: none unless it is set. */
  ...LANGUAGE_MODEL_SETTINGS,
  /** Hosts that pages may be fetched from though they aren't on the public internet, or at a port of their own. */
  ONRECORD_ALLOW_HOSTS: z
    .string()
    .default("")
    .transform((value, context) => {
      const entries = value.split(/[\s,]+/).filter(Boolean);
      const hosts = entries.map(hostOfEntry).filter((host) => host !== null);
      if (hosts.length < entries.length) {
        context.addIssue({
          code: "custom",
          message:
            "ONRECORD_ALLOW_HOSTS must be hosts with commas between, like intranet.example.org, 10.0.0.7:8080.",
        });
      }
      return hosts;
    }),
});

/** Settings that are nothing without each other, and what they are for. */
const TOGETHER = [
  { names: ["ONRECORD_SMTP_URL", "ONRECORD_MAIL_FROM"], about: "mail needs both, the server and the sender" },
  {
    names: ["ONRECORD_OIDC_ISSUER", "ONRECORD_OIDC_CLIENT_ID", "ONRECORD_OIDC_CLIENT_SECRET"],
    about: "signing in through an organisation needs its issuer, and the id and secret that it gave",
  },
  {
    names: LANGUAGE_MODEL_NAMES,
    about: "a language model needs its address, its name, its price for tokens in and out, and a budget",
  },
] as const;

/** What is wrong with settings that go together. */
const Whole = Environment.superRefine((given, context) => {
  const complain = (message: string) => context.addIssue({ code: "custom", message });
  for (const { names, about } of TOGETHER) {
    const missing = names.filter((name) => given[name] === null);
    if (missing.length === names.length) continue;
    for (const name of missing) complain(`${name} is not set: ${about}.`);
  }
  const budget = budgetTrouble(given);
  if (budget !== null) complain(budget);
  if (given.ONRECORD_PASSWORDS === "off" && given.ONRECORD_OIDC_ISSUER === null) {
    complain("ONRECORD_PASSWORDS is off and ONRECORD_OIDC_ISSUER is not set: nobody could sign in.");
  }
});
export type Environment = z.infer<typeof Environment>;

/**
 * The environment, checked.
 *
 * Throws   AppError `unavailable` with a sentence for everything that is wrong. No value is repeated in it.
 */
export function environment(env: NodeJS.ProcessEnv = process.env): Environment {
  const parsed = Whole.safeParse(env);
  if (parsed.success) return parsed.data;
  throw new AppError("unavailable", parsed.error.issues.map((issue) => issue.message).join(" "), {
    cause: parsed.error,
  });
}
