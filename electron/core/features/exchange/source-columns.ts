// The columns of a source.
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Column } from './cells.ts';

export const sourceIdHeader = 'source id';

export const sourceColumns: readonly Column<Source>[] = [
  { header: 'Title', field: 'title', width: 50, cell: (source) => source.title },
  { header: 'Publisher', field: 'publisher', width: 24, cell: (source) => source.publisher },
  { header: 'Author', field: 'author', width: 20, cell: (source) => source.author },
  { header: 'Published on', field: 'publishedOn', width: 14, cell: (source) => source.publishedOn },
  { header: 'Retrieved on', field: 'retrievedOn', width: 14, cell: (source) => source.retrievedOn },
  { header: 'Kind', width: 10, cell: (source) => source.kind },
  { header: 'Media type', width: 18, cell: (source) => source.mediaType },
  { header: 'Language', field: 'language', width: 8, cell: (source) => source.language },
  { header: 'Grade', field: 'grade', width: 7, extra: 'grades', choices: ['A', 'B', 'C', 'D', 'E', 'F'], cell: (source) => source.grade },
  { header: 'Reason for the grade', field: 'gradeReason', width: 40, extra: 'grades', cell: (source) => source.gradeReason },
  { header: 'Address', field: 'url', width: 40, leads: true, cell: (source) => (source.url === null ? null : { text: source.url, url: source.url }) },
  { header: 'File name', width: 30, extra: 'fileNames', cell: (source) => source.fileName },
  { header: 'Note', field: 'note', width: 40, extra: 'notes', cell: (source) => source.note },
  { header: 'Characters', width: 10, cell: (source) => source.chars },
  { header: 'sha-256', width: 20, cell: (source) => source.sha256 },
  { header: sourceIdHeader, isHidden: true, cell: (source) => source.id },
  { header: 'copy of', isHidden: true, cell: (source) => source.copyOf },
];
