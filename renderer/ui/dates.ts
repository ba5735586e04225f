// Moments as the screen shows them: day before month, 24 hours. English words with the international order.
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** "04:26" */
export function timeText(iso: string, language: string): string {
  return new Date(iso).toLocaleTimeString(localeOf(language), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "22 Nov 2026" */
export function dateText(iso: string, language: string): string {
  return new Date(iso).toLocaleDateString(localeOf(language), { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "22 Nov 2026, 04:26" */
export function momentText(iso: string, language: string): string {
  return `${dateText(iso, language)}, ${timeText(iso, language)}`;
}

/** "Sunday, 22 November 2026" */
export function dayText(iso: string, language: string): string {
  return new Date(iso).toLocaleDateString(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}
