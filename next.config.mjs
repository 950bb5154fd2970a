/** Headers that a page's own policy needs (nonce, HSTS) are set in proxy.ts; these two also cover files that it doesn't see. */
const STATIC_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
];

/** The languages of the readers' pages, each with its folder in lib/words. */
const LANGUAGES = new Map([
  ["en", "english"],
  ["ar", "arabic"],
]);
const language = process.env.ONRECORD_LANGUAGE || "en";
if (!LANGUAGES.has(language))
  throw new RangeError(`ONRECORD_LANGUAGE must be one of ${[...LANGUAGES.keys()].join(", ")}.`);

/** @type {import("next").NextConfig} Plain JavaScript: reading it as TypeScript took a third of a second at every start. */
const config = {
  // A build of another language stands inside: to change between two takes no new build.
  distDir: language === "en" ? ".next" : `.next/${language}`,
  poweredByHeader: false,
  // A page's title stands in its head for every client: readers' pages have no script that would move it there later.
  htmlLimitedBots: /.*/,
  // Types are checked by `npm run check`. A person who starts Onrecord need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // A page of 4 MB pasted into a form, with what the form adds around it.
  experimental: { serverActions: { bodySizeLimit: "6mb" }, proxyClientMaxBodySize: "6mb" },
  // Native code, and packages that read files of their own at run time, are loaded by Node as they are.
  serverExternalPackages: [
    "@node-rs/argon2",
    "pg",
    "@prisma/client",
    "@prisma/adapter-pg",
    "graphile-worker",
    "eld",
    "tinypool",
    "ai",
    "@ai-sdk/openai-compatible",
  ],
  // The language of the screens, for the browser as for the server, and its words alone.
  env: { ONRECORD_LANGUAGE: language },
  turbopack: {
    resolveAlias: { "#lib/words/for-readers": `./lib/words/${LANGUAGES.get(language)}/for-readers.ts` },
  },
  headers: async () => [{ source: "/:path*", headers: STATIC_HEADERS }],
};

export default config;
