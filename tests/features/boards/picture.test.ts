import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardPicture, panelPicture, wrapped } from '../../../shared/features/boards/picture/board-picture.ts';
import { palettes, themes } from '../../../shared/features/boards/picture/palette.ts';
import { inks } from '../../../shared/features/boards/picture/scene.ts';
import { svgOf } from '../../../shared/features/boards/picture/svg.ts';
import { shortNumber } from '../../../shared/features/boards/words.ts';
import { textWidth } from '../../../shared/text-width.ts';
import { marketWorkbook } from './market.ts';

const say = ({ key, params }: { key: string; params?: unknown }) => `${key} ${JSON.stringify(params ?? {})}`;

describe('a picture', () => {
  it('is the same bytes twice, holds its title, numbers and sources as text, and points nowhere', async () => {
    const { describe: write, panel, drawn } = await marketWorkbook();
    await write({ record: 'board', name: 'Board' }, panel({ title: 'Share & <more>' }));
    const draw = async () => {
      const picture = panelPicture({ name: 'Share', drawing: await drawn() }, { width: 900, height: 500 }, say);
      return svgOf(picture.shapes, picture.size, { theme: 'dark', title: picture.title });
    };
    const svg = await draw();
    expect(await draw()).toBe(svg);
    for (const text of ['Share &amp; &lt;more&gt;', '60 %', 'Autostat', '2024']) expect(svg).toContain(text);
    expect(svg).not.toMatch(/(href|src)=/);
    const whole = boardPicture('Board', [{ name: 'Share', drawing: await drawn() }], { size: { width: 700, height: 400 }, say });
    expect(whole.size).toEqual({ width: 700, height: 444 });
  });

  it('has the inks of the token sheet', () => {
    const sheet = readFileSync(fileURLToPath(new URL('../../../renderer/app/theme.css', import.meta.url)), 'utf8');
    const [light = '', dark = ''] = sheet.split("[data-theme='dark'] {");
    for (const theme of themes)
      for (const ink of inks) expect(theme === 'light' ? light : dark, `${theme} ${ink}`).toContain(`--${ink}: ${palettes[theme][ink]};`);
  });

  it('breaks long titles into lines that fit, whatever the script, and says that they go on', () => {
    for (const text of ['木'.repeat(5000), 'word '.repeat(1000), 'x'.repeat(5000)]) {
      const lines = wrapped(text, 300, 12, 2);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(312);
      expect(lines.at(-1)).toMatch(/…$/);
    }
  });

  it('says numbers shortly and never as another number', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 9e12, noNaN: true }), (value) => {
        const text = shortNumber(value).replace(/[\s\u202F]/g, '');
        const scale = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 }[/[kmbt]/.exec(text)?.[0] ?? ''] ?? 1;
        expect(Math.abs(Number.parseFloat(text) * scale - value) / value).toBeLessThan(0.006);
      }),
    );
  });
});
