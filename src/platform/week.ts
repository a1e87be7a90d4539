import { language } from './i18n.ts';

interface WeekInfo {
  readonly firstDay: number;
}
type WithWeek = Intl.Locale & { readonly weekInfo?: WeekInfo; getWeekInfo?(): WeekInfo };

/** On which day the week begins where the reader is: 1 for Monday to 7 for Sunday. Monday where the browser cannot tell. */
export function firstDayOfWeek(): number {
  const locale: WithWeek = new Intl.Locale(language());
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}
