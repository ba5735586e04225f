import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { read } from '../../helpers/extracting.ts';
import { chineseSentences, japaneseSentences, russianSentences, traditionalSentences } from './sentences.ts';

/** The old Russian encodings have no dash and no angle quotes. */
function writableIn(encoding: string): readonly string[] {
  const isPoor = ['koi8-r', 'ibm866', 'iso-8859-5'].includes(encoding);
  return isPoor ? russianSentences.map((sentence) => sentence.replace(/[«»]/g, '"').replaceAll('—', '-')) : russianSentences;
}

const sure = { numRuns: 60 };

/** Some of the sentences in any order, at least `least` characters in all. */
function textOf(sentences: readonly string[], least: number): fc.Arbitrary<string> {
  return fc
    .shuffledSubarray([...sentences], { minLength: 6 })
    .map((chosen) => chosen.join(' '))
    .filter((text) => text.length >= least);
}

function detects(encoding: string, sentences: readonly string[], written = encoding): Promise<void> {
  return fc.assert(
    fc.asyncProperty(textOf(sentences, 200), async (text) => {
      const made = await read('a.txt', new Uint8Array(iconv.encode(text, written, { addBOM: false })));
      expect([made.encoding, made.text]).toEqual([encoding, text.normalize('NFC')]);
    }),
    sure,
  );
}

describe('the encoding of a text', () => {
  for (const [encoding, written] of [
    ['windows-1251', 'cp1251'],
    ['koi8-r', 'koi8-r'],
    ['ibm866', 'cp866'],
    ['x-mac-cyrillic', 'maccyrillic'],
    ['iso-8859-5', 'iso-8859-5'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
    ['utf-8', 'utf-8'],
  ] as const)
    it(`is seen in Russian: ${encoding}`, () => detects(encoding, writableIn(encoding), written));

  for (const encoding of ['gb18030', 'utf-16le', 'utf-16be', 'utf-8'])
    it(`is seen in Chinese: ${encoding}`, () => detects(encoding, chineseSentences));
  for (const encoding of ['big5', 'utf-16le']) it(`is seen in traditional Chinese: ${encoding}`, () => detects(encoding, traditionalSentences));
  for (const encoding of ['shift_jis', 'euc-jp', 'utf-16be']) it(`is seen in Japanese: ${encoding}`, () => detects(encoding, japaneseSentences));

  it('is told by a mark at the start of the file, before anything else', async () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      const made = await read('a.txt', new Uint8Array(iconv.encode('Рост 5%', encoding, { addBOM: true })));
      expect([made.encoding, made.text]).toEqual([encoding, 'Рост 5%']);
    }
  });

  it('is seen in a table whose first page is plain ASCII', async () => {
    const rows = `${Array.from({ length: 9000 }, (_, index) => `${index},${index * 7}`).join('\n')}\n`;
    const made = await read('a.csv', new Uint8Array(iconv.encode(`${rows}${russianSentences.join('\n')}`, 'cp1251')));
    expect(made.encoding).toBe('windows-1251');
  });

  it('of damaged UTF-8 stays UTF-8, and the damaged places are counted', async () => {
    const bytes = Buffer.concat([Buffer.from(russianSentences.join(' ')), Buffer.from([0xff, 0x20, 0xc3, 0x28]), Buffer.from('Конец \uFFFD.')]);
    const made = await read('a.txt', new Uint8Array(bytes));
    expect([made.encoding, made.warnings]).toEqual(['utf-8', ['2 byte sequences are not valid utf-8; they are shown as \uFFFD.']]);
  });

  it('of other alphabets is guessed, and said to be', async () => {
    const texts: readonly (readonly [text: string, ...encodings: string[]])[] = [
      ['Οι πωλήσεις αυτοκινήτων αυξήθηκαν κατά 12 % τον Ιούλιο, είπε το υπουργείο.', 'windows-1253', 'iso-8859-7'],
      ['Η αγορά μειώθηκε το 2024, οι τιμές όμως ανέβηκαν σε όλη τη χώρα.', 'windows-1253'],
      ['מכירות המכוניות עלו ב-12 אחוזים ביולי, כך אמר המשרד.', 'windows-1255'],
      ['ارتفعت مبيعات السيارات بنسبة 12 في المئة في يوليو حسب الوزارة.', 'windows-1256', 'iso-8859-6'],
      ['ยอดขายรถยนต์เพิ่มขึ้นร้อยละ 12 ในเดือนกรกฎาคม', 'windows-874'],
      ['Продажі автомобілів зросли на 12 % у липні, сказав міністр її уряду.', 'koi8-u'],
      ['Sprzedaż samochodów wzrosła w lipcu o 12 %, a ceny są wyższe niż rok wcześniej.', 'windows-1250'],
    ];
    for (const [text, ...encodings] of texts) {
      for (const encoding of encodings) {
        const made = await read('a.txt', new Uint8Array(iconv.encode(`${text}\n`.repeat(2), encoding)));
        expect(made.text, encoding).toBe(`${text}\n`.repeat(2));
        expect(made.warnings.join(' '), encoding).toContain('guessed');
      }
    }
  });

  it('that was only guessed is said to be', async () => {
    const made = await read('a.txt', new Uint8Array(iconv.encode('Größe und Maß der Märkte, über Jahre', 'latin1')));
    expect(made.text).toContain('Größe');
    expect(made.warnings.join(' ')).toContain('guessed');
  });
});
