import { useId } from "react";
import type { FormAtWork } from "./draft-form";

/** One field of a draft form: label above, hint below, what is wrong below that. */
export function DraftField(props: {
  form: FormAtWork;
  name: string;
  label: string;
  hint?: string;
  type?: "text" | "url" | "date";
  /** More than one line where given. */
  rows?: number;
  maxLength: number;
}) {
  const id = useId();
  const { form, name, rows } = props;
  const error = form.error(name);
  const shared = {
    id,
    name,
    className: "input",
    dir: "auto",
    maxLength: props.maxLength,
    value: form.values[name] ?? "",
    "aria-invalid": error !== null,
    "aria-describedby": `${id}-hint ${id}-error`,
  } as const;
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {rows ? (
        <textarea {...shared} rows={rows} onChange={(event) => form.set(name, event.target.value)} />
      ) : (
        <input
          {...shared}
          type={props.type ?? "text"}
          onChange={(event) => form.set(name, event.target.value)}
        />
      )}
      <small id={`${id}-hint`}>{props.hint}</small>
      <p className="error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  );
}

/** A choice of one code by its words. */
export function DraftChoice<Code extends string>(props: {
  form: FormAtWork;
  name: string;
  label: string;
  options: readonly Code[];
  names: Readonly<Record<Code, string>>;
}) {
  const { form, name } = props;
  const error = form.error(name);
  return (
    <fieldset className="field">
      <legend className="legend-label">{props.label}</legend>
      <div className="choices">
        {props.options.map((option) => (
          <label key={option} className="tick">
            <input
              type="radio"
              name={name}
              value={option}
              checked={form.values[name] === option}
              onChange={() => form.set(name, option)}
            />
            {props.names[option]}
          </label>
        ))}
      </div>
      <p className="error" role="alert">
        {error}
      </p>
    </fieldset>
  );
}
