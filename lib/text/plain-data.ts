/**
 * What plain data from outside looks like, for what runs in a browser: schemas would be a tenth of all that is sent to it. Each tells whether a
 * value is so; a record may have further fields.
 */

export type Is<Value> = (value: unknown) => value is Value;

export const isText: Is<string> = (value) => typeof value === "string";
export const isYesOrNo: Is<boolean> = (value) => typeof value === "boolean";
/** A whole number from 0 on. */
export const isCount: Is<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

export const isAmount: Is<number> = (value): value is number => Number.isFinite(value);

export const isOneOf =
  <Value extends string>(list: readonly Value[]): Is<Value> =>
  (value): value is Value =>
    list.some((one) => one === value);

export const isOrNull =
  <Value>(is: Is<Value>): Is<Value | null> =>
  (value): value is Value | null =>
    value === null || is(value);

/** Of `most` at most. */
export const isListOf =
  <Value>(is: Is<Value>, most = Number.POSITIVE_INFINITY): Is<readonly Value[]> =>
  (value): value is readonly Value[] =>
    Array.isArray(value) && value.length <= most && value.every(is);

export const isRecordOf =
  <Fields extends object>(fields: { readonly [Name in keyof Fields]-?: Is<Fields[Name]> }): Is<Fields> =>
  (value): value is Fields =>
    typeof value === "object" &&
    value !== null &&
    Object.entries<Is<unknown>>(fields).every(([name, is]) => is(Reflect.get(value, name)));

/** Which of these are ticked; a name left out isn't. */
export const isTicked =
  <Name extends string>(names: readonly Name[]): Is<{ readonly [Ticked in Name]?: boolean | undefined }> =>
  (value): value is { readonly [Ticked in Name]?: boolean | undefined } =>
    typeof value === "object" &&
    value !== null &&
    names.every((name) => ["boolean", "undefined"].includes(typeof Reflect.get(value, name)));

/** Texts under whatever names. */
export const isTexts: Is<Readonly<Record<string, string>>> = (
  value,
): value is Readonly<Record<string, string>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isText);
