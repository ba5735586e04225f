// Plain text, Markdown and tables of text that overflow, nest, mislead or make a reader go back and forth.
import { filesOf, type HostileFile, manyTimes } from './hostile-file.ts';

const { deep, long } = manyTimes;

export function hostileTexts(): HostileFile[] {
  return [
    ...filesOf('txt', {
      NUL: `Sales\0were\0${'\0'.repeat(1000)}10`,
      'half characters': Buffer.from('\ud800 Sales \udc00', 'utf16le'),
      'not UTF-8': Buffer.from([0x53, 0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf5, 0x80, 0xff, 0xfe, 0x20, 0x31, 0x30]),
      'cut in a character': Buffer.from('Продажи 10').subarray(0, 9),
      'marks in the middle': '\ufeffSales\ufeffwere\ufeff10',
      'right to left': '\u202eSales were 01\u202c \u2066\u2067\u2068 10',
      'many marks on one letter': `a${'\u0301'.repeat(500_000)} 10`,
      'signs of control': '\u0001\u0002\u0007\u001b[2J Sales \u009b31m 10',
      'a number of a million digits': `Sales were ${'9'.repeat(1_000_000)} cars.`,
      'a number with many commas': `Sales were ${'1,000,'.repeat(100_000)}000 cars.`,
      'many decimal points': `Sales were ${'1.'.repeat(100_000)}5 cars.`,
      'numbers in words without end': `Sales were ${'one hundred thousand and '.repeat(40_000)}cars.`,
      'Russian numbers without end': `Продажи: ${'сто тысяч двадцать '.repeat(40_000)}машин.`,
      'Chinese numbers without end': `销量 ${'一百万三千'.repeat(60_000)}辆`,
      'dates without end': 'January February 2024 2025 Q1 H2 '.repeat(20_000),
      'ranges without end': `${'10-20-'.repeat(100_000)}30 %`,
      'brackets without end': '('.repeat(500_000),
      'spaces without end': `Sales${' '.repeat(5_000_000)}10`,
      'per cent signs': '%'.repeat(1_000_000),
      'currencies without end': '$€£¥₽'.repeat(100_000),
      'no end of sentence': `${'about over almost nearly '.repeat(50_000)}10 %`,
      'one long line': 'x'.repeat(long),
      'a long line of words': 'sales were 10 cars '.repeat(long / 20),
      'a million lines': '1\n'.repeat(1_000_000),
    }),
    ...filesOf('md', {
      'quotes in quotes': `${'> '.repeat(deep)}10`,
      'lists in lists': Array.from({ length: 2000 }, (_, at) => `${' '.repeat(at * 2)}- x`).join('\n'),
      'open brackets': '['.repeat(deep),
      'open pictures': '![['.repeat(50_000),
      'links in links': `${'[a]('.repeat(50_000)}x`,
      backticks: Array.from({ length: 2000 }, (_, at) => '`'.repeat(at)).join(' '),
      stars: '*a **a '.repeat(50_000),
      underscores: '_'.repeat(deep),
      pipes: `${'|a'.repeat(50_000)}|\n${'|-'.repeat(50_000)}|\n${'|1'.repeat(50_000)}|`,
      'references upon references': Array.from({ length: 20_000 }, (_, at) => `[a${at}]: [a${at + 1}]`).join('\n'),
      'HTML inside': '<script>while(true);</script>\n\n<img src=x onerror=alert(1)>\n\nSales were 10 cars.',
      entities: '&#0; &#xD800; &#x110000; &amp;'.repeat(20_000),
    }),
  ];
}

export function hostileTables(): HostileFile[] {
  return [
    ...filesOf('csv', {
      'a million columns': `${'a,'.repeat(1_000_000)}z\n1`,
      'seventeen thousand columns': `${'a,'.repeat(17_000)}z\n${'1,'.repeat(17_000)}2\n`,
      'a quote without end': `a,b\n"${'x'.repeat(5_000_000)}`,
      'a cell of two megabytes': `a,b\n${'x'.repeat(2_000_000)},1\n`,
      'a million rows and more': `a,b\n${'1,2\n'.repeat(1_100_000)}`,
      ragged: `a,b,c\n${Array.from({ length: 5000 }, (_, at) => '1,'.repeat(at % 50)).join('\n')}`,
      'delimiters alone': `${',,,,,,,,,\n'.repeat(50_000)}`,
      'quotes alone': '"'.repeat(1_000_000),
      'quotes in the middle': 'a"b,c""d,"e"f\n'.repeat(50_000),
      NUL: 'a,b\n1\0,2\n',
      formulas: 'name,value\n"=cmd|\'/c calc\'!A1",1\n+1+1,2\n-2+3,3\n@SUM(A1),4\n\t=1,5\n',
      'numbers too large': 'a,b\n1e309,-1e309\n9007199254740993,NaN\nInfinity,1e-400\n',
      'UTF-16 without mark': Buffer.from('имя,значение\nпродажи,10\n', 'utf16le'),
      'two encodings': Buffer.concat([Buffer.from('имя,значение\n', 'utf8'), Buffer.from([0xcf, 0xf0, 0xee, 0x2c, 0x31, 0x0a])]),
      'three ends of line': 'a,b\r1,2\r\n3,4\n5,6\r',
      'one column, no delimiter': 'a\n'.repeat(100_000),
      'a header alone': 'a,b,c',
      'the same header': `${'a,'.repeat(200)}a\n${'1,'.repeat(200)}1\n`,
      'names that name prototypes': '__proto__,constructor,toString\n1,2,3\n',
      'marks in cells': '\ufeffa,\ufeffb\n\ufeff1,\u202e2\n',
      'delimiters that compete': 'a;b,c\td|e\n1;2,3\t4|5\n'.repeat(1000),
    }),
    ...filesOf('tsv', { 'tabs alone': '\t'.repeat(1_000_000), 'a quote without end': `a\tb\n"${'y\t'.repeat(1_000_000)}` }),
  ];
}
