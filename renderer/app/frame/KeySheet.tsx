// All keys on one sheet, from where they are declared: commands, views, and the parts of views that have keys of their own.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../bridge/index.ts';
import { type Command, useCommands } from '../../ui/commands.ts';
import { gridKeys } from '../../ui/grid-keys.ts';
import { Dialog, Kbd } from '../../ui/index.ts';
import { isForAllViews } from '../../ui/keys.ts';
import { paletteKey } from '../commands.ts';
import { features, findView, views } from '../features.ts';
import { showKeys, useKeySheet } from './key-sheet.ts';
import './key-sheet.css';

interface Line {
  readonly keys: string;
  readonly doesKey: string;
}
interface Group {
  readonly titleKey: string;
  readonly lines: readonly Line[];
}

function lineOf({ shortcut = '', titleKey }: Command): Line {
  return { keys: shortcut, doesKey: titleKey };
}

function groupsOf(commands: readonly Command[], inUse: string | undefined): readonly Group[] {
  const shown = commands.filter(({ shortcut, isOfView }) => shortcut !== undefined && isOfView !== true);
  const used = findView(inUse);
  const ofViews = [...views].sort((a, b) => Number(b === used) - Number(a === used) || (a.rail?.order ?? 99) - (b.rail?.order ?? 99));
  return [
    {
      titleKey: 'keys:everywhere',
      lines: [{ keys: paletteKey, doesKey: 'app:command.palette' }, ...shown.filter(({ shortcut }) => isForAllViews(shortcut!)).map(lineOf)],
    },
    ...ofViews.flatMap(({ titleKey, keys }) => (keys === undefined ? [] : [{ titleKey, lines: keys }])),
    ...features.flatMap(({ keyGroups }) => (keyGroups ?? []).map(({ titleKey, keys }) => ({ titleKey, lines: keys }))),
    ...features.flatMap(({ panel }) => (panel === undefined ? [] : [{ titleKey: panel.titleKey, lines: panel.keys }])),
    { titleKey: 'keys:inGrids', lines: gridKeys },
    { titleKey: 'keys:goTo', lines: shown.filter(({ shortcut }) => shortcut!.startsWith('G ')).map(lineOf) },
  ];
}

/** Groups of the same keys, such as those of the three grids of claims, are one. */
function joined(groups: readonly Group[], titleOf: (key: string) => string): readonly { readonly title: string; readonly lines: readonly Line[] }[] {
  return [...Map.groupBy(groups, ({ lines }) => lines)].map(([lines, alike]) => ({
    lines,
    title: alike.map(({ titleKey }) => titleOf(titleKey)).join(', '),
  }));
}

function Sheet() {
  const { t } = useTranslation();
  const commands = useCommands((state) => state.commands);
  const inUse = useWorkspace((state) => state.focusedView);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const groups = joined(groupsOf(commands, inUse), (key) => t(key))
    .map(({ title, lines }) => ({
      title,
      lines: lines
        .map(({ keys, doesKey }) => ({ keys, does: t(doesKey) }))
        .filter(({ keys, does }) => `${keys} ${does} ${title}`.toLowerCase().includes(wanted)),
    }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <>
      <TextInput
        data-autofocus
        data-passing=""
        aria-label={t('keys:filter')}
        placeholder={t('keys:filter')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {groups.length === 0 ? <p className="muted key-none">{t('keys:none')}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: it scrolls, so the keyboard must reach it */}
      <div className="key-sheet" tabIndex={0} role="group" aria-label={t('keys:title')}>
        {groups.map(({ title, lines }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {lines.map(({ keys, does }) => (
                <div key={`${keys} ${does}`}>
                  <dt>
                    <Kbd>{keys}</Kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}

export function KeySheet() {
  const { t } = useTranslation('keys');
  const isShown = useKeySheet((state) => state.isShown);
  return (
    <Dialog title={t('title')} isOpen={isShown} onClose={() => showKeys(false)} size="wide">
      <Sheet />
    </Dialog>
  );
}
