export function Head({ columns }: { columns: Readonly<Record<string, string>> }) {
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
