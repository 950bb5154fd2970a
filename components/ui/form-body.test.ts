import { describe, expect, test } from "vitest";
import { GUIDELINE_LENGTH } from "#lib/domain/bounds";
import {
  bodyOf,
  changeOf,
  differencesFrom,
  type FormControl,
  isKept,
  isSameBody,
  type WordedControl,
} from "./form-body";

/** What of a form is kept while it is typed. */

const text = (name: string, value: string, more: Partial<FormControl> = {}): FormControl => ({
  name,
  type: "text",
  value,
  ...more,
});
const radio = (name: string, value: string, checked: boolean) =>
  text(name, value, { type: "radio", checked });
const box = (name: string, value: string, checked: boolean) =>
  text(name, value, { type: "checkbox", checked });

describe("what is never kept", () => {
  test.each([
    ["a password", text("password", "x", { type: "password" })],
    ["a password that is shown", text("password", "x", { autocomplete: "current-password" })],
    ["a new password that is shown", text("again", "x", { autocomplete: "new-password" })],
    ["a code", text("code", "123456", { autocomplete: "one-time-code" })],
    ["a key of a device", text("email", "x", { autocomplete: "username webauthn" })],
    ["a file", text("file", "C:\\fakepath\\list.opml", { type: "file" })],
    ["an id, a revision, the key of a sending", text("revision", "3", { type: "hidden" })],
    ["a button", text("act", "save", { type: "submit" })],
    ["a row of a list that was chosen", { ...box("items", "7", true), isLeftOut: true }],
    ["what has no name", text("", "x")],
  ])("%s", (_, control) => {
    expect(isKept(control)).toBe(false);
    expect(bodyOf([control])).toEqual({});
    expect(changeOf(control, { [control.name]: "from a draft" })).toBeNull();
  });
});

test("a text that is longer than the record keeps of a draft is kept whole by the browser", () => {
  const body = { body: "x".repeat(GUIDELINE_LENGTH + 1), reason: "why" };
  expect(bodyOf(Object.entries(body).map(([name, value]) => text(name, value)))).toEqual(body);
});

test("what is typed and chosen is kept, several boxes of one name each", () => {
  const controls = [
    text("reason", "Two sales."),
    text("notes", "a\nb", { type: "textarea" }),
    text("kind", "BLOG", { type: "select-one" }),
    radio("role", "EDITOR", true),
    radio("role", "ADMIN", false),
    box("labels", "one", true),
    box("labels", "two", false),
  ];
  const body = bodyOf(controls);
  expect(body).toEqual({
    reason: "Two sales.",
    notes: "a\nb",
    kind: "BLOG",
    role: "EDITOR",
    "labels=one": "on",
    "labels=two": "",
  });
  expect(controls.map((control) => changeOf(control, body))).toEqual(controls.map(() => null));
});

test("what comes back changes what differs, and nothing else", () => {
  const body = { reason: "Two sales.", role: "ADMIN", "labels=one": "", gone: "a field that is no more" };
  expect(changeOf(text("reason", ""), body)).toBe("value");
  expect(changeOf(text("other", "stays"), body)).toBeNull();
  expect(changeOf(radio("role", "ADMIN", false), body)).toBe("checked");
  expect(changeOf(radio("role", "EDITOR", true), body)).toBeNull();
  expect(changeOf(box("labels", "one", true), body)).toBe("checked");
  expect(changeOf(box("labels", "two", true), body)).toBeNull();
});

test("a form that says what it said at first is no draft", () => {
  expect(isSameBody({ a: "x", b: "" }, { a: "x" })).toBe(true);
  expect(isSameBody({ a: "x" }, { a: "y" })).toBe(false);
});

describe("what another side says", () => {
  const worded = (control: FormControl, label: string, more: Partial<WordedControl> = {}): WordedControl => ({
    ...control,
    label,
    group: "",
    options: {},
    ...more,
  });
  const controls = [
    worded(text("reason", "Two sales."), "Reason"),
    worded(text("notes", "a\nb", { type: "textarea" }), "Notes"),
    worded(text("kind", "BLOG", { type: "select-one" }), "Kind", {
      options: { BLOG: "a blog", AGENCY: "an agency" },
    }),
    worded(radio("role", "EDITOR", true), "Editor", { group: "Role" }),
    worded(radio("role", "ADMIN", false), "Admin", { group: "Role" }),
    worded(box("labels", "one", true), "Of the first kind"),
    worded(box("labels", "two", false), "Of the second kind"),
  ];
  const mine = bodyOf(controls);

  test("is told field by field, in words, where it isn't the same", () => {
    const theirs = {
      ...mine,
      notes: "",
      kind: "AGENCY",
      role: "ADMIN",
      "labels=one": "",
      "labels=two": "on",
    };
    expect(differencesFrom(controls, theirs).map(({ name, value }) => [name, value])).toEqual([
      ["Notes", ""],
      ["Kind", "an agency"],
      ["Role", "Admin"],
      ["Of the first kind", false],
      ["Of the second kind", true],
    ]);
    expect(differencesFrom(controls, mine)).toEqual([]);
  });

  test("is told as it is where no field holds it, and of a choice that isn't offered any more", () => {
    const theirs = { ...mine, kind: "PARTY", place: "Basra", "labels=three": "on", "labels=four": "" };
    expect(differencesFrom(controls, theirs).map(({ name, value }) => [name, value])).toEqual([
      ["Kind", "PARTY"],
      ["", "Basra"],
      ["", true],
    ]);
  });
});
