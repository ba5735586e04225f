// What Assay says of files that it does not read: what the file is, and what to do with it.
import { AppError } from '../../../../shared/errors.ts';

const sentences: Readonly<Record<string, string>> = {
  'application/msword': 'is a Word file of the old kind (.doc). Open it in Word or LibreOffice, save it as .docx and add that.',
  'application/vnd.ms-excel': 'is an Excel file of the old kind (.xls). Open it in Excel or LibreOffice, save it as .xlsx and add that.',
  'application/vnd.ms-excel.sheet.binary.macroEnabled.12': 'is a binary Excel file (.xlsb). Save it as .xlsx and add that.',
  'application/vnd.ms-powerpoint': 'is a PowerPoint file. Save it as PDF and add that.',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'is a PowerPoint file. Save it as PDF and add that.',
  'application/vnd.ms-outlook': 'is an Outlook message (.msg). Save it as .eml or as text and add that.',
  'application/x-encrypted-office': 'is locked with a password. Save a copy without one and add that.',
  'application/vnd.oasis.opendocument': 'is an OpenDocument file. Save it as .docx or .xlsx and add that.',
  'application/epub+zip': 'is an e-book. Save the part that you need as text or PDF and add that.',
  'application/rtf': 'is a rich text file (.rtf). Save it as .docx and add that.',
  'application/zip': 'is an archive. Unpack it and add its files or its folder.',
  'application/gzip': 'is an archive. Unpack it and add its files.',
  'application/x-7z-compressed': 'is an archive. Unpack it and add its files.',
  'application/vnd.rar': 'is an archive. Unpack it and add its files.',
  'application/vnd.sqlite3': 'is a database. Export the tables that you need as CSV and add those; a workbook of Assay is opened, not added.',
  'application/x-executable': 'is a program, not a document.',
};

export function refusalOf(name: string, mediaType: string): AppError {
  const what = mediaType.startsWith('image/')
    ? 'is a picture. Assay reads text: type what it says and paste that.'
    : (sentences[mediaType] ?? `is of a kind that Assay does not read (${mediaType}). Save it as text, PDF or HTML and add that.`);
  return new AppError('unreadable', `${name} ${what} It was not added.`, { mediaType });
}
