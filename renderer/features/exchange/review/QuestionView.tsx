// One question: what it is about, what each copy says, who said it and when, and what both knew before.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace, words } from '../../../bridge/index.ts';
import { Kbd, momentText } from '../../../ui/index.ts';
import { type Given, type Question, takesOwnWords } from './questions.ts';
import { fieldsOf, textOf, useRecordName } from './record-name.ts';
import { useReviewOf } from './review-context.ts';
import { fieldLabel, type Said, saidBy } from './value-words.ts';

export interface QuestionViewProps {
  readonly question: Question;
  readonly given: Given | undefined;
}

export function QuestionView({ question, given }: QuestionViewProps) {
  const { t, i18n } = useTranslation(['exchange', 'words']);
  const [isBaseShown, setBaseShown] = useState(given?.take === 'base');
  const name = useRecordName(question, i18n.language);
  const table = t(`merge.table.${question.table}`);
  const said = (value: unknown) => saidBy(question, value, { t, locale: i18n.language });
  const asked =
    question.kind === 'field'
      ? t('merge.bothChanged', { table, field: fieldLabel(question.field) })
      : words({ ...question.words, params: { ...question.words.params, table } });
  useEvidenceOf(question);
  const isBoth = given?.take === 'both';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="merge-question" tabIndex={0} aria-label={t('merge.question')}>
      <header>
        <p className="muted">{asked}</p>
        <h2>{name || table}</h2>
      </header>
      <div className="merge-sides">
        <SideCard question={question} side="mine" said={said(question.mine)} isChosen={given?.take === 'mine' || isBoth} />
        <SideCard
          question={question}
          side="theirs"
          said={said(question.theirs)}
          isChosen={given?.take === 'theirs' || given?.take === 'cells' || given?.take === 'words' || isBoth}
        />
      </div>
      {question.kind.startsWith('outside-') && question.base === null ? null : question.base === null ? (
        <p className="muted merge-note">{t('merge.noBase')}</p>
      ) : (
        <div className="merge-base" data-chosen={given?.take === 'base' ? '' : undefined}>
          <button type="button" className="link-button" aria-expanded={isBaseShown} onClick={() => setBaseShown(!isBaseShown)}>
            {t(isBaseShown ? 'merge.hideBase' : 'merge.showBase')}
          </button>
          {isBaseShown ? <SaidWords said={said(question.base)} /> : null}
        </div>
      )}
      {takesOwnWords(question) ? <OwnWords question={question} given={given} /> : null}
    </section>
  );
}

/** What stands behind the record here is shown beside the question, its passage first. */
function useEvidenceOf({ table, kind, record, mine }: Question): void {
  const select = useWorkspace((state) => state.select);
  const isHere = mine !== null;
  const id = kind === 'two-readings' ? textOf(fieldsOf(mine)?.['id']) : record;
  const type = kind === 'two-verdicts' ? 'observation' : table === 'claim' || table === 'source' ? table : undefined;
  useEffect(() => {
    if (type !== undefined && isHere && id !== '') select({ type, id });
  }, [select, type, isHere, id]);
}

interface SideProps {
  readonly question: Question;
  readonly side: 'mine' | 'theirs';
  readonly said: Said;
  readonly isChosen: boolean;
}

function SideCard({ question, side, said, isChosen }: SideProps) {
  const { name, answerAndGoOn } = useReviewOf();
  const { t, i18n } = useTranslation('exchange');
  const by = question.by[side];
  return (
    <article className="merge-side" data-side={side} data-chosen={isChosen ? '' : undefined} aria-label={t(`${name}.side.${side}`)}>
      <h3>
        <button type="button" onClick={() => answerAndGoOn(question, side)}>
          <b>{t(`${name}.side.${side}`)}</b>
          {side === 'mine' ? <Kbd>1</Kbd> : <Kbd>2</Kbd>}
          <span className="muted">
            {by === null
              ? t(`${name}.unknownEdit.${side}`)
              : t('merge.by', { author: by.author || t('merge.unnamed'), at: momentText(by.at, i18n.language) })}
          </span>
        </button>
      </h3>
      <SaidWords said={said} />
    </article>
  );
}

function SaidWords({ said: { lead, rows } }: { said: Said }) {
  return (
    <>
      {lead === undefined ? null : (
        <p className="merge-lead" data-long={lead.length > 60 ? '' : undefined}>
          {lead}
        </p>
      )}
      {rows.length === 0 ? null : (
        <dl className="merge-rows">
          {rows.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** What is typed is the answer at once; nothing else has to be pressed. */
function OwnWords({ question, given }: QuestionViewProps) {
  const { answer } = useReviewOf();
  const { t } = useTranslation('exchange');
  const isOwn = given?.take === 'value';
  return (
    <label className="merge-own-label">
      <span>
        {t('merge.own')} <Kbd>E</Kbd>
      </span>
      <textarea
        className="merge-own"
        data-passing=""
        data-chosen={isOwn ? '' : undefined}
        rows={2}
        maxLength={4000}
        placeholder={t('merge.ownPlaceholder')}
        value={isOwn ? given.value : ''}
        onChange={({ currentTarget: { value } }) => answer(question, value === '' ? { take: 'mine' } : { take: 'value', value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </label>
  );
}
