import { type ComponentProps, type ReactNode, useId } from "react";
import { LengthNote } from "./length-note";

/** What a form says of one of its fields: its name, what stands in it, and what is wrong with it. */
export interface Bound extends Pick<ComponentProps<"input">, "name" | "value" | "defaultValue"> {
  readonly id?: string;
  /** In words; null where nothing is. */
  readonly error?: string | null;
  /** Are the words said aloud when they come? False where the focus goes to the field, which says them too. */
  readonly isSpoken?: boolean;
  readonly onText?: (text: string) => void;
}

interface Around {
  readonly id?: string | undefined;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** True for long hints above large fields. */
  readonly isHintFirst?: boolean | undefined;
  readonly error?: string | null | undefined;
  readonly isSpoken?: boolean | undefined;
  /** True where the form as a whole blames this field, in words that stand elsewhere. */
  readonly isInvalid?: boolean | undefined;
  /** How much it takes, in UTF-16 units. The browser cuts nothing: the field says how much too long it is, and so does the server, once it is sent. */
  readonly maxLength?: number | undefined;
}

/** What the control of a field is given. */
interface Control {
  readonly id: string;
  readonly className: "input";
  readonly "aria-invalid": true | undefined;
  readonly "aria-describedby": string | undefined;
}

/** The one field: label above, hint below, what is wrong in words below that; `children` is the control itself. */
export function Field(props: Around & { readonly children: (control: Control) => ReactNode }) {
  const ownId = useId();
  const { id = ownId, label, error = null, isSpoken = false, isInvalid = false, maxLength: most } = props;
  const described = [
    props.hint ? `${id}-hint` : "",
    most === undefined ? "" : `${id}-length`,
    error ? `${id}-error` : "",
  ]
    .filter(Boolean)
    .join(" ");
  const hint = props.hint && <small id={`${id}-hint`}>{props.hint}</small>;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {props.isHintFirst && hint}
      {props.children({
        id,
        className: "input",
        "aria-invalid": error !== null || isInvalid || undefined,
        "aria-describedby": described || undefined,
      })}
      {most !== undefined && <LengthNote id={`${id}-length`} of={id} most={most} />}
      {!props.isHintFirst && hint}
      <FieldError id={`${id}-error`} error={error} isSpoken={isSpoken} />
    </div>
  );
}

/** What is wrong with one field. An alert must be there before its words come; it has no box of its own. */
export function FieldError(props: { id: string; error: string | null; isSpoken: boolean }) {
  return (
    <div role={props.isSpoken ? "alert" : undefined} className="contents">
      {props.error && (
        <p className="error" id={props.id}>
          {props.error}
        </p>
      )}
    </div>
  );
}

type Text = Around &
  Bound &
  Pick<
    ComponentProps<"input">,
    | "type"
    | "autoComplete"
    | "required"
    | "readOnly"
    | "minLength"
    | "spellCheck"
    | "accept"
    | "inputMode"
    | "autoCapitalize"
  > & {
    /** More than one line where given. */
    readonly rows?: number;
    readonly onPaste?: ComponentProps<"input">["onPaste"];
  };

/** A field that is typed into. It reads from right to left where its words do. */
export function TextField(props: Text) {
  const { id, label, hint, isHintFirst, error, isSpoken, isInvalid, maxLength, ...attributes } = props;
  const { type, accept, onPaste, onText, rows, ...both } = attributes;
  const onChange = onText && (({ target }: { target: { value: string } }) => onText(target.value));
  const around = { id, label, hint, isHintFirst, error, isSpoken, isInvalid, maxLength };
  return (
    <Field {...around}>
      {(control) =>
        rows === undefined ? (
          <input
            {...both}
            {...control}
            dir="auto"
            type={type}
            accept={accept}
            onPaste={onPaste}
            onChange={onChange}
          />
        ) : (
          <textarea {...both} {...control} dir="auto" rows={rows} onChange={onChange} />
        )
      }
    </Field>
  );
}
