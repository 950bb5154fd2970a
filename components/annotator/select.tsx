import { Field } from "#components/ui/field";

/** A choice of one code by its words. `none`, where given, is the choice of nothing. */
export function Select<Code extends string>(props: {
  id: string;
  label: string;
  value: Code | null;
  none?: string;
  options: readonly Code[];
  names: Readonly<Record<Code, string>>;
  onChange: (code: Code | null) => void;
  /** In words; null where nothing is wrong with it. */
  error?: string | null;
}) {
  return (
    <Field id={props.id} label={props.label} error={props.error}>
      {(control) => (
        <select
          {...control}
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
      )}
    </Field>
  );
}
