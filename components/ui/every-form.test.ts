import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Every form and every act goes out under a key, and none has a way of its own around it. Every form is kept as a draft, or says why not. */

const FOLDERS = ["components", "app"];
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, "utf8") })),
);
const holding = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

test("a form that an action takes is `Form`, or names its sending itself", () => {
  // An address, which is a text, is no action.
  const own = sources.filter(({ text }) => /<form\b[^>]*\saction=\{(?!`)/.test(text));
  expect(own.map(({ name }) => name).sort()).toEqual([
    "components/imports/import-form.tsx",
    "components/ui/form.tsx",
  ]);
  for (const { text } of own) expect(text).toContain("<SendKey ");
});

test("acts of the desk are sent by `send`; drafts alone, and pages with a key of their own, are not", () => {
  expect(holding(/waitForOutcome\(/).sort()).toEqual([
    "components/imports/use-give-form.ts",
    "components/ui/ask-dialog.tsx",
    "components/ui/drafts.tsx",
    "components/ui/send.tsx",
    "components/ui/waiting-saves.tsx",
  ]);
  const asked = sources.flatMap(({ text }) =>
    [...text.matchAll(/\basked\(\(\) => (\w+)/g)].map(([, way]) => way),
  );
  expect(asked.length).toBeGreaterThan(2);
  // The annotator's acts go through `perform`, which sends each command.
  expect(new Set(asked)).toEqual(new Set(["send", "acts"]));
  const performed =
    sources.find(({ name }) => name === "components/annotator/annotator-actions.ts")?.text ?? "";
  const commands = performed.match(/\bactions\.\w+/g) ?? [];
  expect(commands.length).toBeGreaterThan(8);
  expect(performed.match(/\bsend\(actions\.\w+/g)).toHaveLength(commands.length);
  expect(holding(/\bactions?\.(?!saveDraft\b)\w+\(\{/)).toEqual([]);
});

test("every action hands the form's key on to its verb", () => {
  const actions = sources.filter(({ text }) => text.startsWith('"use server"'));
  expect(actions.length).toBeGreaterThan(8);
  const dropped = actions.flatMap(({ name, text }) =>
    [...text.matchAll(/\bact\(\w+, \{\}\)|\(actor, \{\}|requirePoster\(\w*\), \{\}/g)].map(
      ([call]) => `${name}: ${call}`,
    ),
  );
  // What the browser is asked to sign changes nothing.
  expect(dropped).toEqual(["app/(signed-in)/desk/account/actions.ts: requirePoster(form), {}"]);
});

/** The elements of this name, each from its beginning to its end. */
function elements(name: string): { readonly name: string; readonly text: string }[] {
  return sources.flatMap((source) =>
    [...source.text.matchAll(new RegExp(`<${name}(?=[\\s>])`, "g"))].map(({ index }) => {
      const rest = source.text.slice(index);
      const head = rest.slice(0, headLength(rest));
      const end = head.endsWith("/>") ? head.length : rest.indexOf(`</${name}>`);
      return { name: source.name, text: rest.slice(0, end) };
    }),
  );
}

/** Up to the ">" that ends an element's attributes: not one in braces. */
function headLength(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (text[at] === ">" && depth === 0 && text[at - 1] !== "=") return at + 1;
  }
  throw new Error("an element has no end");
}

const MECHANISM = ["components/ui/form.tsx", "components/ui/asked-dialog.tsx"];
const forms = [...elements("Form"), ...elements("AskDialog"), ...elements("ReasonForm")].filter(
  ({ name }) => !MECHANISM.includes(name),
);
const draftOf = (text: string) => /\sdraft=(?:"([^"]+)"|\{([^}]+\}?[^}]*)\})/.exec(text)?.[1] ?? null;
const whyOf = (text: string) => /\sundrafted="([^"]+)"/.exec(text)?.[1] ?? null;
const isKept = (text: string) => /\sdraft=/.test(text);
const TYPED_INTO = /<TextField|<textarea|<ChoiceField|<select|<Field\b|askedWords\(/;
const SECRET = /type="password"|<NewPassword|<CodeField|one-time-code|\bsecret=/;

describe("every form", () => {
  test("is kept as a draft, or says why not; there are forms to look at", () => {
    expect(forms.length).toBeGreaterThan(40);
    expect(forms.filter(({ text }) => isKept(text) === (whyOf(text) !== null))).toEqual([]);
    expect(forms.filter(({ text }) => isKept(text)).length).toBeGreaterThan(12);
  });

  test("that has nothing typed has no field; what is secret is never kept", () => {
    const wrong = forms.filter(({ text }) => {
      const why = whyOf(text);
      if (why === "nothing-typed") return TYPED_INTO.test(text);
      if (why === "secret") return !SECRET.test(text);
      if (why === "file") return !text.includes('type="file"');
      if (why === "asked-words") return !/askedWords\(/.test(text);
      return isKept(text) && SECRET.test(text);
    });
    expect(wrong).toEqual([]);
  });

  test("of a stranger is one of those before anybody is signed in", () => {
    const strangers = forms.filter(({ text }) => whyOf(text) === "stranger").map(({ name }) => name);
    expect(strangers.sort()).toEqual([
      "components/account/passkey-sign-in.tsx",
      "components/people/join-form.tsx",
      "components/reports/erase-form.tsx",
      "components/reports/report-form.tsx",
    ]);
  });

  test("is kept under a name of its own", () => {
    const names = forms.flatMap(({ text }) => draftOf(text) ?? []);
    expect(new Set(names).size).toBe(names.length);
  });

  test("that is none of ours is one of those that the document names", () => {
    const own = elements("form").map(({ name }) => name);
    const said = readFileSync("docs/decisions/0059-every-form-is-kept.md", "utf8");
    for (const name of new Set(own)) if (!MECHANISM.includes(name)) expect(said).toContain(`\`${name}\``);
  });

  test("that isn't kept is for a reason that the document gives", () => {
    const said = readFileSync("docs/decisions/0059-every-form-is-kept.md", "utf8");
    const reasons = new Set(forms.flatMap(({ text }) => whyOf(text) ?? []));
    expect(reasons.size).toBeGreaterThan(3);
    for (const reason of reasons) expect(said).toContain(`\`${reason}\``);
  });
});
