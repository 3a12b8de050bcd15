// @ts-check
// Tables for the terminal.

/** Prints rows of cells in columns as wide as their widest cell. @param {readonly string[][]} table the first row has all columns */
export function printTable(table) {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}
