// Languages as the screen names them.

/** "English", "中文 (简体)" in the language of the screen; undefined where it is not known, which BCP 47 writes `und`. */
export function languageName(code: string | null, language: string): string | undefined {
  if (code === null || code === '' || /^und\b/i.test(code)) return undefined;
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
