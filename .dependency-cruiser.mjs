/**
 * Who may import whom: the one table. A row's key may import the folders in its list, and itself.
 * `text` and `domain` import nothing from npm but zod; only `db` knows Prisma and pg; only `next` and `app` know the framework.
 */
const TABLE = {
  "lib/text": ["lib/errors"],
  "lib/models": [],
  "lib/english": ["lib/models", "lib/text", "lib/errors"],
  "lib/arabic": ["lib/english", "lib/text", "lib/errors"],
  "lib/domain": ["lib/text", "lib/errors"],
  "lib/words": ["lib/domain", "lib/english", "lib/text"],
  "lib/pipeline": [
    "lib/domain",
    "lib/words",
    "lib/arabic",
    "lib/english",
    "lib/models",
    "lib/text",
    "lib/errors",
  ],
  "lib/feeds": ["lib/pipeline", "lib/domain", "lib/words", "lib/english", "lib/text", "lib/errors"],
  "lib/versions": ["lib/pipeline", "lib/domain", "lib/words", "lib/english", "lib/text", "lib/errors"],
  "lib/publish": ["lib/domain", "lib/words", "lib/arabic", "lib/english", "lib/text", "lib/errors"],
  "lib/db": ["lib/domain", "lib/words", "lib/text", "lib/errors"],
  "lib/ingest": [
    "lib/pipeline",
    "lib/feeds",
    "lib/versions",
    "lib/db",
    "lib/domain",
    "lib/words",
    "lib/text",
    "lib/errors",
  ],
  "lib/llm": ["lib/domain", "lib/errors"],
  "lib/desk": [
    "lib/llm",
    "lib/versions",
    "lib/db",
    "lib/publish",
    "lib/domain",
    "lib/words",
    "lib/text",
    "lib/errors",
  ],
  "lib/jobs": [
    "lib/ingest",
    "lib/desk",
    "lib/db",
    "lib/domain",
    "lib/words",
    "lib/text",
    "lib/errors",
    "lib/programs",
  ],
  "lib/api": ["lib/publish", "lib/db", "lib/domain", "lib/words", "lib/text", "lib/errors"],
  "lib/next": [
    "lib/api",
    "lib/db",
    "lib/desk",
    "lib/domain",
    "lib/words",
    "lib/text",
    "lib/errors",
    "lib/programs",
  ],
  components: ["lib/publish", "lib/domain", "lib/words", "lib/english", "lib/text", "lib/errors"],
};

/**
 * Inside the pipeline: which stage, or part of one, may import which. A stage's own file stands beside its folder and may import all of
 * its parts. The files that put the stages together, `analyse` and `part`, may import every stage, and no stage imports them.
 */
const STAGES = {
  fetch: [],
  decode: [],
  pdf: [],
  "segment/parts": [],
  "segment/metadata": ["segment/parts"],
  "segment/posts": ["segment/metadata", "segment/parts"],
  "segment/classifier": ["segment/metadata", "segment/parts"],
  "segment/text": ["segment/classifier", "segment/posts", "segment/metadata", "segment/parts"],
  "segment/html": [
    "segment/classifier",
    "segment/text",
    "segment/posts",
    "segment/metadata",
    "segment/parts",
  ],
  attribute: ["segment"],
  classify: ["attribute", "segment"],
  match: [],
};

const TESTS = "\\.test\\.tsx?$|/testing/";
const folder = (name) => `^${name}(/|\\.(ts|mjs)$)`;

const layers = Object.entries(TABLE).map(([name, may]) => ({
  name: `${name.replace("/", "-")}-imports`,
  comment: `${name} may import ${may.join(", ")} and itself`,
  severity: "error",
  from: { path: folder(name), pathNot: TESTS },
  to: {
    path: "^(lib|components|app|scripts)/",
    pathNot: [folder(name), ...may.map(folder), "^lib/db/generated/"],
  },
}));

const stages = Object.entries(STAGES).map(([name, may]) => ({
  name: `${name.replace("/", "-")}-imports-stages`,
  comment: `the stage ${name} may import ${may.join(", ") || "no other"}`,
  severity: "error",
  from: { path: folder(`lib/pipeline/${name}`), pathNot: TESTS },
  to: { path: "^lib/pipeline/", pathNot: [name, ...may].map((one) => folder(`lib/pipeline/${one}`)) },
}));

/** Only these folders may use a package. */
const reserved = (name, packages, owners) => ({
  name,
  severity: "error",
  from: {
    pathNot: [...owners.map(folder), TESTS, "^(scripts|e2e|bench)/", "^lib/db/generated/", "\\.config\\."],
  },
  to: { path: `^node_modules/(${packages.join("|")})/` },
});

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: { pathNot: "^lib/db/generated/" }, to: { circular: true } },
    ...layers,
    ...stages,
    reserved("only-db-knows-prisma", ["@prisma", "pg"], ["lib/db"]),
    reserved(
      "only-the-web-knows-next",
      ["next", "next-auth"],
      ["lib/next", "app", "components", "proxy", "instrumentation"],
    ),
    reserved("only-llm-asks-a-language-model", ["ai", "@ai-sdk"], ["lib/llm"]),
    {
      name: "text-and-domain-import-zod-alone",
      severity: "error",
      from: { path: "^lib/(text|domain)/", pathNot: TESTS },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-optional"], pathNot: "^node_modules/zod/" },
    },
    {
      name: "readers-read-what-is-theirs-alone",
      comment: "a draft can't leak through what a reader's page can't import",
      severity: "error",
      from: { path: "^(app/\\(reader\\)|lib/api)/", pathNot: TESTS },
      to: {
        path: "^lib/(db|desk|jobs|ingest|pipeline|feeds)",
        pathNot: "^lib/db/readers/",
      },
    },
    {
      name: "words-of-the-language-chosen",
      comment:
        "only lib/words.ts and the table of languages know one of them; everybody else reads lib/words.ts",
      severity: "error",
      from: { pathNot: ["^lib/words(/|\\.ts$)", TESTS] },
      to: { path: "^lib/words/english" },
    },
    {
      name: "generated-client-in-db-alone",
      severity: "error",
      from: { pathNot: ["^lib/db/", TESTS] },
      to: { path: "^lib/db/generated/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.onrecord)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
