import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { listenForever, loadTheme, queryClient, useCall, useTheme, useWorkspace, watchTyping } from '../bridge/index.ts';
import { registerCommands } from '../ui/commands.ts';
import { ContextMenu } from '../ui/menu/ContextMenu.tsx';
import { gatherCommands } from './commands.ts';
import { tellCutWords } from './cut-words.ts';
import { features } from './features.ts';
import { ConnectionBanner } from './frame/ConnectionBanner.tsx';
import { Frame } from './frame/Frame.tsx';
import { KeySheet } from './frame/KeySheet.tsx';
import { LeaveDialog } from './frame/LeaveDialog.tsx';
import { Notices } from './frame/Notices.tsx';
import { useAppKeys } from './global-keys.ts';
import { mantineTheme, mantineVariables } from './mantine-theme.ts';

const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="assay-style-nonce"]')?.content ?? '';

registerCommands(gatherCommands(features));
void listenForever(queryClient);
watchTyping();
tellCutWords();
void loadTheme().catch(() => undefined);

const overlays = features.flatMap(({ name, overlay: Overlay }) => (Overlay === undefined ? [] : [<Overlay key={name} />]));
const Start = features.find((feature) => feature.start !== undefined)?.start;

/** The start screen while no workbook is open, else the frame; a new frame for each workbook. */
function Screen() {
  const current = useCall('library.current', {});
  const workbook = current.data?.workbook;
  useEffect(() => {
    document.title = workbook ? `${workbook.name} – Assay` : 'Assay';
    if (workbook === null) useWorkspace.getState().reset();
  }, [workbook]);
  if (workbook === undefined) return <ConnectionBanner isStart />;
  if (workbook !== null) return <Frame key={workbook.id} workbook={workbook} />;
  return <Suspense fallback={null}>{Start === undefined ? null : <Start />}</Suspense>;
}

function Shell() {
  useAppKeys();
  return (
    <>
      <Screen />
      {overlays}
      <KeySheet />
      <LeaveDialog />
      <Notices />
      <ContextMenu />
    </>
  );
}

export function App() {
  const { theme } = useTheme();
  return (
    <MantineProvider theme={mantineTheme} cssVariablesResolver={mantineVariables} forceColorScheme={theme} getStyleNonce={() => styleNonce}>
      <QueryClientProvider client={queryClient}>
        <Shell />
      </QueryClientProvider>
    </MantineProvider>
  );
}
