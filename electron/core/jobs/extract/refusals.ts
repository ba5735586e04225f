// What Assay says of files that it does not read: what the file is, and what to do with it.
import { AppError } from '../../../../shared/errors.ts';

const keys: Readonly<Record<string, string>> = {
  'application/msword': 'refused.doc',
  'application/vnd.ms-excel': 'refused.xls',
  'application/vnd.ms-excel.sheet.binary.macroEnabled.12': 'refused.xlsb',
  'application/vnd.ms-powerpoint': 'refused.powerPoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'refused.powerPoint',
  'application/vnd.ms-outlook': 'refused.outlook',
  'application/x-encrypted-office': 'refused.locked',
  'application/vnd.oasis.opendocument': 'refused.openDocument',
  'application/epub+zip': 'refused.eBook',
  'application/rtf': 'refused.richText',
  'application/zip': 'refused.zip',
  'application/gzip': 'refused.archive',
  'application/x-7z-compressed': 'refused.archive',
  'application/vnd.rar': 'refused.archive',
  'application/vnd.sqlite3': 'refused.database',
  'application/x-executable': 'refused.program',
};

export function refusalOf(name: string, mediaType: string): AppError {
  const key = mediaType.startsWith('image/') ? 'refused.picture' : (keys[mediaType] ?? 'refused.unknownKind');
  return new AppError('unreadable', key, { name, mediaType });
}
