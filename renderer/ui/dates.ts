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

/** "40 minutes", "3 hours", "8 days": in the largest unit of which there are at least two. */
export function spanText(minutes: number, language: string): string {
  const [unit, count] = minutes < 120 ? ['minute', minutes] : minutes < 2880 ? ['hour', minutes / 60] : ['day', minutes / 1440];
  return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: String(unit), unitDisplay: 'long', maximumFractionDigits: 0 }).format(
    Number(count),
  );
}

/** "Sunday, 22 November 2026" */
export function dayText(iso: string, language: string): string {
  return new Date(iso).toLocaleDateString(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}
