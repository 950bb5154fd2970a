import type { ReactNode } from "react";

interface Props {
  /** Names, and what is known under each; a row of null is left out. No two have one name. */
  readonly rows: readonly (readonly [name: string, value: ReactNode])[];
  /** What the list is called, where no heading stands over it. */
  readonly label?: string;
}

/** What is known of something, a name and a value a row. Values may come from outside and run either way. */
export function Facts({ rows, label }: Props) {
  return (
    <dl className="facts" aria-label={label}>
      {rows.map(
        ([name, value]) =>
          value !== null && (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd className="wrap-anywhere">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
