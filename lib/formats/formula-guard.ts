// Keeps cells of a table from being run as formulas, and takes the guard off again: one rule for export and import. Pure.

/** The full-width forms count in spreadsheets set to Chinese or Japanese. */
const formula = '[=+\\-@\\t\\r\\n＝＋－＠]';
const needsGuard = new RegExp(`^'*${formula}`);
const hasGuard = new RegExp(`^'+${formula}`);

/**
 * The cell with an apostrophe in front where a spreadsheet would take it for a formula. One that already looks guarded gets another, so
 * that taking off exactly one always gives the cell back.
 */
export const guardFormula = (cell: string): string => (needsGuard.test(cell) ? `'${cell}` : cell);

/** The cell that `guardFormula` was given. Only for tables it was used on. */
export const unguardFormula = (cell: string): string => (hasGuard.test(cell) ? cell.slice(1) : cell);
