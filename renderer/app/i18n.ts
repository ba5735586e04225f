// The catalogue: resources/locales/<language>/<namespace>.json, one namespace a feature word, gathered at build time.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

const files = import.meta.glob<Record<string, unknown>>('../../resources/locales/*/*.json', { eager: true, import: 'default' });

function gather(): Record<string, Record<string, Record<string, unknown>>> {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, strings] of Object.entries(files)) {
    const [language, file] = path.split('/').slice(-2);
    if (language === undefined || file === undefined) continue;
    const namespaces = resources[language] ?? {};
    namespaces[file.replace('.json', '')] = strings;
    resources[language] = namespaces;
  }
  return resources;
}

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'app',
  resources: gather() as Record<string, Record<string, Record<string, string>>>,
  interpolation: { escapeValue: false },
  returnNull: false,
});
