import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Every form and every act goes out under a key, and none has a way of its own around it. */

const FOLDERS = ["components", "app"];
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, "utf8") })),
);
const holding = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

test("a form that an action takes is `Form`, or names its sending itself", () => {
  const own = sources.filter(({ text }) => /<form\b[^>]*\saction=\{/.test(text));
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
  ]);
  const asked = sources.flatMap(({ text }) =>
    [...text.matchAll(/\basked\(\(\) => (\w+)/g)].map(([, way]) => way),
  );
  expect(asked.length).toBeGreaterThan(2);
  expect(new Set(asked)).toEqual(new Set(["send"]));
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
  expect(dropped).toEqual(["app/(desk)/desk/(pages)/account/actions.ts: requirePoster(form), {}"]);
});
