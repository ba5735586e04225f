// What became of each file: added, held already, or refused with the reason.
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall, useWorkspace, words } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';
import { type AddedSource, type RefusedFile, useIntake } from './intake-state.ts';
import { LeftOut } from './LeftOut.tsx';

function OpenLink({ id, kind, children, isFirst = false }: { id: string; kind: AddedSource['kind']; children: string; isFirst?: boolean }) {
  const { openView, select } = useWorkspace();
  const set = useIntake((state) => state.set);
  function open(): void {
    select({ type: 'source', id });
    openView(kind === 'dataset' ? 'dataset' : 'reader', { sourceId: id });
    set({ result: undefined });
  }
  return (
    <button type="button" className="link-button" data-autofocus={isFirst ? '' : undefined} onClick={open}>
      {children}
    </button>
  );
}

function Added({ source, isFirst }: { source: AddedSource; isFirst: boolean }) {
  const { t } = useTranslation('sources');
  return (
    <li data-outcome="added">
      <IconCheck size={14} stroke={2.4} aria-hidden />
      <div>
        <b>{source.title}</b>
        <span className="muted">{t('result.found', { count: source.found, chars: source.chars })}</span>
        {source.copyProposal === null ? null : <span className="intake-remark">{t('copy.looks', { title: source.copyProposal.title })}</span>}
        <LeftOut warnings={source.warnings} dropped={source.dropped} />
      </div>
      <OpenLink id={source.id} kind={source.kind} isFirst={isFirst}>
        {t(source.chars > 0 ? 'read' : 'result.type')}
      </OpenLink>
    </li>
  );
}

function Duplicate({ source, heldAs }: { source: AddedSource; heldAs: string }) {
  const { t } = useTranslation('sources');
  const held = useCall('sources.get', { id: heldAs }).data;
  return (
    <li data-outcome="duplicate">
      <IconCopy size={14} stroke={1.8} aria-hidden />
      <div>
        <b>{source.file}</b>
        <span className="muted">{t('result.duplicateOf', { title: held?.title ?? '' })}</span>
      </div>
      <OpenLink id={heldAs} kind={source.kind}>
        {t('read')}
      </OpenLink>
    </li>
  );
}

function Refused({ file }: { file: RefusedFile }) {
  return (
    <li data-outcome="refused">
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
      <div>
        <b>{file.file}</b>
        <span>{words(file.why)}</span>
      </div>
    </li>
  );
}

export function IntakeDialog() {
  const { t } = useTranslation('sources');
  const { result, set } = useIntake();
  const added = result?.added.filter((source) => source.duplicateOf === null) ?? [];
  const duplicates = result?.added.filter((source) => source.duplicateOf !== null) ?? [];
  const refused = result?.refused ?? [];
  const close = (): void => set({ result: undefined });
  const counts = [
    added.length > 0 ? t('result.added', { count: added.length }) : '',
    duplicates.length > 0 ? t('result.duplicates', { count: duplicates.length }) : '',
    refused.length > 0 ? t('result.refused', { count: refused.length }) : '',
    result !== undefined && result.parts > 0 ? t('result.parts', { count: result.parts }) : '',
  ].filter((part) => part !== '');
  return (
    <Dialog
      title={t('result.title')}
      isOpen={result !== undefined}
      onClose={close}
      actions={
        <button type="button" className="button" data-primary="" onClick={close}>
          {t('result.close')}
        </button>
      }
    >
      <p className="intake-summary">{counts.join(' · ')}</p>
      {result === undefined || result.cancelled === 0 ? null : (
        <p className="form-error">{t('result.cancelled', { count: result.cancelled, kept: added.length })}</p>
      )}
      <ul className="intake-list">
        {refused.map((file) => (
          <Refused key={file.file} file={file} />
        ))}
        {duplicates.map((source) => (
          <Duplicate key={source.file} source={source} heldAs={source.duplicateOf ?? source.id} />
        ))}
        {added.map((source) => (
          <Added key={source.id} source={source} isFirst={source === added[0]} />
        ))}
      </ul>
    </Dialog>
  );
}
