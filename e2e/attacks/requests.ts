/** What strangers send: requests that no page of ours would make. */

export interface StrangeRequest {
  readonly method: string;
  /** As it stands in the request's first line. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** One character a byte. */
  readonly body: string;
}

const PLACES = [
  "/",
  "/claims",
  "/claims/",
  "/articles/",
  "/corrections",
  "/method",
  "/search?q=",
  "/report/",
  "/report?about=",
  "/articles?publisher=",
  "/colours",
  "/sign-in",
  "/sign-in/second-step",
  "/sign-in/passkey",
  "/join/",
  "/desk",
  "/desk/account",
  "/desk/articles/",
  "/desk/claims/",
  "/desk/import/",
  "/desk/reviews/",
  "/admin/",
  "/api/v1/imports/",
  "/api/auth/",
  "/record/heads",
  "/refused",
  "/readyz",
  "/.well-known/security.txt",
];

const TAILS = [
  "%00",
  "%ff",
  "%ed%a0%80",
  "x%00y",
  "..%2f..%2fetc%2fpasswd",
  "%E0%A4%A",
  "%",
  "a".repeat(3_000),
  "a".repeat(9_000),
  "'--",
  "<script>alert(1)</script>",
  "?page=%00",
  "?page=1e309",
  "?page=-1",
  "?page=99999999999999999999",
  "?q=%ed%a0%80",
  "?day=9999-99-99",
  "?callbackUrl=//elsewhere.example",
  "?__proto__[x]=1",
  "%00/record.json",
];

const METHODS = ["TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "HEAD"];
const ASKED = [
  "/",
  "/claims",
  "/sign-in",
  "/sign-in/passkey",
  "/api/v1/articles",
  "/api/auth/signin",
  "/record/heads",
];

const AUTH = [
  "callback/second-step",
  "callback/passkey",
  "callback/credentials",
  "signin/credentials",
  "signout",
  "session",
  "csrf",
  "providers",
  "error",
  "x/y/z",
  "callback/%00",
  "_log",
];

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const JSON_BODY = { "Content-Type": "application/json" };
const NO_ACTION = "0".repeat(42);

const ACTIONS: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
  [{ "Next-Action": "x" }, "[]"],
  [{ "Next-Action": NO_ACTION }, "[]"],
  [{ "Next-Action": NO_ACTION, "Content-Type": "text/plain;charset=UTF-8" }, "["],
  [{ "Next-Action": NO_ACTION, "Content-Type": "multipart/form-data; boundary=x" }, "--x\r\n"],
  [
    { "Content-Type": "multipart/form-data; boundary=x" },
    `--x\r\nContent-Disposition: form-data; name="$ACTION_ID_${NO_ACTION}"\r\n\r\n\r\n--x--\r\n`,
  ],
  [{ "Content-Type": "multipart/form-data" }, "x"],
  [FORM, "$ACTION_REF_1=&$ACTION_1:0=x"],
  [JSON_BODY, '{"__proto__":1}'],
  [{ RSC: "1", "Next-Router-State-Tree": "%00" }, ""],
  [{ RSC: "1", "Next-Router-State-Tree": "x".repeat(5_000) }, ""],
];

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { RSC: "1" },
  { RSC: "1", "Next-Router-State-Tree": "%ff" },
  { RSC: "1", "Next-Router-State-Tree": "[" },
  { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/x" },
  { Cookie: "next-auth.session-token=x; theme=%00" },
  { Cookie: "x".repeat(8_000) },
  { "Accept-Language": "\u00ff" },
  { "X-Forwarded-Host": "elsewhere.example" },
  { "X-Forwarded-For": "\u00ff, 127.0.0.1" },
  { Range: "bytes=0-" },
  { "X-Onrecord-Refused": "200" },
  { "X-Onrecord-Client": "127.0.0.1" },
  { "X-Middleware-Subrequest": "proxy:proxy:proxy:proxy:proxy" },
];

/** What takes what is posted by itself, past every action. */
const POSTED = [
  "/colours",
  "/sign-out",
  "/sign-in/passkey",
  "/sign-in/organisation",
  "/desk/import/give",
  "/refused",
  "/record/heads",
];

const BODIES: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
  [{}, ""],
  [{}, "x"],
  [{ "Content-Type": "text/plain" }, "theme=dark"],
  [FORM, "theme=%00&theme=%ff&__proto__=x"],
  [JSON_BODY, "{"],
  [{ "Content-Type": "multipart/form-data; boundary=x" }, "--x\r\nContent-Disposition: form-data\r\n"],
  [{ "Content-Type": "multipart/form-data; boundary=x" }, "y"],
  [{ "Content-Type": "\u00ff" }, "x"],
];

/** Every strange request; `origin` is that of the product, so that its own forms are what they claim to be. */
export function strangeRequests(origin: string): StrangeRequest[] {
  const ask = (
    method: string,
    target: string,
    headers: Readonly<Record<string, string>> = {},
    body = "",
  ): StrangeRequest => ({ method, target, headers, body });
  const own = { Origin: origin };
  return [
    ...PLACES.flatMap((place) => TAILS.map((tail) => ask("GET", `${place}${tail}`))),
    ...METHODS.flatMap((method) => ASKED.map((place) => ask(method, place, own))),
    ...AUTH.flatMap((part) => [
      ask("GET", `/api/auth/${part}`),
      ask("POST", `/api/auth/${part}`, { ...own, ...FORM }, "a=%00&email=%ff&csrfToken=x"),
      ask("POST", `/api/auth/${part}`, { ...own, ...JSON_BODY }, "{"),
      ask("POST", `/api/auth/${part}`, { ...own, ...JSON_BODY }, "null"),
    ]),
    ...["/", "/sign-in", "/sign-in/second-step", "/desk", "/join/x", "/claims"].flatMap((place) =>
      ACTIONS.map(([headers, body]) => ask("POST", place, { ...own, ...headers }, body)),
    ),
    ...POSTED.flatMap((place) =>
      BODIES.map(([headers, body]) => ask("POST", place, { ...own, ...headers }, body)),
    ),
    ...["/", "/claims", "/articles/x", "/desk"].flatMap((place) =>
      HEADERS.map((headers) => ask("GET", place, headers)),
    ),
    ...[{}, { Authorization: "Bearer x" }, { Authorization: "Bearer \u00ff" }].flatMap((headers) =>
      ["", "{", "[]", "null", "\u00ff", `{"a":`.repeat(3_000), "[".repeat(5_000)].map((body) =>
        ask("POST", "/api/v1/articles", { ...headers, ...JSON_BODY }, body),
      ),
    ),
  ];
}
