"use client";

import { useEffect, useRef, useState } from "react";
import { commandOf, type FocusPlace, type KeyCommand } from "./keyboard";

const LETTERS_OFF = "onrecord-letters-off";

/** Listen to the page's keys. An open dialog or menu has the keyboard to itself. */
export function useKeys(ask: (command: KeyCommand) => boolean) {
  const [letters, setLetters] = useState(true);
  const latest = useRef({ ask, letters });
  useEffect(() => {
    latest.current = { ask, letters };
  });
  useEffect(() => setLetters(lettersAreOn()), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isCovered()) return;
      const press = {
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        shift: event.shiftKey,
        repeat: event.repeat,
      };
      const command = commandOf(press, placeOf(document.activeElement), latest.current.letters);
      if (command && latest.current.ask(command)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const turn = (on: boolean) => {
    if (on) localStorage.removeItem(LETTERS_OFF);
    else localStorage.setItem(LETTERS_OFF, "1");
    setLetters(on);
  };
  return { letters, turn };
}

/** Are keys of one letter on? Whoever turned them off did so for every page. */
export const lettersAreOn = (): boolean => localStorage.getItem(LETTERS_OFF) === null;

/** Has an open dialog or menu the keyboard to itself? Older browsers know no popover, and refuse the question. */
export function isCovered(): boolean {
  const layers = CSS.supports("selector(:popover-open)") ? "dialog[open], :popover-open" : "dialog[open]";
  return document.querySelector(layers) !== null;
}

export function placeOf(element: Element | null): FocusPlace {
  if (!element || element === document.body) return "elsewhere";
  if (element.matches("textarea, select, [contenteditable]")) return "typing";
  if (element instanceof HTMLInputElement)
    return ["radio", "checkbox", "button", "submit"].includes(element.type) ? "control" : "typing";
  if (element.matches(".row[role=option]")) return "row";
  return element.matches("a, button, summary, [role=option]") ? "control" : "elsewhere";
}
