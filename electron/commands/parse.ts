import { parseArgs } from 'node:util';

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const options = {
  json: { type: 'boolean' },
  sample: { type: 'boolean' },
  csv: { type: 'boolean' },
  title: { type: 'string' },
  publisher: { type: 'string' },
  author: { type: 'string' },
  date: { type: 'string' },
  grade: { type: 'string' },
  encoding: { type: 'string' },
  page: { type: 'string' },
  kind: { type: 'string' },
  source: { type: 'string' },
  series: { type: 'string' },
  claim: { type: 'string' },
  reading: { type: 'string' },
  low: { type: 'string' },
  high: { type: 'string' },
  qualifier: { type: 'string' },
  why: { type: 'string' },
  open: { type: 'boolean' },
  record: { type: 'string' },
  field: { type: 'string' },
  limit: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  version: { type: 'string' },
  until: { type: 'string' },
  from: { type: 'string' },
  language: { type: 'string' },
  where: { type: 'string' },
  format: { type: 'string' },
  style: { type: 'string' },
  state: { type: 'string' },
  accept: { type: 'boolean' },
  lost: { type: 'boolean' },
  rebuild: { type: 'boolean' },
  force: { type: 'boolean' },
  start: { type: 'string' },
  end: { type: 'string' },
  on: { type: 'string' },
  as: { type: 'string' },
  base: { type: 'string' },
  years: { type: 'string' },
  given: { type: 'string', multiple: true },
  about: { type: 'string' },
  actor: { type: 'string' },
  with: { type: 'string' },
  by: { type: 'string' },
  to: { type: 'string' },
  fold: { type: 'string' },
  size: { type: 'string' },
  board: { type: 'string' },
  panel: { type: 'string' },
  theme: { type: 'string' },
  timeline: { type: 'boolean' },
  table: { type: 'string' },
  map: { type: 'string' },
  match: { type: 'string' },
  sheet: { type: 'string' },
  propose: { type: 'boolean' },
  out: { type: 'string' },
  preview: { type: 'boolean' },
  answers: { type: 'string' },
  summary: { type: 'boolean' },
  text: { type: 'boolean' },
  'no-base': { type: 'boolean' },
  without: { type: 'string' },
  set: { type: 'string', multiple: true },
  runs: { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
  write: { type: 'string' },
  take: { type: 'string' },
  keep: { type: 'string' },
  lang: { type: 'string' },
  check: { type: 'boolean' },
  markdown: { type: 'boolean' },
  report: { type: 'string' },
  'known-on': { type: 'string' },
  level: { type: 'string' },
  blind: { type: 'boolean' },
  draw: { type: 'string' },
  speaker: { type: 'string' },
  origin: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export type Options = ReturnType<typeof parseOptions>['values'];

export interface Command {
  readonly verb: string;
  readonly words: readonly string[];
  readonly options: Options;
  readonly isJson: boolean;
}

/** `--sample` is a flag of `new` and takes a number in `share --blind`. */
function withDraw(args: readonly string[]): string[] {
  return args.map((word, at) => (word === '--sample' && /^\d+$/.test(args[at + 1] ?? '') ? '--draw' : word.replace(/^--sample=/, '--draw=')));
}

function parseOptions(args: readonly string[]) {
  return parseArgs({ args: withDraw(args), options, allowPositionals: true, strict: true });
}

/** @throws UsageError */
export function parseCommand(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseOptions(args);
    const [verb, ...words] = positionals;
    if (values.help || verb === undefined) throw new UsageError('assay VERB FILE …');
    return { verb, words, options: values, isJson: values.json ?? false };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export const usage = `Usage: assay VERB FILE … [--json]

  new FILE [--sample]                       create a workbook
  info FILE                                 identity and counts
  add FILE PATH… [--title T --publisher P --author A --date EDTF --grade A-F]
  add also takes folders, and --encoding E where the detected one is wrong
  import FILE TABLE [--sheet NAME] [--map MAP.json] [--match F,F] [--propose]
                                            a table as rows: CSV, TSV, Excel, JSON-stat, SDMX, datapackage.json; --propose
                                            shows how it would be read, --match by which fields rows are known again
  reread FILE SOURCE --encoding E           the same file, read in another encoding
  type FILE SOURCE --page N WORDS…          words off a page of a scanned PDF
  text FILE SOURCE [--version SHA256]       the extracted text, of now or of an earlier version
  file FILE SOURCE OUT [--force]            the file of a source, byte for byte as it came; --force replaces a file
  replace FILE SOURCE PATH [--date EDTF]    a newer version of a source; its passages go along
  versions FILE SOURCE                      versions of its text
  anchors FILE [--source S] [--state STATE] passages, where they stand and how sure that is
  annotate FILE (PATH|-)                    Web Annotations in (JSON-LD)
  annotations FILE [--source S]             all passages as Web Annotations
  anchor FILE PASSAGE (--accept | --start N --end N | --lost)
  found FILE SOURCE                         figures and dates that the finder sees
  coverage FILE                             how much of it is captured or set aside
  capture FILE -                            claims from stdin, a JSON array
  claims FILE [--kind K] [--source S] [--csv]
  trace FILE CLAIM                          passage, chain, uses
  ledger FILE [--series S]                  observations
  conflicts FILE [--kind K]                 groups of claims that disagree
  checks FILE                               arithmetic identities
  boards FILE · notes FILE                  boards with the state of each title; notes with where they stand
  panel FILE (BOARD PANEL | -) [--size WxH]
  export FILE OUT.(svg|pdf) (--board B [--panel P] | --timeline) [--size WxH --theme light|dark]
  instruments FILE · projects FILE [--on DAY]
  instrument FILE NAME · project FILE NAME  all that is known of one; NAME is any of its names
  lifecycle FILE NAME [--on DAY]            drafts, times in force, pauses, plans
  inforce FILE [NAME] [--on DAY]            what was in force on a day, and why
  rates FILE NAME [--on DAY] [--as amount|index] [--base DAY] [--years A/B] [--given MEASURE=N]
  plans FILE [NAME] · batches FILE [NAME] · counts FILE
  positions FILE [--about NAME] [--actor NAME]
  convert FILE CLAIM --with NAME            a figure at a named rate
  reports FILE                              reports with the states of their locks
  report FILE NAME [--check | --write - [--lang en|ru|zh] | --take LOCK | --keep LOCK --why TEXT | --markdown]
                                            locks, notes and typed numbers; --write reads Markdown from stdin; --check: exit 1
                                            where something is to be settled
  export FILE OUT.(docx|html|md) --report NAME [--why TEXT] [--force]
  scenarios FILE                            models and their scenarios
  scenario FILE NAME [--set CODE=N …] [--runs N --seed S [--workers N]]
                                            results, bands, what moves them; --runs simulates
  templates FILE · take-model FILE KEY      models that come with Assay
  timeline FILE [--by thing|type|batch|actor|tag] [--from DAY --to DAY] [--fold N] [--size WxH]
  decide FILE CLAIM… (--claim ID | --date DATE | --open) --why TEXT
                                            which of the dates of an event holds
  describe FILE -                           things, links, schedules, scales, conversions from stdin, a JSON array
  verdict FILE OBSERVATION (--claim ID [--reading N] | --low N --high N | --open) --why TEXT
  actors FILE [TEXT]                        actors and their names
  judge FILE NAME NAME (same|not_same|undecided) [--why TEXT]
  export FILE OUT.(xlsx|csv|json|html|zip|jsonld) [--force] [--on DAY] [--table NAME] [--series S,…] [--source S,…]
         [--with notes,grades,people,fileNames]
         hand over; html: an evidence pack, zip: a data package, jsonld: Web Annotations; --force replaces a file that
         is there, --table: one table as CSV, such as Stages or Rates, --with: what is private in some hands
  apply FILE EDITED.xlsx [--preview] [--as edit] [--no-base] [--answers ANSWERS.json]
                                            take back an export that was edited outside
  merge FILE OTHER [--preview] [--answers ANSWERS.json] [--out NEW]
                                            take another workbook in; exit 1 where something is to be answered
  diff FILE OTHER [--summary | --text]      where two workbooks differ; diff FILE --text: all that it says, a line a field
  share FILE OUT [--series S,…] [--source S,…] [--without notes,grades,verdicts] [--preview]
                                            a part for a colleague, that merges back; --preview: what is in it
  share FILE OUT --blind [--source S,…] [--report NAME] [--sample N --seed K]
                                            passages to be read again, without what was read
  nothing FILE PASSAGE|all · second FILE SHARE
                                            in the share: it holds nothing; then: take back what was read again
  agreement FILE · agreement TABLE.csv [--level nominal|ordinal|interval|ratio]
                                            how far two readings agree, and where they do not
  settle FILE CASE first|second|both --why TEXT
  track FILE [--source NAME | --speaker NAME | --origin NAME]
                                            how their figures fared
  search FILE QUERY [--where claim,source,passage,note] [--source S] [--language L] [--from D] [--until D]
         [--kind K] [--grade A,B] [--limit N]
  cite FILE [SOURCE] [--style apa|gost|gbt] lines of a list of references
  bibliography FILE [SOURCE] [--format csl|bibtex|ris]
  read-bibliography FILE (PATH|-)           what CSL-JSON, BibTeX or RIS knows of the sources here
  history FILE [--record ID] [--field F] [--limit N]
  undo FILE · redo FILE                     one's own edits, back and forth
  asof FILE EDIT|DATE [VERB …]              what a reading verb would have answered then; diff: what changed since
  … --known-on DAY                          of any reading verb: as the sources had it on that day
  verify FILE [--rebuild]                   integrity; --rebuild makes the derived tables anew
  backup FILE · restore FILE [BACKUP]       checked copies
  call FILE -                               every call of the contract: {"method","input"} a line in, {"ok",…} a line out
  person [NAME]                             whose name stands beside edits
  serve FILE [--port N] [--no-open]         the browser shell
`;
