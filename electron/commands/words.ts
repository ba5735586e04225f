// Messages of the core in the words of the terminal.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import i18next from 'i18next';
import { type ErrorShape, toErrorShape } from '../../shared/errors.ts';
import { inWords, messageOf, type Wording } from '../../shared/in-words.ts';
import type { Message } from '../../shared/message.ts';
import { formatQuantity, type Measured } from '../../shared/quantity/index.ts';

const language = 'en';
/** From source, from the bundle, or from one of its chunks. */
const folders = ['../../resources', '../../../resources'].map((path) => fileURLToPath(new URL(`${path}/locales/${language}/`, import.meta.url)));
const folder = folders.find((path) => existsSync(path)) ?? folders[0]!;
const catalogue = i18next.createInstance();

void catalogue.init({
  lng: language,
  initAsync: false,
  resources: {
    [language]: Object.fromEntries(
      readdirSync(folder).map((name) => [basename(name, '.json'), JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>]),
    ),
  },
  interpolation: { escapeValue: false },
});

const wording: Wording = { locale: language, translate: (key, values) => catalogue.t(key, { ...values }) };

export function words(message: Message): string {
  return inWords(message, wording);
}

export function quantityWords(value: Measured): string {
  return formatQuantity(value, { locale: language });
}

/** What went wrong, in a sentence; what is no AppError is told without its inside. */
export function errorWords(error: unknown): string {
  return words(messageOf(isShape(error) ? error : toErrorShape(error)));
}

function isShape(error: unknown): error is ErrorShape {
  return typeof error === 'object' && error !== null && !(error instanceof Error) && 'key' in error && 'details' in error;
}
