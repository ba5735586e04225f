// Tables as a data package: CSV files with what each column is, told twice, as Frictionless Data Package v2 and as CSV on the
// Web, so that either kind of program reads it without guessing.
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Cell, Head, Table } from './cells.ts';
import { tableToPlainCsv } from './csv.ts';

export interface PackageFacts {
  readonly name: string;
  readonly workbook: string;
  /** The edit that it shows; null before the first. */
  readonly edit: string | null;
  readonly language: string;
}

type FieldType = 'string' | 'number' | 'date';

interface Field {
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
}

interface Resource {
  readonly table: Table;
  readonly path: string;
  readonly fields: readonly Field[];
}

/** The first day that a zip can tell, so that no file tells when it was made. */
const noDay = new Date(1980, 0, 1);

export async function toDataPackage(tables: readonly Table[], facts: PackageFacts): Promise<Uint8Array> {
  const resources = tables.map(resourceOf);
  const zip = new ZipFile();
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(text, 'utf8'), path, { mtime: noDay, forceDosTimestamp: true });
  add('datapackage.json', json(frictionless(resources, facts)));
  add('csv-metadata.json', json(csvw(resources, facts)));
  for (const { table, path, fields } of resources)
    add(
      path,
      tableToPlainCsv(
        table,
        fields.map(({ name }) => name),
      ),
    );
  zip.end();
  return await buffer(zip.outputStream);
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

function resourceOf(table: Table): Resource {
  const names = new Set<string>();
  const types = typesOf(table);
  const fields = table.columns.map(({ header }, index) => ({ name: freeName(header, names), title: header, type: types[index]! }));
  return { table, path: `${slugOf(table.name)}.csv`, fields };
}

/** Letters, digits and underscores; one that is taken gets a number. */
function freeName(header: string, taken: Set<string>): string {
  const slug = slugOf(header).replaceAll('-', '_') || 'column';
  let name = slug;
  for (let number = 2; taken.has(name); number += 1) name = `${slug}_${number}`;
  taken.add(name);
  return name;
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** By the cells: a column that holds one kind of value only has that type. */
function typesOf({ columns, rows }: Table): FieldType[] {
  const seen = columns.map(() => new Set<FieldType>());
  for (const row of rows)
    row.forEach((cell, index) => {
      const type = typeOf(cell);
      if (type !== undefined) seen[index]!.add(type);
    });
  return seen.map((types) => (types.size === 1 ? [...types][0]! : 'string'));
}

function typeOf(cell: Cell): FieldType | undefined {
  if (cell === null || cell === '') return undefined;
  if (typeof cell === 'number' || (typeof cell === 'object' && 'number' in cell)) return 'number';
  return typeof cell === 'object' && 'day' in cell ? 'date' : 'string';
}

function keyOf(columns: readonly Head[], fields: readonly Field[]): string | undefined {
  const index = columns.findIndex(({ header }) => keyHeaders.has(header));
  return index < 0 ? undefined : fields[index]!.name;
}

const keyHeaders: ReadonlySet<string> = new Set(['claim id', 'observation id']);

function frictionless(resources: readonly Resource[], { name, workbook, edit }: PackageFacts): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: slugOf(name) || 'workbook',
    title: name,
    id: workbook,
    ...(edit === null ? {} : { version: edit }),
    resources: resources.map(({ table, path, fields }) => {
      const key = keyOf(table.columns, fields);
      return {
        name: slugOf(table.name),
        title: table.name,
        type: 'table',
        path,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { lineTerminator: '\r\n' },
        schema: {
          fields: fields.map(({ name: own, title, type }) => ({ name: own, title, type })),
          missingValues: [''],
          ...(key === undefined ? {} : { primaryKey: [key] }),
        },
      };
    }),
  };
}

function csvw(resources: readonly Resource[], { name, language }: PackageFacts): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
    'dc:title': name,
    tables: resources.map(({ table, path, fields }) => {
      const key = keyOf(table.columns, fields);
      return {
        url: path,
        'dc:title': table.name,
        dialect: { encoding: 'utf-8', header: true },
        tableSchema: {
          columns: fields.map(({ name: own, title, type }) => ({ name: own, titles: [own, title], datatype: type })),
          ...(key === undefined ? {} : { primaryKey: key }),
        },
      };
    }),
  };
}
