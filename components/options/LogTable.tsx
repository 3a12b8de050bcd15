// The table of a log on the options page, named by its group. Draws the rows it is given.
import type { ComponentChildren } from 'preact';
import type { OptionGroup } from './option-groups';

interface LogTableProps {
  group: OptionGroup;
  columns: readonly string[];
  children: ComponentChildren;
}

export function LogTable({ group, columns, children }: LogTableProps) {
  return (
    <table class="requests" aria-labelledby={`${group}-title`}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
