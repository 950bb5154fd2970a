import { useId } from "react";
import { type Bound, FieldError } from "./field";

interface Props<Code extends string> extends Bound {
  readonly label: string;
  readonly options: readonly Code[];
  readonly names: Readonly<Record<Code, string>>;
  /** True where the options stand beside each other. */
  readonly isRow?: boolean;
}

/**
 * A choice of one code by its words: `value` is chosen where the form holds it, `defaultValue` at first where the browser does. What
 * is wrong is always said aloud: the focus goes to no choice.
 */
export function ChoiceField<Code extends string>(props: Props<Code>) {
  const { name, label, options, names, isRow = false, value, defaultValue, onText } = props;
  const { error = null } = props;
  const id = useId();
  return (
    // What was chosen before a refusal is chosen again.
    <fieldset
      className="field"
      key={String(defaultValue)}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className={isRow ? "legend-label" : "legend-label small"}>{label}</legend>
      <div className={isRow ? "choices" : "contents"}>
        {options.map((option) => (
          <label key={option} className={isRow ? "tick" : "choice"}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={value === undefined ? undefined : value === option}
              defaultChecked={value === undefined ? option === defaultValue : undefined}
              onChange={onText && (() => onText(option))}
            />
            {names[option]}
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} isSpoken />
    </fieldset>
  );
}
