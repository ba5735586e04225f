// Hands the page its port to the core, and nothing else: no API is exposed.
import { ipcRenderer } from 'electron';

window.addEventListener('message', (event) => {
  if (event.source !== window || (event.data as { type?: unknown } | null)?.type !== 'assay:ready') return;
  ipcRenderer.send('assay:port');
});

ipcRenderer.on('assay:port', (event) => {
  window.postMessage({ type: 'assay:port' }, window.location.origin, event.ports);
});
