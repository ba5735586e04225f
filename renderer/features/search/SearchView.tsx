// Search as a panel: the same hits as the palette, with filters and exact counts.
import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract.ts';
import { claimKinds, reliabilitySchema } from '../../../shared/features/claims/model.ts';
import { searchPlaces } from '../../../shared/features/search/contract.ts';
import { errorWords, useCall } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice, Toolbar } from '../../ui/index.ts';
import { PaletteItem } from './PaletteItem.tsx';
import { openHit, type PaletteEntry } from './use-palette-entries.ts';
import './search-view.css';

const blank = { where: '', source: '', language: '', kind: '', grade: '', from: '', until: '' };
type Filters = typeof blank;
const mostShown = 200;
/** Sources that the filter lists. */
const mostSources = 500;
const languages = ['en', 'ru', 'zh', 'de', 'fr', 'es'];

function inputOf(query: string, filters: Filters): Input<'search.find'> {
  const given = {
    where: filters.where === '' ? undefined : [filters.where],
    sources: filters.source === '' ? undefined : [filters.source],
    languages: filters.language === '' ? undefined : [filters.language],
    kinds: filters.kind === '' ? undefined : [filters.kind],
    grades: filters.grade === '' ? undefined : [filters.grade],
    from: filters.from.trim() || undefined,
    until: filters.until.trim() || undefined,
  };
  return { query: query || '-', limit: mostShown, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

export function SearchView({ params }: ViewProps) {
  const { t } = useTranslation(['search', 'ui']);
  const [typed, setTyped] = useState('');
  const [filters, setFilters] = useState(blank);
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const asked = params['query'];
  useEffect(() => {
    if (typeof asked === 'string') setTyped(asked);
  }, [asked]);
  const query = typed.trim();
  const found = useCall('search.find', inputOf(query, filters), { enabled: query !== '' });
  const sources = useCall('sources.window', { count: mostSources, sort: [{ field: 'title', direction: 'asc' }] });
  const sourcesLeft = (sources.data?.total ?? 0) - mostSources;
  const hits = query === '' ? [] : (found.data?.hits ?? []);
  const entries = hits.map((hit): PaletteEntry & { type: 'hit' } => ({ type: 'hit', id: `result-${hit.where}-${hit.id}-${hit.start ?? 'x'}`, hit }));
  const current = Math.min(active, entries.length - 1);
  const set = (name: keyof Filters, value: string) => {
    setFilters({ ...filters, [name]: value });
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const entry = entries[current];
    if (step !== 0) setActive(Math.max(0, Math.min(current + step, entries.length - 1)));
    else if (event.key === 'Enter' && entry !== undefined) openHit(entry.hit);
    else return;
    event.preventDefault();
  };
  const currentId = entries[current]?.id ?? '';
  useEffect(() => {
    document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  const choice = (name: keyof Filters, options: readonly (readonly [string, string])[], left = 0) => (
    <NativeSelect
      aria-label={t(`view.filter.${name}`)}
      classNames={{ input: 'search-filter' }}
      value={filters[name]}
      onChange={(event) => set(name, event.currentTarget.value)}
    >
      <option value="">{`${t(`view.filter.${name}`)}: ${t('view.any')}`}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
      {left > 0 ? <option disabled>{t('view.notListed', { count: left })}</option> : null}
    </NativeSelect>
  );
  return (
    <div className="view search-view">
      <Toolbar label={t('view.toolbar')}>
        <IconSearch size={14} aria-hidden />
        <input
          ref={field}
          className="search-input"
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls="search-results"
          aria-activedescendant={entries[current]?.id}
          aria-label={t('view.field')}
          placeholder={t('placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </Toolbar>
      <div className="search-filters">
        {choice(
          'where',
          searchPlaces.map((place) => [place, t(`view.where.${place}`)] as const),
        )}
        {choice(
          'source',
          (sources.data?.rows ?? []).map((row) => [row.id, row.title] as const),
          sourcesLeft,
        )}
        {choice(
          'language',
          languages.map((language) => [language, language] as const),
        )}
        {choice(
          'kind',
          claimKinds.map((kind) => [kind, t(`ui:kind.${kind}`)] as const),
        )}
        {choice(
          'grade',
          reliabilitySchema.options.map((grade) => [grade, grade] as const),
        )}
        <TextInput
          aria-label={t('view.filter.from')}
          placeholder={t('view.filter.from')}
          classNames={{ input: 'search-filter search-date' }}
          value={filters.from}
          onChange={(event) => set('from', event.currentTarget.value)}
        />
        <TextInput
          aria-label={t('view.filter.until')}
          placeholder={t('view.filter.until')}
          classNames={{ input: 'search-filter search-date' }}
          value={filters.until}
          onChange={(event) => set('until', event.currentTarget.value)}
        />
      </div>
      {found.isError && query !== '' ? <ErrorNotice message={errorWords(found.error)} /> : null}
      {query === '' ? (
        <EmptyState icon={IconSearch} text={t('view.empty')} />
      ) : (
        <>
          <p className="search-counts" role="status">
            {found.data === undefined ? '' : t('view.counts', { ...found.data.counts })}
          </p>
          <div className="search-results" id="search-results" role="listbox" aria-label={t('results')}>
            {entries.map((entry, index) => (
              <PaletteItem
                key={entry.id}
                entry={entry}
                typed={typed}
                isActive={index === current}
                onRun={() => openHit(entry.hit)}
                onPoint={() => setActive(index)}
              />
            ))}
            {found.data !== undefined && entries.length === 0 ? <p className="palette-none">{t('none')}</p> : null}
          </div>
          {found.data !== undefined && found.data.total > hits.length ? (
            <p className="search-counts">{t('view.more', { shown: hits.length, total: found.data.total })}</p>
          ) : null}
        </>
      )}
    </div>
  );
}
