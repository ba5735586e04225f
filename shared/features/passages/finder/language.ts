// Guesses a text's language from its script and its commonest words. A guess for number signs and labels, not for claims.

const SAMPLE_LENGTH = 20_000;

/** Short words of one language occur in names of another: two hits prove nothing. English is the common case and needs one. */
const ENOUGH_HITS = 3;

const stopWords: readonly (readonly [string, RegExp])[] = [
  ['en', /(?<!\p{L})(?:the|and|of|to|in|is|was|for|that|with|on|by|from|are|has)(?!\p{L})/giu],
  ['de', /(?<!\p{L})(?:der|die|und|das|von|den|mit|ist|nicht|auf|für|ein|eine|dem|wurde|sich)(?!\p{L})/giu],
  ['fr', /(?<!\p{L})(?:le|la|les|des|et|une|est|du|pour|dans|que|sur|par|avec|au|aux)(?!\p{L})/giu],
  ['es', /(?<!\p{L})(?:el|los|las|y|del|una|que|por|con|para|se|su|al|más|fue)(?!\p{L})/giu],
  ['it', /(?<!\p{L})(?:il|lo|gli|di|che|della|del|per|con|una|sono|nel|alla|è|dei)(?!\p{L})/giu],
  ['pt', /(?<!\p{L})(?:o|os|as|do|da|dos|que|não|uma|para|com|em|ao|foi|são)(?!\p{L})/giu],
  ['nl', /(?<!\p{L})(?:de|het|een|van|en|dat|niet|met|voor|zijn|op|aan|door|werd|ook)(?!\p{L})/giu],
  ['pl', /(?<!\p{L})(?:i|w|na|z|że|do|jest|nie|się|przez|oraz|dla|roku|był|od)(?!\p{L})/giu],
  ['tr', /(?<!\p{L})(?:ve|bir|bu|için|ile|olarak|da|de|olan|daha|çok|gibi|en)(?!\p{L})/giu],
];

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** BCP 47 language of most of the text: `en`, `ru`, `uk`, `zh`, `ja`, `ko`, `de`, `fr` …, or `und` where nothing tells. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const scripts = {
    kana: count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    hangul: count(sample, /\p{Script=Hangul}/gu),
    han: count(sample, /\p{Script=Han}/gu),
    cyrillic: count(sample, /\p{Script=Cyrillic}/gu),
    latin: count(sample, /\p{Script=Latin}/gu),
  };
  if (scripts.kana > 0 && scripts.kana * 4 > scripts.han) return 'ja';
  if (scripts.hangul * 2 > scripts.latin && scripts.hangul > 0) return 'ko';
  if (scripts.han > 0 && scripts.han * 3 > scripts.latin && scripts.han * 2 > scripts.cyrillic) return 'zh';
  if (scripts.cyrillic > 0 && scripts.cyrillic >= scripts.latin) return /[іїєґ]/i.test(sample) ? 'uk' : 'ru';
  return latinLanguage(sample);
}

/** The language whose commonest words occur most often. */
function latinLanguage(sample: string): string {
  const scored = stopWords.map(([language, pattern]) => ({ language, hits: count(sample, pattern) }));
  const best = scored.reduce((first, next) => (next.hits > first.hits ? next : first));
  const enough = best.language === 'en' ? 1 : ENOUGH_HITS;
  return best.hits < enough ? 'und' : best.language;
}
