// PDF files whose tables, trees, streams and actions go in circles, lie or call out.
import { deflateSync } from 'node:zlib';
import { filesOf, type HostileFile } from './hostile-file.ts';

/** A file of numbered objects, the first being the catalogue; `trailer` goes into its trailer. */
function pdf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const stream = (content: string, more = '') => `<< /Length ${content.length} ${more} >>\nstream\n${content}\nendstream`;
const words = 'BT /F1 12 Tf 72 700 Td (Sales were 10 cars.) Tj ET';
const packed = (bytes: Buffer) => stream(deflateSync(bytes).toString('latin1'), '/Filter /FlateDecode');

interface Parts {
  readonly catalogue?: string;
  readonly pages?: string;
  readonly page?: string;
  readonly content?: string;
  readonly font?: string;
  readonly more?: readonly string[];
}

function onePage({ catalogue = '', pages = '/Count 1 /Kids [3 0 R]', page = '', content = stream(words), font = '', more = [] }: Parts): string[] {
  return [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages ${pages} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> /Contents 4 0 R ${page} >>`,
    content,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${font} >>`,
    ...more,
  ];
}

export function hostilePdfs(): HostileFile[] {
  const sound = pdf(onePage({}));
  const text = sound.toString('latin1');
  const start = /startxref\n(\d+)/.exec(text)![1]!;
  return filesOf('pdf', {
    'a table that follows itself': pdf(onePage({}), `/Prev ${start}`),
    'a table at its own end': Buffer.from(text.replace(`startxref\n${start}`, `startxref\n${text.length - 10}`), 'latin1'),
    'a table far away': Buffer.from(text.replace(`startxref\n${start}`, 'startxref\n99999999999'), 'latin1'),
    'no table': Buffer.from(text.replace(/xref\n0[\s\S]*trailer/, 'trailer'), 'latin1'),
    'pages that are their own children': pdf(onePage({ pages: '/Count 1 /Kids [2 0 R]' })),
    'pages that are each other’s children': pdf(onePage({ pages: '/Count 2 /Kids [6 0 R]', more: ['<< /Type /Pages /Count 2 /Kids [2 0 R] >>'] })),
    'a billion pages announced': pdf(onePage({ pages: '/Count 1000000000 /Kids [3 0 R]' })),
    'minus one page announced': pdf(onePage({ pages: '/Count -1 /Kids [3 0 R]' })),
    'a program on opening': pdf(onePage({ catalogue: '/OpenAction << /S /JavaScript /JS (while(true);app.launchURL("http://127.0.0.1:9/")) >>' })),
    'a launch on opening': pdf(
      onePage({ catalogue: '/OpenAction << /S /Launch /F (/bin/sh) >> /AA << /WC << /S /URI /URI (http://127.0.0.1:9/) >> >>' }),
    ),
    'a form that sends': pdf(
      onePage({ catalogue: '/AcroForm << /Fields [] /XFA 6 0 R >>', more: [stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>')] }),
    ),
    'a file inside': pdf(
      onePage({
        catalogue: '/Names << /EmbeddedFiles << /Names [(../../x) 6 0 R] >> >>',
        more: ['<< /Type /Filespec /F (../../../tmp/assay-owned) /EF << /F 4 0 R >> >>'],
      }),
    ),
    'a page that draws itself': pdf(
      onePage({
        content: stream('/X Do'),
        more: [stream('/X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>')],
      }),
    ),
    'forms in forms, each twice': pdf(onePage({ content: stream('/X Do /X Do'), more: doubling(30) })),
    'a stream packed a hundred times': pdf(onePage({ content: stream(words, `/Filter [${'/ASCIIHexDecode '.repeat(100)}]`) })),
    'a stream that lies about its length': pdf(onePage({ content: `<< /Length 999999999 >>\nstream\n${words}\nendstream` })),
    'a stream of length minus one': pdf(onePage({ content: `<< /Length -1 >>\nstream\n${words}\nendstream` })),
    'a length that is itself': pdf(onePage({ content: `<< /Length 4 0 R >>\nstream\n${words}\nendstream` })),
    'lists a hundred thousand deep': pdf(onePage({ page: `/X ${'['.repeat(100_000)}` })),
    'dictionaries a hundred thousand deep': pdf(onePage({ page: '/X '.repeat(1) + '<< /X '.repeat(100_000) })),
    'a picture of a billion dots': pdf(
      onePage({
        content: stream(`/X Do ${words}`),
        more: [stream('x', '/Type /XObject /Subtype /Image /Width 65535 /Height 65535 /BitsPerComponent 8 /ColorSpace /DeviceRGB')],
      }),
    ),
    'a font that maps to itself': pdf(
      onePage({
        font: '/ToUnicode 6 0 R',
        more: [
          stream(
            '/CMapName /A def /A usecmap 1 begincodespacerange <00> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange',
          ),
        ],
      }),
    ),
    'a font of noise': pdf(
      onePage({
        font: '/FontDescriptor << /Type /FontDescriptor /FontFile2 6 0 R >>',
        more: [stream('\u0000\u0001\u0000\u0000'.repeat(5000), '/Length1 20000')],
      }),
    ),
    'a lock nobody knows': pdf(onePage({}), '/Encrypt << /Filter /Nobody /V 99 >>'),
    'a page as large as a town': pdf(onePage({ page: '/MediaBox [-1e30 -1e30 1e30 1e30] /Rotate 12345 /UserUnit 1e30' })),
    'numbers that are none': pdf(onePage({ content: stream('BT /F1 1e999 Tf NaN -- Td 99999999999999999999 0 0 1 0 0 cm (Sales 10) Tj ET') })),
    'names with NUL': pdf(onePage({ catalogue: '/A#00B /C#', content: stream('BT /F1 12 Tf (a\u0000b 10) Tj ET') })),
    'cut in the middle': sound.subarray(0, sound.length >> 1),
    'a head alone': Buffer.from('%PDF-1.7\n'),
    'noise after the head': Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, '\u0007<<[/(')]),
    'a hundred thousand objects': pdf([...onePage({}), ...Array.from({ length: 100_000 }, () => '<< >>')]),
    'states a million deep': pdf(onePage({ content: stream(`${'q '.repeat(1_000_000)}${words}`) })),
    'the same page fifty thousand times': pdf(onePage({ pages: `/Count 50000 /Kids [${'3 0 R '.repeat(50_000)}]` })),
    'a stream of a hundred megabytes': pdf(onePage({ content: packed(Buffer.alloc(100_000_000, 'q ')) })),
    'a stream of text without end': pdf(onePage({ content: packed(Buffer.from(`${words} `.repeat(400_000))) })),
  });
}

/** Form n draws form n + 1 twice: 2^n drawings. */
function doubling(levels: number): string[] {
  return Array.from({ length: levels }, (_, at) =>
    stream(
      at + 1 === levels ? 'n' : '/X Do /X Do',
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${Math.min(at + 7, levels + 5)} 0 R >> >>`,
    ),
  );
}
