// An item as Zotero's connector takes it: the fields of its `preprint` type that a reading list can fill. Types only.
// Names of fields: https://api.zotero.org/schema, item type `preprint`; the form of creators, tags and notes is that of translators:
// https://www.zotero.org/support/dev/translators/coding.

export type ZoteroCreator =
  | { creatorType: 'author'; firstName: string; lastName: string }
  /** One field alone: a team, or a name nobody can take apart. `fieldMode` 1 says so. */
  | { creatorType: 'author'; lastName: string; fieldMode: 1 };

export interface ZoteroItem {
  /** By which the connector tells the items of one call apart; kept nowhere. */
  id: string;
  itemType: 'preprint';
  title: string;
  creators: ZoteroCreator[];
  abstractNote?: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
  date?: string;
  repository: 'arXiv';
  /** `arXiv:2606.00001` */
  archiveID: string;
  DOI?: string;
  url: string;
  libraryCatalog: 'arXiv.org';
  extra: string;
  tags: { tag: string }[];
  /** HTML */
  notes: { note: string }[];
}
