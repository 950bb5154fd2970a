import type { OpenForm } from "./annotator-state";

/** A choice of one code by its words. `none`, where given, is the choice of nothing. */
export function Select<Code extends string>(props: {
  id: string;
  label: string;
  value: Code | null;
  none?: string;
  options: readonly Code[];
  names: Readonly<Record<Code, string>>;
  onChange: (code: Code | null) => void;
}) {
  return (
    <div className="field">
      <label htmlFor={props.id}>{props.label}</label>
      <select
        id={props.id}
        className="input"
        value={props.value ?? ""}
        onChange={(event) =>
          props.onChange(props.options.find((option) => option === event.target.value) ?? null)
        }
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.options.map((option) => (
          <option key={option} value={option}>
            {props.names[option]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What is wrong with one field, below it. The element is always there, so that `aria-describedby` points at something. */
export function FieldError({ field, complaint }: { field: string; complaint: OpenForm["complaint"] }) {
  const message = complaint?.field === field ? complaint.message : null;
  return (
    <p className="error" id={`f-${field}-error`}>
      {message}
    </p>
  );
}
