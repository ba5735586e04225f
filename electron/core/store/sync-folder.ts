// Whether a workbook lies where another program may replace it: the folder of a sync client, by its name, or a share on the
// network, by its file system. Such places are allowed, and warned of.
import { statfsSync } from 'node:fs';

const clients: readonly (readonly [RegExp, string])[] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(Google ?Drive|GoogleDrive-.+|My Drive|DriveFS)$/i, 'Google Drive'],
  [/^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud'],
  [/^(Nextcloud|ownCloud|pCloud ?Drive|Yandex\.Disk|YandexDisk|Seafile|MEGA|Box( Sync)?|Tresorit|Syncthing)$/i, 'sync_program'],
];

/** Magic numbers of network file systems as Linux gives them (statfs(2)). */
const networkTypes = new Set([0xff534d42, 0xfe534d42, 0x517b, 0x6969, 0x01021997, 0x5346414f]);

/** Who may replace the file: a name, `sync_program` or `network_share`; undefined for a place of its own. */
export function syncedBy(path: string): string | undefined {
  if (/^(\\\\|\/\/)[^\\/]/.test(path)) return 'network_share';
  const folders = path.split(/[\\/]/).slice(0, -1);
  const client = clients.find(([pattern]) => folders.some((folder) => pattern.test(folder)));
  return client?.[1] ?? (isOnNetwork(path) ? 'network_share' : undefined);
}

function isOnNetwork(path: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return networkTypes.has(statfsSync(path).type);
  } catch {
    return false;
  }
}
