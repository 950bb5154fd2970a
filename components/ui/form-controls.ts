import type { FormControl, WordedControl } from "./form-body";

/** The fields of a form as the browser has them. */

export type TypedElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function controlsOf(form: HTMLFormElement): TypedElement[] {
  return [...form.elements].filter(
    (one): one is TypedElement =>
      one instanceof HTMLInputElement ||
      one instanceof HTMLTextAreaElement ||
      one instanceof HTMLSelectElement,
  );
}

export const asControl = (element: TypedElement): FormControl => ({
  name: element.name,
  type: element.type,
  value: element.value,
  checked: element instanceof HTMLInputElement && element.checked,
  autocomplete: element.getAttribute("autocomplete") ?? "",
  isLeftOut: element.dataset.undrafted !== undefined,
});

export function inWords(element: TypedElement): WordedControl {
  const options = element instanceof HTMLSelectElement ? [...element.options] : [];
  return {
    ...asControl(element),
    label: wordsOf(element.labels?.[0]) || (element.getAttribute("aria-label") ?? ""),
    group: groupOf(element),
    options: Object.fromEntries(options.map((option) => [option.value, wordsOf(option)])),
  };
}

function groupOf(element: TypedElement): string {
  const around = element.closest("fieldset, [role=radiogroup]");
  return wordsOf(around?.querySelector(":scope > legend")) || (around?.getAttribute("aria-label") ?? "");
}

const wordsOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/g, " ").trim();
