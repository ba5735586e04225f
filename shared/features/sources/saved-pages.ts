// A page that a browser saved whole lies beside a folder of its pictures and scripts. The page is the source; its folder is
// a part of it and is not brought in again file by file.

const folderEndings = ['_files', '.files', '-Dateien', '_fichiers', '_archivos', '_файлы', '.файлы', '的文件', '_elemei'];

/** Paths, with `/` between folders, that are no part of a saved page among them. */
export function withoutPageParts(paths: readonly string[]): { readonly kept: string[]; readonly parts: string[] } {
  const folders = paths.flatMap((path) => {
    const stem = /^(.*)\.x?html?$/i.exec(path)?.[1];
    return stem === undefined ? [] : folderEndings.map((ending) => `${stem}${ending}/`);
  });
  const isPart = (path: string) => folders.some((folder) => path.startsWith(folder));
  return { kept: paths.filter((path) => !isPart(path)), parts: paths.filter(isPart) };
}
