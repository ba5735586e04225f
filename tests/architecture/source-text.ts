// Reads the sources for what they say: string literals outside comments, and the keys of the catalogue that they ask for.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Literal {
  readonly file: string;
  readonly line: number;
  /** Placeholders of a template read `…`. */
  readonly text: string;
}

/** A key that the code asks for: with its namespace, or in one of several. */
export interface AskedKey extends Literal {
  readonly namespaces: readonly string[];
  /** The key only begins so; the rest is put in when it runs. */
  readonly isPrefix: boolean;
}

export interface SourceText {
  readonly file: string;
  readonly literals: readonly Literal[];
  readonly asked: readonly AskedKey[];
  /** Namespaces in which the file translates. */
  readonly namespaces: readonly string[];
}

export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

export function readSource(file: string): SourceText {
  return readText(file, readFileSync(join(root, file), 'utf8'));
}

export function readText(file: string, text: string): SourceText {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const literals: Literal[] = [];
  const asked: AskedKey[] = [];
  const namespaces = namespacesIn(text);
  const at = (node: ts.Node, words: string): Literal => ({
    file,
    line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
    text: words,
  });
  const ask = (argument: ts.Node | undefined, inNamespaces: readonly string[]) => {
    for (const { node, words, isPrefix } of argument === undefined ? [] : keysIn(argument))
      asked.push({ ...at(node, words), namespaces: words.includes(':') ? [] : inNamespaces, isPrefix });
  };
  const visit = (node: ts.Node): void => {
    const words = literalText(node);
    if (words !== undefined) literals.push(at(node, words));
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'AppError') ask(node.arguments?.[1], ['errors']);
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText(source);
      if (/^(t|i18next\.t|i18n\.t|message)$/.test(called)) ask(node.arguments[0], namespaces);
      if (/^(edit\.name|edits\.run)$/.test(called)) ask(node.arguments[0], ['edits']);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, literals, asked, namespaces };
}

/** `useTranslation(['ledger', 'words'])`, `TFunction<'sources'>`; the default where none is named. */
function namespacesIn(text: string): string[] {
  const named = [...text.matchAll(/(?:useTranslation\(|TFunction<)([^)>]*)/g)].flatMap(([, list = '']) =>
    list.trim() === '' ? ['app'] : [...list.matchAll(/'(\w+)'/g)].map((match) => match[1]!),
  );
  return [...new Set(named)];
}

function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
  return undefined;
}

/** The keys that an argument can be: itself, or either side of a choice. */
function keysIn(node: ts.Node): { node: ts.Node; words: string; isPrefix: boolean }[] {
  if (ts.isConditionalExpression(node)) return [...keysIn(node.whenTrue), ...keysIn(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return keysIn(node.expression);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [{ node, words: node.text, isPrefix: false }];
  if (ts.isTemplateExpression(node) && node.head.text !== '') return [{ node, words: node.head.text, isPrefix: true }];
  return [];
}
