/** The columns of a table in their order, by the names that their cells call them. */
export function TableHead({ columns }: { columns: Readonly<Record<string, string>> }) {
  return (
    <thead>
      <tr>
        {Object.entries(columns).map(([column, name]) => (
          <th scope="col" key={column}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
