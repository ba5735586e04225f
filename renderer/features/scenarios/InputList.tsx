// Inputs with what each rests on. One that changed beneath its value says what was and what is.
import { IconBolt, IconClockExclamation, IconGitBranch, IconLink, IconPencil, IconQuestionMark, IconScale } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Analysis, ShownInput } from '../../../shared/features/scenarios/contract.ts';
import type { Scenario } from '../../../shared/features/scenarios/model.ts';
import { useCall, words } from '../../bridge/index.ts';
import { Grade } from '../../ui/index.ts';
import { isShare, plain, scaleFor, short } from './format.ts';

export interface InputListProps {
  readonly analysis: Analysis | undefined;
  readonly chosen: string | undefined;
  readonly stale: readonly ShownInput[];
  readonly scenario: Scenario | undefined;
  /** Item of the named index whose values are shown. */
  readonly item: string | undefined;
  onChoose(code: string): void;
  onEdit(code: string): void;
  onRun(): void;
}

export function InputList({ analysis, chosen, stale, scenario, item, onChoose, onEdit, onRun }: InputListProps) {
  const { t } = useTranslation('scenarios');
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what it follows
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const inputs = analysis?.inputs ?? [];
  const bound = inputs.filter(({ state }) => state === 'bound').length;
  const open = [...(analysis?.missing ?? []), ...(analysis?.unbound ?? [])];
  return (
    <section className="scenario-inputs" aria-label={t('inputs')}>
      <header>
        <h3>{t('inputs')}</h3>
        <span className="muted">{t('inputsHint', { count: inputs.length, bound })}</span>
      </header>
      <ul ref={list}>
        {inputs.map((input) => (
          <InputRow
            key={input.id}
            input={input}
            item={item}
            isChosen={input.code === chosen}
            changed={Object.keys(scenario?.changes ?? {}).some((key) => key === input.code || key.startsWith(`${input.code}.`))}
            onChoose={() => onChoose(input.code)}
            onEdit={() => onEdit(input.code)}
          />
        ))}
      </ul>
      {stale.length === 0 ? null : (
        <p className="scenario-stale" role="status">
          <IconClockExclamation size={14} aria-hidden />
          <span>{t('staleInputs', { count: stale.length, name: stale[0]!.label || stale[0]!.code })}</span>
          <button type="button" className="link-button" onClick={onRun}>
            {t('rerun')}
          </button>
        </p>
      )}
      {open.length === 0 ? null : (
        <p className="scenario-open" title={open.join(', ')}>
          <IconQuestionMark size={14} aria-hidden />
          <span>{t('openInputs', { count: open.length })}</span>
        </p>
      )}
    </section>
  );
}

interface InputRowProps {
  readonly input: ShownInput;
  readonly item: string | undefined;
  readonly isChosen: boolean;
  /** The scenario sets it. */
  readonly changed: boolean;
  onChoose(): void;
  onEdit(): void;
}

function InputRow({ input, item, isChosen, changed, onChoose, onEdit }: InputRowProps) {
  const { t, i18n } = useTranslation('scenarios');
  const locale = i18n.language;
  const isStale = input.stale.length > 0;
  const bindingWords = ({ state, spans, binding, claims }: ShownInput) => {
    if (state !== 'bound') return t(`state.${state}`);
    return spans.text === null ? t(`binding.${binding!.kind}`, { count: claims.length }) : t('binding.open');
  };
  return (
    <li aria-current={isChosen} data-stale={isStale ? '' : undefined} data-state={input.state}>
      <button type="button" className="input-choose" onClick={onChoose} onDoubleClick={onEdit}>
        <span className="input-name">
          {input.label || input.code}
          {pointOf(input, item) === undefined ? '' : `, ${item!.replaceAll('_', ' ')}`}
        </span>
        <span className="input-value">
          <b>{shownValue(input, item, locale)}</b> <i>{isShare(input.unit) ? '%' : input.unit}</i>
        </span>
        <span className="input-binding" data-kind={isStale ? 'stale' : (input.binding?.kind ?? input.state)}>
          <BindingIcon input={input} />
          <span>{isStale ? words(input.stale[0]!) : bindingWords(input)}</span>
          {input.claims[0] === undefined ? null : <ClaimGrade id={input.claims[0]} />}
          {changed ? <em>{t('setHere')}</em> : null}
        </span>
        <span className="input-range">{rangeOf(input, locale)}</span>
      </button>
      <button type="button" className="input-edit" aria-label={t('editInput', { name: input.label || input.code })} onClick={onEdit}>
        <IconPencil size={12} aria-hidden />
      </button>
    </li>
  );
}

function BindingIcon({ input }: { input: ShownInput }) {
  const props = { size: 12, stroke: 1.8, 'aria-hidden': true } as const;
  if (input.stale.length > 0) return <IconClockExclamation {...props} />;
  if (input.state === 'event') return <IconBolt {...props} />;
  if (input.state === 'bound') {
    if (input.spans.text !== null) return <IconGitBranch {...props} />;
    return input.binding?.kind === 'claim' ? <IconLink {...props} /> : <IconScale {...props} />;
  }
  return input.state === 'assumed' ? <IconPencil {...props} /> : <IconQuestionMark {...props} />;
}

/** Grade of the source and credibility of the claim behind an input. */
function ClaimGrade({ id }: { id: string }) {
  const { data } = useCall('claims.get', { id });
  return data === undefined ? null : <Grade source={data.grade} claim={data.credibility} />;
}

/** The point of the shown item, of an input that has several. */
function pointOf({ points }: ShownInput, item: string | undefined) {
  return item === undefined ? undefined : points.find(({ at }) => at === item);
}

function shownValue(input: ShownInput, item: string | undefined, locale: string): string {
  const { points, unit, value } = input;
  const own = pointOf(input, item);
  if (own !== undefined) return plain(Number(own.value), unit, locale);
  if (points.length <= 1) return value === null ? '–' : plain(value, unit, locale);
  const all = points.map((point) => Number(point.value));
  const scale = scaleFor(all);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const text = (one: number) =>
    isShare(unit) ? plain(one, unit, locale) : scale.by >= 1e6 ? short(one, unit, scale, locale) : plain(one, unit, locale);
  return low === high ? text(low) : `${text(low)}–\u200b${text(high)}${scale.by >= 1e6 && !isShare(unit) ? ` ${scale.word}` : ''}`;
}

function rangeOf({ low, high, spans, unit, distribution }: ShownInput, locale: string): string {
  if (distribution.kind === 'readings') return distribution.values.map((value) => plain(Number(value), unit, locale)).join(' · ');
  const least = low ?? spans.sources?.low ?? spans.text?.low;
  const most = high ?? spans.sources?.high ?? spans.text?.high;
  return least == null && most == null
    ? ''
    : `${least == null ? '…' : plain(Number(least), unit, locale)}–${most == null ? '…' : plain(Number(most), unit, locale)}`;
}
