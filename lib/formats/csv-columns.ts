// What the columns of a CSV file hold, by their names: our own, Zotero's, and those that readers give theirs in spreadsheets. Pure.

const rolesByName = {
  id: 'id arxiv arxivid arxivnumber paperid eprint number extra archivelocation callnumber',
  address: 'url link links href doi pdf pdflink paperurl paperlink arxivurl arxivlink',
  title: 'title papertitle paper name',
  authors: 'author authors creators',
  published: 'published publishedat date publicationdate publisheddate',
  category: 'category primarycategory primaryclass',
  repository: 'repository repo github code codelink codeurl',
  status: 'status readingstatus readstatus',
  stars: 'stars',
  tags: 'tags tag keywords labels manualtags topics',
  note: 'note notes comment comments',
  snoozed: 'snoozeduntil snoozed',
  added: 'added addedat dateadded created createdat timestamp',
  /** Of other papers it speaks, too. */
  abstract: 'abstract abstractnote summary',
} as const;

export type ColumnRole = keyof typeof rolesByName;

const roles = new Map(
  Object.entries(rolesByName).flatMap(([role, names]) =>
    names.split(' ').map((name) => [name, role as ColumnRole] as const),
  ),
);

/** The role of each column; undefined where the row is no row of names. Case, spaces and punctuation do not matter. */
export function columnRoles(row: readonly string[]): (ColumnRole | undefined)[] | undefined {
  const found = row.map((name) => roles.get(name.toLowerCase().replace(/[^a-z]/g, '')));
  return found.some(Boolean) && row.every((name) => name.length < 60) ? found : undefined;
}

const ownColumns = ['id', 'status', 'snoozed_until', 'added', 'changed'];

/** Whether our own export wrote these names: then its quoting is undone, too. */
export function isOwnHeader(row: readonly string[]): boolean {
  return ownColumns.every((name) => row.includes(name));
}
