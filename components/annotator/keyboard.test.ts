import { describe, expect, test } from "vitest";
import { commandOf, type FocusPlace, keyOfSourcing, SOURCING_KEYS } from "./keyboard";

const press = (key: string, mods: Partial<{ ctrl: boolean; alt: boolean; shift: boolean }> = {}) => ({
  key,
  ctrl: false,
  alt: false,
  shift: false,
  ...mods,
});
const EVERYWHERE: readonly FocusPlace[] = ["row", "typing", "control", "elsewhere"];

describe("keys", () => {
  test.each([
    ["j", { kind: "sentence", way: "next" }],
    ["k", { kind: "sentence", way: "previous" }],
    ["]", { kind: "statement", way: "next" }],
    ["[", { kind: "statement", way: "previous" }],
    ["a", { kind: "accept" }],
    ["x", { kind: "reject" }],
    ["g", { kind: "next-suggestion" }],
    ["h", { kind: "help" }],
    ["1", { kind: "sourcing", sourcing: "NAMED_PERSON" }],
    ["9", { kind: "sourcing", sourcing: "NONE" }],
    ["0", { kind: "sourcing", sourcing: "NOT_NEEDED" }],
    ["?", { kind: "all" }],
    ["<", { kind: "end", edge: "start", way: "earlier" }],
    [".", { kind: "end", edge: "end", way: "later" }],
    ["u", { kind: "unit" }],
    ["o", { kind: "whose" }],
  ])("%s on a row", (key, command) => {
    expect(commandOf(press(key), "row", true)).toEqual(command);
  });

  test.each(["j", "a", "x", "1", "?", "ArrowDown", "Enter"])("%s is typing while somebody types", (key) => {
    expect(commandOf(press(key), "typing", true)).toBeNull();
  });

  test("a key that is held down moves on, and changes something once", () => {
    const held = (key: string, ctrl = false) =>
      commandOf({ ...press(key, { ctrl }), repeat: true }, "row", true);
    for (const key of ["a", "x", "n", "Enter", "1"]) expect(held(key)).toBeNull();
    for (const key of ["Enter", "z"]) expect(held(key, true)).toBeNull();
    for (const key of ["j", "]", "g", ",", "ArrowDown"])
      expect(held(key)).toEqual(commandOf(press(key), "row", true));
  });

  test("Ctrl+Enter saves and Escape leaves wherever the focus is", () => {
    for (const place of EVERYWHERE) {
      expect(commandOf(press("Enter", { ctrl: true }), place, false)).toEqual({ kind: "save" });
      expect(commandOf(press("Escape"), place, false)).toEqual({ kind: "leave" });
    }
  });

  test("Ctrl+Z is the field's own while somebody types, and ours elsewhere", () => {
    expect(commandOf(press("z", { ctrl: true }), "typing", true)).toBeNull();
    expect(commandOf(press("z", { ctrl: true }), "row", true)).toEqual({ kind: "undo" });
    expect(commandOf(press("z", { ctrl: true, shift: true }), "row", true)).toBeNull();
  });

  test("Enter and the arrows keep their meaning on buttons, links and radio buttons", () => {
    for (const key of ["Enter", "ArrowDown", "ArrowUp"]) {
      expect(commandOf(press(key), "control", true)).toBeNull();
    }
  });

  test("letters can be turned off; arrows and Enter stay", () => {
    for (const key of ["j", "a", "x", "1", "?", "["]) expect(commandOf(press(key), "row", false)).toBeNull();
    expect(commandOf(press("ArrowDown"), "row", false)).toEqual({ kind: "sentence", way: "next" });
    expect(commandOf(press("Enter"), "row", false)).toEqual({ kind: "edit" });
  });

  test.each(["toString", "constructor", "__proto__", "Tab", "F5", "A"])("%s is nobody's", (key) => {
    expect(commandOf(press(key), "row", true)).toBeNull();
  });

  test("browser shortcuts stay the browser's", () => {
    expect(commandOf(press("a", { ctrl: true }), "row", true)).toBeNull();
    expect(commandOf(press("f", { ctrl: true }), "row", true)).toBeNull();
    expect(commandOf(press("j", { alt: true }), "row", true)).toBeNull();
  });

  test("every kind of sourcing has a key of its own", () => {
    expect(new Set(SOURCING_KEYS.map(keyOfSourcing)).size).toBe(10);
    for (const sourcing of SOURCING_KEYS) {
      expect(commandOf(press(keyOfSourcing(sourcing)), "row", true)).toEqual({ kind: "sourcing", sourcing });
    }
  });
});
