// The first start: three ways in, each of which leads on.
import type { Icon } from '@tabler/icons-react';
import { IconFileImport, IconFlask, IconMailOpened } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { runCommand } from '../../ui/commands.ts';
import { chooseWorkbook } from './choose-workbook.ts';

interface DoorProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: ReactNode;
  readonly children: ReactNode;
}

function Door({ icon: DoorIcon, title, text, children }: DoorProps) {
  return (
    <li className="start-door">
      <DoorIcon size={24} stroke={1.5} aria-hidden />
      <h3>{title}</h3>
      <p>{text}</p>
      <div className="start-door-actions">{children}</div>
    </li>
  );
}

function DocumentWords() {
  const { t } = useTranslation('workbook');
  const door = (command: string) => <button type="button" className="link-button" onClick={() => runCommand(command)} />;
  return <Trans t={t} i18nKey="doors.documents.text" components={{ folder: door('sources.addFolder'), paste: door('sources.paste') }} />;
}

export function Doors({ isMaking, onSample }: { isMaking: boolean; onSample(): void }) {
  const { t } = useTranslation('workbook');
  return (
    <section aria-labelledby="start-doors">
      <h2 id="start-doors">{t('doors.title')}</h2>
      <ul className="start-doors">
        <Door icon={IconFlask} title={t('doors.sample.title')} text={t('doors.sample.text')}>
          <button type="button" className="button" data-primary="" disabled={isMaking} onClick={onSample}>
            {t(isMaking ? 'sample.running' : 'doors.sample.action')}
          </button>
        </Door>
        <Door icon={IconFileImport} title={t('doors.documents.title')} text={<DocumentWords />}>
          <button type="button" className="button" onClick={() => runCommand('sources.addFiles')}>
            {t('doors.documents.action')}
          </button>
        </Door>
        <Door icon={IconMailOpened} title={t('doors.sent.title')} text={t('doors.sent.text')}>
          <button type="button" className="button" onClick={chooseWorkbook}>
            {t('doors.sent.action')}
          </button>
        </Door>
      </ul>
    </section>
  );
}
