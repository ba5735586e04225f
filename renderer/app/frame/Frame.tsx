import { useTranslation } from 'react-i18next';
import type { WorkbookEntry } from '../../../shared/features/library/contract.ts';
import { useCall } from '../../bridge/index.ts';
import { Reading } from '../../ui/index.ts';
import { features } from '../features.ts';
import { useFrameKeys } from '../global-keys.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Dock } from './Dock.tsx';
import { EvidenceSlot } from './evidence-slot.tsx';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import { TroubleBanner } from './TroubleBanner.tsx';
import { LayoutNameDialog } from './Workspaces.tsx';

const strips = features.flatMap(({ name, strip: Strip }) => (Strip === undefined ? [] : [<Strip key={name} />]));

export function Frame({ workbook }: { workbook: WorkbookEntry }) {
  useFrameKeys();
  const { t } = useTranslation('app');
  const info = useCall('workbook.info', {});
  const kept = useCall('settings.get', { keys: [`layout:${workbook.id}`] });
  const layout = kept.data?.values[`layout:${workbook.id}`] ?? null;
  // What was kept can be shown at once; a first layout depends on what is in the workbook.
  const isReady = (kept.isSuccess && layout !== null) || ((kept.isSuccess || kept.isError) && (info.isSuccess || info.isError));
  return (
    <div className="frame">
      <TitleBar workbook={workbook} info={info.data} />
      <ConnectionBanner />
      <TroubleBanner info={info.data} />
      {strips}
      <Rail info={info.data} />
      {isReady ? (
        <Dock settingKey={`layout:${workbook.id}`} kept={layout} hasSources={info.data?.sources !== 0} />
      ) : (
        <main className="dock">
          <Reading text={t('reading', { name: workbook.name })} />
        </main>
      )}
      <EvidenceSlot />
      <StatusBar info={info.data} />
      <LayoutNameDialog />
    </div>
  );
}
