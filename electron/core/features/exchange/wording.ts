// Messages in the words of an export: a file is an edge of the program as the window is, and is worded by the same catalogue.
import i18next from 'i18next';
import { inWords } from '../../../../shared/in-words.ts';
import type { Message } from '../../../../shared/message.ts';
import { readResource } from '../../resource.ts';

const namespaces = ['conflicts', 'ledger', 'pack', 'policy', 'words'];
const usual = 'en';

/** A language without a catalogue is worded in English; numbers and dates follow the language all the same. */
export function wordingIn(locale: string): (message: Message) => string {
  const catalogue = i18next.createInstance();
  const language = readResource(`locales/${locale}/policy.json`) === undefined ? usual : locale;
  void catalogue.init({
    lng: language,
    initAsync: false,
    resources: {
      [language]: Object.fromEntries(
        namespaces.map((name) => [name, JSON.parse(readResource(`locales/${language}/${name}.json`) ?? '{}') as object]),
      ),
    },
    interpolation: { escapeValue: false },
  });
  return (message) => inWords(message, { locale, translate: (key, values) => catalogue.t(key, { ...values }) });
}
